"""Quoted names with no type word that a Russian sentence says acted together: «A» и «B» подписали договор."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.names.reading import Reading
from seriktes.model import Mention
from seriktes.text import russian

#: What such a mention is called; no title of an event or project is looked for in its quotes.
SIGNER = "pattern:quoted-signer"
#: So far behind a quoted name its verb may stand, and so many words of time may open the sentence.
_REACH = 14
_JOINS = frozenset(("и", ",", "а", "также"))
_BREAKS = frozenset((".", ";", ":", "который", "которые", "которая", "что", "где", "–", "—"))


def find_signers(reading: Reading) -> Iterator[Mention]:
    """The bare quoted names that sign, alone or in a list with bodies or other quoted names."""
    if reading.language != "ru":
        return
    for opening, closing in sorted(reading.quotes.items()):
        if not reading.capital(opening + 1) or closing - opening > 6 or not _bare(reading, opening):
            continue
        verb = _verb(reading, closing + 1)
        if verb is not None and (_right_before(reading, closing, verb) or _listed(reading, opening, closing)):
            yield reading.mention(opening, closing + 1, "Organization", SIGNER, 0.9, "other")


def _bare(reading: Reading, opening: int) -> bool:
    """Whether no noun before the quotes says what they hold."""
    before = reading.lower(opening - 1)
    if not before or before in _JOINS or not before[0].isalpha():
        return True
    return russian.part_of_speech(before) not in ("NOUN", "ADJF", "PREP") or russian.lemma(before) in reading.lists.extra["times"]


def _verb(reading: Reading, place: int) -> int | None:
    """Where the sentence goes on with a verb of signing, within the same clause."""
    for i in range(place, min(len(reading), place + _REACH)):
        if reading.lower(i).startswith(tuple(reading.lists.extra["signing"])):
            return i
        if reading.text(i) in _BREAKS or reading.lower(i) in _BREAKS:
            return None
    return None


def _right_before(reading: Reading, closing: int, verb: int) -> bool:
    """«X» тут же подписал: only adverbs and particles between."""
    return all(russian.part_of_speech(reading.lower(i)) in ("ADVB", "PRCL", "CONJ", "NPRO") for i in range(closing + 1, verb))


def _listed(reading: Reading, opening: int, closing: int) -> bool:
    """«X» и фонд Y подписали, фонд X и «Y» подписали."""
    return reading.lower(closing + 1) in _JOINS or reading.lower(opening - 1) in _JOINS
