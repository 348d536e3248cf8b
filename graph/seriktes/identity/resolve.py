"""Keys for entities (first slice): the authority key where a list knows the thing, else a key made of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from seriktes.model import Annotation, Entity


def resolve(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The annotations with the key of every entity set."""
    return tuple(replace(a, entities=tuple(replace(e, key=_key(e, a.document.id)) for e in a.entities)) for a in annotations)


def _key(entity: Entity, document: str) -> str:
    if entity.authority:
        return entity.authority
    name = re.sub(r"[\W_]+", "-", (entity.name_en or entity.name).lower()).strip("-") or entity.id
    return f"{name}-{document}" if entity.type in ("Event", "Agreement") else name
