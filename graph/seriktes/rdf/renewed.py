"""A graph as it is now told by what changed since the one before: the lines that are stated otherwise, and what follows of them.

Where few documents changed, no line is looked at but those around the changes, and those that every build tells anew.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from seriktes.keeping.moving import looked_at
from seriktes.rdf import terms as t
from seriktes.rdf.around import near_shapes, troubles_around
from seriktes.rdf.blocks import Documents, trig_edits
from seriktes.rdf.differing import Data, Differing, pieces, place_of
from seriktes.rdf.keeping import GRAPH, TOLD_ANEW, TRIG, Keeping
from seriktes.rdf.making import Files, Made
from seriktes.rdf.ontology import ontology
from seriktes.rdf.reach import Unreachable
from seriktes.rdf.recount import digests_of, recount
from seriktes.rdf.redrawn import recheck, redraw
from seriktes.rdf.serialize import to_lines
from seriktes.rdf.shelf import ABOUT, AFTER
from seriktes.rdf.sorting import read_blocks
from seriktes.rdf.splicing import line_edits, splice
from seriktes.rdf.trig import cut
from seriktes.rdf.validate import Violation
from seriktes.rdf.void import Counts

_DOCUMENTS, _ENTITIES = (f" {graph} .\n".encode() for graph in (t.DOCUMENTS_GRAPH, t.ENTITIES_GRAPH))
#: Where more than one in so many documents changed, all is made anew.
FEW = 10


def few_changed(keeping: Keeping) -> bool:
    """Whether so little changed that a graph can be told by its changes, and what the shapes said of it is known."""
    return keeping.near is not None and not near_shapes().far and FEW * keeping.changed <= len(keeping.spared)


def renewed(lines: Iterable[bytes], keeping: Keeping, before: Data) -> Differing:
    """The graph with its changes, where ``lines`` are described and the rest is kept. Raises Unreachable where all has to be asked."""
    graph = Differing(before, to_lines(ontology()), keeping.naming())
    new = set(lines)
    old = set(_not_kept(keeping, graph))
    graph.change(old - new, (line for line in new - old if not graph.holds(line)))
    redraw(graph)
    return graph


def troubles_now(graph: Differing, keeping: Keeping) -> set[Violation]:
    """What is wrong with such a graph but for evidence. Raises Unreachable where all has to be asked."""
    said = keeping.near or ()
    return recheck(graph, said) | troubles_around(graph, said)


def _not_kept(keeping: Keeping, graph: Differing) -> Iterator[bytes]:
    """The stated lines of the graph before that are not taken over as they are."""
    dropped = {document.encode() for document in keeping.dropped}
    for document, lines in graph.naming(dropped).items():
        yield from (line for line in lines if cut(line)[3] == document)
    before = graph.before
    first, last = place_of(before, ABOUT), place_of(before, AFTER)
    yield from (line for line in _ending(before, first, last, _DOCUMENTS) if not keeping.line_stays(line))
    for start, end in ((0, first), (last, len(before))):
        yield from _ending(before, start, end, _DOCUMENTS)
        yield from _told_anew(_ending(before, start, end, _ENTITIES), keeping)


def _told_anew(lines: Iterable[bytes], keeping: Keeping) -> Iterator[bytes]:
    """Of lines in order that tell what things are those that are told anew."""
    last, stays = b"", False
    for line in lines:
        subject, predicate, _ = line.split(b" ", 2)
        if subject != last:
            last, stays = subject, keeping.stays(subject)
        if not stays or predicate in TOLD_ANEW:
            yield line


def _ending(data: Data, start: int, end: int, with_: bytes) -> Iterator[bytes]:
    """The lines between two places that have an end."""
    for piece in pieces(data, start, end):
        at = piece.find(with_)
        while at >= 0:
            yield piece[piece.rfind(b"\n", 0, at) + 1 : at + len(with_) - 1]
            at = piece.find(with_, at + 1)


def make_of_changes(making: Files, lines: list[bytes]) -> Made:
    """Make the files of those before, where few documents changed and ``lines`` are described anew. Raises Unreachable where all has
    to be asked."""
    step, keeping = making.step, making.keeping
    with keeping.graph() as before:
        with step("rules"):
            graph = renewed(lines, keeping, before)
        with step("shapes"):
            wrong = troubles_now(graph, keeping)
        with step("graph"):
            files = {GRAPH: splice(before, line_edits(graph), making.folder / GRAPH)}
        making.wrong |= wrong
        try:
            with step("trig"):
                files[TRIG], (counts, objects) = _trig(making, graph), _counted(keeping, graph)
        except Unreachable:
            return _beside_new(making, files)
    return making.made(files, counts, objects)


def _trig(making: Files, graph: Differing) -> tuple[int, str]:
    """Write the TriG file by that of the graph before; returns its size and SHA-256."""
    keeping = making.keeping
    made = {name: b"".join(parts) for name, parts in making.blocks}
    gone = keeping.dropped - set(map(bytes.decode, made))
    known = {*keeping.spared, *keeping.dropped}
    documents = Documents(known, made, gone, making.used, keeping.dropped_prefixes())
    with keeping.trig() as before:
        return splice(before, trig_edits(before, graph, documents), making.folder / TRIG)


def _counted(keeping: Keeping, graph: Differing) -> tuple[Counts, array[int]]:
    if keeping.counted is None:
        raise Unreachable
    return recount(*keeping.counted, graph)


def _beside_new(making: Files, files: dict[str, tuple[int, str]]) -> Made:
    """Make what is beside a graph that is written of all its lines."""
    with making.step("trig"):
        for block in read_blocks(making.folder / GRAPH):
            making.look_at(block)
        making.write_trig()
        files[TRIG] = looked_at(making.folder / TRIG)
    return making.made(files, making.counting.counted(), digests_of(making.counting.objects()))
