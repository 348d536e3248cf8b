"""Events an English report tells beside its own: "On 17 April she held a working meeting with X", "The visit ended with a reception"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import word_file, words
from seriktes.mentions.happenings.centrality import is_verb, may_be_central
from seriktes.mentions.happenings.introductions import introduction
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

#: So far before the noun stand its article and the verb that holds it; so many sentences tell the report's own event.
_DESCRIBED, _LEAD, _OPENING = 4, 1, 6
_ARTICLES = frozenset(("a", "an"))


def english_further(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """The nameless events that a sentence introduces with "a" and sets apart by a day of its own, or as what another began or ended with."""
    seen: set[str] = set()
    for line in lines:
        for head in line.heads if line.language == "en" else ():
            if head.type != "Event":
                continue
            if head.noun not in seen and _free(line, head, found) and _introduced(line, head):
                yield introduction(line, head, "event.separate", 0.65)
                seen.add(head.noun)
                break
        if line.body <= _LEAD or line.heading:
            seen |= {head.noun for head in line.heads if head.type == "Event"}


def _free(line: Line, head: Head, found: Sequence[Mention]) -> bool:
    span = line.span(head.start, head.end)
    near = (m for m in found if m.type == "Event")
    beside = any(0 <= m.start - span.end < 30 and line.sentence.covers(m) for m in near)
    return may_be_central(line, head) and not beside and not any(m.overlaps(span) for m in found) and not is_verb(line, head)


def _introduced(line: Line, head: Head) -> bool:
    article = _article(line, head)
    if line.quoted(head.start):
        return False
    if article is None:
        return line.body > _LEAD and _own_day(line) and _bare(line, head)
    before = line.words[max(0, article - 2) : article]
    if before[-2:] in (("part", "of"),) and head.noun in words("en", "events.journeys"):
        return True
    if before[-1:] == ("with",) and before[-2:-1] and before[-2] in words("en", "events.ended_with"):
        return True
    held = before[-1:] and before[-1] in words("en", "events.held_active")
    return bool(held) and line.body > _LEAD and _own_day(line)


def _bare(line: Line, head: Head) -> bool:
    """ "On 4 March X and Y | co-chaired the ninth round of political consultations", "held talks with Z": nouns of talks need no article."""
    place = head.start - 1
    ordinal = line.word(place) in words("en", "events.ordinals") and line.word(place) not in ("opening", "closing")
    if ordinal and line.word(place - 1) == "the":
        return line.word(place - 2) in words("en", "events.held_active")
    while line.word(place) in words("en", "events.descriptions"):
        place -= 1
    return line.words[head.end - 1] in words("en", "events.talks") and line.word(place) in words("en", "events.held_active")


def _article(line: Line, head: Head) -> int | None:
    for place in range(head.start - 1, max(-1, head.start - 1 - _DESCRIBED), -1):
        if line.words[place] in _ARTICLES:
            return place
        if not line.plain(place) and line.words[place] != "-":
            return None
    return None


def _own_day(line: Line) -> bool:
    """Whether the sentence begins with a day or says what came before or after: "On 17 April", "The next day", "Earlier"."""
    opening = line.words[:_OPENING]
    text = " ".join(opening)
    dated = any(word in words("en", "events.months") for word in opening)
    return dated or any(text.startswith(phrase) for phrase in word_file()["en"]["events"]["another_day"].split(" | "))
