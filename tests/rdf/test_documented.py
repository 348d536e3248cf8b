"""Every own term and concept is documented: labels and definitions in three languages, examples that documents really hold."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pytest
from pyoxigraph import Literal, NamedNode
from seriktes.rdf import terms as t
from seriktes.rdf.ontology import CORE, SCHEMES, parse_turtle
from seriktes.resources import seed_documents

OWL = t.Namespace("http://www.w3.org/2002/07/owl#")
LANGUAGES = {"kk", "ru", "en"}
QUOTE = re.compile(r"(.+) \((\d{3})\)(?:: .+)?")
#: Concepts that none of the five documents names.
WITHOUT_EXAMPLE = 29

CORE_TERMS = sorted(
    q.subject.value
    for q in parse_turtle(CORE)
    if q.predicate == t.TYPE and q.object in {OWL("Class"), OWL("ObjectProperty"), OWL("DatatypeProperty")}
    and isinstance(q.subject, NamedNode)
)  # fmt: skip
IN_SCHEMES = sorted({q.subject.value for q in parse_turtle(SCHEMES) if isinstance(q.subject, NamedNode)})


@cache
def index() -> dict[tuple[str, str], list[Literal | NamedNode]]:
    found: dict[tuple[str, str], list[Literal | NamedNode]] = defaultdict(list)
    for quad in (*parse_turtle(CORE), *parse_turtle(SCHEMES)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (Literal, NamedNode)):
            found[quad.subject.value, quad.predicate.value].append(quad.object)
    return found


def said(iri: str, predicate: NamedNode) -> list[Literal]:
    return [value for value in index().get((iri, predicate.value), []) if isinstance(value, Literal)]


@pytest.mark.parametrize("iri", [*CORE_TERMS, *IN_SCHEMES])
def test_labels_and_definitions_stand_once_in_each_language(iri: str) -> None:
    label = t.LABEL if iri in CORE_TERMS else t.PREF_LABEL
    for predicate in (label, t.SKOS("definition")):
        found = said(iri, predicate)
        assert sorted(str(text.language) for text in found) == sorted(LANGUAGES)
        assert all(text.value == text.value.strip() != "" for text in found)
    assert all(text.value.endswith(".") for text in said(iri, t.SKOS("definition")))


@pytest.mark.parametrize("iri", [*CORE_TERMS, *IN_SCHEMES])
def test_each_says_where_it_is_defined(iri: str) -> None:
    assert index()[iri, t.RDFS("isDefinedBy").value] == [NamedNode(f"{t.BASE}ontology")]


@pytest.mark.parametrize("iri", CORE_TERMS)
def test_each_core_term_has_an_example(iri: str) -> None:
    assert len(said(iri, t.SKOS("example"))) == 1


def test_concepts_without_an_example_are_few() -> None:
    concepts = [iri for iri in IN_SCHEMES if "/" in iri.removeprefix(f"{t.BASE}scheme/")]
    assert len([iri for iri in concepts if not said(iri, t.SKOS("example"))]) <= WITHOUT_EXAMPLE


@pytest.mark.parametrize("iri", [iri for iri in (*CORE_TERMS, *IN_SCHEMES) if said(iri, t.SKOS("example"))])
def test_an_example_stands_in_its_document(iri: str) -> None:
    texts = {path.name[:3]: " ".join(path.read_text(encoding="utf-8").split()) for path in seed_documents()}
    for example in said(iri, t.SKOS("example")):
        found = QUOTE.fullmatch(example.value)
        assert found, "an example is: words of a document (its number), then perhaps «: a remark»"
        words = found[1]
        forms = [words, words[1:-1]] if words.startswith("«") and words.endswith("»") else [words]
        pieces = [[" ".join(piece.split()) for piece in form.split("…")] for form in forms]
        assert any(all(piece in texts[found[2]] for piece in form) for form in pieces)


def test_no_definition_only_repeats_its_label() -> None:
    for iri in (*CORE_TERMS, *IN_SCHEMES):
        labels = {text.value.casefold() for text in (*said(iri, t.LABEL), *said(iri, t.PREF_LABEL))}
        for definition in said(iri, t.SKOS("definition")):
            rest = definition.value.casefold()
            for label in sorted(labels, key=len, reverse=True):
                rest = rest.replace(label, "")
            assert len(re.findall(r"\w{3,}", rest)) >= 1, definition.value
