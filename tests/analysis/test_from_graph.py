"""What the graph gives back to the network is what annotations gave to the graph."""

from __future__ import annotations

from dataclasses import replace

from seriktes.analysis.claims import Claim, claims_from_annotations
from seriktes.analysis.from_graph import reading_of_graph
from seriktes.analysis.network import build_network
from seriktes.model import Annotation
from seriktes.rdf.dataset import build_dataset


def plain(claim: Claim) -> Claim:
    """Without what the graph does not keep."""
    return replace(claim, marks=())


def test_the_claims_and_the_documents_come_back(annotations: list[Annotation]) -> None:
    said, read = claims_from_annotations(annotations), reading_of_graph(build_dataset(annotations))
    assert read.claims == tuple(map(plain, said.claims))
    assert read.sources == said.sources
    assert [(n.id, n.type, n.kind, n.country, n.documents) for n in read.nodes] == [
        (n.id, n.type, n.kind, n.country, n.documents) for n in said.nodes
    ]


def test_the_order_of_the_quads_does_not_matter(annotations: list[Annotation]) -> None:
    quads = sorted(build_dataset(annotations), key=str)
    assert reading_of_graph(quads) == reading_of_graph(reversed(quads))


def test_the_five_documents_have_one_network_whichever_way_it_is_made(gold_annotations: list[Annotation]) -> None:
    def edges(reading: object) -> list[tuple[str, str, str, int]]:
        network = build_network(reading.claims, reading.nodes)  # type: ignore[attr-defined]
        return sorted((a, b, data["kind"], len(data["evidence"])) for a, b, data in network.edges(data=True))

    assert edges(reading_of_graph(build_dataset(gold_annotations))) == edges(claims_from_annotations(gold_annotations))
