"""Where the served graph comes from: a folder that a build wrote, or a SPARQL server."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from seriktes.errors import SeriktesError
from seriktes.serve.snapshot import Snapshot, check_readable, load_snapshot, stamp
from seriktes.store import GraphStore
from seriktes.store.remote import RemoteStore


class Source(Protocol):
    """A place that builds come to. ``every`` is the number of seconds between two looks for a new one."""

    every: float

    def stamp(self) -> tuple[object, ...] | None:
        """What changes when a new build has come; None when nothing can be said just now."""

    def check(self) -> None:
        """Raises an error of the package when there is no graph."""

    def load(self) -> Snapshot:
        """Read the build, whole. Raises an error of the package when that cannot be done."""


class Folder:
    """A folder that ``seriktes build`` writes into."""

    every = 0.5

    def __init__(self, path: Path) -> None:
        self.path = path

    def __str__(self) -> str:
        return str(self.path)

    def stamp(self) -> tuple[object, ...] | None:
        """Place, size and time of the manifest."""
        return stamp(self.path)

    def check(self) -> None:
        """Raises DataError when the folder holds no graph."""
        check_readable(self.path)

    def load(self) -> Snapshot:
        """The build in memory."""
        return load_snapshot(self.path)


class Server:
    """A SPARQL server that ``seriktes build --store`` writes to.

    The graph is read into memory, whole and of one build, so that each question is answered with the same limits as
    for a folder, and the server is asked only when its build changes.
    """

    every = 5.0

    def __init__(self, where: str) -> None:
        self._store = RemoteStore(where)

    def __str__(self) -> str:
        return f"query={self._store.endpoints.query}"

    def stamp(self) -> tuple[object, ...] | None:
        """The digest of the build the server holds."""
        try:
            return (self._store.build(),)
        except SeriktesError:
            return None

    def check(self) -> None:
        """Raises StoreError when the server cannot be asked."""
        self._store.build()

    def load(self) -> Snapshot:
        """The build in memory; where names stand in quotes and the network page are made from the graph."""
        # loaded only here: a folder brings all this ready-made
        from seriktes.analysis.from_graph import reading_of_graph
        from seriktes.analysis.network import build_network
        from seriktes.rdf.void import describe_build
        from seriktes.serve.marked import annotations_of
        from seriktes.serve.things import Things
        from seriktes.views.html import render_network

        digest, quads = self._store.whole()
        store = GraphStore(quads, with_ontology=False)
        reading = reading_of_graph(quads)
        picture = render_network(build_network(reading.claims, reading.nodes), reading.sources)
        void = describe_build(quads, ()).encode()
        return Snapshot(digest[:16], store, annotations_of(store, Things(store)), picture.encode(), void)


def source_of(where: str) -> Source:
    """The source of a folder's path or a server's address."""
    return Server(where) if where.startswith(("http://", "https://", "query=")) else Folder(Path(where))
