"""All Person, Organization and Place mentions of a document: flat, outermost, cut as the annotation guidelines say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seriktes.mentions.echoes import find_echoes
from seriktes.mentions.institutions import find_listed
from seriktes.mentions.models import find_tagged
from seriktes.mentions.organizations_en import find_organizations_en
from seriktes.mentions.organizations_kk import find_organizations_kk
from seriktes.mentions.organizations_ru import find_organizations_ru
from seriktes.mentions.persons import find_persons
from seriktes.mentions.places import find_places
from seriktes.mentions.posts import find_titled
from seriktes.mentions.reading import Reading
from seriktes.mentions.resolve import resolve
from seriktes.model import Document, Mention

_ORGANIZATIONS: dict[str, Callable[[Reading], Iterator[Mention]]] = {
    "kk": find_organizations_kk, "ru": find_organizations_ru, "en": find_organizations_en}


def find_names(document: Document) -> tuple[Mention, ...]:
    """The names of a document in order of the text; they do not overlap.

    Lists, patterns and trained models speak; what they know of the whole document (a surname, an acronym in brackets, a
    short reference) is then looked for once more.
    """
    readings = [Reading(document, sentence) for sentence in document.sentences if sentence.tokens]
    found = [mention for reading in readings for mention in _voices(reading)]
    found += find_tagged(document, readings)
    first = resolve(found)
    return resolve([*found, *find_echoes(readings, first)])


def _voices(reading: Reading) -> Iterator[Mention]:
    yield from find_persons(reading)
    yield from find_titled(reading)
    yield from find_listed(reading)
    yield from find_places(reading)
    yield from _ORGANIZATIONS[reading.language](reading)
