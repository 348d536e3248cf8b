"""The description of a build for catalogues (VoID, DCAT), with the addresses of the server that answers."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

#: A build names its files beside the description; they are not served.
_FILES = frozenset(
    {
        "http://rdfs.org/ns/void#dataDump",
        "http://www.w3.org/ns/dcat#distribution",
        "http://www.w3.org/ns/dcat#downloadURL",
        "http://www.w3.org/ns/dcat#mediaType",
    }
)


def served(description: bytes, base: str) -> Iterator[Triple]:
    """The triples of a description in Turtle, its addresses below ``base``, its nodes numbered in order of the text."""
    numbers: dict[str, BlankNode] = {}

    def settled(node: object) -> object:
        return numbers.setdefault(node.value, BlankNode(f"n{len(numbers)}")) if isinstance(node, BlankNode) else node

    statements = list(parse(description, format=RdfFormat.TURTLE, base_iri=f"{base}/"))
    files = {q.object for q in statements if q.predicate.value in _FILES and isinstance(q.object, BlankNode)}
    for quad in statements:
        if quad.predicate.value not in _FILES and quad.subject not in files:
            predicate: NamedNode = quad.predicate
            yield Triple(settled(quad.subject), predicate, settled(quad.object))  # type: ignore[arg-type]
