"""What has to change for a server to hold one graph instead of another, as SPARQL updates.

Quads are compared as lines in the one spelling Oxigraph gives them (``1.0`` and ``1`` are one number), with blank nodes
named by what is said of them, so that the same graph always has the same lines.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)
from pyoxigraph import Store as Oxigraph

from seriktes.rdf.terms import BASE

#: Where blank nodes go that have to be named (RDF 1.1, section 3.5).
_GENID = f"{BASE}.well-known/genid/"
Lines = frozenset[bytes]


def settled(quads: Iterable[Quad]) -> list[Quad]:
    """The quads in Oxigraph's spelling, each once, without blank nodes."""
    store = Oxigraph()
    store.bulk_extend(quads)
    found = list(store)
    if not any(isinstance(term, BlankNode) for quad in found for term in (quad.subject, quad.object)):
        return found
    dataset = Dataset(found)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return [Quad(_named(q.subject), q.predicate, _named(q.object), q.graph_name) for q in dataset]


def _named(term: Any) -> Any:
    return NamedNode(_GENID + term.value) if isinstance(term, BlankNode) else term


def digest_of(quads: Iterable[Quad]) -> str:
    """A SHA-256 over settled quads, whatever their order."""
    lines = sorted((serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines())
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def by_graph(quads: Iterable[Quad]) -> dict[str, Lines]:
    """The triples of each named graph as N-Triples lines, by the graph's IRI; the union of all under ``""``."""
    triples: dict[str, list[Triple]] = defaultdict(list)
    for quad in quads:
        if not isinstance(quad.graph_name, DefaultGraph):
            triples[quad.graph_name.value].append(quad.triple)
    lines = {
        graph: frozenset((serialize(held, format=RdfFormat.N_TRIPLES) or b"").splitlines()) for graph, held in triples.items()
    }
    return {**lines, "": frozenset().union(*lines.values())}


@dataclass(frozen=True, slots=True)
class Change:
    """What leaves a graph and what comes into it; the default graph has no name."""

    graph: str
    removed: Lines
    added: Lines

    @property
    def size(self) -> int:
        """Bytes of its lines."""
        return sum(map(len, self.removed)) + sum(map(len, self.added))


def changes(before: Mapping[str, Lines], after: Mapping[str, Lines]) -> list[Change]:
    """The differences, graph by graph; graphs that stay as they are have none."""
    none: Lines = frozenset()
    pairs = ((graph, before.get(graph, none), after.get(graph, none)) for graph in sorted(before.keys() | after.keys()))
    return [Change(graph, held - wanted, wanted - held) for graph, held, wanted in pairs if held != wanted]


def as_update(found: Iterable[Change]) -> bytes:
    """One update request that makes all changes."""
    return b" ;\n".join(part for change in found for part in _operations(change))


def _operations(change: Change) -> Iterator[bytes]:
    for word, lines in ((b"DELETE", change.removed), (b"INSERT", change.added)):
        if lines:
            yield word + b" DATA { " + _inside(change.graph, b"\n".join(sorted(lines))) + b" }"


def as_switch(staged: Iterable[tuple[str, str, str]]) -> bytes:
    """One update request that makes changes from graphs that hold what leaves and what comes (graph, leaving, coming)."""
    parts = []
    for graph, leaving, coming in staged:
        target = _inside(graph, b"?s ?p ?o")
        for word, source in ((b"DELETE", leaving), (b"INSERT", coming)):
            if source:
                held = _inside(source, b"?s ?p ?o")
                parts += [word + b" { " + target + b" } WHERE { " + held + b" }", b"DROP SILENT GRAPH <" + source.encode() + b">"]
    return b" ;\n".join(parts)


def _inside(graph: str, pattern: bytes) -> bytes:
    return b"GRAPH <" + graph.encode() + b"> { " + pattern + b" }" if graph else pattern
