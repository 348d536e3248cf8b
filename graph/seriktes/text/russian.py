"""Russian words: case, lemma, and names put into the nominative. A cached door to pymorphy3."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any, Literal, NamedTuple

from seriktes.records import Kept
from seriktes.resources import taking_in
from seriktes.text.dictionary import Form, KnownWords, Tag

Case = Literal["nom", "gen", "dat", "acc", "loc", "ins", "unknown"]
_CASES: dict[str, Case] = {
    "nomn": "nom",
    "gent": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "acc2": "acc",
    "loct": "loc",
    "loc2": "loc",
    "ablt": "ins",
    "voct": "nom",
}
_LONGEST_ACRONYM = 8
#: More letters of a word than these are not read.
_LONGEST = 60
#: Half characters, which the dictionary's automaton cannot take.
_HALF = re.compile("[\ud800-\udfff]")
_LETTERS = re.compile("[А-Яа-яЁё]+")
#: Letters that a number may be written with, as pymorphy3 reads it.
_ROMAN = frozenset("IVXLCDMivxlcdm")
_LATIN = Tag(SimpleNamespace(grammemes=frozenset({"LATN"}), **dict.fromkeys(Tag.NAMED)))
#: «VII форума», also in letters of the other alphabet: a number, and no acronym.
_NUMERAL = re.compile(r"[IVXLХІ]+$")


@cache
@taking_in()
def _analyzer() -> Any:
    import pymorphy3  # a Kazakh or English report starts without it
    import pymorphy3_dicts_ru  # asked for by name: pymorphy3 would look through all that is installed

    from seriktes.text.automaton import quickened

    return quickened(pymorphy3.MorphAnalyzer(pymorphy3_dicts_ru.get_path(), "ru"))


@cache
def _dictionary() -> KnownWords:
    return KnownWords(_analyzer())


class _Answer(NamedTuple):
    """What pymorphy3 was asked, and the number of its answer."""

    word: str
    place: int


#: Whom a reading asks for other forms: the form of a word of the dictionary; pymorphy3; nobody, of a word in Latin letters.
_Asked = Form | _Answer | None


class Reading:
    """One reading of a word by pymorphy3: the form, its tag, the dictionary form, and how likely it is (0 to 1)."""

    __slots__ = ("_asked", "_known", "normal_form", "score", "tag", "word")

    def __init__(self, word: str, tag: Tag, normal_form: str, score: float, asked: _Asked) -> None:
        self.word, self.tag, self.normal_form, self.score, self._asked = word, tag, normal_form, score, asked
        self._known = None if isinstance(asked, _Answer) else asked is not None

    @property
    def is_known(self) -> bool:
        """Whether the form stands in the dictionary."""
        if self._known is None:
            analyzer = _analyzer()
            self._known = bool(analyzer.dictionary.word_is_known(self.word, analyzer.char_substitutes))
        return self._known

    def inflect(self, wanted: set[str]) -> str | None:
        """The word in the form with these grammemes; None where there is none."""
        if isinstance(self._asked, Form):
            return _dictionary().inflected(self.word, self._asked, wanted)
        if self._asked is None:
            return None
        word, place = self._asked
        turned = _analyzer().parse(word)[place].inflect(wanted)
        return None if turned is None else str(turned.word)


def _read(word: str) -> tuple[Reading, ...]:
    asked = word[:_LONGEST]
    if word.isascii() and word.isalpha() and not _ROMAN.issuperset(word):
        return (Reading(asked.lower(), _LATIN, asked.lower(), 1.0, None),)  # an English report does without the dictionary
    if len(word) < 2 or not _LETTERS.fullmatch(word):
        return _by_rules(asked)
    if not word.islower():
        return _readings[word.lower()]  # capitals tell pymorphy3 of other words only
    found = _dictionary().readings(asked)
    told = [(spelled, form.tag, form.normal_form(spelled), score, form) for spelled, form, score in found]
    return _with_same_text(told) or _by_rules(asked)


def _by_rules(word: str) -> tuple[Reading, ...]:
    """The readings of a word that pymorphy3 has rules for: what is in no dictionary, single letters, marks, numbers."""
    named = "".join(c if unicodedata.name(c, "") else "?" for c in _HALF.sub("?", word))  # it asks for every letter's name
    tag, found = _dictionary().tag, enumerate(_analyzer().parse(named))
    return _with_same_text([(p.word, tag(p.tag), p.normal_form, p.score, _Answer(named, place)) for place, p in found])


def _with_same_text(told: Sequence[tuple[str, Tag, str, float, _Asked]]) -> tuple[Reading, ...]:
    """The readings of a word, whose text is kept once."""
    same = dict[str, str]().setdefault
    return tuple([Reading(same(word, word), tag, same(base, base), score, asked) for word, tag, base, score, asked in told])


_readings = Kept(_read, 30_000)


def parses(word: str) -> tuple[Reading, ...]:
    """pymorphy3's readings of a word, the likeliest first; those of a word take some 0.7 KB."""
    return _readings[word]


def lemma(word: str) -> str:
    """The dictionary form, lower case.

    >>> lemma("подписали"), lemma("Казахстана")
    ('подписать', 'казахстан')
    """
    return parses(word)[0].normal_form


def cases_of(word: str) -> frozenset[Case]:
    """All cases the word can stand in (Russian forms are often ambiguous)."""
    return _cases[word]


def _cases_told(word: str) -> frozenset[Case]:
    told = frozenset(_CASES[p.tag.case] for p in parses(word) if p.tag.case in _CASES and p.score > 0.01)
    return _same_cases.setdefault(told, told)


#: Words share the few sets of cases that there are.
_same_cases: dict[frozenset[Case], frozenset[Case]] = {}
_cases = Kept(_cases_told, 30_000)


def case_of(word: str) -> Case:
    """The likeliest case; ``unknown`` for words without cases."""
    return _CASES.get(str(parses(word)[0].tag.case), "unknown")


def part_of_speech(word: str) -> str:
    """OpenCorpora part of speech of the likeliest reading (NOUN, ADJF, VERB …), or an empty string."""
    return parses(word)[0].tag.POS or ""


def like(word: str, result: str) -> str:
    """The result in the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return result.upper()
    if not word[:1].isupper():
        return result
    asked, parts = word.split("-"), result.split("-")
    if len(asked) != len(parts):
        return result[:1].upper() + result[1:]
    return "-".join(part[:1].upper() + part[1:] if old[:1].isupper() else part for old, part in zip(asked, parts, strict=True))


def nominative_phrase(words: list[str]) -> list[str]:
    """A noun phrase put into the nominative: the head noun and its adjectives change, what follows the head stays.

    >>> nominative_phrase(["Министерством", "иностранных", "дел"])
    ['Министерство', 'иностранных', 'дел']
    >>> nominative_phrase(["узбекского", "культурного", "центра", "города"])
    ['узбекский', 'культурный', 'центр', 'города']
    """
    head = next((i for i, w in enumerate(words) if _is_acronym(w) or _is_head(w, words[i + 1 : i + 2])), None)
    if head is None:
        return words
    if _is_acronym(words[head]):  # «ТПП Узбекистана», «КазНУ имени аль-Фараби»: what follows an acronym stands in its case
        return [_own_nominative(word) for word in words[:head]] + words[head:]
    noun = _noun_nominative(words[head], any(_is_singular(word) for word in words[:head]))
    if noun is None:
        return words
    result = list(words)
    result[head], gender, number = noun
    for i in range(head):
        result[i] = _adjective_nominative(words[i], gender, number)
    return result


@lru_cache(maxsize=20_000)
def _own_nominative(word: str) -> str:
    """An adjective in the nominative of its own gender: «Кузбасской ТПП» is the «Кузбасская ТПП»."""
    found = parses(word)
    if found[0].tag.POS != "ADJF" or any(p.tag.case == "nomn" for p in found) or found[0].tag.number != "sing":
        return word
    turned = found[0].inflect({"nomn", "sing", found[0].tag.gender or "masc"})
    return like(word, turned) if turned is not None else word


@lru_cache(maxsize=20_000)
def _is_singular(word: str) -> bool:
    """Whether an adjective is one of a single thing, whatever the number of the noun it shares: «Пензенской и X областями»."""
    found = [p for p in parses(word) if p.tag.POS == "ADJF"]
    return bool(found) and all(p.tag.number == "sing" for p in found)


@lru_cache(maxsize=20_000)
def _noun_nominative(word: str, one: bool = False) -> tuple[str, str | None, str] | None:
    """A noun in the nominative of its number, with its gender and number; None for what is no noun.

    ``one`` asks for the singular: an adjective of its own stands before a noun that several share.
    """
    noun = next((p for p in parses(word) if p.tag.POS == "NOUN"), None)
    if noun is None:
        return None
    number = "plur" if noun.tag.number == "plur" and not one else "sing"
    turned = noun.inflect({"nomn", number})
    return like(word, turned) if turned is not None else word, noun.tag.gender, number


def _is_acronym(word: str) -> bool:
    """«ТПП», «КазНУ», «ПРООН», but no word of a headline in capitals: МИНИСТЕРСТВО."""
    several = word.isalpha() and sum(c.isupper() for c in word) > 1 and len(word) < _LONGEST_ACRONYM
    return several and not _NUMERAL.match(word)


def _is_head(word: str, following: list[str]) -> bool:
    if not word[0].isalpha() or (word.isupper() and len(word) > 1):
        return False
    first = parses(word)[0]
    if first.tag.POS != "NOUN" or "UNKN" in first.tag:
        return False
    adjective = any(p.tag.POS == "ADJF" for p in parses(word))  # «рабочим визитом», but «рабочим завода»
    return not (adjective and following and _agree(word, following[0]))


def _agree(adjective: str, noun: str) -> bool:
    """Whether a word that can be an adjective has the case and number of the noun behind it."""
    forms = {(p.tag.case, p.tag.number) for p in parses(adjective) if p.tag.POS == "ADJF"}
    return any(p.tag.POS == "NOUN" and (p.tag.case, p.tag.number) in forms for p in parses(noun)[:2])


@lru_cache(maxsize=20_000)
def _adjective_nominative(word: str, gender: str | None, number: str) -> str:
    for p in parses(word):
        if p.tag.POS in ("ADJF", "PRTF", "NUMR") or "Anum" in p.tag:
            wanted = {"nomn", "plur"} if number == "plur" else {"nomn", "sing", gender or "masc"}
            turned = p.inflect(wanted)
            if turned is not None:
                return like(word, turned)
    return word
