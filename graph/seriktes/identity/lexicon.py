"""Words of the three languages to one concept: the lists under ``words/`` and the places of the authority lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, Literal

from seriktes.authority.records import LANGUAGES, Record, load_authority
from seriktes.errors import DataError
from seriktes.identity.data import word_data
from seriktes.model import Language
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text import kazakh
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold

Sort = Literal["whole", "unit", "mission", "generic", "field", "place", "light", "name", "eponym"]
_CONCEPT_SORTS: tuple[Sort, ...] = ("light", "generic", "field")
_TYPE_SORTS: tuple[Sort, ...] = ("whole", "unit", "mission")
_POSSESSIVE = re.compile(r"['’]s?$")
_KAZAKH_FORMS = (
    "ы",
    "і",
    "сы",
    "сі",
    "лар",
    "лер",
    "дар",
    "дер",
    "тар",
    "тер",
    "лары",
    "лері",
    "дары",
    "дері",
    "тары",
    "тері",
)
_RUSSIAN_FORMS = (
    ("ия", "ии/ию/ией"),
    ("ие", "ия/ию/ием/ии/ий"),
    ("ий", "ого/ому/им/ом/ая/ой/ую/ое/ие/их"),
    ("ый", "ого/ому/ым/ом/ая/ой/ую/ое/ые/ых"),
    ("а", "ы/и/е/у/ой"),
    ("я", "и/е/ю/ей"),
    ("ец", "ца/цу/цем/це/цы/цев/цам/цами"),
    ("ок", "ка/ку/ком/ке/ки/ков/кам"),
    ("ь", "я/ю/ем/е/и"),
    ("й", "я/ю/ем/е"),
    ("о", "а/у/ом/е"),
    ("е", ""),
    ("и", ""),
    ("ы", ""),
    ("у", ""),
    ("", "а/у/ом/ем/е/ы/и/ов"),
)
_PLACE_RANK = {"country": 0, "region": 1, "settlement": 2, "macroregion": 3}
_ADJECTIVE_TAILS = ("инск", "овск", "евск", "ск")


@lru_cache(maxsize=200_000)
def stem(word: str, language: Language) -> str:
    """The word without its ending, as the lists are looked up.

    >>> stem("министрлігінің", "kk"), stem("Министерством", "ru"), stem("Kazakhstan’s", "en")
    ('министрлік', 'министерств', 'kazakhstan')
    """
    if language == "kk":
        return kazakh.stem(fold(word))
    return russian_key(fold(word)) if language == "ru" else _singular(_POSSESSIVE.sub("", fold(word)))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _forms(word: str, language: Language) -> Iterator[str]:
    """The word and those forms of it that the quick stemmers cut elsewhere: «істер», «үйі», «Азии», «Вьетнама»."""
    yield word
    if language == "kk" and "_" not in word and (len(word) <= 4 or word.endswith("т")):
        yield from (word + ending for ending in _KAZAKH_FORMS)
    elif language == "ru":
        for ending, others in _RUSSIAN_FORMS:
            if word.endswith(ending):
                yield from (word.removesuffix(ending) + other for other in others.split("/"))
                return


@dataclass(frozen=True)
class Lexicon:
    """For each language: stems to concepts, exact words before stems, places; and what sort a concept is."""

    concepts: Mapping[Language, Mapping[tuple[str, ...], str]]
    exact: Mapping[Language, Mapping[str, str]]
    places: Mapping[Language, Mapping[tuple[str, ...], str]]
    sorts: Mapping[str, Sort]
    acronyms: Mapping[Language, Mapping[str, tuple[str, ...]]]
    bags: Mapping[str, frozenset[str]]
    dropped: Mapping[Language, frozenset[str]]
    light: Mapping[Language, frozenset[str]]
    seats: Mapping[Language, frozenset[str]]
    eponyms: Mapping[Language, frozenset[str]]
    under: Mapping[Language, frozenset[str]]
    superiors: frozenset[str]


@dataclass
class _Draft:
    concepts: dict[Language, dict[tuple[str, ...], str]] = field(default_factory=lambda: {x: {} for x in LANGUAGES})
    exact: dict[Language, dict[str, str]] = field(default_factory=lambda: {x: {} for x in LANGUAGES})
    sorts: dict[str, Sort] = field(default_factory=dict)

    def add(self, sort: Sort, concept: str, cells: list[str]) -> None:
        if len(cells) != len(LANGUAGES):
            raise DataError(f"identity/words: {concept} needs a cell for each of {', '.join(LANGUAGES)}")
        self.sorts.setdefault(concept, sort)
        for language, cell in zip(LANGUAGES, cells, strict=True):
            for word in cell.split():
                if word.endswith("="):
                    self.exact[language].setdefault(fold(word[:-1]), concept)
                    continue
                for form in _forms(word, language):
                    self.concepts[language].setdefault(tuple(stem(part, language) for part in form.split("_")), concept)


@cache
def lexicon() -> Lexicon:
    """The shipped lists, read once."""
    draft = _Draft()
    types, concepts = word_data("types"), word_data("concepts")
    for sort in _CONCEPT_SORTS:
        for concept, cells in concepts[sort].items():
            draft.add(sort, concept, cells)
    for sort in _TYPE_SORTS:
        for concept, cells in types[sort].items():
            draft.sorts[concept] = sort
            draft.add(sort, concept, cells)
    forms, acronyms = word_data("forms"), word_data("acronyms")
    return Lexicon(
        draft.concepts,
        draft.exact,
        dict(_places(draft.concepts)),
        draft.sorts,
        {language: {a: tuple(words.split()) for a, words in acronyms[language].items()} for language in LANGUAGES},
        {concept: frozenset(words.split()) for concept, words in acronyms["bags"].items()},
        _stems(forms["dropped"]),
        _stems(forms["light"]),
        _words(forms["seat_words"]),
        _words(forms["eponym_words"]),
        _words(forms["under_words"]),
        frozenset(forms["superiors"]),
    )


def _stems(cells: list[str]) -> dict[Language, frozenset[str]]:
    return {
        language: frozenset(f for w in cell.split() for f in (fold(w), stem(w, language)))
        for language, cell in zip(LANGUAGES, cells, strict=True)
    }


def _words(cells: list[str]) -> dict[Language, frozenset[str]]:
    return {language: frozenset(cell.split()) for language, cell in zip(LANGUAGES, cells, strict=True)}


def _places(
    concepts: Mapping[Language, Mapping[tuple[str, ...], str]],
) -> Iterator[tuple[Language, dict[tuple[str, ...], str]]]:
    """Listed places by their stems; a country wins a name from a region, a region from a city."""
    records = sorted(
        (r for r in load_authority().records.values() if r.kind in _PLACE_RANK),
        key=lambda r: (_PLACE_RANK[r.kind], r.key),
    )
    adjectives = dict(_demonyms())
    for language in LANGUAGES:
        found: dict[tuple[str, ...], str] = {}
        for record in records:
            for name in _names(record, language):
                words = re.findall(r"[^\W_]+", name.removeprefix("The ").removeprefix("the "))
                stems = tuple(stem(word, language) for word in words)
                if stems and not _everyday(stems, record, concepts[language]):
                    found.setdefault(stems, record.key)
                    if language == "kk":  # «Канада» ends like a locative: «Канададағы» must lead to it too
                        found.setdefault((*stems[:-1], fold(words[-1])), record.key)
                    if language == "ru" and words[-1][-1].isalpha():
                        for form in _forms(words[-1], language):
                            found.setdefault((*stems[:-1], stem(form, language)), record.key)
        for word, key in (*adjectives[language], *_more_places(language)):
            found.setdefault(tuple(stem(part, language) for part in word.split("_")), key)
        yield language, found


def _more_places(language: Language) -> Iterator[tuple[str, str]]:
    for key, cells in word_data("places").items():
        for word in cells[LANGUAGES.index(language)].split():
            yield word, key


def _names(record: Record, language: Language) -> Iterable[str]:
    return (*record.names.get(language, ()), *(s for s in record.shorts.get(language, ()) if len(s) > 2))


def _everyday(stems: tuple[str, ...], record: Record, concepts: Mapping[tuple[str, ...], str]) -> bool:
    """Villages called «Достық» or «Бірлік» would turn half of all names into places."""
    return record.kind != "country" and len(stems) == 1 and (stems in concepts or len(stems[0]) < 2)


def _demonyms() -> Iterator[tuple[Language, list[tuple[str, str]]]]:
    rows = read_csv(ONTOLOGY, "authority/demonyms.csv")
    by_country = {r.country: r.key for r in load_authority().records.values() if r.kind == "country"}
    for language in LANGUAGES:
        words: list[tuple[str, str]] = []
        for row in rows:
            key = row.get("country_key") or by_country.get(row.get("country") or "", "")
            cell = row.get(f"{language}_adjectives") or row.get(language) or ""
            words += [(word.strip(), key) for word in cell.split("|") if word.strip() and key]
        yield language, words


@lru_cache(maxsize=100_000)
def place_of(stems: tuple[str, ...], language: Language) -> str | None:
    """The listed place that a run of stems names; Russian adjectives lead to their town.

    >>> place_of((stem("Жамбылской", "ru"), stem("области", "ru")), "ru"), place_of((stem("Таразский", "ru"),), "ru")
    ('zhambyl-region', 'taraz')
    """
    places = lexicon().places[language]
    found = places.get(stems)
    if found is None and language == "ru" and len(stems) == 1:
        for tail in _ADJECTIVE_TAILS:
            if stems[0].endswith(tail) and len(stems[0]) - len(tail) >= 3:
                town = stems[0].removesuffix(tail)
                found = places.get((town,)) or places.get((stem(town, language),))  # «Атырауский» of «Атырау», cut to «атыр»
                if found is not None:
                    return found
    return found


@cache
def country_of_place(key: str) -> str | None:
    """The country code of a listed place."""
    return load_authority().country_of(key)


@cache
def _country_keys() -> Mapping[str, str]:
    return {r.country: r.key for r in load_authority().records.values() if r.kind == "country" and r.country}


def country_key(code: str) -> str | None:
    """The key of the country of a code."""
    return _country_keys().get(code)


@cache
def is_country(key: str) -> bool:
    """Whether a key is that of a state."""
    record = load_authority().get(key)
    return record is not None and record.kind == "country"


def sort_of(concept: str, default: Any = "field") -> Sort:
    """What sort of word a concept is."""
    found: Sort = lexicon().sorts.get(concept, default)
    return found
