"""The command that draws, from documents and from a built graph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from seriktes.building.build import build_graph
from seriktes.cli import main
from seriktes.commands.view import KINDS
from seriktes.views import pictures

TEXT = "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "memo.txt").write_text(TEXT, encoding="utf-8")
    build_graph([folder / "memo.txt"], folder / "graph")
    return folder / "graph"


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["view", *map(str, arguments)])
    return result.exit_code, result.stderr


def test_the_command_knows_all_pages() -> None:
    assert KINDS == pictures.KINDS


def test_all_pages_and_a_start_page(built: Path, tmp_path: Path) -> None:
    code, told = run(built, "--out", tmp_path / "pages")
    assert (code, {p.name for p in (tmp_path / "pages").iterdir()}) == (0, {f"{kind}.html" for kind in ("index", *KINDS)})
    assert "index.html" in told


def test_one_page_by_itself_leads_nowhere(built: Path, tmp_path: Path) -> None:
    assert run(built, "--kind", "timeline", "--out", tmp_path / "mine.html")[0] == 0
    page = (tmp_path / "mine.html").read_text(encoding="utf-8")
    assert '"beside":[]' in page and "Мост" in page


def test_documents_are_drawn_without_a_build(built: Path, tmp_path: Path) -> None:
    assert run(built.parent / "memo.txt", "--kind", "partners", "--out", tmp_path)[0] == 0
    assert "Тірек" in (tmp_path / "partners.html").read_text(encoding="utf-8")


def test_bad_input_is_told_in_one_line(tmp_path: Path, built: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for arguments in ((tmp_path / "empty",), (built, "--out", tmp_path / "file"), (built, "--kind", "nothing")):
        code, told = run(*arguments)
        assert code in (2, 3) and "Traceback" not in told
    assert not (tmp_path / "views").exists()


def test_the_start_page_of_a_build_leads_to_its_files(built: Path) -> None:
    page = (built / "index.html").read_text(encoding="utf-8")
    leads = set(re.findall(r'href="([^"#:]+)"', page))
    assert {"graph.nq", "nodes.csv", "network.graphml", "partners.html", "annotations/"} <= leads
    assert all((built / lead).exists() for lead in leads)
