"""Name lists and type words as the taggers see them: by stem, whatever the ending."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from seriktes.authority.records import KINDS, ORGANIZATION_KINDS, PLACE_KINDS, SHORT, Listed, load_authority
from seriktes.model import Language
from seriktes.records import Kept, KeptIn
from seriktes.resources import ONTOLOGY, Tables, csv_cells, list_files, taking_in
from seriktes.text import kazakh
from seriktes.text.endings import without_ending
from seriktes.text.tokens import words_in

_RUSSIAN_ENDINGS = frozenset(
    "иями ями ами еем ием иям ией иях ого его ому ему ыми ими ая яя ое ее ые ие ый ий ой ей ом ем ов ев ам ям ах ях "
    "ую юю ея ых их ым им ою ею ии ия ию ью а е ё и о у ы э ю я ь й".split()
)
_FOLD = str.maketrans("ё", "е")
_KINDS = {
    **dict.fromkeys(PLACE_KINDS, "place"),
    "country": "country",
    **dict.fromkeys(ORGANIZATION_KINDS, "org"),
}
_KEPT = 50_000
_TYPES = {"Organization": "org", "Event": "event", "Project": "project", "Agreement": "agreement", "Place": "place"}


def key_of(word: str, language: Language) -> str:
    """What stays of a word when its ending goes: capitals stay for abbreviations, all else in small letters.

    >>> key_of("БҰҰ-ның", "kk"), key_of("қорының", "kk"), key_of("Министерства", "ru"), key_of("Ministry's", "en")
    ('БҰҰ', 'қор', 'министерств', 'ministry')
    """
    return keys[language][word]


def _key_of(word: str, language: Language) -> str:
    return _key(word, language, kazakh.analyse, kazakh.stem)


def _listed_key_of(word: str, language: Language) -> str:
    return _key(word, language, kazakh.analyse_anew, kazakh.stem_anew)


def _key(word: str, language: Language, analyse: Callable[[str], kazakh.Form], stem: Callable[[str], str]) -> str:
    if language == "en":
        base = re.sub(r"['’]s$", "", word)
        return base if _is_abbreviation(base) else base.lower()
    if language == "kk":
        base = analyse(word).base if "-" in word else word
        return base if _is_abbreviation(base) else stem(word)
    if _is_abbreviation(word):
        return word
    return russian_stem(word)


#: The keys of words of texts by language; those of the words of lists, most of which are asked for once.
keys = KeptIn(_key_of)
_listed_keys = KeptIn(_listed_key_of, 3_000)


def _is_abbreviation(word: str) -> bool:
    return 2 <= len(word) <= 7 and word.isupper()


def russian_stem(word: str) -> str:
    """The word without its Russian ending, in small letters; quick, and the same for all cases of most nouns.

    >>> russian_stem("Казахстаном"), russian_stem("области")
    ('казахстан', 'област')
    """
    lower = word.lower().translate(_FOLD)
    cut = without_ending(lower, _RUSSIAN_ENDINGS)
    return cut if len(cut) >= 3 else lower


@cache
def _tagger_words() -> Mapping[str, Mapping[str, str]]:
    return Tables("seriktes.mentions", "words/tagger.toml")


def listed_words(language: Language, class_: str) -> list[str]:
    """The words of a class as they are listed for the taggers."""
    more = [word for word, name in _listed_types(language) if name == class_]
    return [*_tagger_words()[language][class_].split(), *more]


@cache
def _type_words(language: Language) -> dict[str, str]:
    words: dict[str, str] = {}
    for name, listed in _tagger_words()[language].items():
        for word in listed.split():
            words.setdefault(key_of(word, language), name)
            words.setdefault(word if word.isupper() else word.lower(), name)
    for word, name in _listed_types(language):
        words.setdefault(key_of(word, language), name)
    return words


def _listed_types(language: Language) -> Iterator[tuple[str, str]]:
    """The type words and post words of the ontology that are one word."""
    present = list_files(ONTOLOGY, "names", ".csv")
    for file in ("names/type_words.csv", "names/post_words.csv"):
        typed = ("type",) if "type" in file else ()
        for spoken, word, *type_ in csv_cells(ONTOLOGY, file, "language", "word", *typed) if file in present else ():
            if spoken == language and " " not in word:
                yield word, _TYPES.get(type_[0], "") if type_ else "post"


def word_class(word: str, language: Language) -> str:
    """The class of a type word or post word (org, event, project, agreement, place, work, post), or nothing.

    >>> word_class("министрлігінің", "kk"), word_class("фонда", "ru"), word_class("ambassador", "en")
    ('org', 'org', 'post')
    """
    return _classes[language][word]


def _class_of(word: str, language: Language) -> str:
    words = _type_words(language)
    found = words.get(key_of(word, language)) or words.get(word.lower())
    if found or not word.isupper():
        return found or ""
    return words.get(key_of(word.lower(), language), "")


_classes = KeptIn(_class_of)


class Lexicon:
    """Names by their stems: single words by class, and longer names by their first two words, to be matched word by word.

    A name is entered when a text first shows the first letters of its first word; most of the lists are never asked for.
    """

    def __init__(self, records: Listed, names: Iterable[tuple[str, str]], language: Language) -> None:
        """``names`` are the listed names that are no records', with their classes."""
        self.language = language
        self._records = records
        #: Keys whose names were entered; keys that a longer name begins with.
        self._entered: set[str] = set()
        self._firsts: set[str] = set()
        self._words: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]] = {}
        #: By first letters: keys of records, and other names with their classes.
        self._waiting_keys: dict[str, list[str]] = defaultdict(list)
        self._waiting: dict[str, list[tuple[str, str]]] = defaultdict(list)
        with taking_in():
            for key, cell in records.cells(KINDS, language, *SHORT.values()):
                for prefix in set(map(_prefix, cell.split("|"))):
                    self._waiting_keys[prefix].append(key)
            for listed in names:
                self._waiting[_prefix(listed[0])].append(listed)

    def classes_of(self, word: str) -> tuple[str, ...]:
        """The classes of lists the word stands in alone: country, place, org, given."""
        if not word[:1].isupper():
            return ()
        found = self._listed(key_of(word, self.language))
        if not found and word.isupper() and len(word) > 3:
            found = self._listed(key_of(word.lower(), self.language))
        return found

    def matches(self, keys: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and class of the longest listed names of two words and more, left to right."""
        if not self._entered.issuperset(keys):
            for key in set(keys).difference(self._entered):
                self._enter(key)
        if self._firsts.isdisjoint(keys):
            return
        after = 0
        for i in [place for place, key in enumerate(keys) if key in self._firsts]:
            if i < after:
                continue
            for phrase, kind in self._phrases.get(tuple(keys[i : i + 2]), ()):
                if tuple(keys[i : i + len(phrase)]) == phrase:
                    yield i, i + len(phrase), kind
                    after = i + len(phrase)
                    break

    def _listed(self, key: str) -> tuple[str, ...]:
        if key not in self._entered:
            self._enter(key)
        return self._words.get(key, ())

    def _enter(self, key: str) -> None:
        """Take in the names whose first word may have this key."""
        if len(self._entered) > _KEPT:
            self._entered.clear()
        self._entered.add(key)
        waiting = [*self._of_records(_prefix(key)), *self._waiting.pop(_prefix(key), ())]
        touched = set()
        for name, kind in waiting:
            keys = tuple(map(_listed_keys[self.language].__getitem__, _words(name)))
            if len(keys) == 1 and len(keys[0]) > 1:
                self._words[keys[0]] = _with(self._words.get(keys[0], ()), kind)
            elif 1 < len(keys) <= 12 and kind != "given":
                self._phrases[keys[:2]] = (*self._phrases.get(keys[:2], ()), (keys, kind))
                self._firsts.add(keys[0])
                touched.add(keys[:2])
        for first in touched:
            if len(self._phrases[first]) > 1:
                self._phrases[first] = tuple(sorted(set(self._phrases[first]), key=lambda item: (-len(item[0]), item)))

    def _of_records(self, prefix: str) -> Iterator[tuple[str, str]]:
        for key in dict.fromkeys(self._waiting_keys.pop(prefix, ())):
            kind = _KINDS[self._records.kind_of(key)]
            for name in self._records.names_of(key, self.language, *SHORT.values()):
                if _prefix(name) == prefix:
                    yield name, kind


def _prefix(name: str) -> str:
    """The first two letters of a name's first word (the first character, where no two letters follow), as in its key."""
    return _prefixes[name[:2]] if name[:1] != " " else _prefixes[name.strip()[:2]]


@cache
def _with(kinds: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Some classes and one more, sorted: ten thousand words share a few such tuples."""
    return tuple(sorted({*kinds, kind}))


def _folded_prefix(letters: str) -> str:
    first = letters.lower().replace("ё", "е")[:2]
    return first if first.isalnum() else first[:1]


#: Twenty thousand names begin with some hundred pairs of letters.
_prefixes = Kept(_folded_prefix, 10_000)


@cache
def lexicon(language: Language) -> Lexicon:
    """All lists of a language; short forms are taken from all three."""
    return Lexicon(load_authority().records, _listed(language), language)


def _words(name: str) -> list[str]:
    plain = name.replace(" ", "").replace("-", "").isalpha()
    return name.split() if plain else words_in(name)


def _listed(language: Language) -> Iterator[tuple[str, str]]:
    for spoken, name, class_ in csv_cells(ONTOLOGY, "names/known.csv", "language", "name", "class"):
        if spoken == language:
            yield name, class_
    spellings = ("kk", "ru") if language == "kk" else (language,)  # Kazakh texts keep the Russian spelling of Russian names
    for spelling, name in csv_cells(ONTOLOGY, "names/given.csv", "script_language", "name"):
        if spelling in spellings:
            yield name, "given"
