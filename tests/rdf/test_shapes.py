"""The shapes: each has a valid and a breaking example, and what Oxigraph finds of them is what pySHACL finds."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse, serialize
from rdflib.namespace import SH
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.ontology import ontology, parse_turtle, schemes
from seriktes.rdf.shapes import Constraint, Shape, load_groups, load_shapes, shape_files
from seriktes.rdf.shapes_sparql import broken, subclasses_in
from seriktes.rdf.validate import report, shape_troubles, store_of, validate

HERE = Path(__file__).parent
SEVERITY = {SH.Violation: "violation", SH.Warning: "warning"}
SHAPES = load_shapes()


def example(name: str) -> list[Quad]:
    triples = parse((HERE / name).read_bytes(), format=RdfFormat.TURTLE)
    return [Quad(q.subject, q.predicate, q.object, t.ENTITIES_GRAPH) for q in triples]


def in_rdflib(quads: list[Quad] | tuple[Quad, ...]) -> rdflib.Graph:
    triples = {quad.triple for quad in quads}
    return rdflib.Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


@cache
def shapes_graph() -> rdflib.Graph:
    return in_rdflib([quad for name in shape_files() for quad in parse_turtle(name)])


def found_by_pyshacl(quads: list[Quad]) -> set[tuple[str, ...]]:
    data = in_rdflib([*quads, *ontology()])
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes_graph(), inference="none", inplace=True)
    assert isinstance(results, rdflib.Graph)
    return {
        (
            SEVERITY[results.value(result, SH.resultSeverity)],
            str(results.value(result, SH.sourceShape)).rsplit("/", 1)[-1],
            str(results.value(result, SH.focusNode)),
            str(results.value(result, SH.value) or ""),
            str(results.value(result, SH.sourceConstraintComponent)).rsplit("#", 1)[-1].casefold(),
        )
        for result in results.subjects(rdflib.RDF.type, SH.ValidationResult)
        if isinstance(results.value(result, SH.sourceShape), rdflib.URIRef)
    }


def found_here(quads: list[Quad]) -> set[tuple[str, ...]]:
    return {
        (v.severity, v.shape, v.focus, v.value, f"{v.constraint}ConstraintComponent".casefold())
        for v in shape_troubles(store_of(quads))
    }


def test_pyshacl_finds_the_same_in_what_is_broken() -> None:
    quads = example("broken.ttl")
    assert found_here(quads) == found_by_pyshacl(quads)
    assert len(found_here(quads)) > 200


@pytest.mark.parametrize("seed", range(4))
def test_pyshacl_finds_the_same_in_a_graph_with_statements_lost_or_moved(annotations: list[Annotation], seed: int) -> None:
    chance = random.Random(seed)
    quads = sorted(build_dataset(annotations), key=str)
    kept = [quad for quad in quads if chance.random() > 0.1]
    others = [quad.object for quad in quads]
    moved = [
        Quad(q.subject, q.predicate, chance.choice(others), q.graph_name)
        for q in kept
        if q.predicate != t.TYPE and chance.random() < 0.1
    ]
    assert found_here(kept + moved) == found_by_pyshacl(kept + moved) != set()


@pytest.mark.slow
def test_pyshacl_finds_the_same_in_the_gold(gold_annotations: list[Annotation]) -> None:
    quads = list(build_dataset(gold_annotations))
    assert found_here(quads) == found_by_pyshacl(quads)


def test_the_valid_example_conforms() -> None:
    assert report(validate(example("valid.ttl"))) == ""


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_each_shape_is_asked_of_a_valid_thing(shape: Shape) -> None:
    store = store_of(example("valid.ttl"))
    kind, term = shape.target
    focus = f"?focus a/<{t.RDFS.iri}subClassOf>* {term} ." if kind == "targetClass" else f"?focus {term} ?named ."
    value = f"?focus {shape.path} ?value" if shape.path else ""
    found = store.query(f"SELECT ?focus WHERE {{ {focus} {value} }}", use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    assert [row for row in found if str(row["focus"]).startswith("<https://example.org/")]


def test_each_shape_has_a_severity_a_group_and_three_messages() -> None:
    assert {shape.severity for shape in SHAPES} == {"violation", "warning"}
    assert all(len(set(shape.messages)) == 3 for shape in SHAPES)
    assert {shape.group for shape in SHAPES} <= set(load_groups())
    assert len({shape.name for shape in SHAPES}) == len(SHAPES)


def test_there_is_a_shape_for_each_kind_of_thing() -> None:
    classes = {shape.target[1] for shape in SHAPES}
    own = {
        quad.subject for quad in parse_turtle("seriktes.ttl") if quad.object == NamedNode("http://www.w3.org/2002/07/owl#Class")
    }
    assert own - classes == {t.MEMORANDUM}  # its shape is that of agreements
    assert {t.PERSON, t.ORGANIZATION, t.MEMBERSHIP, t.POST_CLASS, t.POSITION_SELECTOR, t.QUOTE_SELECTOR} <= classes


def lists_of(shape: Shape) -> list[set[NamedNode]]:
    lists = [{v for v in c.values if isinstance(v, NamedNode)} for c in shape.constraints if c.name == "in"]
    return [terms for terms in lists if terms]


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if lists_of(shape)], ids=lambda shape: shape.name)
def test_a_list_of_concepts_is_the_whole_scheme(shape: Shape) -> None:
    for terms in lists_of(shape):
        scheme = next(iter(terms)).value.rsplit("/", 1)[0]
        concepts = {q.subject for q in schemes() if q.predicate == t.SKOS("inScheme") and q.object == NamedNode(scheme)}
        assert terms == concepts


def test_an_unknown_constraint_is_told() -> None:
    from dataclasses import replace

    from seriktes.errors import DataError

    strange = replace(SHAPES[0], constraints=(Constraint("closed", (Literal(True),)),))
    store = Store()
    with pytest.raises(DataError, match="sh:closed is not known"):
        list(broken(store, strange, subclasses_in(store)))


def test_a_thing_without_a_name_of_its_own_is_found() -> None:
    quads = [Quad(BlankNode("b"), t.TYPE, t.PERSON, t.ENTITIES_GRAPH)]
    assert {trouble.shape for trouble in validate(quads)} == {"Person-label", "Person-key"}
