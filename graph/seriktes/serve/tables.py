"""Answers to queries as tables with links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode

from seriktes.rdf.trig import compact
from seriktes.serve.view import View
from seriktes.store import Result, Value, text_of

_TABLES = (("csv", "CSV"), ("json", "JSON"), ("tsv", "TSV"), ("xml", "XML"))
_GRAPHS = (("turtle", "Turtle"), ("jsonld", "JSON-LD"), ("ntriples", "N-Triples"))
_NAME = "_name"


def cell(value: Value, view: View) -> dict[str, Any]:
    """A term as text, with the page it has here, and the language it is in."""
    if isinstance(value, NamedNode):
        href = view.href(value.value)
        called = view.things.called(value.value, view.language) if href else compact(value.value).replace("\\", "").strip("<>")
        return {"text": called, "href": href, "lang": ""}
    return {"text": text_of(value), "href": None, "lang": value.language or "" if isinstance(value, Literal) else ""}


def table(result: Result, view: View, words: Mapping[str, str]) -> dict[str, Any]:
    """The answer for its template. A column ``x_name`` beside ``x`` becomes the words of the link in ``x``, and the
    columns of the shipped questions are called by what they hold.
    """
    named = {v: result.variables.index(v + _NAME) for v in result.variables if v + _NAME in result.variables}
    shown = [n for n, v in enumerate(result.variables) if n not in named.values()]
    rows = []
    for row in result.rows:
        cells = []
        for number in shown:
            made = cell(row[number], view)
            if not made["href"]:
                made["href"] = view.href(view.things.by_file.get(made["text"]))
            name = named.get(result.variables[number])
            if name is not None and row[name] is not None:
                made["text"] = text_of(row[name])
            cells.append(made)
        rows.append(cells)
    columns = [_heading(result.variables[number], words) for number in shown]
    return {"boolean": result.boolean, "columns": columns, "rows": rows}


def _heading(variable: str, words: Mapping[str, str]) -> str:
    word = words.get(f"column_{variable}")
    return word[0].upper() + word[1:] if word else variable


def downloads(sparql: str, result: Result) -> list[tuple[str, str]]:
    """Links to the same answer as a file."""
    forms = _GRAPHS if result.triples else _TABLES
    return [(f"/sparql?{urlencode({'query': sparql, 'format': form})}", name) for form, name in forms]
