"""A sentence as the happening rules read it: folded words, the names it holds, its quotes, whether it is a heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from seriktes.mentions.features import quotes
from seriktes.model import Document, EntityType, Language, Mention, Sentence, Span, Token
from seriktes.text.scripts import fold

_BODY_LENGTH = 110
_ENDERS = ".:;!?…»”\""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; ``names[i]`` is the given name that token ``i`` is a part of."""

    number: int
    sentence: Sentence
    text: str
    words: tuple[str, ...]
    names: tuple[Mention | None, ...]
    quotes: tuple[tuple[int, int], ...]
    heading: bool
    body: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @property
    def language(self) -> Language:
        """The sentence's language."""
        return self.sentence.language

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The characters from token ``start`` to before token ``end``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def capital(self, place: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.tokens[place].text[:1].isupper()

    def is_word(self, place: int) -> bool:
        """Whether the token is a word or number."""
        return self.tokens[place].text[0].isalnum()

    def opens(self, place: int) -> bool:
        """Whether the word begins the sentence or a quote or follows a full stop or colon: its capital tells nothing."""
        return place == 0 or (not self.is_word(place - 1) and self.words[place - 1] not in (",", "(", ")", "-", "–", "—", "/")) \
            or (place == 1 and not self.is_word(0)) or (self.words[place - 1] in ("–", "—", "-") and place <= 8)

    def mention(self, start: int, end: int, type_: EntityType, kind: str, rule: str, score: float) -> Mention:
        """A mention of these tokens."""
        span = self.span(start, end)
        return Mention(span.start, span.end, self.text[span.start - self.sentence.start:span.end - self.sentence.start],
                       type_, kind, rule=rule, score=score)


def read_lines(document: Document, names: Sequence[Mention]) -> tuple[Line, ...]:
    """All sentences of a document as lines, photo captions left out."""
    ordered = sorted(names)
    starts = [name.start for name in ordered]
    body = _first_body_paragraph(document)
    lines = []
    counted = 0
    for number, sentence in enumerate(document.sentences):
        if any(caption.covers(sentence) for caption in document.captions):
            continue
        heading = sentence.paragraph < body
        counted += not heading
        lines.append(_line(document, number, sentence, ordered, starts, heading, 0 if heading else counted))
    return tuple(lines)


def _line(document: Document, number: int, sentence: Sentence, names: Sequence[Mention], starts: Sequence[int],
          heading: bool, body: int) -> Line:
    tokens = sentence.tokens
    held = tuple(_name_at(token, names, starts) for token in tokens)
    return Line(number, sentence, document.slice(sentence), tuple(fold(token.text) for token in tokens), held,
                tuple(quotes([token.text for token in tokens])), heading, body)


def _name_at(token: Token, names: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    place = bisect_right(starts, token.start) - 1
    return names[place] if place >= 0 and names[place].end > token.start else None


def _first_body_paragraph(document: Document) -> int:
    """Number of the paragraph in which the report begins: the first long one that ends like a sentence."""
    ends: dict[int, tuple[int, int]] = {}
    for sentence in document.sentences:
        start = ends.get(sentence.paragraph, (sentence.start, 0))[0]
        ends[sentence.paragraph] = (start, sentence.end)
    for paragraph, (start, end) in ends.items():
        if end - start >= _BODY_LENGTH and document.text[end - 1] in _ENDERS:
            return paragraph
    return 0
