"""The words of a name as concepts: one word or the longest run of words that a list knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from seriktes.authority.records import LANGUAGES, load_authority
from seriktes.identity.lexicon import Sort, lexicon, place_of, sort_of, stem
from seriktes.identity.names import skeleton
from seriktes.model import Language
from seriktes.text import kazakh
from seriktes.text.scripts import fold

#: How much a word of each sort says about which body is meant.
WEIGHT: dict[Sort, float] = {
    "whole": 0.6,
    "unit": 0.8,
    "mission": 0.8,
    "generic": 0.45,
    "field": 1.0,
    "place": 1.0,
    "light": 0.1,
    "name": 1.5,
    "eponym": 0.7,
}
_NUMERAL = re.compile(r"^(?:[IVXІХ]{1,7}|\d+)$")
_LONGEST = 4
#: Kazakh endings that make adjectives and plurals of nouns, and the shortest word that is cut.
_DERIVED = kazakh.ADJECTIVE + kazakh.PLURAL
_SHORTEST = 5
#: What stands before and behind a word that tells between whom something is.
_BETWEEN: dict[Language, tuple[str, str]] = {"kk": ("", "аралық"), "ru": ("меж", ""), "en": ("inter", "")}
#: Letters that stand for other words in Kazakh initials than their Russian likeness does in Russian ones.
_OWN_VOWELS = {"ә": "ä", "ө": "ö", "ұ": "ū", "ү": "ü"}


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A word of a name: its concept (or skeleton where no list knows it), its sort, its skeleton."""

    concept: str
    sort: Sort
    skeleton: str

    @property
    def weight(self) -> float:
        """How much it says; «organization» is added and left out at will."""
        return 0.3 if self.concept == "organization" else WEIGHT[self.sort]


def language_of(word: str, language: Language) -> Language:
    """The language a word is read in: Latin words are English, Cyrillic ones in English texts Russian."""
    if word[0].isascii() and word[0].isalpha():
        return "en"
    return "ru" if language == "en" else language


@lru_cache(maxsize=200_000)
def known(word: str, language: Language) -> bool:
    """Whether a list knows the word."""
    lists = lexicon()
    key = (stem(word, language),)
    return key in lists.concepts[language] or fold(word) in lists.exact[language] or place_of(key, language) is not None


def words_at(raw: Sequence[str], start: int, language: Language) -> tuple[int, tuple[Word, ...]]:
    """How many words the longest listed run at a place has, and its concepts; else the word itself."""
    word = raw[start]
    if stem(word, language) in _openings()[language]:
        stems = tuple(stem(w, language) for w in raw[start : start + _LONGEST])
        for length in range(_phrase_ends(raw, start, language), 1, -1):
            concept = lexicon().concepts[language].get(stems[:length])
            if concept is not None:
                return length, (Word(concept, sort_of(concept), skeleton(word)),)
            place = place_of(stems[:length], language)
            if place is not None:
                return length, (Word(place, "place", skeleton(word)),)
    return 1, _single(word, language, start == len(raw) - 1)


def _phrase_ends(raw: Sequence[str], start: int, language: Language) -> int:
    """How many words a set phrase may have: «құқығын қорғау» is the protection of rights, no form of «құқық қорғау»."""
    length = min(_LONGEST, len(raw) - start)
    objects = (i for i in range(start, start + length - 1) if language == "kk" and kazakh.case_of(raw[i]) == "acc")
    return next(objects, start + length - 1) - start + 1


@cache
def _openings() -> dict[Language, frozenset[str]]:
    """The first stems of everything listed that has more than one word."""
    lists = lexicon()
    return {
        language: frozenset(key[0] for table in (lists.concepts, lists.places) for key in table[language] if len(key) > 1)
        for language in LANGUAGES
    }


@lru_cache(maxsize=200_000)
def _single(word: str, language: Language, last: bool) -> tuple[Word, ...]:
    """What one word stands for: nothing for small words, several concepts for a listed acronym."""
    lists, lower, key = lexicon(), fold(word), (stem(word, language),)
    # Names are cited in the nominative: what looks like a Kazakh ending of the last word is none.
    plain = skeleton(word if last and language == "kk" else _bare(word, language))
    acronym = lists.acronyms[language].get(word.split("-")[0]) or lists.acronyms[language].get(word)
    if acronym:
        return tuple(Word(c, "place" if is_place(c) else sort_of(c, "name"), c) for c in acronym)
    if lower in lists.dropped[language]:
        return ()
    if len(plain) <= 1 or (word.isupper() and lower in lists.light[language]):
        return (Word(plain, "light", plain),)
    concept = lists.exact[language].get(lower) or lists.concepts[language].get(key)
    if concept is not None:
        return (Word(concept, sort_of(concept), plain),)
    place = place_of(key, language)
    if place is not None and (word[0].isupper() or language != "en"):
        return (Word(place, "place", plain),)
    if key[0] in lists.dropped[language] and not word.isupper():  # «ИМО» is no form of «им»
        return ()
    if lower in lists.light[language] or key[0] in lists.light[language]:
        return (Word(plain, "light", plain),)
    return _foreign(word, language, plain)


def _foreign(word: str, language: Language, plain: str) -> tuple[Word, ...]:
    """A Kazakh word in a Russian text and the other way round; what nobody knows is a name."""
    base = _base(word) if language == "kk" else None
    if base is not None:
        return (Word(base, sort_of(base), plain),)
    among = _among(word, language)
    if among is not None:
        return (Word("between", "field", "between"), Word(among, sort_of(among), plain))
    other: Language | None = {"kk": "ru", "ru": "kk"}.get(language)  # type: ignore[assignment]
    concept = lexicon().concepts[other].get((stem(word, other),)) if other is not None else None
    if concept is not None:
        return (Word(concept, sort_of(concept), plain),)
    if _NUMERAL.match(word):
        return ()
    plain = _lettered(word) if word.isupper() and not word.isascii() else plain
    return (Word(plain, "name", plain),)


def _base(word: str) -> str | None:
    """The concept of the noun that a Kazakh adjective or plural no list has is made of: «халықтық», «еріктілердің»."""
    concepts = lexicon().concepts["kk"]
    for plain in (kazakh.nominative(fold(word)), stem(word, "kk")):
        if plain.endswith(_DERIVED) and len(plain) > _SHORTEST:
            return concepts.get((plain[:-3],)) or concepts.get((stem(plain[:-3], "kk"),))
    return None


def _among(word: str, language: Language) -> str | None:
    """The concept in «мәдениетаралық», «межкультурный», "intercultural", where no list has the whole word."""
    plain = kazakh.stem(fold(word)) if language == "kk" else fold(word)
    before, behind = _BETWEEN[language]
    if not (plain.startswith(before) and plain.endswith(behind)):
        return None
    rest = plain.removeprefix(before).removesuffix(behind).strip("-‐‑–")
    return lexicon().concepts[language].get((stem(rest, language),)) if len(rest) >= _SHORTEST else None


def _lettered(word: str) -> str:
    """Unlisted initials letter by letter: «ӘКК» is not «АКК», and neither is «АК»."""
    return "".join(_OWN_VOWELS.get(letter) or skeleton(letter) for letter in fold(word.split("-")[0]))


@lru_cache(maxsize=10_000)
def is_place(concept: str) -> bool:
    """Whether a concept is the key of a listed place."""
    record = load_authority().get(concept)
    return concept not in lexicon().sorts and record is not None and record.type == "Place"


def _bare(word: str, language: Language) -> str:
    """The word without a case ending, kept otherwise: proper names lose no possessive."""
    if language == "kk":
        return kazakh.nominative(word)
    if language == "ru" and word[:1].isupper() and not word.isupper() and len(word) > 4:
        return stem(word, "ru")
    return word.removesuffix("'s").removesuffix("’s")
