"""What speaks for two entities being one: comparisons that return a score and a reason, and one table of weights.

Scores run from 0 to 1 (or -1 to 0 where something speaks against); a pair is merged when the weighted sum reaches
:data:`ENOUGH` and no contradiction of :mod:`seriktes.identity.contradictions` forbids it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from seriktes.authority.records import load_authority
from seriktes.identity.contradicting_events import company_of
from seriktes.identity.data import word_data
from seriktes.identity.happenings import same_company, same_date, same_event, same_number, same_parties, same_whole
from seriktes.identity.likeness import likeness
from seriktes.identity.names import PersonName, consonants, distance, same_given
from seriktes.identity.pieces import NOTHING, Evidence
from seriktes.identity.profiles import Profile
from seriktes.identity.reasons import because
from seriktes.identity.sounding import english_given, heard, sounds_like
from seriktes.identity.spelled import only_rounded, spelled_by_ear
from seriktes.identity.translate import Reading
from seriktes.model import EntityType

ENOUGH = 1.0
#: Full names that agree less say more than initials that are the same.
_ALIKE = 0.8


Comparison = Callable[[Profile, Profile], Evidence]


def same_authority(left: Profile, right: Profile) -> Evidence:
    """Both are the same record of the authority lists."""
    same = left.authority is not None and left.authority == right.authority
    return Evidence(1.0, because("same_authority", left.authority or "")) if same else NOTHING


def _home(left: Profile, right: Profile) -> str | None:
    return None if left.type == "Place" else left.home or right.home


#: Several comparisons and contradictions ask for the same pair in a row.
_LATELY = 1024
_NAMED_ALIKE = 50_000
Names = tuple[Reading, ...]


def best_reading(left: Profile, right: Profile) -> tuple[float, Reading | None, Reading | None]:
    """The two names that agree most, and how far."""
    return _best_of(left.readings, right.readings, _home(left, right))


@lru_cache(maxsize=_NAMED_ALIKE)
def _best_of(left: Names, right: Names, home: str | None) -> tuple[float, Reading | None, Reading | None]:
    """The same of names: whoever is often in the news stands in many documents by the same few of them."""
    best: tuple[float, Reading | None, Reading | None] = (0.0, None, None)
    for ours in left:
        for theirs in right:
            like = likeness(ours, theirs, home)
            if like > best[0]:
                best = like, ours, theirs
    return best


def same_words(left: Profile, right: Profile) -> Evidence:
    """The names say the same, word by word, in whatever language each is."""
    like, ours, theirs = best_reading(left, right)
    if like < 0.6 or ours is None or theirs is None:
        return NOTHING
    shared = sorted(ours.bag & theirs.bag)
    reason = because("same_words", f"{like:.2f}", shared) if shared else because("spelled_alike", f"{like:.2f}")
    return Evidence(round((like - 0.5) * 2, 3), reason)


def acronym_of(left: Profile, right: Profile) -> Evidence:
    """One name is the initials of the other: «МФСА», «Международный фонд спасения Арала»."""
    for one, other in ((left, right), (right, left)):
        for short in (r.acronym for r in one.readings):
            if short and len(short) >= 3 and any(short in r.initials for r in other.readings):
                # Two full names that differ may have the same initials: Eurasian and Economic Research Institute.
                spoken = any(not r.acronym for r in one.readings) and best_reading(left, right)[0] < _ALIKE
                weight = (1.0 if len(short) > 3 else 0.75) * (0.5 if spoken else 1.0)
                return Evidence(weight, because("initials", short.upper()))
    return NOTHING


def says_little(left: Profile, right: Profile) -> Evidence:
    """A name like «Дом дружбы» stands in every town: alone it proves nothing."""
    _, ours, theirs = best_reading(left, right)
    if ours is None or theirs is None:
        return NOTHING
    if left.type == "Place" and "venue" not in (left.kind, right.kind):
        return NOTHING
    if left.type == "Event" and left.dates and right.dates and company_of(left) & company_of(right):
        return NOTHING
    if (ours.places == theirs.places and ours.places) or left.country == right.country == "INT":
        return NOTHING
    least = min(_tells(ours), _tells(theirs))
    if ours.head in _heads("one_per_country") and left.home and left.home == right.home:
        return NOTHING
    needed = 1.4 if ours.head is None or ours.head in _heads("everywhere") else 1.0
    return Evidence(-1.0, because("too_common")) if least < needed else NOTHING


@cache
def _heads(which: str) -> frozenset[str]:
    return frozenset(word_data("types")["heads"][which].split())


@lru_cache(maxsize=_NAMED_ALIKE)
def _tells(reading: Reading) -> float:
    """What the name says that others do not: proper names most, places and fields less."""
    types = sum(w.sort in ("whole", "unit", "mission") for w in reading.words)
    return reading.says + max(0, types - 1) + (0.4 if len(reading.bag) >= 3 else 0.0)


def same_country(left: Profile, right: Profile) -> Evidence:
    """Both belong to one country."""
    return Evidence(1.0, because("both_of", left.country)) if left.country and left.country == right.country else NOTHING


def shared_context(left: Profile, right: Profile) -> Evidence:
    """Both are said to belong to, work at, speak for or take place at the same thing."""
    shared = left.context & right.context
    if shared:
        return Evidence(1.0, because("both_with", sorted(shared)[:3]))
    related = _related(left.context) & right.context or _related(right.context) & left.context
    return Evidence(0.8, because("both_around", sorted(related)[:2])) if related else NOTHING


def _related(keys: frozenset[str]) -> frozenset[str]:
    """The parents of listed bodies."""
    authority = load_authority()
    found = (authority.get(key) for key in keys)
    return frozenset(r.parent for r in found if r is not None and r.parent)


def same_post(left: Profile, right: Profile) -> Evidence:
    """Both hold posts of the same words, and nothing says that they hold them at different bodies."""
    shared = left.titles & right.titles
    if not shared or (left.context and right.context and not shared_context(left, right).score):
        return NOTHING
    return Evidence(round(len(shared) / min(len(left.titles), len(right.titles)), 2), because("posts_alike", sorted(shared)))


@lru_cache(maxsize=_LATELY)
def best_person(left: Profile, right: Profile) -> tuple[float, PersonName | None, PersonName | None]:
    """The two names of persons that agree most, and how far: 1 full names, about 0.5 with an initial alone."""
    best: tuple[float, PersonName | None, PersonName | None] = (0.0, None, None)
    for ours in left.persons:
        for theirs in right.persons:
            score = person_likeness(ours, theirs)
            if score > best[0]:
                best = score, ours, theirs
    return best


#: Where two full names agree less, they are tried the other way round.
_TURNED = 0.4
#: Given names that differ in round vowels alone; English names, given name and surname, as they are heard.
_ROUNDED = _SOUNDED = 0.92


def person_likeness(left: PersonName, right: PersonName) -> float:
    """How surely two names are of one person, from the letters alone.

    >>> from seriktes.identity.names import person_name
    >>> person_likeness(person_name("Болат Тілепов"), person_name("Bolat Tilepov"))
    1.0
    >>> person_likeness(person_name("Б. Тілепов"), person_name("Болат Тилепов"))
    0.5
    """
    found = _in_order(left, right)
    if found < _TURNED and not (left.initials_only or right.initials_only or left.patronymic or right.patronymic):
        found = max(found, _in_order(left, PersonName(right.surname, right.given)))  # «Саясат Нұрбек», «Нұрбек Саясат»
    return found


def _in_order(left: PersonName, right: PersonName) -> float:
    given = same_given(left.given, right.given)
    by_ear = left.latin != right.latin and english_given(left.given, right.given)
    if given == 0.0 and not by_ear:
        return 0.0
    if len(left.given) > 5 and given < _ROUNDED and only_rounded(left.given, right.given):
        given = _ROUNDED
    apart = distance(left.surname, right.surname)
    longest = max(len(left.surname), len(right.surname))
    surname = (
        1.0
        if apart == 0 or spelled_by_ear(left.surname, right.surname)
        else 0.92
        if _slip(left.surname, right.surname, apart)
        else 0.75
        if apart <= 1.2 and longest >= 4
        else 0.0
    )
    if surname < 0.75 and given >= 0.9 and len(heard(left.surname)) > 1 and heard(left.surname) == heard(right.surname):
        surname = 0.75
    if surname == 0.0 and left.given and right.given and given >= 0.9 and apart <= 0.35 * longest:
        surname = 0.5
    written, spoken = (left, right) if left.latin else (right, left)
    sounded = by_ear and (apart == 0 or sounds_like(written.surname, spoken.surname))
    return max(round(given * surname, 3), _SOUNDED if sounded else 0.0)


def _slip(left: str, right: str, apart: float) -> bool:
    """One sound spelled otherwise, or a vowel dropped from a long name: «Нұртілеу», «Нуртлеу»."""
    longest = max(len(left), len(right))
    return (
        (longest >= 5 and apart <= 0.3)
        or (longest > 5 and only_rounded(left, right))
        or (longest >= 7 and apart <= 0.6 and len(left) != len(right) and consonants(left) == consonants(right))
    )


def same_name(left: Profile, right: Profile) -> Evidence:
    """The names of two persons are one, letter by letter or by initial."""
    score, ours, theirs = best_person(left, right)
    if ours is None or theirs is None:
        return NOTHING
    how = "full_name" if score >= 0.99 else "initial_fits" if ours.initials_only or theirs.initials_only else "names_alike"
    return Evidence(score, because(how, _shown(ours), _shown(theirs)))


def _shown(name: PersonName) -> str:
    return " ".join(part for part in (name.given, name.patronymic, name.surname) if part)


#: The one table: what each comparison weighs, by the type of thing compared.
WEIGHTS: dict[EntityType, dict[Comparison, float]] = {
    "Organization": {
        same_authority: 2.0,
        same_words: 1.1,
        acronym_of: 0.9,
        same_country: 0.15,
        shared_context: 0.3,
        says_little: 0.35,
    },
    "Person": {same_authority: 2.0, same_name: 1.1, shared_context: 0.5, same_post: 0.2, same_country: 0.1},
    "Place": {same_authority: 2.0, same_words: 1.1, same_country: 0.15, shared_context: 0.4, says_little: 0.35},
    "Project": {
        same_authority: 2.0,
        same_words: 1.1,
        acronym_of: 0.6,
        same_country: 0.1,
        shared_context: 0.35,
        says_little: 0.2,
    },
    "Event": {
        same_words: 0.8,
        same_date: 0.35,
        shared_context: 0.25,
        same_whole: 0.5,
        same_number: 0.2,
        same_company: 0.55,
        same_country: 0.05,
        says_little: 0.4,
    },
    "Agreement": {same_parties: 0.7, same_date: 0.4, same_words: 0.25, same_event: 0.3, same_country: 0.05},
}


Pieces = tuple[tuple[Comparison, Evidence, float], ...]
#: Comparisons that only ever speak against; all others give 1 at most.
_AGAINST = frozenset({says_little})
#: More than rounding adds to a sum.
_LOST = 1e-4
#: Of each type the comparisons with their weights, and how much those after each can add.
_COURSE: dict[EntityType, list[tuple[Comparison, float, float]]] = {
    type_: [
        (comparison, weight, sum(more for other, more in list(table.items())[place + 1 :] if other not in _AGAINST))
        for place, (comparison, weight) in enumerate(table.items())
    ]
    for type_, table in WEIGHTS.items()
}


def compare(left: Profile, right: Profile) -> tuple[float, Pieces]:
    """The weighted sum of all evidence, and each piece with its weight."""
    found = reaching(left, right, float("-inf"))
    assert found is not None, "nothing is less than that"
    return found


def reaching(left: Profile, right: Profile, least: float) -> tuple[float, Pieces] | None:
    """The same where the sum reaches ``least``; None where it does not, as soon as what is left to be asked cannot add enough."""
    pieces: list[tuple[Comparison, Evidence, float]] = []
    total, wanted = 0.0, least - _LOST
    for comparison, weight, more in _COURSE[left.type]:
        found = comparison(left, right)
        if found.score:
            pieces.append((comparison, found, weight))
            total += found.score * weight
        if total + more < wanted:
            return None
    score = round(total, 4)
    return (score, tuple(pieces)) if score >= least else None
