"""What the shapes say around what changed since the graph before: of the other things it was said then.

A shape is *near* if what it says of a thing depends on nothing but the thing's own statements, in both directions as far as it
asks for them, and on the classes of those on the other side. That is told by its path and constraints, for any shape; whatever is
not known here to be near is asked of the whole graph.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, Store

from seriktes.rdf import terms as t
from seriktes.rdf.evidence import shapes_apart
from seriktes.rdf.shapes import Constraint, Shape
from seriktes.rdf.shapes_sparql import subclasses_in
from seriktes.rdf.shelf import ABOUT
from seriktes.rdf.validate import Violation, shape_troubles

#: One step forwards, one step by any of several, one step backwards.
_NEAR_PATH = re.compile(r"<[^<>]+>|\(<[^<>]+>(?:\|<[^<>]+>)*\)|\^(<[^<>]+>)|")
_NEAR = frozenset(
    "minCount maxCount qualifiedMinCount qualifiedMaxCount class datatype in languageIn minLength pattern minInclusive "
    "maxInclusive uniqueLang lessThan or not".split()
)
#: Lines that are held beside those of the graph before at a time.
_AT_ONCE = 64
#: Bytes of the graph before that are let go of at a time when they went by.
_PASSED = 1 << 24
#: Around more things than that the shapes are asked of the whole graph.
MOST = 20_000
_TYPE = str(t.TYPE).encode()


class NearShapes(NamedTuple):
    """The shapes that are near, those that are not, and the predicates that the near ones ask for backwards."""

    near: list[Shape]
    far: list[Shape]
    backwards: frozenset[str]


@cache
def near_shapes() -> NearShapes:
    """The shapes that are asked of all documents together, by whether they are near."""
    near: list[Shape] = []
    far: list[Shape] = []
    backwards = set()
    for shape in shapes_apart()[1]:
        path = _NEAR_PATH.fullmatch(shape.path)
        if path is not None and _are_near(shape.constraints):
            near.append(shape)
            backwards |= {path[1]} - {None}
        else:
            far.append(shape)
    return NearShapes(near, far, frozenset(backwards))


def _are_near(constraints: Sequence[Constraint]) -> bool:
    return all(each.name in _NEAR and all(map(_are_near, each.inside)) for each in constraints)


class Changed:
    """Things whose lines differ from those of the graph ``before``, as the new lines go by in order."""

    def __init__(self, before: mmap.mmap | bytes) -> None:
        self._before, self._at, self._passed = before, 0, 0
        self._backwards = {name.encode() for name in near_shapes().backwards}
        #: What was, or is, said otherwise of it; what may be of another class.
        self.things: set[str] = set()
        self.classes: set[str] = set()

    def take(self, lines: Sequence[bytes]) -> None:
        """Take in the next lines."""
        for place in range(0, len(lines), _AT_ONCE):
            some = lines[place : place + _AT_ONCE]
            data = b"\n".join(some) + b"\n"
            if self._before[self._at : self._at + len(data)] == data:
                self._at += len(data)
            else:
                for line in some:
                    self._differs(line)
        self._let_go()

    def _let_go(self) -> None:
        """Not to hold the file in memory, where the system lets one say so."""
        size = (self._at - self._passed) // mmap.PAGESIZE * mmap.PAGESIZE
        if size > _PASSED and isinstance(self._before, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._before.madvise(mmap.MADV_DONTNEED, self._passed, size)
            self._passed += size

    def end(self) -> None:
        """All lines went by."""
        while (old := self._line()) is not None:
            self._note(old)
            self._at += len(old) + 1

    def _differs(self, line: bytes) -> None:
        while (old := self._line()) is not None and old < line:
            self._note(old)
            self._at += len(old) + 1
        if old == line:
            self._at += len(old) + 1
        else:
            self._note(line)

    def _line(self) -> bytes | None:
        end = self._before.find(b"\n", self._at)
        return self._before[self._at : end] if end >= 0 else None

    def _note(self, line: bytes) -> None:
        subject, predicate, rest = line.split(b" ", 2)
        name = subject[1:-1].decode()
        self.things.add(name)
        if predicate == _TYPE or subject.startswith(ABOUT):  # of what is about a document not all lies in the store of the shapes
            self.classes.add(name)
        if predicate in self._backwards and rest.startswith(b"<"):
            self.things.add(rest[1 : rest.index(b">")].decode())


def troubles_around(store: Store, changed: Changed) -> tuple[set[str], set[Violation]] | None:
    """The things that were looked at anew, and what the near shapes say of them, in a store that holds the ontology too; None where
    they are too many.
    """
    things = changed.things | set(_beside(store, changed.classes))
    if len(things) > MOST:
        return None
    small = Store()
    small.extend(_around(store, things))
    found = shape_troubles(small, near_shapes().near, subclasses_in(store))
    return things, {trouble for trouble in found if trouble.focus in things}


def _beside(store: Store, names: set[str]) -> Iterator[str]:
    """The things of which a near shape may say something else when some are of another class."""
    for node in map(NamedNode, names):
        for quad in store.quads_for_pattern(None, None, node):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value
        for name in near_shapes().backwards:
            for quad in store.quads_for_pattern(node, NamedNode(name[1:-1]), None):
                if isinstance(quad.object, NamedNode):
                    yield quad.object.value


def _around(store: Store, things: set[str]) -> Iterator[Quad]:
    """What near shapes look at of some things."""
    others: set[NamedNode] = set()
    for thing in map(NamedNode, things):
        for quad in store.quads_for_pattern(thing, None, None):
            yield quad
            if isinstance(quad.object, NamedNode):
                others.add(quad.object)
        for name in near_shapes().backwards:
            for quad in store.quads_for_pattern(None, NamedNode(name[1:-1]), thing):
                yield quad
                if isinstance(quad.subject, NamedNode):
                    others.add(quad.subject)
    for other in others:
        yield from store.quads_for_pattern(other, t.TYPE, None)
