"""Paragraphs and sentences with offsets, for Kazakh, Russian and English in one text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from seriktes.model import Language, Sentence, Span, Token
from seriktes.text.language import language_of
from seriktes.text.tokens import tokenize

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("»”\"')]’")
_OPENERS = frozenset('«“„"([‘—–-')
_QUOTE_PAIRS = {"«": "»", "“": "”", "„": "“"}
#: A quoted name with a full stop inside («Тірі мұра. Қазақстан») is one; longer quotes are speech and may be split.
_LONGEST_QUOTED_NAME = 14
#: In words. No sentence of a report is longer; what comes after is read in pieces, so that time stays linear.
_LONGEST_SENTENCE = 400


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    data = loads((files("seriktes.text") / "abbreviations.toml").read_text(encoding="utf-8"))
    return frozenset(data["before_anything"]), frozenset(data["before_small_only"])


def paragraphs(text: str, furniture: Sequence[Span] = ()) -> Iterator[Span]:
    """The paragraphs of a text: its lines, with hard-wrapped ones joined, and without the page furniture.

    >>> [(p.start, p.end) for p in paragraphs("Бірінші жол.\\nЕкінші жол\\nжалғасы.")]
    [(0, 12), (13, 32)]
    """
    current: Span | None = None
    for line in _lines(text, furniture):
        if current is not None and _continues(text, current, line):
            current = Span(current.start, line.end)
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _lines(text: str, furniture: Sequence[Span]) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        start, end = match.span()
        for cut in furniture:
            if cut.start <= start < cut.end:
                start = min(cut.end, end)
            elif start < cut.start < end:
                end = cut.start
        while start < end and (text[start].isspace() or text[start] == "\ufeff"):
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end)


def _continues(text: str, before: Span, line: Span) -> bool:
    gap = text[before.end : line.start]
    return gap.count("\n") < 2 and text[line.start].islower() and text[before.end - 1] not in ".!?:;…"


def split_sentences(text: str, furniture: Sequence[Span] = (), default: Language = "kk") -> tuple[Sentence, ...]:
    """All sentences of a text in order; language by sentence, with the document's language as default."""
    sentences = []
    for number, paragraph in enumerate(paragraphs(text, furniture)):
        tokens = tokenize(text, paragraph.start, paragraph.end)
        for run in (piece for whole in _runs(text, tokens) for piece in _pieces(whole)):
            span = Span(run[0].start, run[-1].end)
            sentences.append(Sentence(span.start, span.end, run, language_of(text[span.start : span.end], default), number))
    return tuple(sentences)


def _pieces(run: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The run itself, or, where it is far too long for a sentence (a table, a dump), pieces of it."""
    for start in range(0, len(run), _LONGEST_SENTENCE):
        yield run[start : start + _LONGEST_SENTENCE]


def _runs(text: str, tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    inside = _quoted_names(tokens)
    start = 0
    for place, token in enumerate(tokens):
        if token.text not in _ENDERS and token.text != "...":
            continue
        stop = place + 1
        while stop < len(tokens) and (tokens[stop].text in _CLOSERS or tokens[stop].text in _ENDERS) and _touches(tokens, stop):
            stop += 1
        if place < start or stop >= len(tokens) or place in inside:
            continue
        if _ends_here(text, tokens, place, stop):
            yield tokens[start:stop]
            start = stop
    if start < len(tokens):
        yield tokens[start:]


def _touches(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].start == tokens[place - 1].end


def _quoted_names(tokens: Sequence[Token]) -> set[int]:
    """Places of tokens inside short quotes, where a full stop is part of a name."""
    inside: set[int] = set()
    opened: tuple[int, str] | None = None
    for place, token in enumerate(tokens):
        if token.text in _QUOTE_PAIRS:
            opened = (place, _QUOTE_PAIRS[token.text])
        elif opened and token.text == opened[1]:
            if place - opened[0] <= _LONGEST_QUOTED_NAME and tokens[place - 1].text not in _ENDERS:
                inside.update(range(*(opened[0], place)))
            opened = None
    return inside


def _ends_here(text: str, tokens: Sequence[Token], place: int, stop: int) -> bool:
    following = tokens[stop]
    if following.start == tokens[stop - 1].end and following.text not in _OPENERS and not text[following.start].isupper():
        return False
    first = next((t.text for t in tokens[stop : stop + 3] if t.text not in _OPENERS), following.text)
    if first[0].islower():
        return False
    if tokens[place].text != ".":
        return True
    if place == 1 and tokens[0].text.isdigit():
        return False  # «1. Меморандум …»: the number of a list
    word = tokens[place - 1].text.lower() if place and tokens[place - 1].end == tokens[place].start else ""
    anything, small_only = _abbreviations()
    if word in anything or (len(word) == 1 and word.isalpha() and following.text[0].isupper()):
        return False
    if word in ("ж", "г", "жж", "гг") or word in small_only:
        return first[0].isupper() and word in small_only
    return True


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The sentence, of sentences in order, that holds an offset."""
    place = bisect_right(sentences, offset, key=lambda s: s.start) - 1
    return sentences[place] if place >= 0 and offset < sentences[place].end else None
