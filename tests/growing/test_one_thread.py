"""Every process crunches numbers in one thread, so that as many cores are used as the user asks for."""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner
from seriktes.cli import main
from seriktes.processes.threads import with_one_thread

NAMES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.setenv(name, "")  # so that what was set stands again afterwards
        del os.environ[name]


@pytest.mark.usefixtures("nothing_set")
def test_each_command_has_one_thread() -> None:
    assert CliRunner().invoke(main, ["build", "--help"]).exit_code == 0
    assert [os.environ[name] for name in NAMES] == ["1", "1", "1"]


@pytest.mark.usefixtures("nothing_set")
def test_what_the_user_set_holds() -> None:
    os.environ["OMP_NUM_THREADS"] = "3"
    with_one_thread()
    assert [os.environ[name] for name in NAMES] == ["3", "1", "1"]
