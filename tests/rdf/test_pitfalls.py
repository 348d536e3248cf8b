"""The ontology against the pitfalls that OOPS! and ROBOT look for, as queries of our own; and its consistency in OWL 2 RL.

Each query of ``quality/`` has a severity. None critical or important may find anything; the minor one left is a decision:
properties have no named inverses, since SPARQL reads each of them backwards (``^``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import owlrl
import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse, serialize
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.iris import entity_iri
from seriktes.rdf.ontology import ontology

QUALITY = Path(__file__).parent / "quality"
QUERIES = sorted(QUALITY.glob("*.rq"))
HEADER = re.compile(r"^# (id|severity|after|says): (.+)$", re.MULTILINE)
DECIDED = {"no-inverse"}
#: Where owlrl writes what cannot be.
ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def header(path: Path) -> dict[str, str]:
    return dict(HEADER.findall(path.read_text(encoding="utf-8")))


def found(path: Path, store: Store) -> set[str]:
    rows = store.query(path.read_text(encoding="utf-8"))
    assert isinstance(rows, QuerySolutions)
    return {row["focus"].value for row in rows if isinstance(row["focus"], (NamedNode, BlankNode))}


@cache
def whole() -> Store:
    store = Store()
    store.extend(Quad(*quad.triple) for quad in ontology())
    return store


@cache
def broken() -> Store:
    store = Store()
    store.extend(parse((QUALITY / "broken.ttl").read_bytes(), format=RdfFormat.TURTLE))
    return store


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_ontology_is_free_of(path: Path) -> None:
    if path.stem not in DECIDED:
        assert found(path, whole()) == set()


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_each_query_finds_its_broken_example(path: Path) -> None:
    assert any(re.fullmatch(rf".*[#/]{path.stem}(\.owl)?", iri) for iri in found(path, broken()))


def test_each_query_says_what_it_is() -> None:
    for path in QUERIES:
        assert header(path).keys() == {"id", "severity", "after", "says"}
        assert header(path)["id"] == path.stem
        assert header(path)["severity"] in ("critical", "important", "minor")
    assert {header(QUALITY / f"{name}.rq")["severity"] for name in DECIDED} == {"minor"}


def closure_errors(quads: list[Quad]) -> list[str]:
    triples = {quad.triple for quad in (*quads, *ontology())}
    graph = rdflib.Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return [str(message) for message in graph.objects(None, ERROR)]


def test_the_ontology_and_a_graph_are_consistent_in_owl(annotations: list[Annotation]) -> None:
    assert closure_errors(list(build_dataset(annotations))) == []


@pytest.mark.slow
def test_the_ontology_and_the_gold_are_consistent_in_owl(gold_annotations: list[Annotation]) -> None:
    assert closure_errors(list(build_dataset(gold_annotations[1:2]))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        (entity_iri("Agreement", "memorandum"), t.HAS_PARTICIPATION, entity_iri("Event", "forum")),
        pytest.param((entity_iri("Organization", "akbota"), t.TYPE, t.PERSON), marks=pytest.mark.slow),
        pytest.param((entity_iri("Agreement", "memorandum"), t.TYPE, t.RESOLUTION), marks=pytest.mark.slow),
    ],
    ids=["an agreement that has participants", "a body that is a person", "an agreement that is a resolution"],
)
def test_what_cannot_be_is_found(annotations: list[Annotation], wrong: tuple[NamedNode, NamedNode, NamedNode]) -> None:
    assert closure_errors([*build_dataset(annotations), Quad(*wrong, t.ENTITIES_GRAPH)])
