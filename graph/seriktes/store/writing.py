"""Changes written to a server: in one update, or put beside by the Graph Store Protocol and moved in by one update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from seriktes.errors import LimitError, QueryError, StoreError
from seriktes.rdf.terms import BASE
from seriktes.store.changes import Change, Lines, as_switch, as_update
from seriktes.store.endpoints import Endpoints
from seriktes.store.web import Limits, asked

#: Bytes of one update request; Oxigraph's server takes 128 MiB.
LARGEST_UPDATE = 100_000_000
STAGING = f"{BASE}staging/"
_PATIENCE = 60.0


def write(endpoints: Endpoints, found: Sequence[Change], largest_update: int, seconds: float) -> None:
    """Make all changes at once. Raises StoreError, and leaves what was there, when the server does not."""
    if not found:
        return
    if sum(change.size for change in found) <= largest_update:
        _update(endpoints, as_update(found), seconds)
        return
    staged = list(_staged(endpoints, found, largest_update, seconds))
    try:
        _update(endpoints, as_switch(staged), seconds)
    except (StoreError, LimitError):
        clear_staging(endpoints, [name for _, *names in staged for name in names if name])
        raise


def clear_staging(endpoints: Endpoints, graphs: Iterable[str]) -> None:
    """Take away what a build that broke off has left beside."""
    update = b" ;\n".join(b"DROP SILENT GRAPH <" + graph.encode() + b">" for graph in graphs)
    if update:
        _update(endpoints, update, _PATIENCE)


def _staged(endpoints: Endpoints, found: Sequence[Change], largest: int, seconds: float) -> Iterator[tuple[str, str, str]]:
    for number, change in enumerate(found):
        names = []
        for word, lines in (("leaving", change.removed), ("coming", change.added)):
            names.append(f"{STAGING}{number}/{word}" if lines else "")
            for part in _parts(lines, largest):
                _post(endpoints, names[-1], part, seconds)
        yield change.graph, names[0], names[1]


def _parts(lines: Lines, largest: int) -> Iterator[bytes]:
    part: list[bytes] = []
    size = 0
    for line in sorted(lines):
        if part and size + len(line) > largest:
            yield b"\n".join(part)
            part, size = [], 0
        part.append(line)
        size += len(line) + 1
    if part:
        yield b"\n".join(part)


def _post(endpoints: Endpoints, graph: str, body: bytes, seconds: float) -> None:
    if not endpoints.graphs:
        raise StoreError(
            f"{endpoints}: so large a graph needs its graph store; give it: --store 'query=URL update=URL graphs=URL'"
        )
    url = f"{endpoints.graphs}?graph={quote(graph, safe='')}"
    with asked("POST", url, Limits(seconds, 100_000), body, {"Content-Type": "application/n-triples"}) as answer:
        answer.read()


def _update(endpoints: Endpoints, text: bytes, seconds: float) -> None:
    if not endpoints.update:
        raise StoreError(f"{endpoints}: to write there give its update address: --store 'query=URL update=URL'")
    try:
        with asked(
            "POST", endpoints.update, Limits(seconds, 100_000), text, {"Content-Type": "application/sparql-update"}
        ) as answer:
            answer.read()
    except QueryError as error:
        raise StoreError(f"{endpoints.update}: does not take the update ({error})") from error
