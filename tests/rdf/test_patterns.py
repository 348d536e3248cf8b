"""What the reader of queries sees is what rdflib sees in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from seriktes.errors import DataError
from seriktes.rdf.inference import load_rules
from seriktes.rdf.patterns import Asked, all_patterns, read_query
from seriktes.rdf.validate import load_checks

QUERIES = {each.id: each.query for each in (*load_rules(), *load_checks())}


def triples_in(node: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The triple patterns anywhere in an algebra of rdflib."""
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(node, CompValue):
        if node.name == "BGP":
            yield from node.triples
        elif node.name == "TriplesBlock":  # of what must, or must not, exist: words in a row
            for words in node.triples:
                yield from (tuple(words[place : place + 3]) for place in range(0, len(words), 3))
        for name, value in node.items():
            if name not in ("triples", "template", "_vars", "datasetClause"):
                yield from triples_in(value)
    elif isinstance(node, (list, tuple)):
        for each in node:
            yield from triples_in(each)


def words_of_rdflib(triple: tuple[Any, Any, Any]) -> tuple[str, ...]:
    from rdflib import Literal, URIRef, Variable
    from rdflib.paths import AlternativePath, MulPath

    def word(term: Any) -> str:
        if isinstance(term, MulPath):
            return f"{word(term.path)}{term.mod}"
        if isinstance(term, AlternativePath):
            return "|".join(sorted(map(word, term.args)))
        if isinstance(term, Variable):
            return "?"
        return term.n3() if isinstance(term, (URIRef, Literal)) else str(term)

    return tuple(map(word, triple))


def words_of_ours(asked: Asked) -> set[tuple[str, ...]]:
    def word(term: str | bytes) -> str:
        return "?" if isinstance(term, str) else term.decode()

    found = set()
    for each in all_patterns(asked.joins):
        path = "|".join(sorted(name.decode() for name in each.predicates)) + ("" if each.steps == "1" else each.steps)
        found.add((word(each.subject), path or "?", word(each.object)))
    return found


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_the_patterns_of_a_query_are_those_that_rdflib_finds(name: str) -> None:
    pytest.importorskip("rdflib")
    from rdflib.plugins.sparql import prepareQuery

    theirs = {words_of_rdflib(triple) for triple in triples_in(prepareQuery(QUERIES[name]).algebra)}
    ours = words_of_ours(read_query(QUERIES[name]))
    if "VALUES ?predicate" in QUERIES[name]:  # told as predicates here, beside the pattern there
        ours = {(s, p if "|" not in p else "?", o) for s, p, o in ours}
    assert ours == theirs


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?focus WHERE { ?focus unknown:word ?value }",
        "SELECT ?focus WHERE { { SELECT ?focus WHERE { ?focus a ?kind } LIMIT 1 } }",
        "SELECT ?focus WHERE { ?focus a ?kind",
        "ASK { ?focus a ?kind }",
        "SELECT ?focus WHERE { ?focus ^<https://example.org/p> ?kind }",
        "SELECT ?focus WHERE { ?focus <https://example.org/p>/<https://example.org/q> ?kind }",
    ],
)
def test_what_is_not_known_of_sparql_is_refused(query: str) -> None:
    with pytest.raises(DataError):
        read_query(query)
