"""Data files that are taken in table by table or column by column say what they say as a whole."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from seriktes import resources
from seriktes.errors import DataError
from seriktes.resources import ONTOLOGY, Tables, csv_cells, read_csv


@pytest.mark.parametrize("name", ["happenings", "names", "persons", "places", "tagger"])
def test_tables_read_one_by_one_are_those_of_the_whole_file(name: str) -> None:
    whole = tomllib.loads((files("seriktes.mentions") / "words" / f"{name}.toml").read_text(encoding="utf-8"))
    assert dict(Tables("seriktes.mentions", f"words/{name}.toml")) == whole


def test_a_value_outside_of_tables_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "read_text", lambda *_: "a = 1\n[kk]\nb = 2\n")
    with pytest.raises(DataError, match="outside of tables"):
        Tables("seriktes.mentions", "made_up.toml")


def test_columns_of_a_list_are_those_of_its_rows() -> None:
    rows = [(row["name"], row["gender"]) for row in read_csv(ONTOLOGY, "names/given.csv")]
    assert list(csv_cells(ONTOLOGY, "names/given.csv", "name", "gender")) == rows
    with pytest.raises(DataError, match="no column colour"):
        csv_cells(ONTOLOGY, "names/given.csv", "colour")
