"""Institutions that only a title names: «Ақпарат және қоғамдық даму вице-министрі», «министр культуры»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seriktes.authority.matching import records_named
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_forms import case_fits
from seriktes.model import Mention
from seriktes.text import kazakh, russian

_KAZAKH = ("министрі", "вице-министрі")
_RUSSIAN = frozenset({"министр", "вице-министр", "замминистр", "замминистра", "экс-министр"})
_ENGLISH = frozenset({"minister", "vice-minister", "ministers"})
_MINISTRY = {"kk": "{} министрлігі", "ru": "Министерство {}", "en": "Ministry of {}"}
#: Within so many words behind a field of a ministry "and" closes the list.
_FIELDS = 7
_AND = frozenset({"және", "мен", "пен", "бен"})


def find_titled(reading: Reading) -> Iterator[Mention]:
    """The institutions that ministers' titles name: the field and the country, without the word for minister."""
    finder = {"kk": _kazakh, "ru": _russian, "en": _english}[reading.language]
    for start, end in finder(reading):
        if end > start:
            found = reading.mention(start, end, "Organization", "pattern:title", 0.94, "government")
            records = records_named(_MINISTRY[reading.language].format(" ".join(found.text.split())), reading.language)
            record = records[0] if len(records) == 1 else None
            if len(records) > 1 and reading.language == "kk" and _state_before(reading, start) is None:
                record = next((r for r in records if r.country == "KZ"), None)
            if record is None:
                yield replace(found, country=found.country or _state_before(reading, start))
                continue
            yield replace(found, authority=record.key, country=record.country)


def _state_before(reading: Reading, start: int) -> str | None:
    """«Қазақстан Премьер-министрінің орынбасары – Сыртқы істер министрі»: the state that the first of two posts names."""
    if reading.language != "kk" or reading.text(start - 1) not in ("–", "—", "-"):
        return None
    place = start - 2
    while place >= 0 and start - place < 7 and not reading.is_place(place):
        if not (reading.lists.is_post(reading.text(place)) or reading.lower(place) in ("бірінші", "премьер-министрінің")):
            return None
        place -= 1
    match = reading.listed_at.get(place) if place >= 0 and reading.is_place(place) else None
    return match.records[0].country if match is not None and match.records[0].kind == "country" else None


def _kazakh(reading: Reading) -> Iterator[tuple[int, int]]:
    for i, word in enumerate(reading.words):
        base = kazakh.nominative(word.fold)
        if base not in _KAZAKH or i == 0 or "премьер" in reading.lower(i - 1):
            continue
        start = i
        while start > 0 and _field_word(reading, start - 1):
            start -= 1
        while start < i and (
            not reading.capital(start) or (start == reading.first and reading.lower(start) in reading.lists.stops)
        ):
            start += 1
        last = i - 1
        end = i - 1 if reading.lower(last) in ("бірінші", "екінші", "бұрынғы") else i
        if start >= end or reading.is_place(last) or reading.lists.is_post(reading.text(last)):
            continue
        yield start, end


def _field_word(reading: Reading, j: int) -> bool:
    word = reading.words[j]
    if j in reading.persons or (j - 1 in reading.persons and (word.fold in _AND or word.text == ",")):
        return False
    if word.fold in _AND:
        return (
            j > 0
            and reading.words[j - 1].shape in ("title", "lower")
            and not reading.lists.is_post(reading.text(j - 1))
            and not reading.is_place(j - 1)
            and reading.case(j - 1) == "nom"
        )
    if word.text == ",":
        return (
            j > 0
            and reading.lower(j + 2) in _AND
            and reading.capital(j - 1)
            and reading.case(j - 1) == "nom"
            and not reading.lists.is_given(reading.text(j - 1))
            and not reading.lists.is_post(reading.text(j - 1))
        )
    if word.fold in reading.lists.stops or reading.lists.is_post(word.text) or word.shape in ("mark", "number", "initial"):
        return False
    if word.shape == "acronym":
        return reading.is_place(j)
    if reading.is_place(j):
        match = reading.listed_at[j]
        return match.records[0].kind == "country" and (j < match.end - 1 or reading.case(j) in ("nom", "gen"))
    return reading.case(j) in ("nom", "attr") and not reading.lists.is_given(word.text)


def _russian(reading: Reading) -> Iterator[tuple[int, int]]:
    for i, word in enumerate(reading.words):
        lemmas = (
            {p.normal_form for p in russian.parses(word.fold)[:2]}
            if word.fold.startswith(("министр", "вице-мин", "зам", "экс"))
            else set()
        )
        if not (lemmas & _RUSSIAN or word.fold in _RUSSIAN) or _only_plural(word.fold):
            continue
        j = i + 1
        if j >= len(reading) or reading.words[j].shape != "lower" or not case_fits(reading.lower(j), "gen"):
            continue
        end = _russian_field(reading, j)
        if end > j:
            yield j, end


def _only_plural(word: str) -> bool:
    numbers = {p.tag.number for p in russian.parses(word) if p.tag.POS == "NOUN"}
    return numbers == {"plur"}


def _russian_field(reading: Reading, j: int) -> int:
    """The end of «культуры и информации Республики Казахстан»: small genitives, then a country."""
    end = j
    while end < len(reading):
        word = reading.words[end]
        match = reading.listed_at.get(end)
        if match is not None and match.records[0].kind == "country":
            return match.end
        if (
            word.shape == "lower"
            and case_fits(word.fold, "gen")
            and not reading.lists.is_post(word.text)
            and word.fold not in ("и", "а", "с")
        ):
            end += 1
        elif word.fold == "и" or word.text == ",":
            nxt = reading.words[end + 1] if end + 1 < len(reading) else None
            if nxt is None or nxt.shape != "lower" or not case_fits(nxt.fold, "gen") or reading.lists.is_post(nxt.text):
                break
            if word.text == "," and "и" not in [reading.lower(k) for k in range(end + 2, min(end + 6, len(reading)))]:
                break
            end += 1
        elif word.fold == "по" and case_fits(reading.lower(end + 1), "dat"):
            end += 2
        else:
            break
    return end


def _english(reading: Reading) -> Iterator[tuple[int, int]]:
    for i, word in enumerate(reading.words):
        secretary = word.fold == "state" and reading.lower(i - 2) == "secretary" and reading.lower(i + 1) == "for"
        secretary = secretary and reading.lower(i - 3) != "assistant"  # "Assistant Secretary of State for Europe" is none's head
        if not secretary and (word.fold not in _ENGLISH or word.fold == "ministers" or reading.lower(i + 1) not in ("of", "for")):
            continue
        if reading.lower(i - 1) == "prime" or reading.lower(i + 2) == "state":
            continue
        j = i + 2 + (reading.lower(i + 2) == "the")
        if not reading.capital(j) or reading.is_place(j):
            continue
        yield j, _english_field(reading, j)


def _more_fields(reading: Reading, place: int) -> bool:
    """ "Labor, Social Development, and Migration": whether a field of the same ministry follows a comma."""
    fields = reading.lists.extra["fields"]
    last = reading.lower(place) == "and"
    if last:
        return reading.lower(place + 1) in fields or (
            reading.capital(place + 1) and reading.lower(place - 2) in fields and _unnamed(reading, place + 1)
        )
    if reading.lower(place) not in fields:
        return False
    rest = (reading.lower(i) for i in range(place + 1, min(len(reading), place + _FIELDS)))
    return "and" in rest


def _unnamed(reading: Reading, place: int) -> bool:
    """Whether a capital is no given name, post, place or person."""
    word = reading.text(place)
    return not (
        reading.lists.is_given(word) or reading.lists.is_post(word) or reading.is_place(place) or place in reading.persons
    )


def _english_field(reading: Reading, j: int) -> int:
    end = j
    fields = reading.lists.extra["fields"]
    while end < len(reading) and (end not in reading.persons or reading.lower(end) in fields):
        word = reading.words[end]
        match = reading.listed_at.get(end)
        if match is not None and match.records[0].kind == "country":
            return match.end if reading.lower(end - 1) in ("of", "the") else end
        if (
            (word.capital and not reading.lists.is_given(word.text) and not reading.lists.is_post(word.text))
            or (
                word.fold in ("and", "&")
                and reading.capital(end + 1)
                and not reading.lists.is_post(reading.text(end + 1))
                and not reading.is_place(end + 1)
                and not reading.lists.is_given(reading.text(end + 1))
            )
            or (
                word.text == ","
                and reading.capital(end + 1)
                and "and" in (reading.lower(end + 2), reading.lower(end + 3))
                and not reading.lists.is_given(reading.text(end + 1))
                and not reading.lists.is_post(reading.text(end + 1))
            )
            or (word.text == "," and _more_fields(reading, end + 1))
        ):
            end += 1
        elif word.fold == "of":
            k = end + 1 + (reading.lower(end + 1) == "the")
            owner = reading.listed_at.get(k)
            if owner is None and reading.lower(k) == "population":
                end = k + 1  # "Labour and Social Protection of the Population"
                continue
            if owner is None or owner.records[0].kind != "country":
                break
            return owner.end
        else:
            break
    return end
