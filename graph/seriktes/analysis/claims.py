"""What the network is made from: nodes, and claims that each point at the words that state them.

This is the neutral ground between the graph and the network: the same records come from annotations
(:func:`claims_from_annotations`) and from the store, so that the network never knows where they were kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple, TypeVar, cast

from seriktes.model import ARGUMENTS, Annotation, Document, Entity, EntityType, Fact, FactType, Language, Span

_T = TypeVar("_T", bound=str)

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
#: Of more names of one thing those inside a span are not looked for one by one.
_FEW = 8


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Where a node's name stands in a document: ``text[start:end]``."""

    start: int
    end: int
    node: str


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the world: ``names`` maps ``kk``, ``ru``, ``en`` to its name where one is known."""

    id: str
    type: EntityType
    kind: str | None = None
    country: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one document, with the run of sentences that makes it.

    ``arguments`` maps the argument names of :data:`seriktes.model.ARGUMENTS` to node ids. ``date_start`` and
    ``date_end`` are what a ``dated`` claim says; ``start`` and ``end`` are offsets of the evidence in the raw
    document, ``quote`` its words, ``marks`` the names of the arguments inside it.
    """

    type: FactType
    arguments: Mapping[str, str]
    document: str
    file: str
    start: int
    end: int
    quote: str
    role: str | None = None
    title: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    confidence: float = 1.0
    marks: tuple[Mark, ...] = ()

    def node(self, argument: str) -> str:
        """The node that fills an argument: ``claim.node("agent")``."""
        return self.arguments[argument]


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document: shown beside every sentence taken from it."""

    id: str
    file: str
    language: Language
    published: str | None = None
    publisher: str | None = None


class InOrder(tuple[Claim, ...]):
    """Claims that stand in the order of :func:`claim_order`."""

    __slots__ = ()


class Reading(NamedTuple):
    """All that is needed for the network: what there is, what is claimed, and the documents that claim it."""

    nodes: tuple[Node, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


def claims_from_annotations(
    annotations: Iterable[Annotation], known_names: Mapping[str, Mapping[str, str]] | None = None
) -> Reading:
    """The nodes, claims and sources of annotations, each in a fixed order, whatever the order given.

    An entity's identity is its ``key``; one without a key is a node of its own. ``known_names`` gives official
    names by key and language; they stand before the names the documents use.
    """
    entities: dict[str, list[_Said]] = defaultdict(list)
    claims: list[Claim] = []
    sources: list[Source] = []
    for annotation in annotations:  # which may be made anew each time they are gone through: none is held
        document = annotation.document
        by_id = {entity.id: entity for entity in annotation.entities}
        marks: dict[str, list[Mark]] = {}  # of the entities that facts name
        for entity in annotation.entities:
            entities[_identity(document, entity)].append(_said(document, entity))
        quotes: dict[Span, str] = {}  # the same words behind several claims are held once
        claims += [_claim(document, by_id, marks, fact, quotes) for fact in annotation.facts]
        sources.append(Source(document.id, document.file, _one(document.language), document.published, document.publisher))
    known = known_names or {}
    nodes = tuple(_node(key, entities.pop(key), known.get(key, {})) for key in sorted(entities))
    claims.sort(key=claim_order)
    return Reading(nodes, InOrder(claims), tuple(sorted(sources, key=lambda source: source.id)))


def claim_order(claim: Claim) -> tuple[object, ...]:
    """The order in which claims are read: by document, by place in it, then by what they say."""
    return (
        claim.document,
        claim.start,
        claim.end,
        claim.type,
        sorted(claim.arguments.items()),
        claim.role or "",
        claim.title or "",
    )


def _identity(document: Document, entity: Entity) -> str:
    return intern(entity.key or f"{document.id}#{entity.id}")  # one text for all documents that name it


class _Said(NamedTuple):
    """What one document says of a thing, as far as its node is made of it."""

    type: EntityType
    kind: str | None
    country: str | None
    language: Language
    name: str
    name_en: str | None
    mentions: int
    document: str


def _said(document: Document, entity: Entity) -> _Said:
    return _Said(
        _one(entity.type),
        entity.kind and _one(entity.kind),
        entity.country and _one(entity.country),
        _one(document.language),
        _one(entity.name),
        entity.name_en and _one(entity.name_en),
        len(entity.mentions),
        document.id,
    )


def _one(text: _T) -> _T:
    """A text as the one object that all have of it."""
    return cast(_T, intern(text))


def _claim(
    document: Document, by_id: Mapping[str, Entity], placed: dict[str, list[Mark]], fact: Fact, quotes: dict[Span, str]
) -> Claim:
    evidence, values = fact.evidence, fact.values
    arguments: dict[str, str] = {}
    marks: set[Mark] = set()
    for name in ARGUMENTS[fact.type]:
        entity = by_id[fact.arguments[name]]
        arguments[name] = _identity(document, entity)
        if entity.id not in placed:
            placed[entity.id] = [Mark(m.start, m.end, arguments[name]) for m in sorted(entity.mentions)]
        marks.update(_inside(placed[entity.id], evidence))
    return Claim(
        _one(fact.type),
        arguments,
        document.id,
        document.file,
        evidence.start,
        evidence.end,
        quotes.get(evidence) or quotes.setdefault(evidence, document.slice(evidence)),
        values.get("role"),
        values.get("title"),
        values.get("start"),
        values.get("end"),
        fact.confidence,
        tuple(sorted(marks)),
    )


def _inside(marks: Sequence[Mark], span: Span) -> list[Mark]:
    """The marks, given in the order of the text, that lie inside a span."""
    if len(marks) > _FEW:
        first = bisect_left(marks, span.start, key=lambda mark: mark.start)
        marks = marks[first : bisect_left(marks, span.end, key=lambda mark: mark.start)]
    return [mark for mark in marks if span.start <= mark.start < span.end and mark.end <= span.end]


def _node(key: str, found: Sequence[_Said], known: Mapping[str, str]) -> Node:
    names = {
        language: _best([(said.name, said.mentions) for said in found if said.language == language]) for language in LANGUAGES
    }
    english = _best([(said.name_en, said.mentions) for said in found if said.name_en])
    names["en"] = names["en"] or english  # a name that an English document has goes before one made of another language's
    chosen = {language: known.get(language) or names[language] for language in LANGUAGES}
    return Node(
        key,
        _common([said.type for said in found]) or "Organization",
        _common([said.kind for said in found]),
        _common([said.country for said in found]),
        {language: name for language, name in chosen.items() if name},
        tuple(sorted({said.document for said in found})),
    )


def _best(names: Sequence[tuple[str | None, int]]) -> str | None:
    """The name that stands for most mentions; of equals the longest, then the first in the alphabet."""
    if len(names) < 2:
        return (names[0][0] or None) if names else None
    count: dict[str, int] = {}
    for name, mentions in names:
        if name:
            count[name] = count.get(name, 0) + mentions
    return min(count, key=lambda name: (-count[name], -len(name), name)) if count else None


def _common(values: Sequence[_T | None]) -> _T | None:
    """The value given most often; of equals the first in the alphabet."""
    first = values[0] if values else None
    if values.count(first) == len(values):
        return first or None
    count: Counter[_T] = Counter(value for value in values if value)
    return min(count, key=lambda value: (-count[value], value)) if count else None
