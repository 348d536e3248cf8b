"""The first letters of listed names: what a name waits under until a text shows them."""

from __future__ import annotations

import re

from seriktes.model import Language
from seriktes.records import Kept
from seriktes.text.endings import russian_key_anew
from seriktes.text.tokens import each_word, words_in

_PREFIX = 3
#: Quotation marks, in a list or in a text, are no words of a name.
SKIPPED = frozenset("«»“”„\"'")
_FIRST_WORD = re.compile(r"[^\W_]+")


def opening_of(text: str) -> str:
    """The first letters of the first word, small.

    >>> opening_of("«Атамекен» палатасы"), opening_of("TİKA"), opening_of("Ёлка")
    ('ата', 'ti', 'елк')
    """
    opening = _folded[text[:_PREFIX]]
    if opening.isalnum():
        return opening
    first = _FIRST_WORD.search(text)
    letters = _FIRST_WORD.match(_folded[first.group()[:_PREFIX]]) if first else None
    return letters.group() if letters else ""


def _fold(opening: str) -> str:
    return opening.lower().replace("ё", "е")[:_PREFIX]


_folded = Kept(_fold, 20_000)


def waits_under(name: str, language: Language) -> str:
    """The letters that a text must show for a name to be entered; those that no case changes, as in «Уфа», «Уфу».

    >>> waits_under("Уфа", "ru"), waits_under("Ура-Тюбе", "ru"), waits_under("Омск", "ru"), waits_under("США", "ru")
    ('уф', 'ур', 'омс', 'сша')
    """
    opening = opening_of(name)
    long = language != "ru" or name[_PREFIX : _PREFIX + 1].isalnum() or name[:_PREFIX].isupper()
    return opening if long else russian_key_anew(opening)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a listed name.

    >>> words_of("«Атамекен» палатасы")
    ('Атамекен', 'палатасы')
    """
    return tuple([word for word in words_in(name) if word not in SKIPPED])


def first_word_of(name: str) -> tuple[str, bool]:
    """The first of these words, and whether it is the only one; nothing where there is none.

    >>> first_word_of("«Атамекен» палатасы"), first_word_of("ЮНЕСКО")
    (('Атамекен', False), ('ЮНЕСКО', True))
    """
    words = (word for word in each_word(name) if word not in SKIPPED)
    return next(words, ""), next(words, None) is None


class Openings:
    """The same while a list is taken in: of its names only the first letters of a word count, and most share those with others.

    >>> openings = Openings("ru")
    >>> [openings.of(name) for name in ("Уфа", "Омск", "«Омск»", "США")]
    ['уф', 'омс', 'омс', 'сша']
    """

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """What the name waits under, with blanks around it or without."""
        letters = name[: _PREFIX + 1]
        found = self._known.get(letters)
        if found is None:
            found = waits_under(name.strip(), self._language)
            if letters[:_PREFIX].isalnum():
                self._known[letters] = found
        return found
