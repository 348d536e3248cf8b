"""Reprints: many papers print one report, and it must count once. The fullest stands for all; the others stay as its sources.

Near-linear: of each report that stands for others, the few smallest numbers of its runs of five words are kept in an index, and
a document is compared word by word only with those it shares such a number with.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

from seriktes.keeping.cards import Card, copy_of, document_card
from seriktes.keeping.recalled import recalled
from seriktes.model import Document, Span
from seriktes.records import record
from seriktes.text.scripts import fold

if TYPE_CHECKING:
    from difflib import Match

_RUN = 5
#: Numbers kept of each report; a reprint of a third of it shares five of them on average.
_KEPT = 16
#: A number that so many reports have belongs to what a site prints under each of them.
_COMMON = 20
_COMPARED = 8
#: The share of a reprint's words that stand in the report in the same order, and the least length of it beside the report.
_SAME = 0.6
_LENGTH = 0.25
#: Words of the head, where a paper puts its own PLACE, day and name before the first sentence.
_HEAD = 20
#: Names and numbers replaced inside otherwise equal words: more than this and it is another event told by the same words.
_REPLACED = 1
_LONGEST = 10
_FLANK = 3
#: Past so many words, only runs are compared.
_TEXT = 5_000
_WORD = re.compile(r"\w+")
_PRIME = (1 << 61) - 1
_FACTOR = 1_000_003
#: The code by which an array holds a number.
_NUMBER = "Q"
_LAST = pow(_FACTOR, _RUN - 1, _PRIME)


@record(frozen=True, slots=True)
class Folded:
    """The documents that stand for themselves and their reprints, in the order they came; and each reprint with whose it is."""

    documents: list[Document]
    reprints: list[tuple[Document, Document]]


class Print(NamedTuple):
    """What tells which of some documents is looked at before which, and whether it is as it was: ``said`` is a digest of all that its
    being a reprint depends on, ``words`` how many there are."""

    id: str
    published: str | None
    words: int
    said: bytes


class Found(NamedTuple):
    """Of which document one is a reprint, by its id, if it is one; otherwise which of its numbers lead to it."""

    of: str | None
    led: bytes


class Reports(Protocol):
    """Documents among which reprints are looked for, by their places."""

    prints: Sequence[Print]

    def runs(self, place: int) -> Sequence[int]:
        """A number for each run of words of a document, each once, in order."""

    def document(self, place: int) -> Document:
        """The document itself."""


class _Held:
    """Documents that are held as a whole."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self.prints: Sequence[Print] = [print_of(d) for d in documents]

    def runs(self, place: int) -> Sequence[int]:
        return runs_of(self._documents[place])

    def document(self, place: int) -> Document:
        return self._documents[place]


def print_of(document: Document) -> Print:
    """The print of a document."""
    return Print(document.id, document.published, len(_words(document)), _said(document))


def runs_of(document: Document) -> list[int]:
    """A number for each run of words of a document, the same on every machine, each once, in order."""
    return sorted(_runs(_words(document)))


def fold_reprints(documents: Sequence[Document]) -> Folded:
    """Put the reprints of a report behind it. Which one stands for all does not depend on the order given: the longest does,
    of equally long ones the earliest published.
    """
    found = find_reprints(_Held(documents))
    known = {d.id: d for d in documents}
    pairs = [(d, known[of]) for d in documents if (of := found[d.id].of) is not None]
    copies: dict[str, list[Card]] = defaultdict(list)
    for copy, report in pairs:
        copies[report.id].append(document_card(copy))
    kept = [with_copies(d, copies[d.id]) if d.id in copies else d for d in documents if found[d.id].of is None]
    return Folded(kept, sorted(pairs, key=lambda pair: pair[0].id))


def find_reprints(reports: Reports, before: Mapping[Print, Found] = {}) -> dict[str, Found]:
    """Of each document, by its id, whether it is a reprint.

    ``before`` is what was found when there were others: a document that was there is looked at again only if it has a number in common
    with one that came, went or was found to be something else. What is found is the same without.
    """
    prints = reports.prints
    there = set(prints)
    #: Numbers that lead to other documents than they did.
    changed = {number for seen, was in before.items() if seen not in there for number in _numbers(was.led)}
    ordered = sorted(range(len(prints)), key=lambda n: (-prints[n].words, prints[n].published or "9999", prints[n].id))
    index: dict[int, list[int]] = defaultdict(list)
    found: dict[str, Found] = {}
    for rank, place in enumerate(ordered):
        was = before.get(prints[place])
        if was is not None and (not changed or changed.isdisjoint(reports.runs(place))):
            now = was
        else:
            now = _look(reports, place, ordered, index)
            if before and now != was:
                changed.update(_numbers(now.led), _numbers(was.led) if was else ())
        found[prints[place].id] = now
        for number in _numbers(now.led):
            index[number].append(rank)
    return found


def _look(reports: Reports, place: int, ordered: Sequence[int], index: Mapping[int, Sequence[int]]) -> Found:
    """Whether a document is a reprint of one that went before, by the numbers that lead to those."""
    prints, runs = reports.prints, reports.runs(place)

    def same(other: int) -> bool:
        said = prints[place].said + prints[other].said
        return recalled(lambda: said, lambda: float(is_reprint(reports.document(place), reports.document(other)))) > 0

    shared = Counter(leader for number in index.keys() & runs for leader in index[number])
    candidates = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_COMPARED]
    leader = next((ordered[n] for n, _ in candidates if same(ordered[n])), None)
    if leader is not None:
        return Found(prints[leader].id, b"")
    led = [number for number in runs[:_KEPT] if number not in index or len(index[number]) < _COMMON]
    return Found(None, array(_NUMBER, led).tobytes())


def _numbers(led: bytes) -> array[int]:
    return array(_NUMBER, led)


def with_copies(document: Document, copies: Sequence[Card]) -> Document:
    """A report with its reprints."""
    told = tuple(copy_of(card) for card in sorted(copies, key=lambda card: card.id))
    return replace(document, copies=told)


def _words(document: Document) -> tuple[str, ...]:
    """The words of the report as they stand, without the furniture of its page."""
    return _words_of(document.text, document.furniture)


@lru_cache(maxsize=512)
def _words_of(text: str, furniture: tuple[Span, ...]) -> tuple[str, ...]:
    parts, place = [], 0
    for span in sorted(furniture):
        parts.append(text[place : span.start])
        place = max(place, span.end)
    return tuple(_WORD.findall(" ".join([*parts, text[place:]])))


def _runs(words: Sequence[str]) -> set[int]:
    """A number for each run of five words; the same on every machine."""
    codes = [_code(word) for word in words]
    found = set()
    number = 0
    for place, code in enumerate(codes):
        if place >= _RUN:
            number -= codes[place - _RUN] * _LAST
        number = (number * _FACTOR + code) % _PRIME
        if place >= _RUN - 1:
            found.add(number)
    return found


def _said(document: Document) -> bytes:
    """A digest of all of a document that its being a reprint depends on."""
    said = repr((document.language, document.furniture)) + document.text
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@lru_cache(maxsize=200_000)
def _code(word: str) -> int:
    return zlib.crc32(fold(word).encode("utf-8", "surrogatepass"))


def is_reprint(copy: Document, report: Document) -> bool:
    """Whether a document prints what a report says, maybe under another head, cut, or with lines of its own.

    Two events told by the same words differ in names and numbers in the midst of sentences; a reprint does not.
    """
    if copy.language != report.language:
        return False
    ours, theirs = _words(copy), _words(report)
    if len(ours) < _LENGTH * len(theirs):
        return False
    if max(len(ours), len(theirs)) > _TEXT:
        runs = _runs(ours)
        return len(runs & _runs(theirs)) >= 0.8 * len(runs)
    folded, others = _folded(ours), _folded(theirs)
    if _most_in_common(folded, others) < _SAME * len(ours):
        return False
    from difflib import SequenceMatcher  # a single report is compared with none

    blocks = SequenceMatcher(None, folded, others, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks if block.size >= _FLANK)
    if same < _SAME * len(ours):
        return False
    return sum(_replaced(ours, theirs, gap) for gap in _gaps(blocks)) <= _REPLACED


@lru_cache(maxsize=512)
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, words))


@lru_cache(maxsize=512)
def _short_runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[start:] for start in range(_FLANK)), strict=False))


def _most_in_common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """No more words of ours can stand in equal stretches than stand in a run that both have. Soon counted, it spares most of the
    comparisons word by word.

    >>> _most_in_common(tuple("abcdxefg"), tuple("efgabcd"))
    7
    """
    runs = _short_runs(theirs)
    covered, end = 0, 0
    for place, run in enumerate(zip(*(ours[start:] for start in range(_FLANK)), strict=False)):
        if run in runs:
            covered += place + _FLANK - max(end, place)
            end = place + _FLANK
    return covered


def _gaps(blocks: Sequence[Match]) -> Iterator[tuple[int, int, int, int]]:
    """What stands between two equal stretches of words, in both texts: begins and ends."""
    for before, after in pairwise(block for block in blocks if block.size >= _FLANK):
        yield before.a + before.size, after.a, before.b + before.size, after.b


def _replaced(ours: Sequence[str], theirs: Sequence[str], gap: tuple[int, int, int, int]) -> int:
    """How many names or numbers stand in the place of others, in a gap of a few words; a dateline counts once."""
    a, b, c, d = gap
    if b - a > _LONGEST or d - c > _LONGEST:
        return 0
    mine, other = set(filter(_telling, ours[a:b])), set(filter(_telling, theirs[c:d]))
    dateline = min(a, c) < _HEAD and any(map(_shouted, mine | other))
    return min(len(mine - other), len(other - mine), 1 if dateline else _LONGEST)


def _telling(word: str) -> bool:
    return word[0].isdigit() or word[0].isupper()


def _shouted(word: str) -> bool:
    return len(word) > 3 and word.isupper()
