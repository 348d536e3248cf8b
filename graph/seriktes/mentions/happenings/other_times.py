"""Events of another time than the report's: «Келесі форум … өтеді», «следующее заседание пройдёт …», "the first course was held in 2022"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import any_in_starts, in_starts, phrases, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import is_adjective
from seriktes.mentions.happenings.visits import plural
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

#: The rule of such a mention: others ask for it, since what is told of these events is told of them alone.
OTHER_TIME = "event.other-time"
_REACH = 3
#: So many sentences tell the report's own event; how far behind a noun its relative clause begins.
_LEAD, _CLAUSE = 2, 8
#: How near its object «өткізу» stands, and how near it the word that plans it.
_HOLDING, _PLANNED = 5, 4
_YEARS = range(1990, 2100)


def other_times(lines: Sequence[Line]) -> Iterator[Mention]:
    """The next, the last and the first ones, where a sentence says where or when they are held."""
    latest = max((year for line in lines for year in _years(line)), default=0)
    yield from _told_beside(lines)
    for line in lines:
        yield from _to_be_held(line)
    for line in lines:
        if line.heading or not _held(line):
            continue
        for head in line.heads:
            start = _begins(line, head, latest) if _is_event(line, head) else None
            if start is not None and _where_or_when(line, head):
                yield line.mention((start, head.end), "Event", head.kind, OTHER_TIME, 0.72)
                break


def _is_event(line: Line, head: Head) -> bool:
    known = phrases(line.language, "events.central")
    named = head.type == "Event" and (head.key in known or head.noun in known)
    return named and line.names[head.start] is None and not line.quoted(head.start) and not plural(line, head)


def _begins(line: Line, head: Head, latest: int) -> int | None:
    """Where the word stands that sets it apart; nothing but adjectives may come between it and the noun."""
    for place in range(head.start - 1, max(-1, head.start - 1 - _REACH), -1):
        if not line.is_word(place) or line.names[place] is not None:
            return None
        word = line.words[place]
        if in_starts(word, line.language, "events.time_spans"):
            return None  # «на следующий день форум …»: it is the day that comes next
        if in_starts(word, line.language, "events.other_time"):
            return place
        if word in ("a", "an", "follow-up") and line.language == "en":
            return place + (word != "follow-up") if line.body > _LEAD + 1 and _planned(line) else None
        if in_starts(word, line.language, "events.first_time") and any(year < latest for year in _years(line)):
            return place
    return None


def _planned(line: Line) -> bool:
    """ "A follow-up workshop will be held in Osh in April": further down, what is announced is not what the report is about."""
    text = " ".join(line.words)
    return any(phrase in text for phrase in phrases("en", "events.planned_ones"))


def _held(line: Line) -> bool:
    return any_in_starts(line.words, line.language, "events.held_then")


def _where_or_when(line: Line, head: Head) -> bool:
    months = words(line.language, "events.months")
    dated = any(word in months or any(word.startswith(month[:5]) for month in months if len(month) > 4) for word in line.words)
    placed = any(name is not None and name.type == "Place" for name in line.names)
    return placed or dated or bool(list(_years(line)))


def _years(line: Line) -> Iterator[int]:
    return (int(word) for word in line.words if len(word) == 4 and word.isdigit() and int(word) in _YEARS)


def _to_be_held(line: Line) -> Iterator[Mention]:
    """Kazakh: «Келесі жылы Атырауда су форумын өткізу жоспарда бар», «отырысын Лондонда өткізу туралы келісілді»."""
    holding = [i for i, word in enumerate(line.words) if word in words("kk", "events.to_hold")] if line.language == "kk" else []
    for place in holding:
        heads = [h for h in line.heads if h.end <= place <= h.end + _HOLDING and _is_event(line, h)]
        head = heads[-1] if heads else None
        if head is None or line.heading or not line.words[head.end - 1].endswith(("ын", "ін")):
            continue
        planned = any(in_starts(word, "kk", "events.planned") for word in line.words[place + 1 : place + 1 + _PLANNED])
        if planned and _where_or_when(line, head):
            yield line.mention((head.start, head.end), "Event", head.kind, OTHER_TIME, 0.72)


def _told_beside(lines: Sequence[Line]) -> Iterator[Mention]:
    """Russian: «… за участие в церемонии, которая прошла 27 февраля в Москве», where the report told of something else before."""
    told = {h.noun for line in lines for h in line.heads if h.type == "Event" and (line.heading or line.body <= _LEAD)}
    for line in lines if told else ():
        if line.language != "ru" or line.body <= _LEAD or not any(word.startswith("котор") for word in line.words):
            continue
        for head in line.heads:
            if _is_event(line, head) and head.noun not in told and _has_clause(line, head) and _where_or_when(line, head):
                start = head.start
                while start and is_adjective(line.words[start - 1]) and line.plain(start - 1):
                    start -= 1
                yield line.mention((start, head.end), "Event", head.kind, OTHER_TIME, 0.72)
                break


def _has_clause(line: Line, head: Head) -> bool:
    """Whether «, который прошёл» follows the noun and what depends on it."""
    for place in range(head.end, min(len(line) - 2, head.end + _CLAUSE)):
        if line.words[place] == "," and line.words[place + 1].startswith("котор"):
            return any(in_starts(word, "ru", "events.held_then") for word in line.words[place + 2 : place + 4])
    return False
