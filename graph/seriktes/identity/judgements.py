"""What a person decided: these two are the same, or are not. Applied before anything is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: An entity of one document: (document id, entity id).
Place = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """A decision about two things, each a key of the authority lists or, as ``(document, entity id)``, an entity.

    >>> Judgement("same", ("001", "e25"), ("002", "e46")).verdict
    'same'
    """

    verdict: Literal["same", "different"]
    left: str | Place
    right: str | Place
    reason: str = ""
