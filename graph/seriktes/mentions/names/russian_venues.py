"""Russian houses, squares and parks that a noun names: «отель Orion», «конгресс-холл «Дастан»», «площадь Алымбека Датки»."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.lists import place_words
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_forms import may_be
from seriktes.mentions.names.russian_signs import venue_places
from seriktes.model import Mention
from seriktes.text.endings import russian_key

#: A name behind its noun has at most so many words.
_LONGEST = 4
#: Above what a type word of bodies makes of the same words («конгресс-центр» has «центр» in it).
_SCORE = 0.955


def russian_venues(reading: Reading) -> Iterator[Mention]:
    """The venues of a sentence, left to right."""
    quoted, latin, named = (place_words("ru", group) for group in ("venue_quoted", "venue_latin", "venue_of"))
    for place in venue_places(reading):
        key = russian_key(reading.lower(place))
        closed = reading.quotes.get(place + 1)
        if closed is not None and key in quoted and _is_where(reading, place):
            yield reading.mention(place, closed + 1, "Place", "pattern:venue", _SCORE, "venue")
        elif (
            key in latin
            and (end := _latin_end(reading, place + 1)) > place + 1
            or key in named
            and (end := _owner_end(reading, place + 1)) > place + 1
        ):
            yield reading.mention(place, end, "Place", "pattern:venue", _SCORE, "venue")
        elif key in named and place and _adjective(reading, place - 1):
            yield reading.mention(place - 1, place + 1, "Place", "pattern:venue", _SCORE, "venue")


def _is_where(reading: Reading, place: int) -> bool:
    """Whether a noun tells where something is: «в тепличном комплексе «X»», not «строительство комплекса «X»»."""
    word = reading.lower(place)
    if russian_key(word) != russian_key("комплекс"):
        return True
    return may_be(word, ("NOUN",), "loct")


def _latin_end(reading: Reading, place: int) -> int:
    """The end of capitalised Latin words: «отель Silk Road Samarkand»."""
    end = place
    while end - place < _LONGEST and reading.capital(end) and reading.text(end).isascii():
        end += 1
    return end


def _owner_end(reading: Reading, place: int) -> int:
    """The end of capitalised genitives that no listed place is: «площадь Алымбека Датки», «парк Победы»."""
    end = place
    while end - place < _LONGEST - 1 and end < len(reading):
        word = reading.words[end]
        listed = reading.is_place(end) and reading.listed_at[end].records[0].kind in ("country", "region", "macroregion")
        if word.shape not in ("title", "initial") or listed or reading.lists.head(word.text) is not None:
            break
        if word.shape == "title" and not may_be(word.fold, ("NOUN", "ADJF"), "gent", "datv") and word.text[-1] not in "аяуюио":
            break
        end += 1
    return end


def _adjective(reading: Reading, place: int) -> bool:
    """«Чистопрудный бульвар», «Красная площадь»: an adjective with a capital in mid-sentence."""
    word = reading.words[place]
    return word.shape == "title" and place != reading.first and may_be(word.fold, ("ADJF",)) and not reading.is_place(place)
