"""What was judged of documents, laid down for the steps to come: of those of which nothing is told otherwise, as the build before left it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from seriktes.building.gathering import Gathered
from seriktes.identity.keyed import Keyed
from seriktes.keeping.cards import Card
from seriktes.keeping.laid import Laid, put_together, taken_apart
from seriktes.keeping.stock import Stock
from seriktes.model import Annotation
from seriktes.rdf.keeping import digest_of


def lay_judged(path: Path, found: Gathered, judged: Sequence[Annotation], before: Stock | None) -> tuple[Laid, dict[str, str]]:
    """Lay down what was ``judged`` of what was ``found``; with a digest of all that is told of each document, by its id."""
    laid, digests, left = Laid(path), dict[str, str](), before.laid if before else None
    keyed = judged if isinstance(judged, Keyed) else None  # people may have said anything of any of the others
    there = {name: number for number, name in enumerate(before.told)} if before and left and keyed else {}
    waiting: list[int] = []
    for place, (card, reading) in enumerate(zip(found.annotations.cards(), found.readings, strict=True)):
        number = there.get(card.id)
        digest = _as_it_was(left, number, card, reading, keyed) if left and keyed and number is not None else None
        if digest is not None and number is not None:
            waiting.append(number)
        else:
            if left:
                laid.take(left, waiting)
                waiting.clear()
            annotation = judged[place]
            digest = digest_of(annotation, reading)
            ids, keys = [e.id for e in annotation.entities], [e.key for e in annotation.entities]
            laid.add(annotation, taken_apart((digest, reading, card.copies, ids, keys) if keyed else None))
        digests[card.id] = digest
    if left:
        laid.take(left, waiting)
    laid.write()
    return laid, digests


def _as_it_was(left: Laid, number: int, card: Card, reading: bytes, judged: Keyed) -> str | None:
    """The digest of all that was told of a document by the program alone, if that is what it tells of it now."""
    told = put_together(left.given(number))
    if told is None:
        return None
    digest, was_read, copies, ids, keys = told
    same = was_read == reading and copies == card.copies and [judged.keys[card.id, entity] for entity in ids] == keys
    return digest if same else None


def keep_judged(stock: Stock, judged: Sequence[Annotation]) -> None:
    """Leave it for the next build."""
    if isinstance(judged, Laid):
        stock.keep(judged, [card.id for card in judged.cards()])
