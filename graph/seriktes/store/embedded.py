"""The graph kept and asked: N-Quads in memory, read-only SPARQL with limits, every graph seen at once.

A pattern outside of ``GRAPH`` reads the union of all named graphs. Nothing is ever fetched: a query with SERVICE, or
with a FROM that names no graph of the store, is refused before it runs. A limit that is reached is an error, never a
short answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
)
from pyoxigraph import Store as Oxigraph

from seriktes.errors import DataError, LimitError, QueryError
from seriktes.guard import Checked, check_query
from seriktes.processes.apart import MEMORY, run_apart
from seriktes.rdf.ontology import ontology
from seriktes.rdf.terms import BASE, ONTOLOGY_GRAPH, PREFIXES
from seriktes.store.port import MAX_ROWS, TIMEOUT
from seriktes.store.result import Result, Value
from seriktes.store.wrong import told


class GraphStore:
    """A graph in memory that answers queries and cannot be changed."""

    def __init__(self, quads: Iterable[Quad], with_ontology: bool = True) -> None:
        self._store = Oxigraph()
        self._store.bulk_extend(quads)
        if with_ontology:
            self._store.bulk_extend(ontology())
        self._store.optimize()
        self.graphs = frozenset(graph.value for graph in self._store.named_graphs())

    def __len__(self) -> int:
        return len(self._store)

    @classmethod
    def of_nquads(cls, data: bytes, name: str = "graph.nq", with_ontology: bool = True) -> GraphStore:
        """The store of N-Quads in memory. Raises DataError when they are not well formed."""
        store = cls((), with_ontology)
        try:
            store._store.bulk_load(input=data, format=RdfFormat.N_QUADS)
        except (SyntaxError, OSError) as error:
            raise DataError(f"{name}: {error}; run seriktes build again") from error
        store.graphs = frozenset(graph.value for graph in store._store.named_graphs())
        return store

    @classmethod
    def load(cls, path: Path, with_ontology: bool = True) -> GraphStore:
        """The store of an N-Quads file. Raises DataError when it is missing or not well formed."""
        try:
            return cls.of_nquads(path.read_bytes(), str(path), with_ontology)
        except FileNotFoundError as error:
            raise DataError(f"{path}: no such file; run seriktes build first") from error
        except OSError as error:
            raise DataError(f"{path}: {error.strerror}; run seriktes build again") from error

    def match(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        value: NamedNode | Literal | None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """All quads of a pattern, in no settled order; None stands for anything."""
        return self._store.quads_for_pattern(subject, predicate, value, graph)

    def quads(self) -> Iterator[Quad]:
        """The whole graph without the ontology, in no settled order."""
        return (quad for quad in self._store.quads_for_pattern(None, None, None, None) if quad.graph_name != ONTOLOGY_GRAPH)

    def query(self, text: str, *, max_rows: int = MAX_ROWS, timeout: float = TIMEOUT, memory: int = MEMORY) -> Result:
        """Ask a SPARQL query, in a process of its own.

        Raises QueryError for a query that is wrong or would change or fetch something, and LimitError when it takes
        longer than ``timeout`` seconds, more than ``memory`` bytes or has more than ``max_rows`` rows.
        """
        check_query(text, self.graphs)
        answer: Result = run_apart(lambda: self.answer(text, max_rows=max_rows), timeout, memory)
        return answer

    def answer(
        self,
        text: str,
        *,
        max_rows: int = MAX_ROWS,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        checked: Checked | None = None,
    ) -> Result:
        """Ask a SPARQL query here and now; only for a process that may be killed, since nothing else stops it.

        ``default_graphs`` and ``named_graphs`` are the dataset of the SPARQL Protocol: when one is given they replace
        whatever the query names, and a graph that is not in the store is an empty one. ``checked`` is what
        :func:`~seriktes.guard.check_query` said of the query with these graphs, where it was looked over already.
        """
        checked = checked or check_query(text, self.graphs)
        dataset = bool(default_graphs or named_graphs)
        try:
            found = self._store.query(
                text,
                base_iri=BASE,
                prefixes=dict(PREFIXES),
                use_default_graph_as_union=not (checked.restricted or dataset),
                default_graph=[NamedNode(iri) for iri in default_graphs] if dataset else None,
                named_graphs=[NamedNode(iri) for iri in named_graphs] if dataset else None,
            )
            return _collected(found, max_rows)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query is not valid SPARQL: {told(text, str(error))}") from error


def _collected(found: QuerySolutions | QueryBoolean | QueryTriples, max_rows: int) -> Result:
    if isinstance(found, QueryBoolean):
        return Result((), (), boolean=bool(found))
    rows: list[tuple[Value, ...]] = []
    for solution in found:
        if len(rows) == max_rows:
            raise LimitError(f"the query has more than {max_rows} rows; add LIMIT or raise the limit")
        rows.append((solution.subject, solution.predicate, solution.object) if isinstance(solution, Triple) else tuple(solution))
    return _result(found, rows)


def _result(found: QuerySolutions | QueryTriples, rows: list[tuple[Value, ...]]) -> Result:
    if isinstance(found, QuerySolutions):
        return Result(tuple(variable.value for variable in found.variables), tuple(rows))
    ordered = sorted(rows, key=lambda row: tuple(str(term) for term in row))
    return Result(("subject", "predicate", "object"), tuple(ordered), triples=True)
