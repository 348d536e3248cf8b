"""Asking a built graph: a shipped question, a SPARQL text or a file; the answer as table, CSV or JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from seriktes.building.whole import GRAPH, read_graph
from seriktes.errors import DataError, QueryError
from seriktes.queries import load_questions, question
from seriktes.store import GraphStore, Store
from seriktes.store.remote import RemoteStore
from seriktes.writers.results import to_csv, to_json, to_table

_SPARQL = re.compile(r"\b(?:select|ask|construct|describe|insert|delete|load|clear|drop|create)\b", re.IGNORECASE)
_WRITERS = {"table": to_table, "csv": to_csv, "json": to_json}


def ask(
    folder: Path, asked: str | None, file: Path | None, settings: Mapping[str, str], form: str, server: str | None = None
) -> str:
    """The answer of the graph in a folder, or of that on a server, written as ``table``, ``csv`` or ``json``.

    Raises DataError when there is no whole graph, QueryError when the question is wrong, LimitError past a limit,
    StoreError when the server cannot be asked.
    """
    text = query_text(asked, file, settings)
    store: Store = RemoteStore(server) if server else embedded(folder)
    return _WRITERS[form](store.query(text))


def embedded(folder: Path) -> GraphStore:
    """The store of a built folder. Raises DataError when it holds no whole graph."""
    return GraphStore.of_nquads(read_graph(folder), str(folder / GRAPH))


def query_text(asked: str | None, file: Path | None, settings: Mapping[str, str]) -> str:
    """The SPARQL of a shipped question with its parameters, of a text that is SPARQL already, or of a file.

    Raises QueryError when there is no such question or parameter, DataError when the file cannot be read.
    """
    if file is not None or (asked is not None and "{" in asked and _SPARQL.search(asked)):
        if settings:
            raise QueryError("--set fills the parameters of shipped questions; put the values into the SPARQL itself")
        try:
            return asked if file is None and asked is not None else file.read_text(encoding="utf-8")  # type: ignore[union-attr]
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(f"{file}: cannot be read as UTF-8 text ({error}); check the file") from error
    return question(asked or "").query(**settings)


def list_questions() -> str:
    """All shipped questions with their titles and parameters."""
    lines = []
    for item in load_questions():
        lines.append(f"{item.id}  {item.name}")
        lines += [f"       {item.titles[language]}" for language in ("en", "kk", "ru")]
        lines += [f"       --set {p.name}={p.default!r}" for p in item.parameters]
    return "\n".join(lines)
