"""English bodies that only the words around them explain: "Aral Tenizi, a local NGO", "executive director of Rawadari"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from seriktes.mentions.lists import lists_of, place_words
from seriktes.mentions.names.english_chain import stops
from seriktes.mentions.names.name_words import strong_surname
from seriktes.mentions.names.reading import Reading
from seriktes.model import Mention

#: How many words stand between the article and the noun that explains: "a Tashkent-based environmental NGO".
_FURTHEST = 5
_LONGEST = 4


def find_explained(reading: Reading) -> Iterator[Mention]:
    """Bodies named by a following apposition or as what somebody heads, and projects that are "called" so."""
    if reading.language != "en" or reading.shouting or reading.titled:
        return
    called = _explaining(reading, "called_so")
    for i in [i for i, word in enumerate(reading.words) if i and (word.fold in (",", "of") or word.fold in called)]:
        if reading.text(i) == "," and reading.lower(i + 1) in ("a", "an", "the"):
            yield from _apposition(reading, i)
        elif reading.lower(i) == "of" and reading.lower(i - 1) in _explaining(reading, "heading"):
            yield from _headed(reading, i)
        elif reading.lower(i) in called and reading.lower(i - 1) in _explaining(reading, "called"):
            yield from _called(reading, i)


@cache
def _nouns() -> Mapping[str, str]:
    """The nouns that explain a name, with the kind of body they tell."""
    pairs = (entry.partition(":") for entry in lists_of("en").extra["explains"])
    return {noun: kind for noun, _, kind in pairs}


def _explaining(reading: Reading, which: str) -> frozenset[str]:
    return reading.lists.extra[which]


def _apposition(reading: Reading, comma: int) -> Iterator[Mention]:
    """ "X, a local NGO helping …": the noun ends the apposition and does not go on to say whose leader X is."""
    for i in range(comma + 2, min(comma + 2 + _FURTHEST, len(reading))):
        word = reading.lower(i)
        two = f"{word} {reading.lower(i + 1)}"
        noun = next((n for n in (two, word) if n in _nouns()), None)
        if noun is None:
            if reading.words[i].shape not in ("lower", "title", "acronym"):
                return
            continue
        after = reading.lower(i + len(noun.split()))
        if after[:1].isalnum() and after not in _explaining(reading, "goes_on") and not after.endswith("ing"):
            return
        start = comma
        if reading.quotes_back.get(comma - 1) is not None:
            start = reading.quotes_back[comma - 1]
        else:
            while start > 0 and comma - start < _LONGEST and _part(reading, start - 1):
                start -= 1
        if start < comma and not any(reading.lists.is_given(reading.text(k)) for k in range(start, comma)):
            yield reading.mention(start, comma, "Organization", "pattern:explained", 0.85, _nouns()[noun])
        return


def _headed(reading: Reading, of: int) -> Iterator[Mention]:
    """ "Executive director of Rawadari": a capital no list knows, in the middle of the sentence, is what is headed."""
    start = of + 1
    end = start
    while end < len(reading) and end - start < _LONGEST and _part(reading, end) and end not in reading.listed_at:
        end += 1
    if end - start > 2 and strong_surname(reading, end - 1):
        end -= 2  # "President of Rawan Aida Osmanova"
    elif end - start > 1 and strong_surname(reading, end - 1):
        return
    alone = (
        end < len(reading)
        and reading.words[end].shape in ("mark", "lower", "title")
        and reading.lower(end) not in ("of", "for", "'s")
    )
    if end == start or not alone or any(reading.lower(i) in _explaining(reading, "headed_fields") for i in range(start, end)):
        return
    if any(reading.lower(i) in ("central", "south", "north", "east", "west") for i in range(start, end)):
        return  # "Senior Director of Central and South Asia Affairs"
    if reading.lower(end - 1) in place_words("en", "inside") or reading.lower(end) in place_words("en", "units"):
        return  # "Chairperson of Vose District", "head of Rasht district"
    if any(reading.lists.is_given(reading.text(i)) or reading.lists.is_demonym(reading.text(i)) for i in range(start, end)):
        return
    if all(reading.words[i].shape == "title" and reading.lists.head(reading.text(i)) is None for i in range(start, end)):
        yield reading.mention(start, end, "Organization", "pattern:headed", 0.8, "other")


def _called(reading: Reading, verb: int) -> Iterator[Mention]:
    """ "A mentoring scheme called Women Mediate"."""
    start = verb + 1
    end = start
    while end < len(reading) and end - start < 6 and (reading.capital(end) or _joined(reading, end, start)):
        end += 1
    if end > start and reading.quotes.get(start) is None:
        yield reading.mention(start, end, "Project", "project.called", 0.85, "project")


def _joined(reading: Reading, i: int, start: int) -> bool:
    """A small word between the capitals of a title: "Rivers | of | Memory", "English | for the | Pamirs"."""
    if i == start or reading.lower(i) not in ("of", "for", "and", "the", "in"):
        return False
    return reading.capital(i + 1) or (reading.lower(i + 1) == "the" and reading.capital(i + 2))


def _part(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return word.shape in ("title", "caps", "acronym") and not stops(reading, i)
