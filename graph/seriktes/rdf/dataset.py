"""All annotations to the whole graph: claims, documents, entities, and what the rules draw from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pyoxigraph import Quad

from seriktes.identity.translations import find_translations
from seriktes.identity.undecided import OpenPair, undecided
from seriktes.model import Annotation, EntityType, Language
from seriktes.rdf.describe import describe_claims, describe_document, describe_translations, rules_of
from seriktes.rdf.inference import infer
from seriktes.rdf.iris import thing_of
from seriktes.rdf.keeping import NOTHING_KEPT, Keeping, graph_of
from seriktes.rdf.nodes import describe_aliases, describe_entities
from seriktes.rdf.open_pairs import describe_undecided
from seriktes.rdf.page import key_of


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
    things = {graph_of(a): {thing_of(e.type, key_of(e, a.document)) for e in a.entities} for a in annotations}
    renamed = {thing_of(e.type, e.key) for a in annotations for e in a.entities if e.key and e.key in names} if names else ()
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
    yield from (partial(_document, annotation, keeping) for annotation in annotations)
    yield lambda: Piece(describe_translations(find_translations(annotations)))


def _document(annotation: Annotation, keeping: Keeping) -> Piece:
    """What is known of a document and, unless it is spared, what it claims."""
    graph = graph_of(annotation)
    known = keeping.rules_of(graph)
    if known is not None:
        return Piece(describe_document(annotation, known))
    claims = describe_claims(annotation)
    rules = rules_of(annotation, claims)
    return Piece(claims | describe_document(annotation, rules), graph, rules)


def build_dataset(
    annotations: Sequence[Annotation],
    names: Mapping[str, Mapping[Language, str]] | None = None,
    aliases: Mapping[str, tuple[EntityType, str]] | None = None,
    different: Collection[frozenset[str]] = (),
) -> tuple[Quad, ...]:
    """The quads of the whole graph of some annotations; see :func:`describe`."""
    return describe(annotations, names, aliases, different).quads
