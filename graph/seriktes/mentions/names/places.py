"""Places: listed ones, those a type word makes, venues. Cities stand without, regions with their type word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from seriktes.authority.matching import records_named
from seriktes.authority.records import Record
from seriktes.mentions.lists import key_of, place_words, word_list
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.regions import english_places, english_regions, kazakh_regions, kazakh_towns, russian_regions
from seriktes.mentions.names.russian_venues import russian_venues
from seriktes.model import Language, Mention
from seriktes.text import russian


def find_places(reading: Reading) -> Iterator[Mention]:
    """The places of a sentence, listed ones first."""
    yield from _listed(reading)
    yield from _named_venues(reading)
    if not reading.shouting:
        yield from {"kk": kazakh_regions, "ru": russian_regions, "en": english_places}[reading.language](reading)
        yield from _hyphened(reading)
        yield from russian_venues(reading) if reading.language == "ru" else ()
        if reading.language == "kk":
            yield from kazakh_towns(reading)
        if reading.language == "en":
            yield from english_regions(reading)


def _named_venues(reading: Reading) -> Iterator[Mention]:
    """Houses and palaces that many towns have under one name: «Дом дружбы», «Достық үйі», "House of Friendship"."""
    for i, word in enumerate(reading.words):
        if not word.capital:
            continue
        for keys in _venue_names(reading.language).get(key_of(word.text, reading.language), ()):
            end = i + len(keys)
            if end <= len(reading) and all(
                key_of(reading.text(k), reading.language) == key for k, key in zip(range(i, end), keys, strict=True)
            ):
                acts = reading.lists.is_post(reading.text(end)) or reading.lower(end).startswith("ұйымдастыр")
                if reading.language == "kk" and acts:
                    yield reading.mention(i, end, "Organization", "list:venue", 0.86, "other")
                else:
                    yield reading.mention(i, end, "Place", "list:venue", 0.86, "venue")
                break


@cache
def _venue_names(language: Language) -> dict[str, list[tuple[str, ...]]]:
    """By the key of their first word, in the order of the list."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in word_list("places")[language]["named"]:
        keys = tuple(key_of(word, language) for word in name.split())
        found.setdefault(keys[0], []).append(keys)
    return found


def _listed(reading: Reading) -> Iterator[Mention]:
    for match in reading.listed:
        record = match.records[0]
        if record.type != "Place" or _common(reading, match.start, match.end):
            continue
        start, end = _without_type_word(reading, match.start, match.end, record)
        country = record.country if len({r.country for r in match.records}) == 1 else None
        yield reading.mention(start, end, "Place", f"list:{record.kind}", 0.9, record.kind, country, record.key)


def _without_type_word(reading: Reading, start: int, end: int, record: Record) -> tuple[int, int]:
    """«Манас қаласы» is listed so, and marked «Манас»."""
    if record.kind == "settlement" and end - start > 1:
        outside = place_words(reading.language, "outside")
        if key_of(reading.text(end - 1), reading.language) in outside and reading.language == "kk":
            return start, end - 1
        if key_of(reading.text(start), reading.language) in outside and reading.language == "ru":
            return start + 1, end
    if record.kind == "country" and reading.language == "en" and reading.lower(start - 1) == "of":
        start -= 2 * (start > 1 and reading.text(start - 2) == "Republic" and end - start == 1)  # "the Republic of Kyrgyzstan"
    return start, end


def _common(reading: Reading, start: int, end: int) -> bool:
    """Whether a listed single word is here an ordinary word, an adjective or part of another thing."""
    if end - start > 1:
        return False
    word = reading.words[start]
    if reading.lower(end).startswith(("dollar", "доллар")) or reading.text(end) == "$":
        return True
    if word.fold in reading.lists.not_names and any(
        reading.words[i].shape == "number" for i in (start - 1, end) if 0 <= i < len(reading)
    ):
        return True
    if reading.language == "ru" and start == reading.first and word.shape == "title":
        first = russian.parses(word.fold)[0]
        return first.is_known and "Geox" not in first.tag and not any("Geox" in p.tag for p in russian.parses(word.fold))
    if reading.language == "kk":
        return (
            reading.lower(end) == "атындағы"
            or reading.lower(end).startswith(("көше", "даңғыл", "шағынаудан"))
            or (reading.lower(end) == "ат" and reading.text(end + 1) == ".")
        )
    if reading.language == "en":
        return reading.lower(start - 1) in ("mr", "mrs", "ms", "dr", "ms.", "mr.") or reading.lower(end) in (
            "street",
            "avenue",
        )
    return False


def _hyphened(reading: Reading) -> Iterator[Mention]:
    """ "Tashkent-based": the city in front of the hyphen."""
    if reading.language != "en":
        return
    for i, word in enumerate(reading.words):
        name, _, rest = word.text.partition("-")
        if rest in ("based", "born", "led", "funded", "backed") and name[0].isupper():
            records = records_named(name, "en")
            if records and records[0].type == "Place":
                whole = reading.mention(i, i + 1, "Place", "list:place", 0.9, records[0].kind, records[0].country, records[0].key)
                yield Mention(
                    whole.start,
                    whole.start + len(name),
                    name,
                    "Place",
                    whole.kind,
                    whole.country,
                    whole.authority,
                    whole.rule,
                    whole.score,
                )
