"""The word lists behind events, agreements and projects, and how a word of a text is looked up in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from seriktes.model import Language
from seriktes.records import Kept, KeptIn
from seriktes.resources import Tables
from seriktes.text import russian
from seriktes.text.scripts import fold

_ENDING = re.compile(
    r"(?:л[ае]р|д[ае]р|т[ае]р)?(?:ымыз|іміз|мыз|міз|с?[ыі])?"
    r"(?:[нд]?[ыі]ң|[тд]?[ыі]ң|ғ[ае]|[гқк][ае]|н?[ае]|[нтд][ыі]|н|н?[дт][ае]|[дтн][ае]н|[мпб]ен|н?[дт][ае]ғы|н?[дт]егі)?"
    r"(?:-.{1,5})?"
)
_LONGEST_ENDING = 14
_VOICED = {"к": "г", "қ": "ғ", "п": "б"}
_HARD = {soft: hard for hard, soft in _VOICED.items()}


@cache
def word_file() -> Mapping[str, Any]:
    """The word file by language, read once."""
    return Tables("seriktes.mentions", "words/happenings.toml")


def _entry(language: Language, name: str) -> str:
    table, key = name.split(".")
    return str(word_file()[language][table].get(key, ""))


@cache
def listed(language: Language, name: str) -> tuple[str, ...]:
    """A list of single words in its order: ``listed("kk", "events.held")``."""
    return tuple(word.replace("_", " ") for word in _entry(language, name).split())


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(listed(language, name))


@cache
def starts(language: Language, name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """A list in which ``word*`` stands for all words that begin so: the beginnings, and the whole words."""
    entries = listed(language, name)
    return tuple(e[:-1] for e in entries if e.endswith("*")), frozenset(e for e in entries if not e.endswith("*"))


@cache
def _in_starts(language: Language, name: str) -> Kept[str, bool]:
    beginnings, whole = starts(language, name)
    return Kept(lambda word: word in whole or word.startswith(beginnings))


def in_starts(word: str, language: Language, name: str) -> bool:
    """Whether a folded word is in a list with stars."""
    return _in_starts(language, name)[word]


def any_in_starts(spoken: Iterable[str], language: Language, name: str) -> bool:
    """Whether one of folded words is in a list with stars."""
    return any(map(_in_starts(language, name).__getitem__, spoken))


def adopts(spoken: Iterable[str], language: Language) -> bool:
    """Whether folded words speak of adopting a document: приняли, adopted, қабылдады."""
    if language == "ru":
        return any(key_of(word, "ru") in words("ru", "agreements.adopting") for word in spoken if word[0].isalpha())
    return any_in_starts(spoken, language, "agreements.adopting")


@cache
def phrases(language: Language, name: str) -> frozenset[str]:
    """A list of phrases, as keys of type words."""
    return frozenset(phrase_key(phrase, language) for phrase in _entry(language, name).split("|"))


@cache
def pattern(language: Language, name: str) -> re.Pattern[str] | None:
    """A regular expression, where the language has that one."""
    source = _entry(language, name)
    return re.compile(source) if source else None


def phrase_key(phrase: str, language: Language) -> str:
    """The key of a listed phrase."""
    return " ".join(key_of(fold(word), language) for word in phrase.split())


def key_of(word: str, language: Language) -> str:
    """The form under which a folded word is listed.

    >>> key_of("форумом", "ru"), key_of("forums", "en"), key_of("talks", "en")
    ('форум', 'forum', 'talk')
    """
    return word if language == "kk" else _keys[language][word]


def _key_of(word: str, language: Language) -> str:
    if language == "ru":
        return russian.lemma(word).replace("ё", "е")
    if language == "en":
        word = re.sub(r"'s?$", "", word)
        return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    return word


_keys = KeptIn(_key_of)


def keys_of(word: str, language: Language) -> tuple[str, ...]:
    """All keys under which a folded word may be listed: its readings, or what is left of it without endings."""
    return _bases[word] if language == "kk" else _all_keys[language][word]


def _keys_of(word: str, language: Language) -> tuple[str, ...]:
    if language == "ru":
        readings = [str(p.normal_form).replace("ё", "е") for p in russian.parses(word) if p.score > 0.02]
        return tuple(dict.fromkeys([key_of(word, language), *readings, *_foreign_noun(word)]))
    return (key_of(word, language),)


_all_keys = KeptIn(_keys_of)


def is_listed(word: str, language: Language, name: str) -> bool:
    """Whether a folded word or its key is in a list."""
    known = words(language, name)
    return word in known or key_of(word, language) in known


def _foreign_noun(word: str) -> tuple[str, ...]:
    """A masculine noun the dictionary lacks: хаба → хаб."""
    if len(word) < 4 or russian.parses(word)[0].is_known:
        return ()
    return tuple(word[: -len(ending)] for ending in ("а", "у", "ом", "е", "ы", "ов") if word.endswith(ending))


def kazakh_bases(word: str) -> tuple[str, ...]:
    """All that a word can be without plural, possessive and case, the longest first.

    >>> "үстел" in kazakh_bases("үстелін"), "кездесу" in kazakh_bases("кездесуінде")
    (True, True)
    """
    return _bases[word]


def _kazakh_bases(word: str) -> tuple[str, ...]:
    cuts = range(1, min(len(word) - 2, _LONGEST_ENDING))
    return (word, *(word[:-cut] for cut in cuts if _ENDING.fullmatch(word, len(word) - cut)))


_bases = Kept(_kazakh_bases)


def kazakh_stems(word: str) -> tuple[str, ...]:
    """Forms a word takes before endings: орталық → орталығ-, фестиваль → фестивал-."""
    if word[-1] in _VOICED:
        return (word, word[:-1] + _VOICED[word[-1]])
    return (word, word[:-1]) if word[-1] == "ь" else (word,)


def kazakh_form_of(key: str, known: Iterable[str]) -> bool:
    """Whether a phrase is a known one with an ending on its last word (форумы of форум)."""
    before, _, last = key.rpartition(" ")
    for base in kazakh_bases(last)[1:]:
        hard = base[:-1] + _HARD[base[-1]] if base[-1] in _HARD else base + "ь"
        if f"{before} {base}".strip() in known or f"{before} {hard}".strip() in known:
            return True
    return False


@lru_cache(maxsize=50_000)
def same_word(key: str, word: str, language: Language) -> bool:
    """Whether a folded word is a form of a listed one."""
    if language != "kk":
        return key in keys_of(word, language)
    return any(stem in kazakh_bases(word) for stem in kazakh_stems(key))


def _noun_alone(word: str) -> bool:
    """Whether a Russian word is a noun, and no adjective beside it: «рабочий» of «рабочий визит» is none."""
    return russian.part_of_speech(word) == "NOUN" and not any(p.tag.POS == "ADJF" for p in russian.parses(word))


@lru_cache(maxsize=10_000)
def noun_of(key: str, language: Language) -> str:
    """The noun that a type phrase is about.

    >>> noun_of("форум межрегионального сотрудничества", "ru"), noun_of("plan of action", "en")
    ('форум', 'plan')
    """
    parts = key.split()
    if language == "ru":
        return next((word for word in parts if _noun_alone(word)), parts[-1])
    if language == "en" and "of" in parts[1:]:
        return parts[parts.index("of") - 1]
    if language == "kk" and len(parts) > 1:
        return _without_owner(parts[-1])
    return parts[-1]


def _without_owner(word: str) -> str:
    """An event's noun without the possessive its phrase ends in: «жастар форумы» is a «форум»."""
    known = words("kk", "events.named") | words("kk", "events.trips")
    return next((word[:-cut] for cut in (1, 2) if word[-1] in "ыі" and word[:-cut] in known), word)
