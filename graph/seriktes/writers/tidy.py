"""Tidy tables: one observation a row, one kind of observation a table, values exactly as they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from seriktes.analysis.claims import Reading
from seriktes.model import ARGUMENTS

THINGS = ("id", "type", "kind", "country", "label", "documents")
NAMES = ("id", "language", "name")
CLAIMS = ("claim", "type", "role", "title", "start", "end", "confidence", "document", "from", "to", "sentence")
ARGUMENT_ROWS = ("claim", "argument", "id")
DOCUMENTS = ("document", "file", "language", "published", "publisher")


def tidy_files(reading: Reading) -> dict[str, str]:
    """Five tables as CSV text: things, their names, claims, what fills the arguments of claims, documents.

    A claim's number joins ``claims.csv`` with ``arguments.csv``; ``from`` and ``to`` are its offsets in the document (Unicode
    code points, end exclusive). No cell is changed: for programs, not for a double click (that is the format ``csv``).
    """
    numbered = list(enumerate(reading.claims, start=1))
    return {
        "things.csv": _table(
            THINGS,
            (
                (n.id, n.type, n.kind, n.country, next((n.names[x] for x in n.names), n.id), len(n.documents))
                for n in reading.nodes
            ),
        ),
        "names.csv": _table(NAMES, ((n.id, language, name) for n in reading.nodes for language, name in n.names.items())),
        "claims.csv": _table(
            CLAIMS,
            (
                (number, c.type, c.role, c.title, c.date_start, c.date_end, c.confidence, c.document, c.start, c.end, c.quote)
                for number, c in numbered
            ),
        ),
        "arguments.csv": _table(
            ARGUMENT_ROWS, ((number, name, c.node(name)) for number, c in numbered for name in ARGUMENTS[c.type])
        ),
        "documents.csv": _table(DOCUMENTS, ((s.id, s.file, s.language, s.published, s.publisher) for s in reading.sources)),
    }


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return out.getvalue()
