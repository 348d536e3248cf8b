"""Listed organisations, with the country word or the locative owner that stands beside them; acronyms set in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.authority.records import Record
from seriktes.mentions.reading import Reading
from seriktes.model import Mention
from seriktes.text import kazakh
from seriktes.text.scripts import fold

_OFFICE_KINDS = frozenset({"intergovernmental", "foundation", "ngo", "diplomatic_mission", "other", "association"})
_NOT_ACRONYMS = frozenset(
    [
        "БАҚ",
        "ТДМ",
        "ЦУР",
        "СМИ",
        "ҮЕҰ",
        "НПО",
        "НКО",
        "ЖИТС",
        "COVID",
        "ВВП",
        "ЖІӨ",
        "SDG",
        "SDGS",
        "NGO",
        "NGOS",
        "GDP",
        "CSO",
        "FAQ",
        "PDF",
        "RSS",
        "URL",
        "HTML",
        "USD",
        "EUR",
        "RUB",
        "KZT",
        "ҚҚС",
        "ҰОС",
        "ВОВ",
        "ТВ",
        "TV",
        "IT",
        "АТ",
        "ИИ",
        "ЖИ",
        "AI",
        "PR",
        "HR",
        "ESG",
        "МСБ",
        "ШОБ",
        "ЖОО",
        "ВУЗ",
        "ВУЗЫ",
        "ДТП",
        "ЧС",
        "ТЖ",
        "КСР",
        "ССР",
        "КСРО",
        "СССР",
        "USSR",
        "PHD",
        "MBA",
        "CEO",
        "MOU",
        "ЭКО",
        "СПИД",
        "AIDS",
        "HIV",
        "ВИЧ",
        "КАЗ",
        "РУС",
        "ҚАЗ",
        "ENG",
        "IPO",
        "ЖАҚ",
        "ЖПҚ",
        "RU",
        "EN",
        "KZ",
        "KK",
        "ЖК",
        "ФИО",
        "ИИН",
        "БИН",
        "ЖСН",
        "БСН",
        "ТҮ",
        "ЖҮ",
        "ПО",
        "ПК",
        "МЫ",
        "ВЫ",
        "ОН",
        "ВСЕ",
        "ЭТО",
        "ДА",
        "НЕТ",
        "ЖЭК",
        "АЭС",
        "ТЭЦ",
        "ГЭС",
        "IP",
        "ID",
        "OK",
        "УК",
        "ГПК",
        "МК",
    ]
)


def find_listed(reading: Reading) -> Iterator[Mention]:
    """Organisations of the authority lists, extended by what belongs to the name: «ҚР СІМ», «Қазақстандағы БҰҰДБ», "UNDP in Kazakhstan"."""
    for match in reading.listed:
        records = [r for r in match.records if r.type == "Organization"]
        if not records or match.records[0].type != "Organization":
            continue
        if _as_place(reading, match.start, match.end):
            yield reading.mention(
                match.end - 1, match.end, "Place", "list:residence", 0.95, "venue", records[0].country
            )
            continue
        first = match.start + (reading.text(match.start) == "the" and match.end > match.start + 1)
        start, end, abroad = _extended(reading, first, match.end, records)
        record = _chosen(reading, records, start, end)
        key = record.key if record is not None and not abroad else None
        country = abroad or (record.country if record is not None else None)
        yield reading.mention(start, end, "Organization", "list:institutions", 0.92, records[0].kind, country, key)


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
    """Of several bodies of one name, that of the country named inside or beside the mention; none when nothing tells."""
    if len(records) == 1:
        return records[0]
    countries = {
        reading.listed_at[i].records[0].country
        for i in range(max(0, start - 1), min(len(reading), end + 3))
        if reading.is_place(i)
    }
    return next((r for r in records if r.country in countries), None)


def _extended(reading: Reading, start: int, end: int, records: Sequence[Record]) -> tuple[int, int, str | None]:
    """Where the whole name begins and ends, and the country of a country office."""
    abroad: str | None = None
    record = records[0]
    before = reading.listed_at.get(start - 1)
    if reading.language == "kk" and before is not None and before.records[0].type == "Place":
        case = kazakh.case_of(reading.text(start - 1))
        if case == "attr" and record.kind in _OFFICE_KINDS and not reading.lower(end).startswith("елші"):
            return before.start, end, before.records[0].country
        if (
            before.records[0].kind == "country"
            and record.kind in ("government", "parliament")
            and case in ("nom", "gen")
        ):
            return before.start, end, None
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
    if reading.lower(end) in ("в", "во", "in") and record.kind in _OFFICE_KINDS:
        place = end + 1 + (reading.lower(end + 1) == "the")
        owner = reading.listed_at.get(place)
        if owner is not None and owner.start == place and owner.records[0].kind in ("country", "settlement"):
            return start, owner.end, owner.records[0].country
    return start, end, abroad


def find_defined(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Acronyms and short names set in brackets after a full one: index before the bracket, index and text of the short form.

    «… орталығы (әрі қарай – АБҚО)», «… (далее – Центр)», "… Foundation of Central Asia (EFCA)".
    """
    for i, word in enumerate(reading.words):
        if word.text != "(":
            continue
        close = next((j for j in range(i + 1, min(i + 9, len(reading))) if reading.text(j) == ")"), None)
        if close is None or i == 0:
            continue
        inner = [j for j in range(i + 1, close) if reading.words[j].shape != "mark"]
        hint = any(reading.lower(j) in ("қарай", "бұдан", "далее", "hereinafter", "дальше") for j in inner)
        if hint and reading.capital(inner[-1]):
            yield i - 1, inner[-1], reading.text(inner[-1])
        elif (len(inner) == 1 and reading.words[inner[0]].shape == "acronym") or (
            len(inner) == 1
            and reading.words[inner[0]].shape == "title"
            and sum(c.isupper() for c in reading.text(inner[0])) >= 2
        ):
            yield i - 1, inner[0], reading.text(inner[0])


_DOMAINS = frozenset({"kz", "ru", "com", "org", "uk", "net", "kg", "uz", "tj", "tm", "info"})


def find_quoted(reading: Reading) -> Iterator[Mention]:
    """A quoted name beside a post word is an organisation's: «X» төрағасы, директор «X», председатель совета директоров «X»."""
    for opened, closed in reading.quotes.items():
        if closed - opened > 7 or not reading.capital(opened + 1):
            continue
        if reading.language == "kk":
            beside = reading.lists.is_post(reading.text(closed + 1)) and kazakh.stem(
                reading.text(closed + 1)
            ) != reading.lower(closed + 1)
        else:
            beside = reading.lists.is_post(reading.text(opened - 1)) or reading.lower(opened - 1) in (
                "директоров",
                "правления",
                "of",
            )
            beside = beside and (reading.language == "ru" or reading.lists.is_post(reading.text(opened - 2)))
        if beside:
            yield reading.mention(opened, closed + 1, "Organization", "pattern:quoted-and-post", 0.78)


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
        if beside:
            yield reading.mention(i, i + 1, "Organization", "pattern:acronym-and-post", 0.79)


def find_sites(reading: Reading) -> Iterator[Mention]:
    """News sites that a report names as its source: «деп жазады Egemen.kz», «передает Tengrinews.kz», «BAQ.KZ»."""
    for i, word in enumerate(reading.words):
        name, dot, domain = word.text.split("-")[0].rpartition(".")
        if dot and domain.lower() in _DOMAINS and name[:1].isupper() and "." not in name:
            yield reading.mention(i, i + 1, "Organization", "pattern:site", 0.9, "media")
        elif (
            word.text == "."
            and reading.lower(i + 1) in _DOMAINS
            and reading.capital(i - 1)
            and reading.words[i - 1].token.end == word.token.start
            and word.token.end == reading.words[i + 1].token.start
        ):
            yield reading.mention(i - 1, i + 2, "Organization", "pattern:site", 0.95, "media")


def is_acronym_of_nothing(word: str) -> bool:
    """Acronyms of things that are no bodies: БАҚ, ЦУР, COVID, and of page furniture.

    >>> is_acronym_of_nothing("ТДМ"), is_acronym_of_nothing("БҰҰ")
    (True, False)
    """
    return word.split("-")[0].upper() in _NOT_ACRONYMS
