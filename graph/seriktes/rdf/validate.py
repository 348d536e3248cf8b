"""The graph against its shapes: SHACL over the union of all graphs, and SPARQL checks where the graphs matter apart.

SHACL says what each thing must have. What needs the named graphs, paths of any length or arithmetic is a check: a
SELECT whose every row is a trouble. Both speak Kazakh, Russian and English, and both run on Oxigraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from seriktes.errors import DataError
from seriktes.model import Language
from seriktes.rdf.ontology import ontology
from seriktes.rdf.shapes import LANGUAGES, Messages, Shape, load_groups, load_shapes
from seriktes.rdf.shapes_sparql import Subclasses, broken, subclasses_in
from seriktes.rdf.trig import compact
from seriktes.resources import ONTOLOGY, list_files, read_text

_HEADER = re.compile(r"^# (id|severity|group|kk|ru|en): (.+)$", re.MULTILINE)
_LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One trouble: how grave, which shape or check, what it is about, the value at fault, and what it says.

    ``path`` is the SPARQL path from the focus to the value, ``constraint`` its name in SHACL (empty for a check), ``group``
    the group of shapes with the cure, ``term`` the value as N-Triples writes it.
    """

    severity: str
    shape: str
    focus: str
    value: str
    messages: Messages
    path: str = ""
    constraint: str = ""
    group: str = ""
    term: str = ""

    def __str__(self) -> str:
        return self.line()

    def message(self, language: Language = "en") -> str:
        """What is wrong, in a language."""
        return self.messages[LANGUAGES.index(language)]

    def line(self, language: Language = "en") -> str:
        """The trouble as a line for people.

        >>> Violation("warning", "mixed-script", "https://example.org/a", "Aя", ("", "", "Mixed letters.")).line()
        'warning: <https://example.org/a>: Mixed letters. (mixed-script: Aя)'
        """
        value = self.value if len(self.value) <= _LONGEST_VALUE else self.value[:_LONGEST_VALUE] + "…"
        told = f"{self.shape}{': ' + value if value else ''}"
        return f"{self.severity}: {compact(self.focus)}: {self.message(language)} ({told})"


def conforms(found: Iterable[Violation]) -> bool:
    """Whether nothing found is graver than a warning."""
    return all(trouble.severity != "violation" for trouble in found)


def store_of(quads: Iterable[Quad]) -> Store:
    """The quads and the ontology in one store, for the shapes and the checks."""
    store = Store()
    store.bulk_extend(quads)
    store.bulk_extend(ontology())
    return store


def validate(quads: Iterable[Quad]) -> list[Violation]:
    """All troubles of the graph, violations first, sorted."""
    return validate_store(store_of(quads))


def validate_store(store: Store) -> list[Violation]:
    """All troubles of a graph in a store that holds the ontology too, violations first, sorted."""
    return in_order({*shape_troubles(store), *check_troubles(store)})


def in_order(troubles: Iterable[Violation]) -> list[Violation]:
    """Troubles, violations first, sorted."""
    return sorted(troubles, key=lambda trouble: (trouble.severity != "violation", trouble))


def report(found: Sequence[Violation], language: Language = "en", most: int = 200) -> str:
    """What was found as lines for people; beyond ``most`` lines only their number is told."""
    lines = [trouble.line(language) for trouble in found[:most]]
    if len(found) > most:
        lines.append(f"… +{len(found) - most}")
    return "".join(f"{line}\n" for line in lines)


def shape_troubles(
    store: Store, shapes: Iterable[Shape] | None = None, subclasses: Subclasses | None = None
) -> Iterator[Violation]:
    """What the SHACL shapes, or some of them, find; ``subclasses`` are those that the store states unless they are given."""
    below = subclasses or subclasses_in(store)
    for shape in load_shapes() if shapes is None else shapes:
        for constraint, focus, value in broken(store, shape, below):
            yield Violation(
                shape.severity,
                shape.name,
                _text(focus),
                _text(value),
                shape.messages,
                shape.path,
                constraint.name,
                shape.group,
                str(value or ""),
            )


@dataclass(frozen=True, slots=True)
class Check:
    """A SELECT whose rows, ``focus`` and ``value``, are troubles."""

    id: str
    severity: str
    group: str
    messages: Messages
    query: str


@cache
def load_checks() -> tuple[Check, ...]:
    """The shipped checks. Raises DataError for one whose header lacks something."""
    checks = []
    for name in list_files(ONTOLOGY, "checks", ".rq"):
        text = read_text(ONTOLOGY, name)
        header = dict(_HEADER.findall(text))
        missing = {"id", "severity", "group", *LANGUAGES} - header.keys()
        if missing:
            raise DataError(f"{name}: the header lacks {', '.join(sorted(missing))}")
        if header["group"] not in load_groups():
            raise DataError(f"{name}: there is no group {header['group']} in ontology/shapes/groups.ttl")
        messages = (header["kk"], header["ru"], header["en"])
        checks.append(Check(header["id"], header["severity"], header["group"], messages, text))
    return tuple(checks)


def check_troubles(store: Store, checks: Iterable[Check] | None = None) -> Iterator[Violation]:
    """What the SPARQL checks find."""
    for check in load_checks() if checks is None else checks:
        rows = store.query(check.query, use_default_graph_as_union=True)
        if not isinstance(rows, QuerySolutions):
            raise DataError(f"check {check.id} is no SELECT query")
        for row in rows:
            focus, value = row["focus"], row["value"]
            yield Violation(
                check.severity,
                check.id,
                _text(focus),
                _text(value),
                check.messages,
                group=check.group,
                term=str(value or ""),
            )


def _text(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term or "")
