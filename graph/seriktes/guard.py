"""What a query may do: read. Its words are looked at before anything runs, and every doubt is a refusal.

The engine reads keywords without borders (``SERVICE:x`` calls a service, ``SERVICESILENT<…>`` too), so that a second
parser would see another query than the engine does. Therefore only what every reader of SPARQL takes for a whole is
set aside (comments, strings, IRIs, variables, local names, language tags), and what remains may not hold the letters
of a forbidden word anywhere. Linear in the length of the query.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from seriktes.errors import QueryError, RefusedError
from seriktes.rdf.terms import BASE, PREFIXES

LONGEST_QUERY = 100_000
#: The engine's parser calls itself for each bracket; no honest query comes near.
DEEPEST = 100

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# A run of letters, digits, dots and hyphens is taken whole, as a prefix or as a word: no place is looked at again and again.
_NAME = r"[^\W\d_][\w.-]*+"
_LOCAL = r"(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?#@%-])*"
_TOKEN = re.compile(
    rf"""
    (?P<comment>\#[^\r\n]*)
  | (?P<iri><(?:[^\x00-\x20<>"{{}}|^`\\]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|\"{{1,2}}(?!\"))*\"\"\"|'''(?:[^'\\]|\\.|'{{1,2}}(?!'))*'''
      |"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>(?:(?P<prefix>{_NAME})|_)?:{_LOCAL})
  | (?P<word>\w[\w.-]*+)
  | (?P<open>[({{\[])
  | (?P<close>[)}}\]])
  | (?P<broken>["'\\])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_QUERIES = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
#: Calls that answer differently each time; an answer with them is not kept by anyone.
_CHANGING = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check saw: whether the query names its graphs with FROM, and whether each run may answer otherwise."""

    restricted: bool
    changing: bool


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    place: int
    prefix: str | None


def check_query(text: str, graphs: Collection[str]) -> Checked:
    """Look a query over before it runs.

    Raises QueryError for text that is no query, and RefusedError for updates, SERVICE anywhere, and FROM or FROM NAMED
    with anything but a graph of the store. What passes may still be wrong SPARQL: the engine says so.
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError(f"the query is longer than {LONGEST_QUERY} characters")
    if _LONE_SURROGATE.search(text):
        raise QueryError("the query has characters that are no Unicode text")
    tokens = [token for token in _tokens(text) if token.kind != "comment" and not token.text.isspace()]
    _check_depth(tokens, text)
    _check_form(tokens)
    for token in tokens:
        if "SERVICE" in _bare(token):
            raise RefusedError("the query calls SERVICE; this graph asks nobody else")
    named = list(_graphs_named(tokens))
    unknown = sorted(iri for iri in named if iri not in graphs)
    if unknown:
        raise RefusedError(f"FROM <{unknown[0]}> is no graph of this store; nothing is fetched")
    return Checked(bool(named), any(token.text.upper() in _CHANGING for token in tokens if token.kind == "word"))


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens up to the end or the first quote that nothing closes: looking on would take ever longer."""
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup if found.lastgroup != "prefix" else "name"
        yield _Token(kind or "other", found[0], found.start(), found["prefix"])
        if kind == "broken":
            return


def _bare(token: _Token) -> str:
    """The letters of a token that a reader without word borders could take for a keyword."""
    if token.kind == "word":
        return token.text.upper()
    return (token.prefix or "").upper() if token.kind == "name" else ""


def _check_depth(tokens: list[_Token], text: str) -> None:
    depth = 0
    for token in tokens:
        if token.kind == "broken":
            line = text.count("\n", 0, token.place) + 1
            raise QueryError(f"the query is not valid SPARQL: line {line}: a {token.text} that nothing closes or allows")
        depth += (token.kind == "open") - (token.kind == "close")
        if depth > DEEPEST:
            raise QueryError(f"the query is nested too deeply (more than {DEEPEST} brackets)")


def _check_form(tokens: list[_Token]) -> None:
    """The first keyword after BASE and PREFIX says whether it asks or changes."""
    for token in tokens:
        word = _bare(token) if token.kind == "word" else ""
        if word in ("", "BASE", "PREFIX", "VERSION"):
            continue
        if any(word.startswith(update) for update in _UPDATES):
            raise RefusedError("the graph is read-only; updates are refused")
        if not any(word.startswith(query) for query in _QUERIES):
            raise QueryError(
                f"the query is not valid SPARQL: it begins with {token.text[:40]}, not SELECT, ASK, CONSTRUCT or DESCRIBE"
            )
        return
    raise QueryError("the query is not valid SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE is missing")


def _graphs_named(tokens: list[_Token]) -> Iterator[str]:
    """The IRIs after FROM and FROM NAMED. Raises RefusedError where one cannot be read."""
    prefixes: dict[str, str] = dict(PREFIXES)
    base = BASE
    for place, token in enumerate(tokens):
        word, following = _bare(token), tokens[place + 1 : place + 3]
        if word == "PREFIX" and len(following) == 2 and following[0].kind == "name" and following[1].kind == "iri":
            prefixes[following[0].text.rstrip(":")] = _resolved(base, following[1].text)
        elif word == "BASE" and following and following[0].kind == "iri":
            base = _resolved(base, following[0].text)
        elif "FROM" in word:
            if token.kind == "name":
                raise RefusedError(f"the prefix {token.prefix}: may be read as FROM; give it another name")
            if following and following[0].text.upper() == "NAMED":
                following = following[1:]
            yield _graph(following[0] if following else None, base, prefixes)


def _graph(token: _Token | None, base: str, prefixes: Mapping[str, str]) -> str:
    if token is not None and token.kind == "iri":
        return _resolved(base, token.text)
    if token is not None and token.kind == "name" and "\\" not in token.text:
        prefix, _, local = token.text.partition(":")
        if prefix in prefixes:
            return prefixes[prefix] + local
    raise RefusedError("FROM names no graph that can be read; write its whole IRI in angle brackets")


def _resolved(base: str, iri: str) -> str:
    return urljoin(base, iri[1:-1])
