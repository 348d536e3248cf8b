"""Answers as table, CSV and JSON: aligned for any script, safe in a spreadsheet, readable by other programs."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, parse_query_results
from seriktes.store import Result, Value
from seriktes.writers.results import safe_cell, to_csv, to_json, to_table, width

ROWS: tuple[tuple[Value, ...], ...] = (
    (NamedNode("https://w3id.org/seriktes/id/org/akbota"), Literal("«Ақбота» қоры", language="kk")),
    (NamedNode("https://example.org/x"), Literal("日本語")),
    (BlankNode("b"), None),
    (Literal("2", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")), Literal('line\nbreak, "quoted" \u202e')),
)
RESULT = Result(("thing", "name"), ROWS)


def test_the_columns_of_a_table_stand_under_each_other_in_any_script() -> None:
    lines = to_table(RESULT).splitlines()
    assert lines[2].startswith("id-org:akbota")
    assert len(lines) == 2 + len(ROWS)
    assert {width(line[: line.index(word)]) for line, word in ((lines[2], "«"), (lines[3], "日"), (lines[5], "line"))} == {
        width(lines[0][: lines[0].index("name")])
    }
    assert "\u202e" not in "".join(lines)


def test_a_wide_cell_is_cut_and_shows_it() -> None:
    result = Result(("name",), ((Literal("Қ" * 100),),))
    assert to_table(result, 10).splitlines()[-1] == "Қ" * 9 + "…"
    assert to_table(result, None).splitlines()[-1] == "Қ" * 100


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(RESULT), newline="")))
    assert rows[0] == ["thing", "name"]
    assert rows[1] == ["https://w3id.org/seriktes/id/org/akbota", "«Ақбота» қоры"]
    assert rows[3] == ["_:b", ""]
    assert rows[4][1].startswith('line\nbreak, "quoted"')


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\0=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    safe = to_csv(Result(("name",), ((Literal(text),),)), safe=True)
    assert next(iter(list(csv.reader(io.StringIO(safe, newline="")))[1]))[0] not in "=+-@\t\r＝\0"
    assert safe_cell(text) == f"'{text}"


def test_json_is_sparql_json() -> None:
    found = parse_query_results(to_json(RESULT), format=QueryResultsFormat.JSON)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    again = [tuple(solution) for solution in found]
    assert again[0] == ROWS[0]
    assert again[3] == ROWS[3]
    assert again[2][1] is None


def test_a_boolean_in_each_form() -> None:
    result = Result((), (), boolean=True)
    assert to_table(result) == "true\n"
    assert to_csv(result) == "boolean\r\ntrue\r\n"
    assert json.loads(to_json(result)) == {"head": {}, "boolean": True}


def test_no_rows_leave_the_head() -> None:
    assert to_table(Result(("a", "b"), ())).splitlines()[0].split() == ["a", "b"]
    assert to_csv(Result(("a", "b"), ())) == "a,b\r\n"
