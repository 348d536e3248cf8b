"""Mentions of events, agreements and projects in a document, and how they and the names share its text.

``find_happenings`` works beside the finder of names: it takes the names found and answers with what the names cannot be.
``merge`` puts the two together so that nothing overlaps.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence

from seriktes.mentions.agreements import find_agreements
from seriktes.mentions.events import named_events, nameless_events, sections, sessions, short_references
from seriktes.mentions.lines import Line, read_lines
from seriktes.mentions.projects import founded_projects, named_projects
from seriktes.mentions.quoted import quoted_titles, repeated_titles
from seriktes.model import Document, Mention

#: Rules whose spans may hold names of organisations and places; the names inside are swallowed.
_SWALLOWING = ("event.quoted", "event.theme", "event.named", "event.section", "event.repeat", "event.headline", "project.quoted", "project.latin",
               "project.founded", "project.repeat", "agreement.phrase", "agreement.modified", "event.nameless")


def find_happenings(document: Document, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Events, agreements and projects of a document, in order, none overlapping another.

    ``names`` are the persons, organisations and places already found. A returned mention may hold such names (a title
    with a country in it): :func:`merge` drops those. It never cuts through one.
    """
    lines = read_lines(document, names)
    found = list(_titled(document, lines))
    found += repeated_titles(lines, found)
    found = flat(found)
    found += find_agreements(lines)
    found += [m for line in lines for m in (*short_references(line), *named_projects(line), *founded_projects(line))]
    found = flat(found)
    found += nameless_events(lines, found)
    return tuple(flat(m for m in found if _keeps_names_whole(m, names)))


def _titled(document: Document, lines: Sequence[Line]) -> Iterator[Mention]:
    yield from sections(document, lines)
    plenary = False
    for line in lines:
        yield from quoted_titles(line)
        yield from named_events(line)
        for mention in sessions(line, plenary):
            plenary = plenary or mention.rule == "event.plenary"
            yield mention


def flat(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without overlaps: the surer one stays, of two equally sure the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-m.score, -len(m), m.start)):
        if not _overlaps(kept, mention):
            insort(kept, mention)
    return kept


def _overlaps(kept: list[Mention], mention: Mention) -> bool:
    place = bisect_left(kept, mention)
    return any(kept[i].overlaps(mention) for i in (place - 1, place) if 0 <= i < len(kept))


def _keeps_names_whole(mention: Mention, names: Sequence[Mention]) -> bool:
    touching = [name for name in names if name.overlaps(mention)]
    if not touching:
        return True
    return mention.rule in _SWALLOWING and all(mention.covers(name) for name in touching)


def merge(names: Sequence[Mention], happenings: Sequence[Mention]) -> tuple[Mention, ...]:
    """Names and happenings together, in order, none overlapping: titles swallow the names inside them.

    A name that reaches beyond a happening (an organisation with its class noun around the same quotes) stays instead.
    """
    kept = [h for h in happenings if all(h.covers(n) for n in names if n.overlaps(h))]
    taken = sorted(kept)
    return tuple(sorted([*taken, *(name for name in names if not _overlaps(taken, name))]))
