"""Bodies told of in the plural: «Женские организации страны» and «Жастар ұйымдары» are many, and none of them is named."""

from __future__ import annotations

from seriktes.mentions.names.kazakh_run import PLURAL
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_forms import readings_of
from seriktes.text import kazakh
from seriktes.text.scripts import fold


def of_many(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase only describes bodies in the plural: no name of its own, its type word and what goes with it plural."""
    if reading.language == "en":
        return False
    if reading.language == "kk":
        last = reading.text(end - 1)
        if reading.lists.head(last) is None or not fold(kazakh.nominative(last)).endswith(PLURAL):
            return False
    own = any(reading.capital(i) and i != reading.first and not reading.is_place(i) for i in range(start, end))
    if own or any(i in reading.quotes for i in range(start, end + 1)):
        return False
    if reading.language == "kk":
        return True
    head = next((i for i in range(start, end) if reading.lists.head(reading.text(i)) is not None), start)
    described = readings_of(reading.lower(head - 1)) if head > start else ()
    return any(pos == "ADJF" for pos, *_ in described) and all(number == "plur" for _, _, number, _ in described)
