"""The ontology files as quads, for the store, the rules and the shapes. They are no part of graph.nq."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Quad, RdfFormat, parse

from seriktes.errors import DataError
from seriktes.rdf.terms import ONTOLOGY_GRAPH
from seriktes.resources import ONTOLOGY, read_text

CORE = "seriktes.ttl"
SCHEMES = "schemes.ttl"
REUSED = "reused.ttl"


def parse_turtle(name: str) -> tuple[Quad, ...]:
    """The statements of a Turtle file of the ontology. Raises DataError with the place of a mistake."""
    try:
        return tuple(
            Quad(q.subject, q.predicate, q.object, ONTOLOGY_GRAPH)
            for q in parse(read_text(ONTOLOGY, name), format=RdfFormat.TURTLE)
        )
    except SyntaxError as error:
        raise DataError(f"ontology/{name}: {error}") from error


@cache
def schemes() -> tuple[Quad, ...]:
    """The concept schemes: roles, kinds, posts."""
    return parse_turtle(SCHEMES)


@cache
def ontology() -> tuple[Quad, ...]:
    """The core, the concept schemes, and the labels of reused terms."""
    return (*parse_turtle(CORE), *schemes(), *parse_turtle(REUSED))
