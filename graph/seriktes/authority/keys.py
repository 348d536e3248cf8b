"""What a word of a text may be looked up by in the authority lists, whatever its ending."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from seriktes.model import Language
from seriktes.records import Kept, KeptIn
from seriktes.text import kazakh
from seriktes.text.endings import russian_key, russian_key_anew
from seriktes.text.scripts import fold, fold_anew

_CYRILLIC_ENDING = re.compile(r"(?<=[A-Za-z])[-‐‑][а-яёәғқңөұүһі]{1,8}$")
_POSSESSIVE = re.compile(r"['’`]s?$")


def is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym: two capitals or more, none of its letters small but at most one.

    >>> [is_acronym(w) for w in ("БҰҰ", "FAO", "МИД", "ҚазҰУ", "Орал", "А")]
    [True, True, True, True, False, False]
    """
    return _acronyms[word]


def _is_acronym(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 and (
        word.isupper() or (len(word) <= 8 and 2 * capitals >= sum(c.isalpha() for c in word) - 1 and word[-1].isupper())
    )


_acronyms = Kept(_is_acronym)


def keys_of(word: str, language: Language) -> tuple[str, ...]:
    """The keys a word of a text may be looked up by, the surest first.

    >>> keys_of("Қазақстандағы", "kk"), keys_of("Министерством", "ru"), keys_of("Kazakhstan’s", "en")
    (('қазақстандағы', 'қазақстан'), ('министерств',), ('kazakhstan',))
    >>> keys_of("Вьетнама", "ru"), keys_of("Вьетнам", "ru")
    (('вьетнам', 'вьетн'), ('вьетн',))
    """
    return _keys[language][word]


def keys_anew(word: str, language: Language) -> tuple[str, ...]:
    """The same, and not kept: for words of lists, which are asked for once."""
    return _made(word, language, _ANEW)


class _By(NamedTuple):
    """By what keys are made: with what is known of the words of texts, or without."""

    fold: Callable[[str], str]
    analyse: Callable[[str], kazakh.Form]
    russian_key: Callable[[str], str]


_KEPT, _ANEW = _By(fold, kazakh.analyse, russian_key), _By(fold_anew, kazakh.analyse_anew, russian_key_anew)


def _made(word: str, language: Language, by: _By) -> tuple[str, ...]:
    if language == "en":
        latin = _CYRILLIC_ENDING.sub("", word)  # «British Council-дің»: a Latin name with a Kazakh or Russian ending
        return (_POSSESSIVE.sub("", by.fold(latin)),)
    if language == "ru":
        head, _, tail = word.partition("-")
        bare = head if tail.islower() and is_acronym(head) else word
        folded = by.fold(bare)
        key = by.russian_key(folded)
        shorter = by.russian_key(key)  # «Вьетнама», «в Саратове»: the nominative itself ends as a case would
        return (key,) if key in (shorter, folded) else (key, shorter)
    lower = by.fold(word)
    base = by.fold(by.analyse(word).base)
    return (lower,) if base == lower else (lower, base)


_keys = KeptIn(lambda word, language: _made(word, language, _KEPT))


def same_acronym(listed: str, word: str, language: Language) -> bool:
    """Whether a word is a listed acronym, in any case."""
    if word == listed:
        return True
    base = kazakh.nominative(word) if language != "en" else _POSSESSIVE.sub("", word)
    return base == listed or word.split("-")[0] == listed
