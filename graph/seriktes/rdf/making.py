"""The files of a graph while they are made: what is known of them so far, and what is noted of them in the end."""

from __future__ import annotations

import heapq
import shutil
from array import array
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from seriktes.rdf.bodies import Bodies
from seriktes.rdf.evidence import over_all
from seriktes.rdf.keeping import TRIG, Keeping
from seriktes.rdf.shelf import ABOUT, Shelf
from seriktes.rdf.sorting import Block
from seriktes.rdf.trig import cut_all, prefixes
from seriktes.rdf.validate import Violation, in_order
from seriktes.rdf.void import Counting, Counts

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


class Files:
    """What the files of a graph are made with, and what is known of it so far: the prefixes that its blocks of TriG use, and what is wrong with it."""

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

    def write_trig(self) -> None:
        """Write the TriG file: of blocks that are made, on a shelf or kept, and of bodies; the prefixes, which come first, are known last."""
        body = self.work / "body.trig"
        with body.open("wb") as stream:
            others = list(self.bodies.blocks())
            made = ((graph.decode(), iter(parts)) for graph, parts in self.blocks)
            kept = ((graph, iter((block,))) for graph, block in self.keeping.blocks())
            for _, pieces in heapq.merge(others, made, kept, key=itemgetter(0)):
                stream.writelines(pieces)
        with (self.folder / TRIG).open("wb") as whole, body.open("rb") as told:
            whole.write(prefixes(self.used | self.bodies.used).encode())
            shutil.copyfileobj(told, whole)

    def made(self, files: Mapping[str, tuple[int, str]], counts: Counts, objects: array[int]) -> Made:
        """All is written: tell it, and note what stays for the next build."""
        self.keeping.note_near(trouble for trouble in self.wrong if trouble.shape in over_all())
        self.keeping.write(files, counts, objects)
        found = in_order(self.wrong)
        grave = tuple(trouble.line() for trouble in found if trouble.severity == "violation")
        others = tuple(trouble.line() for trouble in found if trouble.severity != "violation")
        return Made(counts, grave, others, files)
