"""How far the phrase of an agreement reaches: adjectives before its noun, «туралы …», «о …», "on …" beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from seriktes.mentions.happening_words import in_starts, is_listed, listed, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head
from seriktes.mentions.lexicon import word_class
from seriktes.model import Language
from seriktes.text import kazakh, russian

_LONGEST = 16
_POSSESSED = ("сы", "сі", "ы", "і")
_SEVERAL = tuple(plural + own for plural in kazakh.PLURAL for own in ("", "ы", "і"))
_OPENING = frozenset({"«", "“", "„", '"'})
_MOST_MODIFIERS = 4
_NO_COMPLEMENT = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRED", "NPRO"})
_FIELD_PREPOSITIONS = frozenset({"в", "in"})
_JOINS = {
    "kk": frozenset({"мен", "пен", "бен", "және", "–", "-", "—"}),
    "ru": frozenset({"и", "–", "-", "—"}),
    "en": frozenset({"and", "of", "the", "for", "in", "on", "–", "-", "—", "&", "to", "+"}),
}

#: First and last-but-one token of a phrase, and whether it says what the agreement is about.
Bounds = tuple[int, int, bool]


def agreement_bounds(line: Line, head: Head) -> Bounds:
    """The reach of an agreement's phrase around its type word."""
    if line.language == "kk":
        return _kazakh_bounds(line, head)
    end = _complement_end(line, head)
    return _with_adjectives(line, head), end, end > head.end or " of " in head.key


# -- Kazakh: everything stands before the noun -----------------------------------------------------------------------


def _kazakh_bounds(line: Line, head: Head) -> Bounds:
    place = _kazakh_modifiers(line, head.start)
    if place and line.plain(place - 1) and line.words[place - 1] in words("kk", "agreements.about"):
        start = _kazakh_complement(line, place - 1)
        return (start, head.end, True) if start < place - 1 else (place, head.end, False)
    return _without_generic(line, place, head.start), head.end, False


def _kazakh_modifiers(line: Line, end: int) -> int:
    """Where the adjectives right before the noun begin: «үшжақты», «ұзақ мерзімді», «ынтымақтастық»."""
    first = end
    while first > max(0, end - _MOST_MODIFIERS) and line.plain(first - 1) and _kazakh_adjective(line.words[first - 1]):
        if line.capital(first - 1) and first > 1 and not line.capital(end):
            break
        first -= 1
    return first


def _kazakh_adjective(word: str) -> bool:
    if word in words("kk", "agreements.about") or word in words("kk", "agreements.stops"):
        return False
    return word in words("kk", "agreements.modifiers") or word.endswith(listed("kk", "agreements.adjective_endings"))


def _without_generic(line: Line, start: int, end: int) -> int:
    """Past «осындай», «жаңа», «бөлек»: they tell one agreement from another but are no part of its name."""
    generic, attributive = words("kk", "agreements.new_one"), listed("kk", "agreements.attributive_endings")
    named = words("kk", "agreements.modifiers")
    while (
        start < end
        and line.words[start] not in named
        and (line.words[start] in generic or line.words[start].endswith(attributive))
    ):
        start += 1
    return start


def _kazakh_complement(line: Line, about: int) -> int:
    first = about
    while first and about - first < _LONGEST and line.plain(first - 1) and _in_complement(line, first - 1, about):
        first -= 1
        if line.capital(first) and first and not line.capital(first - 1):
            break
    if first > 1 and line.words[first - 1] in "-–—" and line.words[first].isdigit() and line.words[first - 2].isdigit():
        first -= 2  # «2025–2027 жылдарға арналған жоспар»
    while first < about and (line.words[first] in words("kk", "agreements.joins") or _leftover(line, first, about)):
        first += 1
    return first


def _in_complement(line: Line, place: int, about: int) -> bool:
    word, stops = line.words[place], words("kk", "agreements.stops")
    if place + 1 < about and (_plural_instrumental(word) or (word.endswith(_POSSESSED) and word_class(word, "kk") == "org")):
        return False  # «X кітапханасы ынтымақтастық туралы хаттамаға қол қойды»: who signs
    if place + 1 < about and word.endswith(_SEVERAL) and word_class(word, "kk") == "post":
        return False  # «ректорлар ынтымақтастық туралы келісімге қол қойды»
    if word in _JOINS["kk"]:
        return place > 0 and line.plain(place - 1) and line.words[place - 1] not in stops
    if word not in stops:
        return True
    if word in ("арасындағы", "арасында"):
        return line.word(place - 1) == "тараптар"
    return word == "туралы" and about - place > 3 and place < 4


def _plural_instrumental(word: str) -> bool:
    """«Түркия университеттерімен 31 ынтымақтастық туралы келісім»."""
    return word.endswith(("лерімен", "ларымен", "дерімен", "дарымен", "терімен", "тарымен"))


def _leftover(line: Line, place: int, about: int) -> bool:
    """Words of the clause before the phrase: an adverbial case, a postposition, the two parties (екі университет)."""
    word = line.words[place]
    if line.word(place - 1) in words("kk", "agreements.counts"):
        return True
    return about - place > 2 and len(word) > 4 and word.endswith(listed("kk", "agreements.adverbial_endings"))


# -- Russian and English: adjectives before, the complement after ----------------------------------------------------


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """Whether a Russian word is first of all an adjective, and no pronoun."""
    tag = russian.parses(word)[0].tag
    return tag.POS == "ADJF" and "Apro" not in tag


def _with_adjectives(line: Line, head: Head) -> int:
    belongs: Callable[[Line, int, Head], bool] = _russian_modifier if line.language == "ru" else _english_modifier
    first = head.start
    while first and head.start - first < _MOST_MODIFIERS:
        place = first - 1
        if line.names[place] is not None or is_listed(line.words[place], line.language, "agreements.new_one"):
            break
        if not (line.is_word(place) or line.words[place] == "–") or not belongs(line, place, head):
            break
        first -= 1
    unbounded = line.language == "en" and first and head.start - first >= _MOST_MODIFIERS and not line.capital(first)
    return head.start if unbounded else first


def _russian_modifier(line: Line, place: int, head: Head) -> bool:
    return is_adjective(line.words[place])


def _english_modifier(line: Line, place: int, head: Head) -> bool:
    word = line.words[place]
    if line.capital(head.start):
        joined = word == "and" and place > 0 and line.capital(place - 1) and line.names[place - 1] is None
        return joined or (line.capital(place) and place > 0)
    if any(word in words("en", f"agreements.{name}") for name in ("stops", "about", "no_modifier")):
        return False
    return "-" in word or not (word.endswith(("ed", "ly", "ing")) or in_starts(word, "en", "agreements.signing"))


def _complement_end(line: Line, head: Head) -> int:
    """The end of «о сотрудничестве в сфере …» after a type word, or the head's own end."""
    place, first = head.end, line.word(head.end)
    about = words(line.language, "agreements.about")
    if line.language == "ru" and head.noun in ("договор", "контракт"):
        about = about | {"на"}
    if line.language == "ru" and head.noun in words("ru", "agreements.for_rules"):
        about = about | words("ru", "agreements.rules")
    if first.startswith("сотрудничеств"):
        return _walk(line, place, place)
    day = place + 1 + line.word(place + 1).isdigit()
    if line.language == "en" and line.word(day) in words("en", "events.months"):
        return place  # "a declaration on 5 May": the day it was signed
    if first in about or (first in _FIELD_PREPOSITIONS and _field_at(line, place)):
        return _walk(line, place + 1, place)
    return place


def _field_at(line: Line, place: int) -> bool:
    return any(word in words(line.language, "agreements.field") for word in line.words[place + 1 : place + 3])


def _walk(line: Line, begin: int, floor: int) -> int:
    place = begin
    while place < min(len(line), begin + _LONGEST) and line.names[place] is None and _may_continue(line, place, begin):
        place += 1
    stopped = line.name(place) is not None or line.word(place) in _OPENING
    place = _trimmed(line, place, begin, stopped_by_name=stopped)
    return place if place > begin else floor


def _may_continue(line: Line, place: int, begin: int) -> bool:
    word, language = line.words[place], line.language
    if word == ",":
        return _list_goes_on(line, place)
    if not line.is_word(place):
        years = all(len(year) == 4 and year.isdigit() for year in (line.word(place - 1), line.word(place + 1)))
        return language == "en" and (word in ("’", "'") or (word in ("-", "–") and years))  # "a roadmap for 2024-2026"
    if word in _FIELD_PREPOSITIONS and place > begin and _field_at(line, place):
        return True
    if language == "en":
        return _english_continues(line, place, begin)
    if word in words(language, "agreements.stops"):
        return False
    if word.isdigit() and line.word(place + 1) in words(language, "events.months"):
        return False  # «о сотрудничестве 5 мая»: the day it was signed
    following = line.head_at(place + 1)
    if word == "и":
        return following is None or following.type != "Agreement"
    return word in ("о", "об", "обо") or russian.part_of_speech(word) not in _NO_COMPLEMENT


def _english_continues(line: Line, place: int, begin: int) -> bool:
    word, following = line.words[place], line.word(place + 1)
    if word == "and":
        stops = words("en", "agreements.stops") | {"a", "an", "the", ""}
        return following not in stops and not following.endswith("ed")
    if word == "in":
        return line.capital(place - 1) and place + 1 < len(line) and line.capital(place + 1)
    if word in words("en", "agreements.stops"):
        return False
    return word not in ("on", "for") or place == begin or _after_agreement(line, place)


def _after_agreement(line: Line, place: int) -> bool:
    """ "Protocol on implementing the Agreement on …": the second "on" belongs to the inner agreement."""
    inner = line.head_ending(place - 1)
    return inner is not None and inner.type == "Agreement"


def _list_goes_on(line: Line, comma: int) -> bool:
    """A comma inside «торгово-экономическом, научном и культурном сотрудничестве», "trade and cultural ties"."""
    if comma + 2 >= len(line):
        return False
    if line.language == "ru":
        return is_adjective(line.words[comma - 1]) and is_adjective(line.words[comma + 1])
    ahead = line.words[comma + 1 : comma + 6]
    if "and" not in ahead[1:5] or line.names[comma + 1] is not None:
        return False
    between = ahead[: ahead.index("and", 1)]
    stops = words("en", "agreements.stops") | {"the", "a", "on"}
    return not any(word in stops or word.endswith("ed") for word in between)


def _trimmed(line: Line, end: int, begin: int, *, stopped_by_name: bool) -> int:
    """Without a dangling preposition or comma; an English phrase cut by a name ends before its last preposition.

    "A roadmap for the development of the [Branch]": what the preposition "of" asks for is cut off, so nothing is kept.
    """
    if stopped_by_name and line.language == "en":
        prepositions = words("en", "agreements.prepositions")
        end = max((i for i in range(begin, end) if line.words[i] in prepositions), default=begin)
        end = begin if line.words[end] == "of" else end
    while end > begin and line.words[end - 1] in words(line.language, "agreements.dangling"):
        end -= 1
    return end


# -- names -----------------------------------------------------------------------------------------------------------


def capital_run(line: Line, end: int, language: Language) -> int:
    """Where the run of capitalised words and names that ends before a place begins."""
    first = end
    while first and (_proper(line, first - 1) or _joined(line, first - 1, language)):
        first -= 1
    opener = language != "ru" and line.opens(first) and line.word(first) in words(language, "events.openers")
    if opener and first + 1 < end:
        first += 1  # "Under the Golden Steppe project": a capital that the sentence's beginning gives
    return first + (first < end and line.words[first] == "the")


def _proper(line: Line, place: int) -> bool:
    if line.words[place + 1 : place + 2] == ("the",) and line.capital(place + 1):
        return False  # «The» begins the sentence, whatever stands before it
    return line.is_word(place) and (line.capital(place) or line.names[place] is not None or line.words[place].isdigit())


def _joined(line: Line, place: int, language: Language) -> bool:
    """A small word between capitals: «мен», "of", "in the"."""
    if not place or (line.word(place + 1) == "the" and line.capital(place + 1)):
        return False
    if line.words[place] in _JOINS[language] and (line.capital(place - 1) or line.names[place - 1] is not None):
        return True
    within = line.words[place] == "the" and line.words[place - 1] in _JOINS[language]
    return within and place > 1 and line.capital(place - 2)
