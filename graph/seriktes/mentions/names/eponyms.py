"""Eponyms: people after whom something is called are no persons of the report."""

from __future__ import annotations

from seriktes.mentions.lists import word_list
from seriktes.mentions.names.reading import Reading
from seriktes.text import kazakh
from seriktes.text.scripts import fold


def is_eponym(reading: Reading, start: int, end: int) -> bool:
    """Whether the name of ``words[start:end]`` only names something else.

    «… атындағы университет», «имени …», "… University", "Rosa Luxemburg Foundation", «ул. …».
    """
    lists = reading.lists
    if reading.language == "kk":
        following = reading.lower(end)
        if following in lists.eponym or (following == "ат" and reading.text(end + 1) == "."):
            return True
        if _names_a_house(reading, start, end):
            return True
        head = lists.head(reading.text(end)) if end < len(reading) else None
        if head is not None and not fold(kazakh.nominative(reading.text(end))).endswith(("ы", "і")):
            return False
        return (
            head is not None and kazakh.case_of(reading.text(end - 1)) == "nom" and not reading.lists.is_post(reading.text(end))
        )
    if reading.language == "ru":
        before = reading.lower(start - 1)
        return before in lists.eponym or (before == "." and f"{reading.lower(start - 2)}." in lists.eponym)
    after = next((i for i in range(start - 1, max(-1, start - 4), -1) if reading.lower(i) == "after" or reading.capital(i)), -1)
    if reading.lower(after) == "after" and reading.lower(after - 1) in ("named", "called"):
        return True
    return _english_eponym(reading, start, end)


def _names_a_house(reading: Reading, start: int, end: int) -> bool:
    """«Қожа Ахмет Ясауи кесенесі», «Абай алаңында»: a house or square called by somebody's bare name."""
    if end >= len(reading):
        return False
    places = word_list("places")["kk"]
    named = fold(kazakh.nominative(reading.text(end))) in f"{places['venue']} {places['named_after']}".split()
    return named and kazakh.case_of(reading.text(end - 1)) == "nom" and reading.words[end].shape == "lower"


def _english_eponym(reading: Reading, start: int, end: int) -> bool:
    """L.N. Gumilyov Eurasian National University: capitals run on to a type word, or an acronym follows at once."""
    if (
        end < len(reading)
        and reading.words[start].shape == "initial"
        and reading.words[end].shape == "acronym"
        and not reading.is_place(end)
    ):
        return True
    if reading.text(end) in reading.lists.abbreviations:
        return True
    i = end
    while i < len(reading) and i - end < 6 and reading.words[i].shape == "title":
        if reading.lists.head(reading.text(i)) is not None:
            return not reading.lists.is_post(reading.text(i + 1))
        if reading.lists.is_post(reading.text(i)) or reading.lists.is_given(reading.text(i)):
            return False
        i += 1
    return False
