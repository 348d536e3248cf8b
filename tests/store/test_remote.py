"""The graph on a real SPARQL server: the same answers as in memory, never half a build, nobody else's data touched."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad
from seriktes.cli import main
from seriktes.errors import LimitError, QueryError, RefusedError, StoreError
from seriktes.model import Annotation
from seriktes.queries import load_questions
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.serialize import to_lines, write_nquads
from seriktes.store import GraphStore
from seriktes.store.changes import settled
from seriktes.store.endpoints import Endpoints
from seriktes.store.remote import RemoteStore
from seriktes.store.web import Limits, asked

THEIRS = "INSERT DATA { <urn:their> <urn:own> <urn:triple> GRAPH <urn:their:graph> { <urn:a> <urn:b> <urn:c> } }"
NAMES = 'SELECT ?n { GRAPH g:entities { ?s skos:prefLabel ?n FILTER(LANG(?n) = "en") } }'


@pytest.fixture
def quads(annotations: list[Annotation]) -> tuple[Quad, ...]:
    return build_dataset(annotations)


def update(store: RemoteStore, text: str) -> None:
    with asked(
        "POST", store.endpoints.update, Limits(10), text.encode(), {"Content-Type": "application/sparql-update"}
    ) as answer:
        answer.read()


def test_the_server_answers_all_shipped_questions_as_memory_does(server: str, quads: tuple[Quad, ...]) -> None:
    here, there = GraphStore(quads), RemoteStore(server)
    assert there.replace(quads)
    for question in load_questions():
        known, told = here.query(question.text), there.query(question.text)
        assert told.variables == known.variables
        assert sorted(map(str, told.rows)) == sorted(map(str, known.rows)), question.name


def test_what_is_put_there_comes_back_and_a_second_time_nothing_changes(server: str, quads: tuple[Quad, ...]) -> None:
    there = RemoteStore(server)
    there.replace(quads)
    assert to_lines(there.quads()) == to_lines(settled(quads))
    assert there.replace(quads) == 0


@pytest.mark.parametrize("largest_update", [100_000_000, 2_000], ids=["one update", "staged"])
def test_a_smaller_graph_leaves_nothing_of_the_one_before(
    server: str, quads: tuple[Quad, ...], make: Callable[..., list[Annotation]], largest_update: int
) -> None:
    there = RemoteStore(server)
    update(there, THEIRS)
    there.replace(quads, largest_update)
    smaller = build_dataset(make()[:1])
    there.replace(smaller, largest_update)
    assert to_lines(there.quads()) == to_lines(settled(smaller))
    held = {row["g"] for row in there.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").dicts()}
    assert not [graph for graph in held if "staging" in graph]
    assert there.query("ASK { <urn:their> <urn:own> <urn:triple> . GRAPH <urn:their:graph> { <urn:a> <urn:b> <urn:c> } }").boolean
    assert not there.query('ASK { ?s skos:prefLabel "Ministry of Education"@en GRAPH ?g { ?s skos:altLabel "none" } }').boolean
    there.replace((), largest_update)
    assert there.query("ASK { <urn:their> <urn:own> <urn:triple> }").boolean
    assert not there.query("ASK { ?s a org:Organization }").boolean, "neither in a named graph nor in the default one"


@pytest.mark.parametrize("largest_update", [100_000_000, 2_000], ids=["one update", "staged"])
def test_no_reader_sees_half_of_a_build(server: str, make: Callable[..., list[Annotation]], largest_update: int) -> None:
    names = ("Bridge", "Brücke", "Көпір")
    builds = [build_dataset(make(lambda text, name=name: text.replace("Bridge", name))) for name in names]  # type: ignore[misc]
    there = RemoteStore(server)
    there.replace(builds[0])
    expected = [to_lines(settled(build)) for build in builds]
    rows = [sorted(row["n"] for row in GraphStore(build).query(NAMES).dicts()) for build in builds]
    seen: list[str] = []
    torn: list[Any] = []
    done = threading.Event()

    def read(what: Callable[[RemoteStore], Any], whole: list[Any]) -> None:
        reader = RemoteStore(there.endpoints)
        while not done.is_set():
            found = what(reader)
            (seen if found in whole else torn).append(found)

    def told(reader: RemoteStore) -> list[str]:
        return sorted(row["n"] for row in reader.query(NAMES).dicts())

    threads = [
        threading.Thread(target=read, args=(lambda reader: to_lines(reader.quads()), expected)),
        threading.Thread(target=read, args=(told, rows)),
    ]
    for thread in threads:
        thread.start()
    for number in (1, 2, 0, 1, 2, 0):
        there.replace(builds[number], largest_update)
    done.set()
    for thread in threads:
        thread.join()
    assert seen and not torn


def test_a_graph_changed_by_hand_is_no_build_any_more(one_server: str, quads: tuple[Quad, ...]) -> None:
    there = RemoteStore(one_server)
    with pytest.raises(StoreError, match="seriktes build --store"):
        there.quads()
    there.replace(quads)
    entities = "https://w3id.org/seriktes/graph/entities"
    update(there, f"INSERT DATA {{ GRAPH <{entities}> {{ <urn:a> <urn:b> 1 }} }}")
    with pytest.raises(StoreError, match="no whole build"):
        there.quads()
    assert there.replace(quads) == 1
    assert to_lines(there.quads()) == to_lines(settled(quads))


def test_blank_nodes_and_numbers_come_back_as_one_graph(one_server: str) -> None:
    from pyoxigraph import BlankNode

    graph, number = NamedNode("https://w3id.org/seriktes/doc/1"), NamedNode("http://www.w3.org/2001/XMLSchema#decimal")

    def build() -> list[Quad]:
        node = BlankNode()
        return [
            Quad(node, NamedNode("urn:p"), Literal("1.0", datatype=number), graph),
            Quad(graph, NamedNode("urn:q"), node, graph),
        ]

    there = RemoteStore(one_server)
    assert there.replace(build())
    assert there.replace(build()) == 0
    assert len(list(there.quads())) == 2


def test_a_query_may_only_read(one_server: str, quads: tuple[Quad, ...]) -> None:
    there = RemoteStore(one_server)
    there.replace(quads)
    for text in (
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <urn:not:there> { ?s ?p ?o }",
    ):
        with pytest.raises(RefusedError):
            there.query(text)
    with pytest.raises(QueryError, match="wrong"):
        there.query("SELECT * { ?s ?p")
    with pytest.raises(LimitError, match="more than 10 rows"):
        there.query("SELECT * { ?s ?p ?o }", max_rows=10)
    with pytest.raises(LimitError, match=r"0\.5 s"):
        there.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout=0.5)
    assert there.query("ASK FROM <https://w3id.org/seriktes/graph/entities> { ?s ?p ?o }").boolean is True
    described = there.query("DESCRIBE <https://w3id.org/seriktes/id/org/akbota>")
    assert described.triples and described.rows


def test_a_query_that_names_its_graphs_is_answered_from_them_or_refused(server: str, quads: tuple[Quad, ...]) -> None:
    there = RemoteStore(server)
    there.replace(quads)
    restricted = "ASK FROM g:documents { ?a skt:partnersWith ?b }"
    try:
        assert there.query(restricted).boolean is False
    except StoreError as error:
        assert "ask with GRAPH" in str(error)


def test_a_server_is_found_by_its_address_or_by_what_is_given(one_server: str) -> None:
    found = Endpoints(f"{one_server}/query", f"{one_server}/update", f"{one_server}/store")
    for address in (one_server, f"{one_server}/", f"{one_server}/query"):
        assert RemoteStore(address).endpoints == found
    given = f"query={one_server}/query update={one_server}/update"
    assert RemoteStore(given).endpoints == Endpoints(f"{one_server}/query", f"{one_server}/update")
    with pytest.raises(StoreError, match="query=URL"):
        RemoteStore(f"{one_server}/nothing/here")
    with pytest.raises(StoreError, match="give its update address"):
        RemoteStore(f"query={one_server}/query").replace(())


def test_a_server_that_dies_is_told_in_one_line(mortal_server: tuple[str, subprocess.Popen[bytes]], tmp_path: Path) -> None:
    address, process = mortal_server
    process.kill()
    process.wait()
    for command in (["query", "1"], ["analyse"], ["serve"], ["build", "--out", str(tmp_path / "out")]):
        run = CliRunner().invoke(main, [*command, "--store", address])
        assert run.exit_code == 3, run.output
        assert run.stderr.count("\n") == 1 and "cannot be reached" in run.stderr
    assert not (tmp_path / "out").exists(), "told before the long work begins"


def test_the_commands_take_the_graph_from_the_server(
    server: str, quads: tuple[Quad, ...], tmp_path: Path, make: Callable[..., list[Annotation]]
) -> None:
    document = tmp_path / "note.txt"
    document.write_text("«Ақбота» қоры мен «Көпір» бірлестігі 2025 жылғы 8 қазанда меморандумға қол қойды.\n", encoding="utf-8")
    run = CliRunner().invoke(main, ["build", str(document), "--out", str(tmp_path / "out"), "--store", server])
    assert run.exit_code == 0, run.output
    assert "all at once" in run.stderr
    query = "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?a a skt:Memorandum ; skt:party ?p }"
    asked_there = CliRunner().invoke(main, ["query", query, "--store", server, "--format", "csv"])
    asked_here = CliRunner().invoke(main, ["query", query, "--dir", str(tmp_path / "out"), "--format", "csv"])
    assert asked_there.stdout == asked_here.stdout != "n\n0\n"
    there = CliRunner().invoke(main, ["analyse", "--store", server])
    here = CliRunner().invoke(main, ["analyse", str(tmp_path / "out")])
    assert there.exit_code == 0 and there.stdout == here.stdout


def test_the_server_s_graph_is_served_and_a_new_build_on_it_too(
    one_server: str, quads: tuple[Quad, ...], make: Callable[..., list[Annotation]]
) -> None:
    pytest.importorskip("starlette", reason="the extra [serve] is not installed")
    import time

    from seriktes.serve.app import create_app
    from seriktes.serve.pool import Pool
    from seriktes.serve.source import Server
    from starlette.testclient import TestClient

    there = RemoteStore(one_server)
    there.replace(quads)
    source = Server(one_server)
    source.every = 0.2
    with TestClient(create_app(Pool(source))) as client:
        page = client.get("/id/org/akbota", headers={"accept": "text/html"})
        assert page.status_code == 200 and "<mark" in page.text
        assert client.get("/network.html").status_code == 200
        there.replace(build_dataset(make(lambda text: text.replace("Bridge", "Brücke"))))
        deadline = time.monotonic() + 20
        while "Brücke" not in (text := client.get("/sparql", params={"query": NAMES}).text) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert "Brücke" in text and "Bridge" not in text


def test_a_published_graph_is_the_one_in_the_folder(one_server: str, quads: tuple[Quad, ...], tmp_path: Path) -> None:
    from seriktes.publishing import publish

    (tmp_path / "graph.nq").write_bytes(write_nquads(quads))
    there = RemoteStore(one_server)
    assert "changed" in publish(tmp_path, there)
    assert "already" in publish(tmp_path, there)
