"""How far two names say the same: their words paired, concept with concept, spelling with spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

from seriktes.identity.data import word_data
from seriktes.identity.lexicon import country_of_place, is_country, lexicon, sort_of
from seriktes.identity.names import distance
from seriktes.identity.translate import Reading
from seriktes.identity.wording import Word
from seriktes.keeping.recalled import recalled

_ENDING = re.compile(r"^(?:[aeiou]{1,2}|om|em|oi|ei|ov|am|ah)$")


@lru_cache(maxsize=200_000)
def likeness(left: Reading, right: Reading, home: str | None = None) -> float:
    """How far two names say the same, from 0 to 1; the home country of both may go unsaid.

    >>> from seriktes.identity.translate import read_name
    >>> a = read_name("Орталық Азия өңірлік экологиялық орталығы", "kk")
    >>> likeness(a, read_name("Региональный экологический центр Центральной Азии", "ru"))
    1.0
    """
    return recalled(lambda: _said(left) + _said(right) + (home or "").encode(), lambda: _worked_out(left, right, home))


@lru_cache(maxsize=1 << 15)
def _said(reading: Reading) -> bytes:
    """A digest of all of a name that its likeness to others depends on."""
    said = repr(([(word.concept, word.sort, word.skeleton) for word in reading.words], reading.head))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _worked_out(left: Reading, right: Reading, home: str | None) -> float:
    ours, theirs = _telling(left, home), _telling(right, home)
    if not ours or not theirs:
        return 0.0
    bare_left, bare_right = _headless(right, left), _headless(left, right)
    total = (sum(_worth(w, bare_left) for w in ours) + sum(_worth(w, bare_right) for w in theirs)) / 2
    matched = 0.0
    for one, other, alike in _paired(ours, theirs):
        matched += alike * (_worth(one, bare_left) + _worth(other, bare_right)) / 2
    return round(matched / total, 3) if total else 0.0


def _paired(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[Word, Word, float]]:
    """Words of the two names paired: the same concepts first, then what is spelled or meant nearly alike."""
    by_concept: dict[str, list[Word]] = defaultdict(list)
    for word in theirs:
        by_concept[word.concept].append(word)
    left = []
    for word in ours:
        if by_concept.get(word.concept):
            yield word, by_concept[word.concept].pop(), 1.0
        else:
            left.append(word)
    rest = [word for words in by_concept.values() for word in words]
    for word in left:
        best = max(rest, key=lambda other: _alike(word, other), default=None)
        if best is not None and (alike := _alike(word, best)) > 0:
            yield word, best, alike
            rest.remove(best)


@lru_cache(maxsize=100_000)
def alike_names(left: Reading, right: Reading) -> bool:
    """Whether a proper name of the one is spelled like a word of the other."""
    return any(_alike(a, b) >= 0.6 for a in left.words if a.sort == "name" for b in right.words) or any(
        _alike(a, b) >= 0.6 for a in right.words if a.sort == "name" for b in left.words
    )


@cache
def near_types(concept: str) -> frozenset[str]:
    """The type words that translators take for this one."""
    groups = [frozenset(group.split()) for group in word_data("types")["near"]["groups"]]
    return frozenset(other for group in groups if concept in group for other in group)


def _worth(word: Word, headless: bool) -> float:
    """A type word counts little when the other name has none: «Freedom House ұйымы», "Freedom House"."""
    return 0.15 if headless and word.sort in ("whole", "generic") else word.weight


def _headless(name: Reading, other: Reading) -> bool:
    return name.head is None and (other.head == "organization" or any(w.sort == "name" for w in other.words))


def _telling(reading: Reading, home: str | None) -> tuple[Word, ...]:
    """The words that count: not the home country, and a concept's bag for a listed acronym."""
    return tuple(
        w
        for w in _spelled_out(reading.words)
        if not (w.sort == "place" and is_country(w.concept) and country_of_place(w.concept) == home)
    )


def _spelled_out(words: tuple[Word, ...]) -> tuple[Word, ...]:
    bags = lexicon().bags
    if not any(word.concept in bags for word in words):
        return words
    result: list[Word] = []
    for word in words:
        result += [Word(c, sort_of(c), c) for c in bags[word.concept]] if word.concept in bags else [word]
    return tuple(sorted(result))


def _alike(left: Word, right: Word) -> float:
    if left.concept == right.concept:
        return 1.0
    if left.concept in near_types(right.concept):
        return 0.6
    if left.sort == "place" and right.sort == "place":
        return 0.0
    if left.skeleton == right.skeleton:
        return 1.0
    if left.sort in ("name", "eponym") or right.sort in ("name", "eponym"):
        length = min(len(left.skeleton), len(right.skeleton))
        if _ending_apart(left.skeleton, right.skeleton):
            return 0.95
        if _shared_beginning(left.skeleton, right.skeleton):
            return 0.85
        if length >= 5 and abs(len(left.skeleton) - len(right.skeleton)) <= 1:  # two letters dropped are more than 1.0 apart
            apart = distance(left.skeleton, right.skeleton)
            return 0.93 if apart <= 0.35 else 0.75 if apart <= 0.6 else 0.6 if apart <= 1.0 and length >= 7 else 0.0
    return 0.0


def _shared_beginning(left: str, right: str) -> bool:
    """International words differ in their endings alone: «паралимпийский», "Paralympic"."""
    if left[:7] != right[:7] or min(len(left), len(right)) < 7:
        return False
    same = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return same >= 0.7 * max(len(left), len(right))


def _ending_apart(left: str, right: str) -> bool:
    """One is the other with a case ending or a final vowel: «Сырдарья» cut to its stem, "Syrdarya"."""
    if not (left.startswith(right) or right.startswith(left)):
        return False
    short, long = sorted((left, right), key=len)
    return len(short) >= 4 and bool(_ENDING.match(long[len(short) :]))
