"""Documents read by the workers of a real Dask scheduler: the same bytes, also when one of the workers is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from seriktes.building import engines
from seriktes.building.engines import Cluster, EngineError, found_in, here
from seriktes.cli import main

distributed = pytest.importorskip("distributed", reason="needs seriktes[cluster]")

SENTENCE = "Фонд «Тірек» и ассоциация «Мост» {} мая 2024 года подписали в Уральске меморандум о сотрудничестве."


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler with two worker processes, and their process ids."""
    folder = tmp_path_factory.mktemp("cluster")
    note = folder / "scheduler.json"
    dask = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        str(note),
    ]
    started = [subprocess.Popen(dask, cwd=folder, stderr=subprocess.DEVNULL)]
    try:
        until = time.monotonic() + 60
        while not note.exists():
            assert time.monotonic() < until and started[0].poll() is None, "the scheduler did not come up"
            time.sleep(0.1)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(note), "--nthreads", "1"]
        for _ in range(2):
            own = [*worker, "--no-nanny", "--no-dashboard"]
            started.append(subprocess.Popen(own, cwd=folder, stderr=subprocess.DEVNULL))
        with distributed.Client(scheduler_file=str(note), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            yield client.scheduler.address, [process.pid for process in started[1:]]
    finally:
        for process in started:
            process.kill()
            process.wait()


def texts(folder: Path, number: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    for n in range(number):
        (folder / f"{n:02}.txt").write_text(SENTENCE.format(n % 28 + 1), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return [str(path) for path in sorted(folder.iterdir())]


def test_workers_read_what_this_process_reads_though_one_is_killed(cluster: tuple[str, list[int]], tmp_path: Path) -> None:
    address, workers = cluster
    paths = texts(tmp_path / "texts", 40)
    found: dict[str, bytes] = {}
    for number, read in enumerate(Cluster(address)([[path] for path in paths])):
        if number == 3:
            os.kill(workers[0], signal.SIGKILL)
        found.update(read)
    assert found == dict(entry for read in here([paths]) for entry in read)
    assert [type(each).__name__ for each in found_in(found[str(tmp_path / "texts" / "empty.txt")], "x")] == ["Skipped"]


def test_a_scheduler_that_is_not_there_is_named(tmp_path: Path) -> None:
    texts(tmp_path / "texts", 1)
    (tmp_path / "texts" / "empty.txt").unlink()
    arguments = ["build", str(tmp_path / "texts"), "--out", str(tmp_path / "out"), "--dask", "tcp://127.0.0.1:9"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 3 and "127.0.0.1:9" in result.stderr and "Traceback" not in result.stderr


class Workers:
    """A cluster that answers only what its workers run."""

    def __init__(self, *versions: str) -> None:
        self.versions = versions

    def run(self, function: Any) -> dict[str, str]:
        return dict(enumerate(self.versions))  # type: ignore[arg-type]


@pytest.mark.parametrize(("versions", "words"), [((), "no workers"), (("other",), "another version")])
def test_workers_that_would_read_otherwise_are_refused(versions: tuple[str, ...], words: str) -> None:
    with pytest.raises(EngineError, match=words):
        engines._check_workers(Workers(*versions), "tcp://here")
