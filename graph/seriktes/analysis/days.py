"""When things were: what documents date themselves, what they take from the event they belong to, else the first report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import networkx as nx

#: Things that stand in time.
DATED_TYPES = ("Event", "Agreement", "Project")
How = Literal["stated", "by-event", "reported"]


class Day(NamedTuple):
    """First and last day, ISO 8601 with a year at least; ``how`` it is known."""

    start: str
    end: str
    how: How


def days_of(network: nx.MultiDiGraph, published: Mapping[str, str | None]) -> dict[str, Day]:
    """The days of all events, agreements and projects of which anything is known, by node.

    A thing has its own date where a document states it; else that of the event it was concluded at, is part of or, of a
    project, of the agreement that covers it; else the day of the first report, which is at least the latest it can be of.
    """
    days = {
        node: Day(data["start"], data["end"], "stated")
        for node, data in network.nodes(data=True)
        if data["type"] in DATED_TYPES and data.get("start")
    }
    above = [
        (target, source) if kind == "covers" else (source, target)
        for source, target, kind in network.edges(data="kind")
        if kind in ("concluded-at", "part-of", "covers")
    ]
    above = sorted(pair for pair in above if all(network.nodes[end]["type"] in DATED_TYPES for end in pair))
    for _ in range(3):  # a session of a conference of a forum
        for thing, whole in above:
            if thing not in days and whole in days:
                days[thing] = days[whole]._replace(how="by-event")
    for node, data in network.nodes(data=True):
        if data["type"] in DATED_TYPES and node not in days:
            reports = sorted(day for name in data["documents"] if (day := published.get(name)))
            if reports:
                days[node] = Day(reports[0], reports[0], "reported")
    return days


def day_of_edge(
    source: str, target: str, data: Mapping[str, Any], days: Mapping[str, Day], published: Mapping[str, str | None]
) -> str | None:
    """The first day of an edge: of what stands between its ends or is one of them, else of the first report that proves it."""
    for node in (data["via"], source, target):
        if node in days and days[node].how != "reported":
            return days[node].start
    reports = sorted(day for item in data["evidence"] if (day := published.get(item.document)))
    return reports[0] if reports else None
