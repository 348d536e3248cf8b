"""An event no list knows, in a Russian report that gives its event no other name: what is said to have taken place is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import in_starts, key_of, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import is_adjective
from seriktes.mentions.headwords import Head
from seriktes.model import Mention
from seriktes.text import russian

#: How far behind the verb its subject begins, and how many words it may have before its noun.
_BEHIND, _BEFORE = 8, 12


def unforeseen(lines: Sequence[Line], found: Sequence[Mention]) -> tuple[Line, Head] | None:
    """«В Бишкеке состоялся флешбук», «Шахматный блиц прошёл в Оше»: the subject of a verb of taking place, whatever it is."""
    for line in lines:
        for verb, word in enumerate(line.words if line.language == "ru" else ()):
            if line.plain(verb) and not line.quoted(verb) and key_of(word, "ru") in words("ru", "events.took_place"):
                place = next(_subjects(line, verb), None)
                if place is not None and not any(m.overlaps(line.span(place, place + 1)) for m in found):
                    noun = key_of(line.words[place], "ru")
                    return line, Head(place, place + 1, "Event", "other", noun, noun)
    return None


def _subjects(line: Line, verb: int) -> Iterator[int]:
    """The nouns that can be the verb's subject: right behind it, else the first of those before it."""
    genders = {p.tag.gender for p in russian.parses(line.words[verb]) if p.tag.POS == "VERB" and p.tag.number == "sing"}
    if not genders or line.word(verb - 1) == "не":
        return
    for place in range(verb + 1, min(len(line), verb + 1 + _BEHIND)):
        if not line.is_word(place) or line.names[place] is not None:
            break
        if _subject(line, place, genders):
            yield place
            return
    for place in range(max(0, verb - _BEFORE), verb):
        if _subject(line, place, genders) and not _governed(line, place):
            yield place
            return


def _subject(line: Line, place: int, genders: set[str | None]) -> bool:
    """Whether a small-letter noun is a thing in the nominative that agrees with the verb."""
    word = line.words[place]
    if not line.plain(place) or line.quoted(place) or (line.capital(place) and not line.opens(place)) or len(word) < 3:
        return False
    if in_starts(word, "ru", "events.time_spans") or in_starts(word, "ru", "events.no_events"):
        return False
    first = russian.parses(word)[0].tag
    if first.POS != "NOUN" or "anim" in first or first.number != "sing" or first.case != "nomn":
        return False
    return genders == {None} or first.gender in genders


def _governed(line: Line, place: int) -> bool:
    """Whether the noun stands under a preposition: «в зал», «на стадион»."""
    while place and is_adjective(line.words[place - 1]):
        place -= 1
    before = line.word(place - 1)
    return before != "" and russian.part_of_speech(before) == "PREP"
