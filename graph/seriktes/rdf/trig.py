"""Quads to TriG and Turtle files that people can read: grouped by graph and thing, with prefixes, in one settled order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from seriktes.rdf import terms as t

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]|[.#](?=[A-Za-z0-9_-]))*")
#: All prefixes in one pass: a graph's text is long.
_USED = re.compile(rf"(?:^|(?<=[\s^]))({'|'.join(sorted(map(re.escape, t.PREFIXES), reverse=True))}):")
_STRING = t.XSD("string").value
_LONGEST_FIRST = sorted(t.PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))

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


def _write(term: Term) -> str:
    if isinstance(term, NamedNode):
        return compact(term.value)
    if isinstance(term, Literal) and not term.language and term.datatype.value != _STRING:
        quoted = str(Literal(term.value))
        return f"{quoted}^^{compact(term.datatype.value)}"
    return str(term)


def _predicate(term: NamedNode) -> str:
    return "a" if term == t.TYPE else compact(term.value)


def quad_order(quad: Quad) -> tuple[str, str, bool, str, str]:
    """By graph, thing, predicate (its type first) and value."""
    predicate = quad.predicate
    return (str(quad.graph_name), str(quad.subject), predicate != t.TYPE, predicate.value, str(quad.object))


def _thing(quads: list[Quad]) -> Iterator[str]:
    """The lines of one subject: a predicate a line, its objects separated by commas."""
    lines = [
        f"{_predicate(predicate)} {' , '.join(_write(quad.object) for quad in group)}"
        for predicate, group in groupby(quads, key=lambda quad: quad.predicate)
    ]
    yield f"  {_write(quads[0].subject)} {lines[0]}"
    for line in lines[1:]:
        yield f" ;\n    {line}"
    yield " .\n"


def _body(quads: list[Quad]) -> Iterator[str]:
    for graph, in_graph in groupby(quads, key=lambda quad: quad.graph_name):
        named = isinstance(graph, (NamedNode, BlankNode))
        yield f"\n{_write(graph)} {{\n" if isinstance(graph, (NamedNode, BlankNode)) else "\n{\n"
        for place, (_, about) in enumerate(groupby(in_graph, key=lambda quad: quad.subject)):
            if place and named:
                yield "\n"
            yield from _thing(list(about))
        yield "}\n"


def write_trig(quads: Iterable[Quad]) -> bytes:
    """The TriG file of the quads: prefixes, then one block a graph. The same quads give the same bytes."""
    body = "".join(_body(sorted(set(quads), key=quad_order)))
    return (_prefixes(body) + body).encode("utf-8")


def write_turtle(quads: Iterable[Quad]) -> bytes:
    """The Turtle file of the triples of all graphs together, each once; which document says what, TriG tells."""
    triples = sorted({Quad(q.subject, q.predicate, q.object) for q in quads}, key=quad_order)
    things = ("".join(_thing(list(about))).removeprefix("  ") for _, about in groupby(triples, key=lambda quad: quad.subject))
    body = "\n" + "\n".join(things)
    return (_prefixes(body) + body).encode("utf-8")


def _prefixes(body: str) -> str:
    used = set(_USED.findall(body))
    return "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in sorted(t.PREFIXES.items()) if prefix in used)
