"""Listed organisations, with the country word or the locative owner that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from seriktes.authority.matching import Match, matcher
from seriktes.authority.records import Record, load_authority
from seriktes.mentions.lists import is_officer
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_chain import eponym_end
from seriktes.model import Mention
from seriktes.text import kazakh
from seriktes.text.scripts import fold

_OFFICE_KINDS = frozenset({"intergovernmental", "foundation", "ngo", "diplomatic_mission", "other", "association"})


def find_listed(reading: Reading) -> Iterator[Mention]:
    """Listed organisations with what belongs to the name: «ҚР СІМ», «Қазақстандағы БҰҰДБ», "UNDP in Kazakhstan"."""
    for match in _officers_opened(reading):
        records = [r for r in match.records if r.type == "Organization"]
        if not records or match.records[0].type != "Organization":
            continue
        if _as_place(reading, match.start, match.end):
            yield reading.mention(match.end - 1, match.end, "Place", "list:residence", 0.95, "venue", records[0].country)
            continue
        if reading.language == "kk" and reading.shouting and _schools(reading, match):
            continue
        first = match.start + (reading.text(match.start) == "the" and match.end > match.start + 1)
        start, end, abroad = _extended(reading, first, match.end, records)
        record = _chosen(reading, records, start, end)
        key = (_offices().get((record.key, abroad)) if abroad else record.key) if record is not None else None
        country = abroad or (record.country if record is not None else None)
        yield reading.mention(start, end, "Organization", "list:institutions", 0.92, records[0].kind, country, key)


def _officers_opened(reading: Reading) -> Iterator[Match]:
    """The listed names of a sentence; of «мэр Москвы», «представитель ОБСЕ по вопросам свободы СМИ», which are people here, what is inside."""
    for match in reading.listed:
        if reading.language != "ru" or not is_officer(reading.text(match.start)):
            yield match
            continue
        inside = match.start + 1
        for inner in matcher().find(reading.sentence.tokens[inside : match.end], "ru"):
            yield Match(inner.start + inside, inner.end + inside, inner.records, inner.short)


def _schools(reading: Reading, match: Match) -> bool:
    """«ЖОҒАРЫ ОҚУ ОРЫНДАРЫ»: a word in capitals that is a university's acronym elsewhere."""
    return match.end == match.start + 1 and reading.lower(match.end).startswith("орын")


_RESIDENCES = frozenset({"ақорда", "акорда", "akorda", "кремль", "kremlin"})


def _as_place(reading: Reading, start: int, end: int) -> bool:
    """A seat of power named as a place: «Ақордада», «в Акорде», "at the Akorda residence"."""
    word = reading.text(end - 1)
    if end - start > 2:
        return False
    if reading.language == "kk":
        return kazakh.case_of(word) in ("loc", "abl", "attr") and fold(kazakh.nominative(word)) in _RESIDENCES
    if reading.language == "ru":
        return reading.lower(start - 1) in ("в", "из") and fold(word)[:4] in {r[:4] for r in _RESIDENCES}
    return (
        fold(word) in _RESIDENCES
        and {reading.lower(start - 1), reading.lower(start - 2), reading.lower(start)} & {"in", "at"} != set()
    )


def _chosen(reading: Reading, records: Sequence[Record], start: int, end: int) -> Record | None:
    """Of several bodies of one name, that of the country named inside or beside it; none when nothing tells."""
    if len(records) == 1:
        return records[0]
    countries = {
        reading.listed_at[i].records[0].country
        for i in range(max(0, start - 1), min(len(reading), end + 3))
        if reading.is_place(i)
    }
    chosen = next((r for r in records if r.country in countries), None)
    if chosen is None and not countries and reading.language == "kk" and records[0].kind == "government":
        return next((r for r in records if r.country == "KZ"), None)  # the Kazakh press names every state but its own
    return chosen


@cache
def _offices() -> Mapping[tuple[str, str], str]:
    """The listed country offices by the body they belong to and the country."""
    listed = load_authority().records.of_kinds(_OFFICE_KINDS)
    return {(r.parent, r.country): r.key for r in listed if r.parent and r.country not in (None, "INT")}


def office_key(record: Record, country: str | None) -> str | None:
    """The key of a body's listed office in a country, if there is one."""
    return _offices().get((record.key, country)) if country else None


def _extended(reading: Reading, start: int, end: int, records: Sequence[Record]) -> tuple[int, int, str | None]:
    """Where the whole name begins and ends, and the country of a country office."""
    abroad: str | None = None
    record = records[0]
    before = reading.listed_at.get(start - 1)
    if reading.language == "kk" and before is not None and before.records[0].type == "Place":
        case = kazakh.case_of(reading.text(start - 1))
        if case == "attr" and record.kind in _OFFICE_KINDS and not reading.lower(end).startswith("елші"):
            return before.start, end, before.records[0].country
        if before.records[0].kind == "country" and record.kind in ("government", "parliament") and case in ("nom", "gen"):
            return before.start, end, None
    if reading.language == "ru" and reading.lower(end) in ("им", "имени"):
        return start, eponym_end(reading, end) or end, None
    after = reading.listed_at.get(end)
    if (
        after is not None
        and after.start == end
        and after.records[0].kind == "country"
        and reading.language == "ru"
        and record.kind in ("government", "parliament")
    ):
        return start, after.end, None
    if (
        after is not None
        and after.start == end
        and after.records[0].kind == "country"
        and reading.language == "en"
        and record.kind == "intergovernmental"
        and reading.words[start].shape == "acronym"
        and not reading.lower(end).endswith("'s")
    ):
        return start, after.end, after.records[0].country
    bracket = reading.text(end) == "(" and reading.text(end + 2) == ")" and reading.words[end + 1].shape == "acronym"
    if bracket and reading.lower(end + 3) in ("в", "во", "in") and record.kind == "intergovernmental":
        owner = reading.listed_at.get(end + 4)
        if owner is not None and owner.start == end + 4 and owner.records[0].kind == "country":
            return start, owner.end, owner.records[0].country
    if reading.lower(end) in ("в", "во", "in") and record.kind in _OFFICE_KINDS:
        place = end + 1 + (reading.lower(end + 1) == "the")
        owner = reading.listed_at.get(place)
        if owner is not None and owner.start == place and owner.records[0].kind in ("country", "settlement"):
            return start, owner.end, owner.records[0].country
    return start, end, abroad
