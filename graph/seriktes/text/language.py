"""Which language a sentence is in, by its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from seriktes.model import Language
from seriktes.records import Kept
from seriktes.text import russian

_WORD = re.compile(r"[^\W\d_]+")
#: Of so many words, so large a share must be in the Russian dictionary; of Bulgarian ones hardly half are.
_SAMPLE, _KNOWN = 200, 0.7
#: Shorter words are in every dictionary.
_LONG = 4
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_FOREIGN_LETTERS = frozenset("їєґўђћџљњѕјќѓҳҷӣӯўӌ")


@cache
def _function_words() -> dict[Language, frozenset[str]]:
    data = loads((files("seriktes.text") / "function_words.toml").read_text(encoding="utf-8"))
    languages: tuple[Language, ...] = ("kk", "ru", "en")
    return {language: frozenset(data[language]["words"]) for language in languages}


def language_scores(text: str) -> Counter[str]:
    """Evidence for each language, in words; letters that only Kazakh has count as much as two common words."""
    kk, ru, en = _scores(text)
    return Counter(kk=kk, ru=ru, en=en)


def _scores(text: str) -> tuple[int, int, int]:
    """Evidence for kk, ru and en. The evidence of all words is added up as one number, with a field for each count."""
    total = sum(map(_evidence.__getitem__, _WORD.findall(text)))
    counts = [total >> shift & _FIELD for shift in _FIELDS]
    small, kk, ru, en, ru_apart, en_apart = counts
    return (kk, ru_apart, en_apart) if small > 2 else (kk, ru, en)


_FIELD = (1 << 32) - 1
_FIELDS = tuple(range(0, 192, 32))


def _told(spelled: str) -> int:
    """What one word tells: is it in small letters; for kk, ru and en; for ru and en where names tell nothing."""
    word = spelled.lower()
    common = _function_words()
    kk, ru, en = (2 * (word in common[language]) for language in ("kk", "ru", "en"))
    ru_apart, en_apart = ru, en
    name = spelled[:1].isupper()
    if _KAZAKH_LETTERS.intersection(word):
        kk += 2
    elif word.isascii():
        en, en_apart = en + 1, en_apart + (not name)
    elif word[0] > "\u0400":
        ru, ru_apart = ru + 1, ru_apart + (not name)
    counts = (spelled[:1].islower(), kk, ru, en, ru_apart, en_apart)
    return sum(count << shift for count, shift in zip(counts, _FIELDS, strict=True))


_evidence = Kept(_told)


def language_of(text: str, default: Language = "kk") -> Language:
    """The language of a sentence; the default (its paragraph's or document's) when nothing tells.

    >>> language_of("Меморандумға қол қойылды"), language_of("Подписан меморандум"), language_of("They signed it")
    ('kk', 'ru', 'en')
    """
    languages: tuple[Language, ...] = ("kk", "ru", "en")
    scores = _scores(text)
    best = max(scores)
    if best == 0 or scores[languages.index(default)] >= 0.8 * best:
        return default
    winner = languages[scores.index(best)]
    unlike = winner == "ru" and default == "kk" and (_no_russian(text) or (scores[1] <= 2 * scores[0] and _writes_kazakh(text)))
    return default if unlike else winner


def _writes_kazakh(text: str) -> bool:
    """Whether a word in small letters has a letter that only Kazakh has: «Турнирге он команда қатысты»; names tell nothing."""
    return any(word.islower() and _KAZAKH_LETTERS.intersection(word) for word in _WORD.findall(text))


def _no_russian(text: str) -> bool:
    """Whether hardly a word is in the Russian dictionary: «Гамбургтен келген профессорлар» has no Kazakh letter."""
    small = [word for word in _WORD.findall(text) if word.islower() and len(word) >= _LONG]
    return bool(small) and 2 * sum(bool(russian.parses(word)[0].is_known) for word in small) < len(small)


def foreign_reason(text: str) -> str | None:
    """Why a text is in none of the three languages, or None. Texts under 25 words are given the benefit of the doubt."""
    sample = text[:20_000].lower()
    words = _WORD.findall(sample)
    if len(words) < 25:
        return None
    letters = Counter(sample)
    cyrillic = sum(n for c, n in letters.items() if "\u0400" <= c <= "\u04ff")
    latin = sum(n for c, n in letters.items() if c.isalpha() and c < "\u0250")
    if cyrillic + latin < 0.5 * sum(n for c, n in letters.items() if c.isalpha()):
        return "written in another script"
    if sum(letters[c] for c in _FOREIGN_LETTERS) > 0.004 * max(1, cyrillic):
        return "written with letters of another Cyrillic alphabet"
    shares = {name: _share(words, listed) for name, listed in _function_words().items()}
    if cyrillic < latin:
        return None if shares["en"] >= 0.12 else "in Latin letters but not English"
    kazakh = sum(letters[c] for c in "әғқұі")
    if letters["ү"] + letters["ө"] + letters["ң"] > 0.01 * cyrillic and kazakh < 0.01 * cyrillic:
        return "in another Turkic language"
    unlike = kazakh < 0.01 * cyrillic and letters["ы"] < 0.004 * cyrillic and (cyrillic >= 1500 or shares["ru"] < 0.08)
    if unlike and _in_the_dictionary(words) < _KNOWN:  # one Russian sentence over and over may lack any letter
        return "in Cyrillic letters but neither Kazakh nor Russian"
    if letters["і"] + letters["ұ"] > 0.02 * cyrillic and letters["қ"] + letters["ғ"] > 0.01 * cyrillic:
        return None  # only Kazakh writes both; a short notice may do without its commonest words
    if shares["kk"] + shares["ru"] >= 0.02 or _in_the_dictionary(words) >= _KNOWN:
        return None  # a list of names and titles has hardly a common word
    return "in Cyrillic letters but neither Kazakh nor Russian"


def _in_the_dictionary(words: Sequence[str]) -> float:
    """The share of the first words that are Russian by the dictionary."""
    sample = words[:_SAMPLE]
    return sum(bool(russian.parses(word)[0].is_known) for word in sample) / len(sample)


def share_of_common_words(text: str, language: Language) -> float:
    """The share of a text's words that are among the commonest of a language."""
    return _share(_WORD.findall(text[:20_000].lower()), _function_words()[language])


def _share(words: Iterable[str], listed: frozenset[str]) -> float:
    counts = list(map(listed.__contains__, words))
    return sum(counts) / max(1, len(counts))
