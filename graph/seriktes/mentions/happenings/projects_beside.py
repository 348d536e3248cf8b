"""English projects whose noun stands beside their name: "Roots of Trust, a two-year initiative that …", "its new programme, X, in spring"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import capital_run
from seriktes.mentions.headwords import Head
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import lists_of
from seriktes.model import Mention

Run = tuple[int, int]

#: So many words may stand between the comma and the noun, and so many make up a name.
_REACH, _LONGEST = 6, 9
#: How many words may stand between a name and the type word that is set beside it.
_APPOSED = 7
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "our"))
_ENDS = frozenset(",.;:)")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+[A-Za-z]*")


def projects_beside(line: Line) -> Iterator[Mention]:
    """Names in capitals, without quotes, that a noun beside them shows to be projects."""
    nouns = words("en", "projects.beside")
    for place, word in enumerate(line.words if not line.heading else ()):
        if word not in nouns or line.capital(place):
            continue
        run = _before(line, place) or _between_commas(line, place) or _called(line, place) or _far_before(line, place)
        if run is not None:
            yield line.mention(run, "Project", "project", "project.latin", 0.8)


def _before(line: Line, noun: int) -> Run | None:
    """ "X, a joint training project for agronomists": the name before the comma."""
    place = noun - 1
    while (
        place > max(0, noun - _REACH) and (line.is_word(place) or line.words[place] == "-") and line.words[place] not in _ARTICLES
    ):
        place -= 1
    if words("en", "projects.of_another") & {*line.words[place:noun]}:
        return None  # "Clean Naryn, the partner | of the project": what stands before the comma is not the project
    comma = place - 1
    follows = line.word(noun + 1)
    if (
        line.word(place) not in _ARTICLES
        or line.word(comma) not in (",", "–", "—")
        or not (follows in words("en", "projects.goes_on") or follows in _ENDS)
    ):
        return None
    start = _name_start(line, comma)
    launched = line.word(start - 1) in words("en", "projects.run_verbs")
    return (start, comma) if _is_name(line, start, comma, launched=launched) and _leads_to(line, start, comma) else None


def _leads_to(line: Line, start: int, end: int) -> bool:
    """Whether one word alone, or a name that opens its sentence, is told of as a thing that is run, or written as a name only projects have."""
    if _CAMEL.fullmatch(line.tokens[start].text):
        return True
    if start == 0:
        return False
    before = line.words[max(0, start - 2) : start]
    run = any(word in words("en", "projects.run_verbs") for word in before)
    return run or (end - start > 1 and line.words[start - 1] not in words("en", "projects.not_before"))


def _between_commas(line: Line, noun: int) -> Run | None:
    """ "It will begin its new programme, Voices Across Borders, in the autumn": capitals between two commas, or to the sentence's end."""
    if line.word(noun + 1) not in (",", "–", "—", ":"):
        return None
    start, end = noun + 2, noun + 2
    while end < len(line) and end - start < _LONGEST and _in_name(line, end):
        end += 1
    closed = end >= len(line) or line.words[end] in ",.;–—"
    return (start, end) if closed and end - start > 1 and _is_name(line, start, end) and not _listing(line, end) else None


def _listing(line: Line, end: int) -> bool:
    """ "Its partners in the project, Green Osh, Clean Naryn and …": a list of names is no name."""
    return line.word(end) == "," and (line.capital(end + 1) or line.words[end + 1 : end + 2] == ("and",))


def _called(line: Line, noun: int) -> Run | None:
    """ "A legal clinic called Know Your Rights"."""
    if line.word(noun + 1) not in words("en", "projects.called"):
        return None
    start = end = noun + 2
    while end < len(line) and _in_name(line, end) and not _is_where(line, end):
        end += 1
    while end > start and not line.capital(end - 1):
        end -= 1
    return (start, end) if _is_name(line, start, end) else None


def _is_where(line: Line, place: int) -> bool:
    """ "… called Know Your Rights | in Osh"."""
    name = line.name(place + 1)
    return line.words[place] == "in" and name is not None and name.type == "Place"


def _far_before(line: Line, noun: int) -> Run | None:
    """ "The Steppe Voices small grants programme": small words between the name and the noun."""
    end = noun
    while end > 1 and noun - end < 3 and line.words[end - 1] in words("en", "projects.kinds"):
        end -= 1
    start = end
    while start > 0 and line.is_word(start - 1) and _in_name(line, start - 1) and line.words[start - 1] not in _ARTICLES:
        start -= 1
    if end == noun or line.word(start - 1) not in _ARTICLES:
        return None
    return (start, end) if end - start > 1 and _is_name(line, start, end) else None


def _name_start(line: Line, end: int) -> int:
    start = end
    while start > 0 and end - start < _LONGEST and _in_name(line, start - 1):
        start -= 1
    while start < end and not line.capital(start):
        start += 1
    return start


def _in_name(line: Line, place: int) -> bool:
    return line.is_word(place) and (line.capital(place) or line.words[place] in words("en", "projects.in_names_beside"))


def _is_name(line: Line, start: int, end: int, *, launched: bool = False) -> bool:
    """Whether the run is a name and none of a person, body, place or post; "launched Roots of Trust" is no body for its last word."""
    if not 0 < end - start <= _LONGEST or not line.capital(start) or any(line.quoted(i) for i in range(start, end)):
        return False
    names = [line.names[i] for i in range(start, end)]
    known = (n for n in names if n is not None)
    if any(n.type == "Person" or (n.type == "Organization" and not _guessed(line, n, start)) for n in known):
        return False
    if names[0] is not None and names[0].type == "Place" and all(n is names[0] for n in names):
        return False
    last = line.words[end - 1]
    body = word_class(last, "en") in ("org", "post") or lists_of("en").is_post(line.tokens[end - 1].text)
    return (
        (launched or not body)
        and last not in words("en", "events.months")
        and line.words[start] not in words("en", "events.openers")
    )


def _guessed(line: Line, name: Mention, start: int) -> bool:
    """Whether a body's name is a learner's guess that begins where the run does, or a single word within it."""
    return name.authority is None and name.rule.startswith("model") and not name.text.isupper()


def apposition(line: Line, head: Head) -> Run | None:
    """ "Going Global Partnerships, a programme run by …", "Global Gateway, the EU’s much advertised investment plan"."""
    end = head.start - 1
    while end > 1 and head.start - end <= _APPOSED and (line.is_word(end) or line.words[end] in ("’", "'", "-")):
        end -= 1
    if (
        end < 2
        or line.words[end] != ","
        or line.words[end + 1] not in ("a", "an", "the")
        or words("en", "projects.of_another") & {*line.words[end : head.start]}
    ):
        return None
    start = capital_run(line, end, "en")
    if line.words[start] in words("en", "events.openers") or line.word(head.end) in words("en", "quoted.verbs"):
        return None  # "According to the Embassy of X, the project was funded by Y": the project is what the clause tells of
    return (start, end) if end - start >= 2 and any(line.plain(i) or line.weak_name(i) for i in range(start, end)) else None
