"""All annotations to the whole graph: claims, documents, entities, and what the rules draw from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pyoxigraph import Quad

from seriktes.errors import DataError
from seriktes.identity.translations import find_translations
from seriktes.identity.undecided import OpenPair, undecided
from seriktes.keeping.cards import Card, cards_of
from seriktes.model import Annotation, EntityType, Language
from seriktes.rdf.describe import (
    describe_claims,
    describe_copies,
    describe_document,
    describe_rules,
    describe_translations,
    rules_of,
)
from seriktes.rdf.inference import infer
from seriktes.rdf.iris import thing_of
from seriktes.rdf.keeping import NOTHING_KEPT, Keeping, graph_of
from seriktes.rdf.nodes import describe_aliases, describe_entities
from seriktes.rdf.open_pairs import describe_undecided
from seriktes.records import Kept


@dataclass(frozen=True, slots=True)
class Dataset:
    """The quads of the graph, and how many characters had to be taken out of labels."""

    quads: tuple[Quad, ...]
    claims: int
    removed_characters: int


class Piece(NamedTuple):
    """Some quads of the graph; ``graph``: the document whose claims are all among them, as N-Quads writes its IRI, ``rules`` those
    of the reader that the claims name."""

    quads: set[Quad]
    graph: str | None = None
    rules: Collection[str] = ()


#: A piece that is described when it is asked for, in whichever process.
Making = Callable[[], Piece]


def describe(
    annotations: Sequence[Annotation],
    names: Mapping[str, Mapping[Language, str]] | None = None,
    aliases: Mapping[str, tuple[EntityType, str]] | None = None,
    different: Collection[frozenset[str]] = (),
) -> Dataset:
    """The whole graph of some annotations whose entities have keys. Its order says nothing; writers sort.

    ``names`` are names given by people, by key and language; ``aliases`` other keys with the type and key they lead to,
    ``different`` pairs of keys that people said are two things.
    """
    entities, removed = describe_entities(annotations, names)
    quads = entities.union(*(making().quads for making in _beside_entities(annotations, aliases, different)))
    quads |= infer(quads)
    return Dataset(tuple(quads), sum(len(annotation.facts) for annotation in annotations), removed)


def described(
    annotations: Sequence[Annotation],
    names: Mapping[str, Mapping[Language, str]] | None = None,
    aliases: Mapping[str, tuple[EntityType, str]] | None = None,
    different: Collection[frozenset[str]] = (),
    keeping: Keeping = NOTHING_KEPT,
    pairs: Sequence[OpenPair] | None = None,
) -> Iterator[Making]:
    """What :func:`describe` gives without what the rules draw, piece by piece, and without what is kept of an earlier graph.

    ``pairs``: things that may be one, where that was asked already; ``different`` says nothing then. The largest pieces, those
    of all documents, come first.
    """
    told = Kept[tuple[EntityType, str], str](lambda named: thing_of(*named), 1 << 20)
    things = {graph_of(card): tuple({told[named] for named in _named(card)}) for card in cards_of(annotations)}
    renamed = {thing for (_, key), thing in told.items() if key in names} if names else ()
    touched = keeping.touched(things, renamed)
    yield lambda: Piece(describe_entities(annotations, names, touched)[0])
    yield from _beside_entities(annotations, aliases, different, keeping, pairs)


def _beside_entities(
    annotations: Sequence[Annotation],
    aliases: Mapping[str, tuple[EntityType, str]] | None,
    different: Collection[frozenset[str]],
    keeping: Keeping = NOTHING_KEPT,
    pairs: Sequence[OpenPair] | None = None,
) -> Iterator[Making]:
    yield lambda: Piece(describe_undecided(undecided(annotations, different) if pairs is None else pairs, annotations))
    yield lambda: Piece(describe_aliases(aliases or {}))
    yield lambda: Piece(describe_rules(keeping.rules()) if keeping.spared else set())
    for place, card in enumerate(cards_of(annotations)):
        if graph_of(card) not in keeping.spared:
            yield partial(_document, annotations, place, card)
        elif card.copies:
            yield partial(_reprints, card)
    yield lambda: Piece(describe_translations(find_translations(annotations)))


def _document(annotations: Sequence[Annotation], place: int, card: Card) -> Piece:
    """What is known of the document at a place, and what it claims."""
    annotation = annotations[place]
    claims = describe_claims(annotation)
    rules = rules_of(annotation, claims)
    return Piece(claims | describe_document(card, rules), graph_of(card), rules)


def _reprints(card: Card) -> Piece:
    """What is known of the reprints of a document that is spared."""
    return Piece(describe_copies(card))


def _named(card: Card) -> Iterator[tuple[EntityType, str]]:
    """The types and keys of the things that a document names. Raises DataError for one without a key."""
    for type_, key in zip(card.types, card.keys, strict=True):
        if not key:
            raise DataError(f"{card.file}: a thing has no key; run the identity step first")
        yield type_, key


def build_dataset(
    annotations: Sequence[Annotation],
    names: Mapping[str, Mapping[Language, str]] | None = None,
    aliases: Mapping[str, tuple[EntityType, str]] | None = None,
    different: Collection[frozenset[str]] = (),
) -> tuple[Quad, ...]:
    """The quads of the whole graph of some annotations; see :func:`describe`."""
    return describe(annotations, names, aliases, different).quads
