"""The alignments: of own terms only, each said once, to vocabularies that are listed, and nothing that breaks the core."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode
from seriktes.rdf import terms as t
from seriktes.rdf.ontology import CORE, ontology, parse_turtle

ALIGNMENTS = NamedNode(f"{t.BASE}alignments")
OWL = t.Namespace("http://www.w3.org/2002/07/owl#")
MATCHES = {t.SKOS(f"{kind}Match") for kind in ("close", "broad", "related")}
AXIOMS = {t.RDFS("subClassOf"), t.RDFS("subPropertyOf")}
VOCABULARIES = {
    "SEM": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "LODE": "http://linkedevents.org/ontology/",
    "CIDOC-CRM": "http://www.cidoc-crm.org/cidoc-crm/",
    "FIBO": "https://spec.edmcouncil.org/fibo/ontology/",
    "SEMIC": "http://data.europa.eu/m8g/",
    "Wikidata": "http://www.wikidata.org/entity/",
    "FollowTheMoney": "https://w3id.org/ftm#",
}
SAID = [quad for quad in parse_turtle("alignments.ttl") if quad.subject != ALIGNMENTS]


def kind_of(term: NamedNode) -> set[NamedNode]:
    return {
        q.object for q in parse_turtle(CORE) if q.subject == term and q.predicate == t.TYPE and isinstance(q.object, NamedNode)
    }


def test_only_own_terms_are_aligned_and_only_to_terms_of_others() -> None:
    own = {q.subject for q in parse_turtle(CORE)}
    assert {quad.subject for quad in SAID} <= own
    assert {quad.predicate for quad in SAID} <= MATCHES | AXIOMS
    assert not [quad for quad in SAID if not str(quad.object).startswith(tuple(f"<{iri}" for iri in VOCABULARIES.values()))]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_each_vocabulary_is_there(name: str) -> None:
    assert any(str(quad.object).startswith(f"<{VOCABULARIES[name]}") for quad in SAID)


def test_no_pair_is_aligned_twice() -> None:
    pairs = [(quad.subject, quad.object) for quad in SAID]
    assert len(pairs) == len(set(pairs))


def test_classes_are_below_classes_and_properties_below_properties() -> None:
    for quad in SAID:
        if quad.predicate in AXIOMS and isinstance(quad.subject, NamedNode):
            is_class = OWL("Class") in kind_of(quad.subject)
            assert is_class == (quad.predicate == t.RDFS("subClassOf")), quad


def test_the_alignments_are_no_part_of_the_core() -> None:
    assert not {str(quad) for quad in SAID} & {str(quad) for quad in ontology()}


def test_the_header_says_what_publishers_need() -> None:
    header = {
        q.predicate.value.rpartition("/")[2].rpartition("#")[2] for q in parse_turtle("alignments.ttl") if q.subject == ALIGNMENTS
    }
    assert {"title", "description", "versionIRI", "creator", "license", "imports"} <= header
