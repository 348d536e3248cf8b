"""What a word form alone tells the taggers: of its own token, and of those beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from seriktes.authority.cities import home_of_city
from seriktes.mentions.lexicon import key_of, lexicon, word_class
from seriktes.mentions.small_words import seen_small
from seriktes.model import Language
from seriktes.records import KeptIn

_INITIAL = re.compile(r"^[^\W\d_][а-яё]?\.$")
_SURROGATE = re.compile("[\ud800-\udfff\x00]")
_IGNORED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LONGEST = 40


def clean(word: str) -> str:
    """The word without invisible characters, at most forty long, with nothing the learner cannot store.

    >>> clean("Қазақ\\u00adстан")
    'Қазақстан'
    """
    if len(word) <= _LONGEST and word.isalnum():
        return word
    return _SURROGATE.sub("?", _IGNORED.sub("", word[: 4 * _LONGEST]))[:_LONGEST] or "?"


def shape(word: str) -> str:
    """The word's letters by kind, runs shortened.

    >>> shape("Тоқаевтың"), shape("БҰҰ-ның"), shape("С."), shape("2025"), shape("ConnectFutures")
    ('Xx', 'XX-x', 'X.', '0', 'XxXx')
    """
    if word.isalpha() and (word.islower() or (word[0].isupper() and word[1:].islower())):
        return "x" if word.islower() else "Xx"  # most words, in a tenth of the time
    result: list[str] = []
    for char in word:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else char
        second_capital = kind == "X" and result[-1:] == ["X"] and result[-2:] != ["X", "X"]
        if second_capital or result[-1:] != [kind]:
            result.append(kind)
    return "".join(result[:8])


#: What a word is in itself: cleaned, its shape, its class, its key.
Told = tuple[str, str, str, str]


def _tell(word: str, language: Language) -> Told:
    word = clean(word)
    return word, shape(word), word_class(word, language), key_of(word, language)


#: What words of texts are in themselves, by language.
told_of = KeptIn(_tell)


class WordFeatures(NamedTuple):
    """What a word tells of its ``own`` token, and of the tokens ``beside`` it, called there by where it stands: ``-w=`` is the word
    before, ``+w=`` the one behind.
    """

    own: list[str]
    beside: list[str]

    def far(self) -> list[str]:
        """What it tells of the next token but one (``--w=``, ``++w=``)."""
        return [feature for feature in self.beside if feature[0] in "wscl"]


def word_features(word: str, language: Language) -> WordFeatures:
    """What a word tells.

    >>> word_features("С.", "kk").own[:3], word_features("С.", "kk").far()
    (['w=с.', 's=X.', 'k=С.'], ['w=с.', 's=X.', 'c='])
    """
    word, shape_, class_, key = told_of[language][word]
    lower = word.lower()
    seen = small(word, language)
    names = lists_of(word, language)
    lists = [f"l={name}" for name in names]
    alone = itself, shaped, keyed, classed = f"w={lower}", f"s={shape_}", f"k={key}", f"c={class_}"
    begins = [f"p{n}={lower[:n]}" for n in range(1, min(6, len(lower)))]
    ends = [f"e{n}={lower[-n:]}" for n in range(1, min(6, len(lower)))]
    own = [*alone, *begins, *ends]
    if _INITIAL.match(word):
        own.append("initial")
    if word.isascii() and word.isalpha() and language != "en":
        own.append("latin")
    own += lists
    beside = [itself, shaped, classed, keyed, f"e3={lower[-3:]}", f"e2={lower[-2:]}"]
    if seen:
        own += [f"v={seen}", *[f"v={seen}|{name}" for name in names or ("-",)]]
        beside.append(f"v={seen}")
    return WordFeatures(own, beside + lists)


def small(word: str, language: Language) -> str:
    """Whether a word with a capital is also known in small letters (see ``seen_small``); nothing for others."""
    return seen_small(word, language) if word[:1].isupper() and (len(word) == 1 or not word.isupper()) else ""


def lists_of(word: str, language: Language) -> tuple[str, ...]:
    """The classes of lists the word stands in; a city of the world is one of them, but in Russian, where natasha knows it."""
    found = lexicon(language).classes_of(word)
    is_city = language != "ru" and word[:1].isupper() and home_of_city(word, language) is not None
    return (*found, "town") if is_city else found
