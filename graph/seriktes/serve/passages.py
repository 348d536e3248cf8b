"""Sentences with the names in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from seriktes.rdf.iris import entity_iri
from seriktes.serve.claims import Claim


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``iri`` is the thing it names, if it is a name."""

    text: str
    iri: str | None = None


@dataclass(slots=True)
class Passage:
    """A passage of a document in pieces, and the claims that stand in it."""

    document: str
    start: int
    end: int
    pieces: list[Piece]
    claims: list[Claim] = field(default_factory=list)


class Names:
    """Where in each document which thing is named, by the document's id."""

    def __init__(self, annotations: Mapping[str, Mapping[str, Any]]) -> None:
        self._mentions: dict[str, list[tuple[int, int, str]]] = {}
        for document, annotation in annotations.items():
            found = []
            for entity in annotation.get("entities", ()):
                if not entity.get("key"):
                    continue
                iri = entity_iri(entity["type"], entity["key"]).value
                found += [(mention["start"], mention["end"], iri) for mention in entity["mentions"]]
            self._mentions[document] = sorted(found, key=lambda mention: (mention[0], -mention[1]))
        self._documents: dict[str, dict[str, int]] = {}
        for document, mentions in sorted(self._mentions.items()):
            for _, _, iri in mentions:
                counts = self._documents.setdefault(iri, {})
                counts[document] = counts.get(document, 0) + 1

    def pieces(self, document: str, start: int, quote: str, first: str | None = None) -> list[Piece]:
        """A quote cut at its names. Where names overlap, those of ``first`` win, then longer ones."""
        end = start + len(quote)
        inside = [m for m in self._mentions.get(document, ()) if start <= m[0] < m[1] <= end]
        kept: list[tuple[int, int, str]] = []
        for mention in sorted(inside, key=lambda m: (m[2] != first, m[0] - m[1], m[0])):
            if all(mention[1] <= other[0] or other[1] <= mention[0] for other in kept):
                kept.append(mention)
        return _cut(quote, start, sorted(kept))

    def documents(self, iri: str) -> dict[str, int]:
        """In which documents, by their ids, a thing is named, and how often."""
        return self._documents.get(iri, {})

    def counted(self, document: str) -> dict[str, int]:
        """How often each thing is named in a document."""
        counts: dict[str, int] = {}
        for _, _, iri in self._mentions.get(document, ()):
            counts[iri] = counts.get(iri, 0) + 1
        return counts


def _cut(quote: str, start: int, mentions: Iterable[tuple[int, int, str]]) -> list[Piece]:
    pieces, place = [], start
    for begin, end, iri in mentions:
        if begin > place:
            pieces.append(Piece(quote[place - start : begin - start]))
        pieces.append(Piece(quote[begin - start : end - start], iri))
        place = end
    if place - start < len(quote):
        pieces.append(Piece(quote[place - start :]))
    return pieces


def passages(claims: Sequence[Claim], names: Names, ids: Mapping[str, str], first: str | None = None) -> list[Passage]:
    """Claims gathered under the passages they stand in; ``ids`` gives a document's id for its IRI."""
    gathered: dict[tuple[str, int, int], Passage] = {}
    for claim in claims:
        place = (claim.document, claim.start, claim.end)
        if place not in gathered:
            pieces = names.pieces(ids.get(claim.document, ""), claim.start, claim.quote, first)
            gathered[place] = Passage(*place, pieces)
        gathered[place].claims.append(claim)
    return list(gathered.values())
