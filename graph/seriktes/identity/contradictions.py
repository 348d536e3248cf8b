"""What forbids two entities from being one, whatever else speaks for it. Each rule returns its reason, or None."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seriktes.identity.contradicting_events import other_company, other_parties, other_time, other_whole
from seriktes.identity.evidence import best_person, best_reading, person_likeness
from seriktes.identity.lexicon import country_of_place, is_country, sort_of
from seriktes.identity.likeness import alike_names, near_types
from seriktes.identity.names import same_given
from seriktes.identity.profiles import Profile
from seriktes.identity.reasons import Reason, because
from seriktes.identity.translate import Reading
from seriktes.model import EntityType

Contradiction = Callable[[Profile, Profile], Reason | None]


def other_authority(left: Profile, right: Profile) -> Reason | None:
    """The lists know them as two."""
    if left.authority and right.authority and left.authority != right.authority:
        return because("other_authority", left.authority, right.authority)
    return None


def other_country(left: Profile, right: Profile) -> Reason | None:
    """They belong to two countries: ҚР / РФ."""
    ours, theirs = left.country or left.home, right.country or right.home
    if not ours or not theirs or ours == theirs or "INT" in (ours, theirs):
        return None
    if (left.guessed or right.guessed) and (_may_be_one(left, right) if left.type == "Person" else _named_alike(left, right)):
        return None
    return because("other_country", ours, theirs)


def _may_be_one(left: Profile, right: Profile) -> bool:
    """Whether no two institutions of people are told, so that a country that is only guessed parts nobody."""
    return not (left.context and right.context) or bool(left.context & right.context)


#: Names of bodies with the same people, not wholly alike: one spelled by ear, or with a word more.
_NEARLY = 0.8


def _one_staff(left: Profile, right: Profile) -> bool:
    return any(person_likeness(a, b) >= _NEARLY for a in left.staff for b in right.staff)


def _named_alike(left: Profile, right: Profile) -> bool:
    """Whether two unlisted names are one and their own, so that a country that is only guessed tells nothing.

    «Эгей университеті» of two reports; not «Филология факультеті», «Ұлттық кітапхана», "ECO". Where people of one full name
    hold posts at both, names that any state may have do, «Новое поколение».
    """
    like, ours, theirs = best_reading(left, right)
    together = _one_staff(left, right)
    if like < (_NEARLY if together else 1.0) or ours is None or theirs is None or ours.acronym or theirs.acronym:
        return False
    if ours.head is not None and sort_of(ours.head) == "unit":
        return False
    enough = 1 if left.type == "Project" else 2
    own = together or any(w.sort in ("name", "eponym") for name in (ours, theirs) for w in name.words)
    return len(ours.bag) >= enough and own


def other_institution_country(left: Profile, right: Profile) -> Reason | None:
    """A global body and its office in a country, when the name itself names the country."""
    if left.country == right.country or "INT" not in (left.country, right.country):
        return other_country(left, right)
    local = right if left.country == "INT" else left
    if any(r.seats & other.seats for r in left.readings for other in right.readings):
        return None  # whose delegation sits there is said by neither country
    office = any(r.seats or r.head in ("branch", "representation", "office") for r in local.readings)
    return because("country_office", local.country or "") if office else None


def other_places(left: Profile, right: Profile) -> Reason | None:
    """Their names name different places: a region and the country, two towns, the body and its country office."""
    _, ours, theirs = best_reading(left, right)
    if ours is None or theirs is None:
        return None
    home = left.home or right.home
    a, b = _places(ours, home), _places(theirs, home)
    if a == b:
        return _swapped_seats(ours, theirs)
    if a and b and not (a < b or b < a):
        return None if _same_through_country(a ^ b) else because("other_places", sorted(a - b or a), sorted(b - a or b))
    extra = (a | b) - (a & b)
    holder, other = (ours, theirs) if a > b else (theirs, ours)
    if extra <= {w.concept for w in holder.words for name in other.words if name.sort == "name" and w.skeleton == name.skeleton}:
        return None  # «Сырдария» of the one name is told by the other too, though no list knows it there
    if extra & holder.seats and not extra <= {h for h in extra if country_of_place(h) == home}:
        return because("only_sits", sorted(extra))
    named = any(w.sort in ("name", "eponym") for w in ours.words) and any(w.sort in ("name", "eponym") for w in theirs.words)
    return None if named else because("only_of", sorted(extra))


def _places(reading: Reading, home: str | None) -> frozenset[str]:
    return frozenset(p for p in reading.places if not (is_country(p) and country_of_place(p) == home))


def _swapped_seats(ours: Reading, theirs: Reading) -> Reason | None:
    if ours.seats and theirs.seats and ours.seats != theirs.seats and ours.places == theirs.places:
        return because("other_seats", sorted(ours.seats), sorted(theirs.seats))
    return None


def _same_through_country(places: frozenset[str]) -> bool:
    """An embassy «in Kazakhstan» is the one «in Astana»."""
    countries = {country_of_place(p) for p in places}
    return len(places) == 2 and len(countries) == 1 and None not in countries and sum(is_country(p) for p in places) == 1


def part_and_whole(left: Profile, right: Profile) -> Reason | None:
    """A department, branch or secretariat is not the body it belongs to."""
    _, ours, theirs = best_reading(left, right)
    if ours is None or theirs is None:
        return None
    if ours.office != theirs.office and not _one_country(left, right):
        return because("office")
    if ours.head == theirs.head or ours.bag == theirs.bag:
        return None
    heads = {h: sort_of(h) for h in (ours.head, theirs.head) if h}
    units = [h for h, sort in heads.items() if sort == "unit"]
    if units and not (ours.head and theirs.head and theirs.head in near_types(ours.head)):
        return because("unit", units[0])
    if ours.head and theirs.head and theirs.head not in near_types(ours.head) and not _one_names_both(ours, theirs):
        return because("other_type", ours.head, theirs.head)
    return None


def _one_country(left: Profile, right: Profile) -> bool:
    return left.country is not None and left.country == right.country != "INT"


def _one_names_both(ours: Reading, theirs: Reading) -> bool:
    return bool(ours.head in theirs.bag and theirs.head in ours.bag)


def other_names(left: Profile, right: Profile) -> Reason | None:
    """Both bear names of their own, and these say other things: no third name makes them one."""
    full = [[r for r in p.readings if r.acronym is None and any(w.sort == "name" for w in r.words)] for p in (left, right)]
    if not all(full) or best_reading(left, right)[0] >= 0.8:
        return None
    if any(alike_names(a, b) for a in full[0] for b in full[1]):
        return None
    return because("proper_names")


def whole_in_context(left: Profile, right: Profile) -> Reason | None:
    """One is stated to be a part of the other."""
    for one, other in ((left, right), (right, left)):
        if other.authority and other.authority in one.parents:
            return because("part_of", other.authority)
    return None


def other_person(left: Profile, right: Profile) -> Reason | None:
    """Another given name, patronymic or initial."""
    score, ours, theirs = best_person(left, right)
    if ours is None or theirs is None or score == 0.0:
        return because("other_names")
    if ours.patronymic and theirs.patronymic and not same_given(ours.patronymic, theirs.patronymic):
        return because("other_patronymics", ours.patronymic, theirs.patronymic)
    return None


def other_institutions(left: Profile, right: Profile) -> Reason | None:
    """Two people of one surname, at other institutions, of whom one is known by an initial alone."""
    _, ours, theirs = best_person(left, right)
    if ours is None or theirs is None or not (ours.initials_only or theirs.initials_only):
        return None
    if left.context and right.context and not left.context & right.context:
        return because("other_institutions")
    return None


def other_kind_of_place(left: Profile, right: Profile) -> Reason | None:
    """A region is no town, a country no region."""
    if left.kind and right.kind and left.kind != right.kind and "venue" not in (left.kind, right.kind):
        return because("other_kind", left.kind, right.kind)
    return None


def other_number(left: Profile, right: Profile) -> Reason | None:
    """The tenth forum is not the eleventh."""
    ours, theirs = {r.number for r in left.readings if r.number}, {r.number for r in right.readings if r.number}
    return because("other_number", str(min(ours)), str(min(theirs))) if ours and theirs and not ours & theirs else None


def other_subject(left: Profile, right: Profile) -> Reason | None:
    """Two agreements of the same parties on other matters, or of other kinds."""
    if left.kind and right.kind and left.kind != right.kind:
        return because("other_kind", left.kind, right.kind)
    like = best_reading(left, right)[0]
    if like < 0.4 and all(any(r.says >= 2 for r in p.readings) for p in (left, right)):
        return because("other_matters")
    return None


def one_document(left: Profile, right: Profile) -> Reason | None:
    """One document that names two of a kind means two."""
    shared = {place[0] for place in left.places} & {place[0] for place in right.places}
    return because("one_document", min(shared)) if shared else None


def one_document_two_bodies(left: Profile, right: Profile) -> Reason | None:
    """One document that names two bodies in other words means two."""
    return one_document(left, right) if _other_words(left, right) else None


def _other_words(left: Profile, right: Profile) -> bool:
    return best_reading(left, right)[0] != 1.0 and not any(r.acronym for p in (left, right) for r in p.readings)


CONTRADICTIONS: dict[EntityType, Sequence[Contradiction]] = {
    "Organization": (
        other_authority,
        one_document_two_bodies,
        other_institution_country,
        part_and_whole,
        other_places,
        whole_in_context,
        other_number,
        other_names,
    ),
    "Person": (other_authority, other_country, other_person, other_institutions),
    "Place": (one_document, other_authority, other_country, other_kind_of_place, other_places, other_number),
    "Project": (one_document, other_authority, other_country, other_number),
    "Event": (one_document, other_time, other_number, other_country, other_whole, other_places, other_company),
    "Agreement": (one_document, other_parties, other_time, other_subject),
}


def forbids(left: Profile, right: Profile) -> Reason | None:
    """The first contradiction between two profiles."""
    for rule in CONTRADICTIONS[left.type]:
        reason = rule(left, right)
        if reason is not None:
            return reason
    return None


class Forbidding:
    """Whether pairs of profiles are forbidden to be one, asked again and again: of bodies, once for all that bear the same names.

    A body that is often in the news stands in hundreds of documents; whether its names go together does not depend on these.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[object, object, bool], tuple[bool, bool]] = {}

    def __call__(self, left: Profile, right: Profile) -> bool:
        """Whether a contradiction holds between two profiles of one type, as :func:`forbids` finds it."""
        if left.type != "Organization":
            return forbids(left, right) is not None
        always, in_one = self.by_names(left, right)
        return always or (in_one and one_document(left, right) is not None)

    def by_names(self, left: Profile, right: Profile) -> tuple[bool, bool]:
        """Whether two bodies, by all of them but the documents they stand in, are never one, and whether they are not where one
        document names both."""
        asked = face_of(left), face_of(right), asks_for_staff(left, right) and _one_staff(left, right)
        known = self._known.get(asked)
        if known is None:
            others = any(rule(left, right) for rule in CONTRADICTIONS[left.type] if rule is not one_document_two_bodies)
            known = self._known[asked] = others, _other_words(left, right)
        return known


def face_of(profile: Profile) -> object:
    """All of a body that the contradictions look at but the documents it stands in, and its staff, which few ask for."""
    return profile.readings, profile.country, profile.guessed, profile.authority, profile.parents


def asks_for_staff(left: Profile, right: Profile) -> bool:
    """Whether two bodies are of two states, as far as is guessed, so that it may matter who holds posts there."""
    return (left.guessed or right.guessed) and (left.country or left.home) != (right.country or right.home)
