"""Which form of a word a number asks for, in the three languages (the cardinal rules of Unicode CLDR)."""

from __future__ import annotations

from seriktes.model import Language


def counted(number: int, forms: str, language: Language) -> str:
    """A sentence with a number in it: of its forms, parted by ``|``, the one the number asks for, ``{n}`` filled in.

    >>> counted(1, "{n} event|{n} events", "en"), counted(0, "{n} event|{n} events", "en")
    ('1 event', '0 events')
    >>> counted(5, "{n} іс-шара", "kk")
    '5 іс-шара'
    """
    return chosen(number, forms, language).format(n=number)


def chosen(number: int, forms: str, language: Language) -> str:
    """Of forms parted by ``|`` the one that a number asks for.

    English has two (one, other), Russian three (one, few, many), Kazakh one. Where fewer are given the last one serves.

    >>> [chosen(n, "событие|события|событий", "ru") for n in (1, 3, 11, 21, 112)]
    ['событие', 'события', 'событий', 'событие', 'событий']
    """
    given = forms.split("|")
    return given[min(_form(number, language), len(given) - 1)]


def english(number: int, noun: str, plural: str = "") -> str:
    """A number and what it counts, for lines that are English only.

    >>> english(1, "file"), english(2, "file"), english(3, "body", "bodies")
    ('1 file', '2 files', '3 bodies')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


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
