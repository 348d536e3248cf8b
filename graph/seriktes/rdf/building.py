"""The graph of a build on disk: described piece by piece, the rules run, the shapes asked, the files written.

No step holds all quads: they are sorted in runs on disk, and the rules and the shapes ask one store, which a large graph
has on disk too. Where few documents changed since the build before, there is no store: its files are spliced.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, nullcontext, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from pyoxigraph import RdfFormat, Store

from seriktes.keeping.moving import looked_at
from seriktes.processes.beside import beside, spread
from seriktes.rdf.dataset import Making
from seriktes.rdf.evidence import AT_ONCE, evidence_troubles, joining, other_troubles
from seriktes.rdf.inference import draw_in_order
from seriktes.rdf.keeping import GRAPH, NOTHING_KEPT, TRIG, Keeping
from seriktes.rdf.making import Files, Made, Step, Told
from seriktes.rdf.ontology import ontology
from seriktes.rdf.reach import Unreachable
from seriktes.rdf.recount import digests_of
from seriktes.rdf.renewed import few_changed, make_of_changes
from seriktes.rdf.serialize import to_lines
from seriktes.rdf.shelf import ABOUT, Shelf
from seriktes.rdf.sorting import Block, SortedLines, merged, read_blocks, write_block
from seriktes.rdf.trig import TYPE, Writer
from seriktes.rdf.validate import Violation

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
        making = Files(folder, work, step, keeping, blocks)
        few = few_changed(keeping)
        with step("describing"), spread(tell, _lots(described), jobs) as lots:
            pieces = map(making.take, chain.from_iterable(lots))
            plain = None if few else _Described(making, pieces)
            lines = [line for piece in pieces for line in piece] if few else []
        if plain is None:
            with suppress(Unreachable):
                return make_of_changes(making, lines)
            plain = _Described(making, [sorted(set(lines))])
        with closing(plain.pages):
            return _of_everything(making, plain, jobs)


class _Described:
    """What is described or kept, before the rules: ``pages`` has the lines about the nodes of documents, ``plain`` the others."""

    def __init__(self, making: Files, pieces: Iterable[list[bytes]]) -> None:
        work, keeping = making.work, making.keeping
        self.pages, self.plain = Shelf(work / "pages.nq"), work / "described.nq"
        lines = SortedLines(work)
        for piece in pieces:
            lines.add(self.pages.take_lines(piece))
        for whose, kept in keeping.stretches():
            self.pages.put(whose, kept)
        with self.plain.open("wb") as stream:
            self.number = sum(write_block(stream, block) for block in merged([_some(keeping.others()), lines.blocks()]))


def _of_everything(making: Files, described: _Described, jobs: int) -> Made:
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
            making.write_trig()
            files = {name: looked_at(folder / name) for name in (GRAPH, TRIG)}
        making.wrong |= troubles()
    return making.made(files, making.counting.counted(), digests_of(making.counting.objects()))


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


def _block_of(graph: str, lines: Iterable[bytes]) -> tuple[bytes, set[str]]:
    """The block of TriG of a document, of lines among which all of its graph are, and the prefixes it uses."""
    end = f" {graph} ."
    terms = [text[: -len(end)].split(" ", 2) for text in map(bytes.decode, lines) if text.endswith(end)]
    rows = sorted((graph, about, how != TYPE, how[1:-1], value) for about, how, value in terms)
    writer = Writer()
    return "".join(writer.body(rows)).encode(), writer.used
