"""Titles in quotes that only the words around them show to be projects: run and funded, to be founded, being built."""

from __future__ import annotations

from dataclasses import replace

from seriktes.mentions.happening_words import in_starts, kazakh_stems, key_of, listed, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head

_SET_BESIDE = 7


def set_beside(line: Line, closing: int) -> Head | None:
    """“X”, a two-year training programme run by …: what is run and funded is a project, whatever it teaches."""
    comma = closing + 1 if line.word(closing + 1) == "," else closing
    if line.word(comma + 1) not in ("a", "an", "the") or line.words[comma] not in (",", "”", '"', "’"):
        return None
    near = (h for h in line.heads if comma < h.start <= comma + _SET_BESIDE and "-" not in line.words[h.start])
    head = next((head for head in near if head.type in ("Event", "Project")), None)
    between = line.words[comma + 1 : head.start] if head is not None else ()
    if head is None or "," in between or any(word in words("en", "quoted.verbs") for word in between):
        return None
    return replace(head, type="Project", kind="project") if head.noun in words("en", "projects.within") else head


def calls_itself(line: Line, opening: int, closing: int) -> Head | None:
    """“The Project for Construction of X”, “Y Initiative”: a title that says itself what it is the title of."""
    first = opening + 1 + (line.word(opening + 1) in ("the", "a"))
    for place in (first, closing - 1):
        head = line.head_at(place)
        if head is not None and head.end <= closing and head.noun in words("en", "projects.within") and line.capital(place):
            return head if head.type == "Project" else None
    last = closing - 1 - (line.words[closing - 1] in (",", "."))
    head = line.head_ending(last) if last > opening + 1 else None
    event = head is not None and head.type == "Event" and head.noun in words("en", "events.big") and line.capital(last)
    return head if event else None  # the “Steppe Scholars Forum”


def launched(line: Line, opening: int, closing: int) -> Head | None:
    """ "X presented “Y”, a free legal clinic to be implemented with Z": what is launched and then run is a project."""
    shown = any(word in words("en", "projects.launching") for word in line.words[max(0, opening - 2) : opening])
    if (
        not shown
        or line.word(closing + 1) not in (",", "–", "—", "-")
        or line.word(closing + 2) not in ("a", "an", "the", "its", "their")
    ):
        return None
    end = next((i for i in range(closing + 2, len(line)) if line.words[i] in ".;"), len(line))
    run = any(in_starts(line.words[i], "en", "projects.running") for i in range(closing + 2, end))
    return Head(opening, opening, "Project", "project", "project", "project") if run else None


def to_be_made(line: Line, opening: int, closing: int) -> Head | None:
    """Kazakh: «X зертханасы» туралы келісім: what the document is about is still to be founded."""
    last, follows = line.words[closing - 1], line.words[closing + 1 : closing + 5]
    about = bool(follows) and follows[0] in words("kk", "agreements.about")
    agreed = any((head := line.head_at(closing + 1 + n)) is not None and head.type == "Agreement" for n in range(1, 5))
    founded = any(last.startswith(kazakh_stems(noun)) for noun in listed("kk", "projects.founded"))
    if not (about and agreed and founded):
        return None
    return Head(closing - 1, closing, "Project", "project", last, last)


def being_built(line: Line, opening: int) -> Head | None:
    """Russian: «по строительству тепличного комплекса «X»»."""
    noun = opening - 1
    if noun < 1 or key_of(line.words[noun], "ru") not in words("ru", "projects.built"):
        return None
    before = (key_of(word, "ru") for word in line.words[max(0, noun - 3) : noun] if word[0].isalpha())
    built = any(word in words("ru", "projects.founding") for word in before)
    return Head(noun, opening, "Project", "project", line.words[noun], line.words[noun]) if built else None


def passed_over(line: Line, place: int, reach: int) -> frozenset[int]:
    """Russian: acronyms in brackets before a title, and all words of a name but its last: «проект Европейского союза (ЕС) «X»»."""
    first = max(0, place - reach)
    found = {
        i
        for i in range(first, place)
        if line.names[i] is not None and line.names[i] is line.names[i + 1] and not line.head_ending(i)
    }
    for i in range(first, place - 1):
        if line.words[i] == "(" and line.words[i + 2] == ")":
            found |= {i, i + 1, i + 2}
    return frozenset(found)
