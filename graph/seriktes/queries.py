"""The shipped questions: SPARQL files with titles in three languages and parameters with defaults.

Each file is a query that runs as it is. A parameter is a line of its own, ``VALUES ?name { "default" } # param: …``;
setting it replaces the literal, written by the RDF library, so that no value can become part of the query.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal

from seriktes.errors import DataError, QueryError
from seriktes.model import Language
from seriktes.rdf.clean import clean_quote
from seriktes.resources import ONTOLOGY, list_files, read_text

FOLDER = "queries"
_HEADER = re.compile(r"^# (id|name|kk|ru|en): (.+)$", re.MULTILINE)
_PARAMETER = re.compile(r'^(\s*VALUES \?(\w+) \{ )("(?:[^"\\\n]|\\.)*")( \}) # param: (.+)$', re.MULTILINE)
_NUMBER = re.compile(r"q?0*(\d+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question: its name, the value it has if none is given, and what it is in kk, ru and en."""

    name: str
    default: str
    descriptions: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped question: ``q03``, ``partners-of``, its titles, its parameters, and its query with the defaults."""

    id: str
    name: str
    titles: Mapping[Language, str]
    parameters: tuple[Parameter, ...]
    text: str

    def query(self, **values: str) -> str:
        """The query with some parameters set. Raises QueryError for a parameter it has not."""
        known = {parameter.name for parameter in self.parameters}
        unknown = sorted(values.keys() - known)
        if unknown:
            raise QueryError(f"question {self.name} has no parameter {unknown[0]!r}; it has {', '.join(sorted(known)) or 'none'}")

        def replace(found: re.Match[str]) -> str:
            if found[2] not in values:
                return found[0]
            literal = str(Literal(clean_quote(values[found[2]])))
            return f"{found[1]}{literal}{found[4]} # param: {found[5]}"

        return _PARAMETER.sub(replace, self.text)


def _parameter(found: re.Match[str], where: str) -> Parameter:
    described = [part.strip() for part in found[5].split(" | ")]
    if len(described) != 3:
        raise DataError(f"{where}: parameter {found[2]} needs a description in kk, ru and en")
    return Parameter(found[2], found[3][1:-1], {"kk": described[0], "ru": described[1], "en": described[2]})


def read_question(text: str, where: str) -> Question:
    """The question of a query file's text. Raises DataError for a header that lacks something."""
    header = dict(_HEADER.findall(text))
    missing = {"id", "name", "kk", "ru", "en"} - header.keys()
    if missing:
        raise DataError(f"{where}: the header lacks {', '.join(sorted(missing))}")
    return Question(
        header["id"],
        header["name"],
        {"kk": header["kk"], "ru": header["ru"], "en": header["en"]},
        tuple(_parameter(found, where) for found in _PARAMETER.finditer(text)),
        text,
    )


@cache
def load_questions() -> tuple[Question, ...]:
    """All shipped questions in the order of their numbers."""
    return tuple(read_question(read_text(ONTOLOGY, name), name) for name in list_files(ONTOLOGY, FOLDER, ".rq"))


def find_question(called: str) -> Question | None:
    """The question of a number or a name; None where there is none.

    >>> find_question("3").name, find_question("q03").name, find_question("partners-of").id, find_question("none")
    ('partners-of', 'partners-of', 'q03', None)
    """
    number = _NUMBER.fullmatch(called)
    wanted = f"q{int(number[1]):02d}" if number else called
    return next((question for question in load_questions() if wanted in (question.id, question.name)), None)


def question(called: str) -> Question:
    """The question of a number or a name. Raises QueryError that offers the nearest names."""
    found = find_question(called)
    if found is None:
        near = difflib.get_close_matches(called, [q.name for q in load_questions()], n=1)
        hint = f"did you mean {near[0]}?" if near else "seriktes query --list shows all"
        raise QueryError(f"there is no question {called!r}; {hint}")
    return found
