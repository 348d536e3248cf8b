"""Events with a name in Latin letters or with a year: Ertis NGO Fest – 2022, Astana Finance Days 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.lines import Line
from seriktes.model import Mention

_YEAR = re.compile(r"(?:19|20)\d\d")
_DASHES = frozenset({"–", "-", "—"})
_MOST_WORDS = 5


def latin_events(line: Line) -> Iterator[Mention]:
    """Names that end in Fest, Forum, Summit, Expo …: in a Kazakh or Russian text any, in an English one with a year."""
    for place, word in enumerate(line.words):
        if word not in words("en", "events.latin") or not line.capital(place) or line.name_goes_on(place):
            continue
        start, end = _begin(line, place), _with_year(line, place + 1)
        long = start + 1 < place and line.word(start - 1) in ("the", "annual")
        sure = long or end > place + 1 or word in words("en", "events.only_events")
        if start < place and (sure or line.language != "en"):
            yield line.mention((start, end), "Event", _kind(line, place), "event.latin", 0.9)


def _begin(line: Line, place: int) -> int:
    start = place
    while start and place - start < _MOST_WORDS and _belongs(line, start - 1):
        start -= 1
    while start < place and line.opens(start) and line.words[start] in ("the", "a", "an"):
        start += 1
    return start


def _belongs(line: Line, place: int) -> bool:
    """A capitalised word; beside Latin letters a Cyrillic one only inside the same quotes («Ертіс NGO Fest»)."""
    if not line.is_word(place) or not (line.capital(place) or line.words[place].isdigit()):
        return False
    return line.tokens[place].text.isascii() or line.quoted(place)


def _with_year(line: Line, end: int) -> int:
    year = end + (line.word(end) in _DASHES)
    return year + 1 if _YEAR.fullmatch(line.word(year)) else end


def _kind(line: Line, place: int) -> str:
    head = line.head_ending(place)
    if head is not None and head.type == "Event":
        return head.kind
    known = {"forum": "forum", "summit": "conference", "conference": "conference", "congress": "conference"}
    return known.get(line.words[place], "festival")
