"""Organisations in Russian texts that the house's rules know without any model: type words with what depends on them, and the lists.

The corpora's annotators mark few of those that begin in small letters («прокуратура Вены»); the rules cut them as the annotation guidelines say.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.documents import read_text
from seriktes.mentions.names.acronyms import find_acronyms
from seriktes.mentions.names.institutions import find_listed
from seriktes.mentions.names.organizations_ru import find_organizations_ru
from seriktes.mentions.names.persons import find_persons
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.resolve import resolve
from seriktes.model import Mention
from seriktes.training.examples import Example, Marked

_SURE = 0.8


def rule_bodies(example: Example) -> tuple[Marked, ...]:
    """The organisations of a Russian text by rule, leftmost first."""
    document = read_text(example.text.encode(), "text", "text.txt")
    if document.text != example.text or document.respelled is not None:
        return ()
    readings = [Reading(document, s) for s in document.sentences if s.tokens and s.language == "ru"]
    return tuple(Marked(m.start, m.end, m.type) for reading in readings for m in _bodies(reading))


def _bodies(reading: Reading) -> Iterator[Mention]:
    reading.know_persons(resolve(find_persons(reading)))
    found = resolve([*find_listed(reading), *find_organizations_ru(reading), *find_acronyms(reading)])
    yield from (m for m in found if m.type == "Organization" and m.score >= _SURE)
