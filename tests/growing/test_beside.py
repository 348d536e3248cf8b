"""Work that goes on beside a process, in another that never outlives it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from seriktes.errors import DataError, LimitError
from seriktes.keeping.moving import held
from seriktes.processes.beside import beside, spread


@pytest.mark.parametrize("split", [True, False])
def test_what_it_gives_comes_as_often_as_it_is_asked_for(split: bool) -> None:
    with beside(lambda: os.getpid(), split) as answer:
        assert (answer() != os.getpid()) == split
        assert answer() == answer()


def fail() -> None:
    raise DataError("a.txt: is broken")


@pytest.mark.parametrize("split", [True, False])
def test_its_error_is_raised_here(split: bool) -> None:
    with pytest.raises(DataError, match=r"a\.txt: is broken"), beside(fail, split) as answer:
        answer()


def test_its_death_is_told() -> None:
    with pytest.raises(LimitError, match="died"), beside(lambda: os.kill(os.getpid(), signal.SIGKILL)) as answer:
        answer()


def square(number: int) -> int:
    if number == 13:
        raise DataError("13.txt: is broken")
    return number * number


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_work_in_several_processes_gives_what_it_gives_in_one(processes: int) -> None:
    with spread(square, range(9), processes) as found:
        assert list(found) == [number * number for number in range(9)]
    with spread(lambda _: os.getpid(), range(6), processes) as found:
        pids = list(found)
    assert len(set(pids)) == processes and (os.getpid() in pids) == (processes == 1)
    with spread(square, (11, 12, 13, 14), processes) as found:
        assert [next(found), next(found)] == [121, 144]
        with pytest.raises(DataError, match=r"13\.txt: is broken"):
            next(found)


def test_the_death_of_one_of_several_is_told() -> None:
    with pytest.raises(LimitError, match="died"), spread(lambda n: os.kill(os.getpid(), signal.SIGKILL), range(4), 2) as found:
        list(found)


def test_it_is_gone_when_nobody_waits_for_it(tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / "new").write_text(str(os.getpid()))
        (tmp_path / "new").rename(tmp_path / "pid")
        time.sleep(600)

    with pytest.raises(KeyError), beside(work):
        while not (tmp_path / "pid").exists():
            time.sleep(0.01)
        raise KeyError
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_its_error_is_raised_as_often_as_it_is_asked() -> None:
    with beside(fail) as answer:
        for _ in range(2):
            with pytest.raises(DataError, match="is broken"):
                answer()


def test_it_dies_with_its_parent_and_lets_go_of_its_locks(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:

        def work() -> None:
            (tmp_path / "new").write_text(str(os.getpid()))
            (tmp_path / "new").rename(tmp_path / "pid")
            time.sleep(600)

        with held(tmp_path), beside(work):
            while not (tmp_path / "pid").exists():
                time.sleep(0.01)
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    with held(tmp_path):
        pass
    other, deadline = int((tmp_path / "pid").read_text()), time.monotonic() + 60
    while Path(f"/proc/{other}/cmdline").exists() and time.monotonic() < deadline:
        if Path(f"/proc/{other}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            break
        time.sleep(0.01)
    else:
        assert not Path(f"/proc/{other}/cmdline").exists()
