"""The headline findings of a network, each with the sentences that prove it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seriktes.analysis.kinds import PARTNER_KINDS
from seriktes.analysis.network import Evidence
from seriktes.views.things import Things, marks_in

#: Sentences shown under a finding; the page it leads to has all.
_PROOFS = 3
Link = tuple[str, str, Mapping[str, Any]]


@dataclass(frozen=True)
class Finding:
    """A sentence of the start page: the key of its words, what fills their gaps, where it leads, and its proofs.

    ``names`` maps gaps to nodes or, as ``country:KZ``, to countries; ``counts`` to numbers and days. A proof is an
    evidence with the marks of the names in it.
    """

    words: str
    names: Mapping[str, str]
    counts: Mapping[str, str]
    page: str
    chosen: str
    proofs: tuple[tuple[Evidence, Sequence[tuple[int, int, int]]], ...]


def findings(things: Things) -> list[Finding]:
    """What stands first in a network; empty where it has no partnerships and no events."""
    return [*_most_partners(things), *_latest_agreement(things), *_closest_countries(things), *_best_attended(things)]


def _proofs(links: Sequence[Link]) -> tuple[tuple[Evidence, Sequence[tuple[int, int, int]]], ...]:
    """The surest sentence of each link, the surest links first, no sentence twice."""
    found: dict[tuple[str, int, int], tuple[Evidence, Sequence[tuple[int, int, int]]]] = {}
    for source, target, data in sorted(links, key=lambda link: (-link[2]["confidence"], link[2]["id"])):
        best = max(data["evidence"], key=lambda item: (item.confidence, -len(item.quote)), default=None)
        if best is not None:
            found.setdefault((best.document, best.start, best.end), (best, marks_in(best, source, target)))
    return tuple(list(found.values())[:_PROOFS])


def _partnerships(things: Things) -> list[Link]:
    return [link for link in things.links if link[2]["kind"] in PARTNER_KINDS]


def _most_partners(things: Things) -> Iterator[Finding]:
    if things.standings:
        first = things.standings[0]
        links = [link for link in _partnerships(things) if first.node in link[:2]]
        counts = {"count": str(first.partners)}
        yield Finding("find_partners", {"name": first.node}, counts, "partners", f"node={first.node}", _proofs(links))


def _latest_agreement(things: Things) -> Iterator[Finding]:
    dated = [
        (things.days[data["via"]].start, data["via"])
        for _, _, data in things.links
        if data["kind"] == "agreement" and data["via"] in things.days
    ]
    if dated:
        day, agreement = max(dated)
        links = [link for link in things.links if link[2]["kind"] == "agreement" and link[2]["via"] == agreement]
        names = {"name": agreement, "a": links[0][0], "b": links[0][1]}
        yield Finding("find_agreement", names, {"date": day}, "agreements", f"node={agreement}", _proofs(links))


def _closest_countries(things: Things) -> Iterator[Finding]:
    country = dict(things.network.nodes(data="country"))
    pairs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in _partnerships(things):
        a, b = sorted((country[link[0]] or "", country[link[1]] or ""))
        if a and a != b:
            pairs[a, b].append(link)
    if pairs:
        (a, b), links = max(pairs.items(), key=lambda item: (len(item[1]), item[0]))
        names = {"a": f"country:{a}", "b": f"country:{b}"}
        chosen = f"pair=country:{a}|country:{b}"
        yield Finding("find_countries", names, {"count": str(len(links))}, "countries", chosen, _proofs(links))


def _best_attended(things: Things) -> Iterator[Finding]:
    taking_part = [link for link in things.links if link[2]["kind"] == "participation"]
    guests = Counter(target for _, target, _ in taking_part)
    if guests:
        event = min(guests, key=lambda node: (-guests[node], node))
        links = [link for link in taking_part if link[1] == event]
        yield Finding("find_event", {"name": event}, {"count": str(guests[event])}, "people", f"node={event}", _proofs(links))
