"""Kazakh bodies that the tagger left alone: listed ones («Бас прокуратура») and ministries, whose first word a sentence opens with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count

from seriktes.mentions.lexicon import key_of, lexicon, word_class
from seriktes.mentions.lists import word_list
from seriktes.mentions.tagging.named import Named
from seriktes.records import Kept
from seriktes.text import kazakh

#: How many words may stand before the type word.
_REACH = 6
#: As probable as a name is that its form or a list tells.
_SURE = 0.75


def bodies_left(words: Sequence[str], names: Sequence[Named]) -> Iterator[Named]:
    """The bodies among words that lie in none of the names.

    >>> list(bodies_left("Қорғаныс министрлігі мәлімдеді".split(), []))
    [Named(start=0, end=2, label='Organization', score=0.75)]
    """
    for head in compress(count(), map(_may_end.__getitem__, words)):
        start = _capital_before(words, head)
        if start is None or any(name.start <= head and start < name.end for name in names):
            continue
        if _is_ministry(words[head]) or _is_listed(words[start : head + 1]):
            yield Named(start, head + 1, "Organization", _SURE)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("put_right")["kk"][name].split())


def _ends_body(word: str) -> bool:
    """Whether a body's name may end in a word: not a department's, which every region has."""
    return word[:1].islower() and word_class(word, "kk") == "org" and kazakh.nominative(word) not in _words("everywhere")


_may_end = Kept(_ends_body)


def _capital_before(words: Sequence[str], head: int) -> int | None:
    """The nearest word with a capital before a type word, over small words and commas."""
    for i in range(head - 1, max(-1, head - _REACH - 1), -1):
        if words[i][0].isupper():
            return i if words[i][1:].islower() else None
        if not words[i].islower() and words[i] != ",":
            return None
    return None


def _is_ministry(word: str) -> bool:
    return kazakh.nominative(word) in _words("ministry")


def _is_listed(words: Sequence[str]) -> bool:
    keys = [key_of(word, "kk") for word in words]
    return any((start, end, kind) == (0, len(keys), "org") for start, end, kind in lexicon("kk").matches(keys))
