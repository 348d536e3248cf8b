"""An event that a report tells by a verb alone: «встретился с», «посетила делегация».

The noun that takes it up anywhere in the text («участники встречи») is its mention; without one the verb is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import in_starts, pattern, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

#: How many sentences of the report may tell by a verb what it is about.
_LEAD = 3
#: In so many sentences a report says what it is about.
_OPENING = 4
_WAYS = (("meeting", "meeting"), ("visit", "other"))


def told_events(lines: Sequence[Line], headings: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """The event that headline or lead tell by a verb, by its first noun in headline and body, else by that verb."""
    lead = [*lines[:_LEAD], *headings]
    for way, kind in _WAYS:
        telling = [(line, match) for line in lead if (match := _told(line, way)) is not None]
        if not telling:
            continue
        nouns = list(_nouns(headings, way, found))[:1]
        nouns += list(_nouns(lines, way, found))[:1]
        for line, head in nouns:
            rule = "event.headline" if line.heading else "event.nameless"
            yield line.mention((head.start, head.end), "Event", head.kind, rule, 0.65)
        if not nouns:
            line, match = telling[0]
            place = next(i for i, token in enumerate(line.tokens) if token.end - line.sentence.start >= match.end())
            if line.names[place] is None:
                yield line.mention((place, place + 1), "Event", kind, "event.told", 0.55)
        return


def met_before(
    headings: Sequence[Line], body: Sequence[tuple[Line, Sequence[Head]]], chosen: tuple[Line, Head]
) -> list[tuple[Line, Head]] | None:
    """Russian: the meeting that headline or first sentences tell by a verb, where the event chosen is one they do not name.

    The noun that takes it up («в ходе беседы»), an empty list where none does, None where the event chosen stays.
    """
    line, head = chosen
    before = itertools.takewhile(lambda one: one is not line, (one for one, _ in body[:_OPENING]))
    lead = [*headings[:1], *before]
    if line.language != "ru" or head.noun in words("ru", "events.meeting_nouns") or _told(line, "meeting") is not None:
        return None
    told = [match.group().lower() for one in lead if (match := _told(one, "meeting")) is not None]
    if all(in_starts(verb, "ru", "events.talked") for verb in told):
        return None  # «обсудили» alone may well be said of the event chosen
    nouns = words("ru", "events.meeting_nouns")
    return [(one, h) for one, heads in body for h in heads if h.noun in nouns and _in_its_course(one, h)][:1]


def _in_its_course(line: Line, head: Head) -> bool:
    """«В ходе беседы», «на встрече»."""
    return line.word(head.start - 1) in words("ru", "events.during") and line.names[head.start] is None


def tells_of_meeting(line: Line) -> bool:
    """Whether a sentence tells of a meeting by its verb."""
    return _told(line, "meeting") is not None


def _told(line: Line, way: str) -> re.Match[str] | None:
    """The verb by which a sentence tells of a meeting or visit; what was "earlier" is not told."""
    sought = pattern(line.language, f"events.{way}_pattern")
    if sought is None or line.words[0] in words(line.language, "events.earlier"):
        return None
    if line.language == "kk" and not _somebody(line):
        return None
    return sought.search(line.text)


def _somebody(line: Line) -> bool:
    """Whether a Kazakh sentence names who met or came: its verbs tell of much else («шешімді қабылдады», «қонаққа келді»)."""
    named = [name for name in line.names if name is not None]
    return any(name.type == "Person" for name in named) or (line.heading and len({id(name) for name in named}) > 1)


def _nouns(lines: Sequence[Line], way: str, found: Sequence[Mention]) -> Iterator[tuple[Line, Head]]:
    for line in lines:
        for head in line.heads:
            span = line.span(head.start, head.end)
            free = line.names[head.start] is None and not line.quoted(head.start)
            if head.noun in words(line.language, f"events.{way}_nouns") and free and not any(m.overlaps(span) for m in found):
                yield line, head
