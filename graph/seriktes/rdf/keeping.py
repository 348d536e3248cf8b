"""What of an earlier graph stays as it was: the claims of documents whose reading, and who is who in it, did not change, and the
things that none but such documents name.

The files of the build before are the store: lines and blocks are taken from ``graph.nq`` and ``graph.trig`` as they stand there. A note beside the cache says which documents these are, and of which two files; where these files, the
program, or what people decided are others, all is described anew.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any, NamedTuple

from seriktes.keeping.cache import FOLDER
from seriktes.keeping.cards import Card
from seriktes.keeping.moving import looked_at
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.iris import document_iri_of
from seriktes.rdf.recount import read_counted, write_counted
from seriktes.rdf.shelf import ABOUT
from seriktes.rdf.terms import BASE
from seriktes.rdf.trig import compact
from seriktes.rdf.validate import Violation
from seriktes.rdf.void import Counts

GRAPH, TRIG = "graph.nq", "graph.trig"
FILE = "graph.json"
#: From the graph of a line, if that is of a document, to the end of the line.
_GRAPH = len(ABOUT) + 16 + len(b"> .")
#: How a line begins that is about a thing, how one ends that tells what a thing is, and what of that is told anew at each build.
_THING = f"<{BASE}id/".encode()
_OF_THINGS = f" {t.ENTITIES_GRAPH} .".encode()
#: How a line ends that tells what is known of a document, how long its beginning is that says of which, and what of that is of all of them.
_OF_DOCUMENTS, _ABOUT_ONE, _TRANSLATED = f" {t.DOCUMENTS_GRAPH} .".encode(), len(ABOUT) + 16, str(t.ALTERNATE_OF).encode()
TOLD_ANEW = frozenset(str(term).encode() for term in (t.IS_REPLACED_BY, t.POSSIBLY_SAME_AS))
#: The lines about the nodes of one document.
_STRETCH = re.compile(rb"^(%s[0-9a-f]{16})[^\n]*+\n(?:\1[^\n]*+\n)*+" % re.escape(ABOUT), re.MULTILINE)


class Known(NamedTuple):
    """What is noted of a document: the digest of all its claims were described from, the rules of the reader that its claims
    name, the prefixes its block of TriG uses, what is wrong with its evidence, as the fields of each trouble, and the things it names."""

    digest: str
    rules: list[str]
    prefixes: list[str]
    troubles: list[list[Any]]
    things: list[str]


class Keeping:
    """The documents whose claims stay, by the IRIs of their graphs as N-Quads writes them, and what is noted of the others."""

    def __init__(
        self,
        out: Path | None = None,
        version: str = "",
        digests: Mapping[str, str] | None = None,
        fresh: bool = False,
    ) -> None:
        """``digests``: of each document, by its graph, of all that its claims are described from; without, nothing is kept.

        With ``fresh`` nothing of the earlier graph is taken.
        """
        self._out, self._version = out, version
        self._digests = digests or {}
        note = _read(out, version) if out is not None and digests and not fresh else None
        noted, self._renamed, near, self.counted = note or ({}, [], [], None)
        self.spared = {graph: known for graph, known in noted.items() if self._digests.get(graph) == known.digest}
        self._spared = {graph.encode() for graph in self.spared}
        #: The documents whose claims go, or are described anew.
        self.dropped = noted.keys() - self.spared.keys()
        self._noted = noted
        self._touched = {thing for graph, known in noted.items() if graph not in self.spared for thing in known.things}
        #: How many documents are described, or are gone.
        self.changed = len(self._digests) - len(self.spared) + sum(graph not in self._digests for graph in noted)
        #: What shapes and checks of all documents together said of the graph before; None where it is not known.
        self.near = frozenset(map(_violation, near)) if self.spared else None
        self._near_now: list[Violation] = []
        self._new: dict[str, Known] = {}
        self._things: Mapping[str, Collection[str]] = {}

    def touched(self, things: Mapping[str, Collection[str]], renamed: Collection[str] = ()) -> Collection[str] | None:
        """The things that are to be described anew: those that a document which is described, or was another or is gone, names,
        and those that people gave a name, or gave one before. None for all of them.

        ``things``: what each document names, by its graph, ``renamed``: what people gave a name, as :func:`thing_of` tells them.
        """
        self._things = things
        self._touched.update(*(named for graph, named in things.items() if graph not in self.spared), renamed, self._renamed)
        self._renamed = sorted(renamed)
        return self._touched if self.spared else None

    def dropped_prefixes(self) -> set[str]:
        """The prefixes that the blocks of such documents used."""
        return {prefix for graph in self.dropped for prefix in self._noted[graph].prefixes}

    def trig(self) -> AbstractContextManager[mmap.mmap | bytes]:
        """The TriG of the graph before, where something of it stays."""
        return self._before(TRIG)

    def naming(self) -> dict[bytes, list[bytes]]:
        """Of each thing of the graph before the graphs of the documents that named it, as N-Quads writes them."""
        found: dict[bytes, list[bytes]] = defaultdict(list)
        for graph, known in self._noted.items():
            for thing in known.things:
                found[f"<{BASE}id/{thing}>".encode()].append(graph.encode())
        return found

    def rules(self) -> set[str]:
        """The rules that the claims of spared documents name."""
        return {rule for known in self.spared.values() for rule in known.rules}

    def note(self, graph: str, rules: Iterable[str], prefixes: Iterable[str], troubles: Iterable[Violation]) -> None:
        """Note of a document that was described what :class:`Known` has."""
        if graph in self._digests:
            wrong = [list(astuple(trouble)) for trouble in troubles]
            things = sorted(self._things.get(graph, ()))
            self._new[graph] = Known(self._digests[graph], sorted(rules), sorted(prefixes), wrong, things)

    def troubles(self) -> Iterator[Violation]:
        """What is wrong with the evidence of the spared documents."""
        for known in self.spared.values():
            yield from map(_violation, known.troubles)

    def note_near(self, troubles: Iterable[Violation]) -> None:
        """Note what shapes and checks of all documents together say now."""
        self._near_now = sorted(troubles)

    def stretches(self) -> Iterator[tuple[bytes, bytes]]:
        """Of each spared document the beginning of its IRI, and the lines about its own nodes that stay, in order."""
        with self.graph() as data:
            for stretch in _STRETCH.finditer(data):
                graph = stretch[1] + b">"
                if graph in self._spared:
                    end = b" " + graph + b" ."
                    own = [line for line in stretch[0].split(b"\n") if line.endswith(end) or self.line_stays(line)]
                    if own:
                        yield stretch[1], b"\n".join(own) + b"\n"

    def others(self) -> Iterator[bytes]:
        """The other lines in the graphs of spared documents, and those about things that stay as they were, in order."""
        with self.graph() as data:
            first = 0 if data[: len(ABOUT)] == ABOUT else data.find(b"\n" + ABOUT) + 1
            last = data.find(b"\n", data.rfind(b"\n" + ABOUT) + 1) + 1
            for start, end in ((0, first), (last, len(data))):
                while start < end:
                    stop = data.find(b"\n", start)
                    if data[stop - _GRAPH : stop - 2] in self._spared or self._stays(data, start, stop):
                        yield data[start:stop]
                    start = stop + 1

    def line_stays(self, line: bytes) -> bool:
        """Whether a line that tells what a thing is, or what is known of a document, stays as it is."""
        if line.startswith(ABOUT) and line.endswith(_OF_DOCUMENTS):
            return line[:_ABOUT_ONE] + b">" in self._spared and line.split(b" ", 2)[1] != _TRANSLATED
        return self._stays(line, 0, len(line))

    def _stays(self, data: mmap.mmap | bytes, start: int, stop: int) -> bool:
        """Whether a line is one of those that tell what a thing is, and the thing was not touched."""
        if data[stop - len(_OF_THINGS) : stop] != _OF_THINGS or data[start : start + len(_THING)] != _THING:
            return False
        subject, predicate, _ = data[start:stop].split(b" ", 2)
        return predicate not in TOLD_ANEW and self.stays(subject)

    def stays(self, subject: bytes) -> bool:
        """Whether what a thing is is told as it was, but for what is told anew of all."""
        if not subject.startswith(_THING):
            return False
        kind, _, key = subject[len(_THING) : -1].partition(b"/")
        told = b"org/" + key.partition(b"/")[0] if kind == b"post" else kind + b"/" + key
        return kind != b"derived" and told.decode() not in self._touched

    def graph(self) -> AbstractContextManager[mmap.mmap | bytes]:
        """The lines of the graph before, where something of it stays."""
        return self._before(GRAPH)

    @contextmanager
    def _before(self, name: str) -> Iterator[mmap.mmap | bytes]:
        if self._out is None or not self.spared:
            yield b""
            return
        with (self._out / name).open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data

    def blocks(self) -> Iterator[tuple[str, bytes]]:
        """The blocks of the spared documents with their graphs, in order."""
        graphs = {compact(graph[1:-1]).encode(): graph for graph in self.spared}
        with self.trig() as data:
            start = data.find(b"{\n")
            start = data.rfind(b"\n\n", 0, start) + 1 if start >= 0 else len(data)
            while (end := data.find(b"\n}\n", start)) >= 0:
                graph = graphs.get(data[start + 1 : data.find(b" {", start)])
                if graph is not None:
                    yield graph, data[start : end + 3]
                start = end + 3

    def write(self, files: Mapping[str, tuple[int, str]], counts: Counts, objects: array[int]) -> None:
        """Note what stays for the next build, of files with their SHA-256, and what was counted. Without room for it, it is left out."""
        if self._out is None:
            return
        digests = {name: digest for name, (_, digest) in files.items()}
        note: dict[str, Any] = {
            "version": self._version,
            "files": digests,
            "documents": {**self.spared, **self._new},
            "renamed": self._renamed,
            "near": [list(astuple(trouble)) for trouble in self._near_now],
        }
        file = self._out / FOLDER / FILE
        with suppress(OSError):
            file.unlink(missing_ok=True)  # what is wrong may name people; whoever was redacted must not stay in an old note
            note["counts"] = write_counted(file.parent, counts, objects)
            new = file.with_suffix(".new")
            new.write_text(json.dumps(note, separators=(",", ":")), encoding="ascii")
            new.replace(file)


NOTHING_KEPT = Keeping()


def digest_of(annotation: Annotation, reading: bytes) -> str:
    """A digest of all that the claims of a document are described from; ``reading`` is one of what was read of its file."""
    known = [(e.id, e.key, e.authority, e.kind, e.country) for e in annotation.entities]
    said = repr((annotation.document.id, known, annotation.facts))  # what who is who and people's judgements may change
    return hashlib.sha256(reading + said.encode("utf-8", "surrogatepass")).hexdigest()


def graph_of(card: Card) -> str:
    """The graph with the claims of a document, as N-Quads writes its IRI."""
    return str(document_iri_of(card.digest))


def _known(digest: str, rules: list[str], prefixes: list[str], troubles: list[list[Any]], things: list[str]) -> Known:
    _words(digest, *rules, *prefixes, *things)
    for trouble in troubles:
        _violation(trouble)
    return Known(digest, rules, prefixes, troubles, things)


def _words(*noted: object) -> None:
    if not all(isinstance(word, str) for word in noted):
        raise TypeError("words were noted")


def _violation(fields: list[Any]) -> Violation:
    """A trouble of its fields, where the messages are the only ones that are several."""
    kk, ru, en = fields[4]
    severity, shape, focus, value, _, path, constraint, group, term = fields
    found = Violation(severity, shape, focus, value, (kk, ru, en), path, constraint, group, term)
    _words(*fields[:4], kk, ru, en, *fields[5:])
    return found


_Noted = tuple[dict[str, Known], list[str], list[list[Any]], tuple[Counts, "array[int]"] | None]


def _read(out: Path, version: str) -> _Noted | None:
    """What was noted of documents, what people had given a name, what shapes said and what was counted, if it is of this version
    and of the two files as they are."""
    try:
        note = json.loads((out / FOLDER / FILE).read_bytes())
        if note["version"] == version and note["files"] == {name: looked_at(out / name)[1] for name in (GRAPH, TRIG)}:
            _words(*note["renamed"])
            for trouble in note["near"]:
                _violation(trouble)
            known = {graph: _known(*known) for graph, known in note["documents"].items()}
            return known, note["renamed"], note["near"], read_counted(out / FOLDER, note.get("counts", {}))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None
