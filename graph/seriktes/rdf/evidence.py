"""The evidence of claims: judged document by document, and left out of what rules and shapes ask over all documents.

Half of a graph says where claims stand, how sure they are and which rule read them. No rule joins documents by that, and the shapes
and checks of it look at one document alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import RdfFormat, Store

from seriktes.rdf import terms as t
from seriktes.rdf.ontology import ontology
from seriktes.rdf.shapes import Shape, load_shapes
from seriktes.rdf.shapes_sparql import Subclasses, subclasses_in
from seriktes.rdf.validate import Check, Violation, check_troubles, load_checks, shape_troubles

#: What shapes of evidence are about, and the checks of it.
CLASSES = frozenset({t.ASSERTION, t.POSITION_SELECTOR, t.QUOTE_SELECTOR})
CHECKS = frozenset({"claim-without-assertion", "quote-length"})
#: Claims that the rules join: what is stated in these words.
_JOINED = (t.PARTY, t.IMPLEMENTED_BY, t.COVERS, t.ORGANIZER, t.SUB_ORGANIZATION_OF, t.STATED_COUNTRY)
#: Things that carry their evidence themselves.
_NODES = (t.PARTICIPATION, t.MEMBERSHIP, t.REPRESENTATION)
#: What nothing asks over all documents.
_ALONE = (t.SELECTOR, t.START, t.END, t.EXACT, t.CONFIDENCE, t.GENERATED_BY, t.MENTIONS, t.TITLE)
#: Documents whose evidence is judged at a time.
AT_ONCE = 64


_LEFT_OUT = tuple(f"{term} ".encode() for term in _ALONE) + tuple(
    f"{t.TYPE} {term} ".encode() for term in (t.POSITION_SELECTOR, t.QUOTE_SELECTOR)
)
_CLAIM = tuple(f"{t.PREDICATE} {term} ".encode() for term in _JOINED)
_NODE = tuple(f"{t.TYPE} {term} ".encode() for term in _NODES)
_STATED = tuple(f"{term} ".encode() for term in (t.SUBJECT, t.PREDICATE, t.OBJECT))
_PROVEN = (f"{t.PRIMARY_SOURCE} ".encode(), f"{t.TYPE} {t.ASSERTION} ".encode())


def joining(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Of the lines (N-Quads) about the own nodes of one document those that are asked for over all documents."""
    placed = ((line.find(b" ") + 1, line) for line in lines)
    left = [(at, line) for at, line in placed if not line.startswith(_LEFT_OUT, at)]
    claims = {line[:at] for at, line in left if line.startswith(_CLAIM, at)}
    nodes = {line[:at] for at, line in left if line.startswith(_NODE, at)}
    for at, line in left:
        wanted = claims if line.startswith(_STATED, at) else nodes if line.startswith(_PROVEN, at) else None
        if wanted is None or line[:at] in wanted:
            yield line


def shapes_apart() -> tuple[list[Shape], list[Shape]]:
    """The shapes of evidence, and the others."""
    own = [shape for shape in load_shapes() if shape.target[1] in CLASSES]
    return own, [shape for shape in load_shapes() if shape.target[1] not in CLASSES]


def checks_apart() -> tuple[list[Check], list[Check]]:
    """The checks of evidence, and the others."""
    own = [check for check in load_checks() if check.id in CHECKS]
    return own, [check for check in load_checks() if check.id not in CHECKS]


@cache
def over_all() -> frozenset[str]:
    """The names of the shapes and checks that are asked of all documents together."""
    return frozenset({*(shape.name for shape in shapes_apart()[1]), *(check.id for check in checks_apart()[1])})


@cache
def _subclasses() -> Subclasses:
    store = Store()
    store.bulk_extend(ontology())
    return subclasses_in(store)


def evidence_troubles(documents: Mapping[str, Sequence[bytes]]) -> dict[str, list[Violation]]:
    """What is wrong with the evidence of documents, by their graphs: of each all lines in its graph, and those that describe it."""
    if not documents or not _troubles(line for lines in documents.values() for line in lines):
        return {}
    found = {graph: _troubles(lines) for graph, lines in documents.items()}
    return {graph: sorted(troubles) for graph, troubles in found.items() if troubles}


def _troubles(lines: Iterable[bytes]) -> set[Violation]:
    store = Store()
    store.bulk_load(b"\n".join(lines), format=RdfFormat.N_QUADS, lenient=True)  # written here, a moment ago
    return {*shape_troubles(store, shapes_apart()[0], _subclasses()), *check_troubles(store, checks_apart()[0])}


def other_troubles(store: Store, shapes: Sequence[Shape] | None = None) -> set[Violation]:
    """What is wrong with all else, or what some ``shapes`` and the checks find in it, in a store that holds the ontology too."""
    chosen = shapes_apart()[1] if shapes is None else shapes
    return {*shape_troubles(store, chosen), *check_troubles(store, checks_apart()[1])}
