"""The vocabulary: the constants and the ontology files say the same, and every term is fit to be published."""

from __future__ import annotations

import json
import re

import pytest
from pyoxigraph import Literal, NamedNode, Store
from seriktes.rdf import terms as t
from seriktes.rdf.ontology import CORE, ontology, parse_turtle
from seriktes.resources import ONTOLOGY, list_files, read_text

OWL = t.Namespace("http://www.w3.org/2002/07/owl#")
LANGUAGES = {"kk", "ru", "en"}


def constants() -> set[str]:
    return {value.value for value in vars(t).values() if isinstance(value, NamedNode)}


def defined() -> set[str]:
    classes = {OWL("Class"), OWL("ObjectProperty"), OWL("DatatypeProperty")}
    return {
        q.subject.value
        for q in parse_turtle(CORE)
        if q.predicate == t.TYPE and q.object in classes and isinstance(q.subject, NamedNode)
    }


def languages(subject: str, *predicates: NamedNode) -> set[str]:
    return {
        q.object.language
        for q in ontology()
        if isinstance(q.subject, NamedNode)
        and q.subject.value == subject
        and q.predicate in predicates
        and isinstance(q.object, Literal)
        and q.object.language
    }


def test_the_constants_are_the_terms_of_the_ontology() -> None:
    assert {iri for iri in constants() if iri.startswith(t.SKT_IRI)} == defined()


def test_every_reused_constant_has_labels_in_three_languages() -> None:
    language_neutral = {t.RDF.iri, t.RDFS.iri, f"{t.BASE}graph/"}
    reused = {iri for iri in constants() if not iri.startswith((t.SKT_IRI, *language_neutral))}
    assert {iri for iri in reused if languages(iri, t.LABEL) != LANGUAGES} == set()


@pytest.mark.parametrize("iri", sorted(defined()))
def test_every_term_has_label_and_definition_in_three_languages(iri: str) -> None:
    assert languages(iri, t.LABEL) == LANGUAGES
    assert languages(iri, t.SKOS("definition")) == LANGUAGES


def test_every_concept_has_label_and_definition_in_three_languages() -> None:
    concepts = {
        q.subject.value
        for q in ontology()
        if q.predicate == t.TYPE and q.object == t.SKOS("Concept") and isinstance(q.subject, NamedNode)
    }
    assert len(concepts) > 60
    assert {c for c in concepts if languages(c, t.PREF_LABEL) != LANGUAGES} == set()
    assert {c for c in concepts if languages(c, t.SKOS("definition")) != LANGUAGES} == set()


def test_no_two_concepts_of_a_scheme_share_a_label() -> None:
    scheme = {q.subject: q.object for q in ontology() if q.predicate == t.SKOS("inScheme")}
    labels = [(scheme[q.subject], q.object) for q in ontology() if q.predicate == t.PREF_LABEL and q.subject in scheme]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    "name",
    [
        name
        for folder, suffix in (("shapes", ".ttl"), ("queries", ".rq"), ("rules", ".rq"), ("checks", ".rq"))
        for name in list_files(ONTOLOGY, folder, suffix)
    ],
)
def test_no_file_uses_an_undefined_term(name: str) -> None:
    used = set(re.findall(r"\bskt:([A-Za-z]+)", read_text(ONTOLOGY, name)))
    assert {t.SKT(local).value for local in used} <= defined()


def test_no_property_has_two_domains_or_ranges() -> None:
    for predicate in (t.RDFS("domain"), t.RDFS("range")):
        subjects = [q.subject for q in parse_turtle(CORE) if q.predicate == predicate]
        assert len(subjects) == len(set(subjects))


def test_the_header_says_what_publishers_need() -> None:
    header = {
        q.predicate.value.rsplit("/")[-1].rsplit("#")[-1]: q.object
        for q in parse_turtle(CORE)
        if q.subject == NamedNode(f"{t.BASE}ontology")
    }
    assert {
        "title",
        "description",
        "versionIRI",
        "creator",
        "publisher",
        "created",
        "modified",
        "license",
        "bibliographicCitation",
        "preferredNamespacePrefix",
        "preferredNamespaceUri",
    } <= header.keys()
    assert header["license"] == NamedNode("https://creativecommons.org/licenses/by/4.0/")


def test_no_term_of_another_vocabulary_gets_an_axiom() -> None:
    own = (t.BASE,)
    subjects = {q.subject.value for q in parse_turtle(CORE) if isinstance(q.subject, NamedNode)}
    assert {subject for subject in subjects if not subject.startswith(own)} == set()
    reused = {q.predicate for q in parse_turtle("reused.ttl")}
    assert reused == {t.LABEL}


def test_no_class_is_above_itself() -> None:
    store = Store()
    store.extend(ontology())
    assert not bool(
        store.query("ASK { ?c <http://www.w3.org/2000/01/rdf-schema#subClassOf>+ ?c }", use_default_graph_as_union=True)
    )


def in_context() -> set[str]:
    """The IRIs that the terms of the JSON-LD context stand for."""
    context = json.loads(read_text(ONTOLOGY, "context.jsonld"))["@context"]
    prefixes = {name: value for name, value in context.items() if isinstance(value, str) and value.endswith(("#", "/"))}
    told = [value if isinstance(value, str) else value["@id"] for value in context.values() if isinstance(value, (str, dict))]
    parts = [value.partition(":") for value in told if value not in prefixes.values()]
    return {prefixes[prefix] + local for prefix, _, local in parts if prefix in prefixes}


def test_the_json_context_has_every_term_of_the_graph_and_no_unknown_one() -> None:
    graphs = {iri for iri in constants() if iri.startswith(f"{t.BASE}graph/")}
    assert constants() - graphs - {t.TYPE.value} <= in_context()
    assert {iri for iri in in_context() if iri.startswith(t.SKT_IRI)} == defined()


def test_the_json_context_fetches_nothing() -> None:
    text = read_text(ONTOLOGY, "context.jsonld")
    assert "@import" not in text
    assert isinstance(json.loads(text)["@context"], dict)
