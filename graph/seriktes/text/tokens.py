"""Words with offsets: hyphenated endings stay whole («БҰҰ-ның»), initials keep their dot («С.»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.model import Token

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІЎЋЂЇЄҐ"
_JOINER = "\u00ad\u200b\u200c\u200d\u2060"
_WORD = rf"[^\W_](?:[^\W_]|[{_JOINER}\u0300-\u036f])*+"
_TOKEN = re.compile(
    rf"""
      [A-Za-z0-9][A-Za-z0-9-]*+(?:\.[A-Za-z0-9-]++)*?\.(?:kz|ru|com|org|uk|net|int|gov|edu|info|kg|uz|tj|tm|tv|KZ|RU|UZ|KG)\b(?:-[^\W\d_]++)?
    | (?:(?:[{_UPPER}][а-яё]?|(?:Zh|Sh|Ch|Kh|Gh|Yu|Ya|Ye|Yo|Ts))\.)(?=[\s\xa0]?[{_UPPER}])   # an initial: «С.», «Дж.», "Zh."
    | \d++(?:[.,:]\d++)*+(?:[-‐‑][^\W\d_]++)?             # a number with its ending: «150-ден»
    | {_WORD}(?:[-‐‑'’ʼ‘ʻ]{_WORD})*+
    | \.\.\.
    | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, with offsets into the whole text.

    >>> [t.text for t in tokenize("«БҰҰ-ның» өкілі С.Абдрахманов, Egemen.kz")]
    ['«', 'БҰҰ-ның', '»', 'өкілі', 'С.', 'Абдрахманов', ',', 'Egemen.kz']
    """
    stop = len(text) if end is None else end
    return tuple([Token(*m.span(), m[0]) for m in _TOKEN.finditer(text, start, stop)])


def words_in(text: str) -> list[str]:
    """The words of the same tokens where nobody asks for offsets: four times as fast.

    >>> words_in("С.Абдрахманов, Egemen.kz")
    ['С.', 'Абдрахманов', ',', 'Egemen.kz']
    """
    return _TOKEN.findall(text)


def each_word(text: str) -> Iterator[str]:
    """The same one by one, for those who ask for the first.

    >>> next(each_word("С.Абдрахманов, Egemen.kz"))
    'С.'
    """
    return (match[0] for match in _TOKEN.finditer(text))


def is_word(token: Token) -> bool:
    """Whether the token is a word or a number rather than punctuation."""
    return token.text[0].isalnum()
