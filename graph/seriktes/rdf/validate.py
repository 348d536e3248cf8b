"""The graph against its shapes: SHACL over the union of all graphs, and SPARQL checks where the graphs matter apart.

SHACL says what each thing must have. What needs the named graphs, paths of any length or arithmetic is a check: a
SELECT whose every row is a trouble. Both speak Kazakh, Russian and English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, serialize
from pyshacl import validate as run_shacl
from rdflib.namespace import SH

from seriktes.errors import DataError
from seriktes.model import Language
from seriktes.rdf.ontology import ontology, parse_turtle
from seriktes.rdf.trig import compact
from seriktes.resources import ONTOLOGY, list_files, read_text

_HEADER = re.compile(r"^# (id|severity|kk|ru|en): (.+)$", re.MULTILINE)
_LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_SEVERITIES = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
_LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One trouble: how grave, which shape or check, what it is about, the value at fault, and what it says."""

    severity: str
    shape: str
    focus: str
    value: str
    messages: tuple[str, str, str]

    def __str__(self) -> str:
        return self.line()

    def line(self, language: Language = "en") -> str:
        """The trouble as a line for people.

        >>> Violation("warning", "mixed-script", "https://example.org/a", "Aя", ("", "", "Mixed letters.")).line()
        'warning: <https://example.org/a>: Mixed letters. (mixed-script: Aя)'
        """
        message = self.messages[_LANGUAGES.index(language)]
        value = self.value if len(self.value) <= _LONGEST_VALUE else self.value[:_LONGEST_VALUE] + "…"
        return f"{self.severity}: {compact(self.focus)}: {message} ({self.shape}{': ' + value if value else ''})"


def conforms(found: Iterable[Violation]) -> bool:
    """Whether nothing found is graver than a warning."""
    return all(trouble.severity != "violation" for trouble in found)


def validate(quads: Iterable[Quad]) -> list[Violation]:
    """All troubles of the graph, violations first, sorted."""
    whole = tuple(quads)
    troubles = {*shacl_troubles(whole), *check_troubles(whole)}
    return sorted(troubles, key=lambda trouble: (trouble.severity != "violation", trouble))


def report(found: Sequence[Violation], language: Language = "en", most: int = 200) -> str:
    """What was found as lines for people; beyond ``most`` lines only their number is told."""
    lines = [trouble.line(language) for trouble in found[:most]]
    if len(found) > most:
        lines.append(f"… +{len(found) - most}")
    return "".join(f"{line}\n" for line in lines)


def to_rdflib(quads: Iterable[Quad]) -> rdflib.Graph:
    """The union of all graphs as one rdflib graph."""
    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    graph = rdflib.Graph()
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    return graph


@cache
def _shapes() -> rdflib.Graph:
    return to_rdflib(quad for name in list_files(ONTOLOGY, "shapes", ".ttl") for quad in parse_turtle(name))


def shacl_troubles(quads: Iterable[Quad]) -> Iterator[Violation]:
    """What the SHACL shapes find."""
    data = to_rdflib((*quads, *ontology()))
    fine, results, _ = run_shacl(data, shacl_graph=_shapes(), inference="none", meta_shacl=False, inplace=True)
    if fine and isinstance(results, rdflib.Graph) and not len(results):
        return
    if not isinstance(results, rdflib.Graph):
        raise DataError(f"the shapes cannot be run: {results}")
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        shape = results.value(result, SH.sourceShape)
        if not isinstance(shape, rdflib.URIRef):
            continue  # a detail of another result: the inside of an sh:node
        messages = {
            message.language: str(message)
            for message in results.objects(result, SH.resultMessage)
            if isinstance(message, rdflib.Literal)
        }
        severity = _SEVERITIES.get(rdflib.URIRef(str(results.value(result, SH.resultSeverity))), "violation")
        yield Violation(
            severity,
            shape.rsplit("/", 1)[-1],
            str(results.value(result, SH.focusNode)),
            str(results.value(result, SH.value) or ""),
            _three(messages),
        )


def _three(messages: Mapping[str | None, str]) -> tuple[str, str, str]:
    any_message = next(iter(sorted(messages.values())), "")
    kk, ru, en = (messages.get(language, any_message) for language in _LANGUAGES)
    return kk, ru, en


@dataclass(frozen=True, slots=True)
class Check:
    """A SELECT whose rows, ``focus`` and ``value``, are troubles."""

    id: str
    severity: str
    messages: tuple[str, str, str]
    query: str


@cache
def load_checks() -> tuple[Check, ...]:
    """The shipped checks. Raises DataError for one whose header lacks something."""
    checks = []
    for name in list_files(ONTOLOGY, "checks", ".rq"):
        text = read_text(ONTOLOGY, name)
        header = dict(_HEADER.findall(text))
        missing = {"id", "severity", *_LANGUAGES} - header.keys()
        if missing:
            raise DataError(f"{name}: the header lacks {', '.join(sorted(missing))}")
        checks.append(Check(header["id"], header["severity"], (header["kk"], header["ru"], header["en"]), text))
    return tuple(checks)


def check_troubles(quads: Iterable[Quad], checks: Iterable[Check] | None = None) -> Iterator[Violation]:
    """What the SPARQL checks find."""
    store = Store()
    store.bulk_extend(quads)
    store.bulk_extend(ontology())
    for check in load_checks() if checks is None else checks:
        rows = store.query(check.query, use_default_graph_as_union=True)
        if not isinstance(rows, QuerySolutions):
            raise DataError(f"check {check.id} is no SELECT query")
        for row in rows:
            yield Violation(check.severity, check.id, _text(row["focus"]), _text(row["value"]), check.messages)


def _text(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    return term.value if isinstance(term, (NamedNode, BlankNode, Literal)) else str(term or "")
