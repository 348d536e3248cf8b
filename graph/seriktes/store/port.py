"""The port: what every place that keeps a graph can do, and the limits that hold in all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from pyoxigraph import Quad

from seriktes.store.result import Result

MAX_ROWS = 10_000
TIMEOUT = 10.0


class Store(Protocol):
    """A graph that answers queries. A pattern outside of ``GRAPH`` reads the union of all its named graphs."""

    def query(self, text: str, *, max_rows: int = MAX_ROWS, timeout: float = TIMEOUT) -> Result:
        """Ask a SPARQL query.

        Raises QueryError for a query that is wrong or would change or fetch something, and LimitError when it takes
        longer than ``timeout`` seconds or has more than ``max_rows`` rows: never a short answer.
        """

    def quads(self) -> Iterable[Quad]:
        """The whole graph as one build left it, without the ontology. Raises StoreError when there is no whole one."""
