"""Type words in a sentence: «дөңгелек үстел», «меморандум», "training course", in whatever case they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from seriktes.mentions.happening_words import (
    kazakh_form_of,
    kazakh_stems,
    keys_of,
    noun_of,
    phrase_key,
    same_word,
    word_file,
)
from seriktes.model import EntityType, Language
from seriktes.resources import ONTOLOGY, read_csv


@dataclass(frozen=True, slots=True)
class Head:
    """A type word or phrase at tokens ``start`` to before ``end``: its listed form, and the main noun of that."""

    start: int
    end: int
    type: EntityType
    kind: str
    key: str
    noun: str


_NUMBERED = re.compile(r"\d+-[^\W\d]{3}")
_Entry = tuple[tuple[str, ...], EntityType, str, str]


@cache
def _index(language: Language) -> dict[str, list[_Entry]]:
    """Listed phrases by the forms of their first word, the longest first. Own kinds go before the shared ones."""
    index: dict[str, list[_Entry]] = {}
    for key, (type_, kind) in _known(language).items():
        parts = tuple(key.split())
        for first in kazakh_stems(parts[0]) if language == "kk" else parts[:1]:
            index.setdefault(first, []).append((parts, type_, kind, key))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _known(language: Language) -> dict[str, tuple[EntityType, str]]:
    found: dict[str, tuple[EntityType, str]] = {}
    for label, listed in word_file()[language]["kinds"].items():
        type_, kind = label.split()
        for phrase in listed.split("|"):
            found.setdefault(phrase_key(phrase, language), (cast(EntityType, type_), kind))
    for row in read_csv(ONTOLOGY, "names/type_words.csv"):
        if row["language"] != language:
            continue
        key = phrase_key(row["word"], language)
        if row["type"] == "Agreement" and " " in key:
            continue  # «меморандум о сотрудничестве»: the complement is found by rule, whatever it is
        if language != "kk" or not kazakh_form_of(key, found):
            found.setdefault(key, (cast(EntityType, row["type"]), row["kind"]))
    return found


def heads_in(words: Sequence[str], language: Language) -> tuple[Head, ...]:
    """The type words among folded words, left to right, the longest first.

    >>> [(h.key, h.type, h.kind) for h in heads_in(["дөңгелек", "үстелдің", "меморандумы"], "kk")]
    [('дөңгелек үстел', 'Event', 'meeting'), ('меморандум', 'Agreement', 'memorandum')]
    """
    return tuple(_heads(words, language))


def _heads(words: Sequence[str], language: Language) -> Iterator[Head]:
    place = 0
    while place < len(words):
        head = _head_at(words, language, place)
        if head is not None:
            yield head
        place = head.end if head is not None else place + 1


def _head_at(words: Sequence[str], language: Language, place: int) -> Head | None:
    word = words[place]
    if not word[0].isalpha() and not _NUMBERED.match(word):
        return None
    index = _index(language)
    for part in (word, word.rsplit("-", 1)[1]) if "-" in word[1:-1] else (word,):
        for first in keys_of(part, language):
            for parts, type_, kind, key in index.get(first, ()):
                if _follows(words, language, place, parts):
                    return Head(place, place + len(parts), type_, kind, key, noun_of(key, language))
    return None


def _follows(words: Sequence[str], language: Language, place: int, parts: tuple[str, ...]) -> bool:
    if place + len(parts) > len(words):
        return False
    return all(same_word(parts[step], words[place + step], language) for step in range(1, len(parts)))
