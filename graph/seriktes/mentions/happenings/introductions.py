"""The noun phrase that introduces a nameless event: its type word with the adjectives and numbers before it."""

from __future__ import annotations

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import is_adjective
from seriktes.mentions.happenings.russian_tail import russian_tail
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

_MOST_MODIFIERS = 3
_KAZAKH_ADJECTIVE = ("лық", "лік", "дық", "дік", "тық", "тік", "жақты")
#: Kazakh bodies called by their type word alone: «Елшілік мерекелік концерт ұйымдастырды».
_BODIES = frozenset(("елшілік", "министрлік", "әкімдік", "агенттік", "бірлестік", "өкілдік", "серіктестік", "әкімшілік"))
_NOT_DESCRIBING = ("очередн", "первы", "первая", "втор")


def introduction(line: Line, head: Head, rule: str, score: float) -> Mention:
    """The type word with its adjectives: «саяси консультациялар», "three-day training course"."""
    start, end = head.start, head.end
    while start and head.start - start < _MOST_MODIFIERS and line.plain(start - 1) and _describes(line, start - 1):
        start -= 1
    if line.language == "ru" and head.noun in words("ru", "events.complemented"):
        end = russian_tail(line, head)
        while end > head.end and line.names[end - 1] is not None:
            end -= 1
    return line.mention((start, end), "Event", head.kind, rule, score)


def _describes(line: Line, place: int) -> bool:
    word = line.words[place]
    if line.language == "ru":
        return is_adjective(word) and not word.startswith(_NOT_DESCRIBING)
    if line.language == "en":
        ordinal = word in words("en", "events.ordinals") and word not in ("opening", "closing")
        return "-" in word or ordinal or word in words("en", "events.descriptions")
    if word in ("күндік", "айлық", "апталық") or word in _BODIES:
        return False
    return word.endswith(_KAZAKH_ADJECTIVE) or "қабылдау" in (word, line.word(place + 1))
