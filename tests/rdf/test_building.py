"""The files of a graph that is never held whole are those of one that is."""

from __future__ import annotations

from collections import Counter
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
from seriktes.rdf.sorting import SortedLines, merged
from seriktes.rdf.trig import Parts, cut_all, parts_of, write_trig
from seriktes.rdf.validate import validate
from seriktes.rdf.void import Counting, describe_build, describe_counted

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


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.lists(LINES, min_size=1, max_size=4), max_size=6), max_size=5))
def test_streams_of_blocks_are_merged_into_one_order(streams: list[list[list[bytes]]]) -> None:
    in_order = [sorted(line for block in stream for line in block) for stream in streams]
    cut_as_given = [[lines[n : n + 3] for n in range(0, len(lines), 3)] for lines in in_order]
    blocks = list(merged([iter(stream) for stream in cut_as_given]))
    assert [line for block in blocks for line in block] == sorted({line for lines in in_order for line in lines})
    assert all(blocks)


@pytest.mark.parametrize("at_once", [1, 2, 3, 1000])
def test_a_graph_is_counted_the_same_in_pieces(annotations: Sequence[Annotation], tmp_path: Path, at_once: int) -> None:
    lines = write_nquads(build_dataset(annotations)).splitlines()
    counting = Counting(tmp_path)
    for place in range(0, len(lines), at_once):
        counting.take(cut_all(lines[place : place + at_once]))
    counts, parts = counting.counted(), list(map(parts_of, lines))
    kinds = {(part.subject, part.object) for part in parts if not part.no_type}
    assert (counts.quads, counts.subjects) == (len(lines), len({part.subject for part in parts}))
    assert counts.objects == len({part.object for part in parts})
    assert counts.classes == Counter(kind[1:-1] for _, kind in kinds)
    assert counts.properties == Counter(part.predicate for part in parts)
    assert sum(counts.graphs.values()) == len(lines) and counts.graphs["inferred"]


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
