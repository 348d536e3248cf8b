"""A built graph put on a server in place of the one it held."""

from __future__ import annotations

from pathlib import Path

from seriktes.building.whole import GRAPH, read_graph
from seriktes.rdf.serialize import read_nquads
from seriktes.store.remote import RemoteStore


def publish(folder: Path, server: RemoteStore) -> str:
    """Put the graph of a built folder on a server; what was done, in a line.

    Raises DataError when the folder holds no whole graph, StoreError when the server does not take it; what the server
    held before is then still there, whole.
    """
    changed = server.replace(read_nquads(read_graph(folder), str(folder / GRAPH)))
    return f"on {server.endpoints}: " + (
        f"{changed} triples changed, all at once" if changed else "the same graph was there already"
    )
