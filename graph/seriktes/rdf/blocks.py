"""What makes a TriG file of the one before: only blocks of documents, and things of the other graphs, that changed are written."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from seriktes.rdf import terms as t
from seriktes.rdf.differing import Data, Differing, let_go
from seriktes.rdf.reach import Unreachable
from seriktes.rdf.shelf import ABOUT
from seriktes.rdf.splicing import Edit
from seriktes.rdf.trig import Writer, compact, cut, parts_of, prefixes

_BLOCK_END = re.compile(rb"\n}\n")
#: Where a thing begins in the block of a graph, and how what is said of it ends.
_THING = re.compile(rb"\n  (?! )")
_THING_END = b" .\n"
_PREFIX = re.compile(rb"^@prefix ([^:\s]*): <([^>]*)> \.$", re.MULTILINE)


class _Block(NamedTuple):
    """A graph, as N-Quads writes it, and where its block begins and ends."""

    graph: bytes
    start: int
    end: int


class Documents(NamedTuple):
    """The documents of a graph as N-Quads writes their IRIs: all that have a block before or now, with the prefixes that those use
    which stay or are ``made``, and those that went."""

    graphs: Collection[str]
    made: Mapping[bytes, bytes]
    gone: Collection[str]
    used: Collection[str]
    used_by_gone: Collection[str]


def trig_edits(before: Data, graph: Differing, documents: Documents) -> list[Edit]:
    """What makes the TriG file of a graph of the one before its changes, in order. Raises Unreachable where it has to be made anew."""
    blocks = _blocks(before, documents.graphs)
    if not blocks:
        raise Unreachable
    edits = _of_documents(blocks, documents)
    now, old = Writer(), Writer()
    for name, subjects in _touched(graph).items():
        place = bisect_left(blocks, name, key=lambda each: each.graph)
        if place == len(blocks) or blocks[place].graph != name:
            raise Unreachable
        edits += _of_things(before, blocks[place], sorted(subjects), graph, now, old)
    used = {*documents.used, *now.used}
    edits.sort(key=itemgetter(0, 1))  # those at one place in their order
    doubtful = (old.used | set(documents.used_by_gone)) - used
    if not all(_stands(before, prefix, edits, blocks) for prefix in sorted(doubtful)):
        raise Unreachable  # whether anything else uses it is not known
    head = before[: blocks[0].start]
    used |= {name.decode() for name, _ in _PREFIX.findall(head)}
    return [Edit(0, len(head), prefixes(used).encode()), *edits]


def _stands(before: Data, prefix: str, edits: Sequence[Edit], blocks: Sequence[_Block]) -> bool:
    """Whether a prefix is certainly used by what is said in a graph that is of no document, where nothing is edited."""
    term = re.compile(rb'\n[^"\n]* ' + re.escape(prefix.encode()) + b":")
    start = next((block.start for block in blocks if not block.graph.startswith(ABOUT)), len(before))
    for place, end, _ in edits:
        if term.search(before, start, max(start, place)):
            return True
        start = max(start, end)
    return term.search(before, start) is not None


def _blocks(before: Data, documents: Iterable[str]) -> list[_Block]:
    """The blocks of a file in order. Raises Unreachable for one of a graph that is not known."""
    names = {compact(name[1:-1]): name.encode() for name in documents}
    names |= {compact(name.value): str(name).encode() for name in (t.DOCUMENTS_GRAPH, t.ENTITIES_GRAPH, t.INFERRED_GRAPH)}
    first = before.find(b"{\n")
    start = before.rfind(b"\n\n", 0, first) + 1 if first >= 0 else len(before)
    found = []
    for end in _BLOCK_END.finditer(before, start):
        name = before[start + 1 : before.find(b" {", start)].decode()
        if name not in names:
            raise Unreachable
        found.append(_Block(names[name], start, end.end()))
        let_go(before, start, end.end())
        start = end.end()
    return found


def _of_documents(blocks: Sequence[_Block], documents: Documents) -> list[Edit]:
    """The blocks of documents that are others now."""
    edits = []
    for name in sorted({*documents.made, *map(str.encode, documents.gone)}):
        place = bisect_left(blocks, name, key=lambda each: each.graph)
        had = place < len(blocks) and blocks[place].graph == name
        start = blocks[place].start if place < len(blocks) else blocks[-1].end
        edits.append(Edit(start, blocks[place].end if had else start, documents.made.get(name, b"")))
    return edits


def _touched(graph: Differing) -> dict[bytes, set[bytes]]:
    """By graph the things of which something else is said in it; not by those of documents."""
    found: dict[bytes, set[bytes]] = defaultdict(set)
    for line in graph.gone | graph.added:
        subject, _, _, name = cut(line)
        if not name.startswith(ABOUT):
            found[name].add(subject)
    return found


def _of_things(
    before: Data, block: _Block, subjects: Sequence[bytes], graph: Differing, now: Writer, old: Writer
) -> Iterator[Edit]:
    """What is said of things in the block of a graph now instead of what was; ``now`` and ``old`` note the prefixes in both."""
    body = before.find(b"{", block.start) + 1
    ends = block.end - len(b"}\n")
    left = _THING.search(before, body, ends)
    first, gone = (left.start() if left else ends), 0
    for subject in subjects:
        lines = [line for line in graph.starting(subject + b" ") if cut(line)[3] == block.graph]
        said, is_said = (
            [line for line in lines if line not in graph.added],
            [line for line in lines if line not in graph.gone],
        )
        place = _place(before, body, ends, subject)
        end = before.find(_THING_END, place) + len(_THING_END) if said else place
        _written(said, old)
        yield Edit(place, end, b"\n  " + _written(is_said, now) if is_said else b"")
        gone += (end - place) if not is_said else 0
    if gone == ends - first:
        raise Unreachable  # nothing may be left of the graph


def _written(lines: Iterable[bytes], writer: Writer) -> bytes:
    return "".join(writer.things(sorted(map(parts_of, lines)))).encode()


def _place(before: Data, start: int, end: int, subject: bytes) -> int:
    """Where a thing begins in the block of a graph, or the next if there is none."""
    low, high, found = start, end, end
    while low < high:
        middle = (low + high) // 2
        thing = _THING.search(before, middle, high + 3)
        if thing is None or thing.start() >= high:
            high = middle
        elif _subject(before, thing.end()) < subject:
            low = thing.end()
        else:
            high, found = middle, thing.start()
    return found


def _subject(before: Data, place: int) -> bytes:
    """The subject that begins at a place, as N-Quads writes it."""
    word = before[place : before.find(b" ", place)]
    if word.startswith(b"<"):
        return word
    prefix, _, local = word.partition(b":")
    return f"<{t.PREFIXES[prefix.decode()]}".encode() + local.replace(b"\\", b"") + b">"
