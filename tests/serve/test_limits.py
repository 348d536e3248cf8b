"""What a hostile client may do to the endpoint: nothing. A limit is always an error, never a short answer."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from seriktes.model import Annotation

MANY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"


def ask(client: Any, query: str, **more: Any) -> Any:
    return client.get("/sparql", params={"query": query, **more})


def test_past_its_time_a_query_has_504_and_the_next_is_answered(client: Any) -> None:
    begin = time.monotonic()
    response = ask(client, MANY)
    assert response.status_code == 504
    assert "2 s" in response.text
    assert time.monotonic() - begin < 4
    assert ask(client, "ASK {}").json()["boolean"] is True


def test_past_its_memory_a_query_has_503(client: Any) -> None:
    response = ask(client, SORTED)
    assert response.status_code in (503, 504)
    assert ask(client, "ASK {}").status_code == 200


def test_too_many_rows_are_an_error(client: Any) -> None:
    response = ask(client, "SELECT * { ?s ?p ?o . ?x ?y ?z } LIMIT 10001")
    assert response.status_code == 503
    assert "10000 rows" in response.text
    assert len(ask(client, "SELECT * { ?s ?p ?o . ?x ?y ?z } LIMIT 10000", format="tsv").text.splitlines()) == 10_001


def test_when_too_many_long_ones_run_the_next_has_503_and_short_ones_are_answered(client: Any) -> None:
    statuses: list[int] = []
    threads = [threading.Thread(target=lambda: statuses.append(ask(client, MANY).status_code)) for _ in range(6)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    assert [ask(client, f"ASK {{ FILTER({n} = {n}) }}").status_code for n in range(20)] == [200] * 20
    for thread in threads:
        thread.join()
    assert set(statuses) == {503, 504}


def test_a_long_query_that_breaks_the_parser_breaks_only_itself(client: Any) -> None:
    body = "ASK {" + "?a ?b ?c . " * 3000 + "}"
    response = client.post("/sparql", content=body, headers={"content-type": "application/sparql-query"})
    assert response.status_code in (503, 504)
    assert ask(client, "ASK {}").status_code == 200


def test_a_confined_process_has_no_socket_to_use() -> None:
    from seriktes.processes.apart import run_apart

    def opens() -> str:
        try:
            socket.create_connection(("127.0.0.1", 1), timeout=1)
        except OSError as error:
            return os.strerror(error.errno or 0)
        return "connected"

    assert run_apart(opens, 5) == "Too many open files"


@pytest.mark.parametrize(
    ("method", "url", "options", "status"),
    [
        ("POST", "/sparql", {"content": b"x" * 200_000, "headers": {"content-type": "application/sparql-query"}}, 413),
        ("POST", "/sparql", {"content": b"\xff\xfe", "headers": {"content-type": "application/sparql-query"}}, 400),
        ("GET", "/sparql?query=%FF", {}, 400),
        ("GET", "/sparql?" + "&".join(f"a={n}" for n in range(300)), {}, 400),
        ("DELETE", "/sparql?query=ASK%7B%7D", {}, 405),
        ("PATCH", "/sparql", {}, 405),
        ("GET", "/sparql?query=ASK%7B%7D&format=exe", {}, 406),
        ("GET", "/sparql?query=%00", {}, 400),
        ("GET", "/sparql", {"headers": {"host": "a b<>"}}, 200),
        ("GET", "/sparql", {"headers": {f"x-{n}": "y" for n in range(10_000)}}, 431),
        ("GET", "/../../etc/passwd", {}, 404),
        ("GET", "/static/..%2f..%2fapp.py", {}, 404),
    ],
)
def test_abuse_is_told_in_words_and_without_a_traceback(
    client: Any, method: str, url: str, options: dict[str, Any], status: int
) -> None:
    response = client.request(method, url, **options)
    assert response.status_code == status
    assert "Traceback" not in response.text


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    pytest.importorskip("starlette", reason="the extra [serve] is not installed")
    from seriktes.serve import http
    from seriktes.serve.protocol import ProtocolError
    from starlette.requests import Request

    async def one_byte_and_nothing_more() -> dict[str, Any]:
        await asyncio.sleep(0.15)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def take() -> None:
        await http.body_of(Request({"type": "http", "method": "POST", "headers": []}, one_byte_and_nothing_more))

    monkeypatch.setattr(http, "_BODY_PATIENCE", 0.5)
    with ThreadPoolExecutor() as pool, pytest.raises(ProtocolError) as found:
        pool.submit(asyncio.run, take()).result(timeout=20)
    assert found.value.status == 408


def test_a_new_build_is_served_without_restart(
    make: Callable[..., list[Annotation]], writing: Callable[[list[Annotation], Path], None], tmp_path: Path
) -> None:
    from seriktes.serve.app import create_app
    from seriktes.serve.pool import Pool
    from starlette.testclient import TestClient

    names = 'SELECT DISTINCT ?n { ?s skos:prefLabel ?n FILTER(LANG(?n) = "en") }'
    writing(make(), tmp_path)
    with TestClient(create_app(Pool(tmp_path))) as client:
        first = ask(client, names)
        assert "Bridge" in first.text
        assert client.get("/sparql", params={"query": names}, headers={"if-none-match": first.headers["etag"]}).status_code == 304
        (tmp_path / "graph.nq").write_bytes(b"<urn:half> <urn:written>")
        assert ask(client, names).text == first.text, "half a build is not served"
        writing(make(lambda name: name.replace("Bridge", "Brücke")), tmp_path)
        deadline = time.monotonic() + 20
        while "Brücke" not in (now := ask(client, names)).text and time.monotonic() < deadline:
            assert now.status_code == 200
            time.sleep(0.2)
        assert "Brücke" in now.text
        assert now.headers["etag"] != first.headers["etag"]
        changed = client.get("/sparql", params={"query": names}, headers={"if-none-match": first.headers["etag"]})
        assert changed.status_code == 200


def test_no_answer_mixes_two_builds(
    make: Callable[..., list[Annotation]], writing: Callable[[list[Annotation], Path], None], tmp_path: Path
) -> None:
    from seriktes.serve.app import create_app
    from seriktes.serve.pool import Pool
    from starlette.testclient import TestClient

    names = ("Bridge", "Brücke", "Көпір")
    builds = [make(lambda text, name=name: text.replace("Bridge", name)) for name in names]  # type: ignore[misc]
    writing(builds[0], tmp_path)
    seen: list[str] = []
    with TestClient(create_app(Pool(tmp_path))) as client:
        for number in (1, 2, 0):
            writing(builds[number], tmp_path)
            deadline = time.monotonic() + 20
            while (not seen or seen[-1] != names[number]) and time.monotonic() < deadline:
                text = ask(client, "SELECT ?n { ?s skos:prefLabel ?n }", format="csv").text
                held = [name for name in names if name in text]
                assert len(held) == 1, "one answer, one build"
                seen += held
            assert seen[-1] == names[number]


def test_readers_beside_several_rebuilds_each_see_one_build_and_none_fails(
    make: Callable[..., list[Annotation]], writing: Callable[[list[Annotation], Path], None], tmp_path: Path
) -> None:
    from seriktes.serve.app import create_app
    from seriktes.serve.pool import Pool
    from starlette.testclient import TestClient

    names = ("Aqbota Foundation", "Aqbota Society", "Aqbota Trust")
    builds = [make(lambda text, name=name: text.replace(names[0], name)) for name in names]  # type: ignore[misc]
    writing(builds[0], tmp_path)
    torn: list[str] = []
    seen: set[str] = set()
    done = threading.Event()

    def read(client: Any, reader: int) -> None:
        paths = (
            "/id/org/akbota?format=ntriples",
            "/id/agreement/memorandum?lang=en",
            "/questions/partners-of?lang=en&p.name=Bridge&p.lang=en",
            "/sparql?format=csv&query=SELECT+%3Fn+%3Ft+%7B%3Fs+skos:prefLabel+%3Fn+.+%3Ft+a+skt:Memorandum%7D",
        )
        while not done.is_set():
            path = paths[reader]
            response = client.get(path, headers={"accept": "text/html"})
            held = [name for name in names if name in response.text]
            if response.status_code != 200 or len(held) != 1:
                torn.append(f"{response.status_code} {path} {held}")
            seen.update(held)

    with TestClient(create_app(Pool(tmp_path))) as client:
        threads = [threading.Thread(target=read, args=(client, number)) for number in range(4)]
        for thread in threads:
            thread.start()
        for number in (1, 2, 0, 2):
            writing(builds[number], tmp_path)
            deadline = time.monotonic() + 30
            while names[number] not in ask(client, "SELECT ?n { ?s skos:prefLabel ?n }").text and time.monotonic() < deadline:
                time.sleep(0.05)
        done.set()
        for thread in threads:
            thread.join()
    assert not torn
    assert seen == set(names)


def test_if_the_process_with_the_graph_dies_another_one_reads_it(client: Any) -> None:
    import signal

    before = client.app.state.pool._generation
    os.kill(before._process.pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while client.app.state.pool._generation is before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert ask(client, "ASK {}").status_code == 200


def test_a_broken_build_is_told_and_none_is_served(tmp_path: Path) -> None:
    import asyncio

    from seriktes.errors import DataError
    from seriktes.serve.snapshot import load_snapshot
    from seriktes.serve.source import Folder
    from seriktes.serve.workers import Generation, Limits

    # in a thread of its own: the browser tests leave an event loop running in this one
    with ThreadPoolExecutor() as pool, pytest.raises(DataError, match="holds no graph"):
        pool.submit(asyncio.run, Generation.start(Folder(tmp_path), Limits())).result()
    (tmp_path / "graph.nq").write_bytes(b"")
    (tmp_path / "manifest.json").write_text('{"files": {"graph.nq": "other"}}', encoding="utf-8")
    with pytest.raises(DataError, match="run seriktes build again"):
        load_snapshot(tmp_path)
