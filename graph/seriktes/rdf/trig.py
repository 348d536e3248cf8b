"""Quads to TriG and Turtle files that people can read: grouped by graph and thing, with prefixes, in one settled order.

All is done with the terms as N-Quads writes them, line by line, so that a large graph need not be held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from seriktes.rdf import terms as t
from seriktes.rdf.serialize import to_lines

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]|[.#](?=[A-Za-z0-9_-]))*")
_LONGEST_FIRST = sorted(t.PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))
_TYPE = f"<{t.TYPE.value}>"

Term = NamedNode | BlankNode | Literal | Triple


@lru_cache(maxsize=65536)
def compact(iri: str) -> str:
    """An IRI in its short form where a prefix fits, in full otherwise.

    >>> compact("http://www.w3.org/ns/org#unitOf"), compact("https://example.org/")
    ('org:unitOf', '<https://example.org/>')
    """
    for prefix, start in _LONGEST_FIRST:
        local = iri[len(start) :]
        if iri.startswith(start) and _LOCAL.fullmatch(local):
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


def parts_of(line: bytes) -> Parts:
    """The terms of a line of N-Quads.

    >>> parts_of(b'<a:a> <a:b> "c <d>"@en <a:g> .').object, parts_of(b'<a:a> <a:b> "c <d>" .').graph
    ('"c <d>"@en', '')
    """
    subject, predicate, rest = line.decode("utf-8").split(" ", 2)
    rest = rest.removesuffix(" .")
    value, _, graph = rest.rpartition(" ")
    if not value or '"' in graph or not graph.startswith(("<", "_:")):
        value, graph = rest, ""
    return Parts(graph, subject, predicate != _TYPE, predicate[1:-1], value)


def quad_order(quad: Quad) -> tuple[str, str, bool, str, str]:
    """By graph, thing, predicate (its type first) and value."""
    predicate = quad.predicate
    return (str(quad.graph_name), str(quad.subject), predicate != t.TYPE, predicate.value, str(quad.object))


def to_key(parts: Parts) -> bytes:
    """A line whose order among others is that of the file: no term holds the mark between them, and it comes before all else."""
    graph, subject, no_type, predicate, value = parts
    return f"{graph}\t{subject}\t{no_type:d}\t{predicate}\t{value}".encode()


def of_key(line: bytes) -> Parts:
    """The terms that :func:`to_key` put into a line."""
    graph, subject, no_type, predicate, value = line.decode("utf-8").split("\t", 4)
    return Parts(graph, subject, no_type == "1", predicate, value)


_BY_PREDICATE, _BY_SUBJECT, _BY_GRAPH = itemgetter(3), itemgetter(1), itemgetter(0)
#: Short forms are remembered for so many terms at a time.
_REMEMBERED = 50_000


class Writer:
    """Writes things and notes which prefixes it ``used``."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._known: dict[str, str] = {}

    def body(self, quads: Iterable[Parts]) -> Iterator[str]:
        """The blocks of a TriG file, thing by thing, of quads in its order."""
        for graph, in_graph in groupby(quads, key=_BY_GRAPH):
            yield f"\n{self._term(graph)} {{\n" if graph else "\n{\n"
            for place, (_, about) in enumerate(groupby(in_graph, key=_BY_SUBJECT)):
                yield f"\n{self.thing(about)}" if place and graph else self.thing(about)
            yield "}\n"

    def thing(self, quads: Iterable[Parts]) -> str:
        """The lines of one subject: a predicate a line, its objects separated by commas."""
        lines = []
        subject = ""
        for predicate, group in groupby(quads, key=_BY_PREDICATE):
            told = list(group)
            subject = subject or told[0].subject
            shown = "a" if predicate == t.TYPE.value else self._term(f"<{predicate}>")
            lines.append(f"{shown} {' , '.join([self._term(quad.object) for quad in told])}")
        rest = " ;\n    ".join(lines)
        return f"  {self._term(subject)} {rest} .\n"

    def _term(self, term: str) -> str:
        """A term as the file has it; the text of a literal stays."""
        if not term.endswith(">"):
            return term
        if term.startswith('"'):
            quoted, _, datatype = term.rpartition("^^")
            return f"{quoted}^^{self._term(datatype)}"
        known = self._known.get(term)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[term] = compact(term[1:-1])
            if not known.startswith("<"):
                self.used.add(known.partition(":")[0])
        return known

    def prefixes(self) -> str:
        """The lines that tell what the used prefixes mean."""
        return "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in sorted(t.PREFIXES.items()) if prefix in self.used)


def write_trig(quads: Iterable[Quad]) -> bytes:
    """The TriG file of the quads: prefixes, then one block a graph. The same quads give the same bytes."""
    writer = Writer()
    body = "".join(writer.body(sorted(map(parts_of, to_lines(quads)))))
    return (writer.prefixes() + body).encode("utf-8")


def write_turtle(quads: Iterable[Quad]) -> bytes:
    """The Turtle file of the triples of all graphs together, each once; which document says what, TriG tells."""
    writer = Writer()
    triples = sorted({parts_of(line)._replace(graph="") for line in to_lines(quads)})
    things = (writer.thing(about).removeprefix("  ") for _, about in groupby(triples, key=_BY_SUBJECT))
    body = "\n" + "\n".join(things)
    return (writer.prefixes() + body).encode("utf-8")
