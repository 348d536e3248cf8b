"""Node, edge and evidence tables as CSV: for spreadsheets, and for Gephi's import of spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import networkx as nx

from seriktes.analysis.network import Evidence, edges_in_order
from seriktes.keeping.rows import Rows
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
NODES, EDGES, EVIDENCE = "nodes.csv", "edges.csv", "evidence.csv"
Row = tuple[object, ...]
#: An edge: its two ends and its attributes.
Link = tuple[str, str, Mapping[str, Any]]
#: Where an edge without evidence is stated.
_NOWHERE: Row = (None,) * 5
#: In a cell that holds one of these, quotes stand around all of it.
_QUOTED = re.compile('[",\r\n]')
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


def _safe_text(text: str) -> str:
    mark = "'" if text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA else ""
    return mark + (text if text.isprintable() else _ONE_LINE.sub(" ", clean(text)))


def nodes_csv(network: nx.MultiDiGraph) -> str:
    """One row a node, sorted by id."""
    return to_csv(NODE_COLUMNS, _node_rows(network))


def edges_csv(network: nx.MultiDiGraph) -> str:
    """One row an edge, with the first of its sentences; :func:`evidence_csv` has them all."""
    return "".join([line_of(EDGE_COLUMNS), *map(EdgeRows(network).edge, edges_in_order(network))])


def evidence_csv(network: nx.MultiDiGraph) -> str:
    """One row for each run of sentences behind each edge.

    Co-participation has none of its own here: it rests on the rows of the two participations in the event.
    """
    return "".join([line_of(EVIDENCE_COLUMNS), *map(EdgeRows(network).evidence, edges_in_order(network))])


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


class EdgeRows:
    """The rows of single edges of a network."""

    def __init__(self, network: nx.MultiDiGraph) -> None:
        self._labels: Mapping[str, str] = dict(network.nodes(data="label"))

    def edge(self, link: Link) -> str:
        """The row of an edge."""
        source, target, d = link
        evidence: tuple[Evidence, ...] = d["evidence"]
        return line_of(
            (
                d["id"],
                source,
                target,
                "Undirected" if d["mutual"] else "Directed",
                d["weight"],
                d["label"] or d["kind"],
                d["kind"],
                d["via"],
                d["confidence"],
                self._labels[source],
                self._labels[target],
                len(evidence),
                *(_place(evidence[0]) if evidence else _NOWHERE),
            )
        )

    def evidence(self, link: Link) -> str:
        """A row for each run of sentences behind an edge."""
        source, target, d = link
        if d["kind"] == "co-participation":
            return ""
        before = (d["id"], d["kind"], self._labels[source], self._labels[target])
        return "".join(
            line_of((*before, item.document, item.file, item.start, item.end, item.note, item.confidence, _words_of(item.quote)))
            for item in d["evidence"]
        )


def write_tables(network: nx.MultiDiGraph, folder: Path) -> tuple[Path, ...]:
    """Write ``nodes.csv``, ``edges.csv`` and ``evidence.csv``, each whole or not at all. Raises OutputError."""
    links, rows = edges_in_order(network), EdgeRows(network)
    tables: Mapping[str, Iterable[str]] = {
        NODES: map(line_of, chain((NODE_COLUMNS,), _node_rows(network))),
        EDGES: chain((line_of(EDGE_COLUMNS),), map(rows.edge, links)),
        EVIDENCE: chain((line_of(EVIDENCE_COLUMNS),), map(rows.evidence, links)),
    }
    for name, lines in tables.items():
        write_whole(folder / name, lines)
    return tuple(folder / name for name in tables)


def write_kept_tables(network: nx.MultiDiGraph, links: Sequence[Link], folder: Path, rows: Rows) -> None:
    """The same, of edges in their order that are each a row of ``rows``; OSError where there is no room."""
    told = EdgeRows(network)

    def row(number: int) -> tuple[str, str]:
        return told.edge(links[number]), told.evidence(links[number])

    write_whole(folder / NODES, map(line_of, chain((NODE_COLUMNS,), _node_rows(network))))
    rows.write(folder, (EDGES, EVIDENCE), [(line_of(EDGE_COLUMNS), line_of(EVIDENCE_COLUMNS))], row, ("", ""))


def _place(item: Evidence) -> Row:
    return (item.document, item.file, item.start, item.end, _words_of(item.quote))


@lru_cache(maxsize=1 << 12)
def _words_of(quote: str) -> str:
    return " ".join(quote.split())


def to_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as CSV with a header, every cell safe to open."""
    return "".join(map(line_of, chain((columns,), rows)))


def line_of(row: Iterable[object]) -> str:
    """A row of a table as a line, as Python's ``csv`` writes it; every cell is safe to open.

    >>> print(line_of(("Oral, KZ", None, 2, "=1")), end="")
    "Oral, KZ",,2,'=1
    """
    line = ",".join([_cell(value) if type(value) is str else safe_cell(value) for value in row])
    return f"{line}\n" if line else '""\n'


@lru_cache(maxsize=1 << 14)
def _cell(text: str) -> str:
    """Words as a cell, many of which stand in row after row: names, files, the sentences behind several edges."""
    safe = _safe_text(text)
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe
