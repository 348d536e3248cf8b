"""Which lines of a graph a query could join with some that changed, told by the query alone: nobody has to declare it.

From each pattern that a changed line fits, the others are followed by the variables that they share. What is found holds every
solution that has a changed line in it, or is kept away by one, with all else that stands in the way of it. A query that cannot be followed so raises Unreachable.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from seriktes.rdf.differing import Differing, objects_of
from seriktes.rdf.patterns import Asked, Join, Pattern
from seriktes.rdf.trig import cut

#: Values of variables: a superset of those in solutions.
Values = dict[str, set[bytes]]
#: A way that asks, now and then, for the lines that name some terms.
Way = Generator[Collection[bytes], Mapping[bytes, list[bytes]], Values | None]
#: More values of a variable than that are not followed.
MOST = 200_000


class Unreachable(Exception):
    """Not all that a query joins with a line can be followed, or it is too much."""


class Root(NamedTuple):
    """A pattern with the joins that it stands in, the outermost first."""

    joins: tuple[Join, ...]
    pattern: Pattern


def roots_of(asked: Asked) -> list[Root]:
    """All patterns of a query."""
    found: list[Root] = []

    def walk(joins: Sequence[Join], above: tuple[Join, ...]) -> None:
        for join in joins:
            chain = (*above, join)
            found.extend(Root(chain, pattern) for pattern in join.patterns)
            for group in join.apart:
                walk(group, chain)

    walk(asked.joins, ())
    return found


def ways_from(asked: Asked, lines: Iterable[bytes], graph: Differing, found: set[bytes]) -> list[Way]:
    """The ways from some lines that changed; what they come by goes to ``found``."""
    by_predicate: dict[bytes, list[Root]] = defaultdict(list)
    anywhere: list[Root] = []
    for root in roots_of(asked):
        for predicate in root.pattern.predicates:
            by_predicate[predicate].append(root)
        if root.pattern.predicate is not None:
            anywhere.append(root)
    begun: dict[int, tuple[Root, list[bytes]]] = {}
    for line in lines:
        predicate = line.split(b" ", 2)[1]
        for root in (*by_predicate.get(predicate, ()), *anywhere):
            if _fits(root.pattern, line):
                begun.setdefault(id(root), (root, []))[1].append(line)
    return [_from_lines(root, some, graph, found) for root, some in begun.values()]


def ways_of(join: Join, bound: Mapping[str, set[bytes]], graph: Differing, found: set[bytes]) -> Way:
    """The way from values of some variables of a join."""
    return _follow(join, dict(bound), graph, found)


def go(ways: Iterable[Way], graph: Differing) -> None:
    """Go all ways to their ends, side by side, so that the graph is gone through as seldom as can be."""
    waiting: list[tuple[Way, Collection[bytes]]] = []
    for way in ways:
        _on(way, None, waiting)
    while waiting:
        named = graph.naming(set().union(*(terms for _, terms in waiting)))
        now, waiting = waiting, []
        for way, terms in now:
            _on(way, {term: named[term] for term in terms}, waiting)


def _on(way: Way, answer: Mapping[bytes, list[bytes]] | None, waiting: list[tuple[Way, Collection[bytes]]]) -> None:
    with suppress(StopIteration):
        waiting.append((way, next(way) if answer is None else way.send(answer)))


def _fits(pattern: Pattern, line: bytes) -> bool:
    subject, _, value, graph = cut(line)
    places = ((pattern.subject, subject), (pattern.object, value), (pattern.graph, graph))
    return all(not isinstance(term, bytes) or term == said for term, said in places)


def _from_lines(root: Root, lines: Sequence[bytes], graph: Differing, found: set[bytes]) -> Way:
    """From a pattern that lines fit outwards, join by join."""
    pattern = root.pattern
    found.update(lines)
    values = _values(pattern, lines)
    if pattern.steps != "1":
        for place, closure in ((pattern.subject, _back), (pattern.object, _on_from)):
            if isinstance(place, str):
                values[place] |= yield from closure(pattern.predicates, values[place], graph, found)
    *outer, inner = root.joins
    reached = yield from _follow(inner, values, graph, found, bool(outer))
    while outer and reached is not None:
        join = outer.pop()
        # Of what stands beside all is wanted, whatever it was reached by.
        own = {name for each in join.patterns for name in each.variables}
        shared = {name: some for name, some in reached.items() if name in own}
        if not shared:
            raise Unreachable
        reached = yield from _follow(join, shared, graph, found, bool(outer))
    return reached


def _follow(join: Join, bound: Values, graph: Differing, found: set[bytes], partly: bool = False) -> Way:
    """Come by all that a join could have for values of some of its variables, and what stands beside it. None where there is no
    solution. With ``partly`` what cannot be reached yet is left to whoever comes from outside."""
    values, left = dict(bound), list(join.patterns)
    rows: list[tuple[Pattern, list[bytes]]] = []
    while left:
        pattern = _next(left, values, graph, not partly)
        if pattern is None:
            if partly or all(each.predicate is not None for each in left):
                break
            raise Unreachable
        left.remove(pattern)
        if pattern.steps != "1":
            some = bool((yield from _closed(pattern, values, graph, found)))
        else:
            lines = yield from _matching(pattern, values, graph)
            rows.append((pattern, lines))
            values.update(_values(pattern, lines))
            some = bool(lines)
        if not some:
            return None
        if any(len(known) > MOST for known in values.values()):
            raise Unreachable
    for pattern, lines in rows:
        found.update(line for line in lines if _within(pattern, line, values))
    for inner in chain.from_iterable(join.apart):
        mine = {name: set(known) for name, known in values.items() if name in inner.variables()}
        if mine:
            yield from _follow(inner, mine, graph, found, partly)
        elif not partly:
            raise Unreachable
    return values


def _next(left: Sequence[Pattern], values: Values, graph: Differing, literals: bool) -> Pattern | None:
    """The pattern that is the least work to follow: from its subject, or from what it names, if need be from its ``literals``."""
    best: tuple[int, Pattern] | None = None
    for pattern in left:
        if pattern.predicate is not None:
            continue
        if isinstance(pattern.subject, bytes) or pattern.subject in values:
            return pattern
        for place in (pattern.object, pattern.graph):
            if isinstance(place, str) and place in values and (literals or _named(values[place])):
                work = sum(map(graph.weight, values[place]))
                if best is None or work < best[0]:
                    best = work, pattern
    return best and best[1]


def _matching(
    pattern: Pattern, values: Values, graph: Differing
) -> Generator[Collection[bytes], Mapping[bytes, list[bytes]], list[bytes]]:
    """The lines that fit a pattern for the values of its variables."""
    subjects = _known(pattern.subject, values)
    if subjects is not None:
        starts = (subject + b" " + predicate + b" " for subject in subjects for predicate in pattern.predicates)
        some: Iterable[bytes] = (line for start in starts for line in graph.starting(start))
    else:
        named = yield _cheaper(pattern, values, graph)
        some = (line for lines in named.values() for line in lines if line.split(b" ", 2)[1] in pattern.predicates)
    return [line for line in some if _within(pattern, line, values)]


def _cheaper(pattern: Pattern, values: Values, graph: Differing) -> set[bytes]:
    """The values of the object or of the graph by which a pattern is the least work to follow."""
    known = [values[place] for place in (pattern.object, pattern.graph) if isinstance(place, str) and place in values]
    return min(known, key=lambda some: sum(map(graph.weight, some)))


def _named(terms: Iterable[bytes]) -> bool:
    return all(term.startswith(b"<") for term in terms)


def _within(pattern: Pattern, line: bytes, values: Values) -> bool:
    subject, _, value, graph = cut(line)
    for place, said in ((pattern.subject, subject), (pattern.object, value), (pattern.graph, graph)):
        if isinstance(place, bytes):
            if place != said:
                return False
        elif place is not None and place in values and said not in values[place]:
            return False
    return True


def _known(term: str | bytes, values: Values) -> set[bytes] | None:
    return {term} if isinstance(term, bytes) else values.get(term)


def _values(pattern: Pattern, lines: Iterable[bytes]) -> Values:
    """What the variables of a pattern are in some lines."""
    found: Values = {name: set() for name in pattern.variables}
    for line in lines:
        parts = cut(line)
        for place, said in zip((pattern.subject, pattern.predicate, pattern.object, pattern.graph), parts, strict=True):
            if isinstance(place, str):
                found[place].add(said)
    return found


Steps = Generator[Collection[bytes], Mapping[bytes, list[bytes]], set[bytes]]


def _closed(pattern: Pattern, values: Values, graph: Differing, found: set[bytes]) -> Steps:
    """What a path leads to, from its subject or backwards; the variable on the other side, and all edges, are noted."""
    ahead = _known(pattern.subject, values) is not None
    begin, end = (pattern.subject, pattern.object) if ahead else (pattern.object, pattern.subject)
    known = _known(begin, values)
    assert known is not None
    reached = yield from (_on_from if ahead else _back)(pattern.predicates, known, graph, found)
    if pattern.steps == "*":
        reached |= known
    if isinstance(end, str):
        values[end] = reached & values[end] if end in values else reached
    return reached


def _on_from(predicates: Collection[bytes], begin: Collection[bytes], graph: Differing, found: set[bytes]) -> Steps:
    """All that is reached from some terms, step by step."""
    yield from ()
    reached: set[bytes] = set()
    new = set(begin)
    while new:
        lines = [line for term in new for predicate in predicates for line in graph.starting(term + b" " + predicate + b" ")]
        found.update(lines)
        new = objects_of(lines) - reached
        reached |= new
    return reached


def _back(predicates: Collection[bytes], begin: Collection[bytes], graph: Differing, found: set[bytes]) -> Steps:
    """All from where some terms are reached, step by step."""
    reached: set[bytes] = set()
    new = {term for term in begin if term.startswith(b"<")}
    while new:
        named = yield new
        lines = [line for some in named.values() for line in some if line.split(b" ", 2)[1] in predicates]
        found.update(lines)
        new = {line.split(b" ", 1)[0] for line in lines} - reached
        reached |= new
    return reached


def patterns_fit(drawn: Iterable[Pattern], asked: Collection[Pattern]) -> bool:
    """Whether a triple of one of the first could fit one of the others."""
    return any(_could(one, other) for one in drawn for other in asked)


def _could(one: Pattern, other: Pattern) -> bool:
    if other.predicate is None and not one.predicates & other.predicates:
        return False
    return not (isinstance(one.object, bytes) and isinstance(other.object, bytes)) or one.object == other.object
