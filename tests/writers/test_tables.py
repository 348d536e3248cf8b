"""Tables: every edge with its sentence, and no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seriktes.analysis.claims import Claim, Node, Reading
from seriktes.analysis.network import build_network
from seriktes.writers.tables import EDGE_COLUMNS, edges_csv, evidence_csv, line_of, nodes_csv, safe_cell, write_tables


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_row_an_edge_with_its_first_sentence(reading: Reading) -> None:
    network = build_network(reading.claims, reading.nodes)
    table = rows(edges_csv(network))
    assert len(table) == network.number_of_edges()
    assert tuple(table[0]) == EDGE_COLUMNS
    first = table[0]
    assert [first[name] for name in ("Source", "Target", "Type", "Weight")] == ["akbota", "bridge", "Undirected", "1.0"]
    assert first["Sentence"] == "«Ақбота» қоры мен «Bridge» ұйымы меморандумға қол қойды."
    assert (first["Document"], first["Start"], first["End"], first["Sentences"]) == ("kk1", "0", "56", "2")


def test_all_sentences_stand_in_the_evidence_table(reading: Reading) -> None:
    table = rows(evidence_csv(build_network(reading.claims, reading.nodes)))
    assert [row["Document"] for row in table if row["Kind"] == "agreement"] == ["kk1", "ru1"]
    assert not [row for row in table if row["Kind"] == "co-participation"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "\0=1", " =1", "＝1", "＋1", "－1", "＠x"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe_cell(text).startswith("'")
    network = build_network(
        [Claim("cooperation", {"a": text, "b": "b"}, text, text, 0, 1, text)],
        [Node(text, "Organization", names={"kk": text}), Node("b", "Organization")],
    )
    for table in (nodes_csv(network), edges_csv(network), evidence_csv(network)):
        for row in csv.reader(io.StringIO(table)):
            assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_the_three_files(reading: Reading, tmp_path: Path) -> None:
    network = build_network(reading.claims, reading.nodes)
    paths = write_tables(network, tmp_path / "new")
    assert [path.name for path in paths] == ["nodes.csv", "edges.csv", "evidence.csv"]
    assert len(rows(paths[0].read_text(encoding="utf-8"))) == len(network)


cells = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text('a,"\n\r =Қ', max_size=6))


@given(st.lists(cells, min_size=1, max_size=5))
def test_a_line_is_as_the_csv_of_python_writes_it(row: list[object]) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow([safe_cell(value) for value in row])
    assert line_of(row) == stream.getvalue()
