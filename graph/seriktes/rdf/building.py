"""The graph of a build on disk: described piece by piece, the rules run, the shapes asked, the files written.

No step holds all quads: they are sorted in runs on disk, and the rules and the shapes ask one store, which a large graph
has on disk too.
"""

from __future__ import annotations

import heapq
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Quad, RdfFormat, Store, serialize

from seriktes.rdf.inference import draw_in_order, inferred
from seriktes.rdf.keeping import GRAPH, NOTHING_KEPT, TRIG, Keeping
from seriktes.rdf.ontology import ontology
from seriktes.rdf.sorting import SortedLines, read_lines, write_lines
from seriktes.rdf.trig import Row, Writer, cut, key_of, of_key, prefixes
from seriktes.rdf.validate import validate_store
from seriktes.rdf.void import Counting, Counts

#: From so many quads on the store of the rules and shapes lies on disk: three times as slow, but of bounded memory (here 440 bytes a
#: quad in memory).
LARGE = 1_000_000
_T = TypeVar("_T")
Step = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a graph: what there is in it, and what the shapes say, as lines for people."""

    counts: Counts
    violations: tuple[str, ...]
    warnings: tuple[str, ...]


def make_graph(
    described: Iterable[Iterable[Quad]],
    folder: Path,
    work: Path,
    step: Step = lambda _: nullcontext(),
    keeping: Keeping = NOTHING_KEPT,
) -> Made:
    """Write ``graph.nq`` and ``graph.trig`` of what is described, and of what the rules draw from it, into a folder.

    What is in between lies in ``work``, which the caller takes away; ``step`` is told what is done; ``keeping`` has the claims
    that are not described, since they are those of an earlier graph. The same quads in another order give the same bytes.
    """
    plain = work / "described.nq"
    with step("describing"), plain.open("wb") as stream:
        lines = _sorted(described, work)
        number = write_lines(stream, heapq.merge(keeping.lines(), lines) if keeping.spared else lines)
    store = Store(str(work / "store")) if number > LARGE else Store()
    with step("rules"):
        store.bulk_load(path=str(plain), format=RdfFormat.N_QUADS, lenient=True)  # written here, a moment ago
        draw_in_order(store)
        drawn = SortedLines(work)
        for quads in _some(inferred(store)):
            drawn.add(_lines_of(quads))
    with step("shapes"):
        store.bulk_extend(ontology())
        troubles = validate_store(store)
        del store
    with step("graph"), (folder / GRAPH).open("wb") as stream:
        write_lines(stream, (line for line, _ in groupby(heapq.merge(read_lines(plain), drawn))))
    with step("trig"):
        counts = _write_trig(folder, work, keeping)
        keeping.write(folder)
    grave = tuple(trouble.line() for trouble in troubles if trouble.severity == "violation")
    return Made(counts, grave, tuple(trouble.line() for trouble in troubles if trouble.severity != "violation"))


def _sorted(described: Iterable[Iterable[Quad]], folder: Path) -> SortedLines:
    lines = SortedLines(folder)
    for quads in described:
        lines.add(_lines_of(quads))
    return lines


def _lines_of(quads: Iterable[Quad]) -> list[bytes]:
    data: bytes = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return data.splitlines()


def _some(items: Iterable[_T], number: int = 10_000) -> Iterator[list[_T]]:
    """The items, so many at a time."""
    left = iter(items)
    while some := list(islice(left, number)):
        yield some


def _write_trig(folder: Path, between: Path, keeping: Keeping = NOTHING_KEPT) -> Counts:
    """The TriG file of the N-Quads file, which is counted as it goes by; the prefixes, which come first, are known last."""
    keys, counting, body = SortedLines(between), Counting(between), between / "body.trig"
    spared = {graph.encode() for graph in keeping.spared}
    for quads in _some(map(cut, read_lines(folder / GRAPH))):
        counting.take(quads)
        keys.add(key_of(*quad) for quad in quads if quad[3] not in spared)
    used = {prefix for known in keeping.spared.values() for prefix in known.prefixes}
    with body.open("wb") as stream:
        rows = groupby((of_key(key.decode()) for key in keys), key=itemgetter(0))
        blocks = ((graph, _block(graph, quads, used, keeping)) for graph, quads in rows)
        kept = ((graph, iter((block,))) for graph, block in keeping.blocks())
        for _, pieces in heapq.merge(blocks, kept, key=itemgetter(0)):
            stream.writelines(pieces)
    with (folder / TRIG).open("wb") as whole, body.open("rb") as told:
        whole.write(prefixes(used).encode())
        shutil.copyfileobj(told, whole)
    return counting.counted()


def _block(graph: str, quads: Iterable[Row], used: set[str], keeping: Keeping) -> Iterator[bytes]:
    """A block of TriG in pieces; its prefixes are added to those ``used``, and noted for the next build."""
    writer = Writer()
    yield from (piece.encode() for piece in writer.body(quads))
    used |= writer.used
    keeping.note_prefixes(graph, writer.used)
