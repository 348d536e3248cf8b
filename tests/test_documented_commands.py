"""Every command that README, CONTRIBUTING and docs show is one that the program takes, word for word."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from seriktes.cli import main

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "PRIVACY.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCED = re.compile(r"^```[^\n]*\n(.*?)^```", re.M | re.S)
SHOWN = sorted(
    {
        (page.name, line.strip())
        for page in PAGES
        for block in FENCED.findall(page.read_text("utf-8"))
        for line in re.findall(r"^seriktes [^\n]*", block, re.M)
    }
)


def test_the_pages_show_commands() -> None:
    assert {"README.md", "PRIVACY.md"} <= {page for page, _ in SHOWN} and len(SHOWN) > 20


@pytest.mark.parametrize(("page", "line"), SHOWN, ids=[f"{page}: {line[:60]}" for page, line in SHOWN])
def test_a_shown_command_is_taken(page: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, name, *words = shlex.split(re.split(r"\s+(?:>|\|)\s", line)[0], comments=True)
    for word in words:
        if word.endswith("/") or word == "graph":
            Path(word).mkdir(parents=True, exist_ok=True)
        elif re.fullmatch(r"[\w-]+\.\w+", word):
            Path(word).touch()
    command = main.get_command(click.Context(main), name)
    assert command is not None, f"{page} shows the command {name}"
    command.make_context(name, words)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_example_of_each_help_is_taken(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = main.commands[name].help or ""
    assert "Example:" in told, f"{name} --help has no example"
    lines = re.findall(r"^\s*seriktes (?:[^\n]*)", told[told.index("Example:") :], re.M)
    for line in lines:
        test_a_shown_command_is_taken(f"{name} --help", line.strip(), tmp_path, monkeypatch)
