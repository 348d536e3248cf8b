"""Which form of a word a number asks for, in the three languages (the cardinal rules of Unicode CLDR)."""

from __future__ import annotations

from seriktes.model import Language


def counted(number: int, forms: str, language: Language) -> str:
    """A sentence with a number in it: of its forms, parted by ``|``, the one the number asks for, ``{n}`` filled in.

    English has two forms (one, other), Russian three (one, few, many), Kazakh one. A sentence with fewer forms uses its last.

    >>> counted(1, "{n} event|{n} events", "en"), counted(0, "{n} event|{n} events", "en")
    ('1 event', '0 events')
    >>> [counted(n, "{n} событие|{n} события|{n} событий", "ru") for n in (1, 3, 11, 21, 112)]
    ['1 событие', '3 события', '11 событий', '21 событие', '112 событий']
    >>> counted(5, "{n} іс-шара", "kk")
    '5 іс-шара'
    """
    given = forms.split("|")
    return given[min(_form(number, language), len(given) - 1)].format(n=number)


def _form(number: int, language: Language) -> int:
    """The place of the form: 0 one, 1 few (Russian) or other, 2 many."""
    if language == "en":
        return 0 if number == 1 else 1
    if language == "kk":
        return 0
    units, tens = number % 10, number % 100
    if units == 1 and tens != 11:
        return 0
    return 1 if 2 <= units <= 4 and not 12 <= tens <= 14 else 2
