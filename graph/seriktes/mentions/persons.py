"""Persons: initials with a surname, given names with surnames, names after posts and honorifics. No eponyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seriktes.mentions.eponyms import is_eponym
from seriktes.mentions.lists import endings, is_place_word
from seriktes.mentions.reading import Reading
from seriktes.model import Mention
from seriktes.text import kazakh, russian
from seriktes.text.scripts import fold

_ROMAN = frozenset(
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"]
)
_LONGEST = 5


def find_persons(reading: Reading) -> Iterator[Mention]:
    """The persons that patterns find in a sentence, left to right.

    An eponym («Л.Н. Гумилев атындағы», «имени Абая») is none.
    """
    place = 0
    while place < len(reading):
        run = _run(reading, place)
        if run <= place:
            place += 1
            continue
        for start, end, rule, score in _persons_in(reading, place, run):
            if not is_eponym(reading, start, end):
                yield reading.mention(start, end, "Person", rule, score, "person")
        place = run


def _run(reading: Reading, place: int) -> int:
    """The end of the run of name-like words that begins at a place; the place itself when there is none."""
    end = place
    while end < len(reading) and end - place < 12:
        word = reading.words[end]
        if (
            word.shape == "initial"
            or _name_like(reading, end)
            or (
                end > place
                and word.fold in reading.lists.particles
                and reading.capital(end + 1)
                and _name_like(reading, end + 1)
            )
            or (end > place and word.text == "." and len(reading.text(end - 1)) == 1)
        ):
            end += 1
        else:
            break
    return end


def _name_like(reading: Reading, index: int) -> bool:
    """Whether a word may be part of a person's name by its form alone."""
    word = reading.words[index]
    if word.text in _ROMAN:
        return index > 0 and reading.words[index - 1].shape == "title"
    if word.shape not in ("title", "caps", "acronym"):
        return False
    lists = reading.lists
    if word.fold in lists.not_names or _base(reading, index) in lists.not_names:
        return False
    if word.shape == "acronym":
        return lists.is_given(word.text) or (
            len(word.text) >= 3
            and word.text.isupper()
            and (_pair_of_name(reading, index) or (len(word.text) > 4 and _surname(reading, index)))
        )
    match = reading.listed_at.get(index)
    if match is not None and not (
        match.end - match.start == 1
        and (
            (
                match.records[0].type == "Place"
                and index + 1 < len(reading)
                and reading.words[index + 1].shape in ("title", "caps")
                and index + 1 not in reading.listed_at
                and _strong_surname(reading, index + 1)
            )
            or lists.is_given(word.text)
            or _surname(reading, index)
            or (
                _before_is_post(reading, index)
                and match.records[0].kind == "settlement"
                and reading.capital(index + 1)
                and index + 1 not in reading.listed_at
            )
        )
    ):
        return False
    if (
        lists.is_post(word.text)
        or lists.head(word.text) is not None
        or word.text in lists.abbreviations
        or is_place_word(word.text, reading.language)
    ):
        return False
    if reading.language == "en":
        return word.fold not in lists.stops or lists.is_given(word.text)
    return not (index == reading.first and _common_word(reading, index))


def _pair_of_name(reading: Reading, index: int) -> bool:
    """A short word in capitals is a surname after a given name («Айгүл КИМ»), or before one that ends the name («ZHANG Ming»)."""
    if index in reading.listed_at:
        return False
    if index > 0 and reading.words[index - 1].shape == "title" and reading.lists.is_given(reading.text(index - 1)):
        return True
    if reading.language != "en" or not reading.words[index].text.isascii() or not reading.capital(index + 1):
        return False
    following = reading.words[index + 1]
    return (
        following.shape == "title"
        and not reading.capital(index + 2)
        and following.fold not in reading.lists.not_names | reading.lists.stops
        and reading.lists.head(following.text) is None
        and not reading.lists.is_post(following.text)
        and index + 1 not in reading.listed_at
        and any(c in "AEIOUY" for c in reading.text(index))
    )


def _base(reading: Reading, index: int) -> str:
    return fold(kazakh.nominative(reading.text(index))) if reading.language == "kk" else reading.lower(index)


def _common_word(reading: Reading, index: int) -> bool:
    """Whether a sentence's first word is an ordinary word that only its place capitalises."""
    word = reading.words[index]
    if reading.lists.is_given(word.text) or _surname(reading, index):
        return False
    if reading.language == "ru":
        first = russian.parses(word.fold)[0]
        return not any(tag in first.tag for tag in ("Name", "Surn", "Patr", "UNKN")) and first.is_known
    if reading.language == "kk":
        return kazakh.case_of(word.text) != "nom" or word.fold in reading.lists.stops
    return False


def _strong_surname(reading: Reading, index: int) -> bool:
    """An ending that hardly any other capitalised word wears: «-баева», "-bekov", "-yev"."""
    word = reading.words[index].fold.removesuffix("'s")
    bases = (word, fold(kazakh.nominative(reading.text(index)))) if reading.language == "kk" else (word,)
    if (
        reading.language == "ru"
        and russian.parses(word)[0].is_known
        and not any("Surn" in p.tag for p in russian.parses(word))
    ):
        return False
    return len(word) >= 5 and any(endings("strong").match(base) for base in bases)


def _surname(reading: Reading, index: int) -> bool:
    """Whether a word ends like a surname, its case ending taken off."""
    word = reading.words[index].fold
    if word.isascii() and word.isalpha():
        return bool(endings("latin").match(word.removesuffix("'s")))
    bases = {word}
    if reading.language == "kk":
        bases.add(fold(kazakh.nominative(reading.text(index))))
    return any(endings("cyrillic").match(base) for base in bases)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a word of a run may be in a name."""

    initial: bool
    given: bool
    surname: bool
    patronymic: bool
    inflected: bool
    caps: bool


def _part(reading: Reading, index: int) -> _Part:
    word = reading.words[index]
    initial = word.shape == "initial" or (
        len(word.text) == 1
        and word.text.isupper()
        and (reading.text(index + 1) == "." or (word.text.isascii() and index > 0 and reading.capital(index - 1)))
    )
    given = not initial and (
        reading.lists.is_given(word.text) or (reading.language == "ru" and _russian_given(word.fold))
    )
    patronymic = bool(
        endings("patronymic").match(fold(kazakh.nominative(word.text)) if reading.language == "kk" else word.fold)
    ) or (reading.language == "ru" and any("Patr" in p.tag for p in russian.parses(word.fold)[:2]))
    inflected = (reading.language == "kk" and kazakh.case_of(word.text) not in ("nom",) and not given) or (
        reading.language == "en" and word.fold.endswith("'s")
    )
    return _Part(
        initial,
        given,
        not initial and _surname(reading, index),
        patronymic,
        inflected,
        word.text.isupper() and len(word.text) > 2,
    )


def _russian_given(word: str) -> bool:
    return any("Name" in p.tag and p.score > 0.1 for p in russian.parses(word)[:3])


def _persons_in(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int, str, float]]:
    """Persons inside a run of name-like words: start, end, rule, score."""
    while start < end:
        parts = [_part(reading, i) for i in range(start, min(end, start + 8))]
        found = (
            _initials(reading, parts, start) or _full_name(reading, parts, start) or _titled(reading, parts, start, end)
        )
        if found is None:
            start += 1
            continue
        yield found
        start = found[1]


def _initials(reading: Reading, parts: list[_Part], start: int) -> tuple[int, int, str, float] | None:
    """«С. Абдрахманов», «М.В. Ломоносов», «Иванов И.И.»."""
    words = [i for i, part in enumerate(parts) if not part.initial and reading.text(start + i) != "."]
    if parts[0].initial:
        if not words or words[0] > 4:
            return None
        end = words[0] + 1
        while (
            end < len(parts)
            and end < words[0] + 2
            and (parts[end].surname or parts[end].given)
            and not parts[end - 1].surname
        ):
            end += 1
        return start, start + end, "pattern:initials", 0.97
    if len(parts) >= 3 and parts[1].initial and parts[2].initial and (len(parts) == 3 or parts[0].surname):
        return (
            start,
            start + 3 + (reading.text(start + 3) == "." and len(reading.text(start + 2)) == 1),
            "pattern:initials",
            0.95,
        )
    if len(parts) >= 3 and parts[0].given and parts[1].initial and not parts[2].initial:
        return start, start + 3, "pattern:initials", 0.95
    return None


def _full_name(reading: Reading, parts: list[_Part], start: int) -> tuple[int, int, str, float] | None:
    """A given name with what follows, or «Surname Given Patronymic»."""
    size = _size(reading, parts, start)
    if size < 2:
        return None
    chosen = parts[:size]
    if (
        chosen[0].surname
        and not chosen[0].given
        and size >= 2
        and chosen[1].given
        and (size == 2 or chosen[2].patronymic or chosen[2].surname)
    ):
        return start, start + min(size, 3), "pattern:surname-first", 0.9
    if size >= 3 and chosen[1].given and chosen[2].patronymic and not chosen[0].initial:
        return start, start + 3, "pattern:surname-first", 0.9
    if chosen[0].given:
        return start, start + size, "pattern:given-name", 0.95 if any(p.surname for p in chosen[1:]) else 0.85
    if any(p.surname for p in chosen[1:]) and _before_is_post(reading, start):
        return start, start + size, "pattern:post-and-surname", 0.85
    if (
        2 <= size <= 3
        and not chosen[0].initial
        and not chosen[1].given
        and _strong_surname(reading, start + 1 if size == 2 else start + size - 1)
        and not reading.lists.is_demonym(reading.text(start))
        and (start != reading.first or reading.language == "en")
    ):
        return start, start + size, "pattern:surname-ending", 0.81
    if (
        size == 3
        and reading.language != "en"
        and chosen[1].given
        and not chosen[2].surname
        and not reading.text(start).isascii()
        and start != reading.first
        and reading.words[start].shape == "title"
    ):
        return start, start + 3, "pattern:given-name", 0.8
    if (
        size == 2
        and chosen[0].caps
        and not chosen[1].caps
        and reading.language == "en"
        and len(reading.text(start)) < 8
    ):
        return start, start + size, "pattern:capital-surname", 0.82
    if any(p.surname for p in chosen[1:]) and any(p.caps for p in chosen[1:]) and not chosen[0].caps:
        return start, start + size, "pattern:capital-surname", 0.85
    return None


def _size(reading: Reading, parts: list[_Part], start: int) -> int:
    """How many words one name takes: it ends after an inflected word and before the next given name or initial."""
    size = 1
    if parts[0].inflected or parts[0].initial:
        return size
    while size < min(len(parts), _LONGEST):
        part, text = parts[size], reading.text(start + size)
        if part.initial or text == ".":
            break
        if size >= 2 and part.given and not part.patronymic and not part.surname and parts[size - 1].surname:
            break
        size += 1
        if part.inflected:
            break
    while size > 1 and reading.lower(start + size - 1) in reading.lists.particles:
        size -= 1
    if size > 3 and not any(reading.lower(start + i) in reading.lists.particles for i in range(size)):
        size = 3 if parts[2].surname or parts[2].patronymic else size
    return size


def _titled(reading: Reading, parts: list[_Part], start: int, end: int) -> tuple[int, int, str, float] | None:
    """A name that its neighbours make one: after an honorific or a post word, before «мырза», before an English post."""
    size = _size(reading, parts, start)
    before = reading.lower(start - 1)
    honorific = before in reading.lists.honorifics or (
        f"{reading.lower(start - 2)}." in reading.lists.honorifics and before == "."
    )
    if honorific and not parts[0].initial:
        return start, start + size, "pattern:honorific", 0.92
    if reading.lower(start + size) in reading.lists.after and reading.language == "kk":
        return start, start + size, "pattern:honorific", 0.92
    if size == 1 and _before_is_post(reading, start) and _lone_surname(reading, start):
        return start, start + 1, "pattern:post-and-surname", 0.8
    if size >= 2 and _before_is_post(reading, start) and not any(p.initial for p in parts[:size]):
        return start, start + size, "pattern:post", 0.75
    if (
        size >= 2
        and reading.language == "en"
        and reading.text(start + size) == ","
        and _english_post_follows(reading, start + size + 1)
    ):
        return start, start + size, "pattern:post-follows", 0.75
    return None


def _lone_surname(reading: Reading, index: int) -> bool:
    """«Президент Токаев», "Minister Kamilov": a capitalised post word and one unknown word with a surname's ending."""
    word = reading.words[index]
    if (
        not reading.capital(index - 1)
        or reading.lists.is_given(word.text)
        or index in reading.listed_at
        or reading.capital(index + 1)
    ):
        return False
    if reading.language == "ru":
        return any("Surn" in p.tag for p in russian.parses(word.fold)) and not reading.lists.is_demonym(word.text)
    return _surname(reading, index) and not reading.lists.is_demonym(word.text) and word.fold not in reading.lists.stops


def _before_is_post(reading: Reading, start: int) -> bool:
    """Whether a post word stands directly before; in Kazakh one in the third person («төрағасы»)."""
    if start == 0:
        return False
    word = reading.words[start - 1]
    match = reading.listed_at.get(start - 1)
    if match is not None and reading.language != "kk":
        return any(
            reading.lists.is_post(reading.text(i)) for i in range(max(0, match.start - 4), match.start)
        ) and not any(reading.words[i].shape == "mark" for i in range(max(0, match.start - 2), match.start))
    if word.shape == "mark" or not reading.lists.is_post(word.text):
        return False
    return reading.language != "kk" or kazakh.case_of(word.text) == "nom"


def _english_post_follows(reading: Reading, index: int) -> bool:
    while reading.lower(index) in ("the", "a", "an", "first", "senior", "acting", "former", "regional", "country"):
        index += 1
    return reading.lower(index) in reading.lists.after or (
        index < len(reading) and reading.capital(index) and reading.lists.is_post(reading.text(index))
    )
