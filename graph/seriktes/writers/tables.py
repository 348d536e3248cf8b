"""Node, edge and evidence tables as CSV: for spreadsheets, and for Gephi's import of spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import networkx as nx

from seriktes.analysis.network import Evidence, edges_in_order
from seriktes.writers.files import clean, write_whole

NODE_COLUMNS = (
    "Id",
    "Label",
    "Type",
    "Kind",
    "Country",
    "Group",
    "Name kk",
    "Name ru",
    "Name en",
    "Start",
    "End",
    "Degree",
    "Documents",
)
EDGE_COLUMNS = (
    "Id",
    "Source",
    "Target",
    "Type",
    "Weight",
    "Label",
    "Kind",
    "Via",
    "Confidence",
    "Source label",
    "Target label",
    "Sentences",
    "Document",
    "File",
    "Start",
    "End",
    "Sentence",
)
EVIDENCE_COLUMNS = (
    "Edge",
    "Kind",
    "Source label",
    "Target label",
    "Document",
    "File",
    "Start",
    "End",
    "Note",
    "Confidence",
    "Sentence",
)
Row = tuple[object, ...]
#: Characters of a table that are held before they are written.
_PIECE = 100_000
#: A row is one line of the file, whatever its cells hold.
_ONE_LINE = re.compile("[\t\r\n]")
#: A cell that begins so is run as a formula by spreadsheet programs (OWASP ASVS 1.2.10).
_FORMULA = frozenset("=+-@\t\r\n\0＝＋－＠")


def safe_cell(value: object) -> str:
    """A value as a cell no spreadsheet runs: text that looks like a formula gets an apostrophe before it.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("Астана"), safe_cell(None), safe_cell(0.5)
    ("'=HYPERLINK(1)", 'Астана', '', '0.5')
    """
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return repr(round(value, 6))
    return _safe_text(str(value))


@lru_cache(maxsize=1 << 14)
def _safe_text(text: str) -> str:
    """The same of words, many of which stand in row after row: names, files, the sentences behind several edges."""
    mark = "'" if text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA else ""
    return mark + (text if text.isprintable() else _ONE_LINE.sub(" ", clean(text)))


def nodes_csv(network: nx.MultiDiGraph) -> str:
    """One row a node, sorted by id."""
    return to_csv(NODE_COLUMNS, _node_rows(network))


def edges_csv(network: nx.MultiDiGraph) -> str:
    """One row an edge, with the first of its sentences; :func:`evidence_csv` has them all."""
    return to_csv(EDGE_COLUMNS, _edge_rows(network))


def evidence_csv(network: nx.MultiDiGraph) -> str:
    """One row for each run of sentences behind each edge.

    Co-participation has none of its own here: it rests on the rows of the two participations in the event.
    """
    return to_csv(EVIDENCE_COLUMNS, _evidence_rows(network))


def _node_rows(network: nx.MultiDiGraph) -> Iterator[Row]:
    for node, d in sorted(network.nodes(data=True)):
        yield (
            node,
            d["label"],
            d["type"],
            d["kind"],
            d["country"],
            d["group"],
            d["name_kk"],
            d["name_ru"],
            d["name_en"],
            d.get("start"),
            d.get("end"),
            d["degree"],
            ";".join(d["documents"]),
        )


def _edge_rows(network: nx.MultiDiGraph) -> Iterator[Row]:
    label = network.nodes(data="label")
    for source, target, d in edges_in_order(network):
        first: Row = _place(d["evidence"][0]) if d["evidence"] else (None,) * 5
        yield (
            d["id"],
            source,
            target,
            "Undirected" if d["mutual"] else "Directed",
            d["weight"],
            d["label"] or d["kind"],
            d["kind"],
            d["via"],
            d["confidence"],
            label[source],
            label[target],
            len(d["evidence"]),
            *first,
        )


def _evidence_rows(network: nx.MultiDiGraph) -> Iterator[Row]:
    label = network.nodes(data="label")
    for source, target, d in edges_in_order(network):
        if d["kind"] == "co-participation":
            continue
        for item in d["evidence"]:
            yield (
                d["id"],
                d["kind"],
                label[source],
                label[target],
                item.document,
                item.file,
                item.start,
                item.end,
                item.note,
                item.confidence,
                _one_line(item),
            )


def write_tables(network: nx.MultiDiGraph, folder: Path) -> tuple[Path, ...]:
    """Write ``nodes.csv``, ``edges.csv`` and ``evidence.csv``, each whole or not at all. Raises OutputError."""
    tables = {
        "nodes.csv": (NODE_COLUMNS, _node_rows(network)),
        "edges.csv": (EDGE_COLUMNS, _edge_rows(network)),
        "evidence.csv": (EVIDENCE_COLUMNS, _evidence_rows(network)),
    }
    for name, (columns, rows) in tables.items():
        write_whole(folder / name, _pieces(columns, rows))
    return tuple(folder / name for name in tables)


def _place(item: Evidence) -> Row:
    return (item.document, item.file, item.start, item.end, _one_line(item))


def _one_line(item: Evidence) -> str:
    return _words_of(item.quote)


@lru_cache(maxsize=1 << 12)
def _words_of(quote: str) -> str:
    return " ".join(quote.split())


def to_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as CSV with a header, every cell safe to open."""
    return "".join(_pieces(columns, rows))


def _pieces(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines of a table, some at a time."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
        if out.tell() > _PIECE:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()
