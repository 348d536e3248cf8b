"""Where a marked name begins and ends: quotes in pairs, type words with quoted organisations, no stray punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import word_list
from seriktes.mentions.tagging.quote_features import quotes
from seriktes.mentions.tagging.word_features import clean
from seriktes.model import Language, Token

_EDGES = frozenset(",;:.!?)(][…–—-/|")
_OPENING = frozenset('«“„"')
_CLOSING = frozenset('»”"“')
_TITLES = frozenset(word_list("names")["other"]["titles"].split())
_WINDOW = 12

Pairs = Sequence[tuple[int, int]]


def settle(tokens: Sequence[Token], start: int, end: int, label: str, language: Language) -> list[tuple[int, int]]:
    """A marked run put right: first place and place after the last, for one name or for two that were run together.

    >>> from seriktes.text.tokens import tokenize
    >>> tokens = tokenize("«Ақбота» қоғамдық қорының өкілі")
    >>> settle(tokens, 1, 2, "Organization", "kk")
    [(0, 5)]
    """
    shift = max(0, start - _WINDOW)
    pairs = [(a + shift, b + shift) for a, b in quotes([token.text for token in tokens[shift : end + _WINDOW]])]
    if label in ("Event", "Project") and _is_speech(tokens, start, end, pairs):
        return []
    parts = _split(tokens, start, end, pairs, language) if label == "Organization" else [(start, end)]
    settled = [_settled(tokens, first, last, label, language, pairs) for first, last in parts]
    return [part for part in settled if part[0] < part[1]]


def _settled(tokens: Sequence[Token], start: int, end: int, label: str, language: Language, pairs: Pairs) -> tuple[int, int]:
    start, end = _without_edges(tokens, start, end)
    if start >= end:
        return start, start
    if label == "Post":
        start = next(
            (
                i + 1
                for i in range(end - 1, start - 1, -1)
                if tokens[i].text in _CLOSING and not any(start <= a and b == i for a, b in pairs)
            ),
            start,
        )
    start, end = _whole_brackets(tokens, *_whole_quotes(tokens, start, end, pairs))
    if label == "Organization":
        start, end = _with_type_word(tokens, start, end, pairs, language)
    return _without_outer_quotes(*_without_edges(tokens, start, end), pairs)


def _split(tokens: Sequence[Token], start: int, end: int, pairs: Pairs, language: Language) -> list[tuple[int, int]]:
    """Two organisations in a row: «… альянсы «…» ұйымымен», “… University and … University”; in Russian, a name and its short form."""
    if language == "ru":
        return _split_short_form(tokens, start, end)
    last = word_class(clean(tokens[end - 1].text), language)
    for i in range(start + 1, end - 1):
        before = tokens[i - 1].text
        if last != "org" or word_class(clean(before), language) != "org":
            continue
        joined = language == "en" and tokens[i].text == "and"
        if joined or (language == "kk" and any(i == a for a, _ in pairs) and before.endswith(("ы", "і"))):
            return [(start, i), (i + joined, end)]
    return [(start, end)]


def _split_short_form(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """«Центр поддержки малых рек (ЦПМР)»: the short form in brackets is a name of its own."""
    opened = next((i for i in range(start + 1, end - 1) if tokens[i].text == "("), end)
    inside = tokens[opened + 1].text if opened < end else ""
    if inside.isupper() and (opened + 2 == end or (opened + 3 == end and tokens[opened + 2].text == ")")):
        return [(start, opened), (opened + 1, opened + 2)]
    return [(start, end)]


def _is_speech(tokens: Sequence[Token], start: int, end: int, pairs: Pairs) -> bool:
    """Quoted words that somebody says («…», – деді; “…,” said) are no title."""
    closed = next((b for a, b in pairs if a <= start and end <= b + 1), None)
    if closed is None:
        return False
    after = [token.text for token in tokens[closed + 1 : closed + 3]]
    return tokens[closed - 1].text == "," or (after[:1] == [","] and after[1:2] in (["–"], ["—"], ["-"]))


def _without_edges(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    while start < end and (tokens[start].text in _EDGES or _is_title(tokens[start].text)):
        start += 1
    while end > start and tokens[end - 1].text in _EDGES and not _closes_inner(tokens, start, end):
        end -= 1
    return start, end


def _is_title(word: str) -> bool:
    return word == "the" or (word != "The" and word.lower() in _TITLES)


def _closes_inner(tokens: Sequence[Token], start: int, end: int) -> bool:
    return tokens[end - 1].text == ")" and any(token.text == "(" for token in tokens[start + 1 : end])


def _whole_brackets(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """A bracket that opens in the name and does not close there ends it before."""
    opened = [i for i in range(start, end) if tokens[i].text == "("]
    if opened and opened[-1] > start and all(tokens[i].text != ")" for i in range(opened[-1], end)):
        return start, opened[-1]
    return start, end


def _whole_quotes(tokens: Sequence[Token], start: int, end: int, pairs: Pairs) -> tuple[int, int]:
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


def _with_type_word(tokens: Sequence[Token], start: int, end: int, pairs: Pairs, language: Language) -> tuple[int, int]:
    """«[Ақбота]» қоғамдық қоры → [«Ақбота» қоғамдық қоры]; in Russian and English the type word may stand before."""
    inside = next(((a, b) for a, b in pairs if a in (start, start - 1) and b in (end - 1, end)), None)
    if inside is None:
        return start, end
    opened, closed = inside
    after = next(_type_words_after(tokens, closed, language), None) if language != "ru" else None
    if after is not None:
        return opened, after + 1
    if language != "kk" and opened and word_class(clean(tokens[opened - 1].text), language) == "org":
        return opened - 1, closed + 1
    return start, end


def _type_words_after(tokens: Sequence[Token], closed: int, language: Language) -> Iterator[int]:
    for i in range(closed + 1, min(closed + 5, len(tokens))):
        if not tokens[i].text[0].isalpha():
            return
        if word_class(clean(tokens[i].text), language) == "org":
            yield i


def _without_outer_quotes(start: int, end: int, pairs: Pairs) -> tuple[int, int]:
    if any((start, end - 1) == pair for pair in pairs) and end - start > 2:
        return start + 1, end - 1
    return start, end
