"""Kind and country of an entity: from the lists, the type words, the places and adjectives in or beside its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from seriktes.authority.cities import home_of_city, home_of_city_stem
from seriktes.authority.records import LANGUAGES, load_authority
from seriktes.coreference.data import listed
from seriktes.coreference.demonyms import country_of_adjective
from seriktes.coreference.forms import key_of, keys_in, listed_in, places_in, tokens_of
from seriktes.mentions.lists import lists_of
from seriktes.model import Document, Language, Mention
from seriktes.records import KeptIn, record
from seriktes.resources import ONTOLOGY, csv_cells, list_files
from seriktes.text import kazakh
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold
from seriktes.text.tokens import words_in

_HOST_KINDS = frozenset(
    {"intergovernmental", "foundation", "ngo", "other", "association", "media", "education_research", "company"}
)


@record(frozen=True, slots=True)
class Setting:
    """The background of a document: the country it mostly speaks of."""

    country: str | None


def setting_of(document: Document, mentions: Sequence[Mention]) -> Setting:
    """The most mentioned country among places and listed organisations; Kazakhstan when a tie lets it."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind == "diplomatic_mission":
            continue  # of an embassy's country, in another
        country = mention.country
        if not country and mention.authority:
            country = load_authority().country_of(mention.authority)
        if country and country != "INT" and mention.type in ("Place", "Organization"):
            counts[country] += 1
    if not counts:
        return Setting("KZ" if document.language == "kk" else None)
    return Setting(min(counts, key=lambda c: (-counts[c], c != "KZ", c)))


@cache
def _type_kinds(language: Language) -> dict[str, str]:
    if "names/type_words.csv" not in list_files(ONTOLOGY, "names", ".csv"):
        return {}
    kinds: dict[str, str] = {}
    for spoken, phrase, type_, kind in csv_cells(ONTOLOGY, "names/type_words.csv", "language", "word", "type", "kind"):
        if spoken == language and type_ == "Organization":
            kinds.setdefault(" ".join(key_of(word, language) for word in phrase.split()), kind)
    return kinds


def is_type_word(word: str, language: Language) -> bool:
    """Whether a word is a listed type word of organisations («қоры»)."""
    return key_of(word, language) in _type_kinds(language)


def kind_of(mentions: Sequence[Mention], authority: str | None, language: Language) -> str | None:
    """The kind the list gives, else the one most mentions tell, else what the type words say."""
    record = load_authority().get(authority)
    if record is not None and record.type == mentions[0].type:
        return record.kind
    if mentions[0].type == "Organization":
        owned = _unit_of(mentions, language)
        if owned:
            return owned
        for mention in sorted(mentions, key=lambda m: -len(m.text)):
            kind = _kinds_told[language][mention.text]
            if kind:
                return kind
    told = [m.kind for m in mentions if m.kind]
    if told:
        counts = Counter(told)
        return min(counts, key=lambda kind: (-counts[kind], kind))
    return {"Person": "person", "Organization": "other", "Project": "project", "Place": "settlement"}.get(
        mentions[0].type, "other"
    )


_UNITS = frozenset(key_of(word, language) for language in LANGUAGES for word in listed(f"units_{language}"))


def _unit_of(mentions: Sequence[Mention], language: Language) -> str | None:
    """A unit is of its parent's kind; a union's delegation is a mission."""
    for mention in mentions:
        words = keys_in(mention, language)
        if _UNITS.isdisjoint(words):
            continue
        for match in listed_in(mention.text, language):
            record = match.records[0]
            if (
                record.type == "Organization"
                and match.end - match.start < len(words)
                and record.kind in ("intergovernmental", "education_research", "foundation")
            ):
                return "diplomatic_mission" if record.key == "european-union" else record.kind
    return None


def _from_words(text: str, language: Language) -> str | None:
    """The kind of the longest type word; in Kazakh the last, elsewhere the first of equally long ones."""
    kinds = _type_kinds(language)
    words = [key_of(word, language) for word in words_in(text)]
    for size in (4, 3, 2, 1):
        found = [kinds[phrase] for i in range(len(words) - size + 1) if (phrase := " ".join(words[i : i + size])) in kinds]
        if found:
            return found[-1] if language == "kk" else found[0]
    return None


_kinds_told = KeptIn(_from_words, 10_000)


def country_of(
    document: Document, mentions: Sequence[Mention], authority: str | None, kind: str | None, setting: Setting
) -> str | None:
    """The country of a place or an organisation as far as list, words and document tell; None for the other types."""
    type_ = mentions[0].type
    if type_ not in ("Place", "Organization"):
        return None
    if type_ == "Organization" and kind in _HOST_KINDS:
        hosts = [match.records[0].country for m in mentions for match, located in places_in(m, document.language) if located]
        if hosts and hosts[0]:
            return hosts[0]
    known = load_authority().country_of(authority) if authority else None
    if known:
        return known
    if type_ == "Place":
        record = load_authority().get(authority)
        if record is not None:
            return None
        stated = Counter(m.country for m in mentions if m.country)
        stated = stated or Counter(home for m in mentions if (home := home_of_city(m.text, document.language)))
        return stated.most_common(1)[0][0] if stated else setting.country
    if kind == "diplomatic_mission" and document.language == "en":
        sent = [c for m in mentions if (c := country_of_adjective(m.text.split()[0], "en"))]
        if sent:
            return sent[0]  # "the Kazakh Embassy in the United Kingdom"
    told = [m.country for m in mentions if m.country]
    if told:
        return Counter(told).most_common(1)[0][0]
    language = document.language
    here = setting.country == "KZ" and kind in ("association", "ngo", "foundation", "other")
    for finder in (_inside, _after_its_city) if here and _tells_of_diasporas(document.text) else _FINDERS:
        found = [c for m in mentions if (c := finder(document, m, kind, language))]
        if found:
            counts = Counter(found)
            return min(counts, key=lambda c: (-counts[c], c))
    if kind == "intergovernmental":
        return "INT"
    if language == "kk" and kind == "government" and type_ == "Organization":
        return "KZ"  # the Kazakh press names the state of every ministry but its own, wherever the report is from
    return setting.country


@lru_cache(maxsize=1)
def _tells_of_diasporas(text: str) -> bool:
    """Whether a text does; it is asked for each body of a document."""
    return _DIASPORAS.search(text) is not None


def _inside(document: Document, mention: Mention, kind: str | None, language: Language) -> str | None:
    """The country of a place or of a parent inside the name; of an embassy the sender's, of an office the host's."""
    owners: list[str] = []
    hosts: list[str] = []
    for match, located in places_in(mention, language):
        country = match.records[0].country
        if country:
            (hosts if located else owners).append(country)
    if owners and (kind == "diplomatic_mission" or not hosts):
        return owners[0]
    if hosts:
        return hosts[0]
    for match in listed_in(mention.text, language):
        record = match.records[0]
        if record.type == "Organization" and record.country:
            return record.country
    return _city_adjective(mention, language)


@cache
def _cities() -> dict[str, str]:
    found: dict[str, str] = {}
    for place in load_authority().records.of_kinds({"settlement", "region"}):
        if place.country:
            for name in place.names["ru"]:
                if " " not in name and len(name) > 3:
                    found.setdefault(russian_key(fold(name)), place.country)
    return found


def _city_adjective(mention: Mention, language: Language) -> str | None:
    """«Томский государственный университет» stands in the country of Tomsk."""
    if language != "ru":
        return None
    for word in tokens_of(mention):
        lower = fold(word)
        if word[:1].isupper() and "ск" in lower[3:]:
            key = russian_key(lower)
            for stem in (key, key.removesuffix("ск"), key.removesuffix("инск"), key.removesuffix("ск") + "ь"):
                home = (_cities().get(stem) or home_of_city_stem(stem)) if len(stem) > 3 else None
                if home:
                    return home
    return None


def _demonym(document: Document, mention: Mention, kind: str | None, language: Language) -> str | None:
    return next((country for word in tokens_of(mention) if (country := country_of_adjective(word, language))), None)


def demonym_before(document: Document, start: int) -> str | None:
    """The country whose adjective stands within three words before a name, nothing but words between: «узбекский эксперт X»."""
    before = re.split(r"[.,;:!?()«»\"\n]", document.text[max(0, start - 60) : start])[-1].split()[-3:]
    found = (country_of_adjective(word, document.language) for word in before)
    return next((country for country in found if country), None)


def _after_its_city(document: Document, mention: Mention, kind: str | None, language: Language) -> str | None:
    """«Хазар университеті» stands nowhere, "Kocaeli University" in the country of Kocaeli; a person's name is no city."""
    for word in tokens_of(mention):
        common = is_type_word(word, language) or lists_of(language).is_given(word)
        if len(word) > 4 and word[0].isupper() and not common:
            home = home_of_city(word, language)
            if home:
                return home
    return None


def _beside(document: Document, mention: Mention, kind: str | None, language: Language) -> str | None:
    """An adjective of a country right before the name («британдық «…» қоры»), a country in brackets right after it."""
    before = document.text[max(0, mention.start - 40) : mention.start].split()
    for word in before[-3:]:
        if word.endswith("-based"):
            for based in listed_in(word.removesuffix("-based"), language):
                if based.records[0].country:
                    return based.records[0].country
    if language == "kk" and before and kazakh.case_of(before[-1]) == "attr":  # «Варшавадағы X музейі»
        for match in listed_in(before[-1], language):
            if match.records[0].type == "Place" and match.records[0].country:
                return match.records[0].country
    for word in before[-2:]:
        country = country_of_adjective(word.strip('«“"(,'), language)
        if country:
            return country
    after = document.text[mention.end : mention.end + 40]
    if after.lstrip('»”" ').startswith("("):
        inner = after[after.index("(") + 1 :].split(")")[0]
        for match in listed_in(inner, language):
            if match.records[0].type == "Place" and match.records[0].country:
                return match.records[0].country
    return None


_FINDERS = (_inside, _demonym, _beside, _after_its_city)
#: Where these are spoken of, «неміс орталығы» is a centre of the country's own Germans.
_DIASPORAS = re.compile(r"этномәдени|этнокультурн|Қазақстан халқы Ассамблея|Ассамблея народа|\bҚХА\b|\bАНК\b")
