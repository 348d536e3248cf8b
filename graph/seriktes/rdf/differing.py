"""A graph before and after some lines changed, looked at line by line where a build before left it: no store, nothing loaded.

Lines about a thing are found by halving, since the file is in order; lines that name one otherwise in one pass over it.
"""

from __future__ import annotations

import mmap
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from seriktes.rdf.shelf import ABOUT, AFTER
from seriktes.rdf.terms import BASE
from seriktes.rdf.trig import cut, cut_all

#: Bytes of the file that are looked at at a time.
_AT_ONCE = 1 << 24
#: Things and nodes of documents; how much work it is to look for anything else, which may stand anywhere.
_NODES = (f"<{BASE}id/".encode(), ABOUT)
_ANYWHERE = 100_000
#: By so many bytes the nodes of one document are told from those of others.
_WHOSE = len(ABOUT) + 16
#: So many terms are looked for by name; of more each that stands there is held against all.
_BY_NAME = 40

#: After so many halvings the file is let go of.
_LOOKED_UP = 200

Data = mmap.mmap | bytes


def place_of(data: Data, key: bytes) -> int:
    """Where, in lines in order, the first begins that is not less than a key."""
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", low, middle) + 1 or low
        if data[start : start + len(key)] < key:
            low = data.find(b"\n", middle) + 1 or len(data)
        else:
            high = start
    return low


def lines_from(data: Data, place: int, prefix: bytes) -> Iterator[bytes]:
    """The lines from a place on that begin so."""
    while data[place : place + len(prefix)] == prefix:
        end = data.find(b"\n", place)
        end = end if end >= 0 else len(data)
        if end == place:
            return
        yield data[place:end]
        place = end + 1


class Differing:
    """Lines of N-Quads without their ends: those of a file in order, ``before``, of which some are ``gone``, and those that were ``added``.

    ``beside``: lines that are always there. ``documents``: for each thing the graphs of the documents that name it. Where that is
    given, every node that the file names is described in it, and nodes of a document are named by no other.
    """

    def __init__(
        self, before: Data, beside: Iterable[bytes] = (), documents: Mapping[bytes, Sequence[bytes]] | None = None
    ) -> None:
        self.before, self._documents = before, documents
        self.gone: set[bytes] = set()
        self.added: set[bytes] = set()
        self._more: list[bytes] = []
        self._more_naming: dict[bytes, list[bytes]] = defaultdict(list)
        self._naming: dict[bytes, list[bytes]] = {}
        self._starting: dict[bytes, list[bytes]] = {}
        self._halvings = 0
        #: Lines of neither file, though rules and checks see them.
        self.beside = frozenset(beside)
        self._take(self.beside)

    def change(self, gone: Iterable[bytes], added: Iterable[bytes]) -> None:
        """Take lines away that the file has, and add some that it has not."""
        self.gone.update(gone)
        new = set(added) - self.added
        self.added |= new
        self._take(new)

    def _take(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            self._more.append(line)
            _, _, value, graph = cut(line)
            self._more_naming[value].append(line)
            self._more_naming[graph].append(line)
        self._more.sort()

    def _place(self, key: bytes) -> int:
        self._halvings += 1
        if self._halvings % _LOOKED_UP == 0:
            let_go(self.before, 0, len(self.before))
        return place_of(self.before, key)

    def holds(self, line: bytes) -> bool:
        """Whether the file has a line."""
        place = self._place(line)
        return self.before[place : place + len(line) + 1].rstrip(b"\n") == line

    def starting(self, prefix: bytes) -> list[bytes]:
        """All lines that begin so, those that are gone and those that were added too."""
        old = self._starting.get(prefix)
        if old is None:
            old = self._starting[prefix] = list(lines_from(self.before, self._place(prefix), prefix))
        place = bisect_left(self._more, prefix)
        if place == len(self._more) or not self._more[place].startswith(prefix):
            return old
        found = list(old)
        while place < len(self._more) and self._more[place].startswith(prefix):
            found.append(self._more[place])
            place += 1
        return found

    def naming(self, terms: Iterable[bytes]) -> dict[bytes, list[bytes]]:
        """The lines that have some terms as their object or graph, those that are gone and those that were added too."""
        unknown = {term for term in terms if term not in self._naming}
        if unknown:
            self._look_for(unknown)
        return {term: self._naming[term] + self._more_naming.get(term, []) for term in terms}

    def weight(self, term: bytes) -> int:
        """How much work it is to look for what names a term."""
        if not term.startswith(_NODES):
            return _ANYWHERE
        return 1 + len(self._documents.get(term, ())) if self._documents is not None else 1

    def _look_for(self, terms: set[bytes]) -> None:
        """Look for terms in the file."""
        self._naming.update((term, []) for term in terms)
        if self._documents is None:
            self._look(terms, pieces(self.before))
            return
        known = {term for term in terms if not term.startswith(_NODES) or self._is_described(term)}
        first, last = place_of(self.before, ABOUT), place_of(self.before, AFTER)
        self._look(known, chain(pieces(self.before, 0, first), pieces(self.before, last)))
        anywhere, within = set[bytes](), set[bytes]()
        for term in known:
            named_by = [term[:_WHOSE] + b">"] if term[_WHOSE : _WHOSE + 1] == b"#" else self._documents.get(term)
            if named_by is None or not term.startswith(_NODES):
                anywhere.add(term)
            else:
                within.update(named_by)
        self._look(anywhere, pieces(self.before, first, last))
        self._look(known - anywhere, (self._stretch(document) for document in sorted(within)))

    def _is_described(self, term: bytes) -> bool:
        place = self._place(term + b" ")
        return self.before[place : place + len(term) + 1] == term + b" "

    def _stretch(self, document: bytes) -> bytes:
        """The lines about the nodes of a document."""
        place, end = (self._place(document[:-1] + sign) for sign in (b"#", b"?"))
        return self.before[place:end]

    def _look(self, terms: Collection[bytes], lines: Iterable[bytes]) -> None:
        """Look for terms in pieces of the file, each of whole lines."""
        iris = {term for term in terms if term.startswith(b"<")}
        found: dict[bytes, list[bytes]] = {term: [] for term in terms}
        if len(terms) - len(iris) > _BY_NAME:
            self._look_at_all(found, lines)
            return
        mentions = [re.compile(_mention(some)) for some in (iris, set(terms) - iris) if some]
        for piece, mention in ((piece, mention) for piece in (lines if mentions else ()) for mention in mentions):
            for hit in mention.finditer(piece):
                term = hit[1]
                if term in found:
                    line = piece[piece.rfind(b"\n", 0, hit.start()) + 1 : piece.find(b"\n", hit.end())]
                    if term in cut(line)[2:]:
                        found[term].append(line)
        self._note(found)

    def _look_at_all(self, found: dict[bytes, list[bytes]], lines: Iterable[bytes]) -> None:
        """The same where there are many literals: line by line."""
        for piece in lines:
            some = piece.removesuffix(b"\n").split(b"\n")
            for line, (_, _, value, graph) in zip(some, cut_all(some), strict=True):
                if value in found:
                    found[value].append(line)
                if graph in found:
                    found[graph].append(line)
        self._note(found)

    def _note(self, found: Mapping[bytes, Sequence[bytes]]) -> None:
        for term, some in found.items():  # a line may have it as object and as graph
            self._naming[term] = list(dict.fromkeys([*self._naming[term], *some]))


def _mention(terms: Collection[bytes]) -> bytes:
    """An expression that finds terms where they are no subject, or more than these."""
    known = {term if len(terms) <= _BY_NAME else term[:_WHOSE].removesuffix(b">") for term in terms}
    low, high = min(known)[:-1], max(known)[:-1]  # what these two begin with, all do
    alike = min(len(low), len(high))  # «forum-10» and «forum-10-session»: one may begin with all of the other
    start = low[: next((at for at in range(alike) if low[at] != high[at]), alike)]
    few = len(known) <= _BY_NAME or not start.startswith(b"<")
    rest = b"|".join(re.escape(term[len(start) :]) for term in sorted(known)) if few else b""
    more = b"" if len(known) == len(terms) and few else b"[^ >]*>"
    return b" (" + re.escape(start) + b"(?:" + rest + b")" + more + b")(?= )"


def pieces(data: Data, start: int = 0, end: int | None = None) -> Iterator[bytes]:
    """The lines of a file between two places where some begin, many at a time, and not held in memory longer than that where the
    system lets one say so."""
    last = len(data) if end is None else end
    while start < last:
        stop = min(last, start + _AT_ONCE)
        stop = data.rfind(b"\n", start, stop) + 1 or data.find(b"\n", stop) + 1 or last
        yield data[start:stop]
        let_go(data, start, stop)
        start = stop


def let_go(data: Data, start: int, end: int) -> None:
    """Not to hold in memory what was looked at between two places of a file."""
    if isinstance(data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        first = start // mmap.PAGESIZE * mmap.PAGESIZE
        data.madvise(mmap.MADV_DONTNEED, first, end - first)


def old_and_new(lines: Iterable[bytes], graph: Differing) -> tuple[list[bytes], list[bytes]]:
    """Of lines those that were there before, and those that are there now."""
    some = sorted(set(lines))
    return [line for line in some if line not in graph.added], [line for line in some if line not in graph.gone]


def objects_of(lines: Sequence[bytes]) -> set[bytes]:
    """The objects of some lines."""
    return {cut(line)[2] for line in lines}
