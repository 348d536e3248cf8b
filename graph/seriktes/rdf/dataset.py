"""All annotations to the whole graph: claims, documents, entities, and what the rules draw from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Quad

from seriktes.identity.translations import find_translations
from seriktes.identity.undecided import undecided
from seriktes.model import Annotation, EntityType, Language
from seriktes.rdf.describe import describe_claims, describe_document, describe_translations
from seriktes.rdf.inference import infer
from seriktes.rdf.nodes import describe_aliases, describe_entities
from seriktes.rdf.open_pairs import describe_undecided


@dataclass(frozen=True, slots=True)
class Dataset:
    """The quads of the graph, and how many characters had to be taken out of labels."""

    quads: tuple[Quad, ...]
    claims: int
    removed_characters: int


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
    quads, removed = describe_entities(annotations, names)
    quads |= describe_aliases(aliases or {})
    quads |= describe_undecided(undecided(annotations, different), annotations)
    for annotation in annotations:
        claims = describe_claims(annotation)
        quads |= claims
        quads |= describe_document(annotation, claims)
    quads |= describe_translations(find_translations(annotations))
    quads |= infer(quads)
    return Dataset(tuple(quads), sum(len(annotation.facts) for annotation in annotations), removed)


def build_dataset(
    annotations: Sequence[Annotation],
    names: Mapping[str, Mapping[Language, str]] | None = None,
    aliases: Mapping[str, tuple[EntityType, str]] | None = None,
    different: Collection[frozenset[str]] = (),
) -> tuple[Quad, ...]:
    """The quads of the whole graph of some annotations; see :func:`describe`."""
    return describe(annotations, names, aliases, different).quads
