"""The trained taggers as one voice among the patterns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.reading import Reading
from seriktes.mentions.tagger import Tagged, tag_sentences
from seriktes.model import Document, EntityType, Mention

_TYPES: dict[str, EntityType] = {"Person": "Person", "Organization": "Organization", "Place": "Place"}


def find_tagged(document: Document, readings: Sequence[Reading]) -> Iterator[Mention]:
    """What the taggers mark, with scores below those of the patterns, unless the words speak against it."""
    tagged = tag_sentences(document.text, [r.sentence for r in readings], layers=("names",))
    for reading, spans in zip(readings, tagged, strict=True):
        starts = {w.token.start: i for i, w in enumerate(reading.words)}
        ends = {w.token.end: i + 1 for i, w in enumerate(reading.words)}
        for span in spans:
            type_ = _TYPES.get(span.label)
            if type_ is None or span.start not in starts or span.end not in ends:
                continue
            start, end = starts[span.start], ends[span.end]
            score = _score(reading, start, end, span)
            if score > 0:
                yield reading.mention(start, end, type_, f"model:{span.source}", score, "person" if type_ == "Person" else None)


def _score(reading: Reading, start: int, end: int, span: Tagged) -> float:
    return 0.79 * span.score
