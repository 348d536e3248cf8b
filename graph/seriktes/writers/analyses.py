"""Tables of analyses as files and as text: CSV, a Markdown summary, aligned columns for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriktes.analysis.tables import Cell, Table
from seriktes.rdf.clean import clean_label
from seriktes.writers.results import aligned
from seriktes.writers.tables import to_csv

SUMMARY = "analyses.md"


def table_csv(table: Table) -> str:
    """The whole table; each row ends with the edge kinds and the weights it rests on."""
    own = "Edges" in table.columns
    columns = (*table.columns, *(() if own else ("Edges",)), "Weight")
    told = (*(() if own else (table.edges,)), table.weight)
    return to_csv(columns, ((*row, *told) for row in table.rows))


def markdown(tables: Iterable[Table], head: Sequence[str], top: int) -> str:
    """All tables under their titles, the first ``top`` rows of each, with edge kinds, weights and what to know."""
    parts = ["# The network in figures", "", *head]
    for table in tables:
        columns, rows = _shown(table, top)
        parts += ["", f"## {table.title}", "", f"Edges: {table.edges}. Weight: {table.weight}. {table.note}".strip(), ""]
        if rows:
            parts += [_line(columns), _line("---" for _ in columns), *map(_line, rows)]
        parts += _more(table, top)
    return "\n".join(parts) + "\n"


def plain(tables: Iterable[Table], top: int) -> str:
    """The first rows of tables in aligned columns, for a terminal."""
    parts = []
    for table in tables:
        columns, rows = _shown(table, top)
        body = aligned(columns, [[clean_label(cell)[0] for cell in row] for row in rows], 40) if rows else ""
        more = "".join(f"{line}\n" for line in _more(table, top) if line)
        parts.append(f"{table.title}\n(edges: {table.edges}; weight: {table.weight})\n{body}{more}")
    return "\n".join(parts)


def _shown(table: Table, top: int) -> tuple[tuple[str, ...], list[list[str]]]:
    columns = table.shown or table.columns
    places = [table.columns.index(column) for column in columns]
    return columns, [[_told(row[place]) for place in places] for row in table.rows[:top]]


def _told(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:.3f}" if isinstance(cell, float) else " ".join(str(cell).split())


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"


def _more(table: Table, top: int) -> list[str]:
    if not table.rows:
        return ["None."]
    left = len(table.rows) - top
    return ["", f"… and {left} more in {table.name}.csv"] if left > 0 else []
