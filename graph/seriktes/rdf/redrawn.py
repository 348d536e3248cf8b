"""What rules draw, and checks find, otherwise than before, asked around the lines that changed since the graph before.

The outcome is that of asking everything; ``tests/rdf/test_redrawn.py`` holds it to that. Each rule is asked, in the order of the rules, of
the lines around the changes as they were and as they are. What it draws no more stays if anything else draws it, which is looked
for by the claims that it was derived from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from pyoxigraph import RdfFormat, Store

from seriktes.rdf import terms as t
from seriktes.rdf.differing import Differing, objects_of, old_and_new, pieces
from seriktes.rdf.evidence import checks_apart
from seriktes.rdf.inference import Rule, about_rule, drawn_from, load_rules
from seriktes.rdf.iris import rule_iri
from seriktes.rdf.ontology import ontology
from seriktes.rdf.patterns import Asked, all_patterns, read_query
from seriktes.rdf.reach import Unreachable, Way, go, patterns_fit, ways_from, ways_of
from seriktes.rdf.validate import Check, Violation, check_troubles

_DERIVED, _GENERATED = (f" {term} ".encode() for term in (t.DERIVED_FROM, t.GENERATED_BY))
_INFERRED = f" {t.INFERRED_GRAPH} .".encode()
#: Around more lines than that everything is asked.
MOST = 200_000


@cache
def stages() -> tuple[tuple[Rule, ...], ...]:
    """The rules in order, those together of which none feeds another."""
    found: list[list[Rule]] = []
    for rule in load_rules():
        asked = tuple(all_patterns(read_query(rule.query).joins))
        templates = (read_query(other.query).template for other in (found[-1] if found else ()))
        if found and not any(patterns_fit(template, asked) for template in templates):
            found[-1].append(rule)
        else:
            found.append([rule])
    return tuple(map(tuple, found))


def redraw(graph: Differing) -> None:
    """Let the rules draw anew what the changed lines of a graph have a part in: what they draw no more goes, what is new is added.

    The graph has all that they drew before. Raises Unreachable where everything has to be asked.
    """
    lost, drawn = set[bytes](), set[bytes]()
    so_far: list[Rule] = []
    for rules in stages():
        so_far += rules
        went, came = _differences(rules, graph)
        drawn |= came
        went = {line for line in went - drawn if graph.holds(line)}
        went -= _still_drawn(went, so_far, graph)
        lost = (lost | went) - drawn
        graph.gone -= came
        graph.change(went, (line for line in came if not graph.holds(line)))
    still = _still_drawn(lost, so_far, graph)
    graph.gone -= still
    _describe(graph, lost - still, drawn)


def _differences(rules: Sequence[Rule], graph: Differing) -> tuple[set[bytes], set[bytes]]:
    """What rules draw no more, and what they draw now, of the lines around those that changed."""
    changed = graph.gone | graph.added
    went, came = set[bytes](), set[bytes]()
    for rule, lines in zip(rules, _around([rule.query for rule in rules], changed, graph), strict=True):
        before, now = old_and_new(lines, graph)
        if before != now:
            old, new = drawn_from(rule, before), drawn_from(rule, now)
            went |= old - new
            came |= new - old
    return went - came, came


def _around(queries: Sequence[str], changed: Collection[bytes], graph: Differing) -> list[set[bytes]]:
    """The lines around those that changed, for each query."""
    found: list[set[bytes]] = [set() for _ in queries]
    ways = [way for query, some in zip(queries, found, strict=True) for way in ways_from(read_query(query), changed, graph, some)]
    go(ways, graph)
    if sum(map(len, found)) > MOST:
        raise Unreachable
    return found


def _still_drawn(lines: Collection[bytes], rules: Sequence[Rule], graph: Differing) -> set[bytes]:
    """What rules draw now of the claims that the nodes which some lines are about were derived from."""
    claims = {node: objects_of(graph.starting(node + _DERIVED)) for node in {line.split(b" ", 1)[0] for line in lines}}
    nodes = {node for node, of in claims.items() if of}
    if not nodes:
        return set()
    found: list[set[bytes]] = [set() for _ in rules]
    ways: list[Way] = []
    for rule, some in zip(rules, found, strict=True):
        ways += _ways_to(read_query(rule.query), nodes, set().union(*claims.values()), graph, some)
    go(ways, graph)
    return set[bytes]().union(*(drawn_from(rule, old_and_new(some, graph)[1]) for rule, some in zip(rules, found, strict=True)))


def _ways_to(asked: Asked, nodes: set[bytes], claims: set[bytes], graph: Differing, found: set[bytes]) -> Iterator[Way]:
    """From what a rule draws nodes of, or from the nodes where it only says more of them, to all that it draws them of."""
    from_claims = {each.object for each in asked.template if _DERIVED[1:-1] in each.predicates}
    about = {each.subject for each in asked.template}
    for join in asked.joins:
        known = {name for pattern in join.patterns for name in pattern.variables}
        bound = dict.fromkeys(known & from_claims, claims) or dict.fromkeys(known & about, nodes)
        if not bound:
            raise Unreachable
        yield ways_of(join, bound, graph, found)


def _describe(graph: Differing, lost: Collection[bytes], drawn: Collection[bytes]) -> None:
    """Rules are described that draw something, and no others."""
    for rule in load_rules():
        node = str(rule_iri(rule.id)).encode()
        end = _GENERATED + node + _INFERRED
        about = about_rule(rule)
        if any(line.endswith(end) for line in drawn):
            graph.gone -= set(about)
            graph.change((), (line for line in about if not graph.holds(line)))
        elif any(line.endswith(end) for line in lost) and not _stands(end, graph):
            graph.change((line for line in about if graph.holds(line)), ())


def _stands(end: bytes, graph: Differing) -> bool:
    """Whether a line with an end is there before and now."""
    for piece in pieces(graph.before):
        place = piece.find(end)
        while place >= 0:
            if piece[piece.rfind(b"\n", 0, place) + 1 : place + len(end)] not in graph.gone:
                return True
            place = piece.find(end, place + 1)
    return False


def recheck(graph: Differing, before: Collection[Violation]) -> set[Violation]:
    """What the checks of all documents find now, where it is known what they found ``before``; the graph has the ontology beside it.

    Raises Unreachable where everything has to be asked.
    """
    checks = checks_apart()[1]
    ids = {check.id for check in checks}
    found = {trouble for trouble in before if trouble.shape in ids}
    for check, lines in zip(checks, _around([c.query for c in checks], graph.gone | graph.added, graph), strict=True):
        old, new = (_rows(check, some) for some in old_and_new(lines, graph))
        went = old - new
        if went:
            went -= _still_found(check, went, graph)
        found = (found - went) | (new - old)
    return found


def _rows(check: Check, lines: Sequence[bytes]) -> set[Violation]:
    if not lines:
        return set()
    store = Store()
    store.bulk_load(b"\n".join(lines), format=RdfFormat.N_QUADS, lenient=True)
    store.bulk_extend(ontology())
    return set(check_troubles(store, [check]))


def _still_found(check: Check, troubles: Collection[Violation], graph: Differing) -> set[Violation]:
    """What a check finds now about the things that some troubles are about."""
    asked = read_query(check.query)
    focus, lines = asked.columns.get("focus", ""), set[bytes]()
    things = {f"<{trouble.focus}>".encode() for trouble in troubles}
    if not all(focus in {name for each in join.patterns for name in each.variables} for join in asked.joins):
        raise Unreachable
    go([ways_of(join, {focus: things}, graph, lines) for join in asked.joins], graph)
    return _rows(check, old_and_new(lines, graph)[1])
