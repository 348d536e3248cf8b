"""A query answered in the form its asker takes; and the service's description of itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from seriktes.errors import LimitError, QueryError, RefusedError
from seriktes.guard import check_query
from seriktes.rdf import terms as t
from seriktes.serve.media import GRAPHS, TABLES, form_of
from seriktes.serve.wire import Reply, plain
from seriktes.store import GraphStore, Result
from seriktes.writers.results import to_csv, to_json, to_tsv, to_xml

_TABLE_WRITERS: Mapping[str, Callable[[Result], str]] = {"json": to_json, "xml": to_xml, "csv": to_csv, "tsv": to_tsv}
_GRAPH_FORMATS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
_SD = t.Namespace("http://www.w3.org/ns/sparql-service-description#")
_VOID = t.Namespace("http://rdfs.org/ns/void#")
_FORMATS = t.Namespace("http://www.w3.org/ns/formats/")
_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
#: More graphs than this are counted, not listed.
_MOST_GRAPHS = 1000


def answer_query(
    store: GraphStore,
    query: str,
    accept: str | None,
    default_graphs: Iterable[str] = (),
    named_graphs: Iterable[str] = (),
    form: str | None = None,
    max_rows: int = 10_000,
) -> Reply:
    """The answer to a query. What may not be asked has 403, what is wrong 400, what is too much 503, what nobody takes 406."""
    try:
        checked = check_query(query, store.graphs)
        result = store.answer(
            query, max_rows=max_rows, default_graphs=tuple(default_graphs), named_graphs=tuple(named_graphs), checked=checked
        )
    except RefusedError as error:
        return plain(403, str(error))
    except QueryError as error:
        return plain(400, str(error))
    except LimitError as error:
        return plain(503, str(error))
    forms = GRAPHS if result.triples else TABLES
    chosen = form_of(accept, forms) if not form else (form, forms[form][0]) if form in forms else None
    if chosen is None:
        return plain(406, f"this answer can be had as {', '.join(names[0] for names in forms.values())}")
    body = _written(result, chosen[0])
    return Reply(200, f"{chosen[1]}; charset=utf-8", body, keep=not checked.changing)


def _written(result: Result, form: str) -> bytes:
    if not result.triples:
        return _TABLE_WRITERS[form](result).encode("utf-8", "replace")
    return write_triples((Triple(*row) for row in result.rows), form)  # type: ignore[arg-type]


def write_triples(triples: Iterable[Triple], form: str) -> bytes:
    """Triples as ``turtle``, ``ntriples``, ``jsonld`` or ``rdfxml``."""
    kind = _GRAPH_FORMATS[form]
    prefixes = {} if form == "ntriples" else dict(t.PREFIXES)
    data = serialize(triples, format=kind, prefixes=prefixes) or b""
    return _settled(data, form)


def _settled(data: bytes, form: str) -> bytes:
    """The same bytes each time: the serializer writes prefixes in no settled order."""
    if form == "turtle":
        lines = data.splitlines(keepends=True)
        number = next((n for n, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
        return b"".join(sorted(lines[:number]) + lines[number:])
    if form == "jsonld":
        return (json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
    return data


def describe_service(store: GraphStore, endpoint: str, accept: str | None) -> Reply:
    """The description of the service as RDF (SPARQL 1.1 Service Description)."""
    chosen = form_of(accept, GRAPHS)
    if chosen is None:
        return plain(406, f"the description can be had as {', '.join(names[0] for names in GRAPHS.values())}")
    body = write_triples(_description(store, endpoint), chosen[0])
    return Reply(200, f"{chosen[1]}; charset=utf-8", body)


def _description(store: GraphStore, endpoint: str) -> Iterable[Triple]:
    service, dataset, union = BlankNode("service"), BlankNode("dataset"), BlankNode("union")
    yield Triple(service, t.TYPE, _SD("Service"))
    yield Triple(service, _SD("endpoint"), NamedNode(endpoint))
    yield Triple(service, _SD("supportedLanguage"), _SD("SPARQL11Query"))
    yield Triple(service, _SD("feature"), _SD("UnionDefaultGraph"))
    for name in _RESULT_FORMATS:
        yield Triple(service, _SD("resultFormat"), _FORMATS(name))
    yield Triple(service, _SD("defaultDataset"), dataset)
    yield Triple(dataset, t.TYPE, _SD("Dataset"))
    yield Triple(dataset, _SD("defaultGraph"), union)
    yield Triple(union, t.TYPE, _SD("Graph"))
    yield Triple(union, _VOID("triples"), Literal(len(store)))
    for number, graph in enumerate(sorted(store.graphs)[:_MOST_GRAPHS]):
        named = BlankNode(f"graph{number}")
        yield Triple(dataset, _SD("namedGraph"), named)
        yield Triple(named, t.TYPE, _SD("NamedGraph"))
        yield Triple(named, _SD("name"), NamedNode(graph))
