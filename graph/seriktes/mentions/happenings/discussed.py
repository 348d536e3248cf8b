"""Russian: events that were only talked over: «обсудили обмен студентами, стажировки и проведение форума»."""

from __future__ import annotations

from seriktes.mentions.happening_words import in_starts, key_of, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import is_adjective
from seriktes.mentions.headwords import Head
from seriktes.text import russian

#: So far behind the verb its objects are listed.
_LIST = 24
_JOINS = frozenset((",", "и", "также", "а"))
_FINITE = frozenset(("VERB", "PRED"))


def is_discussed(line: Line, head: Head) -> bool:
    """Whether a type word is an object of «обсудили», alone or in a list, or what such an object is about to hold."""
    if line.language != "ru":
        return False
    verb = next((i for i in range(head.start - 1, max(-1, head.start - _LIST), -1) if _talks(line, i)), None)
    if verb is None or not _accusative(line.words[line.noun_place(head)]):
        return False
    first = _begins(line, head.start)
    if key_of(line.word(first - 1), "ru") in words("ru", "events.arranging"):
        first = _begins(line, first - 1)
    if first - 1 > verb and line.word(first - 1) not in _JOINS:
        return False
    between = range(verb + 1, first)
    if any(line.names[i] is None and russian.part_of_speech(line.words[i]) in _FINITE for i in between if line.is_word(i)):
        return False
    behind = line.word(head.end)
    return not (behind and line.name(head.end) is None and russian.part_of_speech(behind) in _FINITE)


def _talks(line: Line, place: int) -> bool:
    return line.names[place] is None and in_starts(line.words[place], "ru", "events.discussing")


def _begins(line: Line, place: int) -> int:
    """Where the adjectives before a noun begin."""
    while place and line.names[place - 1] is None and is_adjective(line.words[place - 1]):
        place -= 1
    return place


def _accusative(word: str) -> bool:
    return any(p.tag.case in ("accs", "gent") for p in russian.parses(word))
