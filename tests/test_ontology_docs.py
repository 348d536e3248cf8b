"""The reference of the ontology: the committed pages are the generated ones, complete, whole, and fetch nothing."""

from __future__ import annotations

import re
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode
from seriktes.queries import load_questions
from seriktes.rdf import terms as t
from seriktes.rdf.inference import load_rules
from seriktes.rdf.ontology import schemes
from seriktes.rdf.shapes import load_shapes
from seriktes.rdf.validate import load_checks

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"kk": "kk.html", "ru": "ru.html", "en": "index.html"}
LANGUAGES = pytest.mark.parametrize("language", PAGES)


@cache
def tool() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "document_ontology.py"))


@cache
def committed(language: str) -> str:
    return (ROOT / "docs" / "ontology" / PAGES[language]).read_text(encoding="utf-8")


def ids(text: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', text)


@LANGUAGES
def test_the_committed_page_is_the_generated_one(language: str) -> None:
    assert committed(language) == tool()["page"](language), "run: make docs"


@LANGUAGES
def test_everything_is_in_the_page(language: str) -> None:
    text = committed(language)
    terms = {value.value.removeprefix(t.SKT_IRI) for value in vars(t).values() if isinstance(value, NamedNode) and value.value.startswith(t.SKT_IRI)}  # fmt: skip
    concepts = {q.subject for q in schemes() if q.predicate == t.SKOS("inScheme")}
    expected = {*terms, *(rule.id for rule in load_rules()), "R10", *(f"shape-{shape.name}" for shape in load_shapes())}
    expected |= {f"shape-{check.id}" for check in load_checks()}
    expected |= {"-".join(concept.value.split("/")[-2:]) for concept in concepts if isinstance(concept, NamedNode)}
    assert expected <= set(ids(text))
    assert all(f"seriktes query {question.name}<" in text for question in load_questions())


def test_the_pages_have_the_same_places_and_every_link_inside_leads_to_one() -> None:
    assert set(ids(committed("kk"))) == set(ids(committed("ru"))) == set(ids(committed("en")))
    for language in PAGES:
        found = ids(committed(language))
        assert len(found) == len(set(found))
        assert set(re.findall(r'href="#([^"]+)"', committed(language))) <= set(found)
        local = re.findall(r'href="(?!#|https?:)([^"]+)"', committed(language))
        assert [name for name in local if not (ROOT / "docs" / "ontology" / name).exists()] == []


@LANGUAGES
def test_a_page_fetches_nothing_and_says_its_language(language: str) -> None:
    text = committed(language)
    assert text.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert not re.findall(r"<script|<link|<img|@import|url\(|src=", text)


@pytest.mark.browser
@LANGUAGES
def test_a_page_fits_a_phone_and_keeps_quiet(language: str, chromium: Any) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
    page.goto((ROOT / "docs" / "ontology" / PAGES[language]).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert told == []
    page.close()
