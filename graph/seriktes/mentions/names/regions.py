"""Regions, settlements and venues that a type word makes: «… ауданы», «село …», '… District'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from seriktes.authority.records import Record, load_authority
from seriktes.mentions.headwords import heads_in
from seriktes.mentions.lists import key_of, place_words, word_list
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_signs import region_places
from seriktes.model import Mention
from seriktes.records import Kept
from seriktes.text import kazakh, russian
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold

#: The shortest name of a town that no list has.
_SHORTEST = 4
_PARTS = frozenset("шығыс батыс солтүстік оңтүстік орталық жаңа ұлы".split())
_AROUND = frozenset(("маңы", "маңында", "маңындағы", "маңынан"))


def _left_of_kazakh(reading: Reading, index: int) -> int | None:
    """Where the name in front of a Kazakh type word begins: one or two capitalised words in the nominative."""
    start = index
    while start > 0 and index - start < 2:
        word = reading.words[start - 1]
        if start < index and reading.is_place(start - 1) and reading.case(start - 1) == "gen":
            break
        if (
            start - 1 in reading.persons
            or word.shape not in ("title", "caps")
            or (kazakh.case_of(word.text) != "nom" and start - 1 not in reading.listed_at)
        ):
            break
        if word.fold in reading.lists.not_names and word.fold not in _PARTS:
            break
        if (
            _opens(reading, start - 1)
            or reading.lists.is_post(word.text)
            or (start - 1 == reading.first and word.fold in reading.lists.stops)
        ):
            break
        start -= 1
    if start == index or reading.is_organization(start):
        return None
    return start if kazakh.case_of(reading.text(index - 1)) == "nom" or reading.is_place(index - 1) else None


def _opens(reading: Reading, i: int) -> bool:
    """Whether a capital only opens the sentence: «Форум Ш. Есенов атындағы …», «Қонақтар Эгер қаласында …»."""
    word = reading.words[i]
    return (
        i == reading.first
        and (bool(heads_in([word.fold], "kk")) or word.fold.endswith(kazakh.PLURAL))
        and i not in reading.listed_at
    )


def _named_after(reading: Reading, place: int) -> int | None:
    """Where «Құрманғазы атындағы мәдениет сарайы» or «Лотос» арнайы экономикалық аймағы» begins."""
    for i in range(place - 1, max(0, place - 4), -1):
        if i in reading.quotes_back:
            return reading.quotes_back[i] if place - i > 1 else None
        if reading.lower(i) == "атындағы":
            while i > 0 and (reading.capital(i - 1) or reading.words[i - 1].shape == "initial") and not _opens(reading, i - 1):
                i -= 1
            return i if reading.capital(i) or reading.words[i].shape == "initial" else None
        if reading.words[i].shape != "lower" and reading.lower(i - 1) != "атындағы":  # «… атындағы Мәдениет сарайы»
            return None
    return None


@cache
def _venues() -> frozenset[str]:
    return frozenset(word_list("places")["kk"]["venue"].split())


def _tells_of_a_place(word: str) -> bool:
    """Whether a Kazakh word is one that a place may be told by."""
    base, key = fold(kazakh.nominative(word)), key_of(word, "kk")
    listed = key in place_words("kk", "inside") or key in place_words("kk", "outside")
    return listed or base in _venues() or base == "аймағы" or fold(word) in _AROUND


_of_a_place = Kept(_tells_of_a_place)


def kazakh_regions(reading: Reading) -> Iterator[Mention]:
    """«Қордай ауданы» whole, «Шағалалы» of «Шағалалы ауылы», «Достық үйі»."""
    inside, outside, venues = place_words("kk", "inside"), place_words("kk", "outside"), _venues()
    for i in [i for i, told in enumerate(map(_of_a_place.__getitem__, [word.text for word in reading.words])) if told and i]:
        word = reading.words[i]
        if word.shape not in ("lower", "title"):
            continue
        key = key_of(word.text, "kk")
        base = fold(kazakh.nominative(word.text))
        named = _named_after(reading, i) if base in venues or base == "аймағы" else None
        if named is not None:
            yield reading.mention(named, i + 1, "Place", "pattern:venue", 0.85, "venue" if base in venues else "region")
            continue
        if base in venues and i - 1 in reading.quotes_back:
            yield reading.mention(reading.quotes_back[i - 1], i + 1, "Place", "pattern:venue", 0.85, "venue")
            continue
        start = _left_of_kazakh(reading, i)
        if (
            start is None
            or i in reading.listed_at
            or (
                base != "үйі"
                and any(
                    reading.listed_at[k].start < start or reading.listed_at[k].end > i
                    for k in range(start, i)
                    if k in reading.listed_at
                )
            )
        ):
            continue
        if base in venues and (not reading.is_place(start) or base == "үйі"):
            yield reading.mention(start, i + 1, "Place", "pattern:venue", 0.8, "venue")
        elif key in inside and base.endswith(("ы", "і")) and not base.endswith(("лары", "лері", "дары", "дері", "тары", "тері")):
            kind = "country" if key == "республика" else "region"
            yield reading.mention(start, i + 1, "Place", "pattern:region", 0.85, kind)
        elif (
            key in outside
            and not (start == reading.first and i - start == 1 and reading.lists.head(reading.text(start)))
            and not (word.fold == "ауыл" and reading.lower(i + 1).startswith("шаруашылы"))
        ):
            yield reading.mention(start, i, "Place", "pattern:settlement", 0.85, "settlement")
        elif word.fold in _AROUND and i - start == 1:
            yield reading.mention(start, i, "Place", "pattern:region", 0.6, "region")


_FURTHEST = 7


def kazakh_towns(reading: Reading) -> Iterator[Mention]:
    """«Эгердегі Жүзім шаруашылығы институты»: a town in no list, by its ending and the body that sits there."""
    for i, word in enumerate(reading.words[:-1]):
        if i == reading.first or word.shape != "title" or i in reading.listed_at or i in reading.persons:
            continue
        base = kazakh.nominative(word.text)
        if (
            not reading.capital(i + 1)
            or kazakh.case_of(word.text) != "attr"
            or len(base) < _SHORTEST
            or _says_what(reading, base)
        ):
            continue
        near = range(i + 2, min(len(reading), i + _FURTHEST))
        if any(reading.lists.head(reading.text(k)) is not None and reading.words[k].shape == "lower" for k in near):
            yield reading.mention(i, i + 1, "Place", "pattern:settlement", 0.7, "settlement")


def _says_what(reading: Reading, base: str) -> bool:
    """Whether a word is of the language and no name: «Форумдағы», «Университеттегі», «Біздегі»."""
    known = fold(base) in reading.lists.not_names or reading.lists.is_post(base) or reading.lists.is_demonym(base)
    return known or reading.lists.head(base) is not None or bool(heads_in([fold(base)], "kk"))


def russian_regions(reading: Reading) -> Iterator[Mention]:
    """«Аральский район» whole, «Тайынша» of «село Тайынша», «гостиница «Достук»»."""
    inside, outside, venues = (place_words("ru", group) for group in ("inside", "outside", "venue"))
    for i in region_places(reading):
        word = reading.words[i]
        key = key_of(word.text, "ru")
        if key in inside and word.fold.endswith(("и", "ы", "ей", "ов", "ям", "ями", "ами", "ях", "ах", "ам")):
            yield from _enumerated(reading, i)
        if (
            key in inside
            and i > 0
            and reading.words[i - 1].shape == "title"
            and _adjective(reading.lower(i - 1))
            and not (
                i - 1 == reading.first and russian.parses(reading.lower(i - 1))[0].is_known and "-" not in reading.text(i - 1)
            )
        ):
            yield reading.mention(i - 1, i + 1, "Place", "pattern:region", 0.85, "region")
        elif (key in outside or (word.text in ("г", "с", "п") and reading.text(i + 1) == ".")) and word.shape == "lower":
            start = i + 2 if reading.text(i + 1) == "." else i + 1
            if (
                start < len(reading)
                and reading.words[start].shape == "title"
                and reading.lower(start) not in reading.lists.not_names
                and reading.lists.head(reading.text(start)) is None
            ):
                yield reading.mention(start, start + 1, "Place", "pattern:settlement", 0.8, "settlement")
        elif key in venues and reading.quotes.get(i + 1) is not None:
            yield reading.mention(i, reading.quotes[i + 1] + 1, "Place", "pattern:venue", 0.82, "venue")
        elif (
            key in inside
            and word.shape == "lower"
            and i + 1 < len(reading)
            and reading.words[i + 1].shape == "title"
            and key_of("область", "ru") == key
        ):
            yield reading.mention(i, i + 2, "Place", "pattern:region", 0.8, "region")


def _enumerated(reading: Reading, place: int) -> Iterator[Mention]:
    """«Костанайской, Акмолинской и Павлодарской областей»: each adjective is a region."""
    i = place - 1
    found: list[int] = []
    while i >= 0:
        word = reading.words[i]
        if word.shape == "title" and _adjective(word.fold.rsplit("-", 1)[-1]):
            found.append(i)
        elif not (word.text == "," or word.fold == "и"):
            break
        i -= 1
    if len(found) > 1:
        for k in found:
            record = _regions_by_adjective().get(russian_key(reading.lower(k)))
            yield reading.mention(
                k,
                k + 1 if k < place - 1 else place + 1,
                "Place",
                "pattern:region",
                0.86,
                "region",
                record.country if record else None,
                record.key if record else None,
            )


@cache
def _regions_by_adjective() -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in load_authority().records.of_kinds({"region"}):
        for name in record.names["ru"]:
            words = name.split()
            if len(words) == 2 and words[1] in ("область", "край", "район", "округ"):
                found.setdefault(russian_key(fold(words[0])), record)
    return found


def _adjective(word: str) -> bool:
    return ("ск" in word and any(p.tag.POS == "ADJF" for p in russian.parses(word)[:3])) or word.endswith(
        ("ский", "ской", "ском", "скую", "ская", "ского", "скому", "ским")
    )


def english_places(reading: Reading) -> Iterator[Mention]:
    """Khatlon Region, Palace of Independence, Rixos Hotel."""
    inside, venues, units = (place_words("en", group) for group in ("inside", "venue", "units"))
    for i in range(1, len(reading)):
        word = reading.words[i]
        if word.shape == "lower" and word.fold in units and _unit_named(reading, i):
            yield reading.mention(i - 1, i + 1, "Place", "pattern:region", 0.7, "region")
        if word.shape != "title" or reading.titled:
            continue
        if word.fold in venues and reading.lower(i + 1) == "of" and reading.words[i].shape == "title":
            end = i + 2 + (reading.lower(i + 2) == "the")
            if reading.capital(end):
                yield reading.mention(i, end + 1, "Place", "pattern:venue", 0.82, "venue")
                continue
        start = i
        while (
            start > 0
            and i - start < 3
            and reading.words[start - 1].shape == "title"
            and reading.lower(start - 1) not in reading.lists.stops
            and reading.lower(start - 1) not in ("kyrgyz", "asian")
        ):
            start -= 1
        if start == i or (word.fold == "state" and reading.lower(i - 1).endswith(("'s", "’s"))):
            continue  # "Kazakhstan's State Counsellor"
        if word.fold in inside:
            listed = i - start == 1 and reading.is_place(i - 1)  # "the Lublin Voivodeship" is not the town
            yield reading.mention(start, i + 1, "Place", "pattern:region", 0.91 if listed else 0.7, "region")
        elif word.fold in venues and not any(reading.lists.head(reading.text(j)) for j in range(start, i)):
            yield reading.mention(start, i + 1, "Place", "pattern:venue", 0.55, "venue")


def _unit_named(reading: Reading, place: int) -> bool:
    """ "Rasht district", "Surkh jamoat": one capitalised word that is no person's, no people's and opens no sentence."""
    before = place - 1
    if reading.words[before].shape != "title" or before == reading.first or before in reading.persons:
        return False
    word = reading.text(before)
    lists = reading.lists
    ordinary = reading.lower(before) in lists.stops or reading.lower(before) in lists.not_names or lists.is_demonym(word)
    return not (ordinary or lists.is_post(word) or lists.head(word) is not None or reading.is_organization(before))


def english_regions(reading: Reading) -> Iterator[Mention]:
    """ "Zhambyl, Turkistan and Akmola regions": each name is a region."""
    for place, word in enumerate(reading.words):
        if word.fold not in ("regions", "oblasts", "districts", "provinces", "cities"):
            continue
        i = place - 1
        while i >= 0 and (
            (reading.words[i].shape == "title" and not reading.lists.is_post(reading.text(i))) or reading.lower(i) in ("and", ",")
        ):
            if reading.words[i].shape == "title" and i != reading.first and not reading.capital(i - 1):
                kind = "settlement" if word.fold == "cities" else "region"
                yield reading.mention(i, i + 1, "Place", "pattern:region", 0.8, kind)
            i -= 1
