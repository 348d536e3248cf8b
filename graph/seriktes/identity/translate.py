"""Names of bodies read as concepts, so that a name and its translation become the same set of words.

«Орталық Азия өңірлік экологиялық орталығы», «Региональный экологический центр Центральной Азии» and "Regional
Environmental Centre for Central Asia" all read as {central-asia, regional, ecology, centre}. What no list knows stays
as its Latin skeleton: proper names are spelled alike in all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from seriktes.authority.records import load_authority
from seriktes.identity.lexicon import country_key, lexicon, place_of, stem
from seriktes.identity.names import skeleton, words_of
from seriktes.identity.wording import Word, known, language_of, words_at
from seriktes.model import Language
from seriktes.text import kazakh
from seriktes.text.scripts import fold

_ROMAN = re.compile(r"^[IVXІХ]{1,7}$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Reading:
    """A name read: its words, the type word it turns on, the places in it, where it sits, whether it is an office of
    another body, its number, itself as an acronym, and its initials."""

    words: tuple[Word, ...]
    head: str | None
    places: frozenset[str]
    seats: frozenset[str]
    office: bool
    number: int | None
    acronym: str | None
    initials: frozenset[str]

    #: The concepts without places and legal forms.
    bag: frozenset[str] = field(init=False, compare=False, repr=False)
    #: How much the name tells beyond the sort of thing: type words and «national» count nothing.
    says: float = field(init=False, compare=False, repr=False)
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        said = (self.words, self.head, self.places, self.seats, self.office, self.number, self.acronym, self.initials)
        counted: dict[str, object] = {
            "bag": frozenset(w.concept for w in self.words if w.sort not in ("place", "light")),
            "says": sum(w.weight for w in self.words if w.sort in ("field", "name", "eponym", "place")),
            "_hash": hash(said),
        }
        for name, value in counted.items():  # asked for at each of many comparisons
            object.__setattr__(self, name, value)

    def __hash__(self) -> int:
        return self._hash


#: A word, its place in the name, and whether it says where the body sits.
Found = tuple[Word, int, bool]


@lru_cache(maxsize=200_000)
def read_name(name: str, language: Language, seat: str | None = None) -> Reading:
    """The reading of a name as it stands in a document of a language; ``seat`` is the key of the place it leaves unsaid."""
    raw = words_of(name)
    found = _without_superiors(list(_read(raw, language)), raw, language)
    if seat is not None:
        found.append((Word(seat, "place", seat), len(raw), True))
    if any(w.concept == "embassy" for w, _, _ in found) and not any(w.concept in _OFFICES for w, _, _ in found):
        found = [(_in_its_country(w), place, seat) for w, place, seat in found]
    seats = frozenset(w.concept for w, _, seat in found if seat and w.sort == "place")
    offices = _OFFICES if seats and not any(w.concept == "embassy" for w, _, _ in found) else frozenset(("representation",))
    office = any(w.concept in offices for w, _, _ in found) and _has_name(found)
    if office:  # «Британдық Кеңестің Қазақстандағы кеңсесі» is the Council in Kazakhstan
        found = [f for f in found if f[0].concept not in offices]
    # A field may stand twice: the Information Committee of the Ministry of Culture and Information
    # is not its Culture Committee.
    words = tuple(sorted([w for w, _, _ in found if w.sort == "field"] + list({w for w, _, _ in found if w.sort != "field"})))
    places = frozenset(w.concept for w in words if w.sort == "place")
    acronym = "".join(map(skeleton, raw[0].split("-")[0])) if len(raw) == 1 and _is_acronym(raw[0]) else None
    return Reading(
        words,
        _head(found, raw, language),
        places,
        seats,
        office,
        _number(raw, words),
        acronym,
        _initials(raw, language),
    )


def _in_its_country(word: Word) -> Word:
    """An embassy in a capital is the one in the country."""
    record = load_authority().get(word.concept) if word.sort == "place" else None
    if record is None or record.kind != "settlement" or record.country is None:
        return word
    return Word(country_key(record.country) or word.concept, "place", word.skeleton)


def _without_superiors(found: list[Found], raw: Sequence[str], language: Language) -> list[Found]:
    """The body under whom it stands weighs like a legal form."""
    lists = lexicon()
    marks = [i for i, w in enumerate(raw) if fold(w) in lists.under[language_of(w, language)]]
    if not marks:
        return found

    def below(place: int) -> bool:
        return any((mark - 3 <= place < mark) if language == "kk" else (mark < place <= mark + 4) for mark in marks)

    return [
        (Word(w.concept, "light", w.skeleton), place, seat) if w.concept in lists.superiors and below(place) else (w, place, seat)
        for w, place, seat in found
    ]


_OFFICES = frozenset(("office", "representation", "bureau"))


def _has_name(found: Sequence[Found]) -> bool:
    """Whether anything but the office and its seat is named."""
    return any(w.concept not in _OFFICES and w.sort != "light" and not seat for w, _, seat in found)


def _read(raw: Sequence[str], language: Language) -> Iterator[Found]:
    """Words with their place in the name and whether they say where the body sits."""
    raw = list(_split_compounds(raw, language))
    seat, i = False, 0
    eponyms = _eponym_places(raw, language)
    while i < len(raw):
        tongue = language_of(raw[i], language)
        lower = fold(raw[i])
        if lower in lexicon().seats[tongue] and i + 1 < len(raw):
            seat, i = i > 0, i + 1
            continue
        if i in eponyms and len(raw[i]) > 1:
            yield Word(skeleton(raw[i]), "eponym", skeleton(raw[i])), i, False
            i += 1
            continue
        length, words = words_at(raw, i, tongue)
        locative = tongue == "kk" and kazakh.case_of(raw[i + length - 1]) in ("attr", "loc")
        for word in words:
            yield word, i, (seat or locative) and word.sort == "place"
        if any(word.sort == "place" for word in words):
            seat = False
        i += length


def _split_compounds(raw: Sequence[str], language: Language) -> Iterator[str]:
    """«Казахстанско-Британский», "counter-terrorism" are two words when lists know the parts and not the whole."""
    for word in raw:
        parts = re.split(r"[-‐‑–]", word)
        tongue = language_of(word, language)
        if len(parts) == 2 and all(len(p) > 1 for p in parts) and not known(word, tongue):
            if (known(parts[0], tongue) and known(parts[1], tongue)) or any(place_of((stem(p, tongue),), tongue) for p in parts):
                yield from parts
                continue
            if tongue == "kk" and kazakh.nominative(word) != word:
                yield kazakh.nominative(word)
                continue
        yield word


def _eponym_places(raw: Sequence[str], language: Language) -> frozenset[int]:
    """Where the person stands that a body is named after."""
    found: set[int] = set()
    for i, word in enumerate(raw):
        if fold(word) not in lexicon().eponyms[language_of(word, language)]:
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
    stop = next(
        (i for i, word in enumerate(raw) if fold(word) in ("of", "for", "in", "to", "on", "at", "under") and i > 0),
        len(raw),
    )
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
    """First letters of the words, with and without small words and legal forms: acronyms the name may have."""
    if len(raw) < 2:
        return frozenset()
    letters = [_letters(word, language) for word in raw]
    chosen = (letters, [x for x in letters if not x[1]], [x for x in letters if not x[1] and not x[2]])
    return frozenset(i for i in ("".join(x[0] for x in some) for some in chosen) if len(i) >= 3)


@lru_cache(maxsize=100_000)
def _letters(word: str, language: Language) -> tuple[str, bool, bool]:
    """The first letters of a word's parts, whether it is a small word, whether it is a legal form."""
    lists, tongue = lexicon(), language_of(word, language)
    first = "".join(skeleton(part)[:1] for part in re.split(r"[-‐‑–]", word) if part)
    return (
        first,
        word.isdigit() or fold(word) in lists.dropped[tongue],
        stem(word, tongue) in lists.light[tongue] or _is_acronym(word),
    )
