"""The SPARQL 1.1 Protocol: from the parts of a request to the query it asks, or the status it deserves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

#: Bytes of a request's body: a query of the greatest length, and its graphs.
LONGEST_BODY = 110_000
_MOST_PARAMETERS = 200
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"


class ProtocolError(Exception):
    """A request the protocol does not allow: a status and the reason in words."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Operation:
    """A query and the graphs it is asked of; without a query, the service is asked to describe itself."""

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str | None = None


def parameters(data: bytes) -> list[tuple[str, str]]:
    """The pairs of a query string or a form. Raises ProtocolError when they are not UTF-8, or too many."""
    try:
        return parse_qsl(
            data.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_MOST_PARAMETERS
        )
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "the parameters are not percent-encoded UTF-8") from error
    except ValueError as error:
        raise ProtocolError(400, f"more than {_MOST_PARAMETERS} parameters") from error


def read_operation(method: str, query_string: bytes, headers: Mapping[str, str], body: bytes) -> Operation:
    """What a request asks. Raises ProtocolError with 400, 403 or 415 for what is malformed, an update, or of no known type."""
    pairs = parameters(query_string)
    if method == "POST":
        pairs += _posted(headers, body)
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in pairs):
        raise ProtocolError(403, "the graph is read-only; updates are refused")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1:
        raise ProtocolError(400, "more than one query; send one")
    if not queries and method == "POST":
        raise ProtocolError(400, "the parameter query is missing")
    return Operation(
        queries[0] if queries else None,
        _values(pairs, "default-graph-uri"),
        _values(pairs, "named-graph-uri"),
        next((value for name, value in pairs if name == "format"), None),
    )


def _values(pairs: Sequence[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in pairs if name == wanted)


def _posted(headers: Mapping[str, str], body: bytes) -> list[tuple[str, str]]:
    media, _, rest = headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    charset = next(
        (p.partition("=")[2].strip(' "') for p in rest.split(";") if p.strip().lower().startswith("charset=")), "utf-8"
    )
    if media == _UPDATE:
        raise ProtocolError(403, "the graph is read-only; updates are refused")
    if media not in (_FORM, _QUERY):
        raise ProtocolError(415, f"the body must be {_QUERY} or {_FORM}")
    if charset.lower() not in ("utf-8", "utf8"):
        raise ProtocolError(415, f"the body must be UTF-8, not {charset[:40]}")
    if media == _FORM:
        return parameters(body)
    try:
        return [("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "the query is not UTF-8") from error
