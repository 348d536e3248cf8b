"""English events with a name of their own: where the capitals around a type word begin and end."""

from __future__ import annotations

import re

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.event_signs import ordinal_start
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import capital_run
from seriktes.mentions.happenings.russian_tail import whole_name
from seriktes.mentions.headwords import Head
from seriktes.mentions.lists import lists_of

Run = tuple[int, int]

_DAY = re.compile(r"\d\d?")
_YEAR = re.compile(r"20\d\d")
_EDGES = frozenset({"of", "and", "the", "for", "in", "on", "to", "–", "-", "&"})
_TAIL_JOINS = frozenset({"of", "on", "for", "and", "the", "in"})
_APOSTROPHES = frozenset("'’")
#: A headline of fewer words may well be all name.
_HEADLINE = 6


def english_run(line: Line, head: Head) -> Run | None:
    """The tokens of the name that a type word stands in; None where it names no event."""
    numbered = _numbered_meeting(line, head)
    if numbered is not None:
        return numbered
    start, capital = capital_run(line, head.start, "en"), line.capital(head.end - 1)
    if line.heading and start < head.start:
        start = _past_headline(line, start, head.start)
    start = _past_town(line, start, head.start)
    while start < head.start and (line.words[start] in _EDGES or _DAY.fullmatch(line.words[start])):
        start += 1
    officer = next(
        (
            i
            for i in range(head.start - 2, start - 1, -1)
            if line.words[i + 1] == "of" and lists_of("en").is_post(line.tokens[i].text)
        ),
        None,
    )
    if officer is not None:
        start = officer + 2 + (line.word(officer + 2) == "the")  # "Chair of the Steppe Dialogue"
    if line.word(start).endswith("ing") and line.word(start + 1) == "the":
        start += 2  # "Opening the Week, the Ambassador noted"
    end = english_tail(line, head.end) if capital else head.start
    ordinal = ordinal_start(line, start - 1) if start == head.start else None
    if capital and ordinal is None and start == head.start and (line.opens(start) or end == head.end) and end - head.end <= 2:
        return None
    if not capital and not _title_like(line, start, head.start):
        return None
    if sum(line.is_word(i) for i in range(start, end)) < 2:
        return None
    numbered_from = ordinal_start(line, start - 1)
    return (start if numbered_from is None else numbered_from), whole_name(line, end)


def _past_town(line: Line, start: int, end: int) -> int:
    """ "In Bishkek Steppe Universities Forum was held": the town is where, not the name's first word."""
    name = line.names[start]
    if line.word(start - 1) not in ("in", "at") or name is None or name.type != "Place" or name.kind != "settlement":
        return start
    place = start
    while place < end and line.names[place] is name:
        place += 1
    return place if end - place > 1 else start


def _past_headline(line: Line, start: int, end: int) -> int:
    """In a headline that gives every word a capital, the name begins behind its last verb or preposition."""
    proper = [i for i in range(len(line)) if line.is_word(i)]
    if len(proper) < _HEADLINE or 3 * sum(line.capital(i) for i in proper) < 2 * len(proper):
        return start
    breaks = words("en", "events.headline_breaks")
    return next((i + 1 for i in range(end - 1, start - 1, -1) if line.words[i] in breaks), start)


def _numbered_meeting(line: Line, head: Head) -> Run | None:
    """ "The 72nd session of the UN General Assembly"."""
    start, place = ordinal_start(line, head.start - 1), head.end + 1 + (line.word(head.end + 1) == "the")
    name, end = line.name(place), place
    while name is not None and line.name(end) is name:
        end += 1
    return (start, end) if start is not None and line.word(head.end) == "of" and end > place else None


def _title_like(line: Line, start: int, end: int) -> bool:
    """ "The Nauryz in the Heart of London festival": a capitalised title of three words before a small type word."""
    if any(_YEAR.fullmatch(line.words[i]) for i in range(start + 1, end)):
        return True  # "the international Expo Steppe Kyrgyzstan 2022 exhibition"
    capitals = [i for i in range(start, end) if line.capital(i) and line.names[i] is None]
    long = sum(line.is_word(i) for i in range(start, end)) >= 3
    return long and len(capitals) >= 2 and line.word(start - 1) in ("the", "a", "annual")


def english_tail(line: Line, end: int) -> int:
    """«of Kazakhstan», "on Climate Change", "2024" after a capitalised type word; not "in Astana"."""
    begin = stop = end
    while end < len(line):
        word = line.words[end]
        if word in _TAIL_JOINS and _capital_follows(line, end):
            if word == "in" and end == begin:
                break
            end += 1
        elif word in _APOSTROPHES and line.tokens[end - 1].end == line.tokens[end].start and _capital_follows(line, end):
            end += 1  # "Glaciers' Preservation"
        elif _YEAR.fullmatch(word) or (line.capital(end) and word not in words("en", "events.months")):
            end += 1
            stop = end
        else:
            break
    return stop


def _capital_follows(line: Line, place: int) -> bool:
    following = place + 1 + (line.word(place + 1) == "the")
    return following < len(line) and line.capital(following)
