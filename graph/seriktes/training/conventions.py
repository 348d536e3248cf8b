"""How NEREL cuts names, told as a rule on the house's names: what the corpus settles otherwise is no error of a tagger.

NEREL leaves the type word off a name that stands beside it («группа «Алиса»», «агентство Интерфакс», «штат Техас»), which this
house keeps, and marks a village and its region apart. Counted on its train part: of 729 organisations in quotes behind a word 20 keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tomllib import loads

from seriktes.mentions.lexicon import key_of, word_class
from seriktes.training.examples import Marked

_QUOTED = re.compile(r"(?P<before>[^«“„\"]+?)\s*[«“„\"](?P<name>[^«»“”„\"]+)[»”“\"]")
_BESIDE = re.compile(r"(?P<before>(?:[а-яё][\w-]*\s+)+)(?P<name>[^\Wа-яё_].*)", re.DOTALL)
_OF_REGION = re.compile(r"(?P<name>.+?)\s+(?P<region>[А-ЯЁ][\w-]+(?:ого|его|ой|ей)\s+(?P<type>\w+))")


def as_nerel_cuts(text: str, marks: Sequence[Marked]) -> tuple[Marked, ...]:
    """The marks as NEREL would cut them, leftmost first.

    >>> text = "Лидер группы «Алиса» родился в селе Дубки Липецкой области"
    >>> marks = [Marked(6, 20, "Organization"), Marked(31, 58, "Place")]
    >>> [text[mark.start:mark.end] for mark in as_nerel_cuts(text, marks)]
    ['Алиса', 'Дубки', 'Липецкой области']
    """
    return tuple(cut for mark in marks for cut in _cut(text[mark.start : mark.end], mark))


def _cut(name: str, mark: Marked) -> Iterator[Marked]:
    found = None
    if mark.label == "Organization":
        found = _QUOTED.fullmatch(name) or _BESIDE.fullmatch(name)
        found = found if found and _stands_beside(found["before"], "«" in name or '"' in name) else None
    elif mark.label == "Place":
        found = _BESIDE.fullmatch(name)
        found = found if found and all(word_class(word, "ru") == "place" for word in found["before"].split()) else None
    start, end = (mark.start + found.start("name"), mark.start + found.end("name")) if found else (mark.start, mark.end)
    name = name[start - mark.start : end - mark.start]
    region = _OF_REGION.fullmatch(name) if mark.label == "Place" else None
    if region and key_of(region["type"], "ru") in _keys("regions") and not region["name"].endswith(("ого", "его", "ой")):
        yield Marked(start, start + region.end("name"), mark.label)
        start += region.start("region")
    yield Marked(start, end, mark.label)


def _stands_beside(before: str, quoted: bool) -> bool:
    """Whether the words before a name are but its type word with what describes it: «российская рок-группа», not «совет директоров»."""
    words = before.split()
    heads = [word for word in words if word_class(word, "ru") == "org" or key_of(word, "ru") in _keys("beside")]
    if len(heads) != 1:
        return False
    beside = key_of(heads[0], "ru") in _keys("beside")
    return beside or (quoted and heads[0] == words[-1])


@cache
def _keys(name: str) -> frozenset[str]:
    words = loads((Path(__file__).parent / "press" / "nerel.toml").read_text(encoding="utf-8"))[name]
    return frozenset(key_of(word, "ru") for word in words.split())
