"""The network: a networkx graph whose every edge carries the sentences that prove it.

Edge kinds are kept apart; parallel edges are kept; nodes and edges stand in one fixed order, so that every file
made from the network has the same bytes for the same claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations
from typing import Any, NamedTuple

import networkx as nx

from seriktes.analysis.claims import LANGUAGES, Claim, InOrder, Mark, Node, claim_order
from seriktes.analysis.kinds import EDGE_KINDS, MUTUAL_KINDS, PARTNER_KINDS, ROLES, EdgeKind, country_group

#: Of claims with one source and one target argument: the edge kind they give.
_PLAIN: dict[str, EdgeKind] = {
    "participation": "participation",
    "post": "affiliation",
    "represents": "affiliation",
    "part_of": "part-of",
    "located": "located",
    "party": "party",
    "signatory": "signatory",
    "concluded_at": "concluded-at",
    "implements": "implements",
    "covers": "covers",
    "cooperation": "cooperation",
}
_ARGUMENTS = {
    "participation": ("agent", "event"),
    "post": ("person", "organization"),
    "represents": ("person", "place"),
    "part_of": ("part", "whole"),
    "located": ("subject", "place"),
    "party": ("agent", "agreement"),
    "signatory": ("agent", "agreement"),
    "concluded_at": ("agreement", "event"),
    "implements": ("agent", "project"),
    "covers": ("agreement", "project"),
    "cooperation": ("a", "b"),
}

#: An event with more named participants gives no co-participation edges (n participants give n·(n-1)/2).
LARGEST_EVENT = 80


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A run of sentences that proves an edge: ``quote`` is ``text[start:end]`` of the raw document.

    ``note`` is what these sentences add: the post's title, the role at the event. ``marks`` are the names of the
    two ends (and of the agreement, event or project between them) inside the quote, with offsets in the document.
    """

    document: str
    start: int
    end: int
    file: str = field(compare=False)
    quote: str = field(compare=False)
    note: str = ""
    confidence: float = field(default=1.0, compare=False)
    marks: tuple[Mark, ...] = field(default=(), compare=False)


@dataclass(slots=True)
class _Draft:
    """An edge while its evidence is gathered."""

    kind: EdgeKind
    source: str
    target: str
    via: str = ""
    weight: float = 1.0
    evidence: dict[Evidence, Evidence] = field(default_factory=dict)

    def prove(self, claims: Iterable[Claim], known: dict[int, Evidence]) -> None:
        """Add the words of claims, joining the marks where two claims stand on the same words.

        ``known`` is the evidence of claims by their identity: a claim stands behind many edges, and its words are held once.
        """
        for claim in claims:
            new = known.get(id(claim)) or known.setdefault(id(claim), _evidence(claim))
            old = self.evidence.setdefault(new, new)
            if old is not new:
                new = Evidence(
                    new.document,
                    new.start,
                    new.end,
                    new.file,
                    new.quote,
                    new.note,
                    max(old.confidence, new.confidence),
                    tuple(sorted({*old.marks, *new.marks})),
                )
                self.evidence[new] = new


def _evidence(said: Claim) -> Evidence:
    """The words of a claim as what proves an edge."""
    note = said.role or said.title or ""
    return Evidence(said.document, said.start, said.end, said.file, said.quote, note, said.confidence, said.marks)


def build_network(claims: Iterable[Claim], nodes: Iterable[Node], largest_event: int = LARGEST_EVENT) -> nx.MultiDiGraph:
    """The network of the claims: a MultiDiGraph with typed edges, evidence on each.

    A node has ``label, type, kind, country, group, name_kk, name_ru, name_en, degree, documents`` and, for an event
    or agreement with a date, ``start, end``. An edge's key is its ``id``; it has ``kind, label, via`` (the
    agreement, project or event between the two ends), ``weight, mutual, confidence`` and ``evidence``, a tuple of
    :class:`Evidence`. A mutual edge (:data:`~seriktes.analysis.kinds.MUTUAL_KINDS`) is stored once, from the end
    whose id comes first. Kinds made of two claims: ``agreement`` joins two parties of one agreement,
    ``joint-project`` two bodies that carry out one project, ``co-organiser`` two organisers of one event, and
    ``co-participation``, with weight 1/(n-1), any other two of the n who took part in one event: a weaker thing,
    never a partnership. Events with more than ``largest_event`` participants have none of the last; their ids stand
    in ``network.graph["too_large_for_co_participation"]``.
    """
    ordered = claims if isinstance(claims, InOrder) else sorted(claims, key=claim_order)
    drafts: dict[tuple[str, str, str, str], _Draft] = {}
    left_out: list[str] = []
    words: dict[int, Evidence] = {}
    for pairing in _pairings(ordered, largest_event, left_out):
        draft = _drafted(pairing, words)
        known = drafts.setdefault((draft.kind, draft.source, draft.target, draft.via), draft)
        if known is not draft:
            known.evidence.update(draft.evidence)
    network = nx.MultiDiGraph()
    network.graph["too_large_for_co_participation"] = tuple(sorted(left_out))
    days = _days(ordered)
    for node in sorted(nodes, key=lambda node: node.id):
        network.add_node(node.id, **_node_attributes(node), **days.get(node.id, {}))
    names: dict[str, str] = dict(network.nodes(data="label"))
    for draft in sorted(drafts.values(), key=_draft_order):
        if draft.source != draft.target and draft.source in network and draft.target in network:
            network.add_edge(draft.source, draft.target, **_edge_attributes(draft, names))
        draft.evidence.clear()  # there may be millions
    return _with_degrees(network)


def partnership_network(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The part of a network that says who partners with whom: bodies and states, and only partnership edges.

    Agreements, joint projects, co-organised events and stated cooperation; bodies with none of them are left out.
    ``degree`` is counted anew.
    """
    return select(network, PARTNER_KINDS, ("Organization", "Place"))


def select(network: nx.MultiDiGraph, kinds: Sequence[str], types: Sequence[str]) -> nx.MultiDiGraph:
    """The edges of some kinds between nodes of some types, and the nodes they touch, in the network's order."""
    part = nx.MultiDiGraph(**network.graph)
    edges = [
        (a, b, key, data)
        for a, b, key, data in network.edges(keys=True, data=True)
        if data["kind"] in kinds and network.nodes[a]["type"] in types and network.nodes[b]["type"] in types
    ]
    touched = {end for a, b, _, _ in edges for end in (a, b)}
    part.add_nodes_from((node, data) for node, data in network.nodes(data=True) if node in touched)
    part.add_edges_from(edges)  # both take copies of the attributes
    return _with_degrees(part)


def edges_in_order(network: nx.MultiDiGraph) -> list[tuple[str, str, dict[str, Any]]]:
    """All edges as (source, target, attributes): by kind in the order of the legend, then by their ends."""
    return sorted(network.edges(data=True), key=lambda e: (EDGE_KINDS.index(e[2]["kind"]), e[0], e[1], e[2]["via"]))


class Pairing(NamedTuple):
    """An edge before its evidence is told: its two ends, and the claims that each end rests on (plain claims: on one)."""

    kind: EdgeKind
    source: str
    target: str
    via: str
    weight: float
    first: Sequence[Claim]
    second: Sequence[Claim] = ()


def pairings(claims: Iterable[Claim], largest_event: int, left_out: list[str], weak: bool = True) -> Iterator[Pairing]:
    """All edges that claims make, see :func:`build_network`; too large events are added to ``left_out``.

    Without ``weak``, no co-participation: most of the edges, and of no use to who asks for partners.
    """
    yield from _pairings(sorted(claims, key=claim_order), largest_event, left_out, weak)


def _pairings(claims: Sequence[Claim], largest_event: int, left_out: list[str], weak: bool = True) -> Iterator[Pairing]:
    """The same of claims in their order."""
    for claim in claims:
        if claim.type in _PLAIN:
            source, target = (claim.node(name) for name in _ARGUMENTS[claim.type])
            yield Pairing(_PLAIN[claim.type], source, target, "", 1.0, (claim,))
    for agreement, parties in _by(claims, "party", "agreement", "agent"):
        for a, b in combinations(parties, 2):
            yield Pairing("agreement", a, b, agreement, 1.0, parties[a], parties[b])
    for project, doers in _by(claims, "implements", "project", "agent"):
        for a, b in combinations(doers, 2):
            yield Pairing("joint-project", a, b, project, 1.0, doers[a], doers[b])
    for event, people in _by(claims, "participation", "event", "agent"):
        organised = {agent: [c for c in people[agent] if c.role == "organizer"] for agent in people}
        if len(people) > largest_event:
            left_out.append(event)
        for a, b in combinations(people, 2):
            if organised[a] and organised[b]:
                yield Pairing("co-organiser", a, b, event, 1.0, organised[a], organised[b])
            elif weak and len(people) <= largest_event:
                yield Pairing("co-participation", a, b, event, 1 / (len(people) - 1), people[a], people[b])


def _drafted(pairing: Pairing, words: dict[int, Evidence]) -> _Draft:
    source, target = pairing.source, pairing.target
    if pairing.kind in MUTUAL_KINDS and target < source:
        source, target = target, source
    draft = _Draft(pairing.kind, source, target, pairing.via, pairing.weight)
    draft.prove((*pairing.first, *pairing.second), words)
    return draft


def _by(claims: Sequence[Claim], kind: str, shared: str, member: str) -> Iterator[tuple[str, dict[str, list[Claim]]]]:
    """Claims of one type: the thing shared, and who shares it by which claims, both in order of their ids."""
    groups: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.type == kind:
            groups[claim.node(shared)][claim.node(member)].append(claim)
    for thing in sorted(groups):
        yield thing, {name: groups[thing][name] for name in sorted(groups[thing])}


def _draft_order(draft: _Draft) -> tuple[object, ...]:
    return (EDGE_KINDS.index(draft.kind), draft.source, draft.target, draft.via)


def _days(claims: Sequence[Claim]) -> dict[str, dict[str, str]]:
    """Start and end of what is dated: the most precise date given, of equals the first."""
    days: dict[str, dict[str, str]] = {}
    for claim in claims:
        if claim.type == "dated" and claim.date_start:
            found = {"start": claim.date_start, "end": claim.date_end or claim.date_start}
            old = days.get(claim.node("subject"))
            if not old or len(found["start"]) > len(old["start"]):
                days[claim.node("subject")] = found
    return days


def _node_attributes(node: Node) -> dict[str, Any]:
    names = {language: node.names.get(language) for language in LANGUAGES}
    return {
        "label": next((name for name in names.values() if name), node.id),
        "type": node.type,
        "kind": node.kind,
        "country": node.country,
        "group": country_group(node.country),
        "name_kk": names["kk"],
        "name_ru": names["ru"],
        "name_en": names["en"],
        "documents": node.documents,
    }


def _edge_attributes(draft: _Draft, names: dict[str, str]) -> dict[str, Any]:
    evidence = tuple(sorted(draft.evidence.values()))
    notes = list(dict.fromkeys([item.note for item in evidence if item.note]))
    if draft.via:
        label = names.get(draft.via, draft.via)
    elif draft.kind == "participation":
        label = max(notes, key=lambda role: ROLES.index(role) if role in ROLES else -1, default="participant")
    else:
        label = "; ".join(notes)
    identity = "\x1f".join((draft.kind, draft.source, draft.target, draft.via))
    name = "e" + sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return {
        "key": name,
        "id": name,
        "kind": draft.kind,
        "label": label,
        "via": draft.via,
        "weight": draft.weight,
        "mutual": draft.kind in MUTUAL_KINDS,
        "confidence": max([e.confidence for e in evidence], default=1.0),
        "evidence": evidence,
    }


def _with_degrees(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network with ``degree`` set anew: the edges of each node, co-participation not counted."""
    degrees = dict.fromkeys(network, 0)
    for source, target, kind in network.edges(data="kind"):
        if kind != "co-participation":
            degrees[source] += 1
            degrees[target] += 1
    nx.set_node_attributes(network, degrees, "degree")
    return network
