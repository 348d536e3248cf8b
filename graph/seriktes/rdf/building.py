"""The graph of a build on disk: described piece by piece, the rules run, the shapes asked, the files written.

No step holds all quads: they are sorted in runs on disk, and the rules and the shapes ask one store, which a large graph
has on disk too.
"""

from __future__ import annotations

import heapq
import shutil
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

from pyoxigraph import RdfFormat, Store

from seriktes.keeping.moving import looked_at
from seriktes.processes.beside import beside, spread
from seriktes.rdf.around import Changed, near_shapes, troubles_around
from seriktes.rdf.bodies import Bodies
from seriktes.rdf.dataset import Making
from seriktes.rdf.evidence import AT_ONCE, evidence_troubles, joining, other_troubles
from seriktes.rdf.inference import draw_in_order
from seriktes.rdf.keeping import GRAPH, NOTHING_KEPT, TRIG, Keeping
from seriktes.rdf.ontology import ontology
from seriktes.rdf.serialize import to_lines
from seriktes.rdf.shelf import ABOUT, Shelf
from seriktes.rdf.sorting import Block, SortedLines, merged, read_blocks, write_block
from seriktes.rdf.trig import TYPE, Writer, cut_all, prefixes
from seriktes.rdf.validate import Violation, in_order, shape_troubles
from seriktes.rdf.void import Counting, Counts

#: From so many quads on the store of the rules and shapes lies on disk: there rules and shapes take three times as long. In memory a
#: quad takes 780 bytes with what the rules draw from it and hold while they do: 600 MB of so many.
LARGE = 800_000
#: So many pieces are as much work as the documents of a lot, and more.
_OF_ALL = 2
#: Lines that a store is given at a time.
_LOADED = 20_000
#: Lines that are dealt with at a time.
_AT_ONCE = 10_000
_T = TypeVar("_T")
Step = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a graph: what there is in it, what the shapes say, as lines for people, and its files with size and SHA-256."""

    counts: Counts
    violations: tuple[str, ...]
    warnings: tuple[str, ...]
    files: Mapping[str, tuple[int, str]]


class Told(NamedTuple):
    """A piece of the graph as lines of N-Quads, in order. Of a document whose claims are among them: its graph, the rules of the
    reader that they name, its block of TriG, the prefixes that uses, and what is wrong with its evidence."""

    lines: list[bytes]
    graph: str | None = None
    rules: Collection[str] = ()
    block: bytes = b""
    prefixes: Collection[str] = ()
    troubles: Collection[Violation] = ()


def tell(making: Sequence[Making]) -> list[Told]:
    """Describe some pieces."""
    pieces = [(piece := make(), to_lines(piece.quads)) for make in making]
    wrong = evidence_troubles({piece.graph: lines for piece, lines in pieces if piece.graph is not None})
    told = []
    for (_, graph, rules), lines in pieces:
        if graph is None:
            told.append(Told(lines))
        else:
            block, prefixes = _block_of(graph, lines)
            told.append(Told(lines, graph, rules, block, prefixes, wrong.get(graph, ())))
    return told


def make_graph(
    described: Iterable[Making],
    folder: Path,
    work: Path,
    step: Step = lambda _: nullcontext(),
    keeping: Keeping = NOTHING_KEPT,
    jobs: int = 1,
) -> Made:
    """Write ``graph.nq`` and ``graph.trig`` of what is described, and of what the rules draw from it, into a folder.

    What is in between lies in ``work``, which the caller takes away; ``step`` is told what is done; ``keeping`` has the claims
    that are not described, since they are those of an earlier graph; with several ``jobs`` so many processes describe, and the
    shapes are asked beside the writing. The same quads in another order give the same bytes.
    """
    with closing(Shelf(work / "pages.nq")) as pages, closing(Shelf(work / "blocks.trig")) as blocks:
        plain, used = work / "described.nq", set[str]()
        wrong = set[Violation]()
        with step("describing"), plain.open("wb") as stream, spread(tell, _lots(described), jobs) as lots:
            lines = SortedLines(work)
            for told in chain.from_iterable(lots):
                lines.add(pages.take_lines(told.lines))
                if told.graph is not None:
                    blocks.put(told.graph.encode(), told.block)
                    used.update(told.prefixes)
                    wrong.update(told.troubles)
                    keeping.note(told.graph, told.rules, told.prefixes, told.troubles)
            for whose, kept in keeping.stretches():
                pages.put(whose, kept)
            number = sum(write_block(stream, block) for block in merged([_some(keeping.others()), lines.blocks()]))
            wrong.update(keeping.troubles())
        with step("rules"):
            number += _write_joining(pages, joined := work / "joined.nq")
            store = Store(str(work / "store")) if number > LARGE else Store()
            for path in (plain, joined):
                _load(store, path)
            drawn = SortedLines(work)
            for some in draw_in_order(store, work / "drawn.nt"):
                drawn.add(pages.take_lines(sorted(some)))
        bodies, counting, stores, before = Bodies(work), Counting(work), [store], keeping.near
        del store
        split = jobs > 1 and number <= LARGE and before is None
        with beside(lambda: _troubles(stores, step, before is None), split) as troubles, keeping.graph() as kept_graph:
            changed = Changed(kept_graph)
            if before is None:
                stores.clear()
            with step("graph"), (folder / GRAPH).open("wb") as stream:
                for some in _in_order(pages, merged([read_blocks(plain), drawn.blocks()])):
                    write_block(stream, some)
                    cuts = cut_all(some)
                    counting.take(cuts)
                    bodies.take([quad for quad in cuts if not quad[3].startswith(ABOUT)])
                    if before is not None:
                        changed.take(some)
            with step("trig"):
                _write_trig(folder, work, bodies, blocks, used, keeping)
                files = {name: looked_at(folder / name) for name in (GRAPH, TRIG)}
            wrong |= troubles()
            if before is not None:
                with step("around"):
                    wrong |= _around(stores.pop(), changed, before)
        shapes = {shape.name for shape in near_shapes().near}
        keeping.note_near(trouble for trouble in wrong if trouble.constraint and trouble.shape in shapes)
        keeping.write(files)
        found = in_order(wrong)
    grave = tuple(trouble.line() for trouble in found if trouble.severity == "violation")
    return Made(counting.counted(), grave, tuple(trouble.line() for trouble in found if trouble.severity != "violation"), files)


def _lots(described: Iterable[Making]) -> list[list[Making]]:
    """What is described at a time: the first pieces, which are of all documents, each alone, so that processes share them."""
    pieces = iter(described)
    return [*([piece] for piece in islice(pieces, _OF_ALL)), *_some(pieces, AT_ONCE)]


def _load(store: Store, path: Path) -> None:
    """Put a file written here a moment ago into a store, some lines at a time: of more the store would hold several times the size."""
    with path.open("rb") as stream:
        for lines in _some(stream, _LOADED):
            store.bulk_load(b"".join(lines), format=RdfFormat.N_QUADS, lenient=True)


def _write_joining(pages: Shelf, path: Path) -> int:
    """Write what of the lines about documents is asked for over all of them; returns how many lines."""
    with path.open("wb") as stream:
        return sum(write_block(stream, list(joining(lines))) for lines in pages.lines())


def _troubles(stores: list[Store], step: Step, all_things: bool) -> set[Violation]:
    """What is wrong with a graph whose evidence is judged already, in the one store there is; unless ``all_things``, without what
    near shapes say, for which the store stays.
    """
    with step("shapes"):
        store = stores.pop() if all_things else stores[0]
        store.bulk_extend(ontology())
        return other_troubles(store, None if all_things else near_shapes().far)


def _around(store: Store, changed: Changed, before: Collection[Violation]) -> set[Violation]:
    """What near shapes say of all things, where it is known what they said ``before``."""
    changed.end()
    found = troubles_around(store, changed)
    if found is None:
        return set(shape_troubles(store, near_shapes().near))
    things, troubles = found
    return troubles | {trouble for trouble in before if trouble.focus not in things}


def _in_order(pages: Shelf, others: Iterable[Block]) -> Iterator[Block]:
    """All lines in order, each once, some at a time: those about documents in the midst of the ``others``, which are in order too."""
    about_documents = _together(pages.lines())
    for block in others:
        if block[-1] < ABOUT:
            yield block
            continue
        place = bisect_left(block, ABOUT)
        yield block[:place]
        yield from about_documents
        yield block[place:]
    yield from about_documents


def _together(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same lines in fewer blocks."""
    found: Block = []
    for block in blocks:
        found += block
        if len(found) >= _AT_ONCE:
            yield found
            found = []
    yield found


def _some(items: Iterable[_T], number: int = _AT_ONCE) -> Iterator[list[_T]]:
    """The items, so many at a time."""
    left = iter(items)
    while some := list(islice(left, number)):
        yield some


def _write_trig(folder: Path, between: Path, bodies: Bodies, shelf: Shelf, used: set[str], keeping: Keeping) -> None:
    """The TriG file: of blocks that are made, on a shelf or kept, and of bodies; the prefixes, which come first, are known last."""
    body = between / "body.trig"
    used |= {prefix for known in keeping.spared.values() for prefix in known.prefixes}
    with body.open("wb") as stream:
        others = list(bodies.blocks())
        used |= bodies.used
        made = ((graph.decode(), iter(parts)) for graph, parts in shelf)
        kept = ((graph, iter((block,))) for graph, block in keeping.blocks())
        for _, pieces in heapq.merge(others, made, kept, key=itemgetter(0)):
            stream.writelines(pieces)
    with (folder / TRIG).open("wb") as whole, body.open("rb") as told:
        whole.write(prefixes(used).encode())
        shutil.copyfileobj(told, whole)


def _block_of(graph: str, lines: Iterable[bytes]) -> tuple[bytes, set[str]]:
    """The block of TriG of a document, of lines among which all of its graph are, and the prefixes it uses."""
    end = f" {graph} ."
    terms = [text[: -len(end)].split(" ", 2) for text in map(bytes.decode, lines) if text.endswith(end)]
    rows = sorted((graph, about, how != TYPE, how[1:-1], value) for about, how, value in terms)
    writer = Writer()
    return "".join(writer.body(rows)).encode(), writer.used
