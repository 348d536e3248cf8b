"""Type words in a sentence: «дөңгелек үстел», «меморандум», "training course", in whatever case they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

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
from seriktes.records import KeptIn, record
from seriktes.resources import ONTOLOGY, csv_cells
from seriktes.text.scripts import fold


@record(frozen=True, slots=True)
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


#: A listed word that begins otherwise than its key does.
_IRREGULAR = {"дни": "день"}
_BEGINNING = 2


class _Listed(NamedTuple):
    phrase: str
    type: EntityType
    kind: str
    own: bool


@cache
def _listed(language: Language) -> dict[str, list[_Listed]]:
    """Listed phrases by the first letters of their keys. Own kinds go before the shared ones."""
    found: dict[str, list[_Listed]] = defaultdict(list)
    for label, phrases in word_file()[language]["kinds"].items():
        type_, kind = label.split()
        for phrase in phrases.split("|"):
            found[_beginning(phrase)].append(_Listed(phrase, cast(EntityType, type_), kind, own=True))
    for spoken, word, type_, kind in csv_cells(ONTOLOGY, "names/type_words.csv", "language", "word", "type", "kind"):
        if spoken == language:
            found[_beginning(word)].append(_Listed(word, cast(EntityType, type_), kind, own=False))
    return found


def _beginning(phrase: str) -> str:
    first = fold(phrase.split()[0])
    return _IRREGULAR.get(first, first)[:_BEGINNING]


@lru_cache(maxsize=4_000)
def _index(language: Language, beginning: str) -> dict[str, list[_Entry]]:
    """The phrases that begin with these letters, by the forms of their first word, the longest first.

    Their keys are made when a text first shows the letters: the keys of all Russian ones take a fifth of a second.
    """
    index: dict[str, list[_Entry]] = {}
    for key, (type_, kind) in _known(language, beginning).items():
        parts = tuple(key.split())
        for first in kazakh_stems(parts[0]) if language == "kk" else parts[:1]:
            index.setdefault(first, []).append((parts, type_, kind, key))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _known(language: Language, beginning: str) -> dict[str, tuple[EntityType, str]]:
    found: dict[str, tuple[EntityType, str]] = {}
    for phrase, type_, kind, own in _listed(language).get(beginning, ()):
        key = phrase_key(phrase, language)
        if type_ == "Agreement" and " " in key and not own:
            continue  # «меморандум о сотрудничестве»: the complement is found by rule, whatever it is
        if own or language != "kk" or not kazakh_form_of(key, found):
            found.setdefault(key, (type_, kind))
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
    for parts, type_, kind, key in _begun_by[language][words[place]]:
        if _follows(words, language, place, parts):
            return Head(place, place + len(parts), type_, kind, key, noun_of(key, language))
    return None


def _beginning_with(word: str, language: Language) -> tuple[_Entry, ...]:
    """The listed phrases that a word may begin: most words none."""
    if not word[0].isalpha() and not _NUMBERED.match(word):
        return ()
    bases = (word, word.rsplit("-", 1)[1]) if "-" in word[1:-1] else (word,)
    firsts = (first for base in bases for first in keys_of(base, language))
    return tuple(entry for first in firsts for entry in _index(language, first[:_BEGINNING]).get(first, ()))


_begun_by = KeptIn(_beginning_with)


def _follows(words: Sequence[str], language: Language, place: int, parts: tuple[str, ...]) -> bool:
    if place + len(parts) > len(words):
        return False
    return all(same_word(parts[step], words[place + step], language) for step in range(1, len(parts)))
