"""The word lists of the name patterns: type words of organisations, post words, given names, endings of surnames."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from seriktes.authority.records import load_authority
from seriktes.model import Language
from seriktes.records import Kept, KeptIn, record, told_once
from seriktes.resources import ONTOLOGY, Tables, csv_cells, list_files
from seriktes.text import kazakh, russian
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """A word list file of ``mentions/words``."""
    return Tables("seriktes.mentions", f"words/{name}.toml")


def key_of(word: str, language: Language) -> str:
    """What type words and post words are compared by: the Kazakh stem, the Russian word without ending, small letters.

    >>> key_of("министрлігінде", "kk"), key_of("Фонда", "ru"), key_of("Embassy", "en")
    ('министрлік', 'фонд', 'embassy')
    """
    return _keys[language][word]


def _key_of(word: str, language: Language) -> str:
    if language == "kk":
        return kazakh.stem(fold(word))
    if language == "ru":
        return russian_key(fold(word))
    return _FOREIGN_ENDING.sub("", fold(word)).removesuffix("'s")


_keys = KeptIn(_key_of)
#: A Kazakh or Russian ending on a word in Latin letters: «University-ге».
_FOREIGN_ENDING = re.compile(r"-[а-яәғқңөұүһі]+$")

#: Type words that end longer ones: телерадиокорпорация, госуниверситет.
_TAILS: Mapping[Language, tuple[str, ...]] = {
    "kk": tuple(
        map(
            kazakh.stem,
            "корпорация компания қауымдастығы агенттігі университеті институты инкубаторы палатасы академия".split(),
        )
    ),
    "ru": tuple(
        map(
            russian_key,
            "корпорация компания ассоциация агентство университет институт инкубатор академия холдинг представительство".split(),
        )
    ),
    "en": (),
}


@record(frozen=True)
class Head:
    """A type word: what kind of organisation it makes, and whether it needs an anchor beyond a place."""

    kind: str
    weak: bool


@record(frozen=True, eq=False)
class Lists:
    """The word lists of one language; there is one of each (:func:`lists_of`), so that answers are kept by word."""

    language: Language
    heads: Mapping[str, Head]
    compounds: Mapping[str, str]
    abbreviations: frozenset[str]
    not_organizations: frozenset[str]
    stops: frozenset[str]
    posts: frozenset[str]
    honorifics: frozenset[str]
    given: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    eponym: frozenset[str]
    after: frozenset[str]
    asian: frozenset[str]
    extra: Mapping[str, frozenset[str]]

    def head(self, word: str) -> Head | None:
        """The type word that a word is a form of, if any."""
        return self.heads_of[word]

    def is_post(self, word: str) -> bool:
        """Whether a word is a form of a post word («төрағасының», "Ambassador")."""
        return self._posts_of[word]

    def is_ministry(self, word: str) -> bool:
        """Whether a word is a form of a ministry's short name («Минздрава», «Минкультуры»)."""
        return self._ministries_of[word]

    def is_demonym(self, word: str) -> bool:
        """Whether a word is a country's adjective («қазақстандық», "British")."""
        return _demonyms[self.language][word]

    def is_given(self, word: str) -> bool:
        """Whether a word is a form of a listed given name."""
        return self._given_of[word]

    @told_once
    def heads_of(self) -> Kept[str, Head | None]:
        """The same of many words."""
        return Kept(lambda word: _head_of(self, word))

    @told_once
    def _posts_of(self) -> Kept[str, bool]:
        forms = self.extra.get("post_forms", frozenset())
        return Kept(lambda word: key_of(word, self.language) in self.posts or fold(word) in forms)

    @told_once
    def _ministries_of(self) -> Kept[str, bool]:
        return Kept(lambda word: _is_ministry(self, word))

    @told_once
    def _given_of(self) -> Kept[str, bool]:
        return Kept(lambda word: bool(self.given) and any(key in self.given for key in given_keys(word, self.language)))


#: «University-ге»: the Kazakh ending of an English name.
_KAZAKH_ENDING = re.compile(r"-[а-яёәғқңөұүһі]{1,6}$")


def _is_ministry(lists: Lists, word: str) -> bool:
    listed, form = lists.extra.get("ministries", frozenset()), fold(word)
    return form in listed or (form.startswith("мин") and any(form.removesuffix(end) in listed for end in ("а", "у", "ом", "е")))


def _head_of(lists: Lists, word: str) -> Head | None:
    if word in lists.abbreviations:
        return None
    if lists.language == "en" and "-" in word:
        word = _KAZAKH_ENDING.sub("", word)
    key = key_of(word, lists.language)
    found = lists.heads.get(key) or _compound_head(lists, key)
    if found is not None and key in lists.posts and lists.language == "ru" and is_officer(word):
        return None  # «мэра» is no «мэрия»
    if found is None and lists.language == "kk" and key.endswith(("ын", "ін")):
        found = lists.heads.get(kazakh.stem(key[:-1]))
    if found is None and len(key) > 9 and key.endswith(_TAILS[lists.language]):
        tails = (key[-size:] for size in range(len(key) - 3, 5, -1))
        return next((lists.heads[tail] for tail in tails if tail in lists.heads and tail in _TAILS[lists.language]), None)
    return found


def is_officer(word: str) -> bool:
    """Whether a Russian word is a form of a post word itself: «мэра», not «мэрии»."""
    return not _russian_posts().isdisjoint(p.normal_form for p in russian.parses(word))


@cache
def _russian_posts() -> frozenset[str]:
    listed = csv_cells(ONTOLOGY, "names/post_words.csv", "language", "word")
    return frozenset(word.lower() for spoken, word in listed if spoken == "ru")


def _compound_head(lists: Lists, key: str) -> Head | None:
    """The head of «мектеп-лицей», not of «пресс-служба» or «телеграм-канал»."""
    first, _, last = key.rpartition("-")
    return lists.heads.get(last) if first and not first.startswith(("пресс", "телеграм", "веб")) else None


def _is_demonym(word: str, language: Language) -> bool:
    listed = load_authority().demonyms.get(language, {})
    return fold(word) in listed or (language == "ru" and russian_key(fold(word)) in _russian_demonyms())


_demonyms = KeptIn(_is_demonym)


def given_keys(word: str, language: Language) -> tuple[str, ...]:
    """The keys a given name of a text may be listed under."""
    lower = fold(word)
    if language == "kk":
        return lower, fold(kazakh.nominative(word))
    if language == "ru":
        return (lower, *(str(p.normal_form).replace("ё", "е") for p in russian.parses(lower)[:3]))
    return (lower.removesuffix("'s"),)


@cache
def _russian_demonyms() -> frozenset[str]:
    return frozenset(russian_key(fold(word)) for word in load_authority().demonyms.get("ru", {}))


def _words(text: str) -> list[str]:
    return [word.replace("_", " ") for word in text.split()]


@cache
def lists_of(language: Language) -> Lists:
    """The lists of a language."""
    names, persons = word_list("names")[language], word_list("persons")[language]
    heads, compounds = _heads(language, names)
    not_names = frozenset(fold(word) for word in _words(persons["not_names"]))
    extra = {
        key: frozenset(fold(word) for word in _words(value))
        for key, value in names.items()
        if key not in ("weak", "never", "more", "abbreviations", "stops")
    }
    return Lists(
        language,
        heads,
        compounds,
        frozenset(_words(names["abbreviations"])),
        frozenset(_words(names["never"])),
        frozenset(fold(word) if language != "ru" else russian_key(fold(word)) for word in _words(names["stops"])),
        frozenset(key_of(word, language) for word in _words(persons["before"])),
        frozenset(fold(word) for word in _words(persons["honorifics"])),
        _given(language),
        frozenset(fold(word) for word in _words(persons["particles"])),
        not_names,
        frozenset(fold(word) for word in _words(persons.get("eponym_after", "") + " " + persons.get("eponym_before", ""))),
        frozenset(fold(word) for word in _words(persons["after"])),
        frozenset(fold(word) for word in _words(persons.get("asian", ""))),
        extra,
    )


def held_school(before: str, word: str, language: Language) -> bool:
    """«летняя школа», «жазғы мектеп», "summer school": a school of a season is held, and holds nobody."""
    stems = {"kk": ("мектеп", "мектеб"), "ru": ("школ",), "en": ("school",)}[language]
    seasons = lists_of(language).extra["seasons"]
    return fold(word).startswith(stems) and (russian.lemma(before) if language == "ru" else fold(before)) in seasons


def _heads(language: Language, names: Mapping[str, str]) -> tuple[Mapping[str, Head], Mapping[str, str]]:
    weak = {key_of(word, language) for word in _words(names["weak"])}
    never = {key_of(word, language) for word in _words(names["never"])}
    heads: dict[str, Head] = {}
    compounds: dict[str, str] = {}
    listed = []
    for entry in names["more"].split():
        word, _, kind = entry.partition(":")
        listed.append((word.replace("_", " "), kind))
    columns = "language", "word", "type", "kind"
    for spoken, word, type_, kind in (
        csv_cells(ONTOLOGY, "names/type_words.csv", *columns) if _has("names/type_words.csv") else ()
    ):
        if spoken == language and type_ == "Organization":
            listed.append((word, kind))
    for word, kind in listed:
        key = key_of(word, language) if " " not in word else ""
        if " " in word:
            compounds.setdefault(" ".join(key_of(part, language) for part in word.split()), kind)
        elif key not in never and len(key) > 1 and not (word.isupper() and len(word) < 6):
            heads.setdefault(key, Head(kind, key in weak))
    return heads, compounds


def _has(name: str) -> bool:
    return name in list_files(ONTOLOGY, name.split("/")[0], ".csv")


@cache
def _given(language: Language) -> frozenset[str]:
    found: set[str] = set()
    for spelling, name in csv_cells(ONTOLOGY, "names/given.csv", "script_language", "name") if _has("names/given.csv") else ():
        if spelling == language:
            found.add(fold(name))
    return frozenset(found)


@cache
def place_words(language: Language, group: str) -> frozenset[str]:
    """Keys of the type words of places: ``inside`` or ``outside`` the name, or of a ``venue``."""
    listed = word_list("places")[language].get(group, "").split()
    return frozenset(key_of(word, language) for word in listed)


def is_place_word(word: str, language: Language) -> bool:
    """Whether a word is a type word of places («облысы», "Stadium")."""
    return _place_words[language][word]


def _is_place_word(word: str, language: Language) -> bool:
    key = key_of(word, language)
    return key in place_words(language, "inside") or key in place_words(language, "venue")


_place_words = KeptIn(_is_place_word)


@cache
def endings(name: str) -> re.Pattern[str]:
    """A pattern for one group of name endings: ``cyrillic``, ``latin``, ``patronymic``."""
    words = sorted(_words(word_list("persons")["endings"][name]), key=len, reverse=True)
    return re.compile(rf"^.{{2,}}(?:{'|'.join(words)})$")
