"""Russian endings without a dictionary: a key that all cases of a name share, and whether an ending suits a nominative.

pymorphy3 knows words; names of cities and firms are mostly unknown to it, and it is too slow for thousands of listed
names at every start. These few tables are enough to compare a listed nominative with a form in a text.
"""

from __future__ import annotations

from collections.abc import Container

from seriktes.records import Kept

_ENDINGS = frozenset(
    "иями ями ами ием иям ией иях ого его ому ему ыми ими ая яя ое ее ые ие ый ий ой ей ом ем ов ев ам ям ах ях ую юю "
    "ых их ым им ою ею ии ия ию ью а е ё и о у ы э ю я ь й".split()
)

#: Nominative ending → endings its other cases may wear (after the same letters). Longest first.
_PARADIGMS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (ending, frozenset(forms.split(" ")))
    for ending, forms in (
        ("ия", "ия ии ию ией иею"),
        ("ие", "ие ия ию ием ии их им ими"),
        ("ий", "ий ия ию ием ии его ему им ем ого ому ом"),
        ("ый", "ый ого ому ым ом"),
        ("ой", "ой ого ому ым им ом"),
        ("ая", "ая ой ую ою"),
        ("яя", "яя ей юю ею"),
        ("ое", "ое ого ому ым ом им"),
        ("ее", "ее его ему им ем"),
        ("ые", "ые ых ым ыми"),
        ("ай", "ай ая аю аем ае"),
        ("ей", "ей ея ею еем ее"),
        ("а", "а ы и е у ой ою ей"),
        ("я", "я и е ю ей ею"),
        ("ь", "ь я ю ем е и ью"),
        ("о", "о а у ом е"),
        ("е", "е я ю ем и"),
        ("ы", "ы ов ам ами ах"),
        ("и", "и ов ам ами ах ей ям ями ях"),
        ("", " а у ом ем е ы и"),
    )
)


def without_ending(word: str, endings: Container[str]) -> str:
    """The word without the longest of some endings (of four letters at most) that it wears, which may be all of it.

    >>> without_ending("местами", {"ами", "и"}), without_ending("ад", {"ами"}), without_ending("ей", {"ей"})
    ('мест', 'ад', '')
    """
    for size in (4, 3, 2, 1):  # a tenth of the time of a pattern, which is tried at every letter
        if word[-size:] in endings:
            return word[:-size]
    return word


def russian_key(lower: str) -> str:
    """The word without its ending; the same for all cases of most nouns and adjectives.

    >>> russian_key("министерством"), russian_key("россией"), russian_key("области")
    ('министерств', 'росс', 'област')
    """
    return _keys[lower]


def russian_key_anew(lower: str) -> str:
    """The same, and not kept: for words of lists, which are asked for once."""
    word = lower.replace("ё", "е")
    cut = without_ending(word, _ENDINGS)
    if cut.endswith(("и", "а")) and len(cut) > 3:
        cut = cut[:-1]
    if len(cut) >= 3:
        return cut
    return word[:-1] if len(word) > 2 and word[-1] in "аеёиоуыэюяьй" else word


_keys = Kept(russian_key_anew)


def russian_agrees(nominative: str, form: str) -> bool:
    """Whether a form can be a case of the nominative.

    >>> russian_agrees("Баку", "баки"), russian_agrees("Ош", "Оше"), russian_agrees("Италия", "Италией")
    (False, True, True)
    """
    base, word = nominative.lower().replace("ё", "е"), form.lower().replace("ё", "е")
    if base == word:
        return True
    for ending, forms in _PARADIGMS:
        if base.endswith(ending):
            stem = base[: len(base) - len(ending)]
            return word.startswith(stem) and word[len(stem) :] in forms
    return False
