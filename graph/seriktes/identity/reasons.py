"""Why two things are one, or two, as data: told in words of any of the three languages when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from seriktes.identity.data import word_data
from seriktes.model import Language

#: How a value of a reason (a country, a kind, a key, a word) is shown.
Shown = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence of ``words/reasons.toml`` by its key, and what stands in its gaps."""

    key: str
    values: tuple[tuple[str, ...], ...] = ()

    def told(self, language: Language, shown: Shown = str) -> str:
        """The sentence in a language.

        >>> because("other_country", "KZ", "RU").told("ru", {"KZ": "Казахстан", "RU": "Россия"}.__getitem__)
        'страны разные: Казахстан и Россия'
        """
        gaps = (", ".join(map(shown, value)) for value in self.values)
        return words_of(language)["reasons"][self.key].format(*gaps)

    def __str__(self) -> str:
        return self.told("en")


def because(key: str, *values: str | Iterable[str]) -> Reason:
    """A reason; a value is one string or several, which are told one after another.

    >>> str(because("both_of", "KZ"))
    'both of KZ'
    """
    return Reason(key, tuple((value,) if isinstance(value, str) else tuple(value) for value in values))


def words_of(language: Language) -> Mapping[str, Mapping[str, str]]:
    """The tables ``reasons`` (sentences), ``comparisons`` (their names) and ``verdicts`` in a language."""
    tables: Mapping[str, Mapping[str, str]] = word_data("reasons")[language]
    return tables
