"""Circles of objects are looked for seldom while a build is made, as they were before and after; and how the process ends."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from seriktes.building.build import build_graph
from seriktes.pipeline import annotate
from seriktes.processes.collecting import collected, uncollected

SENTENCE = "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве."


def test_a_build_leaves_the_collector_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def noted(document: object) -> object:
        seen.append(gc.isenabled())
        return annotate(document)  # type: ignore[arg-type]

    monkeypatch.setattr("seriktes.pipeline.annotate", noted)
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    before = gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()
    build_graph([tmp_path / "a.txt"], tmp_path / "out")
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before
    assert seen == [True], "while a document is read, what a parser leaves is looked for"


def test_where_nothing_is_to_be_collected_something_within_may_be() -> None:
    with uncollected():
        assert not gc.isenabled()
        with collected(settled=True):
            assert gc.isenabled() and gc.get_freeze_count() > 0
        assert not gc.isenabled() and gc.get_freeze_count() == 0
    assert gc.isenabled()


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["no-such-command"], 2)])
def test_the_command_line_ends_in_order_though_it_does_not_clean_up(arguments: list[str], code: int) -> None:
    program = f"import atexit; from seriktes.cli import main; atexit.register(print, 'the end'); main({arguments})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (code, "the end")
