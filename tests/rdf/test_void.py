"""The description of a build for catalogues: well formed, true to the graph, and the same each time."""

from __future__ import annotations

import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.void import LICENCE, describe_build

BASE = "https://example.org/build/"
DATASET = rdflib.URIRef(f"{BASE}dataset")
FILES = ["graph.nq", "graph.trig", "nodes.csv"]


def described(annotations: list[Annotation], files: list[str] = FILES) -> rdflib.Graph:
    return rdflib.Graph().parse(data=describe_build(build_dataset(annotations), files), format="turtle", publicID=BASE)


def test_the_counts_are_those_of_the_graph(annotations: list[Annotation]) -> None:
    quads = build_dataset(annotations)
    graph = described(annotations)
    assert int(graph.value(DATASET, VOID.triples)) == len(quads)
    assert int(graph.value(DATASET, VOID.documents)) == 2
    assert int(graph.value(DATASET, VOID.distinctSubjects)) == len({quad.subject for quad in quads})
    assert sum(int(graph.value(part, VOID.triples)) for part in graph.objects(DATASET, VOID.subset)) == len(quads)
    classes = {
        str(graph.value(part, VOID["class"])): int(graph.value(part, VOID.entities))
        for part in graph.objects(DATASET, VOID.classPartition)
    }
    assert classes[t.ORGANIZATION.value] == 3
    properties = [int(graph.value(part, VOID.triples)) for part in graph.objects(DATASET, VOID.propertyPartition)]
    assert sum(properties) == len(quads)
    assert len(properties) == int(graph.value(DATASET, VOID.properties))


def test_it_says_what_catalogues_need(annotations: list[Annotation]) -> None:
    graph = described(annotations)
    assert {RDF.type, DCTERMS.title, DCTERMS.description, DCTERMS.rights, DCTERMS.publisher, DCTERMS.temporal} <= set(
        graph.predicates(DATASET)
    )
    assert graph.value(DATASET, DCTERMS.license) == rdflib.URIRef(LICENCE)
    assert {str(title.language) for title in graph.objects(DATASET, DCTERMS.title)} == {"kk", "ru", "en"}
    assert {str(language) for language in graph.objects(DATASET, DCTERMS.language)} == {"kk", "ru"}
    assert (None, DCAT.endpointURL, rdflib.URIRef(f"{BASE}sparql")) in graph
    assert (DATASET, VOID.sparqlEndpoint, rdflib.URIRef(f"{BASE}sparql")) in graph


def test_only_dumps_that_are_there_are_named(annotations: list[Annotation]) -> None:
    assert set(described(annotations).objects(DATASET, VOID.dataDump)) == {
        rdflib.URIRef(f"{BASE}graph.nq"),
        rdflib.URIRef(f"{BASE}graph.trig"),
    }
    assert not list(described(annotations, ["nodes.csv"]).objects(DATASET, DCAT.distribution))


def test_the_text_does_not_hang_on_the_order_of_quads(annotations: list[Annotation]) -> None:
    quads = list(build_dataset(annotations))
    assert describe_build(quads, FILES) == describe_build(quads[::-1], FILES)


def test_a_graph_without_dates_is_described() -> None:
    graph = described([])
    assert int(graph.value(DATASET, VOID.triples)) == 0
    assert graph.value(DATASET, DCTERMS.temporal) is None
