"""When things and edges were: from whole or partial dates to the first and last day, as timelines need them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import networkx as nx

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Span(NamedTuple):
    """The first and the last day (ISO 8601); ``end`` is None for what goes on from then."""

    start: str
    end: str | None


@lru_cache(maxsize=4096)
def days(date: str) -> tuple[str, str] | None:
    """The first and the last day that a year, a month or a day means; None for what is no date.

    >>> days("2024"), days("2024-02"), days("2024-02-30")
    (('2024-01-01', '2024-12-31'), ('2024-02-01', '2024-02-29'), None)
    """
    found = _DATE.fullmatch(date)
    if not found or found[1] == "0000":
        return None
    first = int(found[2] or 1)
    last = int(found[2] or 12)
    if not 1 <= first <= 12:
        return None
    longest = monthrange(int(found[1]), last)[1]
    if found[3] and not 1 <= int(found[3]) <= longest:
        return None
    return f"{found[1]}-{first:02}-{found[3] or '01'}", f"{found[1]}-{last:02}-{found[3] or longest:02}"


def node_span(data: Mapping[str, Any]) -> Span | None:
    """When a thing was: an event or a project from its first to its last day, an agreement from its day on.

    >>> node_span({"type": "Event", "start": "2024-05-16", "end": "2024-05"})
    Span(start='2024-05-16', end='2024-05-31')
    >>> node_span({"type": "Agreement", "start": "2024", "end": "2024"})
    Span(start='2024-01-01', end=None)
    """
    first = days(data.get("start") or "")
    if first is None:
        return None
    if data["type"] == "Agreement":
        return Span(first[0], None)
    last = days(data.get("end") or "") or first
    return Span(first[0], max(last[1], first[0]))


def edge_span(network: nx.MultiDiGraph, source: str, target: str, data: Mapping[str, Any]) -> Span | None:
    """When an edge was: as what is between its ends, else as that end that has dates; None where none has."""
    for node in (data["via"], source, target):
        found = node_span(network.nodes[node]) if node and node in network else None
        if found:
            return found
    return None
