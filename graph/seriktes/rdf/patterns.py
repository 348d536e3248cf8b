"""What a query of ``ontology/rules`` or ``ontology/checks`` joins: its triple patterns, told by its text.

Read is as much of SPARQL as these files use. Whatever is not known here is an error, so that nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count, product

from seriktes.errors import DataError
from seriktes.rdf import terms as t

#: Numbers and operators, which stand in conditions only, are passed over with them.
_TOKENS = re.compile(
    r'\s+|#[^\n]*|(<[^<>"{}|^`\\\s]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+)?|[?$]\w+|[A-Za-z][\w-]*:[\w-]*|[A-Za-z]\w*|&&|\|\||[!<>]?=|\^\^|[\d.]*\d|\S)'
)
_TYPE = str(t.TYPE).encode()
_AGGREGATES = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "GROUP"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern in a graph. A term is a variable (text with its question mark) or what N-Quads writes (bytes).

    ``predicates`` are those that fit, none where a variable stands for any, which is ``predicate`` then; ``steps``: ``1`` for one,
    ``+`` for one or more, ``*`` for any number of them. ``graph`` is None for any.
    """

    subject: str | bytes
    predicates: frozenset[bytes]
    object: str | bytes
    steps: str = "1"
    predicate: str | None = None
    graph: str | bytes | None = None

    @property
    def variables(self) -> frozenset[str]:
        """The variables in it."""
        return frozenset(term for term in (self.subject, self.object, self.predicate, self.graph) if isinstance(term, str))


@dataclass(frozen=True, slots=True)
class Join:
    """Patterns that are all matched, and what stands beside them: groups of which the solutions are counted, optional, or must not
    be there. Of each such group the alternatives are given."""

    patterns: tuple[Pattern, ...] = ()
    apart: tuple[tuple[Join, ...], ...] = ()

    def variables(self) -> frozenset[str]:
        """The variables of its patterns, and of those beside them."""
        beside = (join.variables() for group in self.apart for join in group)
        return frozenset().union(*(pattern.variables for pattern in self.patterns), *beside)

    def and_(self, other: Join) -> Join:
        """Both at once."""
        return Join(self.patterns + other.patterns, self.apart + other.apart)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: the alternatives of what it joins, and the patterns of what it gives: the template of a rule, or the variables of a
    check by the names of its columns."""

    joins: tuple[Join, ...]
    template: tuple[Pattern, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


class _Reader:
    """Reads one query; ``fresh`` gives numbers for variables of inner queries."""

    def __init__(self, query: str) -> None:
        self._tokens: list[str] = [token for token in _TOKENS.findall(query) if token]
        self._at = 0
        self._prefixes: dict[str, str] = {}
        self._fresh = count()

    def _next(self) -> str:
        if self._at >= len(self._tokens):
            raise DataError("a query ends too early")
        self._at += 1
        return self._tokens[self._at - 1]

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _is(self, *words: str) -> bool:
        """Whether these words come next; then they are gone past."""
        if [token.upper() for token in self._tokens[self._at : self._at + len(words)]] != list(words):
            return False
        self._at += len(words)
        return True

    def _need(self, word: str) -> None:
        if not self._is(word):
            raise DataError(f"{word} is missing before {self._peek()!r} in a query")

    def query(self) -> Asked:
        while self._is("PREFIX"):
            prefix, iri = self._next(), self._next()
            self._prefixes[prefix] = iri[1:-1]
        if self._is("CONSTRUCT"):
            self._need("{")
            template = tuple(self._triples(None))
            self._need("}")
            self._need("WHERE")
            return Asked(self._group(None), template)
        self._need("SELECT")
        columns = self._columns()
        self._need("WHERE")
        return Asked(self._group(None), columns=columns)

    def _columns(self) -> dict[str, str]:
        """What a query selects: by name the variable that it is, empty where it is worked out."""
        found: dict[str, str] = {}
        self._is("DISTINCT")
        while self._peek().upper() != "WHERE":
            token = self._next()
            if token == "(":
                inside = self._inside()
                found[inside[-1]] = inside[0] if len(inside) == 3 else ""
            else:
                found[token] = token
        return {name[1:]: variable for name, variable in found.items()}

    def _inside(self) -> list[str]:
        """What stands within a bracket that was opened."""
        found: list[str] = []
        depth = 1
        while True:
            token = self._next()
            depth += (token == "(") - (token == ")")
            if not depth:
                return found
            found.append(token)

    def _group(self, graph: str | bytes | None) -> tuple[Join, ...]:
        """The alternatives of a group."""
        self._need("{")
        if self._is("SELECT"):
            found = self._inner(graph)
            self._need("}")
            return found
        joins: tuple[Join, ...] = (Join(),)
        given: dict[str, frozenset[bytes]] = {}
        while not self._is("}"):
            if self._is("."):
                continue
            if self._is("VALUES"):
                given.update([self._values()])
                continue
            parts = self._part(graph)
            joins = tuple(one.and_(other) for one, other in product(joins, parts))
        return tuple(_given(join, given) for join in joins)

    def _part(self, graph: str | bytes | None) -> tuple[Join, ...]:
        if self._is("OPTIONAL") or self._is("MINUS"):
            return (Join(apart=(self._group(graph),)),)
        if self._is("GRAPH"):
            return self._group(self._term(self._next()))
        if self._is("FILTER") or self._is("BIND"):
            return (Join(apart=tuple(self._condition(graph))),)
        if self._peek() == "{":
            found = self._group(graph)
            while self._is("UNION"):
                found += self._group(graph)
            return found
        patterns = tuple(self._triples(graph))
        if not patterns:
            raise DataError(f"{self._peek()!r} in a query is not known here")
        return (Join(patterns),)

    def _condition(self, graph: str | bytes | None) -> Iterator[tuple[Join, ...]]:
        """The groups that a condition asks for; the rest of it is passed over."""
        depth = 0
        while True:
            if self._is("EXISTS"):
                yield self._group(graph)
                if not depth:
                    return
                continue
            token = self._next()
            depth += (token == "(") - (token == ")")
            if token == ")" and not depth:
                return

    def _values(self) -> tuple[str, frozenset[bytes]]:
        variable, found = self._next(), set()
        self._need("{")
        while not self._is("}"):
            term = self._term(self._next())
            if isinstance(term, bytes):
                found.add(term)
        return variable, frozenset(found)

    def _inner(self, graph: str | bytes | None) -> tuple[Join, ...]:
        """An inner query: the variables that it does not give are its own; one that counts stands apart."""
        begin = self._at
        columns = set(self._columns())
        self._need("WHERE")
        joins = self._group(graph)
        while self._peek() != "}":
            if self._next() == "(":
                self._inside()
        own = next(self._fresh)
        joins = tuple(_renamed(join, columns, own) for join in joins)
        counted = {token.upper() for token in self._tokens[begin : self._at]}
        if counted & {"LIMIT", "OFFSET"}:
            raise DataError("a query with LIMIT is not known here")
        return (Join(apart=(joins,)),) if counted & _AGGREGATES else joins

    def _triples(self, graph: str | bytes | None) -> Iterator[Pattern]:
        """The triples of one subject after the other, up to what is no triple."""
        while self._peek() not in ("}", "{") and self._peek().upper() not in _WORDS:
            subject = self._term(self._next())
            while True:
                predicates, steps, variable = self._path()
                while True:
                    yield Pattern(subject, predicates, self._term(self._next()), steps, variable, graph)
                    if not self._is(","):
                        break
                if not self._is(";"):
                    break
            self._is(".")

    def _path(self) -> tuple[frozenset[bytes], str, str | None]:
        first = self._next()
        if first.startswith("?"):
            return frozenset(), "1", first
        found = {_bytes(self._term(first))}
        while self._is("|"):
            found.add(_bytes(self._term(self._next())))
        return frozenset(found), self._next() if self._peek() in ("+", "*") else "1", None

    def _term(self, token: str) -> str | bytes:
        if token.startswith("?"):
            return token
        if token == "a":
            return _TYPE
        if token.startswith(("<", '"')):
            return token.encode()
        prefix, colon, local = token.partition(":")
        if not colon or prefix + colon not in self._prefixes:
            raise DataError(f"{token!r} in a query is not known here")
        return f"<{self._prefixes[prefix + colon]}{local}>".encode()


_WORDS = frozenset({"FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES", ""})


def _bytes(term: str | bytes) -> bytes:
    if isinstance(term, str):
        raise DataError(f"{term} in a path of a query is not known here")
    return term


def _given(join: Join, values: Mapping[str, frozenset[bytes]]) -> Join:
    """A join in which some variables have given values: as predicates they are told; elsewhere they stay, which leaves more."""
    patterns = tuple(
        replace(each, predicates=values[each.predicate], predicate=None)
        if each.predicate is not None and each.predicate in values
        else each
        for each in join.patterns
    )
    return Join(patterns, tuple(tuple(_given(inner, values) for inner in group) for group in join.apart))


def _renamed(join: Join, kept: set[str], number: int) -> Join:
    """A join with other variables but for some that are ``kept``."""

    def other(term: str | bytes | None) -> str | bytes | None:
        return f"{term}.{number}" if isinstance(term, str) and term[1:] not in kept else term

    def pattern(each: Pattern) -> Pattern:
        subject, obj, predicate = other(each.subject), other(each.object), other(each.predicate)
        assert subject is not None and obj is not None and not isinstance(predicate, bytes)
        return Pattern(subject, each.predicates, obj, each.steps, predicate, other(each.graph))

    groups = tuple(tuple(_renamed(inner, kept, number) for inner in group) for group in join.apart)
    return Join(tuple(map(pattern, join.patterns)), groups)


@cache
def read_query(query: str) -> Asked:
    """What a query joins. Raises DataError for what is not known here."""
    return _Reader(query).query()


def all_patterns(joins: Sequence[Join]) -> Iterator[Pattern]:
    """All patterns of some alternatives, those that stand apart too."""
    for join in joins:
        yield from join.patterns
        for group in join.apart:
            yield from all_patterns(group)
