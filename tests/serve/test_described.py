"""What programs are told of the service: OpenAPI for its addresses, VoID and DCAT for its graph."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib

VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


def test_every_address_is_described(client: Any) -> None:
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    served = {(re.sub(r"\{(\w+):\w+\}", r"{\1}", r.path), m) for r in client.app.routes for m in r.methods}
    known = {(path, method.upper()) for path, operations in described["paths"].items() for method in operations}
    assert known == {(path, method) for path, method in served if method in ("GET", "POST") and not path.endswith("l/")}


def test_each_answer_is_one_of_those_described(client: Any) -> None:
    described = client.get("/openapi.json").json()["paths"]
    values = {"path": "org/akbota", "name": "partners-of", "digest": "0" * 16}
    for path, operations in described.items():
        name = "style.css" if path.startswith("/static") else values["name"]
        response = client.get(path.format(**{**values, "name": name}), follow_redirects=False)
        told = operations["get"]["responses"][str(response.status_code)]
        media = response.headers.get("content-type", "").partition(";")[0]
        assert "$ref" in told or media in told.get("content", {"": None}), path


def test_the_graph_is_described_for_catalogues_under_the_address_of_the_server(client: Any) -> None:
    from seriktes.rdf.void import describe_build
    from seriktes.serve.catalogue import served

    quads = client.app.state.pool.source.load().store.match(None, None, None)
    text = describe_build(quads, ("graph.nq", "graph.trig")).encode()
    lines = "".join(f"{triple} .\n" for triple in served(text, "http://localhost:8000"))
    graph = rdflib.Graph().parse(data=lines, format="nt")
    dataset = rdflib.URIRef("http://localhost:8000/dataset")
    assert graph.value(dataset, VOID.sparqlEndpoint) == rdflib.URIRef("http://localhost:8000/sparql")
    assert not list(graph.objects(dataset, VOID.dataDump)) and not list(graph.objects(None, DCAT.downloadURL))
    assert not [s for s in graph.subjects() if isinstance(s, rdflib.BNode) and not list(graph.subjects(None, s))]
    assert [str(x) for x in served(text, "http://a")] == [str(x) for x in served(text, "http://a")]
    assert client.get("/.well-known/void", follow_redirects=False).headers["location"] == "/void.ttl"
    assert client.get("/void.ttl").status_code == 404, "this build has none"


def test_a_method_that_an_address_does_not_know_is_told_with_those_it_knows(client: Any) -> None:
    response = client.delete("/id/org/akbota")
    assert response.status_code == 405 and "GET" in response.headers["allow"]
    assert response.text.startswith("DELETE is not for this address; use ") and "GET" in response.text


@pytest.mark.slow
def test_schemathesis_finds_nothing(folder: Path, serving: Callable[..., Any]) -> None:
    """Thousands of requests made from the description; ``pip install schemathesis``, which is no part of the dev extra."""
    beside = Path(sys.executable).with_name("schemathesis")
    command = str(beside) if beside.exists() else shutil.which("schemathesis")
    if command is None:
        pytest.skip("schemathesis is not installed (pip install schemathesis)")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    serve = [sys.executable, "-m", "seriktes", "serve", str(folder), "--port", str(port)]
    with serving(serve, port):
        checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
        ran = subprocess.run(
            [command, "run", f"http://127.0.0.1:{port}/openapi.json", "--checks", checks, "-n", "30", "--seed", "1"],
            capture_output=True, text=True, timeout=900, check=False,
        )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-4000:]
