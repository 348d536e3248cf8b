"""Troubles as a SHACL validation report in Turtle, for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from seriktes.rdf import terms as t
from seriktes.rdf.proofs import node_of
from seriktes.rdf.shapes import LANGUAGES, SH
from seriktes.rdf.validate import Violation, conforms

_STEP = re.compile(r"<([^>]+)>")
_PREFIXES = {"sh": SH.iri, "skt": t.SKT.iri, "xsd": t.XSD.iri}


def to_shacl(found: Sequence[Violation]) -> str:
    """The report in Turtle. A check counts as a SPARQL constraint; its shape is the IRI of the check."""
    report = BlankNode("report")
    triples = [
        Triple(report, t.TYPE, SH("ValidationReport")),
        Triple(report, SH("conforms"), Literal(conforms(found))),
    ]
    for number, trouble in enumerate(found, start=1):
        result = BlankNode(f"result{number}")
        triples.append(Triple(report, SH("result"), result))
        triples += _result(result, trouble)
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b"").decode("utf-8")


def _result(result: BlankNode, trouble: Violation) -> Iterator[Triple]:
    component = f"{trouble.constraint[:1].upper()}{trouble.constraint[1:]}" if trouble.constraint else "SPARQL"
    shape = NamedNode(f"{t.BASE}{'shape' if trouble.constraint else 'check'}/{trouble.shape}")
    yield Triple(result, t.TYPE, SH("ValidationResult"))
    yield Triple(result, SH("resultSeverity"), SH(trouble.severity.capitalize()))
    yield Triple(result, SH("focusNode"), node_of(trouble.focus))
    yield Triple(result, SH("sourceShape"), shape)
    yield Triple(result, SH("sourceConstraintComponent"), SH(f"{component}ConstraintComponent"))
    for language, message in zip(LANGUAGES, trouble.messages, strict=True):
        yield Triple(result, SH("resultMessage"), Literal(message, language=language))
    if trouble.term:
        said = parse(f"<> <> {trouble.term} .", format=RdfFormat.TURTLE, base_iri=t.BASE)
        yield Triple(result, SH("value"), next(iter(said)).object)
    if trouble.path:
        yield from _path(result, trouble.path)


def _path(result: BlankNode, path: str) -> Iterator[Triple]:
    """The path as SHACL writes it: an IRI, an inverse one, or a choice."""
    steps = [NamedNode(iri) for iri in _STEP.findall(path)]
    if path.startswith("^"):
        node = BlankNode(f"{result.value}path")
        yield Triple(result, SH("resultPath"), node)
        yield Triple(node, SH("inversePath"), steps[0])
    elif path.startswith("("):
        node = BlankNode(f"{result.value}path")
        yield Triple(result, SH("resultPath"), node)
        cells = [BlankNode(f"{node.value}{place}") for place in range(len(steps))]
        yield Triple(node, SH("alternativePath"), cells[0])
        for place, (cell, step) in enumerate(zip(cells, steps, strict=True)):
            yield Triple(cell, t.RDF("first"), step)
            yield Triple(cell, t.RDF("rest"), cells[place + 1] if place + 1 < len(cells) else t.RDF("nil"))
    else:
        yield Triple(result, SH("resultPath"), steps[0])
