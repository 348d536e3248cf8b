"""Kazakh in Latin letters, respelled in the Cyrillic ones everything else here is made for, each letter knowing its place.

The spellings of 2018 (á ǵ ń ó ú ý) and of 2021 (ä ğ ñ ö ü ū ş; also ǧ and ŋ); which of the two a text uses is told by its letters.
Sources: decrees of the President of Kazakhstan of 19 February 2018 (no. 637), and the alphabet presented on 28 January 2021.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from seriktes.records import Kept
from seriktes.text.language import share_of_common_words
from seriktes.text.scripts import repair

_COMMON = dict(zip("abdefghjklmnopqrstvyz", "абдефгхжклмнопқрствыз", strict=True))
_SPELLINGS: dict[int, dict[str, str]] = {
    2018: _COMMON
    | {"á": "ә", "ǵ": "ғ", "ı": "и", "i": "і", "ń": "ң", "ó": "ө", "ý": "у", "u": "ұ", "ú": "ү", "sh": "ш", "ch": "ч"},
    2021: _COMMON
    | {
        "ä": "ә",
        "ğ": "ғ",
        "ǧ": "ғ",
        "ı": "і",
        "i": "и",
        "ñ": "ң",
        "ŋ": "ң",
        "ö": "ө",
        "u": "у",
        "ū": "ұ",
        "ü": "ү",
        "ş": "ш",
        "ch": "ч",
    },
}
#: Letters of one spelling alone.
_TELLING = {2018: frozenset("áǵńóúý"), 2021: frozenset("äğǧñŋöüūş")}
_ALL_TELLING = _TELLING[2018] | _TELLING[2021]
_PAIRS = {"ts": "ц"}
#: Beginnings of international words, which open with э in Cyrillic letters; e is all the Latin ones have.
_OPEN_WITH_E = ("etn", "eko", "eks", "elek", "elem", "energ", "ens", "esto", "evo", "ekv", "ekr", "epıd")
_VOWELS = frozenset("аәеиоөұүыіу")
#: A letter with its acute kept apart («О́») is one letter.
_WORD = re.compile(r"(?:[^\W\d_]\u0301?)+")
_ACUTES = {"a": "á", "g": "ǵ", "n": "ń", "o": "ó", "u": "ú", "y": "ý"}
#: Kazakh words have none of these letters: what has them is a foreign name and stays as it is.
_FOREIGN = re.compile(r"[wx]|c(?!h)", re.IGNORECASE)
#: The least share of Kazakh function words after respelling; in English, Turkish, Uzbek it is far below.
_LEAST = 0.03


def is_latin_kazakh(text: str) -> bool:
    """Whether a text in Latin letters is Kazakh.

    >>> is_latin_kazakh("Forým Almatyda ótti jáne oǵan elshilik ókilderi de qatysty"), is_latin_kazakh("The forum took place in Almaty")
    (True, False)
    """
    sample = text[:20_000]
    if _ALL_TELLING.isdisjoint(sample.lower()):
        return False
    letters = [char for char in sample if char.isalpha()]
    if not letters or sum(char < "\u0250" for char in letters) < 0.7 * len(letters):
        return False
    kazakh = share_of_common_words(_respelled_text(sample), "kk")
    return kazakh >= _LEAST and kazakh > share_of_common_words(sample, "en")


def respell(text: str) -> tuple[str, tuple[int, ...]]:
    """The text in Cyrillic letters, and for each of its characters (and its end) the offset in the text given.

    >>> respell("Qazaqstan úshin")[0], respell("«ConnectFutures» qory")[0]
    ('Қазақстан үшін', '«ConnectFutures» қоры')
    >>> respell("shart jáne")
    ('шарт және', (0, 2, 3, 4, 5, 6, 7, 8, 9, 10))
    """
    letters = _letters_of(text)
    parts: list[str] = []
    offsets: list[int] = []
    place = 0
    for match in _WORD.finditer(text):
        parts.append(text[place : match.start()])
        offsets += range(place, match.start())
        for letter, offset in _respelled(match.group(), letters):
            parts.append(letter)
            offsets.append(match.start() + offset)
        place = match.end()
    parts.append(text[place:])
    offsets += range(place, len(text) + 1)
    return "".join(parts), tuple(offsets)


def _respelled_text(text: str) -> str:
    """The text alone, in Cyrillic letters: each word is respelled once."""
    spelled = _words[_spelling_of(text)]
    return _WORD.sub(lambda match: spelled[match[0]], text)


def _letters_of(text: str) -> dict[str, str]:
    return _letters[_spelling_of(text)]


def _spelling_of(text: str) -> tuple[int, bool]:
    """The year of the spelling, and whether it is written with ı."""
    lower = text.lower()
    counts = {year: sum(lower.count(char) for char in letters) for year, letters in _TELLING.items()}
    year = max(counts, key=lambda year: (counts[year], year))
    return year, "ı" in lower


#: Who writes no ı at all writes i for both; і is the commoner of the two.
_letters = {
    (year, dotless): table if dotless else table | {"i": "і"} for year, table in _SPELLINGS.items() for dotless in (True, False)
}


def _speller(letters: dict[str, str]) -> Callable[[str], str]:
    return lambda word: "".join([letter for letter, _ in _respelled(word, letters)])


_words = {spelling: Kept(_speller(letters), 10_000) for spelling, letters in _letters.items()}


def _respelled(word: str, letters: dict[str, str]) -> list[tuple[str, int]]:
    if _FOREIGN.search(word) or not any(char.lower() in letters for char in word):
        return [(char, i) for i, char in enumerate(word)]
    word = repair(word)
    found: list[tuple[str, int]] = []
    i = 0
    while i < len(word):
        pair = word[i : i + 2].lower()
        size = 2 if pair in letters or (pair in _PAIRS and word[i + 2 : i + 3].lower() != "h") else 1  # «hatshy» is хат + шы
        lower = _lower(word[i]) if size == 1 else pair
        if pair[1:] == "\u0301":
            lower, size = _ACUTES.get(lower, lower), 2
        cyrillic = letters.get(lower) or _PAIRS.get(lower) or lower
        before = found[-1][0].lower() if found else ""
        if lower in ("i", "ı") and cyrillic in ("и", "і") and before in _VOWELS and (cyrillic == "и" or before != "і"):
            cyrillic = "й"
        if cyrillic == "е" and not found and word.lower().startswith(_OPEN_WITH_E):
            cyrillic = "э"
        if melted := _melted(before, cyrillic, len(found)):
            found.pop()
            cyrillic, i, size = melted, i - 1, 2
        found.append((cyrillic.upper() if any(char.isupper() for char in word[i : i + size]) else cyrillic, i))
        i += size
    return found


def _melted(before: str, letter: str, place: int) -> str:
    """The one Cyrillic letter of two sounds: «Азия» (й + а), «қою» (й + у), and «ЮНЕСКО» where a word opens so."""
    opens = place == 1 and before in ("и", "і")
    return {"а": "я", "у": "ю"}.get(letter, "") if opens or (before == "й" and place > 1) else ""


@cache
def _lower(char: str) -> str:
    """The small letter; both capitals İ and I are read as i."""
    return "i" if char in "İI" else char.lower()
