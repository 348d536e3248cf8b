"""What the shapes say around what changed since the graph before: of the other things it was said then.

A shape is *near* if what it says of a thing depends on nothing but the thing's own statements, in both directions as far as it
asks for them, and on the classes of those on the other side. That is told by its path and constraints, for any shape; whatever is
not known here to be near is asked of the whole graph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store

from seriktes.rdf import terms as t
from seriktes.rdf.differing import Differing, objects_of
from seriktes.rdf.evidence import shapes_apart
from seriktes.rdf.ontology import ontology
from seriktes.rdf.reach import Unreachable
from seriktes.rdf.shapes import Constraint, Shape
from seriktes.rdf.trig import cut
from seriktes.rdf.validate import Violation, shape_troubles

#: One step forwards, one step by any of several, one step backwards.
_NEAR_PATH = re.compile(r"<[^<>]+>|\(<[^<>]+>(?:\|<[^<>]+>)*\)|\^(<[^<>]+>)|")
_NEAR = frozenset(
    "minCount maxCount qualifiedMinCount qualifiedMaxCount class datatype in languageIn minLength pattern minInclusive "
    "maxInclusive uniqueLang lessThan or not".split()
)
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


def troubles_around(graph: Differing, before: Collection[Violation]) -> set[Violation]:
    """What near shapes say of all things, where it is known what they said ``before`` the lines of a graph changed; the graph has
    the ontology beside it. Raises Unreachable where the things that have to be looked at anew are too many.
    """
    things, classes = _changed(graph)
    things |= _beside(graph, classes)
    if len(things) > MOST:
        raise Unreachable
    small = Store()
    lines = set(_around(graph, things)) - graph.gone
    small.bulk_load(b"\n".join(lines), format=RdfFormat.N_QUADS, lenient=True)
    small.bulk_extend(ontology())
    names = {thing[1:-1].decode() for thing in things}
    found = {trouble for trouble in shape_troubles(small, near_shapes().near) if trouble.focus in names}
    shapes = {shape.name for shape in near_shapes().near}
    return found | {each for each in before if each.shape in shapes and each.focus not in names}


def _changed(graph: Differing) -> tuple[set[bytes], set[bytes]]:
    """The things of which something else is said, and those that may be of another class."""
    backwards = {name.encode() for name in near_shapes().backwards}
    things, classes = set[bytes](), set[bytes]()
    for line in graph.gone | graph.added:
        subject, predicate, value, _ = cut(line)
        things.add(subject)
        if predicate == _TYPE:
            classes.add(subject)
        if predicate in backwards and value.startswith(b"<"):
            things.add(value)
    return things, classes


def _beside(graph: Differing, nodes: set[bytes]) -> set[bytes]:
    """The things of which a near shape may say something else when some are of another class."""
    named = graph.naming(nodes)
    found = {line.split(b" ", 1)[0] for lines in named.values() for line in lines}
    for name in near_shapes().backwards:
        for node in nodes:
            found |= {value for value in objects_of(graph.starting(b"%s %s " % (node, name.encode()))) if value.startswith(b"<")}
    return found


def _around(graph: Differing, things: set[bytes]) -> Iterator[bytes]:
    """What near shapes look at of some things."""
    backwards = {name.encode() for name in near_shapes().backwards}
    named = graph.naming(things) if backwards else {}
    others = set[bytes]()
    for thing in things:
        about = graph.starting(thing + b" ")
        yield from about
        others |= {value for value in objects_of(about) if value.startswith(b"<")}
        for line in named.get(thing, ()):
            subject, predicate, _ = line.split(b" ", 2)
            if predicate in backwards:
                yield line
                others.add(subject)
    for other in others:
        yield from graph.starting(other + b" " + _TYPE + b" ")
