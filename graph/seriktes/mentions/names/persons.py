"""Persons: initials with a surname, given names with surnames, names after posts and honorifics. No eponyms."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.names.eponyms import is_eponym
from seriktes.mentions.names.name_words import (
    Part,
    before_is_post,
    city_as_given_name,
    english_post_follows,
    lone_surname,
    name_like,
    part_of,
    strong_surname,
)
from seriktes.mentions.names.person_places import in_apposition, spoken_before
from seriktes.mentions.names.reading import Reading
from seriktes.model import Mention
from seriktes.text import russian

_LONGEST = 5
#: No name begins with a small word or a mark.
_NEVER_FIRST = frozenset(("lower", "mark"))
#: A syllable of a Korean or Chinese name is shorter than this.
_SYLLABLE = 6


def find_persons(reading: Reading) -> Iterator[Mention]:
    """The persons that patterns find in a sentence, left to right.

    An eponym («Л.Н. Гумилев атындағы», «имени Абая») is none.
    """
    place, words = 0, reading.words
    while place < len(words):
        run = _run(reading, place) if words[place].shape not in _NEVER_FIRST else place
        if run <= place:
            place += 1
            continue
        for start, end, rule, score in _persons_in(reading, place, run):
            if reading.shouting and not any(reading.lists.is_given(reading.text(i)) for i in range(start, end)):
                continue
            if not is_eponym(reading, start, end):
                yield reading.mention(start, end, "Person", rule, score, "person")
        place = run


def _run(reading: Reading, place: int) -> int:
    """The end of the run of name-like words that begins at a place; the place itself when there is none."""
    end = place
    while end < len(reading) and end - place < 12:
        word = reading.words[end]
        if end > place and _other_script(reading, end - 1, end):
            break
        if (
            word.shape == "initial"
            or name_like(reading, end)
            or (end > place and _particle(reading, end))
            or (end > place and word.text == "." and len(reading.text(end - 1)) == 1)
        ):
            end += 1
        else:
            break
    return end


def _other_script(reading: Reading, left: int, right: int) -> bool:
    """«Елшісі Чжан Сяо Astana University-ге келді», «директор Civic Trust Эмма Хартли»: no name goes on in another alphabet."""
    before, after = (reading.text(i).split("-")[0] for i in (left, right))
    long = all(word.isalpha() and len(word) > 2 for word in (before, after))
    return reading.language != "en" and long and before.isascii() != after.isascii()


def _particle(reading: Reading, place: int) -> bool:
    """«бен» of «Халид бен Насер», "van" and "den" of "Pieter van den Berg": one or two before the next part of the name."""
    if reading.lower(place) not in reading.lists.particles:
        return False
    following = place + 1 + (reading.lower(place + 1) in reading.lists.particles)
    return following < len(reading) and reading.capital(following) and name_like(reading, following)


def _persons_in(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int, str, float]]:
    """Persons inside a run of name-like words: start, end, rule, score."""
    while start < end:
        parts = [part_of(reading, i) for i in range(start, min(end, start + 8))]
        if reading.language == "ru" and all(_plain_adjective(reading.lower(i)) for i in (start, start + 1)):
            start += 1  # «председатель Народной Демократической партии»
            continue
        if reading.language == "en" and reading.lower(start) in reading.lists.extra["fields"] and _in_a_title(reading, start):
            start += 1  # "Minister of Justice Aidar Omarov"
            continue
        found = _initials(reading, parts, start) or _full_name(reading, parts, start) or _titled(reading, parts, start, end)
        if found is None:
            start += 1
            continue
        yield found
        start = found[1]


def _in_a_title(reading: Reading, place: int) -> bool:
    """Whether "Minister of" stands before the field of a ministry."""
    before = [reading.lower(i) for i in range(max(0, place - 8), place)]
    return reading.lower(place - 1) in ("of", "and", ",", "for") and bool({"minister", "ministry", "vice-minister"} & set(before))


def _initials(reading: Reading, parts: list[Part], start: int) -> tuple[int, int, str, float] | None:
    """«С. Абдрахманов», «М.В. Ломоносов», «Иванов И.И.»."""
    words = [i for i, part in enumerate(parts) if not part.initial and reading.text(start + i) != "."]
    if parts[0].initial and _excellency(reading, start):
        return None
    if parts[0].initial:
        if not words or words[0] > 4 or "P." in (reading.text(start), reading.text(start - 1)):
            return None
        end = words[0] + 1
        while end < len(parts) and end < words[0] + 2 and (parts[end].surname or parts[end].given) and not parts[end - 1].surname:
            end += 1
        return start, start + end, "pattern:initials", 0.97
    if len(parts) >= 3 and parts[1].initial and parts[2].initial and (len(parts) == 3 or parts[0].surname):
        return (
            start,
            start + 3 + (reading.text(start + 3) == "." and len(reading.text(start + 2)) == 1),
            "pattern:initials",
            0.95,
        )
    english = reading.language == "en" and start not in reading.listed_at and reading.words[start].shape == "title"
    if english and not parts[0].given and reading.lower(start - 1) in ("of", "for", "and", "&"):
        return None  # "Deputy Minister of Culture K. Akilova"
    if len(parts) >= 3 and (parts[0].given or english) and parts[1].initial and not parts[2].initial:
        return start, start + 3, "pattern:initials", 0.95
    return None


def _excellency(reading: Reading, start: int) -> bool:
    """ "H.E. Said Rustamov": His or Her Excellency is no initial."""
    around = [reading.text(i) for i in (start - 1, start, start + 1)]
    return reading.language == "en" and ("H.E." in around or around[1:] == ["H.", "E."] or around[:2] == ["H.", "E."])


def _full_name(reading: Reading, parts: list[Part], start: int) -> tuple[int, int, str, float] | None:
    """A given name with what follows, or «Surname Given Patronymic»."""
    if _asian(reading, parts, start):
        return start, start + 3 + _fourth(reading, parts, start), "pattern:asian-name", 0.9
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
    if chosen[0].given and reading.language == "kk" and reading.case(start) == "gen":
        return None  # «Абайдың Ескендірі»: somebody's
    if chosen[0].given:
        return start, start + size, "pattern:given-name", 0.95 if any(p.surname for p in chosen[1:]) else 0.85
    if any(p.surname for p in chosen[1:]) and before_is_post(reading, start):
        owned = reading.language == "ru" and size > 2 and chosen[1].given  # «глава Химок Владимир Стрельченко»
        return start + owned, start + size, "pattern:post-and-surname", 0.85
    if (
        2 <= size <= 3
        and not chosen[0].initial
        and not chosen[1].given
        and strong_surname(reading, start + 1 if size == 2 else start + size - 1)
        and not reading.lists.is_demonym(reading.text(start))
        and (start != reading.first or reading.language == "en")
    ):
        chained = size == 3 and reading.lower(start - 1) in ("of", "for", "and", "&")
        return start + chained, start + size, "pattern:surname-ending", 0.81
    if (
        size == 3
        and reading.language != "en"
        and chosen[1].given
        and not chosen[2].surname
        and not reading.text(start).isascii()
        and start != reading.first
        and reading.words[start].shape == "title"
    ):
        owned = reading.language == "ru" and reading.lower(start)[-1] in "ая" and before_is_post(reading, start)
        return start + owned, start + 3, "pattern:given-name", 0.8  # «президент Белостока Тадеуш Трусколяски»
    if size == 2 and chosen[0].caps and not chosen[1].caps and reading.language == "en" and len(reading.text(start)) < 8:
        return start, start + size, "pattern:capital-surname", 0.82
    if any(p.surname for p in chosen[1:]) and any(p.caps for p in chosen[1:]) and not chosen[0].caps:
        return start, start + size, "pattern:capital-surname", 0.85
    return None


def _asian(reading: Reading, parts: list[Part], start: int) -> bool:
    """«Пак Мин Чжи», «Чхве Юн А»: a listed surname and two short words that are no names of another kind."""
    if len(parts) < 3 or reading.language != "ru" or reading.lower(start) not in reading.lists.asian:
        return False
    texts = [reading.text(start + step) for step in (1, 2)]
    last = len(texts[1]) > 1 or start + 4 == len(reading)  # «… Юн А.»: a syllable before the full stop, no initial
    return (
        last
        and all(text.istitle() and len(text) < _SYLLABLE and text.isalpha() for text in texts)
        and not (parts[2].surname or parts[2].patronymic)
    )


def _fourth(reading: Reading, parts: list[Part], start: int) -> bool:
    """«Нгуен Тхи Ким Нган»: a fourth short word of a Vietnamese name."""
    word = reading.words[start + 3] if len(parts) > 3 else None
    short = word is not None and word.shape == "title" and len(word.text) < _SYLLABLE
    return short and not (parts[3].surname or parts[3].patronymic or parts[3].initial) and start + 3 not in reading.listed_at


def _size(reading: Reading, parts: list[Part], start: int) -> int:
    """How many words one name takes: it ends after an inflected word and before the next given name or initial."""
    size = 1
    if parts[0].inflected or parts[0].initial:
        return size
    while size < min(len(parts), _LONGEST):
        part, text = parts[size], reading.text(start + size)
        if part.initial or text == "." or (size >= 2 and _country(reading, start + size)):
            break
        if (
            size >= 2
            and parts[size - 1].surname
            and not parts[size - 1].patronymic
            and not part.patronymic
            and (part.given or not part.surname)
        ):
            break
        size += 1
        if part.inflected:
            break
    while size > 1 and reading.lower(start + size - 1) in reading.lists.particles:
        size -= 1
    if size > 3 and not any(reading.lower(start + i) in reading.lists.particles for i in range(size)):
        size = 3 if parts[2].surname or parts[2].patronymic else size
    return size


def _country(reading: Reading, place: int) -> bool:
    """«Мұрат Нұртілеу Украина Сыртқы істер министрі …»: a country behind a whole name owns what follows."""
    match = reading.listed_at.get(place) if reading.is_place(place) else None
    return match is not None and any(record.kind == "country" for record in match.records)


def _plain_adjective(word: str) -> bool:
    """Whether the dictionary knows a word as an adjective and nothing else."""
    readings = russian.parses(word) if word[:1].isalpha() else ()
    return bool(readings) and all(p.is_known and p.tag.POS == "ADJF" and "Surn" not in p.tag for p in readings)


def _titled(reading: Reading, parts: list[Part], start: int, end: int) -> tuple[int, int, str, float] | None:
    """A name that its neighbours make one: after an honorific or a post, before «мырза», before an English post."""
    size = _size(reading, parts, start)
    before = reading.lower(start - 1)
    honorific = before in reading.lists.honorifics or (
        f"{reading.lower(start - 2)}." in reading.lists.honorifics and before == "."
    )
    if honorific and not parts[0].initial:
        return start, start + size, "pattern:honorific", 0.92
    if reading.lower(start + size) in reading.lists.after and reading.language == "kk":
        return start, start + size, "pattern:honorific", 0.92
    if (
        reading.language == "en"
        and 2 <= size <= 3
        and (spoken_before(reading, start, start + size) or in_apposition(reading, start, start + size))
    ):
        return start, start + size, "pattern:apposition", 0.81
    if size == 1 and before_is_post(reading, start) and lone_surname(reading, start):
        return start, start + 1, "pattern:post-and-surname", 0.8
    shown = reading.titled and reading.language == "en"  # "Minister Receives French Ambassador": any word has a capital
    if shown and not any(p.given or p.surname for p in parts[:size]):
        return None
    if size >= 2 and before_is_post(reading, start) and not any(p.initial for p in parts[:size]):
        return start, start + size, "pattern:post", 0.92 if city_as_given_name(reading, start) else 0.75
    if (
        size >= 2
        and reading.language == "en"
        and reading.text(start + size) == ","
        and english_post_follows(reading, start + size + 1)
    ):
        return start, start + size, "pattern:post-follows", 0.75
    return None
