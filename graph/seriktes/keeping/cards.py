"""What most steps ask of a document without what stands in it: a card, a tenth as long to fetch as its annotation."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from seriktes.model import Annotation, Copy, Document, EntityType, FactType, Language, Origin, text_digest


class Card(NamedTuple):
    """A document as steps list it: what it is, and which things and kinds of facts are in it.

    ``digest`` is the SHA-256 of its text; ``types`` and ``keys`` are those of its entities, in their order, ``facts`` the types of its facts.
    """

    id: str
    file: str
    digest: str
    language: Language
    published: str | None
    publisher: str | None
    warnings: tuple[str, ...]
    origin: Origin | None
    copies: tuple[Copy, ...]
    types: tuple[EntityType, ...]
    keys: tuple[str | None, ...]
    facts: tuple[FactType, ...]


def card_of(annotation: Annotation) -> Card:
    """The card of an annotation."""
    document, entities = annotation.document, annotation.entities
    return Card(
        document.id,
        document.file,
        text_digest(document.text),
        document.language,
        document.published,
        document.publisher,
        document.warnings,
        document.origin,
        document.copies,
        tuple([entity.type for entity in entities]),
        tuple([entity.key for entity in entities]),
        tuple([fact.type for fact in annotation.facts]),
    )


def document_card(document: Document) -> Card:
    """The card of a document of which nothing was read yet."""
    return card_of(Annotation(document, (), ()))


def copy_of(card: Card) -> Copy:
    """A document as a reprint of another."""
    return Copy(card.id, card.file, card.digest, card.published, card.publisher, card.origin.url if card.origin else None)


class OneByOne(Sequence[Annotation]):
    """Annotations that are made, one by one, when they are asked for."""

    @abstractmethod
    def made(self, place: int) -> Annotation:
        """The annotation at a place. Raises IndexError where there is none."""

    def cards(self) -> Iterator[Card]:
        """The card of each."""
        return map(card_of, self)

    @overload
    def __getitem__(self, place: int) -> Annotation: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Annotation, ...]: ...

    def __getitem__(self, place: int | slice) -> Annotation | tuple[Annotation, ...]:
        if isinstance(place, slice):
            return tuple(self.made(number) for number in range(*place.indices(len(self))))
        return self.made(place)


def cards_of(annotations: Iterable[Annotation]) -> Iterator[Card]:
    """The card of each annotation."""
    return annotations.cards() if isinstance(annotations, OneByOne) else map(card_of, annotations)
