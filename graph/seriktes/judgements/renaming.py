"""Annotations under the names that people gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from seriktes.judgements.judge import Names
from seriktes.model import Annotation, Entity, Language


def renamed(annotations: Iterable[Annotation], names: Names) -> Iterator[Annotation]:
    """The annotations with the given names for the citation forms, as a file of them shows them."""

    def named(entity: Entity, language: Language) -> Entity:
        given = names.get(entity.key or "", {})
        return replace(entity, name=given.get(language, entity.name), name_en=given.get("en", entity.name_en))

    for a in annotations:
        yield replace(a, entities=tuple(named(e, a.document.language) for e in a.entities)) if names else a
