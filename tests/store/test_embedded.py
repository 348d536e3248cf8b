"""The store answers and cannot be changed, reaches nothing outside, and tells when a limit was met."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from pathlib import Path

import pytest
from seriktes.errors import DataError, LimitError, QueryError
from seriktes.guard import check_query
from seriktes.model import Annotation
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.serialize import write_nquads
from seriktes.store import GraphStore

#: Some seconds of work on the small graph.
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def children() -> set[str]:
    """The numbers of this process's children that have not been waited for."""
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split())


@pytest.fixture
def store(annotations: list[Annotation]) -> GraphStore:
    return GraphStore(build_dataset(annotations))


def test_a_pattern_reads_all_graphs_at_once(store: GraphStore) -> None:
    result = store.query("""SELECT DISTINCT ?name
                            { ?a skt:partnersWith ?b . ?b skos:prefLabel ?name FILTER(LANG(?name) = "en") }
                            ORDER BY ?name""")
    assert [row["name"] for row in result.dicts()] == ["Aqbota Foundation", "Bridge"]


def test_each_claim_stands_in_the_graph_of_its_document(store: GraphStore) -> None:
    result = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?agreement skt:party ?party } }")
    assert len(result.rows) == 2


def test_from_restricts_to_named_graphs(store: GraphStore) -> None:
    documents = "FROM <https://w3id.org/seriktes/graph/documents>"
    assert store.query(f"ASK {documents} {{ ?d a skt:SourceDocument }}").boolean is True
    assert store.query(f"ASK {documents} {{ ?a skt:partnersWith ?b }}").boolean is False


def test_ask_construct_and_describe(store: GraphStore) -> None:
    assert store.query("ASK { ?a skt:partnersWith ?b }").boolean is True
    built = store.query("CONSTRUCT { ?b skt:partnersWith ?a } WHERE { ?a skt:partnersWith ?b }")
    assert built.triples
    assert built.variables == ("subject", "predicate", "object")
    assert len(built.rows) == 2
    assert store.query("DESCRIBE <https://w3id.org/seriktes/id/org/akbota>").rows


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP ALL",
        "CREATE GRAPH <urn:g>",
        "LOAD <http://127.0.0.1:9/x>",
        "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(store: GraphStore, update: str) -> None:
    before = len(store)
    with pytest.raises(QueryError, match="read-only"):
        store.query(update)
    assert len(store) == before


@pytest.fixture
def listener() -> socket.socket:
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    return server


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ VALUES ?e {{ <{url}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
        "SELECT * {{ BIND(<{url}> AS ?e) SERVICE SILENT ?e {{ ?s ?p ?o }} }}",
        "SELECT * {{ OPTIONAL {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ {{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
        "SELECT * {{ ?a ?b ?c FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ ?a ?b ?c MINUS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ {{ ?a ?b ?c }} UNION {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ GRAPH ?g {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "ASK {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "DESCRIBE ?s {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "SELECT * FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
        "DESCRIBE <urn:a> FROM <{url}>",
        "ASK FROM <../../etc> {{ }}",
        "SELECT * {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
        "PREFIX : <{url}> SELECT * {{ SERVICE:x {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICESILENT<{url}>{{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b trueSERVICE<{url}>{{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b 1SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ sErViCe # <urn:a>\n <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b '''it is ''' SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b 'x' }} # \rSERVICE <{url}> {{ ?s ?p ?o }}",
        "SELECT * {{ LATERAL {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "PREFIX service: <{url}> SELECT * {{ service:x ?p ?o }}",
        "SELECT * FROM<{url}>{{ ?s ?p ?o }}",
        "SELECT * FROM # <urn:a>\n NAMED # <urn:a>\n <{url}> {{ ?s ?p ?o }}",
        "PREFIX u: <{url}> SELECT * FROM u: {{ ?s ?p ?o }}",
        "PREFIX : <{url}> ASK FROM:x {{ ?s ?p ?o }}",
    ],
)
def test_nothing_outside_is_reached(store: GraphStore, listener: socket.socket, query: str) -> None:
    port = listener.getsockname()[1]
    with pytest.raises(QueryError):
        store.query(query.format(url=f"http://127.0.0.1:{port}/x"))
    with pytest.raises(TimeoutError):
        listener.accept()
    listener.close()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SELEC * {",
        "SELECT * { ?s ?p",
        "\x00",
        "\ud800",
        "SELECT * { ?s unknown:p ?o }",
        "SELECT * {" + "{" * 3000 + "}" * 3000 + "}",
        "SELECT (" + "(" * 2000 + "1 AS ?x) {}",
        "ASK { }" + " " * 100_001,
        "SELECT ?x { BIND(1 AS ?x) BIND(2 AS ?x) }",
    ],
)
def test_what_is_no_query_is_told_without_a_traceback(store: GraphStore, text: str) -> None:
    with pytest.raises(QueryError):
        store.query(text)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * {\n ?s ?p ?o .\n ?a FILTER }", "line 3, column 11, at “}”: expected"),
        ("ASK { ?s foo:bar ?o }", "the prefix foo: is not declared; begin the query with PREFIX foo: <…>"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", "asks for a variable that neither the pattern nor GROUP BY gives"),
        ("SELECT * { ?s ?p ?o", "at the end of the line: expected"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_in_one_line(query: str, words: str) -> None:
    with pytest.raises(QueryError) as found:
        GraphStore([]).answer(query)
    assert words in str(found.value) and "\n" not in str(found.value) and "u{" not in str(found.value)


def test_too_many_rows_are_an_error_and_no_short_answer(store: GraphStore) -> None:
    with pytest.raises(LimitError, match="more than 5 rows"):
        store.query("SELECT * { ?s ?p ?o }", max_rows=5)
    assert len(store.query("SELECT * { ?s ?p ?o } LIMIT 5", max_rows=5).rows) == 5


def test_a_long_query_is_given_up_in_time(annotations: list[Annotation]) -> None:
    store = GraphStore(build_dataset(annotations), with_ontology=False)
    begin = time.monotonic()
    others = children()  # a browser of other tests
    with pytest.raises(LimitError, match="longer than"):
        store.query(LONG, timeout=0.2)
    assert time.monotonic() - begin < 2
    assert children() <= others, "nothing is left behind"


def test_a_greedy_query_is_given_up_at_the_limit_of_memory(annotations: list[Annotation]) -> None:
    store = GraphStore(build_dataset(annotations), with_ontology=False)
    with pytest.raises(LimitError, match="memory"):
        store.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i", timeout=60, memory=60_000_000)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?from { ?service ?p ?from }",
        'ASK { ?s ?p "SERVICE <urn:a> {}"@en }',
        "ASK { ?s ?p <urn:SERVICE> } # SERVICE <urn:a>",
        "ASK { ?s schema:serviceType ?o ; schema:validFrom ?x }",
        "PREFIX a: <urn:a> ASK { a:SERVICE ?p 'it\\'s FROM' }",
        "SELECT * { ?s ?p ?o FILTER(?o<?s&&?s>?p) }",
        "ASK { _:service ?p ?o }",
        "BASE <https://w3id.org/seriktes/> ASK FROM NAMED <graph/entities> { }",
        "PREFIX sg: <https://w3id.org/seriktes/graph/> ASK FROM sg:entities { }",
    ],
)
def test_words_that_only_look_forbidden_are_asked(store: GraphStore, query: str) -> None:
    store.query(query)


def test_a_file_is_loaded_and_asked(annotations: list[Annotation], tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    quads = build_dataset(annotations)
    path.write_bytes(write_nquads(quads))
    store = GraphStore.load(path, with_ontology=False)
    assert len(store) == len(set(quads))
    assert store.query("ASK { GRAPH <https://w3id.org/seriktes/graph/entities> { ?s ?p ?o } }").boolean is True


def test_a_missing_or_broken_file_is_told_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="run seriktes build"):
        GraphStore.load(tmp_path / "none.nq")
    (tmp_path / "broken.nq").write_bytes(b"<urn:a> <urn:b> .\n")
    with pytest.raises(DataError, match="run seriktes build"):
        GraphStore.load(tmp_path / "broken.nq")


@pytest.mark.parametrize("piece", ["a.", "<a", '"', "'a\\", "{}", "?a ", "a:b.c:", '"""a\'', "#", "\\u"])
def test_looking_a_query_over_takes_time_in_step_with_its_length(piece: str) -> None:
    begin = time.monotonic()
    with contextlib.suppress(QueryError):
        check_query(("ASK " + piece * 100_000)[:100_000], ())
    assert time.monotonic() - begin < 20  # a busy machine takes some seconds, a growing search took many minutes
