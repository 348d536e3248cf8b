"""When things were, and when links were."""

from __future__ import annotations

from seriktes.analysis.claims import Claim, Node
from seriktes.analysis.days import day_of_edge, days_of
from seriktes.analysis.network import build_network, edges_in_order

NODES = [
    Node("forum", "Event", documents=("d",)),
    Node("session", "Event", documents=("d",)),
    Node("fair", "Event", documents=("d", "e")),
    Node("memo", "Agreement", documents=("d",)),
    Node("bridge", "Project", documents=("d",)),
    Node("lost", "Project", documents=("e",)),
    *(Node(name, "Organization", documents=("d",)) for name in "ab"),
]
PUBLISHED = {"d": "2024-06-01", "e": None}


def claim(kind: str, start: str | None = None, **arguments: str) -> Claim:
    return Claim(kind, arguments, "d", "d.txt", 0, 1, ".", date_start=start)  # type: ignore[arg-type]


CLAIMS = [
    claim("dated", "2024-05-03", subject="forum"),
    claim("part_of", part="session", whole="forum"),
    claim("concluded_at", agreement="memo", event="session"),
    claim("covers", agreement="memo", project="bridge"),
    claim("party", agent="a", agreement="memo"),
    claim("party", agent="b", agreement="memo"),
    claim("cooperation", a="a", b="b"),
    claim("participation", agent="a", event="fair"),
]


def test_days_come_from_the_thing_the_event_or_the_report() -> None:
    days = days_of(build_network(CLAIMS, NODES), PUBLISHED)
    assert {node: (day.start, day.how) for node, day in days.items()} == {
        "forum": ("2024-05-03", "stated"),
        "session": ("2024-05-03", "by-event"),
        "memo": ("2024-05-03", "by-event"),
        "bridge": ("2024-05-03", "by-event"),
        "fair": ("2024-06-01", "reported"),
    }


def test_an_edge_is_of_the_day_of_what_joins_its_ends() -> None:
    network = build_network(CLAIMS, NODES)
    days = days_of(network, PUBLISHED)
    found = {data["kind"]: day_of_edge(a, b, data, days, PUBLISHED) for a, b, data in edges_in_order(network)}
    assert found["agreement"] == found["party"] == "2024-05-03"
    assert found["cooperation"] == found["participation"] == "2024-06-01"
