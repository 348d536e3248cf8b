"""One document as the describing step sees it: its IRI, its entities' nodes, and the quads that prove a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from seriktes.errors import DataError
from seriktes.model import Annotation, Detail, Document, Entity, Fact, Span
from seriktes.rdf import terms as t
from seriktes.rdf.clean import clean_quote
from seriktes.rdf.iris import claim_iri, document_iri, entity_iri, rule_iri

Term = NamedNode | Literal

_PRECISIONS = ((re.compile(r"\d{4}"), t.XSD("gYear")), (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), t.XSD("gYearMonth")))
_OFFSET = t.XSD("nonNegativeInteger")
_DECIMAL = t.XSD("decimal")


Passage = tuple[NamedNode, NamedNode, list[Quad]]


@dataclass(frozen=True, slots=True)
class Page:
    """A document with what its entity ids stand for."""

    document: Document
    iri: NamedNode
    entities: Mapping[str, Entity]
    #: The passages that claims pointed at so far, see :func:`selectors`.
    passages: dict[Span, Passage] = field(default_factory=dict, compare=False)

    def node(self, entity_id: str) -> NamedNode:
        """The IRI of an entity of this document."""
        entity = self.entities[entity_id]
        return entity_iri(entity.type, key_of(entity, self.document))

    def quad(self, subject: NamedNode, predicate: NamedNode, value: Term) -> Quad:
        """A statement in the graph of this document."""
        return Quad(subject, predicate, value, self.iri)

    def text(self, value: str) -> Literal:
        """Words of the document, tagged with its language."""
        return Literal(value, language=self.document.language)


def page_of(annotation: Annotation) -> Page:
    """The page of an annotation."""
    return Page(
        annotation.document, document_iri(annotation.document.text), {entity.id: entity for entity in annotation.entities}
    )


def key_of(entity: Entity, document: Document) -> str:
    """The key of an entity. Raises DataError when the identity step has given none."""
    if not entity.key:
        raise DataError(f"{document.file}: {entity.id} ({entity.name}) has no key; run the identity step first")
    return entity.key


def literal_date(value: str, file: str) -> Literal:
    """A date with the precision it has. Raises DataError for what is no ISO date.

    >>> literal_date("2021-11", "a.txt").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    for pattern, datatype in _PRECISIONS:
        if pattern.fullmatch(value):
            return Literal(value, datatype=datatype)
    try:
        return Literal(date.fromisoformat(value).isoformat(), datatype=t.XSD("date"))
    except ValueError as error:
        raise DataError(f"{file}: {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD") from error


@lru_cache(maxsize=2048)
def literal_confidence(value: float) -> Literal:
    """A confidence between 0 and 1 with at most three decimals.

    >>> literal_confidence(0.97).value, literal_confidence(7.0).value
    ('0.97', '1.0')
    """
    digits = f"{min(max(value, 0.0), 1.0):.3f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, datatype=_DECIMAL)


def selectors(page: Page, span: Span) -> Passage:
    """The position and the quote selector of a passage. Claims with one passage share them.

    Raises DataError when the passage lies outside of the document.
    """
    known = page.passages.get(span)
    if known is not None:
        return known
    document = page.document
    if not 0 <= span.start < span.end <= len(document.text):
        raise DataError(f"{document.file}: the evidence {span.start}–{span.end} lies outside of the text")
    position = NamedNode(f"{page.iri.value}#p-{span.start}-{span.end}")
    quote = NamedNode(f"{page.iri.value}#q-{span.start}-{span.end}")
    quads = [
        page.quad(position, t.TYPE, t.POSITION_SELECTOR),
        page.quad(position, t.START, Literal(str(span.start), datatype=_OFFSET)),
        page.quad(position, t.END, Literal(str(span.end), datatype=_OFFSET)),
        page.quad(quote, t.TYPE, t.QUOTE_SELECTOR),
        page.quad(quote, t.EXACT, page.text(clean_quote(document.slice(span)))),
    ]
    return page.passages.setdefault(span, (position, quote, quads))


def proof(page: Page, claim: NamedNode, fact: Fact | Detail) -> Iterator[Quad]:
    """What every claim carries: its source, its passage, how sure it is, and the rule that read it."""
    position, quote, passage = selectors(page, fact.evidence)
    yield from passage
    yield page.quad(claim, t.TYPE, t.ASSERTION)
    yield page.quad(claim, t.PRIMARY_SOURCE, page.iri)
    yield page.quad(claim, t.SELECTOR, position)
    yield page.quad(claim, t.SELECTOR, quote)
    yield page.quad(claim, t.CONFIDENCE, literal_confidence(fact.confidence))
    yield page.quad(claim, t.GENERATED_BY, rule_iri(fact.rule))


def claim_of(page: Page, fact: Fact | Detail, *said: Term) -> NamedNode:
    """The IRI of the claim a fact makes, from its type, its passage and what it says."""
    return claim_iri(page.iri, fact.type, f"{fact.evidence.start}-{fact.evidence.end}", *(str(term) for term in said))


def statement(page: Page, fact: Fact | Detail, subject: NamedNode, predicate: NamedNode, value: Term) -> Iterator[Quad]:
    """A binary claim: the plain statement, and an Assertion about it that carries the evidence."""
    claim = claim_of(page, fact, subject, predicate, value)
    yield page.quad(subject, predicate, value)
    yield page.quad(claim, t.SUBJECT, subject)
    yield page.quad(claim, t.PREDICATE, predicate)
    yield page.quad(claim, t.OBJECT, value)
    yield from proof(page, claim, fact)
