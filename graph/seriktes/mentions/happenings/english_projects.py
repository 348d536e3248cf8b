"""English projects that only a list or a definition names: "X, implemented by Y", "BRIGHT is a project to protect readers"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.lines import Line
from seriktes.model import Mention

#: How many words a title without quotes has, at most and at least.
_LONGEST, _SHORTEST = 16, 3
_BY = frozenset(("implemented", "executed"))
_IS = frozenset(("is", "was"))
_OWNING = ("'s", "’s")
_ARTICLES = frozenset(("the", "a", "an"))


def implemented_projects(line: Line) -> Iterator[Mention]:
    """The phrase a sentence begins with, where it goes on "…, implemented by Y" or "… is a project"."""
    if line.heading or not line.capital(0):
        return
    end = _defined(line) or _carried_out(line)
    if end is not None and not any(name is not None and name.type == "Person" for name in line.names[:end]):
        start = line.words[0] in _ARTICLES
        yield line.mention((int(start), end), "Project", "project", "project.latin", 0.86)


def _defined(line: Line) -> int | None:
    """ "BRIGHT is a project to …", "Books for All is the promotion of …, implemented by Y": a name before *is*."""
    verb = next((i for i in range(1, min(len(line), _LONGEST)) if line.words[i] in _IS), None)
    if verb is None or line.word(verb + 1) not in _ARTICLES or not all(line.is_word(i) for i in range(verb)):
        return None
    small = words("en", "projects.in_names")
    if not all(line.capital(i) or line.words[i] in small for i in range(verb)) or line.words[0] in _ARTICLES:
        return None
    head = next((h for h in line.heads if verb + 1 < h.start <= verb + 5), None)
    project = head is not None and head.type == "Project" and head.noun in words("en", "projects.within")
    name = line.names[0]
    free = name is None or (name.authority is None and line.weak_name(0)) or line.tokens[0].text.isupper()
    return verb if free and (project or _told_by(line, verb) is not None) else None


def _carried_out(line: Line) -> int | None:
    """ "Empowerment of rural teachers, implemented by the Foundation": a phrase without a verb."""
    comma = _told_by(line, 0)
    if comma is None or not _SHORTEST <= comma <= _LONGEST:
        return None
    closed = line.words[comma - 1] == ")" and line.words[comma - 3] == "("
    end = comma - 3 if closed else comma
    verbs = (words("en", "quoted.verbs") | words("en", "events.held")) - {"and"}
    return end if not any(word in verbs or word in ",;:" for word in line.words[:end]) else None


def _told_by(line: Line, start: int) -> int | None:
    """The comma before "implemented by"."""
    for i in range(start, len(line) - 2):
        if line.words[i] == "," and line.words[i + 1] in _BY and line.words[i + 2] == "by":
            return i
    return None


def before_bracket(line: Line, place: int) -> int:
    """ "The Bridges for Trade (B4T) project": the place before the short form in brackets; else the place itself."""
    short = line.word(place - 1) == ")" and line.word(place - 3) == "(" and line.capital(place - 2)
    return place - 3 if short else place


def past_owner(line: Line, start: int, end: int) -> int:
    """ "The World Bank's | Golden Steppe project": past whose project it is; not into a guessed name."""
    for i in range(end - 2, start - 1, -1):
        if line.words[i].endswith(_OWNING) and (line.names[i] is None or line.names[i] is not line.names[i + 1]):
            return i + 1
    return start


def introduced(line: Line, start: int) -> bool:
    """Whether an article or whose it is stands before a project's name."""
    before = line.word(start - 1)
    return before in words("en", "projects.articles") or before.endswith(_OWNING)
