"""Mentions of events, agreements and projects in a document, and how they and the names share its text.

``find_happenings`` works beside the finder of names: it takes the names found and answers with what they cannot be.
``merge`` puts the two together so that nothing overlaps.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from seriktes.mentions.happenings.agreements import find_agreements
from seriktes.mentions.happenings.central_event import nameless_events
from seriktes.mentions.happenings.events import find_events, short_references
from seriktes.mentions.happenings.lines import Line, read_lines
from seriktes.mentions.happenings.listed_projects import listed_projects
from seriktes.mentions.happenings.other_times import other_times
from seriktes.mentions.happenings.projects import founded_projects, named_projects, repeated_projects
from seriktes.mentions.happenings.quoted import quoted_titles
from seriktes.mentions.happenings.routes import named_routes
from seriktes.mentions.happenings.schools import held_schools
from seriktes.mentions.happenings.titles_again import repeated_titles
from seriktes.mentions.happenings.topic_sessions import topic_sessions
from seriktes.model import Document, Mention

#: Rules whose spans may hold names of organisations and places; the names inside are swallowed.
_SWALLOWING = frozenset(
    (
        "event.quoted",
        "event.theme",
        "event.named",
        "event.section",
        "event.group",
        "event.latin",
        "event.titled",
        "event.plenary",
        "event.repeat",
        "event.acronym",
        "event.headline",
        "event.nameless",
        "project.quoted",
        "project.theme",
        "project.latin",
        "project.route",
        "project.founded",
        "project.listed",
        "project.repeat",
        "agreement.phrase",
        "agreement.modified",
        "agreement.headline",
    )
)


_NAMED = frozenset(("event.named", "event.quoted", "event.latin", "event.titled"))
_ACRONYM_LENGTH = 3
#: So many letters of a word are the same in all its forms.
_STEM = 5
_ACRONYM = re.compile(r"[»”\"]?\s?\(([A-ZА-ЯЁ]{2,8})\)")


def find_happenings(document: Document, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Events, agreements and projects of a document, in order, none overlapping another.

    ``names`` are the persons, organisations and places already found. A returned mention may hold such names (a title
    with a country in it): :func:`merge` drops those. It never cuts through one.
    """
    lines = read_lines(document, names)
    found = [*find_events(document, lines), *topic_sessions(lines)]
    found += [m for line in lines for m in (*quoted_titles(line), *held_schools(line))]
    found = flat([*found, *repeated_titles(lines, found)])
    found += find_agreements(lines)
    found += [
        m
        for line in lines
        for m in (
            *short_references(line),
            *named_projects(line),
            *listed_projects(line),
            *_to_be_founded(line, names),
            *named_routes(line),
        )
    ]
    found += other_times(lines)
    found += _acronyms(document, found)
    found = flat([*found, *repeated_projects(lines, found)])
    found += (_before_agreement(m, found) for m in nameless_events(lines, found))
    ordered = sorted(names)
    return tuple(flat(m for m in found if _keeps_names_whole(m, ordered)))


def _to_be_founded(line: Line, names: Sequence[Mention]) -> Iterator[Mention]:
    """What is to be founded; «решение о создании академии X» of a body that the text names elsewhere founds no project."""
    for project in founded_projects(line):
        own = set(_stems(project.text))
        bodies = (n for n in names if n.type == "Organization" and not n.overlaps(project) and len(n) > len(project))
        if line.language != "ru" or not any(own <= set(_stems(body.text)) for body in bodies):
            yield project


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in re.findall(r"\w+", text.lower())]


def _acronyms(document: Document, found: Sequence[Mention]) -> Iterator[Mention]:
    """«Международный форум Астана (МФА)»: the acronym in brackets behind an event's name is the event, and no body."""
    for event in found:
        if event.type == "Event" and event.rule in _NAMED:
            match = _ACRONYM.match(document.text, event.end)
            if match is not None:
                start, end = match.span(1)
                yield replace(event, start=start, end=end, text=match.group(1), rule="event.acronym", score=0.8)
                yield from _told_shortly(document, event, match.group(1), end)


def _told_shortly(document: Document, event: Mention, short: str, begin: int) -> Iterator[Mention]:
    """Where an English text calls the event by its acronym again: "CATF is supported by …"."""
    if document.language != "en" or len(short) < _ACRONYM_LENGTH:
        return
    for match in re.finditer(rf"\b{re.escape(short)}\b(?!-)", document.text[begin:]):
        start = begin + match.start()
        yield replace(event, start=start, end=start + len(short), text=short, rule="event.acronym", score=0.8)


def _before_agreement(event: Mention, found: Sequence[Mention]) -> Mention:
    """«Церемония подписания | Соглашения о сотрудничестве»: what is signed is a thing of its own."""
    cut = min((m.start for m in found if m.type == "Agreement" and event.start < m.start < event.end), default=event.end)
    text = event.text[: cut - event.start].rstrip()
    return replace(event, end=event.start + len(text), text=text)


def flat(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without overlaps: the surer one stays, of two equally sure the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-m.score, -len(m), m.start)):
        if not touching(kept, mention):
            insort(kept, mention)
    return kept


def touching(ordered: Sequence[Mention], mention: Mention) -> list[Mention]:
    """Those of some mentions (in order, none overlapping another) that share a character with one mention."""
    place = max(0, bisect_left(ordered, mention.start, key=lambda m: m.end) - 1)
    found = []
    while place < len(ordered) and ordered[place].start < mention.end:
        if ordered[place].overlaps(mention):
            found.append(ordered[place])
        place += 1
    return found


def _keeps_names_whole(mention: Mention, names: Sequence[Mention]) -> bool:
    held = touching(names, mention)
    return not held or (mention.rule in _SWALLOWING and all(mention.covers(name) for name in held))


def merge(names: Sequence[Mention], happenings: Sequence[Mention]) -> tuple[Mention, ...]:
    """Names and happenings together, in order, none overlapping: titles swallow the names inside them.

    A name that reaches beyond a happening (an organisation with its class noun around the same quotes) stays instead.
    """
    ordered = sorted(names)
    kept = sorted(h for h in happenings if all(h.covers(name) for name in touching(ordered, h)))
    return tuple(sorted([*kept, *(name for name in ordered if not touching(kept, name))]))
