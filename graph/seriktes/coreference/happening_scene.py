"""What the grouping of events, agreements and projects looks at: each mention's sentence, type word and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from seriktes.mentions.happening_words import keys_of, listed
from seriktes.mentions.happenings.lines import Line, read_lines
from seriktes.mentions.happenings.titles_again import title_key
from seriktes.model import Document, Mention
from seriktes.text import kazakh, russian
from seriktes.text.language import language_of

#: How far from a title its type word may stand, in characters.
_REACH = 60


class Scene:
    """A document with its happenings in order: ``line_of`` and ``nouns`` (the type word's noun) go by their places."""

    def __init__(self, document: Document, items: Sequence[Mention], names: Sequence[Mention]) -> None:
        self.document, self.items = document, items
        self.line_of = _lines_of(items, read_lines(document, names))
        self.nouns = [_noun(item, line) for item, line in zip(items, self.line_of, strict=True)]
        self._by_type: dict[str, list[int]] = {}
        for place, item in enumerate(items):
            self._by_type.setdefault(item.type, []).append(place)

    def of_type(self, type_: str) -> list[int]:
        """Places of the mentions of a type, in order."""
        return self._by_type.get(type_, [])

    def gap(self, left: int, right: int) -> str:
        """The text between two mentions."""
        return self.document.text[self.items[left].end : self.items[right].start]

    def in_heading(self, place: int) -> bool:
        """Whether the mention stands in a headline."""
        line = self.line_of[place]
        return line is not None and line.heading

    def parties(self, place: int) -> set[str]:
        """The organisations and persons named in the mention's sentence."""
        line = self.line_of[place]
        found = dict.fromkeys(line.names if line is not None else ())
        return {title_key(name.text) for name in found if name is not None and name.type in ("Organization", "Person")}


def _lines_of(items: Sequence[Mention], lines: Sequence[Line]) -> list[Line | None]:
    found: list[Line | None] = []
    place = 0
    for item in items:
        while place < len(lines) and lines[place].sentence.end <= item.start:
            place += 1
        held = place < len(lines) and lines[place].sentence.start <= item.start
        found.append(lines[place] if held else None)
    return found


def _noun(item: Mention, line: Line | None) -> str:
    """The noun of the type word in the mention, or nearest to it where the mention is a title."""
    heads = [(line.span(h.start, h.end), h) for h in line.heads if h.type == item.type] if line is not None else []
    inside = [head for span, head in heads if item.covers(span)]
    if line is not None and inside and not item.rule.endswith("quoted"):
        return inside[0 if line.language == "ru" and item.type == "Event" else -1].noun
    heads = [(span, head) for span, head in heads if not item.covers(span)]
    near = [(max(span.start - item.end, item.start - span.end), place) for place, (span, _) in enumerate(heads)]
    distance, place = min(near, default=(_REACH, 0))
    return heads[place][1].noun if distance < _REACH else ""


@lru_cache(maxsize=10_000)
def _simplified(text: str, agreement: bool) -> str:
    key = title_key(text)
    language = language_of(text)
    if language == "ru":
        return " ".join(russian.lemma(word) if agreement else word[: max(4, len(word) - 2)] for word in key.split())
    before, _, last = key.rpartition(" ")
    return f"{before} {kazakh.stem(last) if language == 'kk' and last else last}".strip()


def simplified(item: Mention) -> str:
    """A mention for comparing: small letters, no quotes, no case endings."""
    return _simplified(item.text, item.type == "Agreement")


def ordinal_number(scene: Scene, place: int) -> int:
    """Which session it is: «екінші сессияда» is 2; 0 where the number is not spelled out."""
    line, text = scene.line_of[place], title_key(scene.items[place].text)
    if line is None or not text:
        return 0
    first = text.split()[0]
    keys = {first, *keys_of(first, line.language)}
    return next((number for number, word in enumerate(listed(line.language, "events.ordinals"), 1) if word in keys), 0)
