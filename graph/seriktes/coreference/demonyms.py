"""The country that an adjective tells: «кыргызский», «қырғыз», "Kyrgyz"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from seriktes.authority.records import load_authority
from seriktes.coreference.data import listed
from seriktes.model import Language
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold


def country_of_adjective(word: str, language: Language) -> str | None:
    """The code of the country that a word is an adjective of; None for other words.

    >>> country_of_adjective("Кыргызского", "ru"), country_of_adjective("Uzbek", "en"), country_of_adjective("горный", "ru")
    ('KG', 'UZ', None)
    """
    lower = fold(word)
    found = load_authority().demonyms.get(language, {}).get(lower)
    if found is None and language == "ru":
        found = _russian().get(russian_key(lower)) if "ск" in lower else None
    return found or None


@cache
def _russian() -> dict[str, str]:
    return {russian_key(fold(word)): country for word, country in load_authority().demonyms.get("ru", {}).items()}


def nation_of(words: Sequence[str], language: Language) -> str | None:
    """The country whose national body a name says it is: its adjective right before «национальный» or «государственный».

    >>> nation_of(["Кыргызский", "национальный", "музей"], "ru"), nation_of(["Kyrgyz", "National", "Museum"], "en")
    ('KG', 'KG')
    >>> nation_of(["Американский", "университет"], "ru") is None
    True
    """
    for adjective, of_a_state in itertools.pairwise(words):
        if fold(of_a_state).startswith(listed("of_a_state")):
            return country_of_adjective(adjective, language)
    return None
