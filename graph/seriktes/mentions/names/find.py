"""All Person, Organization and Place mentions of a document: flat, outermost, cut as the annotation guidelines say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from seriktes.authority.records import load_authority
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import held_school, lists_of
from seriktes.mentions.names.acronyms import find_acronyms, find_quoted, find_sites
from seriktes.mentions.names.echoes import find_echoes
from seriktes.mentions.names.english_bodies import no_person, whole_bodies
from seriktes.mentions.names.english_people import without_title
from seriktes.mentions.names.explained_en import find_explained
from seriktes.mentions.names.institutions import find_listed
from seriktes.mentions.names.models import find_tagged
from seriktes.mentions.names.organizations_en import find_organizations_en
from seriktes.mentions.names.organizations_kk import find_organizations_kk
from seriktes.mentions.names.organizations_ru import find_organizations_ru
from seriktes.mentions.names.persons import find_persons
from seriktes.mentions.names.places import find_places
from seriktes.mentions.names.posts import find_titled
from seriktes.mentions.names.quoted_signers import find_signers
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.resolve import resolve
from seriktes.model import Document, Mention
from seriktes.text import kazakh

_SURE_PERSON = 0.4
_LATIN_NAME = re.compile(r"\b[A-Z][A-Za-z-]+(?: (?:of|for|and|the|[A-Z][A-Za-z-]+))* [A-Z][A-Za-z]+")
#: Kazakh months stand in the nominative where the date is written, and some are also given names.
_MONTHS = frozenset("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split())
_CYRILLIC = re.compile(r"[\u0400-\u04ff]{3}")
#: «Satbayev University-дің»: the ending a Latin name takes in a Kazakh or Russian sentence.
_ENDING = re.compile(r"-[\u0400-\u04ff]+$")
_TO_ENDING = re.compile(r"[^«»“”\"]+?[A-Za-z]-[\u0400-\u04ff]+(?= )")
_ORGANIZATIONS: dict[str, Callable[[Reading], Iterator[Mention]]] = {
    "kk": find_organizations_kk,
    "ru": find_organizations_ru,
    "en": find_organizations_en,
}


def find_names(document: Document) -> tuple[Mention, ...]:
    """The names of a document in order of the text; they do not overlap.

    Lists, patterns and trained models speak; what they know of the whole document (a surname, an acronym in brackets, a
    short reference) is then looked for once more.
    """
    readings = [Reading(document, sentence) for sentence in document.sentences if sentence.tokens]
    found = [m for m in find_tagged(document, readings) if not _is_demonym(m) and not _no_name(document, m)]
    for reading, persons in zip(readings, _persons(readings, found), strict=True):
        reading.know_persons(persons)
        found += persons
        found += _voices(reading)
    if document.language == "en":
        found = [without_title(mention) for mention in found if not no_person(mention)]
    first = resolve(found)
    found = list(_persons_after_all(found, first))
    names = resolve([*found, *find_echoes(readings, resolve(found))])
    if document.language != "en":
        return names
    return tuple(whole_bodies(document, [name for name in names if not no_person(name)]))


def _persons_after_all(found: Sequence[Mention], first: Sequence[Mention]) -> Iterator[Mention]:
    """ "Markéta Pekarová Adamová" is no body where "Pekarová Adamová" is a person: a guess gives way to what else was read."""
    surnames = {words[-1] for m in first if m.type == "Person" and len(words := m.text.split()) > 1}
    for mention in found:
        words = mention.text.split()
        guessed = mention.type == "Organization" and mention.rule.startswith("model:en") and 1 < len(words) < 5
        bodily = any(word_class(word.lower(), "en") == "org" or word.isupper() for word in words) if guessed else True
        yield mention if bodily or words[-1] not in surnames else replace(mention, type="Person", kind="person")


def _is_demonym(mention: Mention) -> bool:
    """ "Austrian", "Koreans": what a model took for a body or a place is a people."""
    known = load_authority().demonyms.get("en", {})
    word = mention.text.lower()
    return len(word) > 3 and mention.type in ("Organization", "Place") and (word in known or word.removesuffix("s") in known)


_PEOPLE, _SHORT = kazakh.PLURAL, 6
#: "No. 1681", «№ 12»: the number of a decree or a school.
_NUMBER = re.compile(r"(?:No|Nr|№)\.?\s*\d+\w?")
#: «A» және «B» тақырыбында: what the quotes hold is a theme.
_THEME = re.compile(r"[»”\"](?:\s*(?:,|және|мен)\s*[«“\"][^»”\"\n]{0,150}[»”\"])*\s*(?:тақырыб|деген тақырып)")


def _no_name(document: Document, mention: Mention) -> bool:
    """«Daedong Corporation» and «04 Наурыз, 2025» for persons, the theme of a session for a body."""
    if mention.type == "Place":
        return word_class(mention.text.split()[0].lower(), "en") == "post" and " " in mention.text  # "Ambassador Leach"
    if mention.type == "Organization" and _NUMBER.fullmatch(mention.text):
        return True
    if mention.type == "Organization":
        theme = _THEME.match(document.text[mention.end : mention.end + 180]) is not None
        return theme or _only_several(mention) or _held(document, mention)
    if mention.type != "Person":
        return False
    words = mention.text.split()
    if len(words) > 1 and words[-1] in lists_of("en").abbreviations:
        return True  # "Samal LLP"
    if document.language == "en":
        return False
    if mention.text.isascii():
        return any(word_class(word.lower().strip(",."), "en") == "org" for word in words)
    if _CYRILLIC.match(mention.text) and any(word.isascii() and word.isalpha() and len(word) > 2 for word in words):
        return True  # «Чжан Сяо Astana»
    if len(words) > 1 and mention.rule.startswith("model:kk") and words[0].endswith(_PEOPLE) and len(words[0]) > _SHORT:
        return True  # «Адамдар Уханьнан келді»
    before = document.text[max(0, mention.start - 4) : mention.start].strip()
    return len(words) == 1 and words[0].lower() in _MONTHS and before[-1:].isdigit()


def _held(document: Document, mention: Mention) -> bool:
    """«Тіл көпірі» аударма жазғы мектебі», "Central Asian Summer School", which models take for bodies."""
    return any(held_school(*pair, document.language) for pair in pairwise(mention.text.split()))


def _only_several(mention: Mention) -> bool:
    """«Шаңырақ» этномәдени бірлестіктер фестивалі»: a type word in the plural ends no one body's name."""
    last = mention.text.split()[-1]
    several = last.islower() and kazakh.nominative(last).endswith(
        ("тіктер", "тықтар", "ліктер", "лықтар", "дықтар", "діктер", "ұйымдар")
    )
    return mention.rule.startswith("model:kk") and " " in mention.text and several


def _persons(readings: Sequence[Reading], tagged: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """The persons of each sentence: organisations and places are read around them."""
    marked = [mention for mention in tagged if mention.type == "Person" and mention.score >= _SURE_PERSON]
    place = 0
    for reading in readings:
        here = []
        while place < len(marked) and marked[place].start < reading.sentence.end:
            here.append(marked[place])
            place += 1
        yield resolve([*find_persons(reading), *here])


def _voices(reading: Reading) -> Iterator[Mention]:
    yield from find_titled(reading)
    yield from find_listed(reading)
    yield from find_sites(reading)
    yield from find_acronyms(reading)
    yield from find_places(reading)
    yield from find_quoted(reading)
    yield from find_signers(reading)
    yield from find_explained(reading)
    yield from _ORGANIZATIONS[reading.language](reading)
    yield from _foreign(reading)


def _foreign(reading: Reading) -> Iterator[Mention]:
    """Organisations of another language than the sentence's: an English institute in a Russian report."""
    home = reading.document.language
    if home != reading.language:
        other = Reading(reading.document, reading.sentence, home)
        other.know_persons_of(reading)
        yield from _ORGANIZATIONS[home](other)
    if "en" not in (home, reading.language) and _LATIN_NAME.search(reading.document.slice(reading.sentence)):
        other = Reading(reading.document, reading.sentence, "en")
        other.know_persons_of(reading)
        yield from (m for m in map(_to_its_ending, find_organizations_en(other)) if not _CYRILLIC.search(_ENDING.sub("", m.text)))


def _to_its_ending(mention: Mention) -> Mention:
    """«Satbayev University-де «Ел» тақырыбында …»: a Latin name ends at its ending, whatever quotes follow."""
    own = _TO_ENDING.match(mention.text)
    return replace(mention, end=mention.start + own.end(), text=own.group()) if own else mention
