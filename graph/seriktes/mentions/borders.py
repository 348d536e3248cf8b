"""Where a marked name begins and ends: quotes in pairs, type words with quoted organisations, no stray punctuation."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.mentions.features import clean, quotes
from seriktes.mentions.lexicon import word_class
from seriktes.model import Language, Token

_EDGES = frozenset(",;:.!?)(][…–—-/|")
_OPENING = frozenset("«“„\"")
_CLOSING = frozenset("»”\"“")


def settle(tokens: Sequence[Token], start: int, end: int, label: str, language: Language) -> tuple[int, int]:
    """First and last-but-one place of a marked run, put right.

    >>> from seriktes.text.tokens import tokenize
    >>> tokens = tokenize("«Ақбота» қоғамдық қорының өкілі")
    >>> settle(tokens, 1, 2, "Organization", "kk")
    (0, 5)
    """
    words = [token.text for token in tokens[max(0, start - 12):end + 12]]
    shift = max(0, start - 12)
    pairs = [(a + shift, b + shift) for a, b in quotes(words)]
    start, end = _without_edges(tokens, start, end)
    if start >= end:
        return start, start
    start, end = _whole_quotes(tokens, start, end, pairs)
    if label == "Organization":
        start, end = _with_type_word(tokens, start, end, pairs, language)
    return _without_outer_quotes(tokens, start, end, pairs)


def _without_edges(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    while start < end and tokens[start].text in _EDGES:
        start += 1
    while end > start and tokens[end - 1].text in _EDGES:
        end -= 1
    return start, end


def _whole_quotes(tokens: Sequence[Token], start: int, end: int, pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    for opened, closed in pairs:
        if start <= opened < end <= closed and closed - end < 8:
            end = closed + 1
        elif opened < start <= closed < end:
            start = opened
    if end - start > 1 and tokens[start].text in _OPENING and not any(a == start for a, _ in pairs):
        start += 1
    if end - start > 1 and tokens[end - 1].text in _CLOSING and not any(b == end - 1 for _, b in pairs):
        end -= 1
    return start, end


def _with_type_word(tokens: Sequence[Token], start: int, end: int, pairs: Sequence[tuple[int, int]],
                    language: Language) -> tuple[int, int]:
    """«[Ақбота]» қоғамдық қоры → [«Ақбота» қоғамдық қоры]; in Russian and English the type word stands before."""
    inside = next(((a, b) for a, b in pairs if (a == start or a == start - 1) and b in (end - 1, end)), None)
    if inside is None:
        return start, end
    opened, closed = inside
    if language == "kk" or language == "en":
        for i in range(closed + 1, min(closed + 5, len(tokens))):
            word = tokens[i].text
            if not word[0].isalpha():
                break
            if word_class(clean(word), language) == "org":
                return opened, i + 1
    if language != "kk" and opened:
        before = tokens[opened - 1].text
        if word_class(clean(before), language) == "org":
            return opened - 1, closed + 1
    return start, end


def _without_outer_quotes(tokens: Sequence[Token], start: int, end: int,
                          pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if any((start, end - 1) == pair for pair in pairs) and end - start > 2:
        return start + 1, end - 1
    return start, end
