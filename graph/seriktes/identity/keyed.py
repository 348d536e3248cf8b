"""Annotations with the keys that were found for their entities, made one by one when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from seriktes.authority.records import load_authority
from seriktes.identity.profiles import Place
from seriktes.keeping.cards import OneByOne
from seriktes.model import Annotation, Entity


class Keyed(OneByOne):
    """``annotations`` with the key of every entity set; ``keys`` has them. Neither is to be changed."""

    def __init__(self, annotations: Sequence[Annotation], keys: Mapping[Place, str]) -> None:
        self._annotations, self.keys = annotations, keys

    def __len__(self) -> int:
        return len(self._annotations)

    def made(self, place: int) -> Annotation:
        """The annotation at a place, with its keys."""
        annotation = self._annotations[place]
        document = annotation.document.id
        return replace(annotation, entities=tuple(_with_key(e, self.keys[document, e.id]) for e in annotation.entities))


def _with_key(entity: Entity, key: str) -> Entity:
    """The entity with its key; where a person said it is another thing than the record it was matched to, without that."""
    authority = entity.authority
    if authority is not None and authority != key:
        authority = key if load_authority().get(key) else None
    return replace(entity, key=key, authority=authority)


def keys_of(annotations: Sequence[Annotation]) -> Mapping[Place, str]:
    """The key of every entity of resolved annotations."""
    if isinstance(annotations, Keyed):
        return annotations.keys
    return {(a.document.id, e.id): e.key for a in annotations for e in a.entities if e.key}
