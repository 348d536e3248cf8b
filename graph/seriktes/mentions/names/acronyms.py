"""Names without a type word: acronyms in brackets or beside a post, quoted names beside a post, news sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seriktes.mentions.lists import word_list
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_chain import eponym_end
from seriktes.mentions.names.russian_forms import case_fits
from seriktes.model import Mention
from seriktes.text import kazakh

_SHORT_HEADS = dict(entry.split(":") for entry in word_list("names")["ru"]["short_heads"].split())
#: An adjective that says of which town or region a body is: «Пензенская», «Кузбасской».
_OF_A_TOWN = re.compile(r"[сц]к(?:ая|ой|ую|ою|ий|ого|ому|им|ом|ое)$")
_DOMAINS = frozenset(word_list("names")["other"]["domains"].split())


def find_defined_pairs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Short forms of two acronyms in brackets, "(EC IFAS)": index before the bracket, and of the first of the two."""
    for i in reading.brackets:
        pair = [reading.words[j].shape == "acronym" for j in (i + 1, i + 2)] if 1 <= i < len(reading) - 3 else [False]
        if all(pair) and reading.text(i + 3) == ")":
            yield i - 1, i + 1


def find_defined(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Acronyms and short names set in brackets: index before the bracket, index and text of the short form.

    «… орталығы (әрі қарай – АБҚО)», «… (далее – Центр)», "… Foundation of Central Asia (EFCA)".
    """
    for i in reading.brackets:
        close = next((j for j in range(i + 1, min(i + 13, len(reading))) if reading.text(j) == ")"), None)
        if close is None or i == 0:
            continue
        inner = [j for j in range(i + 1, close) if reading.words[j].shape != "mark"]
        if reading.language == "en" and len(inner) == 1 and reading.is_place(inner[0]):
            continue  # "the Media Centre (Nur-Sultan)"
        translated = len(inner) > 2 and reading.words[inner[-1]].shape == "acronym" and reading.text(inner[-1] - 1) == ","
        if translated and reading.language != "en":  # «… университетінің (мажарша – Magyar Egyetem, ME)»
            yield i - 1, inner[-1], reading.text(inner[-1])
            continue
        if close - i > 8:
            continue
        hint = any(reading.lower(j) in ("қарай", "бұдан", "далее", "hereinafter", "дальше") for j in inner)
        if hint and reading.capital(inner[-1]):
            yield i - 1, inner[-1], reading.text(inner[-1])
        elif (len(inner) == 1 and reading.words[inner[0]].shape == "acronym") or (
            len(inner) == 1 and reading.words[inner[0]].shape == "title" and sum(c.isupper() for c in reading.text(inner[0])) >= 2
        ):
            yield i - 1, inner[0], reading.text(inner[0])


def find_quoted(reading: Reading) -> Iterator[Mention]:
    """A quoted name beside a post word is an organisation's: «X» төрағасы, директор «X»."""
    for opened, closed in reading.quotes.items():
        if closed - opened > 7 or not reading.capital(opened + 1):
            continue
        if reading.language == "kk":
            beside = reading.lists.is_post(reading.text(closed + 1)) and kazakh.stem(reading.text(closed + 1)) != reading.lower(
                closed + 1
            )
        else:
            beside = reading.lists.is_post(reading.text(opened - 1)) or reading.lower(opened - 1) in (
                "директоров",
                "правления",
                "of",
            )
            beside = beside and (reading.language == "ru" or reading.lists.is_post(reading.text(opened - 2)))
        if beside:
            score = 0.86 if reading.language == "ru" else 0.78  # surer than that somebody is called so
            yield reading.mention(opened, closed + 1, "Organization", "pattern:quoted-and-post", score)


def find_acronyms(reading: Reading) -> Iterator[Mention]:
    """Unlisted acronyms beside a post word: «AIU президенті», «ректор ТГУ», "TSEU Vice-Rector"."""
    for i, word in enumerate(reading.words):
        if (
            word.shape != "acronym"
            or i in reading.listed_at
            or i in reading.persons
            or len(word.text.split("-")[0]) < 3
            or reading.shouting
            or is_acronym_of_nothing(word.text)
            or word.text in reading.lists.abbreviations
        ):
            continue
        before, after = reading.text(i - 1), reading.text(i + 1)
        if reading.language == "ru":
            beside = i > 0 and reading.lists.is_post(before)
        elif reading.language == "kk":
            beside = bool(after) and reading.lists.is_post(after) and after[-1] in "ыіңнае"
        else:
            beside = bool(after) and after[0].isupper() and reading.lists.is_post(after)
        owned = _owned(reading, i) if reading.language == "ru" else (i, i + 1)
        if owned != (i, i + 1) and (beside or word.text in _SHORT_HEADS or reading.lists.is_post(reading.text(owned[0] - 1))):
            kind = _SHORT_HEADS.get(word.text)
            yield reading.mention(*owned, "Organization", "pattern:acronym-and-region", 0.93, kind, _home(reading, owned[1] - 1))
            continue
        named = _named_after(reading, i) if reading.language == "kk" else i
        if named < i:
            yield reading.mention(named, i + 1, "Organization", "pattern:acronym-and-eponym", 0.93, "education_research")
        elif reading.language == "ru" and reading.lower(i + 1) in ("им", "имени"):
            end = eponym_end(reading, i + 1)
            if end is not None:
                yield reading.mention(i, end, "Organization", "pattern:acronym-and-eponym", 0.9, "education_research")
        elif beside:
            yield reading.mention(i, i + 1, "Organization", "pattern:acronym-and-post", 0.79)


def _owned(reading: Reading, place: int) -> tuple[int, int]:
    """An acronym with the region whose body it is: «ТПП Омской области», «Пензенская ТПП»; else the acronym alone."""
    after = reading.listed_at.get(place + 1)
    owner = after if after is not None and after.start == place + 1 and after.records[0].kind in ("region", "country") else None
    if owner is not None and (reading.words[place + 1].shape == "acronym" or case_fits(reading.lower(owner.end - 1), "gen")):
        return place, owner.end
    town = reading.capital(place - 1) and _OF_A_TOWN.search(reading.lower(place - 1)) is not None
    return (place - 1, place + 1) if town and reading.text(place) in _SHORT_HEADS else (place, place + 1)


def _home(reading: Reading, place: int) -> str | None:
    """The country of the listed place at an index."""
    match = reading.listed_at.get(place) or next((m for m in reading.listed if m.start <= place < m.end), None)
    return match.records[0].country if match is not None and match.records[0].type == "Place" else None


def _named_after(reading: Reading, place: int) -> int:
    """Where «Қ.И. Сәтбаев атындағы ҚазҰТЗУ» begins; the place itself where nobody's name goes before."""
    if reading.lower(place - 1) != "атындағы":
        return place
    start = place - 1
    while start > 0 and (reading.words[start - 1].shape in ("title", "initial") or reading.text(start - 1) == "."):
        start -= 1
    return start if start < place - 1 else place


def _country(domain: str) -> str | None:
    """The country of a national domain."""
    upper = domain.split("-")[0].upper()
    return "GB" if upper == "UK" else upper if upper in ("KZ", "RU", "KG", "UZ", "TJ", "TM", "AZ") else None


def find_sites(reading: Reading) -> Iterator[Mention]:
    """News sites that a report names as its source: «деп жазады Egemen.kz», «передает Tengrinews.kz», «BAQ.KZ»."""
    for i, word in enumerate(reading.words):
        if "." not in word.text:
            continue
        name, dot, domain = word.text.split("-")[0].rpartition(".")
        if dot and domain.lower() in _DOMAINS and (name[:1].isupper() or name.isdigit()) and "." not in name:
            yield reading.mention(i, i + 1, "Organization", "pattern:site", 0.9, "media", _country(domain))
        elif (
            word.text == "."
            and reading.lower(i + 1) in _DOMAINS
            and reading.capital(i - 1)
            and reading.words[i - 1].token.end == word.token.start
            and word.token.end == reading.words[i + 1].token.start
        ):
            yield reading.mention(i - 1, i + 2, "Organization", "pattern:site", 0.95, "media", _country(reading.text(i + 1)))


@cache
def _not_acronyms() -> frozenset[str]:
    return frozenset(word_list("names")["other"]["not_acronyms"].split())


def is_acronym_of_nothing(word: str) -> bool:
    """Acronyms of things that are no bodies: БАҚ, ЦУР, COVID, and of page furniture.

    >>> is_acronym_of_nothing("ТДМ"), is_acronym_of_nothing("БҰҰ")
    (True, False)
    """
    return word.split("-")[0].upper() in _not_acronyms()
