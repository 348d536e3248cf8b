"""A plain table, as every analysis gives it: it names the edge kinds it counts and the weights it uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` under ``columns``; ``edges`` names the edge kinds, ``weight`` what an edge weighs, ``note`` what to know.

    A table whose rows are of one edge kind each names it in a column ``Edges`` of its own. ``shown`` are the columns of
    the summary (all where none is named); files have all.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    edges: str
    weight: str
    note: str = ""
    shown: tuple[str, ...] = ()


def told_kinds(kinds: Sequence[str]) -> str:
    """Edge kinds in one cell.

    >>> told_kinds(("agreement", "cooperation"))
    'agreement, cooperation'
    """
    return ", ".join(kinds)


def by_place(rows: Iterable[Row], *keys: int) -> tuple[Row, ...]:
    """Rows sorted by columns, the greatest numbers first where a key is negative (-1 is the first column), blanks last.

    >>> by_place([("a", 1), ("b", 3), ("c", None)], -2)
    (('b', 3), ('a', 1), ('c', None))
    """

    def key(row: Row) -> tuple[tuple[bool, float | str], ...]:
        parts: list[tuple[bool, float | str]] = []
        for number in keys:
            cell = row[abs(number) - 1]
            if isinstance(cell, (int, float)):
                parts.append((False, -cell if number < 0 else cell))
            else:
                parts.append((cell is None, 0.0 if cell is None else cell))
        return tuple(parts)

    return tuple(sorted(rows, key=key))


def told_p(value: float) -> str:
    """A probability with three digits that count, however small.

    >>> told_p(0.04321), told_p(1.5e-9), told_p(1.0)
    ('0.0432', '1.5e-09', '1')
    """
    return f"{value:.3g}"
