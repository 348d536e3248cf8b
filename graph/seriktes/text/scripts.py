"""Letters: look-alikes repaired, Kazakh spelled in Russian letters, Cyrillic names spelled in Latin ones."""

from __future__ import annotations

import re

from seriktes.model import Language
from seriktes.records import Kept

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
#: Latin letters typed inside Cyrillic words, and the Cyrillic ones they stand for.
_TO_CYRILLIC = str.maketrans("aceiopxyhkmtABCEHIKMOPTXY", "асеіорхуһкмтАВСЕНІКМОРТХУ")
_TO_LATIN = str.maketrans("асеіорхуАВСЕНІКМОРТХУ", "aceiopxyABCEHIKMOPTXY")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"), None)
_PLAIN = str.maketrans({"ё": "е", "Ё": "Е", "‐": "-", "‑": "-", "’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "`": "'", "\xa0": " "})

#: Words of these letters alone, most words, need nothing but small letters to be compared.
_PLAINLY_WRITTEN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ")

#: Latin letters that Unicode does not take apart into a plain letter and a mark, spelled plainly.
PLAIN_LETTERS: dict[int, str] = {
    ord(letter): plain
    for letter, plain in {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "ß": "ss",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "Ø": "O",
        "Ł": "L",
    }.items()
}

_TO_RUSSIAN = str.maketrans(
    {
        "ә": "а",
        "ғ": "г",
        "қ": "к",
        "ң": "н",
        "ө": "о",
        "ұ": "у",
        "ү": "у",
        "һ": "х",
        "і": "и",
        "Ә": "А",
        "Ғ": "Г",
        "Қ": "К",
        "Ң": "Н",
        "Ө": "О",
        "Ұ": "У",
        "Ү": "У",
        "Һ": "Х",
        "І": "И",
    }
)

_LATIN_OF = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ё": "yo",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "i",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
    "ә": "a",
    "ғ": "g",
    "қ": "k",
    "ң": "n",
    "ө": "o",
    "ұ": "u",
    "ү": "u",
    "һ": "h",
    "і": "i",
}
_VOWELS = frozenset("аәеёиіоөуұүыэюя")
_WORD = re.compile(r"[^\W\d_]+")


def repair(word: str) -> str:
    """A word of two scripts written in the one that most of its letters are of; the length stays.

    >>> repair("кәсiпорын"), repair("Астанa"), repair("KazAID"), repair("Север")
    ('кәсіпорын', 'Астана', 'KazAID', 'Север')
    """
    if word.isascii() or not _LATIN.search(word):
        return word
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


def fold(word: str) -> str:
    """A word for comparing: small letters, look-alikes repaired, one kind of hyphen and apostrophe, no soft hyphens.

    >>> fold("Мемлекеттiк"), fold("ЁЛКА"), fold("Нұр‑Сұлтан")
    ('мемлекеттік', 'елка', 'нұр-сұлтан')
    """
    return _folds[word]


def fold_anew(word: str) -> str:
    """The same, and not kept: for words of lists, which are asked for once."""
    if _PLAINLY_WRITTEN.issuperset(word) or (word.isascii() and word.isalnum()):
        folded = word.lower()
        return word if folded == word else folded
    folded = repair(word.translate(_INVISIBLE)).translate(_PLAIN).lower()
    return word if folded == word else folded


_folds = Kept(fold_anew)


def in_russian_letters(name: str) -> str:
    """A Kazakh name in Russian letters, letter by letter.

    >>> in_russian_letters("Ахмет Байтұрсынұлы")
    'Ахмет Байтурсынулы'

    Letters only: Russian also prints «Байтурсынов», which no spelling rule reaches.
    """
    return name.translate(_TO_RUSSIAN)


def in_latin_letters(name: str, language: Language = "ru") -> str:
    """A Cyrillic name as newspapers and passports of Kazakhstan print it in Latin letters.

    >>> in_latin_letters("Бану Нұрғазиева", "kk"), in_latin_letters("Жақсылықова", "kk"), in_latin_letters("Ерғалиев")
    ('Banu Nurgaziyeva', 'Zhaksylykova', 'Yergaliyev')
    >>> in_latin_letters("Хашимжанов"), in_latin_letters("Андрей Пысин"), in_latin_letters("Дмитрий Чайковский")
    ('Khashimzhanov', 'Andrey Pysin', 'Dmitriy Chaikovskiy')
    """
    return _WORD.sub(lambda match: _word_in_latin(match.group()), name)


def _word_in_latin(word: str) -> str:
    lower, parts = repair(word).lower(), []
    for place, char in enumerate(lower):
        before = lower[place - 1] if place else ""
        latin = _LATIN_OF.get(char, char)
        if char == "е" and (not before or before in _VOWELS or before in "ьъ"):
            latin = "ye"
        elif char == "э" and not before:
            latin = "e"
        elif char == "й" and place == len(lower) - 1:
            latin = "y"
        elif char == "у" and before and before in "аоэы" and place == 1:
            latin = "u"
        parts.append(latin)
    result = "".join(parts)
    if len(word) > 1 and word.isupper():
        return result.upper()
    return result[:1].upper() + result[1:] if word[:1].isupper() else result
