"""Names as rows of word stems, for finding one inside another."""

from __future__ import annotations

import re
from functools import lru_cache

from seriktes.model import Language
from seriktes.text import kazakh, russian

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(maxsize=5_000)
def stems(text: str, language: Language) -> tuple[str, ...]:
    """The stems of the words of a name; acronyms as they are, in lower case.

    >>> stems("Сыртқы істер министрлігінің", "kk"), stems("МИД Казахстана", "ru")
    (('сыртқ', 'істер', 'министрлік'), ('мид', 'казахстан'))
    """
    found = []
    for word in _WORD.findall(text):
        if language == "kk":
            found.append(kazakh.stem(word))
        elif language == "ru" and not word.isupper():
            found.append(russian.lemma(word))
        else:
            found.append(word.lower())
    return tuple(found)
