"""Quads to TriG and Turtle files that people can read: grouped by graph and thing, with prefixes, in one settled order.

All is done with the terms as N-Quads writes them, line by line, so that a large graph need not be held.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from seriktes.rdf import terms as t
from seriktes.rdf.serialize import to_lines

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]|[.#](?=[A-Za-z0-9_-]))*")
_SHARP = re.compile("#")
_BY_START = {start: prefix for prefix, start in t.PREFIXES.items()}
#: What a thing is, as N-Quads writes it.
TYPE = f"<{t.TYPE.value}>"
_TYPE_BYTES = TYPE.encode()

Term = NamedNode | BlankNode | Literal | Triple


@lru_cache(maxsize=65536)
def compact(iri: str) -> str:
    """An IRI in its short form where a prefix fits, in full otherwise.

    >>> compact("http://www.w3.org/ns/org#unitOf"), compact("https://example.org/")
    ('org:unitOf', '<https://example.org/>')
    """
    # A local name has no slash: a prefix ends with the last one, or with a sharp after it, and the longest is taken.
    slash = iri.rfind("/") + 1
    for start in reversed([slash, *(sharp.end() for sharp in _SHARP.finditer(iri, slash))]):
        prefix, local = _BY_START.get(iri[:start]), iri[start:]
        if prefix is not None and _LOCAL.fullmatch(local):
            return f"{prefix}:{local.replace('#', chr(92) + '#')}"
    return f"<{iri}>"


class Parts(NamedTuple):
    """The terms of a quad as N-Quads writes them, in the order of the file: by graph, thing, predicate (its type first), value.

    ``no_type`` is false where the predicate says what the thing is, which comes first; ``predicate`` is the IRI alone;
    ``graph`` is empty for the default graph.
    """

    graph: str
    subject: str
    no_type: bool
    predicate: str
    object: str


def cut(line: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Subject, predicate, object and graph of a line of N-Quads, as they stand in it; the default graph is empty.

    >>> cut(b'<a:a> <a:b> "c <d>"@en <a:g> .')[2:], cut(b'<a:a> <a:b> "c <d>" .')[3]
    ((b'"c <d>"@en', b'<a:g>'), b'')
    """
    subject, predicate, rest = line.split(b" ", 2)
    at = rest.rfind(b" ", 0, -2)
    graph = rest[at + 1 : -2]
    if at < 0 or b'"' in graph or not graph.startswith((b"<", b"_:")):
        return subject, predicate, rest[:-2], b""
    return subject, predicate, rest[:at], graph


def cut_all(lines: Sequence[bytes]) -> list[tuple[bytes, bytes, bytes, bytes]]:
    """What :func:`cut` gives of each line; where all are in named graphs, as they mostly are, in half of the time.

    >>> cut_all([b'<a:a> <a:b> "c" <a:g> .', b'<a:a> <a:b> "c <d>" .'])[1]
    (b'<a:a>', b'<a:b>', b'"c <d>"', b'')
    """
    found: list[tuple[bytes, bytes, bytes, bytes]] = []
    add = found.append
    try:
        for line in lines:
            subject, predicate, rest = line.split(b" ", 2)
            value, graph, _ = rest.rsplit(b" ", 2)
            add((subject, predicate, value, graph))
    except ValueError:
        return list(map(cut, lines))
    graphs = {graph for _, _, _, graph in found}
    named = all(graph.startswith((b"<", b"_:")) and b'"' not in graph for graph in graphs)
    return found if named else list(map(cut, lines))


def parts_of(line: bytes) -> Parts:
    """The terms of a line of N-Quads."""
    subject, predicate, value, graph = cut(line)
    return Parts(graph.decode(), subject.decode(), predicate != _TYPE_BYTES, predicate[1:-1].decode(), value.decode())


def quad_order(quad: Quad) -> tuple[str, str, bool, str, str]:
    """By graph, thing, predicate (its type first) and value."""
    predicate = quad.predicate
    return (str(quad.graph_name), str(quad.subject), predicate != t.TYPE, predicate.value, str(quad.object))


#: Graph, subject, whether it is no type, predicate, object: what :class:`Parts` names.
Row = Sequence[Any]
_BY_GRAPH = itemgetter(0)
#: Short forms are remembered for so many terms at a time.
_REMEMBERED = 50_000


class Writer:
    """Writes things and notes which prefixes it ``used``."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._known: dict[str, str] = {}

    def body(self, quads: Iterable[Row]) -> Iterator[str]:
        """The blocks of a TriG file, thing by thing, of quads in its order."""
        for graph, in_graph in groupby(quads, key=_BY_GRAPH):
            yield self.head(graph)
            for place, thing in enumerate(self.things(in_graph)):
                yield f"\n  {thing}" if place and graph else f"  {thing}"
            yield "}\n"

    def head(self, graph: str) -> str:
        """What stands before the things of a graph."""
        return f"\n{self._term(graph)} {{\n" if graph else "\n{\n"

    def things(self, quads: Iterable[Row]) -> Iterator[str]:
        """The lines of each subject of a graph: a predicate a line, its objects separated by commas."""
        subject = predicate = ""
        parts: list[str] = []
        for _, about, _, how, value in quads:
            if about != subject:
                if parts:
                    yield "".join([*parts, " .\n"])
                parts = [self._term(about), " ", self._predicate(how), " ", self._term(value)]
                subject, predicate = about, how
            elif how != predicate:
                parts += (" ;\n    ", self._predicate(how), " ", self._term(value))
                predicate = how
            else:
                parts += (" , ", self._term(value))
        if parts:
            yield "".join([*parts, " .\n"])

    def _predicate(self, iri: str) -> str:
        return "a" if iri == t.TYPE.value else self._term(f"<{iri}>")

    def _term(self, term: str) -> str:
        """A term as the file has it; the text of a literal stays."""
        known = self._known.get(term)
        if known is not None:
            return known
        if not term.endswith(">"):
            return term
        if term.startswith('"'):
            quoted, _, datatype = term.rpartition("^^")
            return f"{quoted}^^{self._term(datatype)}"
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        known = self._known[term] = compact(term[1:-1])
        if not known.startswith("<"):
            self.used.add(known.partition(":")[0])
        return known


def prefixes(used: Collection[str]) -> str:
    """The lines that tell what some prefixes mean."""
    return "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in sorted(t.PREFIXES.items()) if prefix in used)


def write_trig(quads: Iterable[Quad]) -> bytes:
    """The TriG file of the quads: prefixes, then one block a graph. The same quads give the same bytes."""
    writer = Writer()
    body = "".join(writer.body(sorted(map(parts_of, to_lines(quads)))))
    return (prefixes(writer.used) + body).encode("utf-8")


def write_turtle(quads: Iterable[Quad]) -> bytes:
    """The Turtle file of the triples of all graphs together, each once; which document says what, TriG tells."""
    writer = Writer()
    triples = sorted({parts_of(line)._replace(graph="") for line in to_lines(quads)})
    body = "\n" + "\n".join(writer.things(triples))
    return (prefixes(writer.used) + body).encode("utf-8")
