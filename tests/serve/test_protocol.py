"""The endpoint against the W3C's test manifests, which are read from beside the checkout and never copied."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rdflib
from rdflib.collection import Collection

pytest.importorskip("starlette", reason="the extra [serve] is not installed")
from seriktes.serve.app import create_app
from seriktes.serve.pool import Pool
from starlette.testclient import TestClient

#: Beside the checkout, or one folder up where the checkout is a worktree of it.
W3C = next((up / "shared" / "w3c" for up in Path(__file__).resolve().parents[3:5] if (up / "shared").is_dir()), Path("w3c"))
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")


def manifest(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(W3C / name / "manifest.ttl", publicID=f"https://w3c.example/{name}/manifest.ttl")


def entries(name: str) -> list[str]:
    """The names of a manifest's tests; none where the manifests are not beside the checkout."""
    if not (W3C / name).is_dir():
        return []
    graph = manifest(name)
    (listed,) = graph.objects(None, MF.entries)
    return [str(entry).rpartition("#")[2] for entry in Collection(graph, listed)]


PROTOCOL = entries("protocol")
UPDATES = [name for name in PROTOCOL if name.startswith("update_")]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An endpoint with the graphs of the manifest's tests."""
    if not PROTOCOL:
        pytest.skip("the W3C manifests (../shared/w3c) are not beside this checkout")
    folder = tmp_path_factory.mktemp("w3c")
    lines = set()
    for number in (1, 2, 3):
        graph = f"<http://kasei.us/2009/09/sparql/data/data{number}.rdf>"
        for line in (W3C / "protocol" / f"data{number}.nt").read_text(encoding="utf-8").splitlines():
            lines.add(f"{line.strip().removesuffix('.')}{graph} .\n")
    (folder / "graph.nq").write_text("".join(sorted(lines)), encoding="utf-8")
    with TestClient(create_app(Pool(folder))) as ready:
        yield ready


def requests_of(name: str) -> Iterator[dict[str, Any]]:
    """The requests of a protocol test and what is expected of each."""
    graph = manifest("protocol")
    entry = next(s for s in graph.subjects(MF.action, None) if str(s).endswith(f"#{name}"))
    connection = graph.value(entry, MF.action)
    for request in Collection(graph, graph.value(connection, HT.requests)):  # type: ignore[arg-type]
        headers = {}
        listed = graph.value(request, HT.headers)
        for header in Collection(graph, listed) if listed else ():
            headers[str(graph.value(header, HT.fieldName))] = str(graph.value(header, HT.fieldValue))
        body = graph.value(request, HT.body)
        response = graph.value(request, HT.resp)
        yield {
            "method": str(graph.value(request, HT.methodName)),
            "url": str(graph.value(request, HT.absolutePath)),
            "headers": headers,
            "content": str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding))) if body else None,
            "statuses": {str(s).rpartition("#")[2] for s in graph.objects(response, MF.expectedStatus)},
            "boolean": graph.value(response, MF.expectedBoolean),
            "format": str(graph.value(response, MF.expectedFormat) or ""),
        }


def send(client: TestClient, request: dict[str, Any]) -> Any:
    return client.request(
        request["method"], request["url"], headers=request["headers"], content=request["content"], follow_redirects=False
    )


def shape(media: str, body: bytes) -> tuple[str, bool | None]:
    """What a body is by its own words: tabular, boolean (with its value) or RDF."""
    media = media.partition(";")[0]
    if media == "application/sparql-results+json":
        data = json.loads(body)
        return ("boolean", data["boolean"]) if "boolean" in data else ("tabular", None)
    if media == "application/sparql-results+xml":
        found = ElementTree.fromstring(body).find("{http://www.w3.org/2005/sparql-results#}boolean")
        return ("boolean", found.text == "true") if found is not None else ("tabular", None)
    if media in ("text/csv", "text/tab-separated-values"):
        assert list(csv.reader(io.StringIO(body.decode())))
        return ("tabular", None)
    rdflib.Graph().parse(data=body, format=media)
    return ("RDF", None)


@pytest.mark.parametrize(
    "name", [name for name in PROTOCOL if name not in UPDATES] or [pytest.param("none", marks=pytest.mark.skip)]
)
def test_a_query_test_of_the_protocol(client: TestClient, name: str) -> None:
    for request in requests_of(name):
        response = send(client, request)
        assert f"StatusCode{response.status_code // 100}xx" in request["statuses"], response.text
        if request["format"]:
            kind, value = shape(response.headers["content-type"], response.content)
            assert kind == request["format"]
            if request["boolean"] is not None:
                assert value is request["boolean"].toPython()


@pytest.mark.parametrize("name", UPDATES or [pytest.param("none", marks=pytest.mark.skip)])
def test_an_update_test_of_the_protocol_is_refused_and_changes_nothing(client: TestClient, name: str) -> None:
    everything = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(!STRSTARTS(STR(?g), 'https://w3id.org/')) } ORDER BY ?g"
    before = client.get("/sparql", params={"query": everything, "format": "tsv"}).text
    assert len(before.splitlines()) == 4
    update = next(
        request for request in requests_of(name) if "update" in str(request["headers"]) or b"update=" in request["content"]
    )
    response = send(client, update)
    assert response.status_code == 403
    assert "read-only" in response.text
    assert client.get("/sparql", params={"query": everything, "format": "tsv"}).text == before


def test_there_are_27_query_tests_and_7_update_tests() -> None:
    if not PROTOCOL:
        pytest.skip("the W3C manifests (../shared/w3c) are not beside this checkout")
    assert (len(PROTOCOL) - len(UPDATES), len(UPDATES)) == (27, 7)


@pytest.mark.parametrize("name", entries("service-description") or [pytest.param("none", marks=pytest.mark.skip)])
@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
def test_a_service_description_test(client: TestClient, name: str, media: str) -> None:
    response = client.get("/sparql/", headers={"accept": media})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(media)
    graph = rdflib.Graph().parse(data=response.content, format=media)
    checks = {"returns-rdf": len, "has-endpoint-triple": has_endpoint, "conforms-to-schema": conforms}
    assert checks[name](graph)


def has_endpoint(graph: rdflib.Graph) -> bool:
    return (None, SD.endpoint, rdflib.URIRef("http://testserver/sparql")) in graph


def conforms(graph: rdflib.Graph) -> bool:
    """Every service has one endpoint and its dataset; named graphs have names; nothing of the vocabulary is invented."""
    known = {"endpoint", "supportedLanguage", "feature", "resultFormat", "defaultDataset", "defaultGraph", "namedGraph", "name"}
    used = {str(p).removeprefix(str(SD)) for p in graph.predicates() if str(p).startswith(str(SD))}
    services = list(graph.subjects(rdflib.RDF.type, SD.Service))
    datasets = [graph.value(service, SD.defaultDataset) for service in services]
    named = [graph.value(part, SD.name) for part in graph.objects(None, SD.namedGraph)]
    return (
        used <= known
        and len(services) == 1
        and all((dataset, rdflib.RDF.type, SD.Dataset) in graph for dataset in datasets)
        and len(named) == 4
        and all(isinstance(name, rdflib.URIRef) for name in named)
    )
