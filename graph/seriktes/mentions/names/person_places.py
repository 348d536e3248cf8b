"""Where in an English sentence two unknown capitalised words are a person's name: beside a title, behind *said*."""

from __future__ import annotations

from seriktes.mentions.names.reading import Reading

_SAID = frozenset(
    "said says noted notes stressed added adds explained explains emphasised emphasized stated commented remarked".split()
)
_LONGEST_TITLE = 14


def spoken_before(reading: Reading, start: int, end: int) -> bool:
    """ "…", said Yasuko Oda, Regional Representative."""
    return reading.lower(start - 1) in _SAID and reading.text(end) in (",", ".", "of", "from") and _unknown(reading, start, end)


def in_apposition(reading: Reading, start: int, end: int) -> bool:
    """ "The Secretary of the Security Council of Tajikistan, Nasrullo Mahmudzoda, …": between commas behind a title."""
    if reading.text(start - 1) != "," or reading.text(end) not in (",", ".", "and", "(") and not reading.lower(end).isalpha():
        return False
    if reading.text(end) not in (",", ".", "(") and reading.capital(end):
        return False
    return _unknown(reading, start, end) and _title_before(reading, start - 1)


def _title_before(reading: Reading, comma: int) -> bool:
    """Whether the clause before the comma is a title with "of", "to", "for" or "on" in it, or ends in a post word."""
    for place in range(comma - 1, max(-1, comma - _LONGEST_TITLE), -1):
        if reading.words[place].text in ",;:.()–—":
            return False
        if reading.lists.is_post(reading.text(place)):
            after = reading.lower(place + 1)
            return (
                place == comma - 1
                or after in ("of", "to", "for", "on", "in", "at", "and", "general")
                or reading.capital(place + 1)
            )
    return False


def _unknown(reading: Reading, start: int, end: int) -> bool:
    """Whether no word of it is a listed name, a type word, a post or a demonym."""
    return all(
        reading.words[i].shape == "title"
        and i not in reading.listed_at
        and reading.lists.head(reading.text(i)) is None
        and not reading.lists.is_post(reading.text(i))
        and not reading.lists.is_demonym(reading.text(i))
        and reading.lower(i) not in reading.lists.stops
        for i in range(start, end)
    )
