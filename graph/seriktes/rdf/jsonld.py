"""Quads to JSON-LD in the words of the shipped context, which stands in the file: nothing is fetched to read it.

The same quads give the same bytes. rdflib's own writer gives others with each PYTHONHASHSEED, Oxigraph's has no context.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from seriktes.rdf import terms as t
from seriktes.rdf.trig import Term, quad_order
from seriktes.resources import ONTOLOGY, read_text

_STRING = t.XSD("string").value


class _Context(NamedTuple):
    """The shipped context: itself, its prefixes, and its terms by what they mean and how they take a value."""

    told: Mapping[str, Any]
    prefixes: Mapping[str, str]
    terms: Mapping[tuple[str, str], str]

    def term(self, iri: str, form: str) -> str | None:
        """The term for a predicate whose values have a form: ``@id``, ``@language``, a datatype, or ``""``."""
        return self.terms.get((iri, form))

    def short(self, iri: str) -> str:
        """An IRI as the context's prefixes write it."""
        for prefix, start in self.prefixes.items():
            if iri.startswith(start) and iri != start:
                return f"{prefix}:{iri[len(start) :]}"
        return iri


@cache
def _context() -> _Context:
    told = json.loads(read_text(ONTOLOGY, "context.jsonld"))["@context"]
    prefixes = {name: value for name, value in told.items() if isinstance(value, str) and value.endswith(("#", "/"))}

    def full(name: str) -> str:
        prefix, colon, local = name.partition(":")
        return prefixes[prefix] + local if colon and prefix in prefixes else name

    terms: dict[tuple[str, str], str] = {}
    for name, value in told.items():
        if isinstance(value, str) and name not in prefixes and not value.startswith("@"):
            terms[full(value), ""] = name
        elif isinstance(value, dict):
            listed = value.get("@container", ())
            container = "@language" if "@language" in listed else ""
            terms[full(value["@id"]), container or full(value.get("@type", ""))] = name
    return _Context(told, prefixes, terms)


def write_jsonld(quads: Iterable[Quad]) -> bytes:
    """The JSON-LD file of the quads: the context, then each named graph with its things, sorted."""
    ordered = sorted(set(quads), key=quad_order)
    parts: list[str] = []
    for graph, in_graph in groupby(ordered, key=lambda quad: quad.graph_name):
        things = [
            json.dumps(_thing(list(about)), ensure_ascii=False) for _, about in groupby(in_graph, key=lambda quad: quad.subject)
        ]
        if isinstance(graph, DefaultGraph):
            parts += things
        else:
            name = json.dumps(graph.value, ensure_ascii=False)
            parts.append(f'{{"id": {name}, "graph": [\n  ' + ",\n  ".join(things) + "\n ]}")
    context = json.dumps(_context().told, ensure_ascii=False)
    return (f'{{"@context": {context},\n"@graph": [\n ' + ",\n ".join(parts) + "\n]}\n").encode()


def _thing(quads: Sequence[Quad]) -> dict[str, Any]:
    """One subject: its types, then its properties by term, in the order of the quads."""
    context = _context()
    told: dict[str, Any] = {"id": _name(quads[0].subject)}
    for predicate, group in groupby(quads, key=lambda quad: quad.predicate):
        values = [quad.object for quad in group]
        if predicate == t.TYPE and all(isinstance(value, NamedNode) for value in values):
            names = [context.term(value.value, "") or value.value for value in values if isinstance(value, NamedNode)]
            told["type"] = names[0] if len(names) == 1 else names
        else:
            _add(told, predicate.value, values)
    return told


def _add(told: dict[str, Any], predicate: str, values: Sequence[Term]) -> None:
    """The values of one property, those that one term takes together."""
    context = _context()
    for value in values:
        form = _form(value)
        term = context.term(predicate, form)
        if term and form == "@language" and isinstance(value, Literal):
            told.setdefault(term, {}).setdefault(value.language, []).append(value.value)
        elif term:
            told.setdefault(term, []).append(_name(value) if form == "@id" else _text(value))
        elif form == "" and context.term(predicate, ""):
            told.setdefault(str(context.term(predicate, "")), []).append(_text(value))
        else:
            plain = context.term(predicate, "") or context.short(predicate)
            told.setdefault(plain, []).append(_expanded(value, form))


def _form(value: Term) -> str:
    if not isinstance(value, Literal):
        return "@id"
    if value.language:
        return "@language"
    return "" if value.datatype.value == _STRING else value.datatype.value


def _expanded(value: Term, form: str) -> Any:
    if form == "@id":
        return {"id": _name(value)}
    if isinstance(value, Literal) and value.language:
        return {"@value": value.value, "@language": value.language}
    return {"@value": _text(value), "@type": form} if form else _text(value)


def _text(value: Term) -> str:
    return value.value if isinstance(value, Literal) else str(value)


def _name(term: Any) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
