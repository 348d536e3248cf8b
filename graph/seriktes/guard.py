"""What a query may do: read. Its parsed form is looked at before anything runs; text search would be fooled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from seriktes.errors import QueryError
from seriktes.rdf.terms import BASE, PREFIXES

LONGEST_QUERY = 100_000
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def check_query(text: str, graphs: Collection[str]) -> bool:
    """Whether the query names its graphs with FROM. Raises QueryError for what may not run.

    Refused: updates, SERVICE anywhere, and FROM or FROM NAMED with anything but a graph of the store.
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError(f"the query is longer than {LONGEST_QUERY} characters")
    if _LONE_SURROGATE.search(text):
        raise QueryError("the query has characters that are no Unicode text")
    algebra = _translate(text)
    for part in _parts(algebra):
        if part.name == "ServiceGraphPattern":
            raise QueryError("the query calls SERVICE; this graph asks nobody else")
    named = [str(clause.get("default") or clause.get("named")) for clause in algebra.get("datasetClause") or ()]
    unknown = sorted(set(named) - set(graphs))
    if unknown:
        raise QueryError(f"FROM <{unknown[0]}> is no graph of this store; nothing is fetched")
    return bool(named)


def _translate(text: str) -> CompValue:
    try:
        return translateQuery(parseQuery(text), BASE, dict(PREFIXES)).algebra
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error
    except Exception as error:  # the parser and the translator raise many kinds, plain Exception among them
        if _is_update(text):
            raise QueryError("the graph is read-only; updates are refused") from error
        raise QueryError(f"the query is not valid SPARQL: {_place(error)}") from error


def _place(error: Exception) -> str:
    if isinstance(error, ParseException):
        return f"line {error.lineno}, column {error.column}: {error.msg}"
    return str(error)


def _is_update(text: str) -> bool:
    try:
        return bool(parseUpdate(text).request)
    except Exception:  # whatever it is, it is no update
        return False


def _parts(value: Any, seen: set[int] | None = None) -> Iterator[CompValue]:
    """All parts of a parsed query, however deep."""
    known = set() if seen is None else seen
    if id(value) in known:
        return
    known.add(id(value))
    if isinstance(value, CompValue):
        yield value
        for inner in value.values():
            yield from _parts(inner, known)
    elif isinstance(value, (list, tuple, set)):
        for inner in value:
            yield from _parts(inner, known)
