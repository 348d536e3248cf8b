"""Whether a noun may be the event that a report is about: a type word that no name holds, and that a sentence says was held."""

from __future__ import annotations

from seriktes.mentions.happening_words import in_starts, key_of, phrases, words
from seriktes.mentions.happenings.discussed import is_discussed
from seriktes.mentions.happenings.event_signs import is_held
from seriktes.mentions.happenings.kazakh_event import is_attended, is_compound, is_held_at_last
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.named_events import swallowed
from seriktes.mentions.happenings.phrases import is_adjective
from seriktes.mentions.happenings.visits import of_other_time, plural
from seriktes.mentions.headwords import Head
from seriktes.text import russian

#: How many words behind, or around, an event may say that it is held.
_KAZAKH_REACH = 6
_BEFORE, _AFTER = {"ru": 12, "en": 8}, {"ru": 25, "en": 30}
_SUBJECT_BEFORE, _SUBJECT_BEHIND = 6, 12
#: How near the noun of what was opened, and the verb that says so, stand to "opening".
_OPENED = 5
_POINTING = frozenset({"this", "that", "its", "their", "press"})


def around_another(line: Line, head: Head) -> bool:
    """«В рамках визита прошли переговоры»: what the event was the frame of is told, not the frame."""
    near = line.words[head.end : head.end + 1] if line.language == "kk" else line.words[max(0, head.start - 2) : head.start]
    return any(word in words(line.language, "events.within") for word in near)


def may_be_central(line: Line, head: Head) -> bool:
    """Whether its noun is one of those that a report may be about, and nothing here makes it a name, a plural or a verb."""
    known = phrases(line.language, "events.central")
    if head.key not in known and head.noun not in known and not is_compound(line, head):
        return False
    if line.word(head.start - 1) == "of" and line.word(head.start - 2) in words("en", "events.durations"):
        return False  # "after two hours of discussion"
    if line.language == "en" and line.word(head.end) and in_starts(line.word(head.end), "en", "events.compound_after"):
        return False  # "training technologies", "the conference hall"
    if line.language == "en" and (_what_is_given(line, head) or (head.key == "opening" and not _opened(line, head))):
        return False
    free = line.names[head.start] is None and not swallowed(line, head)
    return free and not plural(line, head) and not of_other_time(line, head) and not is_verb(line, head)


def _what_is_given(line: Line, head: Head) -> bool:
    """ "NGOs will receive training, grants and advice": training without an article is something one gets, and no event."""
    given = head.key == "training" and line.word(head.start - 1) in words("en", "events.before_bare")
    return given and not line.heading


def _opened(line: Line, head: Head) -> bool:
    """ "The opening of the laboratory took place", "attended the opening of the school"; an event's opening is a part of it."""
    if line.word(head.end) != "of" or any(o.type == "Event" and head.end < o.start < head.end + _OPENED for o in line.heads):
        return False
    behind = line.words[head.end : head.end + 3 * _OPENED]
    before = line.words[max(0, head.start - _OPENED) : head.start]
    return any(word in ("took", "held", "attended") for word in behind) or any(
        word in ("attended", "part", "participated") for word in before
    )


def is_verb(line: Line, head: Head) -> bool:
    """English: "nobody talks about it", "the Minister visits Bishkek", "they are meeting friends"."""
    word, before, after = line.words[head.end - 1], line.word(head.start - 1), line.word(head.end)
    if line.language != "en" or head.end - head.start > 1:
        return False
    if word in ("talks", "talk", "visits"):
        name = line.name(head.start - 1)
        person = name is not None and name.type == "Person" and not before.endswith(("'s", "’s", "s"))
        return person or before in words("en", "events.subjects") or (word == "talks" and after == "about")
    if word == "launch":  # "KIMEP and the University of Leeds launch a degree"
        return line.name(head.start - 1) is not None and after not in ("of", "event", "ceremony", "conference")
    return word.endswith("ing") and (before in words("en", "events.subjects") or after in ("the", "a", "his", "their"))


def held_near(line: Line, head: Head) -> bool:
    """Whether the sentence says that the event takes place, or that someone takes part in it."""
    if line.language == "kk":
        others = [other.start for other in line.heads if other.type == "Event" and _later(other, head)]
        stop = min([len(line), head.end + _KAZAKH_REACH, *others])
        whole = min([len(line), *others])
        soon = any(is_held(line, i) for i in range(head.end, stop))
        return soon or is_attended(line, head, whole) or is_held_at_last(line, head, whole)
    if line.language == "ru" and (_of_another_noun(line, head.start) or is_discussed(line, head)):
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
