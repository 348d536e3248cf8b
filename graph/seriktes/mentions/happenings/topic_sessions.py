"""A topic of an event that a meeting was held on: «Форум тақырыптарының бірі «X» болды. Кездесуді Y жүргізді»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seriktes.mentions.happening_words import any_in_starts, listed, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.quoted import is_title
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

#: So many words stand between «one of the topics» and the quotes, at most.
_NEAR = 6
_SMALL = frozenset(("meeting", "session"))


def topic_sessions(lines: Sequence[Line]) -> Iterator[Mention]:
    """The topics in quotes that the next sentence tells the meeting of; a topic without one is no event."""
    for line, following in pairwise(lines):
        outer = _outer(line)
        if outer is None or following.heading or following.language != line.language or _to_come(following):
            continue
        held = next((head for head in following.heads if _sits(following, head, outer)), None)
        for opening, closing in line.quotes if held is not None else ():
            if opening > outer.end and is_title(line, opening, closing) and _one_of(line, opening):
                assert held is not None
                yield line.mention((opening + 1, closing), "Event", held.kind, "event.quoted", 0.9)


def _to_come(line: Line) -> bool:
    return any_in_starts(line.words, line.language, "events.held_then")


def _outer(line: Line) -> Head | None:
    """The event whose topics a sentence tells."""
    topics = words(line.language, "events.topics_of")
    told = any(word in topics for word in line.words) and not line.heading
    return next((head for head in line.heads if head.type == "Event"), None) if told else None


def _one_of(line: Line, opening: int) -> bool:
    topics, one = (words(line.language, name) for name in ("events.topics_of", "events.one_of"))
    near = line.words[max(0, opening - _NEAR) : opening]
    return any(word in topics for word in near) and any(word in one for word in near)


def _sits(line: Line, head: Head, outer: Head) -> bool:
    """Whether a type word is that of a small meeting other than the event itself, spoken of as known."""
    last = line.words[head.end - 1]
    known = line.language != "kk" or (last.endswith(listed("kk", "events.known_endings")) and last != head.noun)
    return known and head.type == "Event" and head.kind in _SMALL and head.noun != outer.noun
