"""What is told of a build: while it runs, in its log, and afterwards."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner
from seriktes.building.build import build_graph
from seriktes.building.status import status_of
from seriktes.cli import main
from seriktes.commands.shared import ProgressLine
from seriktes.errors import DocumentError
from seriktes.keeping.moving import held
from seriktes.keeping.runlog import LARGEST, RunLog, read_log

SENTENCE = "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда меморандумға қол қойды."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("status")
    (folder / "memo.txt").write_text(SENTENCE, encoding="utf-8")
    build_graph([folder / "memo.txt"], folder / "out")
    return folder


def status(folder: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["status", str(folder), *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_a_finished_build_is_told_with_its_documents_and_what_is_kept(built: Path) -> None:
    code, out, _ = status(built / "out")
    assert code == 0
    assert "1 document," in out and "whole" in out and "of 1 file" in out and "finished" in out
    found = json.loads(status(built / "out", "--format", "json")[1])
    assert found["documents"] == 1 and found["last"] == "finished" and found["trouble"] is None


def test_the_log_names_every_step_and_is_no_part_of_the_results(built: Path) -> None:
    lines = read_log(built / "out")
    assert [lines[0]["event"], lines[-1]["event"]] == ["begun", "finished"]
    assert {"read", "who is who", "graph", "manifest"} <= {line.get("name") for line in lines}
    assert "log" not in (built / "out" / "manifest.json").read_text()


def test_a_failed_an_interrupted_and_a_running_build_are_told_apart(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(DocumentError):
        build_graph([tmp_path / "none.txt"], out)
    assert status_of(out).last == "failed" and status(out)[0] == 1
    child = os.fork()
    if child == 0:
        with held(out):
            RunLog(out).tell("begun")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert status_of(out).last == "interrupted"
    with held(out):
        RunLog(out).tell("begun")
        assert status_of(out).last == "running"


def test_a_broken_build_and_no_build_are_told(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_graph([built / "memo.txt"], out)
    (out / "nodes.csv").write_text("changed")
    code, told, _ = status(out)
    assert code == 1 and "nodes.csv" in told
    assert status(tmp_path / "nowhere")[0] == 3
    (tmp_path / "empty").mkdir()
    assert status(tmp_path / "empty")[0] == 3


def test_a_log_with_torn_lines_is_read_and_a_long_one_loses_its_older_half(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    log = tmp_path / ".cache" / "build.log.jsonl"
    log.write_bytes(b'{"event": "begun"}\n{"event": "st')
    assert [line["event"] for line in read_log(tmp_path)] == ["begun"]
    log.write_bytes(b'{"event": "step"}\n' * (LARGEST // 10))
    size = log.stat().st_size
    RunLog(tmp_path).tell("begun")
    assert log.stat().st_size < size * 0.6 and read_log(tmp_path)[-1]["event"] == "begun"


def test_progress_tells_the_rate_and_the_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    now = [100.0]
    line = ProgressLine(lambda: now[0])
    line(0, 1000, "a.txt")
    now[0] += 50
    line(250, 1000, "b.txt")
    line(260, 1000, "c.txt")
    now[0] += 50
    line(1000, 1000, "resolving identities")
    assert capsys.readouterr().err.splitlines() == [
        "0/1000 documents read",
        "250/1000 documents read, 5.0 a second, 2 min left",
        "1000/1000 documents read, 10.0 a second",
    ]
