"""Word patterns of many groups, found in one look at the words of a sentence: which rules may have something to say there at all.

A pattern is a row of words: «*» stands for any letters of a word, «~» for up to three words, «~~» for up to eight (see
:func:`seriktes.facts.patterns.compile_patterns`, which makes regular expressions of the same).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriktes.records import Kept, record

#: How many words a gap may stand for.
_GAPS = {"~": 3, "~~": 8}
_STOPS = (".", ";")


@record(frozen=True, slots=True)
class _Part:
    """One word of a pattern: how it begins and ends, and whether anything may stand between; or a gap of so many words."""

    head: str
    tail: str
    open: bool
    gap: int = 0

    def fits(self, word: str) -> bool:
        if not self.open:
            return word == self.head
        return len(word) >= len(self.head) + len(self.tail) and word.startswith(self.head) and word.endswith(self.tail)


@record(frozen=True, slots=True)
class Phrase:
    """A pattern: its place among those of its group, whose of the group it is, and which of its words it is looked up by.

    ``before``: so many words stand at most before the key in the row, where gaps are as long as can be.
    """

    order: int
    owner: int
    parts: tuple[_Part, ...]
    key: int
    plain: tuple[str, ...] | None  # the words, where they have no stars and gaps
    others: tuple[tuple[int, _Part], ...]  # those beside the key, with their places
    gapped: bool
    before: int

    def found(self, words: Sequence[str], place: int) -> Sequence[tuple[int, int]]:
        """The first and last words of each place where it stands in a row, given where one of its key words does."""
        if self.gapped:
            begun = range(max(0, place - self.before), place + 1)
            return [(first, last) for first in begun if (last := _last(words, first, self.parts)) >= 0]
        first = place - self.key
        stop = first + len(self.parts)
        if first < 0 or stop > len(words):
            return ()
        if self.plain:
            return ((first, stop - 1),) if words[first:stop] == self.plain else ()
        for place, part in self.others:
            if not part.fits(words[first + place]):
                return ()
        return ((first, stop - 1),)


def one_by_one(places: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The first and last words of places, from left to right and none within another, as ``re.finditer`` tells them.

    Each place is given by its first word, the order of its pattern, and its last word: of those that begin together the pattern
    named first is found.
    """
    found: list[tuple[int, int]] = []
    for first, _, last in sorted(places):
        if not found or first > found[-1][1]:
            found.append((first, last))
    return found


def _last(words: Sequence[str], place: int, parts: tuple[_Part, ...]) -> int:
    """The last word of a pattern that begins at a place, with gaps as short as can be; -1 where it does not."""
    for number, part in enumerate(parts):
        if part.gap:
            for at in range(place, min(place + part.gap, len(words) - 1) + 1):
                last = _last(words, at, parts[number + 1 :])
                if last >= 0:
                    return last
                if any(stop in words[at] for stop in _STOPS):
                    break
            return -1
        if place >= len(words) or not part.fits(words[place]):
            return -1
        place += 1
    return place - 1


def phrase(pattern: str, order: int = 0, owner: int = 0) -> Phrase:
    """A pattern taken apart. Raises ValueError where it begins or ends with a gap, or has a word with two stars.

    >>> list(phrase("қол ~ қой*").found(("меморандумға", "қол", "салтанатты", "қойылды"), 1))
    [(1, 3)]
    """
    words = pattern.split()
    if not words or words[0] in _GAPS or words[-1] in _GAPS or any(word.count("*") > 1 for word in words):
        raise ValueError(f"no pattern of words: {pattern!r}")
    pieces = [(word, *word.partition("*")) for word in words]
    parts = tuple(_Part(head, tail, star != "", _GAPS.get(word, 0)) for word, head, star, tail in pieces)
    gapped = not _GAPS.keys().isdisjoint(words)
    key = words.index(_key(words))
    before = sum(part.gap or 1 for part in parts[:key])
    plain = None if gapped or "*" in pattern else tuple(words)
    others = tuple((place, part) for place, part in enumerate(parts) if place != key)
    return Phrase(order, owner, parts, key, plain, others, gapped, before)


def _key(words: Sequence[str]) -> str:
    """The word a pattern is looked up by: the longest one, mentions last, since most sentences have some."""
    return max((word for word in words if word not in _GAPS), key=lambda word: (word[0] != "<", len(word.replace("*", ""))))


#: A pattern that is not taken apart yet, with its group, its place there, and whose it is.
_Told = tuple[str, str, int, int]
#: By group, where in a sentence a word stands that a pattern of the group is looked up by.
Near = dict[str, list[tuple[int, Phrase]]]


class Phrases:
    """The patterns of many groups, each given with whose of its group it is."""

    def __init__(self, groups: Iterable[tuple[str, Iterable[tuple[int, str]]]]) -> None:
        self._whole: dict[str, list[_Told]] = {}
        self._begun: dict[str, list[_Told]] = {}
        self._ended: dict[str, list[_Told]] = {}
        self._phrases: dict[_Told, Phrase] = {}
        self._sizes: dict[str, set[int]] = {}
        for group, patterns in groups:
            for order, (owner, pattern) in enumerate(patterns):
                head, star, tail = _key(pattern.split()).partition("*")
                table = self._begun if head and star else self._ended if star else self._whole
                table.setdefault(head or tail, []).append((pattern, group, order, owner))
        for head in self._begun:
            self._sizes.setdefault(head[0], set()).add(len(head))
        self._tails = sorted({*map(len, self._ended)})
        self._of = Kept(self._looked_up)

    def near(self, words: Iterable[str]) -> Near:
        """By group, the places of key words of its patterns in a row of words; most groups have none."""
        found: Near = {}
        for place, told in enumerate(map(self._of.__getitem__, words)):
            for group, one in told:
                found.setdefault(group, []).append((place, one))
        return found

    def _looked_up(self, word: str) -> tuple[tuple[str, Phrase], ...]:
        """The patterns that have the word as their key, with their groups."""
        found = list(self._whole.get(word, ()))
        for size in self._sizes.get(word[:1], ()):
            found += self._begun.get(word[:size], ())
        for size in self._tails:
            found += self._ended.get(word[-size:], ())
        return tuple((told[1], one) for told in found if (one := self._phrase(told)).parts[one.key].fits(word))

    def _phrase(self, told: _Told) -> Phrase:
        """The pattern taken apart, when a text first has its key word."""
        one = self._phrases.get(told)
        if one is None:
            pattern, _, order, owner = told
            one = self._phrases[told] = phrase(pattern, order, owner)
        return one
