"""Where a server answers queries, takes updates and single graphs: given in full, or found by the customs of servers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seriktes.errors import SeriktesError, StoreError
from seriktes.store.web import Limits, asked, check_address

JSON = "application/sparql-results+json"
_QUERY = "application/sparql-query"
_PARTS = ("query", "update", "graphs")
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The three addresses of a server; ``update`` and ``graphs`` may be empty where it is only asked."""

    query: str
    update: str = ""
    graphs: str = ""

    def __str__(self) -> str:
        return self.query


def _customary(url: str) -> Iterator[Endpoints]:
    """What servers are used to, most telling first: Oxigraph and Fuseki, Virtuoso, RDF4J and GraphDB, QLever."""
    base = url.rstrip("/")
    for ending in ("/query", "/sparql"):
        if base.endswith(ending):
            base = base.removesuffix(ending)
            break
    yield Endpoints(f"{base}/query", f"{base}/update", f"{base}/store")
    yield Endpoints(f"{base}/sparql", f"{base}/update", f"{base}/data")
    yield Endpoints(base, f"{base}/statements", f"{base}/rdf-graphs/service")


def find_endpoints(where: str) -> Endpoints:
    """The endpoints of a server.

    ``where`` is its address (``http://localhost:7878``, ``http://localhost:3030/name`` …), or all addresses by name:
    ``query=URL update=URL graphs=URL``. Raises StoreError when nobody answers a query there.
    """
    if where.startswith(tuple(f"{part}=" for part in _PARTS)):
        return _given(where)
    check_address(where)
    for endpoints in _customary(where):
        try:
            if _answers(endpoints.query):
                return endpoints
        except SeriktesError as error:
            if "cannot be reached" in str(error) or "refuses" in str(error):
                raise
    raise StoreError(f"{where}: answers no SPARQL query; give all addresses: --store 'query=URL update=URL graphs=URL'")


def _given(where: str) -> Endpoints:
    given = dict(part.partition("=")[::2] for part in where.split())
    unknown = sorted(given.keys() - set(_PARTS))
    if unknown or "query" not in given:
        raise StoreError(f"{where}: names the addresses as query=URL update=URL graphs=URL; query is needed")
    for url in given.values():
        check_address(url)
    return Endpoints(given["query"], given.get("update", ""), given.get("graphs", ""))


def _answers(url: str) -> bool:
    headers = {"Content-Type": _QUERY, "Accept": JSON}
    with asked("POST", url, Limits(_PATIENCE, 100_000), b"ASK {}", headers) as answer:
        return answer.media == JSON and b"true" in answer.read()
