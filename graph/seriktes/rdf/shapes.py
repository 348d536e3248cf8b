"""The SHACL shapes as records: what each is about, along which path, what must hold, and what is said when it does not.

Only what ``ontology/shapes`` uses of SHACL Core is read; a constraint beyond that is an error, never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from seriktes.errors import DataError
from seriktes.model import Language
from seriktes.rdf import terms as t
from seriktes.rdf.ontology import parse_turtle
from seriktes.resources import ONTOLOGY, list_files

SH = t.Namespace("http://www.w3.org/ns/shacl#")
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_SEVERITIES = {SH("Violation"): "violation", SH("Warning"): "warning", SH("Info"): "info"}
#: What a shape says of itself and not of its values.
_ABOUT = {
    *map(SH, ("targetClass", "targetSubjectsOf", "path", "property", "message", "severity", "group", "name")),
    *map(SH, ("qualifiedMinCount", "qualifiedMaxCount")),
    t.TYPE,
}

Term = NamedNode | BlankNode | Literal | Triple
Messages = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One condition: its predicate in SHACL (``minCount``), its values, and the conditions of shapes inside of it."""

    name: str
    values: tuple[Term, ...] = ()
    inside: tuple[tuple[Constraint, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with the target it has itself, or has from the shape that it is a property of.

    ``path`` is a SPARQL property path, empty for a shape about its focus alone.
    """

    iri: NamedNode
    target: tuple[str, NamedNode]
    path: str
    severity: str
    messages: Messages
    group: str
    constraints: tuple[Constraint, ...]

    @property
    def name(self) -> str:
        """The last part of its IRI."""
        return self.iri.value.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes whose troubles have one cure: what they are about, and what to do, in kk, ru and en."""

    name: str
    labels: Messages
    cures: Messages


class _Reader:
    """Reads shapes out of their triples."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def all(self, subject: Term, predicate: NamedNode) -> list[Term]:
        if not isinstance(subject, (NamedNode, BlankNode)):
            return []
        return [quad.object for quad in self.store.quads_for_pattern(subject, predicate, None)]

    def one(self, subject: Term, predicate: NamedNode) -> Term | None:
        return next(iter(self.all(subject, predicate)), None)

    def items(self, head: Term) -> Iterator[Term]:
        """The members of an RDF list."""
        while head != t.RDF("nil"):
            first, rest = self.one(head, t.RDF("first")), self.one(head, t.RDF("rest"))
            if first is None or rest is None:
                raise DataError(f"ontology/shapes: {head} is no list")
            yield first
            head = rest

    def messages(self, subject: Term, predicate: NamedNode) -> Messages:
        said: Mapping[str | None, str] = {
            text.language: text.value for text in self.all(subject, predicate) if isinstance(text, Literal)
        }
        missing = [language for language in LANGUAGES if language not in said]
        if missing:
            raise DataError(f"ontology/shapes: {subject} says nothing in {', '.join(missing)}")
        return said["kk"], said["ru"], said["en"]

    def path(self, node: Term | None) -> str:
        if isinstance(node, NamedNode):
            return str(node)
        inverse = self.one(node, SH("inversePath")) if node else None
        if inverse is not None:
            return f"^{self.path(inverse)}"
        choices = self.one(node, SH("alternativePath")) if node else None
        if choices is not None:
            return f"({'|'.join(self.path(choice) for choice in self.items(choices))})"
        raise DataError(f"ontology/shapes: {node} is no path that is known here")

    def constraints(self, shape: Term) -> Iterator[Constraint]:
        if not isinstance(shape, (NamedNode, BlankNode)):
            raise DataError(f"ontology/shapes: {shape} is no shape")
        for quad in sorted(self.store.quads_for_pattern(shape, None, None), key=str):
            predicate, value = quad.predicate, quad.object
            if predicate in _ABOUT:
                continue
            name = predicate.value.removeprefix(SH.iri)
            if name in ("in", "languageIn"):
                yield Constraint(name, tuple(self.items(value)))
            elif name == "or":
                yield Constraint(name, inside=tuple(tuple(self.constraints(choice)) for choice in self.items(value)))
            elif name == "not":
                yield Constraint(name, inside=(tuple(self.constraints(value)),))
            elif name == "qualifiedValueShape":
                yield from self._qualified(shape, tuple(self.constraints(value)))
            else:
                yield Constraint(name, (value,))

    def _qualified(self, shape: Term, inside: tuple[Constraint, ...]) -> Iterator[Constraint]:
        for name in ("qualifiedMinCount", "qualifiedMaxCount"):
            for number in self.all(shape, SH(name)):
                yield Constraint(name, (number,), (inside,))

    def shapes(self) -> Iterator[Shape]:
        for kind in ("targetClass", "targetSubjectsOf"):
            for quad in sorted(self.store.quads_for_pattern(None, SH(kind), None), key=str):
                if not isinstance(quad.object, NamedNode):
                    raise DataError(f"ontology/shapes: {quad.object} is no target")
                for shape in (quad.subject, *self.all(quad.subject, SH("property"))):
                    constraints = tuple(self.constraints(shape))
                    if constraints:
                        yield self._shape(shape, (kind, quad.object), constraints)

    def _shape(self, shape: Term, target: tuple[str, NamedNode], constraints: tuple[Constraint, ...]) -> Shape:
        path, severity, group = self.one(shape, SH("path")), self.one(shape, SH("severity")), self.one(shape, SH("group"))
        if not isinstance(shape, NamedNode) or not isinstance(severity, NamedNode) or not isinstance(group, NamedNode):
            raise DataError(f"ontology/shapes: {shape} needs a name, a sh:severity and a sh:group")
        return Shape(
            shape,
            target,
            self.path(path) if path is not None else "",
            _SEVERITIES[severity],
            self.messages(shape, SH("message")),
            group.value.rsplit("/", 1)[-1],
            constraints,
        )

    def groups(self) -> Iterator[Group]:
        for quad in self.store.quads_for_pattern(None, t.TYPE, SH("PropertyGroup")):
            if isinstance(quad.subject, NamedNode):
                name = quad.subject.value.rsplit("/", 1)[-1]
                yield Group(name, self.messages(quad.subject, t.LABEL), self.messages(quad.subject, t.RDFS("comment")))


@cache
def _reader() -> _Reader:
    store = Store()
    for name in list_files(ONTOLOGY, "shapes", ".ttl"):
        store.extend(parse_turtle(name))
    return _Reader(store)


def shape_files() -> list[str]:
    """Names of the files with shapes, in the data folder of the ontology."""
    return list_files(ONTOLOGY, "shapes", ".ttl")


@cache
def load_shapes() -> tuple[Shape, ...]:
    """The shipped shapes that constrain something. Raises DataError for one that is not well formed."""
    return tuple(_reader().shapes())


@cache
def load_groups() -> Mapping[str, Group]:
    """The groups of shapes and checks by name, with the cure of their troubles."""
    return {group.name: group for group in _reader().groups()}
