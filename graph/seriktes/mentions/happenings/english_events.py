"""English events with a name of their own: where the capitals around a type word begin and end."""

from __future__ import annotations

import re

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.event_signs import ordinal_start
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import capital_run
from seriktes.mentions.happenings.russian_tail import whole_name
from seriktes.mentions.headwords import Head
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import lists_of

Run = tuple[int, int]

_DAY = re.compile(r"\d\d?")
_YEAR = re.compile(r"20\d\d")
_EDGES = frozenset({"of", "and", "the", "for", "in", "on", "to", "–", "-", "&"})
#: "This Forum": what only points at an event told before.
_POINTING = frozenset({"this", "these", "such", "each", "every", "our", "their", "its"})
_TAIL_JOINS = frozenset({"of", "on", "for", "and", "the", "in"})
_SMALL = _EDGES | {"a", "an", "at", "by", "from", "with", "as"}
_APOSTROPHES = frozenset("'’")
#: Verbs behind an event's name in a headline whose words all begin with a capital: "Steppe Forum | Held in Astana".
_OPENED = frozenset(
    """held opens opened kicks takes took begins began starts started concludes concluded discusses discussed highlights unites gathers
    continues continued brings ends wraps hosted launched convenes explores features marks celebrates""".split()
)
_SHORTEST_PARTICIPLE = 6
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
    start = _with_america(line, start)
    start = _past_town(line, _past_people(line, start, head.start), head.start)
    while start < head.start and (line.words[start] in _EDGES | _POINTING or _DAY.fullmatch(line.words[start])):
        start += 1
    officer = next(
        (
            i
            for i in range(head.start - 2, start - 1, -1)
            if line.words[i + 1] == "of" and lists_of("en").is_post(line.tokens[i].text)
        ),
        None,
    )
    if _in_a_body(line, start, head):
        return None
    if officer is not None:
        start = officer + 2 + (line.word(officer + 2) == "the")  # "Chair of the Steppe Dialogue"
    if line.word(start).endswith("ing") and line.word(start + 1) == "the":
        start += 2  # "Opening the Week, the Ambassador noted"
    end = english_tail(line, head.end) if capital else head.start
    end = next((i for i in range(head.end, end) if _goes_on(line, i, head.end)), end)
    ordinal = ordinal_start(line, start - 1) if start == head.start else None
    if capital and ordinal is None and start == head.start and (line.opens(start) or end == head.end) and end - head.end <= 2:
        return None
    if not capital and not _title_like(line, start, head.start):
        return None
    if sum(line.is_word(i) for i in range(start, end)) < 2:
        return None
    numbered_from = ordinal_start(line, start - 1)
    if numbered_from is None:
        whole = whole_name(line, end)
        return start, end if any(_goes_on(line, i, end) for i in range(end, whole)) else whole
    return numbered_from, whole_name(line, max(end, head.end))


def _with_america(line: Line, start: int) -> int:
    """ "The Kazakhstan-U.S. | Youth Forum": over the full stops of a state."""
    if line.word(start) == "s." and line.word(start - 1) == "." and line.word(start - 2).endswith("u"):
        return start - 2
    return start - 3 if [line.word(i) for i in range(start - 3, start)] == ["u.", "s", "."] else start


def _past_people(line: Line, start: int, end: int) -> int:
    """ "The part of Pope Francis in the Congress": a person's name is none of an event's."""
    last = next((i for i in range(end - 1, start - 1, -1) if (n := line.names[i]) is not None and n.type == "Person"), None)
    return start if last is None or last + 1 >= end or line.words[last].endswith(("'s", "’s")) else last + 1


def _in_a_body(line: Line, start: int, head: Head) -> bool:
    """ "The Centre for Interfaith Dialogue": a body's type word with "for" or "of" before the type word of an event."""
    return head.kind not in ("session", "forum") and any(
        (word_class(line.words[i], "en") == "org" or head.noun == "dialogue")
        and line.capital(i)
        and line.words[i + 1] in ("for", "of", "on")
        and not (line.words[i + 1] == "of" and lists_of("en").is_post(line.tokens[i].text))
        for i in range(start, head.start - 1)
    )


def _past_town(line: Line, start: int, end: int) -> int:
    """ "In Bishkek Steppe Universities Forum was held": the town is where, not the name's first word."""
    name = line.names[start]
    if line.word(start - 1) not in ("in", "at") or name is None or name.type != "Place" or name.kind != "settlement":
        return start
    place = start
    while place < end and line.names[place] is name:
        place += 1
    return place if end - place > 1 else start


def _goes_on(line: Line, place: int, first: int) -> bool:
    """Whether a headline's verb stands behind the name: "Steppe Forum | Opens in Osh", "Steppe Forum | Fostering Trade"."""
    word = line.words[place]
    return word in _OPENED or (line.heading and place == first and word.endswith("ing") and len(word) > _SHORTEST_PARTICIPLE)


def _past_headline(line: Line, start: int, end: int) -> int:
    """In a headline that gives every word a capital, the name begins behind its last verb or preposition."""
    proper = [i for i in range(len(line)) if line.is_word(i) and line.words[i] not in _SMALL]
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
    numbered = ordinal_start(line, start - 1) is not None
    return long and len(capitals) >= 2 and (numbered or line.word(start - 1) in ("the", "a", "annual"))


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
