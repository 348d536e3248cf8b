"""The lists as shipped, and lists with mistakes in them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest
from seriktes.authority import records
from seriktes.authority.records import load_authority
from seriktes.errors import DataError

COLUMNS = ("key", "kind", "country", "kk", "ru", "en", "short_kk", "short_ru", "short_en", "parent", "source")


def row(**values: str) -> dict[str, str]:
    return {name: values.get(name, "") for name in COLUMNS}


def test_every_listed_parent_exists_and_every_country_is_a_code() -> None:
    authority = load_authority()
    assert len(authority.records) > 2000
    for record in authority.records.values():
        assert record.parent is None or record.parent in authority.records, f"{record.key}: no parent {record.parent}"
        assert record.country is None or record.country == "INT" or len(record.country) == 2


def test_a_ministry_takes_its_country_from_the_list() -> None:
    assert load_authority().country_of("mfa-kazakhstan") == "KZ"
    assert load_authority()["kazakhstan"].type == "Place"
    assert load_authority()["united-nations"].country == "INT"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row(key="", kind="country", kk="Ел")], "without a key"),
        ([row(key="a", kind="planet", kk="Марс")], "no known kind"),
        ([row(key="a", kind="country")], "has no name"),
        ([row(key="a", kind="country", kk="Ел", country="kz")], "no country code"),
        ([row(key="a", kind="country", kk="Ел"), row(key="a", kind="country", kk="Ел")], "given twice"),
        ([{"key": "a", "kind": "country"}], "no column"),
    ],
)
def test_a_mistake_is_named_with_file_and_row(rows: list[dict[str, str]], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = list(rows[0]), [list(row.values()) for row in rows]
    files: Mapping[str, Any] = {"authority/made_up.csv": table}
    monkeypatch.setattr(records, "list_files", lambda *_: list(files))
    monkeypatch.setattr(records, "csv_table", lambda _, name: files[name])
    with pytest.raises(DataError, match=rf"authority/made_up\.csv:\d.*{told}"):
        records.load_authority.__wrapped__()


def test_reading_the_lists_is_quick() -> None:
    load_authority.cache_clear()
    started = time.perf_counter()
    load_authority()
    assert time.perf_counter() - started < 2, "some tenths of a second on a quiet machine"
