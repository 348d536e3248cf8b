"""The results kept in git are those of a fresh build of the five documents."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from seriktes import Graph
from seriktes.building.build import build_graph
from seriktes.resources import seed_documents

EXPORTS = Path(__file__).resolve().parent.parent / "exports"
KEPT = ("graph.trig", "network.graphml", "nodes.csv", "edges.csv", "evidence.csv", "report.md")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exports")
    outcome = build_graph(seed_documents(), out)
    assert not outcome.skipped
    assert not outcome.violations
    return out


@pytest.mark.parametrize("name", KEPT)
def test_kept_results_are_fresh(fresh: Path, name: str) -> None:
    assert (EXPORTS / name).read_bytes() == (fresh / name).read_bytes(), (
        f"exports/{name} is stale: run `make exports` and commit it"
    )


def test_the_cells_of_the_notebook_run_and_show_what_it_keeps(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Jupyter: each cell is run, and what its last line gives is held against the plain text that is kept."""
    pandas = pytest.importorskip("pandas", reason="pip install 'seriktes[notebook]'")
    book = json.loads((EXPORTS.parent / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))
    opened = Graph.open(fresh)
    monkeypatch.setattr(Graph, "build", lambda *_: opened)
    names: dict[str, object] = {}
    compared = 0
    for cell in (cell for cell in book["cells"] if cell["cell_type"] == "code"):
        *before, last = ast.parse("".join(cell["source"])).body
        exec(compile(ast.Module(before, []), "notebook", "exec"), names)
        if isinstance(last, ast.Expr) and cell["outputs"] and cell["outputs"][0]["output_type"] == "execute_result":
            shown = eval(compile(ast.Expression(last.value), "notebook", "eval"), names)
            kept = "".join(cell["outputs"][0]["data"]["text/plain"])
            if not isinstance(
                shown, (list, pandas.DataFrame, pandas.Series)
            ):  # a terminal's width and pandas's version decide how those look
                assert repr(shown).split("kB")[1:] == kept.split("kB")[1:] if "kB" in kept else repr(shown) == kept
            compared += 1
        else:
            exec(compile(ast.Module([last], []), "notebook", "exec"), names)
    assert compared >= 8
