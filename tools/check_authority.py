"""Check the name lists in ontology/authority: keys, kinds, countries, parents and shared aliases.

Read every CSV file there that has the columns of COLUMNS; print one line for each finding and
exit with 1 where there is one.

Usage: python tools/check_authority.py [FOLDER]
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "authority"
LANGUAGES = ("kk", "ru", "en")
NAMES = (*LANGUAGES, *(f"short_{language}" for language in LANGUAGES))
COLUMNS = ("key", "kind", "country", *NAMES, "parent", "source")
ORGANIZATIONS = frozenset(
    (
        *("government", "parliament", "diplomatic_mission", "intergovernmental", "ngo", "other"),
        *("foundation", "association", "education_research", "political_party", "company", "media"),
    )
)
PLACES = frozenset(("country", "region", "settlement", "venue", "macroregion"))
QUOTES = re.compile("[«»„“”‟‹›‘’‚‛\"']")
COUNTRY = re.compile("[A-Z]{2}|INT")
KEY = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


class Row(NamedTuple):
    """One line of a list, with the place where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def finding(self, trouble: str) -> str:
        """The trouble, led by file, line and key."""
        return f"{self.file}:{self.line}: {self.cells['key']}: {trouble}"


def read(path: Path) -> list[Row]:
    """Rows of one list; none where the file has other columns."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, restkey="extra", restval="")
        if tuple(reader.fieldnames or ()) != COLUMNS:
            return []
        return [Row(path.name, reader.line_num, cells) for cells in reader]


def aliases(cells: dict[str, str]) -> set[str]:
    """All names of a row, folded for comparison: NFC, without quotes or case, single spaces."""
    names = (name for column in NAMES for name in cells[column].split("|"))
    folded = (QUOTES.sub("", unicodedata.normalize("NFC", name)).casefold() for name in names)
    return {" ".join(name.split()) for name in folded} - {""}


def in_row(row: Row, keys: frozenset[str]) -> Iterator[str]:
    """What is wrong within one row."""
    cells = row.cells
    if "extra" in cells:
        yield row.finding("too many cells")
    if not KEY.fullmatch(cells["key"]):
        yield row.finding("the key is no kebab-case slug")
    if cells["kind"] not in ORGANIZATIONS | PLACES:
        yield row.finding(f"unknown kind {cells['kind']!r}")
    # A macroregion has no country of its own.
    if cells["kind"] != "macroregion" and not COUNTRY.fullmatch(cells["country"]):
        yield row.finding(f"bad country {cells['country']!r}")
    if not cells["en"]:
        yield row.finding("no English name")
    if cells["parent"] and cells["parent"] not in keys:
        yield row.finding(f"unknown parent {cells['parent']!r}")
    if cells["parent"] and cells["parent"] == cells["key"]:
        yield row.finding("its own parent")
    for column in NAMES:
        if any(name != name.strip() or not name for name in cells[column].split("|")[1:]):
            yield row.finding(f"an empty or padded name in {column}")


def between_rows(rows: list[Row]) -> Iterator[str]:
    """Keys and aliases that stand in two rows."""
    by_key: dict[str, list[Row]] = defaultdict(list)
    by_alias: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_key[row.cells["key"]].append(row)
        for alias in aliases(row.cells):
            by_alias[alias].append(row)
    for same in by_key.values():
        for row in same[1:]:
            yield row.finding(f"the key stands in {same[0].file}:{same[0].line} too")
    for alias, same in sorted(by_alias.items()):
        for row in same[1:]:
            first = same[0]
            yield row.finding(f"{alias!r} is {first.cells['key']} in {first.file}:{first.line}")


def main(folder: Path) -> int:
    """Print the findings and a count; 1 where there are findings."""
    rows = [row for path in sorted(folder.glob("*.csv")) for row in read(path)]
    keys = frozenset(row.cells["key"] for row in rows)
    findings = [line for row in rows for line in in_row(row, keys)] + list(between_rows(rows))
    print(*findings, f"{len(rows)} rows, {len(findings)} findings", sep="\n")
    return 1 if findings or not rows else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
