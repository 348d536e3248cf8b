"""English projects that only a list or a definition names: "X, implemented by Y", "BRIGHT is a project to protect readers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import lists_of
from seriktes.model import Mention

#: How many words a title without quotes has, at most and at least.
_LONGEST, _SHORTEST = 16, 3
_BY = frozenset(("implemented", "executed"))
#: What is said of projects and of other things alike: only a title in capitals is a project by these.
_ALSO_BY = frozenset("funded financed run led managed supported launched delivered coordinated co-funded sponsored".split())
_RUNNING = frozenset("runs run launched launches implements implement implementing runs running called under".split())
_CAMEL = re.compile(r"[A-Z][a-z]{2,}[A-Z][a-z]{2,}[A-Za-z]*")
_IS = frozenset(("is", "was"))
_OWNING = ("'s", "’s")
_ARTICLES = frozenset(("the", "a", "an"))


def implemented_projects(line: Line) -> Iterator[Mention]:
    """The phrase a sentence begins with, where it goes on "…, implemented by Y" or "… is a project"."""
    yield from _camels(line)
    if line.heading or not line.capital(0):
        return
    end = _defined(line) or _carried_out(line)
    if end is not None and not any(
        name is not None and name.type == "Person" and not _guessed(line, name, end) for name in line.names[:end]
    ):
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
    if comma is None:
        return _title_before(line)
    if not _SHORTEST <= comma <= _LONGEST:
        return None
    closed = line.words[comma - 1] == ")" and line.words[comma - 3] == "("
    end = comma - 3 if closed else comma
    verbs = (words("en", "quoted.verbs") | words("en", "events.held")) - {"and"}
    return end if not any(word in verbs or word in ",;:" for word in line.words[:end]) else None


def _title_before(line: Line) -> int | None:
    """ "Clean Water for Naryn, funded by X, …": three capitals or more with small words between, which name no body or person known."""
    small = words("en", "projects.in_names")
    comma = next((i for i, word in enumerate(line.words) if word == ","), None)
    if (
        comma is None
        or line.word(comma + 1) not in _ALSO_BY
        or line.word(comma + 2) != "by"
        or not _SHORTEST <= comma <= _LONGEST
    ):
        return None
    named = any((n := line.names[i]) is not None and n.type != "Place" and not _guessed(line, n, comma) for i in range(comma))
    titled = all(line.is_word(i) and (line.capital(i) or line.words[i] in small) for i in range(comma))
    body = any(word_class(line.words[i], "en") in ("org", "event", "post") for i in range(comma))
    return comma if titled and not named and not body and line.words[0] not in _ARTICLES else None


def _guessed(line: Line, name: Mention, end: int) -> bool:
    """Whether a name inside a longer title is a learner's guess: "Clean Water | for Naryn"."""
    return name.rule.startswith("model:") and any(line.words[i] in words("en", "projects.in_names") for i in range(end))


def _camels(line: Line) -> Iterator[Mention]:
    """ "The Centre runs GreenPath": a word with a capital within it, which no list knows, behind a verb of running projects."""
    for place, token in enumerate(line.tokens):
        free = line.names[place] is None or line.weak_name(place)
        if place and free and _CAMEL.fullmatch(token.text) and line.words[place - 1] in _RUNNING:
            yield line.mention((place, place + 1), "Project", "project", "project.latin", 0.8)


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
        if line.words[i] == "of" and i > start and lists_of("en").is_post(line.tokens[i - 1].text):
            return i + 1 + (line.word(i + 1) == "the")  # "the National Coordinator of the | Erasmus+ Programme"
    return start


def introduced(line: Line, start: int) -> bool:
    """Whether an article or whose it is stands before a project's name."""
    before = line.word(start - 1)
    return before in words("en", "projects.articles") or before.endswith(_OWNING)
