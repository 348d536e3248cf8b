"""The files of a graph that is never held whole are those of one that is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad
from seriktes.model import Annotation
from seriktes.rdf import building
from seriktes.rdf.dataset import build_dataset, described
from seriktes.rdf.serialize import write_nquads
from seriktes.rdf.sorting import SortedLines
from seriktes.rdf.trig import Parts, parts_of, write_trig
from seriktes.rdf.validate import validate
from seriktes.rdf.void import describe_build, describe_counted

LINES = st.binary(max_size=30).filter(lambda line: b"\n" not in line)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(LINES, max_size=5), max_size=80), st.integers(100, 2000))
def test_lines_come_out_sorted_and_once_however_little_is_held(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[list[bytes]], room: int
) -> None:
    lines = SortedLines(tmp_path_factory.mktemp("runs"), room)
    for piece in pieces:
        lines.add(piece)
    expected = sorted({line for piece in pieces for line in piece})
    assert list(lines) == expected
    assert list(lines) == expected


def troubles_of(quads: Sequence[Quad]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the shapes say of quads: violations, and what else."""
    found = validate(quads)
    grave = tuple(trouble.line() for trouble in found if trouble.severity == "violation")
    return grave, tuple(trouble.line() for trouble in found if trouble.severity != "violation")


@pytest.mark.parametrize(
    ("large", "jobs"),
    [(0, 2), (building.LARGE, 1), (building.LARGE, 3)],
    ids=["store on disk", "store in memory", "several processes"],
)
def test_the_files_are_those_of_all_quads_together(
    annotations: Sequence[Annotation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int, jobs: int
) -> None:
    monkeypatch.setattr(building, "LARGE", large)
    monkeypatch.setattr(building, "SortedLines", lambda folder: SortedLines(folder, 20_000))
    for name in ("out", "work"):
        (tmp_path / name).mkdir()
    quads = build_dataset(annotations)
    made = building.make_graph(reversed(list(described(annotations))), tmp_path / "out", tmp_path / "work", jobs=jobs)
    assert (made.violations, made.warnings) == troubles_of(quads)
    assert (tmp_path / "out" / "graph.nq").read_bytes() == write_nquads(quads)
    assert (tmp_path / "out" / "graph.trig").read_bytes() == write_trig(quads)
    assert describe_counted(made.counts, []) == describe_build(quads, [])


@pytest.mark.parametrize(
    ("line", "graph", "value"),
    [
        ('<a:a> <a:b> "c <d:d>" <a:g> .', "<a:g>", '"c <d:d>"'),
        ('<a:a> <a:b> "c <d:d>" .', "", '"c <d:d>"'),
        ('<a:a> <a:b> "1 <d"^^<a:t> .', "", '"1 <d"^^<a:t>'),
        ('_:a <a:b> "c . d"@en _:g .', "_:g", '"c . d"@en'),
        ("<a:a> <a:b> <a:c> .", "", "<a:c>"),
        ("<a:a> <a:b> _:c <a:g> .", "<a:g>", "_:c"),
    ],
)
def test_a_line_is_taken_apart(line: str, graph: str, value: str) -> None:
    parts = parts_of(line.encode())
    assert (parts.graph, parts.object) == (graph, value)
    assert parts == Parts(graph, parts.subject, True, "a:b", value)
