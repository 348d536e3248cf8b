"""English surnames beside a given name: whether one spelling is how the other sounds («Уитмор» of "Whitmore").

From letters alone too many surnames lead to one (docs/decisions/0055); beside the same English given name a surname that agrees sound
by sound from end to end is another matter.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from seriktes.identity.data import word_data
from seriktes.identity.names import same_given, skeleton

#: Of three consonants at least: «Вайт» is as near to "White" as «Уайт» is, and "Low" and "Lee" are spelled as they come.
_FEWEST = 3
_CONSONANTS = re.compile(r"[^aeiou]")
#: Given names that are listed as forms of one another.
_LISTED = 0.9


_SILENT = re.compile(r"^v(?=r)|(?<=[aeiou])g(?=t)|[aeiouvh]")
_HISSING = str.maketrans("cz", "ss")


@lru_cache(maxsize=100_000)
def heard(plain: str) -> str:
    """What is left of a skeleton in any transcription by ear: «Уиттакер» of "Whittaker", «Райт» of "Wright".

    >>> heard(skeleton("Whittaker")) == heard(skeleton("Уиттакер")), heard(skeleton("Wright")) == heard(skeleton("Райт"))
    (True, True)
    """
    return _SILENT.sub("", plain).translate(_HISSING)


@cache
def _given() -> dict[str, int]:
    """Skeletons of English given names, as written and as heard, to the line they stand in."""
    found: dict[str, int] = {}
    for number, line in enumerate(word_data("heard")["given"]):
        for word in line.replace(">", " ").split():
            found.setdefault(skeleton(word), number)
    return found


@lru_cache(maxsize=100_000)
def english_given(left: str, right: str) -> bool:
    """Whether two given names, as skeletons, are one that English-speaking people bear.

    >>> english_given(skeleton("Simon"), skeleton("Саймон")), english_given(skeleton("Simon"), skeleton("Тимон"))
    (True, False)
    """
    ours, theirs = _given().get(left), _given().get(right)
    if ours is None and theirs is None:
        return False
    return ours == theirs or ((ours is None or theirs is None) and same_given(left, right) >= _LISTED)


@cache
def _sounds() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """What each spelling may sound like, and the pattern that cuts a surname into spellings, the longest first."""
    table: dict[str, tuple[str, ...]] = {}
    for line in word_data("heard")["sounds"]:
        written, _, sounds = line.partition(" > ")
        table[written] = tuple("" if sound == "-" else sound for sound in sounds.split())
    spellings = sorted(table, key=lambda spelling: (-len(spelling), spelling))
    return table, re.compile("|".join([*spellings, "."]))


@lru_cache(maxsize=20_000)
def _spellings(surname: str) -> tuple[tuple[str, ...], ...]:
    """What each spelling that a surname is made of may sound like."""
    table, cut = _sounds()
    found = []
    for piece in cut.finditer(surname):
        written = piece.group()
        first, last = "^" * (piece.start() == 0), "$" * (piece.end() == len(surname))
        marked = (f"{first}{written}", f"{written}{last}", written)
        found.append(next((table[m] for m in marked if m in table), (written,)))
    return tuple(found)


def _plainly_slavic(surname: str) -> bool:
    return surname.endswith(tuple(word_data("given_names")["surname_endings"]))


@lru_cache(maxsize=100_000)
def sounds_like(written: str, by_ear: str) -> bool:
    """Whether a surname in Latin letters sounds like one in Cyrillic letters; both as skeletons.

    >>> sounds_like(skeleton("Whitmore"), skeleton("Уитмор")), sounds_like(skeleton("Whitman"), skeleton("Уитмор"))
    (True, False)
    """
    if min(len(_CONSONANTS.findall(name)) for name in (written, by_ear)) < _FEWEST:
        return False
    if _plainly_slavic(written) and _plainly_slavic(by_ear):
        return False
    reached = {0}
    for sounds in _spellings(written):
        reached = {at + len(sound) for at in reached for sound in sounds if by_ear.startswith(sound, at)}
        if not reached:
            return False
    return len(by_ear) in reached


def sounding_keys(given: str, surname: str) -> tuple[str, ...]:
    """What two people must share one of to be worth comparing by sound: the given name and either end of the surname."""
    number = _given().get(given)
    left = heard(surname)
    if number is None or not left:
        return ()
    return f"h:{number}:{left[0]}", f"h:{number}::{left[-1]}"
