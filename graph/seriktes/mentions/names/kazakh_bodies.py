"""Kazakh bodies that have no name of their own, or only a short one: courts of a region, national houses, departments in small letters."""

from __future__ import annotations

from dataclasses import replace

from seriktes.mentions.lists import Head
from seriktes.mentions.names.institutions import office_key
from seriktes.mentions.names.reading import Reading
from seriktes.model import Mention
from seriktes.text import kazakh
from seriktes.text.scripts import fold

#: «TİKA агенттігі», «MOL компаниясы»: what only says what sort of body the short name is.
_ONLY_SAYING = ("агенттігі", "ұйымы", "компаниясы", "агенттігін", "ұйымын", "компаниясын")
_OFFICES = ("өкілдіг", "кеңсес", "офис", "миссия", "бюро")
_RANKS = ("облыстық", "қалалық", "аудандық")
_NATIONAL = ("ұлттық", "мемлекеттік", "президенттік")
_HOUSES = ("музей", "мұражай", "кітапхана", "театр", "академия", "филармония", "мұрағат")


def with_its_record(reading: Reading, mention: Mention, start: int, end: int) -> Mention:
    """The mention with the listed body whose short name it is: «KOTRA агенттігі»."""
    known = reading.listed_at.get(start) if reading.is_organization(start) else None
    office = office_key(known.records[0], _country_at(reading, known.end)) if known is not None and known.end == end - 2 else None
    if office is not None and reading.lower(end - 1).startswith(_OFFICES):
        return replace(mention, authority=office, country=_country_at(reading, end - 2))
    if known is None or known.end != start + 1 or end != start + 2 or len(known.records) != 1:
        return mention
    record = known.records[0]
    says_more = not reading.lower(start + 1).startswith(_ONLY_SAYING)
    return mention if says_more else replace(mention, authority=record.key, country=record.country)


def _country_at(reading: Reading, place: int) -> str | None:
    """«ХКҰ-ның Қазақстандағы миссиясы»: the country an office is in."""
    inside = reading.is_place(place) and reading.case(place) == "attr"
    return reading.listed_at[place].records[0].country if inside else None


def local_unit(reading: Reading, run: int, place: int, head: Head) -> int | None:
    """«… облыстық қоғамдық даму басқармасының басшысы»: a body of the region that goes without its name, in small letters."""
    start = next((i for i in range(place - 1, run - 1, -1) if reading.lower(i) in _RANKS or _akimat_of(reading, i)), None)
    council = reading.lower(place).startswith("кеңес")  # «аудандық аналар кеңесі»
    if start is None or place - start < 2 or (head.kind != "government" and not council) or reading.words[start].shape != "lower":
        return None
    owned = not reading.capital(place) and fold(kazakh.nominative(reading.text(place))).endswith(("ы", "і"))
    alone = all(reading.words[i].shape == "lower" or reading.text(i) == "," for i in range(start, place))
    before = start - 1
    named = before >= run and reading.capital(before) and (before != reading.first or reading.is_place(before))
    return start if owned and alone and not named else None


_LONGEST_FIELD = 5
_CULTURAL = ("мәдени", "этномәдени", "мәдениет", "мәдениеті")
_CLOSING = ("»", "”", '"')


def chair(reading: Reading, run: int, place: int) -> int | None:
    """«… қоғамдық пәндер кафедрасының меңгерушісі»: a chair by its field, in small letters, before a post."""
    if not reading.lower(place).startswith("кафедрасы") or reading.case(place) != "gen" or reading.capital(place):
        return None
    post = next((i for i in (place + 1, place + 2) if reading.lists.is_post(reading.text(i))), None)
    owner = next((i for i in range(place - 1, run - 1, -1) if reading.case(i) == "gen"), run - 1)
    start = owner + 1 + (reading.lower(owner + 1) in ("және", "мен", "пен", "бен"))
    alone = all(reading.words[i].shape == "lower" for i in range(start, place))
    return start if post is not None and alone and 0 < place - start <= _LONGEST_FIELD else None


def of_a_people(reading: Reading, place: int) -> int | None:
    """«облыстық татар-башқұрт этномәдени орталығының төрағасы»: a people's centre that goes without a name, before a post."""
    if reading.lower(place - 1) not in _CULTURAL or reading.case(place) != "gen" or reading.capital(place):
        return None
    if not any(reading.lists.is_post(reading.text(i)) for i in (place + 1, place + 2)):
        return None
    start = place - 1 - (reading.lower(place - 2) in _NATIONAL)  # «дүнген» looks like a participle: no run of a name holds it
    while (
        place - start < _LONGEST_FIELD and start > 0 and reading.words[start - 1].shape == "lower" and _people(reading, start - 1)
    ):
        start -= 1
    if not _people(reading, start):
        return None
    start -= start > 0 and reading.lower(start - 1) in _RANKS
    return None if start > 0 and reading.text(start - 1) in _CLOSING else start


def _people(reading: Reading, i: int) -> bool:
    """«неміс», «татар-башқұрт»: by which people somebody is called."""
    peoples = reading.lists.extra["peoples"]
    return all(part in peoples or (part and reading.lists.is_demonym(part)) for part in reading.lower(i).split("-"))


_COMPATRIOTS = ("қазақ", "студент", "отандас", "түлек", "жастар", "диаспора")


def abroad(reading: Reading, run: int, place: int, head: Head) -> int | None:
    """«Жапониядағы қазақстандық студенттер қауымдастығы»: compatriots united in a country, in small letters."""
    if head.kind not in ("association", "ngo", "education_research", "other") or not 0 < place - run <= _LONGEST_FIELD:
        return None
    inside = range(run, place)
    people = any(reading.lower(i).startswith(_COMPATRIOTS) for i in inside)
    alone = all(reading.words[i].shape == "lower" for i in inside)
    there = run > 0 and reading.is_place(run - 1) and reading.case(run - 1) == "attr"
    owned = fold(kazakh.nominative(reading.text(place))).endswith(("ы", "і"))
    return reading.listed_at[run - 1].start if people and alone and there and owned else None


def in_small_letters(reading: Reading, run: int, place: int, head: Head) -> int | None:
    """A body without a capital in its name: a chair, a people's cultural centre, compatriots abroad."""
    found = chair(reading, run, place)
    found = of_a_people(reading, place) if found is None else found
    return abroad(reading, run, place, head) if found is None else found


def _akimat_of(reading: Reading, i: int) -> bool:
    """«облыс әкімдігі ішкі саясат басқармасы»: the akimat a department belongs to, without the region's name."""
    return reading.lower(i) in ("облыс", "қала", "аудан") and reading.lower(i + 1).startswith("әкімдіг")


def of_region(reading: Reading, start: int, place: int) -> bool:
    """«Ақтөбе облыстық соты», «Австрия ұлттық кітапханасы»: a place and the rank of its court or house."""
    if not reading.is_place(start) or place != start + 2 or reading.case(start) != "nom":
        return False
    rank, head = reading.lower(start + 1), reading.lower(place)
    houses = rank in _NATIONAL and head.startswith(_HOUSES)
    return houses or (
        rank in ("облыстық", "қалалық", "аудандық") and head.startswith(("сот", "мәслихат", "прокуратура", *_HOUSES))
    )


def attached(reading: Reading, start: int, place: int) -> bool:
    """«Үкімет жанындағы … жөніндегі комиссия», «әкімдік жанындағы Қоғамдық кеңес»: a body at another, in its base form."""
    by = next((i for i in range(place - 2, start, -1) if reading.lower(i) == "жанындағы"), None)
    return by is not None and (reading.capital(by + 1) or reading.lower(place - 1) in ("жөніндегі", *_NATIONAL))


def national(reading: Reading, start: int, place: int) -> bool:
    """«Ұлттық музейде», «Азаматтық альянстың»: one capitalised adjective makes a bare type word a name."""
    word = reading.words[start]
    if word.shape != "title" or place != start + 1:
        return False
    if word.fold in _NATIONAL:
        return reading.lower(place).startswith(_HOUSES)
    return word.fold == "азаматтық" and reading.lower(place).startswith("альянс")
