"""The floors of quality on annotated documents: a change that makes reading worse fails here."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from seriktes.annotations import to_dict
from seriktes.evaluation import Comparison, Score, compare_files, read_files
from seriktes.model import Annotation
from seriktes.pipeline import annotate_all, read_all

ROOT = Path(__file__).resolve().parent.parent
SEED_GOLD = ROOT.parent / "shared" / "gold" / "seeds"


def extracted(folder: Path) -> list[Annotation]:
    documents, skipped = read_all([folder])
    assert not skipped
    annotations, failed = annotate_all(documents)
    assert not failed
    return annotations


def total(comparison: Comparison, section: str) -> float:
    together = Score()
    for score in comparison.sections[section].values():
        together.add(score)
    return together.f1


def check(annotations: list[Annotation], gold: Path, entities: float, facts: float, identity: float) -> None:
    predicted = {a.document.id: to_dict(a) for a in annotations}
    comparison = compare_files(read_files(gold), predicted)
    figures = total(comparison, "entities"), total(comparison, "facts"), comparison.identity.f1
    assert figures[0] >= entities and figures[1] >= facts and figures[2] >= identity, figures


def test_the_five_documents() -> None:
    if not SEED_GOLD.exists():
        pytest.skip("the gold of the five documents (../shared/gold) is not beside this checkout")
    check(extracted(ROOT / "seeds" / "documents"), SEED_GOLD, 0.95, 0.93, 0.97)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_development_documents(language: str) -> None:
    folder = ROOT / "tests" / "documents" / language
    check(extracted(folder), folder, 0.95, 0.84, 0.95)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_later_documents(language: str) -> None:
    folder = ROOT / "tests" / "documents" / "later" / language
    check(extracted(folder), folder, 0.90, 0.73, 0.95)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_long_pages(language: str) -> None:
    folder = ROOT / "tests" / "documents" / "pages" / language
    check(extracted(folder), folder, 0.92, 0.71, 0.95)


@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_newer_documents(language: str) -> None:
    folder = ROOT / "tests" / "documents" / "newer" / language
    check(extracted(folder), folder, 0.88, 0.59, 0.95)


@pytest.mark.parametrize(
    "folder",
    ["seeds/documents", "tests/documents/further", "tests/documents/press", "tests/documents/unseen", "tests/documents/wire"],
)
def test_every_span_is_its_quote_and_every_file_fits_the_schema(folder: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema_file = ROOT.parent / "shared" / "gold" / "schema.json"
    schema = json.loads(schema_file.read_text(encoding="utf-8")) if schema_file.exists() else {}
    for annotation in extracted(ROOT / folder):
        data = to_dict(annotation)
        jsonschema.validate(data, schema)
        raw = annotation.document.text
        taken: list[tuple[int, int]] = []
        for entity in data["entities"]:
            for mention in entity["mentions"]:
                assert raw[mention["start"] : mention["end"]] == mention["text"]
                taken.append((mention["start"], mention["end"]))
        taken.sort()
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(taken)), "mentions overlap"
        for fact in data["facts"]:
            assert 0 <= fact["evidence"]["start"] < fact["evidence"]["end"] <= len(raw)
            assert raw[fact["evidence"]["start"] : fact["evidence"]["end"]].strip()
