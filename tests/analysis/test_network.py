"""The network: edge kinds apart, evidence on every edge, one order."""

from __future__ import annotations

import networkx as nx
from seriktes.analysis.claims import Claim, Node, Reading, claims_from_annotations
from seriktes.analysis.kinds import EDGE_KINDS, PARTNER_KINDS
from seriktes.analysis.network import build_network, edges_in_order, partnership_network


def told(network: nx.MultiDiGraph) -> list[str]:
    return [f"{d['kind']}: {a} - {b}" + (f" ({d['label']})" if d["label"] else "") for a, b, d in edges_in_order(network)]


def test_the_edges_of_the_made_up_documents(reading: Reading) -> None:
    network = build_network(reading.claims, reading.nodes)
    assert told(network) == [
        "agreement: akbota - bridge (меморандум)",
        "co-organiser: akbota - bridge (форум)",
        "co-organiser: akbota - ministry (форум)",
        "co-organiser: bridge - ministry (форум)",
        "co-participation: akbota - aliya (форум)",
        "co-participation: aliya - bridge (форум)",
        "co-participation: aliya - ministry (форум)",
        "affiliation: aliya - akbota (директор)",
        "participation: akbota - forum (organizer)",
        "participation: aliya - forum (speaker)",
        "participation: bridge - forum (organizer)",
        "participation: ministry - forum (organizer)",
        "party: akbota - memorandum",
        "party: bridge - memorandum",
    ]


def test_an_agreement_of_two_documents_is_one_edge_with_both_sentences(reading: Reading) -> None:
    network = build_network(reading.claims, reading.nodes)
    (edge,) = (d for _, _, d in edges_in_order(network) if d["kind"] == "agreement")
    assert [item.document for item in edge["evidence"]] == ["kk1", "ru1"]
    assert edge["via"] == "memorandum"
    first = edge["evidence"][0]
    assert first.quote == "«Ақбота» қоры мен «Bridge» ұйымы меморандумға қол қойды."
    marked = {mark.node: first.quote[mark.start - first.start : mark.end - first.start] for mark in first.marks}
    assert marked == {"akbota": "«Ақбота» қоры", "bridge": "«Bridge» ұйымы", "memorandum": "меморандумға"}


def test_co_participation_weighs_one_over_n_minus_one(reading: Reading) -> None:
    network = build_network(reading.claims, reading.nodes)
    weights = {d["weight"] for _, _, d in network.edges(data=True) if d["kind"] == "co-participation"}
    assert weights == {1 / 3}  # four took part in the forum


def test_a_very_large_event_has_no_co_participation_and_says_so(reading: Reading) -> None:
    network = build_network(reading.claims, reading.nodes, largest_event=3)
    assert network.graph["too_large_for_co_participation"] == ("forum",)
    assert "co-participation" not in {kind for *_, kind in network.edges(data="kind")}
    assert sum(kind == "co-organiser" for *_, kind in network.edges(data="kind")) == 3


def test_attending_together_is_no_partnership(reading: Reading) -> None:
    partnership = partnership_network(build_network(reading.claims, reading.nodes))
    assert set(partnership) == {"akbota", "bridge", "ministry"}
    assert {kind for *_, kind in partnership.edges(data="kind")} <= set(PARTNER_KINDS)
    assert dict(partnership.nodes(data="degree")) == {"akbota": 3, "bridge": 3, "ministry": 2}


def test_node_attributes(reading: Reading) -> None:
    network = build_network(reading.claims, reading.nodes)
    node = network.nodes["memorandum"]
    assert (node["label"], node["start"], node["end"]) == ("меморандум", "2025-10-08", "2025-10-08")
    node = network.nodes["bridge"]
    assert (node["group"], node["name_en"], node["documents"]) == ("uk", "Bridge", ("kk1", "ru1"))


def test_order_of_documents_and_claims_changes_nothing(annotations: list) -> None:
    forward, back = claims_from_annotations(annotations), claims_from_annotations(annotations[::-1])
    assert forward == back
    one = build_network(forward.claims, forward.nodes)
    two = build_network(forward.claims[::-1], forward.nodes[::-1])
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))


def test_official_names_stand_first(annotations: list) -> None:
    reading = claims_from_annotations(annotations, {"akbota": {"ru": "Общественный фонд «Акбота»"}})
    names = next(node.names for node in reading.nodes if node.id == "akbota")
    assert names == {"kk": "«Ақбота» қоры", "ru": "Общественный фонд «Акбота»", "en": "Aqbota Foundation"}


def test_nothing_is_tied_to_itself() -> None:
    claim = Claim("cooperation", {"a": "x", "b": "x"}, "d", "d.txt", 0, 1, "x")
    assert build_network([claim], [Node("x", "Organization")]).number_of_edges() == 0


def test_the_gold_partnerships(gold: Reading) -> None:
    network = build_network(gold.claims, gold.nodes)
    partnership = partnership_network(network)
    count = {kind: sum(d["kind"] == kind for *_, d in partnership.edges(data=True)) for kind in EDGE_KINDS}
    assert count["agreement"] == 7  # question 1
    assert count["co-organiser"] == 7  # six pairs in 001, one in 003
    partners = {
        other
        for a, b, d in partnership.edges(data=True)
        if d["kind"] == "agreement"
        for other in (a, b)
        if "civic-alliance-of-kazakhstan" in (a, b)
    } - {"civic-alliance-of-kazakhstan"}
    assert partners == {"wwf-kazakhstan", "sever-yug-political-science-centre", "almaty-creative-association"}  # 3
    assert all(d["evidence"] for *_, d in network.edges(data=True))
