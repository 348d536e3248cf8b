"""Three small documents, what people decided about them, and the command line to try both."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from seriktes.cli import main

DOCUMENTS = {
    "memo": "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды.",
    "second": "Фонд «Камкор» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве. "
    "Директор фонда «Камкор» Болат Тилепов выступил на семинаре.",
    "third": "The Kamkor Foundation and the Bridge Association signed a memorandum of cooperation in Uralsk on 17 June 2024. "
    "Bolat Tilepov, director of the Kamkor Foundation, spoke.",
}
DECISIONS = """# what we decided
same zhasyl-dala-birlestigi bridge-association   # one body, two names
rename bridge-association en "Bridge"
country bridge-association GB
reject post bolat-tilepov kamkor-foundation in second
add cooperation kamkor-foundation bridge-association in third "The Kamkor Foundation and the Bridge Association signed"
kind left-the-town ngo
"""


def _run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


def _write(folder: Path, judgements: str | None = None, names: tuple[str, ...] = tuple(DOCUMENTS)) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(DOCUMENTS[name], encoding="utf-8")
    if judgements is not None:
        (folder / "judgements.txt").write_text(judgements, encoding="utf-8")
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name != ".lock" and ".cache" not in p.parts
    }


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / table).read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the three documents without judgements. Tests that write copy nothing into it."""
    folder = tmp_path_factory.mktemp("plain")
    assert _run("build", _write(folder / "papers"), "--out", folder / "graph", "-q")[0] == 0
    return folder / "graph"


@pytest.fixture(scope="session")
def run() -> Callable[..., tuple[int, str, str]]:
    """Runs a command: exit code, what it printed, what it said on the side."""
    return _run


@pytest.fixture(scope="session")
def write() -> Callable[..., Path]:
    """Writes the documents, and a file of judgements beside them."""
    return _write


@pytest.fixture(scope="session")
def files() -> Callable[[Path], dict[str, bytes]]:
    """All files of a folder with their bytes."""
    return _files


@pytest.fixture(scope="session")
def rows() -> Callable[[Path, str], list[dict[str, str]]]:
    """The rows of a table of a build."""
    return _rows


@pytest.fixture(scope="session")
def decisions() -> str:
    """A file of judgements of every kind."""
    return DECISIONS
