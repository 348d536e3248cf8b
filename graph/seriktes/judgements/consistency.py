"""Judgements against one another: what is the same as the same thing cannot be different."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from seriktes.identity.judgements import Place
from seriktes.judgements.statements import Statement

#: What both sides of a judgement name.
Sides = tuple[frozenset[Place], frozenset[Place]]


def contradictions(same: Mapping[Statement, Sides], different: Mapping[Statement, Sides]) -> Iterator[tuple[Statement, str]]:
    """Each judgement that two things differ, when others say they are one, and what it contradicts."""
    by_place: dict[Place, list[Statement]] = defaultdict(list)
    for statement in sorted(same, key=lambda s: s.line):
        for place in same[statement][0] | same[statement][1]:
            by_place[place].append(statement)
    for statement in sorted(different, key=lambda s: s.line):
        chain = _chain(*different[statement], same, by_place)
        if chain:
            lines = ", ".join(f"line {other.line}: {other.shown}" for other in chain)
            yield statement, f"{statement.shown} contradicts {lines}"


def _chain(
    left: frozenset[Place], right: frozenset[Place], same: Mapping[Statement, Sides], by_place: Mapping[Place, list[Statement]]
) -> list[Statement]:
    """The shortest chain of judgements that makes something of the one side the same as something of the other."""
    came: dict[Statement, Statement | None] = {}
    waiting: deque[Statement] = deque()
    for statement in sorted({s for place in left for s in by_place.get(place, ())}, key=lambda s: s.line):
        came[statement] = None
        waiting.append(statement)
    while waiting:
        statement = waiting.popleft()
        here = same[statement][0] | same[statement][1]
        if here & right:
            chain: list[Statement] = []
            step: Statement | None = statement
            while step is not None:
                chain.append(step)
                step = came[step]
            return sorted(chain, key=lambda s: s.line)
        for following in sorted({s for place in here for s in by_place.get(place, ())} - came.keys(), key=lambda s: s.line):
            came[following] = statement
            waiting.append(following)
    return []
