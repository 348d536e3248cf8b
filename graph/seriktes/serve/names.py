"""Finding things by what somebody types: in any of the languages, either script, part of a name, or nearly right."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from seriktes.authority.records import load_authority
from seriktes.serve.things import Thing, Things
from seriktes.text.scripts import fold, in_latin_letters

LONGEST = 200
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NEAR = 80.0
#: What one word of the query found in a name, from best to worst, is worth.
_WHOLE, _BEGINNING, _NEARLY = 1.0, 0.9, 0.75


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found, the name it was found by, and how good that is: 100 is the whole name, letter by letter."""

    thing: Thing
    name: str
    score: float


def latin(text: str) -> str:
    """A text for comparing across scripts: small Latin letters.

    >>> latin("Қазақстан"), latin("МИД"), latin("Bridge")
    ('kazakstan', 'mid', 'bridge')
    """
    return in_latin_letters(fold(text)).lower()


def words(text: str) -> list[str]:
    """The words of a text as they are compared, own script and Latin letters joined to one form."""
    return [latin(word) for word in _WORD.findall(text[:LONGEST])]


class NameIndex:
    """All names of all things, by word."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._names: list[tuple[str, str, tuple[str, ...]]] = []
        by_word: dict[str, set[int]] = defaultdict(set)
        for thing in things.by_iri.values():
            for name in sorted(_names_of(thing)):
                parts = tuple(words(name))
                for part in parts:
                    by_word[part].add(len(self._names))
                self._names.append((thing.iri, name, parts))
        self._words = sorted(by_word)
        self._by_word = {word: frozenset(numbers) for word, numbers in by_word.items()}

    def find(self, text: str, types: Iterable[str] = (), most: int = 20) -> list[Hit]:
        """The things whose names hold all words of a text, best first; nearly right words only where nothing else is found."""
        wanted = words(text)
        if not wanted:
            return []
        asked = set(types)
        found = self._hits(wanted, text, nearly=False) or self._hits(wanted, text, nearly=True)
        hits = [hit for hit in found.values() if not asked or hit.thing.type in asked]
        return sorted(hits, key=lambda hit: (-hit.score, len(hit.name), hit.thing.iri))[:most]

    def _hits(self, wanted: list[str], text: str, nearly: bool) -> dict[str, Hit]:
        worth: dict[int, list[float]] = defaultdict(list)
        for word in wanted:
            best: dict[int, float] = {}
            for known, value in self._words_like(word, nearly):
                for number in self._by_word[known]:
                    best[number] = max(best.get(number, 0.0), value)
            for number, value in best.items():
                worth[number].append(value)
        hits: dict[str, Hit] = {}
        for number, values in worth.items():
            iri, name, parts = self._names[number]
            if len(values) == len(wanted):
                hit = Hit(self._things.by_iri[iri], name, _score(wanted, values, parts, text, name))
                if iri not in hits or hit.score > hits[iri].score:
                    hits[iri] = hit
        return hits

    def _words_like(self, word: str, nearly: bool) -> Iterable[tuple[str, float]]:
        if nearly:
            near = process.extract(word, self._words, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=10)
            yield from ((known, _NEARLY * ratio / 100) for known, ratio, _ in near)
        place = bisect_left(self._words, word)
        while place < len(self._words) and self._words[place].startswith(word):
            known = self._words[place]
            yield known, _WHOLE if known == word else _BEGINNING * (0.5 + 0.5 * len(word) / len(known))
            place += 1


def _score(wanted: list[str], values: list[float], parts: tuple[str, ...], text: str, name: str) -> float:
    """100 for the very name, less for a part of it, a beginning of words, another script, or nearly the same words."""
    if fold(text.strip()) == fold(name):
        return 100.0
    covered = min(1.0, sum(map(len, wanted)) / max(1, sum(map(len, parts))))
    return round(99 * sum(values) / len(values) * (0.6 + 0.4 * covered), 1)


def _names_of(thing: Thing) -> set[str]:
    """Every name the graph has for a thing, and those of the authority list for a listed one."""
    names = {thing.label, *thing.names.values(), *thing.others}
    record = load_authority().records.get(thing.path.partition("/")[2])
    if record is not None and record.type == thing.type:
        for listed in (*record.names.values(), *record.shorts.values()):
            names.update(listed)
    return names
