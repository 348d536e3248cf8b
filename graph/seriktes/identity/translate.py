"""Names of bodies read as concepts, so that a name and its translation become the same set of words.

«Орталық Азия өңірлік экологиялық орталығы», «Региональный экологический центр Центральной Азии» and "Regional
Environmental Centre for Central Asia" all read as {central-asia, regional, ecology, centre}. What no list knows stays
as its Latin skeleton: proper names are spelled alike in all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from seriktes.authority.records import load_authority
from seriktes.identity.data import word_data
from seriktes.identity.lexicon import Sort, country_key, country_of_place, is_country, lexicon, place_of, sort_of, stem
from seriktes.identity.names import distance, skeleton, words_of
from seriktes.model import Language
from seriktes.text import kazakh
from seriktes.text.scripts import fold

#: How much a word of each sort says about which body is meant.
WEIGHT: dict[Sort, float] = {"whole": 0.6, "unit": 0.8, "mission": 0.8, "generic": 0.45, "field": 1.0, "place": 1.0,
                             "light": 0.1, "name": 1.5, "eponym": 0.7}
_LATIN = re.compile(r"^[A-Za-z]")
_ROMAN = re.compile(r"^[IVXІХ]{1,7}$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST = 4


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A word of a name: its concept (or skeleton where no list knows it), its sort, its skeleton."""

    concept: str
    sort: Sort
    skeleton: str

    @property
    def weight(self) -> float:
        """How much it says."""
        return WEIGHT[self.sort]


@dataclass(frozen=True, slots=True)
class Reading:
    """A name read: its words, the type word it turns on, the places in it, where it sits, whether it is an office of another, its number, its initials."""

    words: tuple[Word, ...]
    head: str | None
    places: frozenset[str]
    seats: frozenset[str]
    office: bool
    number: int | None
    acronym: str | None
    initials: frozenset[str]

    @property
    def bag(self) -> frozenset[str]:
        """The concepts without places and legal forms."""
        return frozenset(w.concept for w in self.words if w.sort not in ("place", "light"))

    @property
    def says(self) -> float:
        """How much the name tells beyond the sort of thing: type words and «national» count nothing."""
        return sum(w.weight for w in self.words if w.sort in ("field", "name", "eponym", "place"))


#: A word, its place in the name, and whether it says where the body sits.
Found = tuple[Word, int, bool]


@lru_cache(maxsize=200_000)
def read_name(name: str, language: Language) -> Reading:
    """The reading of a name as it stands in a document of a language."""
    raw = words_of(name)
    found = _without_superiors(list(_read(raw, language)), raw, language)
    if any(w.concept == "embassy" for w, _, _ in found):
        found = [(_in_its_country(w), place, seat) for w, place, seat in found]
    seats = frozenset(w.concept for w, _, seat in found if seat and w.sort == "place")
    offices = _OFFICES if seats else frozenset(("representation",))
    office = any(w.concept in offices for w, _, _ in found) and _has_name(found)
    if office:  # «Британдық Кеңестің Қазақстандағы кеңсесі» is the Council in Kazakhstan
        found = [f for f in found if f[0].concept not in offices]
    words = tuple(sorted({w for w, _, _ in found}))
    places = frozenset(w.concept for w in words if w.sort == "place")
    acronym = skeleton(raw[0]) if len(raw) == 1 and _is_acronym(raw[0]) else None
    return Reading(words, _head(found, raw, language), places, seats, office, _number(raw, words), acronym, _initials(raw, language))


def _in_its_country(word: Word) -> Word:
    """An embassy in a capital is the one in the country."""
    record = load_authority().get(word.concept) if word.sort == "place" else None
    if record is None or record.kind != "settlement" or record.country is None:
        return word
    return Word(country_key(record.country) or word.concept, "place", word.skeleton)


def _without_superiors(found: list[Found], raw: Sequence[str], language: Language) -> list[Found]:
    """The body under whom it stands weighs like a legal form."""
    lists = lexicon()
    marks = [i for i, w in enumerate(raw) if fold(w) in lists.under[_language_of(w, language)]]
    if not marks:
        return found
    def below(place: int) -> bool:
        return any((mark - 3 <= place < mark) if language == "kk" else (mark < place <= mark + 4) for mark in marks)
    return [(Word(w.concept, "light", w.skeleton), place, seat) if w.concept in lists.superiors and below(place) else (w, place, seat)
            for w, place, seat in found]


_OFFICES = frozenset(("office", "representation", "bureau"))


def _has_name(found: Sequence[Found]) -> bool:
    """Whether anything but the office and its seat is named."""
    return any(w.concept not in _OFFICES and w.sort != "light" and not seat for w, _, seat in found)


def _language_of(word: str, language: Language) -> Language:
    if _LATIN.match(word):
        return "en"
    return "ru" if language == "en" else language


def _read(raw: Sequence[str], language: Language) -> Iterator[Found]:
    """Words with their place in the name and whether they say where the body sits."""
    raw = list(_split_compounds(raw, language))
    seat, i = False, 0
    eponyms = _eponym_places(raw, language)
    while i < len(raw):
        tongue = _language_of(raw[i], language)
        lower = fold(raw[i])
        if lower in lexicon().seats[tongue] and i + 1 < len(raw):
            seat, i = i > 0, i + 1
            continue
        if i in eponyms and len(raw[i]) > 1:
            yield Word(skeleton(_bare(raw[i], tongue)), "eponym", skeleton(raw[i])), i, False
            i += 1
            continue
        length, words = _longest(raw, i, tongue)
        locative = tongue == "kk" and kazakh.case_of(raw[i + length - 1]) in ("attr", "loc")
        for word in words:
            yield word, i, (seat or locative) and word.sort == "place"
        if any(word.sort == "place" for word in words):
            seat = False
        i += length


def _split_compounds(raw: Sequence[str], language: Language) -> Iterator[str]:
    """«Казахстанско-Британский», «сауда-өнеркәсіп», "counter-terrorism" are two words when a list knows a part and not the whole."""
    for word in raw:
        parts = re.split(r"[-‐‑–]", word)
        tongue = _language_of(word, language)
        if len(parts) == 2 and all(len(p) > 1 for p in parts) and not _known(word, tongue):
            if _known(parts[0], tongue) and _known(parts[1], tongue) or any(place_of((stem(p, tongue),), tongue) for p in parts):
                yield from parts
                continue
            if tongue == "kk" and kazakh.nominative(word) != word:
                yield kazakh.nominative(word)
                continue
        yield word


def _known(word: str, language: Language) -> bool:
    lists = lexicon()
    key = (stem(word, language),)
    return key in lists.concepts[language] or fold(word) in lists.exact[language] or place_of(key, language) is not None


def _longest(raw: Sequence[str], start: int, language: Language) -> tuple[int, list[Word]]:
    """The longest listed run of words at a place, as concepts; else the word itself."""
    lists = lexicon()
    stems = tuple(stem(word, language) for word in raw[start:start + _LONGEST])
    last = start == len(raw) - 1  # names are cited in the nominative: what looks like an ending of the last word is none
    lower, plain = fold(raw[start]), skeleton(raw[start] if last and language == "kk" else _bare(raw[start], language))
    if lower in lists.dropped[language] and length_of_place(stems, language) < 2:
        return 1, []
    if len(plain) <= 1 or (raw[start].isupper() and lower in lists.light[language]):
        return 1, [Word(plain, "light", plain)]
    acronym = lists.acronyms[language].get(raw[start].split("-")[0]) or lists.acronyms[language].get(raw[start])
    if acronym:
        return 1, [Word(c, _sort_of_part(c), c) for c in acronym]
    if lower in lists.exact[language] and place_of(stems[:2], language) is None:
        return 1, [_concept(lists.exact[language][lower], plain)]
    for length in range(len(stems), 0, -1):
        concept = lists.concepts[language].get(stems[:length])
        if concept is not None:
            return length, [_concept(concept, plain)]
        place = place_of(stems[:length], language)
        if place is not None and (length > 1 or raw[start][0].isupper() or language != "en"):
            return length, [Word(place, "place", plain)]
    if stems[0] in lists.dropped[language]:
        return 1, []
    if lower in lists.light[language] or stems[0] in lists.light[language]:
        return 1, [Word(plain, "light", plain)]
    other: Language | None = {"kk": "ru", "ru": "kk"}.get(language)  # type: ignore[assignment]
    if other is not None:
        elsewhere = lists.concepts[other].get((stem(raw[start], other),))
        if elsewhere is not None:
            return 1, [_concept(elsewhere, plain)]
    if _ROMAN.match(raw[start]) or raw[start].isdigit():
        return 1, []
    return 1, [Word(plain, "name", plain)]


def length_of_place(stems: tuple[str, ...], language: Language) -> int:
    """How many of the stems name a listed place: «Қала» may begin one."""
    return next((n for n in range(len(stems), 1, -1) if place_of(stems[:n], language) is not None), 0)


def _sort_of_part(concept: str) -> Sort:
    return "place" if is_place(concept) else sort_of(concept, "name")


@lru_cache(maxsize=10_000)
def is_place(concept: str) -> bool:
    """Whether a concept is the key of a listed place."""
    record = load_authority().get(concept)
    return concept not in lexicon().sorts and record is not None and record.type == "Place"


def _concept(concept: str, plain: str) -> Word:
    return Word(concept, sort_of(concept), plain)


def _bare(word: str, language: Language) -> str:
    """The word without a case ending, kept otherwise: proper names lose no possessive."""
    if language == "kk":
        return kazakh.nominative(word)
    if language == "ru" and word[:1].isupper() and not word.isupper() and len(word) > 4:
        return stem(word, "ru")
    return word.removesuffix("'s").removesuffix("’s")


def _eponym_places(raw: Sequence[str], language: Language) -> frozenset[int]:
    """Where the person stands that a body is named after."""
    found: set[int] = set()
    for i, word in enumerate(raw):
        if fold(word) not in lexicon().eponyms[_language_of(word, language)]:
            continue
        step = -1 if language == "kk" else 1
        place = i + step
        while 0 <= place < len(raw) and abs(place - i) <= 4 and _part_of_a_person(raw[place], language):
            found.add(place)
            place += step
    return frozenset(found)


def _part_of_a_person(word: str, language: Language) -> bool:
    if language == "kk" and kazakh.case_of(word) in ("attr", "gen", "loc"):
        return False
    return word[0].isupper() or fold(word).startswith("аль")


def _head(found: Sequence[Found], raw: Sequence[str], language: Language) -> str | None:
    """The type word that says what the body is."""
    types = [(place, w.concept) for w, place, _ in found if w.sort in ("whole", "unit", "mission")]
    if not types:
        return None
    if language == "ru":
        return types[0][1]
    if language == "kk":
        return types[-1][1]
    stop = next((i for i, word in enumerate(raw) if fold(word) in ("of", "for", "in", "to", "on", "at", "under") and i > 0), len(raw))
    before = [concept for place, concept in types if place < stop]
    return before[-1] if before else types[0][1]


def _number(raw: Sequence[str], words: Sequence[Word]) -> int | None:
    """The ordinal of a numbered thing: «Х форум», «бірінші сессия», "3rd round"."""
    for word in raw:
        bare = word.upper().replace("І", "I").replace("Х", "X")
        if _ROMAN.match(word) and (len(word) > 1 or word in "IXVІХ"):
            return _roman(bare)
        digits = re.match(r"^(\d{1,2})(?!\d)", word)
        if digits:
            return int(digits.group(1))
    ordinals = {"first": 1, "second": 2, "third": 3}
    return next((ordinals[w.concept] for w in words if w.concept in ordinals), None)


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[c] for c in text]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))


def _is_acronym(word: str) -> bool:
    bare = word.split("-")[0]
    return 2 <= len(bare) <= 9 and sum(c.isupper() for c in bare) >= max(2, len(bare) - 2) and bare[-1].isupper()


def _initials(raw: Sequence[str], language: Language) -> frozenset[str]:
    """First letters of the words, with and without small words and the legal form: what an acronym of the name would be."""
    if len(raw) < 2:
        return frozenset()
    lists = lexicon()
    kept = [w for w in raw if fold(w) not in lists.dropped[_language_of(w, language)] and not w.isdigit()]
    plain = [w for w in kept if stem(w, _language_of(w, language)) not in lists.light[_language_of(w, language)] and not _is_acronym(w)]
    result = {"".join(skeleton(p)[:1] for w in some for p in re.split(r"[-‐‑–]", w) if p) for some in (raw, kept, plain)}
    return frozenset(i for i in result if len(i) >= 3)


@lru_cache(maxsize=500_000)
def likeness(left: Reading, right: Reading, home: str | None = None) -> float:
    """How far two names say the same, from 0 to 1; the home country of both may go unsaid.

    >>> a = read_name("Орталық Азия өңірлік экологиялық орталығы", "kk")
    >>> likeness(a, read_name("Региональный экологический центр Центральной Азии", "ru"))
    1.0
    """
    ours, theirs = _telling(left, home), _telling(right, home)
    if not ours or not theirs:
        return 0.0
    bare_left, bare_right = _headless(right, left), _headless(left, right)
    matched = 0.0
    rest = list(theirs)
    for word in ours:
        best = max(rest, key=lambda other: _alike(word, other), default=None)
        if best is not None and (alike := _alike(word, best)) > 0:
            matched += alike * (_worth(word, bare_left) + _worth(best, bare_right)) / 2
            rest.remove(best)
    total = (sum(_worth(w, bare_left) for w in ours) + sum(_worth(w, bare_right) for w in theirs)) / 2
    return round(matched / total, 3) if total else 0.0


@cache
def near_types(concept: str) -> frozenset[str]:
    """The type words that translators take for this one."""
    groups = [frozenset(group.split()) for group in word_data("types")["near"]["groups"]]
    return frozenset(other for group in groups if concept in group for other in group)


def _worth(word: Word, headless: bool) -> float:
    """A type word counts little when the other name has none: «Freedom House ұйымы», "Freedom House"."""
    return 0.15 if headless and word.sort in ("whole", "generic") else word.weight


def _headless(name: Reading, other: Reading) -> bool:
    return name.head is None and (other.head == "organization" or any(w.sort == "name" for w in other.words))


def _telling(reading: Reading, home: str | None) -> tuple[Word, ...]:
    """The words that count: not the home country, and a concept's bag for a listed acronym."""
    return tuple(w for w in _spelled_out(reading.words) if not (w.sort == "place" and is_country(w.concept) and country_of_place(w.concept) == home))


def _spelled_out(words: tuple[Word, ...]) -> tuple[Word, ...]:
    bags = lexicon().bags
    result: set[Word] = set()
    for word in words:
        if word.concept in bags:
            result.update(Word(c, sort_of(c), c) for c in bags[word.concept])
        else:
            result.add(word)
    return tuple(sorted(result))


def _alike(left: Word, right: Word) -> float:
    if left.concept == right.concept:
        return 1.0
    if left.concept in near_types(right.concept):
        return 0.6
    if left.sort == "place" and right.sort == "place":
        return 0.0
    if left.skeleton == right.skeleton:
        return 1.0
    if left.sort in ("name", "eponym") or right.sort in ("name", "eponym"):
        length = min(len(left.skeleton), len(right.skeleton))
        if _shared_beginning(left.skeleton, right.skeleton):
            return 0.85
        if length >= 5:
            apart = distance(left.skeleton, right.skeleton)
            return 0.9 if apart <= 0.6 else 0.75 if apart <= 1.0 and length >= 7 else 0.0
    return 0.0


def _shared_beginning(left: str, right: str) -> bool:
    """International words differ in their endings alone: «паралимпийский», "Paralympic"."""
    longest = max(len(left), len(right))
    same = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return same >= 5 and same >= 0.65 * longest
