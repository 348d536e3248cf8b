"""The results kept in git are those of a fresh build of the five documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from seriktes.build import build_graph
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
