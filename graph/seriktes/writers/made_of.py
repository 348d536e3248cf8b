"""What the rows of edges are made of, so that a row that was written once need not be made again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import networkx as nx

from seriktes.keeping.rows import DIGEST
from seriktes.writers.tables import Link

#: What rows of edges tell of a node.
_OF_NODES = ("label", "type", "start", "end")


def made_of(network: nx.MultiDiGraph, links: Sequence[Link], documents: Mapping[str, str]) -> list[bytes]:
    """Of each edge a digest of all that any file tells of it: what its nodes are called and when they were, what the documents
    that prove it say, and how much it weighs.

    ``documents`` has, of each document by its id, a digest of all that it claims; the sentences of an edge are a function of these.
    """
    nodes = {node: _digest(repr((node, *map(data.get, _OF_NODES)))) for node, data in network.nodes(data=True)}
    said = {name: _digest(told) for name, told in documents.items()}
    found = []
    for source, target, data in links:
        evidence = data["evidence"]
        parts = [
            f"{data['id']} {data['kind']} {data['weight']!r}".encode(),
            nodes[source],
            nodes[target],
            nodes.get(data["via"], b""),
        ]
        parts += [said[evidence[0].document]] if len(evidence) == 1 else [said[item.document] for item in evidence]
        found.append(blake2b(b"".join(parts), digest_size=DIGEST).digest())
    return found


def _digest(told: str) -> bytes:
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()
