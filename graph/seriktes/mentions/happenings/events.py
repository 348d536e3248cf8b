"""Conferences, forums, meetings, sessions, visits: all mentions of events in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.calendar_events import calendar_events
from seriktes.mentions.happenings.english_titles import english_titles
from seriktes.mentions.happenings.latin_events import latin_events
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.named_events import named_events, swallowed
from seriktes.mentions.happenings.sessions import find_sessions, headed_sections, listed_sections
from seriktes.model import Document, Mention


def find_events(document: Document, lines: Sequence[Line]) -> Iterator[Mention]:
    """Named events, sessions and sections; quoted titles and the nameless event are found by modules of their own."""
    yield from listed_sections(document, lines)
    yield from headed_sections(document)
    for line in lines:
        yield from named_events(line)
        yield from calendar_events(line)
        yield from latin_events(line)
        yield from english_titles(line)
    yield from find_sessions(lines)


def short_references(line: Line) -> Iterator[Mention]:
    """A capitalised type word in mid-sentence: «созылған Форумға», "The Forum"."""
    for head in line.heads if not line.heading else ():
        place = head.start
        if head.type != "Event" or head.end - place > 1 or head.key not in words(line.language, "events.named"):
            continue
        if not line.capital(place) or line.opens(place) or line.names[place] is not None:
            continue
        if not swallowed(line, head) and _alone(line, place):
            yield line.mention((place, head.end), "Event", head.kind, "event.short", 0.7)


def _alone(line: Line, place: int) -> bool:
    """Whether no other capitalised word makes it a name; English wants an article before it."""
    before, after = place - 1, place + 1
    if line.is_word(before) and line.capital(before) and line.words[before] != "the":
        return False
    if line.language == "en" and line.words[before] not in ("the", "this"):
        return False
    return after >= len(line) or not (line.capital(after) and line.is_word(after))
