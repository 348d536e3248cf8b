"""Made-up persons, and the ways press releases write a person's name."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads

from seriktes.model import Language
from seriktes.training.forms import decline, decline_name

_ENDINGS: Mapping[Language, tuple[str, ...]] = {
    "kk": ("ов", "ев", "ұлы", "", ""),
    "ru": ("ов", "ев", "ин", "ский", ""),
    "en": ("ov", "yev", "", "", "son"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person in the nominative."""

    given: str
    surname: str
    style: str
    female: bool

    @property
    def full(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.surname}"


@cache
def _names(part: str) -> dict[str, list[str]]:
    data = loads((Path(__file__).parent / "press" / "people.toml").read_text(encoding="utf-8"))
    return {name: words.split() for name, words in data[part].items()}


def random_person(language: Language, chance: random.Random) -> Person:
    """A person from the lists, one name in three invented."""
    names = _names(language)
    origin = chance.choice(("own", "own", "own", "foreign"))
    female = chance.random() < 0.45
    given = chance.choice(names[f"{origin}_{'women' if female else 'men'}"])
    surname = chance.choice(names[f"{origin}_surnames"])
    if chance.random() < 0.35:
        surname = _invented(language, origin, chance)
    if origin == "own":
        surname = _own_surname(surname, female, language)
    if chance.random() < 0.05:
        surname += "-" + _invented(language, origin, chance)
    style = chance.choices(
        ("full", "tight", "spaced", "unbroken", "capitals", "surname", "double", "patronymic"), (50, 14, 10, 4, 10, 4, 3, 5)
    )[0]
    return Person(given, surname, style, female)


def _own_surname(surname: str, female: bool, language: Language) -> str:
    if not female:
        return surname
    ends = ("v", "n") if language == "en" else ("в", "н")
    return surname + ("a" if language == "en" else "а") if surname.endswith(ends) else surname


def _invented(language: Language, origin: str, chance: random.Random) -> str:
    kind = "latin" if language == "en" else "kazakh" if language == "kk" and origin == "own" else "cyrillic"
    word = "".join(chance.choices(_names("syllables")[kind], k=chance.choice((2, 2, 3))))
    return (word + (chance.choice(_ENDINGS[language]) if origin == "own" else "")).capitalize()


def short_forms(name: str) -> list[str]:
    """Other spellings of «Given Surname»: initials, two initials, surname in capitals.

    >>> short_forms("Серік Абдрахманов")
    ['С.Абдрахманов', 'С. Абдрахманов', 'Серік АБДРАХМАНОВ']
    """
    given, _, surname = name.partition(" ")
    if not surname or " " in surname or not (given[0].isupper() and surname[0].isupper()) or given.endswith("."):
        return []
    return [f"{given[0]}.{surname}", f"{given[0]}. {surname}", f"{given} {surname.upper()}"]


def decline_person(person: Person, case: str, language: Language) -> str:
    """The person's name in its spelling, in a case."""
    given, surname = person.given, person.surname
    if language == "ru":
        given, surname = decline_name(given, case, person.female), decline_name(surname, case, person.female)
        ending = ""
    else:
        ending = decline(surname, case, language)[len(surname) :]
    initial = person.given[0] + "."
    if person.style == "capitals":
        return f"{given} {surname.upper()}{ending}"
    second = {"kk": "М.", "ru": "В.", "en": "A."}[language]
    spelled = {
        "tight": f"{initial}{surname}",
        "spaced": f"{initial} {surname}",
        "unbroken": f"{initial}\xa0{surname}",
        "surname": surname,
        "double": f"{initial}{second} {surname}",
        "patronymic": f"{given} {second} {surname}",
    }
    return spelled.get(person.style, f"{given} {surname}") + ending
