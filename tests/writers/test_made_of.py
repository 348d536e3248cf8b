"""A row of an edge need not be made again where what it is made of is the same: so whatever a row tells is part of that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seriktes.analysis.claims import Claim, Node
from seriktes.analysis.network import build_network, edges_in_order
from seriktes.writers.attributes import EDGE_ATTRIBUTES, Edges, edge_values, known
from seriktes.writers.gexf import gexf_edge
from seriktes.writers.graphml import graphml_edge
from seriktes.writers.made_of import made_of
from seriktes.writers.tables import EdgeRows

NODES = (
    Node("akbota", "Organization", "foundation", "KZ", {"kk": "«Ақбота» қоры"}, ("1",)),
    Node("bridge", "Organization", names={"en": "Bridge"}, documents=("1", "2")),
    Node("memo", "Agreement", names={"ru": "меморандум"}, documents=("1",)),
    Node("forum", "Event", names={"ru": "форум"}, documents=("2",)),
    Node("oral", "Place", names={"ru": "Уральск"}, documents=("2",)),
)
CLAIMS = (
    Claim("party", {"agent": "akbota", "agreement": "memo"}, "1", "1.txt", 0, 9, "Signed."),
    Claim("party", {"agent": "bridge", "agreement": "memo"}, "1", "1.txt", 0, 9, "Signed."),
    Claim("participation", {"agent": "bridge", "event": "forum"}, "2", "2.txt", 5, 9, "Came.", role="speaker"),
    Claim("participation", {"agent": "akbota", "event": "forum"}, "2", "2.txt", 5, 9, "Came.", confidence=0.5),
    Claim("located", {"subject": "forum", "place": "oral"}, "2", "2.txt", 5, 9, "Came."),
    Claim("dated", {"subject": "forum"}, "2", "2.txt", 5, 9, "Came.", date_start="2024-05"),
)


def rows(nodes: tuple[Node, ...], claims: tuple[Claim, ...]) -> dict[bytes, tuple[str, ...]]:
    """All rows of each edge by what they are made of. What a document says is told by its claims."""
    network = build_network(claims, nodes)
    links, edges, told = edges_in_order(network), Edges(network), EdgeRows(network)
    said = {name: repr([claim for claim in claims if claim.document == name]) for name in ("1", "2", "3")}
    found = {}
    for made, link in zip(made_of(network, links, said), links, strict=True):
        values = edges.told(*link)
        assert values == known(EDGE_ATTRIBUTES, edge_values(network, *link))
        texts = graphml_edge(link[2]["id"], link[0], link[1], values), gexf_edge(*link, values)
        assert made not in found, "no two edges are made of the same"
        found[made] = (*texts, told.edge(link), told.evidence(link))
    return found


CHANGES = {
    "a name": (tuple(replace(node, names={"en": "Forum"}) if node.id == "forum" else node for node in NODES), CLAIMS),
    "a date": (NODES, (*CLAIMS[:-1], replace(CLAIMS[-1], date_start="2024-06"))),
    "a role": (NODES, (*CLAIMS[:2], replace(CLAIMS[2], role="organizer"), *CLAIMS[3:])),
    "a sentence": (NODES, (replace(CLAIMS[0], quote="They signed."), *CLAIMS[1:])),
    "one more who came": (
        NODES,
        (*CLAIMS, Claim("participation", {"agent": "oral", "event": "forum"}, "3", "3.txt", 0, 3, "So.")),
    ),
    "one more who tells": (NODES, (*CLAIMS, replace(CLAIMS[0], document="3", file="3.txt"))),
    "one document less": (NODES, CLAIMS[:2]),
    "a kind, which no row tells": ((replace(NODES[0], kind="ngo"), *NODES[1:]), CLAIMS),
}


@pytest.mark.parametrize("change", CHANGES)
def test_rows_that_are_made_of_the_same_are_the_same(change: str) -> None:
    before, after = rows(NODES, CLAIMS), rows(*CHANGES[change])
    same = before.keys() & after.keys()
    assert {made: before[made] for made in same} == {made: after[made] for made in same}
    assert same if change != "a kind, which no row tells" else before == after
