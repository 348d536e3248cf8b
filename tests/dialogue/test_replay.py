"""Judgements from end to end: build and extract replay a file of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_a_build_uses_the_file_beside_the_documents(
    built: Path, tmp_path: Path, decisions: str, run: Callable[..., Any], write: Callable[..., Any], rows: Callable[..., Any]
) -> None:
    out = tmp_path / "graph"
    code, _, err = run("build", write(tmp_path / "papers", decisions), "--out", out)
    assert code == 0, err
    assert "judgements.txt line 7 does not apply: no thing 'left-the-town'" in err
    assert "5 applied, 1 not applicable here" in err
    report = (out / "report.md").read_text(encoding="utf-8")
    assert "Of judgements.txt: 5 applied, 1 not applicable here." in report and "`kind left-the-town ngo`" in report
    nodes = {row["Id"]: row for row in rows(out, "nodes.csv")}
    assert "zhasyl-dala-birlestigi" not in nodes
    assert (nodes["bridge-association"]["Name en"], nodes["bridge-association"]["Country"]) == ("Bridge", "GB")
    assert {"Old id": "zhasyl-dala-birlestigi", "Id": "bridge-association", "Type": "Organization"} in rows(out, "aliases.csv")
    proof = [row for row in rows(out, "evidence.csv") if row["Kind"] == "cooperation"]
    assert [row["Sentence"] for row in proof] == ["The Kamkor Foundation and the Bridge Association signed"]
    assert not [f for f in json.loads((out / "annotations" / "second.json").read_text())["facts"] if f["type"] == "post"]


def test_old_links_lead_on_in_the_graph(
    tmp_path: Path, decisions: str, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    run("build", write(tmp_path / "papers", decisions), "--out", tmp_path / "graph", "-q")
    asked = "SELECT ?new ?label WHERE { id-org:zhasyl-dala-birlestigi dcterms:isReplacedBy ?new . ?new skos:prefLabel ?label }"
    code, answer, err = run("query", asked, "--dir", tmp_path / "graph", "--format", "csv")
    assert code == 0, err
    assert "id/org/bridge-association,Bridge" in answer


def test_the_file_in_the_results_and_a_named_one(
    tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any], rows: Callable[..., Any]
) -> None:
    papers, out = write(tmp_path / "papers"), tmp_path / "graph"
    out.mkdir()
    (out / "judgements.txt").write_text("kind bridge-association ngo\n")
    assert "1 applied" in run("build", papers, "--out", out)[2]
    assert (out / "judgements.txt").read_text() == "kind bridge-association ngo\n"
    other = tmp_path / "ours.txt"
    other.write_text("kind bridge-association media\n")
    run("build", papers, "--out", out, "--judgements", other)
    assert [row["Kind"] for row in rows(out, "nodes.csv") if row["Id"] == "bridge-association"] == ["media"]


def test_order_of_lines_and_undo_leave_no_trace(
    tmp_path: Path, decisions: str, run: Callable[..., Any], write: Callable[..., Any], files: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", "# ours\n")
    run("build", papers, "--out", tmp_path / "before", "-q")
    write(papers, decisions)
    run("build", papers, "--out", tmp_path / "one", "-q")
    write(papers, "\n".join(reversed(decisions.splitlines())))
    run("build", papers, "--out", tmp_path / "two", "-q")
    write(papers, "# ours\n")
    run("build", papers, "--out", tmp_path / "after", "-q")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert files(tmp_path / "before") == files(tmp_path / "after")


def test_a_file_with_a_mistake_stops_the_build_before_anything(
    tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any], files: Callable[..., Any]
) -> None:
    papers, out = write(tmp_path / "papers"), tmp_path / "graph"
    assert run("build", papers, "--out", out, "-q")[0] == 0
    before = files(out)
    for text, word in (
        ("kind bridge-association ngo\nsane a b\n", "line 2"),
        ("kind bridge-association ngo\nkind brigde-association ngo\n", "line 2: no thing 'brigde-association'"),
        ("same a-b c-d\nsame zhasyl-dala-birlestigi bridge-association\ndifferent bridge-association memo#e2\n", "line 2: same"),
    ):
        write(papers, text)
        code, _, err = run("build", papers, "--out", out)
        message = [line for line in err.splitlines() if line.startswith("seriktes:")]
        assert (code, len(message)) == (3, 1), err
        assert word in message[0] and "nothing of the file was applied" in message[0]
        assert files(out) == before


def test_a_document_that_is_gone_is_reported_and_the_rest_applies(
    tmp_path: Path, decisions: str, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", decisions, ("memo", "third"))
    code, _, err = run("build", papers, "--out", tmp_path / "graph")
    assert code == 0
    assert "line 5 does not apply: no document 'second' here" in err
    assert "4 applied, 2 not applicable here" in err


def test_extract_takes_judgements_too(tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]) -> None:
    write(tmp_path / "papers", 'rename kamkor-kory kk "Қамқор қайырымдылық қоры"\n', ("memo",))
    code, out, err = run("extract", tmp_path / "papers" / "memo.txt")
    assert (code, err) == (0, "")
    assert "Қамқор қайырымдылық қоры" in [e["name"] for e in json.loads(out)["entities"]]
