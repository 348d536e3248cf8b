"""What a person decided: these two are the same, or are not. Applied before anything is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: An entity of one document: (document id, entity id); ("", key) for a record of the authority lists.
Place = tuple[str, str]

#: What one side of a judgement names: a key of the authority lists, an entity, or several entities that are one thing.
Side = str | Place | frozenset[Place]


def places_of(side: Side) -> frozenset[Place]:
    """The places a side names.

    >>> sorted(places_of("mfa-kazakhstan")), sorted(places_of(("001", "e25")))
    ([('', 'mfa-kazakhstan')], [('001', 'e25')])
    """
    if isinstance(side, frozenset):
        return side
    return frozenset({("", side) if isinstance(side, str) else side})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about two things, each a key of the authority lists or entities, as ``(document, entity id)``.

    >>> Judgement("same", ("001", "e25"), ("002", "e46")).verdict
    'same'
    """

    verdict: Literal["same", "different"]
    left: Side
    right: Side
    reason: str = ""

    @property
    def sides(self) -> tuple[frozenset[Place], frozenset[Place]]:
        """The places of both sides."""
        return places_of(self.left), places_of(self.right)
