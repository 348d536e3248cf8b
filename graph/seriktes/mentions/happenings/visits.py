"""Visits, by how somebody came («с официальным визитом»), and what the form of an event's type word tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import in_starts, phrases, words
from seriktes.mentions.happenings.kazakh_event import arrives
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import is_adjective
from seriktes.mentions.headwords import Head
from seriktes.model import Mention
from seriktes.text import kazakh, russian

#: How near a word stands that tells a visit one is invited to.
_INVITED = 8
#: How many words describe a visit, and what may stand before them.
_DESCRIBED = 4
_OPENING = frozenset(("on", "during", "paid", "pays", "made"))
_ALWAYS_PLURAL = frozenset({"talks", "consultations", "negotiations", "hearings", "celebrations", "series"})
_KAZAKH_ALSO_PLURAL = frozenset({"келіссөз", "консультация"})


def first_visit(lines: Sequence[Line]) -> Iterator[Mention]:
    """The first official visit that lines speak of: «с официальным визитом», «ресми сапармен»."""
    for line in lines:
        for head in line.heads:
            visit = head.key in phrases(line.language, "events.visits") or _travels(line, head) or arrives(line, head)
            visit = visit or _visits_somewhere(line, head)
            if visit and line.names[head.start] is None and not plural(line, head) and not _merely_planned(line, head):
                yield line.mention((head.start, head.end), "Event", "other", "event.visit", 0.65)
                return


def meeting_of_visit(lines: Sequence[tuple[Line, Sequence[Head]]]) -> tuple[Line, Head] | None:
    """Kazakh: «… іссапармен келді. Кездесуде … сөз болды»: the meeting of a visit that a later sentence opens with."""
    return next(
        (
            (line, head)
            for line, heads in lines
            for head in heads
            if line.language == "kk"
            and line.opens(head.start)
            and head.noun in words("kk", "events.visit_meetings")
            and line.words[head.end - 1] not in (head.noun + "лер", head.noun + "дер")
            and not line.heading
        ),
        None,
    )


def _travels(line: Line, head: Head) -> bool:
    """«С визитом», «с деловой миссией»: how somebody came, whatever the journey is called."""
    if line.language != "ru" or head.noun not in words("ru", "events.trips"):
        return False
    place = head.start
    while place and is_adjective(line.words[place - 1]):
        place -= 1
    return line.word(place - 1) == "с" and any(p.tag.case == "ablt" for p in russian.parses(line.words[head.end - 1]))


def _visits_somewhere(line: Line, head: Head) -> bool:
    """ "Led a delegation on a three-day visit to Bishkek", "during her visit to the University of Leeds"."""
    if line.language != "en" or head.noun not in words("en", "events.trips") or line.word(head.end) != "to":
        return False
    behind = head.end + 1 + (line.word(head.end + 1) == "the")
    place = head.start - 1
    while place > 0 and head.start - place < _DESCRIBED and line.plain(place) and line.word(place) not in _OPENING:
        place -= 1
    return line.name(behind) is not None and line.word(place) in _OPENING


def _merely_planned(line: Line, head: Head) -> bool:
    """«Пригласил посетить Россию с рабочим визитом», «ресми сапармен келуге шақырды»: only hoped for."""
    begin, end = (head.end, head.end + _INVITED) if line.language == "kk" else (head.start - _INVITED, head.start)
    invited = any(in_starts(word, line.language, "events.inviting") for word in line.words[max(0, begin) : end])
    return invited or of_other_time(line, head)


def of_other_time(line: Line, head: Head) -> bool:
    """Whether it is the next or last one: «Келесі форум», "the upcoming visit"."""
    before = line.words[max(0, head.start - 3) : head.start]
    return any(in_starts(word, line.language, "events.other_time") for word in before)


def plural(line: Line, head: Head) -> bool:
    """Whether the type word stands in the plural and so names no single event."""
    word = line.words[head.end - 1]
    if line.language == "kk":
        return any(mark in word[len(head.key.split()[-1]) - 1 :] for mark in kazakh.PLURAL) and (
            head.noun not in _KAZAKH_ALSO_PLURAL
        )
    if line.language == "en":
        return word.endswith("s") and not word.endswith("ss") and word not in _ALWAYS_PLURAL
    tags = [p.tag for p in russian.parses(line.words[line.noun_place(head)]) if p.tag.POS == "NOUN"]
    return (
        bool(tags) and tags[0].number == "plur" and "Pltm" not in tags[0] and head.noun not in words("ru", "events.only_plural")
    )
