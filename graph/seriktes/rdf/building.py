"""The graph of a build on disk: described piece by piece, the rules run, the shapes asked, the files written.

No step holds all quads: they are sorted in runs on disk, and the rules and the shapes ask one store, which a large graph
has on disk too. Where few documents changed since the build before, there is no store: its files are spliced.
"""

from __future__ import annotations

import heapq
import shutil
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

from pyoxigraph import RdfFormat, Store

from seriktes.keeping.moving import looked_at
from seriktes.processes.beside import beside, spread
from seriktes.rdf.bodies import Bodies
from seriktes.rdf.dataset import Making
from seriktes.rdf.evidence import AT_ONCE, evidence_troubles, joining, other_troubles, over_all
from seriktes.rdf.inference import draw_in_order
from seriktes.rdf.keeping import GRAPH, NOTHING_KEPT, TRIG, Keeping
from seriktes.rdf.ontology import ontology
from seriktes.rdf.reach import Unreachable
from seriktes.rdf.renewed import few_changed, renewed, troubles_now
from seriktes.rdf.serialize import to_lines
from seriktes.rdf.shelf import ABOUT, Shelf
from seriktes.rdf.sorting import Block, SortedLines, merged, read_blocks, write_block
from seriktes.rdf.splicing import line_edits, splice
from seriktes.rdf.trig import TYPE, Writer, cut_all, prefixes
from seriktes.rdf.validate import Violation, in_order
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
    with closing(Shelf(work / "blocks.trig")) as blocks:
        making = _Files(folder, work, step, keeping, blocks)
        few = few_changed(keeping)
        with step("describing"), spread(tell, _lots(described), jobs) as lots:
            pieces = map(making.take, chain.from_iterable(lots))
            plain = None if few else _Described(making, pieces)
            lines = [line for piece in pieces for line in piece] if few else []
        if plain is None:
            with suppress(Unreachable):
                return _around_changes(making, lines)
            plain = _Described(making, [sorted(set(lines))])
        with closing(plain.pages):
            return _of_everything(making, plain, jobs)


class _Files:
    """What a graph is made with, and what is known of it so far: the prefixes that its blocks of TriG use, and what is wrong with it."""

    def __init__(self, folder: Path, work: Path, step: Step, keeping: Keeping, blocks: Shelf) -> None:
        self.folder, self.work, self.step, self.keeping, self.blocks = folder, work, step, keeping, blocks
        self.used = {prefix for known in keeping.spared.values() for prefix in known.prefixes}
        self.wrong = set(keeping.troubles())
        self.bodies, self.counting = Bodies(work), Counting(work)

    def take(self, told: Told) -> list[bytes]:
        """Take in what is told of a document, if that is one; gives the lines."""
        if told.graph is not None:
            self.blocks.put(told.graph.encode(), told.block)
            self.used.update(told.prefixes)
            self.wrong.update(told.troubles)
            self.keeping.note(told.graph, told.rules, told.prefixes, told.troubles)
        return told.lines

    def look_at(self, lines: Block) -> None:
        """Take in the next lines of the whole graph, for the files beside it."""
        cuts = cut_all(lines)
        self.counting.take(cuts)
        self.bodies.take([quad for quad in cuts if not quad[3].startswith(ABOUT)])

    def made(self, files: Mapping[str, tuple[int, str]]) -> Made:
        """All is written: tell it, and note what stays for the next build."""
        self.keeping.note_near(trouble for trouble in self.wrong if trouble.shape in over_all())
        self.keeping.write(files)
        found = in_order(self.wrong)
        grave = tuple(trouble.line() for trouble in found if trouble.severity == "violation")
        others = tuple(trouble.line() for trouble in found if trouble.severity != "violation")
        return Made(self.counting.counted(), grave, others, files)


class _Described:
    """What is described or kept, before the rules: ``pages`` has the lines about the nodes of documents, ``plain`` the others."""

    def __init__(self, making: _Files, pieces: Iterable[list[bytes]]) -> None:
        work, keeping = making.work, making.keeping
        self.pages, self.plain = Shelf(work / "pages.nq"), work / "described.nq"
        lines = SortedLines(work)
        for piece in pieces:
            lines.add(self.pages.take_lines(piece))
        for whose, kept in keeping.stretches():
            self.pages.put(whose, kept)
        with self.plain.open("wb") as stream:
            self.number = sum(write_block(stream, block) for block in merged([_some(keeping.others()), lines.blocks()]))


def _around_changes(making: _Files, lines: list[bytes]) -> Made:
    """Make the files of those before, where few documents changed. Raises Unreachable where all has to be asked."""
    step, keeping = making.step, making.keeping
    with keeping.graph() as before:
        with step("rules"):
            graph = renewed(lines, keeping, before)
        with step("shapes"):
            making.wrong |= troubles_now(graph, keeping)
        with step("graph"):
            written = splice(before, line_edits(graph), making.folder / GRAPH)
            for block in read_blocks(making.folder / GRAPH):
                making.look_at(block)
        with step("trig"):
            _write_trig(making)
    return making.made({GRAPH: written, TRIG: looked_at(making.folder / TRIG)})


def _of_everything(making: _Files, described: _Described, jobs: int) -> Made:
    """Make the files of all that is described and kept."""
    step, work, folder = making.step, making.work, making.folder
    with step("rules"):
        number = described.number + _write_joining(described.pages, joined := work / "joined.nq")
        stores = [Store(str(work / "store")) if number > LARGE else Store()]
        for path in (described.plain, joined):
            _load(stores[0], path)
        drawn = SortedLines(work)
        for some in draw_in_order(stores[0], work / "drawn.nt"):
            drawn.add(described.pages.take_lines(sorted(some)))
    with beside(lambda: _troubles(stores, step), jobs > 1 and number <= LARGE) as troubles:
        stores.clear()
        with step("graph"), (folder / GRAPH).open("wb") as stream:
            for some in _in_order(described.pages, merged([read_blocks(described.plain), drawn.blocks()])):
                write_block(stream, some)
                making.look_at(some)
        with step("trig"):
            _write_trig(making)
            files = {name: looked_at(folder / name) for name in (GRAPH, TRIG)}
        making.wrong |= troubles()
    return making.made(files)


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


def _troubles(stores: list[Store], step: Step) -> set[Violation]:
    """What is wrong with a graph whose evidence is judged already, in the one store there is."""
    with step("shapes"):
        store = stores.pop()
        store.bulk_extend(ontology())
        return other_troubles(store)


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


def _write_trig(making: _Files) -> None:
    """The TriG file: of blocks that are made, on a shelf or kept, and of bodies; the prefixes, which come first, are known last."""
    body = making.work / "body.trig"
    with body.open("wb") as stream:
        others = list(making.bodies.blocks())
        made = ((graph.decode(), iter(parts)) for graph, parts in making.blocks)
        kept = ((graph, iter((block,))) for graph, block in making.keeping.blocks())
        for _, pieces in heapq.merge(others, made, kept, key=itemgetter(0)):
            stream.writelines(pieces)
    with (making.folder / TRIG).open("wb") as whole, body.open("rb") as told:
        whole.write(prefixes(making.used | making.bodies.used).encode())
        shutil.copyfileobj(told, whole)


def _block_of(graph: str, lines: Iterable[bytes]) -> tuple[bytes, set[str]]:
    """The block of TriG of a document, of lines among which all of its graph are, and the prefixes it uses."""
    end = f" {graph} ."
    terms = [text[: -len(end)].split(" ", 2) for text in map(bytes.decode, lines) if text.endswith(end)]
    rows = sorted((graph, about, how != TYPE, how[1:-1], value) for about, how, value in terms)
    writer = Writer()
    return "".join(writer.body(rows)).encode(), writer.used
