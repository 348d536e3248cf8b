"""The shapes and checks: the gold conforms, and each of them finds what it is there to find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.validate import Violation, conforms, load_checks, report, validate
from seriktes.resources import ONTOLOGY, list_files, read_text

HERE = Path(__file__).parent
EXAMPLE = "https://example.org/"


def broken() -> list[Quad]:
    plain = parse((HERE / "broken.ttl").read_bytes(), format=RdfFormat.TURTLE)
    quads = [Quad(q.subject, q.predicate, q.object, t.INFERRED_GRAPH) for q in plain]
    return quads + list(parse((HERE / "broken.trig").read_bytes(), format=RdfFormat.TRIG))


def shape_names() -> list[str]:
    texts = [read_text(ONTOLOGY, name) for name in list_files(ONTOLOGY, "shapes", ".ttl")]
    return [name for text in texts for name in re.findall(r"^shape:(\S+) a sh:PropertyShape", text, re.MULTILINE)]


@pytest.fixture(scope="module")
def found() -> list[Violation]:
    return validate(broken())


@pytest.mark.parametrize("name", [*shape_names(), "Agreement"])
def test_each_shape_finds_its_broken_example(found: list[Violation], name: str) -> None:
    assert any(trouble.shape == name and trouble.focus == f"{EXAMPLE}{name}" for trouble in found)


@pytest.mark.parametrize("name", [check.id for check in load_checks()])
def test_each_check_finds_its_broken_example(found: list[Violation], name: str) -> None:
    focus = t.SKT(name).value if name == "unknown-term" else f"{EXAMPLE}{name}"
    assert any(trouble.shape == name and trouble.focus == focus for trouble in found)


@pytest.mark.parametrize(
    ("check", "focus", "wrong"),
    [
        ("session-outside-event", "too-late", True),
        ("session-outside-event", "last-day", False),
        ("same-class", "one-already", True),
    ],
)
def test_a_check_knows_its_cases_apart(found: list[Violation], check: str, focus: str, wrong: bool) -> None:
    assert any(trouble.shape == check and trouble.focus == f"{EXAMPLE}{focus}" for trouble in found) == wrong


def test_each_trouble_is_told_in_three_languages(found: list[Violation]) -> None:
    assert all(len(set(trouble.messages)) == 3 and all(trouble.messages) for trouble in found)


def test_the_report_has_a_line_each_and_counts_what_it_leaves_out(found: list[Violation]) -> None:
    lines = report(found, "kk", most=5).splitlines()
    assert len(lines) == 6
    assert lines[-1] == f"… +{len(found) - 5}"
    assert found[0].severity == "violation"


def test_the_gold_conforms(gold_annotations: list[Annotation]) -> None:
    assert report(validate(build_dataset(gold_annotations))) == ""


def test_a_graph_with_warnings_only_conforms() -> None:
    name = Quad(NamedNode(f"{EXAMPLE}a"), t.PREF_LABEL, Literal("Сoрос", language="kk"), t.ENTITIES_GRAPH)
    troubles = validate([name])
    assert [trouble.shape for trouble in troubles] == ["mixed-script"]
    assert conforms(troubles)
    assert not conforms(validate(broken()))
