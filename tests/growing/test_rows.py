"""Rows that the build before wrote are copied from its files; only the others are made, and the files are the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.building.build import build_graph
from seriktes.keeping.rows import DIGEST, FILE, Rows
from seriktes.writers import networks, tables

TALL, WIDE = "tall.txt", "wide.txt"
SENTENCES = {
    "a": "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды.",
    "b": "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве.",
    "c": "Министерство культуры Казахстана и посольство Великобритании приняли участие в форуме в Астане.",
}


def digests(rows: Sequence[str]) -> list[bytes]:
    return [hashlib.sha256(row.encode()).digest()[:DIGEST] for row in rows]


class Folder:
    """A folder with two files of the same rows, and what was made of them at the last time."""

    def __init__(self, path: Path) -> None:
        self.path, self.made = path, list[str]()
        (path / ".cache").mkdir(parents=True, exist_ok=True)
        self.stage = path / "stage"
        self.stage.mkdir(exist_ok=True)

    def write(self, rows: Sequence[str], version: str = "1", fresh: bool = False) -> None:
        """Write both files, move them in as a build does, and note their rows."""
        self.made.clear()

        def row(number: int) -> tuple[str, str]:
            self.made.append(rows[number])
            return f"{rows[number]}\n", f"<{rows[number]}>" * (len(rows[number]) % 3)

        kept = Rows(digests(rows), self.path, version, fresh)
        kept.write(self.stage, (TALL, WIDE), [(f"{len(rows)} ", "["), ("rows:\n", "")], row, ("", "]"))
        for name in (TALL, WIDE):
            (self.stage / name).replace(self.path / name)
        kept.note({name: hashlib.sha256((self.path / name).read_bytes()).hexdigest() for name in (TALL, WIDE)})

    def files(self) -> tuple[str, ...]:
        return tuple((self.path / name).read_text(encoding="utf-8") for name in (TALL, WIDE))


def expected(rows: Sequence[str]) -> tuple[str, str]:
    wide = "".join(f"<{row}>" * (len(row) % 3) for row in rows)
    return f"{len(rows)} rows:\n" + "".join(f"{row}\n" for row in rows), f"[{wide}]"


some_rows = st.lists(st.text("aбқ€", max_size=5), max_size=12, unique=True)


@settings(deadline=None, max_examples=60)
@given(st.lists(some_rows, min_size=2, max_size=4))
def test_files_are_those_of_their_rows_whatever_was_there_before(
    tmp_path_factory: pytest.TempPathFactory, script: list[list[str]]
) -> None:
    folder = Folder(tmp_path_factory.mktemp("rows"))
    before: set[str] = set()
    for rows in script:
        folder.write(rows)
        assert folder.files() == expected(rows)
        assert folder.made == [row for row in rows if row not in before]
        before = set(rows)


@pytest.mark.parametrize("touched", [TALL, WIDE, f".cache/{FILE}"])
def test_nothing_is_taken_from_a_file_that_is_not_as_it_was_written(tmp_path: Path, touched: str) -> None:
    folder, rows = Folder(tmp_path), ["one", "two", "four"]
    folder.write(rows)
    data = (tmp_path / touched).read_bytes()
    for place in range(len(data)):
        (tmp_path / touched).write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        kept = Rows(digests(rows), tmp_path, "1")
        seen: list[int] = []
        kept.write(folder.stage, (TALL, WIDE), [], lambda number: (seen.append(number), ("", ""))[1], ("", ""))  # noqa: B023
        assert seen == [0, 1, 2], f"byte {place}"
    (tmp_path / touched).unlink()
    folder.write(rows)
    assert (folder.made, folder.files()) == (rows, expected(rows))


def test_another_version_and_a_fresh_start_make_all(tmp_path: Path) -> None:
    folder, rows = Folder(tmp_path), ["one", "two"]
    for version, fresh, made in (("1", False, rows), ("1", False, []), ("2", False, rows), ("2", True, rows), ("2", False, [])):
        folder.write(rows, version, fresh)
        assert (folder.made, folder.files()) == (made, expected(rows))


def test_a_build_makes_only_the_rows_of_what_changed(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()

    def made() -> set[str]:
        """The edges whose rows are made by a build, the same for the network files and the tables."""
        with (
            patch.object(networks, "graphml_edge", side_effect=networks.graphml_edge) as one,
            patch.object(tables.EdgeRows, "edge", autospec=True, side_effect=tables.EdgeRows.edge) as other,
        ):
            build_graph([texts], out)
        edges = {call.args[0] for call in one.call_args_list}
        assert edges == {call.args[1][2]["id"] for call in other.call_args_list}
        return edges

    for name in "ab":
        (texts / f"{name}.txt").write_text(SENTENCES[name], encoding="utf-8")
    first = made()
    (texts / "c.txt").write_text(SENTENCES["c"], encoding="utf-8")
    second = made()
    assert first and second and not first & second
    (texts / "a.txt").unlink()
    assert not made()
    (texts / "b.txt").write_text(f"Встреча была короткой. {SENTENCES['b']}", encoding="utf-8")
    assert made() < first
