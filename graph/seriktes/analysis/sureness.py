"""How sure: what the ranks would be with other documents, and on which single decisions they rest."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from sys import byteorder
from typing import NamedTuple

from seriktes.analysis.claims import Claim, claim_order
from seriktes.analysis.network import LARGEST_EVENT, pairings

#: «Among the first»: so many.
FIRST = 3
#: Decisions are weighed by the ranks of so many first bodies.
_WATCHED = 20


class Support(NamedTuple):
    """A tie and what holds it: for each of its edges the claims behind the one end and behind the other, by number."""

    a: str
    b: str
    edges: tuple[tuple[frozenset[int], frozenset[int]], ...]


class Held(NamedTuple):
    """Ties, and the claims that their numbers mean, in order."""

    ties: list[Support]
    claims: list[Claim]


def supports(claims: Iterable[Claim], kinds: Sequence[str], nodes: Iterable[str]) -> Held:
    """The ties of some kinds between some bodies, each with its edges and their claims.

    A body is party to an agreement by a claim of its own; so an edge stands while each end has one claim left.
    """
    known, ordered = set(nodes), sorted(claims, key=claim_order)
    number = {id(claim): place for place, claim in enumerate(ordered)}
    edges: dict[tuple[str, str], dict[tuple[str, str], tuple[set[int], set[int]]]] = defaultdict(dict)
    for pair in pairings(ordered, LARGEST_EVENT, [], "co-participation" in kinds):
        if pair.kind in kinds and pair.source != pair.target and {pair.source, pair.target} <= known:
            first, second = ([number[id(claim)] for claim in side] for side in (pair.first, pair.second or pair.first))
            if pair.target < pair.source:
                first, second = second, first
            of = edges[min(pair.source, pair.target), max(pair.source, pair.target)]
            a, b = of.setdefault((pair.kind, pair.via), (set(), set()))
            a.update(first)
            b.update(second)
    found = [Support(a, b, tuple((frozenset(x), frozenset(y)) for x, y in of.values())) for (a, b), of in sorted(edges.items())]
    return Held(found, ordered)


class _Light(NamedTuple):
    """A tie by documents alone: it stands where one of ``edges`` has a document left at each end."""

    a: str
    b: str
    edges: tuple[tuple[frozenset[str], frozenset[str]], ...]


def _light(found: Held) -> list[_Light]:
    def documents(side: frozenset[int]) -> frozenset[str]:
        return frozenset(found.claims[number].document for number in side)

    return [_Light(a, b, tuple({(documents(x), documents(y)) for x, y in edges})) for a, b, edges in found.ties]


def _partners(ties: Iterable[_Light], documents: frozenset[str]) -> Counter[str]:
    """How many partners each body has by some documents alone."""
    counted: Counter[str] = Counter()
    for a, b, edges in ties:
        if any(not (x.isdisjoint(documents) or y.isdisjoint(documents)) for x, y in edges):
            counted[a] += 1
            counted[b] += 1
    return counted


def _nodes(ties: Iterable[_Light]) -> list[str]:
    return sorted({end for tie in ties for end in (tie.a, tie.b)})


def ranks(counted: Mapping[str, int], nodes: Iterable[str]) -> dict[str, int]:
    """The rank of each body by its number: one more than how many have a greater one; equals share a rank.

    >>> ranks({"A": 5, "B": 2, "C": 2}, "ABCD")
    {'A': 1, 'B': 2, 'C': 2, 'D': 4}
    """
    ordered = list(nodes)
    return dict(zip(ordered, _places([counted.get(node, 0) for node in ordered]), strict=True))


def _places(numbers: Sequence[int]) -> list[int]:
    ordered = sorted(numbers)
    place = {number: len(ordered) - bisect_right(ordered, number) + 1 for number in set(ordered)}
    return [place[number] for number in numbers]


class Interval(NamedTuple):
    """A body's rank by partners, and what it is when other documents had been read.

    ``low`` and ``high`` hold nine in ten samples; ``first`` is the share of samples in which it is among the first three.
    """

    node: str
    rank: int
    partners: int
    low: int
    high: int
    first: float


def bootstrap(found: Held, documents: Sequence[str], seed: int = 0, samples: int = 200) -> list[Interval]:
    """Intervals for the ranks by number of partners: the bootstrap over documents (Efron 1979, Annals of Statistics 7, 1-26).

    Each sample draws as many documents as there are, with replacement; a tie stands where the drawn documents still hold
    claims for both of its ends. The bounds are the 5th and the 95th of a hundred ranks in order. Of A tied to B by two
    documents and to C by a third, A is first whichever are drawn.

    >>> of = lambda a, b, document: Claim("cooperation", {"a": a, "b": b}, document, document, 0, 1, ".")
    >>> found = supports([of("A", "B", "1"), of("A", "B", "2"), of("A", "C", "3")], ["cooperation"], "ABC")
    >>> bootstrap(found, "123")[0]
    Interval(node='A', rank=1, partners=2, low=1, high=1, first=1.0)
    """
    light, ordered = _light(found), sorted(documents)
    nodes, now = _nodes(light), _partners(light, frozenset(ordered))
    counted = _in_samples(light, nodes, ordered, seed, samples)
    places = zip(*(_places(column) for column in zip(*counted, strict=True)), strict=True)
    seen = dict(zip(nodes, places, strict=True))
    place = ranks(now, nodes)
    rows = []
    for node in nodes:
        values = sorted(seen[node])
        out = int(0.05 * (len(values) - 1))
        among = sum(value <= FIRST for value in values) / len(values)
        rows.append(Interval(node, place[node], now[node], values[out], values[-1 - out], among))
    return sorted(rows, key=lambda row: (row.rank, -row.first, row.node))


def _in_samples(
    ties: Sequence[_Light], nodes: Sequence[str], documents: Sequence[str], seed: int, samples: int
) -> list[Sequence[int]]:
    """How many partners each node has in each sample.

    All samples are counted at once: a number of 32 bits a sample is 1 where a document is drawn, so that «or» and «and» tell
    where a tie stands, and plain addition counts.
    """
    chance, drawn = random.Random(seed), dict.fromkeys(documents, 0)
    for sample in range(samples):
        for document in set(chance.choices(documents, k=len(documents))):
            drawn[document] |= 1 << (32 * sample)

    def any_of(side: frozenset[str]) -> int:
        return reduce(or_, (drawn.get(document, 0) for document in side), 0)

    counted = dict.fromkeys(nodes, 0)
    for a, b, edges in ties:
        stands = reduce(or_, (any_of(x) & any_of(y) for x, y in edges), 0)
        counted[a] += stands
        counted[b] += stands
    return [memoryview(counted[node].to_bytes(4 * samples, byteorder)).cast("I").tolist() for node in nodes]


class Decision(NamedTuple):
    """A single decision and what reversing it does: ``effect`` sums how far the ranks of the first twenty bodies move.

    ``what`` is ``document`` (it was read), ``one body`` (its names in several documents are one) or ``fact``; ``subject``
    the document or the body, of a fact its document; ``confidence`` and ``claim`` are those of a fact.
    """

    what: str
    subject: str
    effect: int
    confidence: float | None = None
    claim: Claim | None = None


def decisions(found: Held, documents: Iterable[str]) -> list[Decision]:
    """The decisions the ranks rest on, those that move most first: each is reversed alone, all others stand.

    A document is left out; a fact is not believed; a body known from several documents falls into one for each (its rank is
    then that of its best piece). Those that move no rank are left out. Of A tied to B by two documents and to C by a third,
    B and C are second; without the third B is first beside A and C third: two places.

    >>> of = lambda a, b, document: Claim("cooperation", {"a": a, "b": b}, document, document, 0, 1, ".")
    >>> found = supports([of("A", "B", "1"), of("A", "B", "2"), of("A", "C", "3")], ["cooperation"], "ABC")
    >>> [(one.what, one.subject, one.effect) for one in decisions(found, "123") if one.what == "document"]
    [('document', '3', 2)]
    """
    light = _light(found)
    nodes, now = _nodes(light), _partners(light, frozenset(documents))
    place = ranks(now, nodes)
    watched = sorted(nodes, key=lambda node: (place[node], node))[:_WATCHED]
    board = _Board(now, nodes, watched)
    rows = [Decision("document", name, board.effect(change)) for name, change in _without_documents(light, now)]
    for number, change in _without_claims(found.ties, now):
        claim = found.claims[number]
        rows.append(Decision("fact", claim.document, board.effect(change), claim.confidence, claim))
    rows += [Decision("one body", node, board.effect(change)) for node, change in _split(light, now, watched)]
    moving = [row for row in rows if row.effect]
    return sorted(moving, key=lambda row: (-row.effect, row.what, row.confidence or 0.0, row.subject))


class _Board:
    """The ranks of some bodies, and how far they move when a few numbers change."""

    def __init__(self, now: Mapping[str, int], nodes: Sequence[str], watched: Sequence[str]) -> None:
        self._now, self._watched = now, watched
        self._ordered = sorted(now.get(node, 0) for node in nodes)
        self._place = {node: self._rank(now.get(node, 0)) for node in watched}
        self._floor = min((now.get(node, 0) for node in watched), default=0)

    def _rank(self, number: int) -> int:
        return len(self._ordered) - bisect_right(self._ordered, number) + 1

    def effect(self, change: Mapping[str, int]) -> int:
        """Σ |rank after - rank before| over the watched bodies; ``change`` gives new numbers of some bodies."""
        moves = [(self._now.get(node, 0), new) for node, new in change.items()]
        if all(old <= self._floor and new <= self._floor for old, new in moves) and not change.keys() & self._place.keys():
            return 0  # what happens below the watched bodies moves none of them
        total = 0
        for node in self._watched:
            number = change.get(node, self._now.get(node, 0))
            rank = self._rank(number) + sum((new > number) - (old > number) for old, new in moves)
            total += abs(rank - self._place[node])
        return total


def _without_documents(ties: Sequence[_Light], now: Mapping[str, int]) -> Iterator[tuple[str, dict[str, int]]]:
    """Each document that some tie cannot do without: each of the tie's edges has an end that rests on it alone."""
    resting: dict[str, list[_Light]] = defaultdict(list)
    for tie in ties:
        for document in set.intersection(*({d for side in edge if len(side) == 1 for d in side} for edge in tie.edges)):
            resting[document].append(tie)
    for document, lost in sorted(resting.items()):
        yield document, _less(now, lost)


def _without_claims(ties: Sequence[Support], now: Mapping[str, int]) -> Iterator[tuple[int, dict[str, int]]]:
    """The same for claims, by number."""
    resting: dict[int, list[Support]] = defaultdict(list)
    for tie in ties:
        for claim in set.intersection(*({n for side in edge if len(side) == 1 for n in side} for edge in tie.edges)):
            resting[claim].append(tie)
    for claim, lost in sorted(resting.items()):
        yield claim, _less(now, lost)


def _less(now: Mapping[str, int], lost: Iterable[Support | _Light]) -> dict[str, int]:
    change: dict[str, int] = {}
    for tie in lost:
        for end in (tie.a, tie.b):
            change[end] = change.get(end, now.get(end, 0)) - 1
    return change


def _split(ties: Sequence[_Light], now: Mapping[str, int], watched: Iterable[str]) -> Iterator[tuple[str, dict[str, int]]]:
    """Each body known from several documents, taken for one body a document."""
    of_node: dict[str, list[_Light]] = defaultdict(list)
    for tie in ties:
        of_node[tie.a].append(tie)
        of_node[tie.b].append(tie)
    for node in watched:
        pieces: Counter[str] = Counter()
        change: dict[str, int] = {}
        for tie in of_node[node]:
            own = {document for edge in tie.edges for document in edge[node != tie.a]}
            pieces.update(own)
            other = tie.b if node == tie.a else tie.a
            change[other] = now.get(other, 0) + len(own) - 1
        if len(pieces) > 1:
            yield node, {**change, node: max(pieces.values())}
