"""Whether a sentence says of an event's noun that it was held."""

from __future__ import annotations

from seriktes.mentions.happening_words import key_of, words
from seriktes.mentions.headwords import Head
from seriktes.mentions.kazakh_event import is_attended, is_held_at_last
from seriktes.mentions.lines import Line
from seriktes.mentions.named_events import is_held
from seriktes.mentions.phrases import is_adjective
from seriktes.text import russian

_KAZAKH_REACH = 6
_BEFORE, _AFTER = {"ru": 12, "en": 8}, {"ru": 25, "en": 30}
_POINTING = frozenset({"this", "that", "its", "their", "press"})
#: How far before and behind its subject a verb of taking place stands.
_SUBJECT_BEFORE, _SUBJECT_BEHIND = 6, 12


def held_near(line: Line, head: Head) -> bool:
    """Whether the sentence says that the event takes place, or that someone takes part in it."""
    if line.language == "kk":
        others = [other.start for other in line.heads if other.type == "Event" and _later(other, head)]
        stop = min([len(line), head.end + _KAZAKH_REACH, *others])
        whole = min([len(line), *others])
        soon = any(is_held(line, i) for i in range(head.end, stop))
        return soon or is_attended(line, head, whole) or is_held_at_last(line, head, whole)
    if line.language == "ru" and _of_another_noun(line, head.start):
        return False
    if line.language == "en" and line.word(head.start - 1) in _POINTING:
        return False
    if line.language == "ru" and head.noun in words("ru", "events.strict"):
        return is_subject(line, head)
    near = range(max(0, head.start - _BEFORE[line.language]), min(len(line), head.end + _AFTER[line.language]))
    return any(is_held(line, i) for i in near)


def _later(other: Head, head: Head) -> bool:
    return other.start > head.end and other.kind != "session"


def _of_another_noun(line: Line, place: int) -> bool:
    """Russian: «для слушателей курсов», «участники семинара» speak of others than the event itself."""
    if not any(p.tag.case in ("gent", "gen2") for p in russian.parses(line.words[place])):
        return False
    while place and is_adjective(line.words[place - 1]):
        place -= 1
    before = line.word(place - 1)
    if not before or russian.part_of_speech(before) != "NOUN":
        return False
    return key_of(before, "ru") not in words("ru", "events.partitives")


def is_subject(line: Line, head: Head) -> bool:
    """Russian: «состоялся запуск …», «урок прошёл …»: the noun is the subject of a verb of taking place, near it."""
    place = line.noun_place(head)
    first = [p.tag for p in russian.parses(line.words[place]) if p.tag.case == "nomn"]
    if not any(tag.number == "sing" or head.noun in words("ru", "events.only_plural") for tag in first):
        return False
    near = range(max(0, head.start - _SUBJECT_BEFORE), min(len(line), head.end + _SUBJECT_BEHIND))
    return any(line.names[i] is None and key_of(line.words[i], "ru") in words("ru", "events.took_place") for i in near)
