"""All annotations to the whole graph: claims, documents, entities, and what the rules draw from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Quad

from seriktes.model import Annotation
from seriktes.rdf.describe import describe_claims, describe_document
from seriktes.rdf.inference import infer
from seriktes.rdf.nodes import describe_entities


@dataclass(frozen=True, slots=True)
class Dataset:
    """The quads of the graph, and how many characters had to be taken out of labels."""

    quads: tuple[Quad, ...]
    claims: int
    removed_characters: int


def describe(annotations: Sequence[Annotation]) -> Dataset:
    """The whole graph of some annotations whose entities have keys. Its order says nothing; writers sort."""
    quads, removed = describe_entities(annotations)
    for annotation in annotations:
        claims = describe_claims(annotation)
        quads |= claims
        quads |= describe_document(annotation, claims)
    quads |= infer(quads)
    return Dataset(tuple(quads), sum(len(annotation.facts) for annotation in annotations), removed)


def build_dataset(annotations: Sequence[Annotation]) -> tuple[Quad, ...]:
    """The quads of the whole graph of some annotations."""
    return describe(annotations).quads
