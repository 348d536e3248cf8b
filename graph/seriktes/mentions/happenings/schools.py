"""Schools, academies and camps that are held, with their titles in quotes: «X» атты еріктілер мектебі өтті, «Школа X» прошла."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.happening_words import in_starts, key_of, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.quoted import is_title
from seriktes.model import Mention

#: So many words stand between a title and what it is called; so near to a Russian title stands its verb.
_REACH, _VERB = 6, 4


def held_schools(line: Line) -> Iterator[Mention]:
    """The words inside the quotes, where a verb of taking place has the school for its subject: a school that "works" is a body."""
    holds = {"kk": _held_in_kazakh, "ru": _held_in_russian}.get(line.language)
    for opening, closing in line.quotes if holds is not None else ():
        if holds is None or not holds(line, opening, closing):
            continue
        body = line.names[opening + 1]
        if body is not None and body.authority is None and body.type == "Organization":  # taken for one by its type word
            inside = [place for place, name in enumerate(line.names) if name is body]
            yield line.mention(
                (min(*inside, opening + 1), max(*inside, closing - 1) + 1), "Event", "training", "event.quoted", 0.94
            )
        elif is_title(line, opening, closing):
            yield line.mention((opening + 1, closing), "Event", "training", "event.quoted", 0.94)


def _held_in_kazakh(line: Line, opening: int, closing: int) -> bool:
    final = next((word for word in reversed(line.words) if word[0].isalnum()), "")
    if final not in words("kk", "events.took_place"):
        return False
    for place in range(closing + 1, min(len(line), closing + 1 + _REACH)):
        if not line.is_word(place):
            return False
        if in_starts(line.words[place], "kk", "events.schools"):
            return line.words[place].endswith(("бі", "сы", "рі"))
    return False


def _held_in_russian(line: Line, opening: int, closing: int) -> bool:
    titled = (line.word(opening + 1), line.word(opening - 1))
    if not any(word and key_of(word, "ru") in words("ru", "events.schools") for word in titled):
        return False
    near = [*line.words[max(0, opening - _VERB) : opening], *line.words[closing + 1 : closing + 1 + _VERB]]
    verbs = words("ru", "events.took_place") | words("ru", "events.schools_held")
    return any(key_of(word, "ru") in verbs for word in near)
