"""A project without quotes that a list names beside one in quotes: Kazakh «X мұражайы және «Y» сияқты жобалар»."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.quoted import find_titles
from seriktes.model import Mention
from seriktes.text import kazakh

#: The longest name without quotes, in words.
_LONGEST = 8
#: Cases in which a word stands inside a name: what stands otherwise tells where it is or what is done to it.
_INSIDE = ("nom", "gen", "attr")


def listed_projects(line: Line) -> Iterator[Mention]:
    """What «және» joins to a title that «сияқты жобалар» calls a project, from its first capital on."""
    such_as = words("kk", "projects.such_as")
    told = line.language == "kk" and not such_as.isdisjoint(line.words)
    for title in find_titles(line) if told else ():
        such = not such_as.isdisjoint(line.words[title.end : title.head.start])
        joint = title.start - 2
        if title.head.type == "Project" and such and line.word(joint) in words("kk", "projects.list_joins"):
            start = _start(line, joint)
            if joint - start > 1 and line.words[joint - 1].endswith(("ы", "і")):
                yield line.mention((start, joint), "Project", "project", "project.listed", 0.8)


def _start(line: Line, end: int) -> int:
    """Where the capitalised name that ends before a place begins; the place itself where there is none."""
    start = end
    while start and end - start < _LONGEST and line.is_word(start - 1) and _goes_on(line, start - 1):
        start -= 1
    while start < end and not line.capital(start):
        start += 1
    return start if not line.opens(start) else end


def _goes_on(line: Line, place: int) -> bool:
    name = line.names[place]
    person = name is not None and name.type == "Person"
    return (name is None or person) and kazakh.case_of(line.words[place]) in _INSIDE
