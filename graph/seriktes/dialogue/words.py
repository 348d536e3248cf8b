"""What explanations say, in the language of who asks: their own words, and names, kinds and countries told in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, cached_property

from seriktes.dialogue.finding import name_of
from seriktes.dialogue.material import Material
from seriktes.dialogue.passages import in_quotes, one_line
from seriktes.dialogue.reading import reading_of
from seriktes.identity.data import word_data
from seriktes.model import Language
from seriktes.rdf.inference import LANGUAGES
from seriktes.resources import read_text
from seriktes.text.plurals import counted
from seriktes.views.page import country_names, strings

_LONGEST_NAME = 100


@cache
def own_words() -> Mapping[str, Mapping[str, str]]:
    """The words of explanations by language and key."""
    read: Mapping[str, Mapping[str, str]] = tomllib.loads(read_text("seriktes.dialogue", "words.toml"))
    return read


class Words:
    """What is said of some material in one language."""

    def __init__(self, material: Material, language: Language) -> None:
        self.language: Language = language
        self._material = material
        self._own, self._shared = own_words()[language], strings()[language]

    def __call__(self, key: str, /, **values: object) -> str:
        """A sentence with its gaps filled."""
        return self._own[key].format(**values)

    def counted(self, key: str, number: int) -> str:
        """A sentence with a number, in the form that the number asks for."""
        return counted(number, self._own[key], self.language)

    def name(self, key: str) -> str:
        """A thing's name in this language, else as most documents write it."""
        names = self._names.get(key, {})
        return names.get(self.language) or name_of(self._material.things, key)

    def quoted(self, key: str) -> str:
        """A thing's name between quotes, on one line."""
        return in_quotes(one_line(self.name(key), _LONGEST_NAME))

    def reading(self, language: Language) -> str:
        """A language's own name."""
        return self._shared[f"lang_{language}"]

    def role(self, role: str) -> str:
        """A role in an event."""
        return self._shared.get(f"role_{role}", role)

    def number(self, value: float) -> str:
        """A number with two digits behind the point, or the comma."""
        told = f"{value:.2f}"
        return told if self.language == "en" else told.replace(".", ",")

    def shown(self, value: str) -> str:
        """A type, kind, country or part of a name in this language; a key and everything else as it is.

        English keeps the codes that its commands take (ngo, KZ).
        """
        if self.language == "en":
            return value
        for key in (f"nodekind_{value}", f"type_{value}", f"country_{value}"):
            if key in self._shared:
                return self._shared[key]
        names = country_names({value}).get(value)
        return names[LANGUAGES.index(self.language)] if names else _concepts(self.language).get(value, value)

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        return {node.id: node.names for node in reading_of(self._material).nodes}


@cache
def _concepts(language: Language) -> Mapping[str, str]:
    """The words that names are compared by: the first word listed for each in a language."""
    place = LANGUAGES.index(language)
    tables = [table for name in ("types", "concepts") for table in word_data(name).values()]
    found = {}
    for table in tables:
        for concept, words in table.items():
            listed = words[place].split() if isinstance(words, list) else []
            if listed:
                found[concept] = listed[0].rstrip("=").replace("_", " ")
    return found
