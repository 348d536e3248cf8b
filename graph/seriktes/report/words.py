"""The words of the report: its own, and those it shares with the pages (kinds, types, countries)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from seriktes.analysis.claims import LANGUAGES
from seriktes.model import Language
from seriktes.resources import read_text
from seriktes.text.plurals import chosen
from seriktes.views.page import country_names, strings

PACKAGE = "seriktes.report"


@cache
def own_words() -> Mapping[str, Mapping[str, str]]:
    """The words of the report by language and key."""
    read: Mapping[str, Mapping[str, str]] = tomllib.loads(read_text(PACKAGE, "words.toml"))
    return read


class Words:
    """What the report says in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._own = own_words()[language]
        self._shared = strings()[language]

    def __call__(self, key: str, **values: object) -> str:
        """A word or sentence of the report, its gaps filled."""
        number = values.get("n")
        text = self._own[key]
        return (chosen(number, text, self.language) if isinstance(number, int) else text).format(**values)

    def kind(self, kind: str) -> str:
        """An edge kind."""
        return self._shared.get(f"kind_{kind}", kind)

    def group(self, group: str) -> str:
        """A group of countries."""
        return self._shared.get(f"group_{group}", group)

    def country(self, code: str | None) -> str:
        """A country by its ISO code, ``INT`` or None."""
        if not code:
            return self("not_known")
        return _country(code, self.language) or self._shared.get(f"country_{code}", code)

    def reading(self, language: str) -> str:
        """A language."""
        return self._shared.get(f"lang_{language}", language)

    def name(self, data: Mapping[str, Any]) -> str:
        """A thing by its name in this language, else by its label."""
        return str(data.get(f"name_{self.language}") or data["label"])

    def label(self, data: Mapping[str, Any]) -> str:
        """What an edge says beside its kind: a role in this language, a title or the agreement's name as they stand."""
        said = str(data["label"] or "")
        return self._shared.get(f"role_{said}", said)

    def place(self, start: int, end: int, confidence: float) -> str:
        """Where a proof stands in its document, and how sure its reading is."""
        characters = self._shared["characters"].format(start=start, end=end)
        return f"{characters}, {self._shared['confidence'].format(value=self.number(confidence, 2))}"

    def number(self, value: float, digits: int = 3) -> str:
        """A number as this language writes it.

        >>> Words("en").number(0.5), Words("ru").number(0.5, 1), Words("kk").number(7)
        ('0.500', '0,5', '7')
        """
        told = str(value) if isinstance(value, int) else f"{value:.{digits}f}"
        return told if self.language == "en" else told.replace(".", ",")

    def share(self, value: float) -> str:
        """A share in per cent, never parted by a line end."""
        return f"{value * 100:.0f}\u00a0%"


@cache
def _country(code: str, language: Language) -> str | None:
    names = country_names({code}).get(code)
    return names[LANGUAGES.index(language)] if names else None
