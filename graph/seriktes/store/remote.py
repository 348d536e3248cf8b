"""The graph on a SPARQL 1.1 server: asked under the same rules as in memory, and replaced so that no reader sees half.

All our graphs have names below ``https://w3id.org/seriktes/``; whatever else the server holds is neither read nor
touched. A server whose default graph is not the union of its named ones gets our triples in its default graph as well,
so that queries mean the same everywhere. One more graph, ``…/graph/build``, holds the digest of all the others: who
reads the whole graph compares it, and so knows that what was read is one build.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from seriktes.errors import LimitError, QueryError, StoreError
from seriktes.guard import check_query
from seriktes.rdf.ontology import ontology
from seriktes.rdf.terms import BASE, ONTOLOGY_GRAPH, PREFIXES, SHA256, SOURCE_DOCUMENT
from seriktes.store.changes import Lines, by_graph, changes, digest_of, settled
from seriktes.store.endpoints import Endpoints, find_endpoints
from seriktes.store.port import MAX_ROWS, TIMEOUT
from seriktes.store.result import Result, Value
from seriktes.store.web import Limits, asked
from seriktes.store.writing import LARGEST_UPDATE, STAGING, clear_staging, write

#: Says which build the server holds.
BUILD_GRAPH = NamedNode(f"{BASE}graph/build")
#: Seconds for reading or writing the whole graph.
PATIENCE = 3600.0
#: Bytes the answer to one query may have.
LONGEST_ANSWER = 200_000_000
_JSON, _TRIPLES = "application/sparql-results+json", "application/n-triples"
_TABLES = {_JSON: QueryResultsFormat.JSON, "text/tab-separated-values": QueryResultsFormat.TSV}
_GRAPHS = {_TRIPLES: RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE}
_ACCEPT = f"{_JSON}, {_TRIPLES};q=0.9, text/turtle;q=0.8"
_PROLOGUE = f"BASE <{BASE}> " + " ".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + " "
_OURS = f'FILTER(STRSTARTS(STR(?g), "{BASE}") && !STRSTARTS(STR(?g), "{STAGING}") && ?g != {BUILD_GRAPH})'
_ALL = f"SELECT ?g ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} {_OURS} }}"


class RemoteStore:
    """The graph of one server."""

    def __init__(self, where: str | Endpoints) -> None:
        """Find the server. Raises StoreError when nobody answers there."""
        self.endpoints = where if isinstance(where, Endpoints) else find_endpoints(where)

    def query(self, text: str, *, max_rows: int = MAX_ROWS, timeout: float = TIMEOUT) -> Result:
        """Ask a SPARQL query; what :meth:`seriktes.store.port.Store.query` says holds.

        The server may go on with a query that is given up here: its own limit of time should be set too.
        """
        checked = check_query(text, _Named(self))
        if checked.restricted and self._ignores_from():
            raise StoreError(f"{self.endpoints}: answers from all graphs even where FROM names some; ask with GRAPH <…> instead")
        return self._ask(_PROLOGUE + text, max_rows, Limits(timeout, LONGEST_ANSWER))

    def build(self) -> str:
        """The digest of the build the server holds; empty where it holds none."""
        found = self._ask(f"SELECT ?d {{ GRAPH {BUILD_GRAPH} {{ {BUILD_GRAPH} {SHA256} ?d }} }}", 2, Limits(TIMEOUT, 100_000))
        return next((row["d"] for row in found.dicts()), "")

    def whole(self) -> tuple[str, list[Quad]]:
        """The digest of the build the server holds, and all its quads, the ontology's among them.

        Raises StoreError when there is none, or when what was read is not one build.
        """
        build = self.build()
        if not build:
            raise StoreError(f"{self.endpoints}: holds no graph of seriktes; put one there with: seriktes build --store URL")
        held = settled(self._held())
        digest = digest_of(held)
        if digest != build and digest != self.build():
            raise StoreError(
                f"{self.endpoints}: what it holds is no whole build; is one being written, or was it changed by hand? "
                "Try again, or run seriktes build --store again"
            )
        return digest, held

    def quads(self) -> Iterator[Quad]:
        """The whole graph as one build left it, without the ontology. Raises StoreError when there is no whole one."""
        return (quad for quad in self.whole()[1] if quad.graph_name != ONTOLOGY_GRAPH)

    def replace(self, quads: Iterable[Quad], largest_update: int = LARGEST_UPDATE) -> int:
        """Put a build in place of what the server held of ours; how many triples were added or taken away.

        Up to ``largest_update`` bytes of differences go in one update request, which servers make whole or not at all;
        more of them are first put beside, into graphs below ``…/staging/``, by the Graph Store Protocol, and one update
        request moves them in. Raises StoreError when the server refuses or another build was written meanwhile.
        """
        wanted = settled([*quads, *ontology()])
        digest = digest_of(wanted)
        union = self._unites_graphs()
        clear_staging(self.endpoints, self._staged())
        before, after = by_graph(self._held()), by_graph(wanted)
        if union:
            del before[""], after[""]
        found = changes(before | _marked(self.build()), after | _marked(digest))
        write(self.endpoints, found, largest_update, PATIENCE)
        if self.build() != digest:
            raise StoreError(f"{self.endpoints}: another build was written at the same time; run this one again")
        return sum(len(change.removed) + len(change.added) for change in found if change.graph not in ("", BUILD_GRAPH.value))

    def _held(self) -> Iterator[Quad]:
        """All quads of ours but the mark, in one answer and therefore of one moment where the server keeps them so."""
        headers = {"Content-Type": "application/sparql-query", "Accept": f"text/tab-separated-values, {_JSON};q=0.5"}
        with asked("POST", self.endpoints.query, Limits(PATIENCE), _ALL.encode(), headers) as answer:
            rows = parse_query_results(answer, format=_TABLES.get(answer.media, QueryResultsFormat.TSV))  # type: ignore[arg-type]
            assert isinstance(rows, QuerySolutions)
            for row in rows:
                yield Quad(row["s"], row["p"], row["o"], row["g"])

    def _staged(self) -> list[str]:
        found = self._ask(
            f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{STAGING}")) }}', 10**6, Limits(PATIENCE)
        )
        return [row["g"] for row in found.dicts()]

    def _unites_graphs(self) -> bool:
        """Whether the server's default graph shows what its named graphs hold; the mark is in no other graph than its own."""
        if not self.build():
            write(self.endpoints, changes({}, _marked("")), LARGEST_UPDATE, TIMEOUT)
        return bool(self._ask(f"ASK {{ {BUILD_GRAPH} {SHA256} ?d }}", 1, Limits(TIMEOUT, 100_000)).boolean)

    def _ignores_from(self) -> bool:
        """Oxigraph's server does, when it is told to take all graphs for the default one."""
        return bool(self._ask(f"ASK FROM {BUILD_GRAPH} {{ ?s a {SOURCE_DOCUMENT} }}", 1, Limits(TIMEOUT, 100_000)).boolean)

    def _ask(self, text: str, max_rows: int, limits: Limits) -> Result:
        headers = {"Content-Type": "application/sparql-query", "Accept": _ACCEPT}
        with asked("POST", self.endpoints.query, limits, text.encode(), headers) as answer:
            try:
                if answer.media in _GRAPHS:
                    triples = parse(answer, format=_GRAPHS[answer.media])  # type: ignore[arg-type]
                    rows = _limited(((q.subject, q.predicate, q.object) for q in triples), max_rows)
                    return Result(("subject", "predicate", "object"), tuple(sorted(rows, key=_order)), triples=True)
                if answer.media not in _TABLES:
                    raise StoreError(
                        f"{self.endpoints}: answers with {answer.media or 'nothing known'}; is this a SPARQL server?"
                    )
                found = parse_query_results(answer, format=_TABLES[answer.media])  # type: ignore[arg-type]
                if isinstance(found, QueryBoolean):
                    return Result((), (), boolean=bool(found))
                names = tuple(variable.value for variable in found.variables)
                return Result(names, tuple(_limited((tuple(row) for row in found), max_rows)))
            except SyntaxError as error:
                raise StoreError(f"{self.endpoints}: the answer is not well formed ({error}); try again") from error


def _marked(digest: str) -> dict[str, Lines]:
    mark = Quad(BUILD_GRAPH, SHA256, Literal(digest), BUILD_GRAPH)
    return {BUILD_GRAPH.value: by_graph([mark])[""]}


def _limited(rows: Iterable[tuple[Value, ...]], most: int) -> Iterator[tuple[Value, ...]]:
    for number, row in enumerate(rows):
        if number == most:
            raise LimitError(f"the query has more than {most} rows; add LIMIT or raise the limit")
        yield row


def _order(row: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(map(str, row))


class _Named(Collection[str]):
    """The graphs a query may name: those the server holds, each looked up when it is named."""

    def __init__(self, store: RemoteStore) -> None:
        self._store = store

    def __contains__(self, iri: object) -> bool:
        ask = f"ASK {{ GRAPH {NamedNode(str(iri))} {{ ?s ?p ?o }} }}"
        return bool(self._store._ask(ask, 1, Limits(TIMEOUT, 100_000)).boolean)

    def __iter__(self) -> Iterator[str]:
        raise QueryError("the graphs of a server are not listed here")

    def __len__(self) -> int:
        return 0
