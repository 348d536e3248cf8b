"""The command ``serve``: what it says when it cannot serve, and that ``query`` keeps to the same limits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner
from seriktes.cli import main

WITHOUT = "import sys; sys.modules['starlette'] = None; from seriktes.cli import main; main(['serve'])"


def test_without_the_extra_one_line_says_what_to_install() -> None:
    run = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True)
    assert run.returncode == 2
    assert "pip install seriktes[serve]" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_folder_without_a_graph_is_told(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-m", "seriktes", "serve", str(tmp_path)], capture_output=True, text=True)
    assert run.returncode == 3
    assert run.stderr.count("\n") == 1 and "seriktes build" in run.stderr


def test_a_broken_graph_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(b"<urn:a> <urn:b> .\n")
    run = subprocess.run([sys.executable, "-m", "seriktes", "serve", str(tmp_path)], capture_output=True, text=True)
    assert run.returncode == 3
    assert run.stderr.count("\n") == 1 and "run seriktes build again" in run.stderr


def test_a_query_past_a_limit_leaves_with_4(folder: Path) -> None:
    run = CliRunner().invoke(main, ["query", "SELECT * { ?a ?b ?c . ?d ?e ?f }", "--dir", str(folder)])
    assert run.exit_code == 4
    assert "more than 10000 rows" in run.stderr and not run.stdout


def test_a_query_that_wants_out_leaves_with_2(folder: Path) -> None:
    run = CliRunner().invoke(main, ["query", "ASK { SERVICE:x {} }", "--dir", str(folder)])
    assert run.exit_code == 2
    assert "SERVICE" in run.stderr
