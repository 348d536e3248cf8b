"""The RO-Crate of a build: what the profile asks for, every file with its bytes, and JSON-LD that needs no network."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from seriktes.building.build import build_graph
from seriktes.model import Annotation
from seriktes.writers.crate import CRATE, crate

FILES = {"graph.nq": b"<a> <b> <c> .\n", "annotations/one.json": b"{}", "new-kind.bin": b"\x00"}


def nodes(text: str) -> dict[str, dict[str, Any]]:
    graph: list[dict[str, Any]] = json.loads(text)["@graph"]
    assert len({node["@id"] for node in graph}) == len(graph)
    return {node["@id"]: node for node in graph}


@pytest.fixture
def told(annotations: list[Annotation]) -> str:
    return crate(annotations, {name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in FILES.items()}, "0.1.0")


def test_what_the_profile_asks_for_is_there(told: str) -> None:
    found = nodes(told)
    assert found[CRATE]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert found[CRATE]["about"] == {"@id": "./"}
    assert {"name", "description", "datePublished", "license", "hasPart"} <= found["./"].keys()
    assert found["./"]["datePublished"] == "2025-10-08"


def test_every_reference_leads_to_a_node(told: str) -> None:
    found = nodes(told)
    pointed: set[str] = set()
    for node in found.values():
        for value in node.values():
            pointed |= {item["@id"] for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)}
    assert pointed - found.keys() == {"https://w3id.org/ro/crate/1.1"}


def test_each_file_has_its_size_and_digest(told: str) -> None:
    found = nodes(told)
    assert {part["@id"] for part in found["./"]["hasPart"]} == FILES.keys()
    for name, data in FILES.items():
        assert found[name]["contentSize"] == str(len(data))
        assert found[name]["sha256"] == hashlib.sha256(data).hexdigest()
    assert found["annotations/one.json"]["encodingFormat"] == "application/json"
    assert "description" not in found["new-kind.bin"]


def test_it_is_json_ld_that_fetches_nothing(told: str) -> None:
    context = json.loads(told)["@context"]
    used = {key for node in nodes(told).values() for key in node if not key.startswith("@")}
    types = {node["@type"] for node in nodes(told).values()}
    assert used | types <= context.keys()
    graph = rdflib.Graph().parse(data=told, format="json-ld", publicID="https://example.org/")
    schema = rdflib.Namespace("http://schema.org/")
    assert len(list(graph.subjects(rdflib.RDF.type, schema.MediaObject))) == len(FILES)
    assert (rdflib.URIRef("https://example.org/"), schema.hasPart, rdflib.URIRef("https://example.org/graph.nq")) in graph


def test_a_build_without_dates_or_documents_is_told() -> None:
    assert "temporalCoverage" not in nodes(crate([], {}, "0.1.0"))["./"]


def test_a_build_lists_all_its_files_with_what_they_are(tmp_path: Path) -> None:
    document = tmp_path / "one.txt"
    document.write_text("«Ақбота» қоры мен «Bridge» ұйымы меморандумға қол қойды.", encoding="utf-8")
    build_graph([document], tmp_path / "out")
    out = tmp_path / "out"
    files = set(json.loads((out / "manifest.json").read_text(encoding="utf-8"))["files"])
    found = nodes((out / CRATE).read_text(encoding="utf-8"))
    assert {part["@id"] for part in found["./"]["hasPart"]} == files - {CRATE}
    assert [name for name in files - {CRATE} if "description" not in found[name]] == []
    assert (out / "void.ttl").read_text(encoding="utf-8").startswith("@prefix")
