"""What a name leaves unsaid and its document tells: the state where an embassy is, the region of an office, the owner of a department.

«Посольство Узбекистана» of a report from London and of one from Riga are two; «Департамент Европы» is that of the ministry it is
a part of. What is found is read as if it stood in the name, so that everything that compares names knows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property

from seriktes.authority.records import load_authority
from seriktes.identity.data import word_data
from seriktes.identity.lexicon import country_key, country_of_place, is_country
from seriktes.identity.translate import Reading, read_name
from seriktes.model import Annotation, Entity, Language

Names = Iterable[tuple[str, Language]]
#: The share of the names of places that must be of one state, or of one region of it, for a body to be thought there.
_MOST = 0.5
_LEAST = 2


@cache
def _concepts(which: str) -> frozenset[str]:
    return frozenset(word_data("types")["heads"][which].split())


class Unsaid:
    """What one document knows of bodies beyond their names."""

    def __init__(self, annotation: Annotation) -> None:
        self._annotation = annotation

    def readings(self, entity: Entity, names: Names) -> tuple[tuple[Reading, ...], str | None]:
        """The names of an entity read, with what goes unsaid in them; and that place, by its key, where one was added."""
        names = tuple(names)
        plain = tuple(dict.fromkeys(read_name(name, language) for name, language in names))
        if entity.type != "Organization" or entity.authority or not plain:
            return plain, None
        owner = self._owner(entity, plain)
        if owner is not None:
            owned = (_with_owner(owner, name, language) for name, language in names)
            return tuple(dict.fromkeys(read_name(name, language) for name, language in owned)), None
        place = self._place(entity, plain)
        if place is None:
            return plain, None
        return tuple(dict.fromkeys(read_name(name, language, place) for name, language in names)), place

    def _place(self, entity: Entity, readings: Sequence[Reading]) -> str | None:
        if all(_stands_abroad(reading) for reading in readings):
            senders = {country_of_place(place) for reading in readings for place in reading.places}
            return country_key(self._state(entity, senders - {None})) if len(senders) <= 1 else None
        if all(_is_local(reading) for reading in readings):
            return self._region(entity)
        return None

    def _state(self, entity: Entity, senders: set[str | None]) -> str:
        """The state where a mission is: where it is said to be, to which its ambassador is sent, where what the report tells
        of happened, of which it speaks most."""
        ways = (self._located.get(entity.id), self._accredited.get(entity.id), self._scenes, self._states)
        for told in ways:
            abroad = Counter({state: n for state, n in (told or {}).items() if state not in senders})
            state = _most(abroad, _LEAST if told is self._states else 1)
            if state:
                return state
        return ""

    def _region(self, entity: Entity) -> str | None:
        country = entity.country
        if country in (None, "INT"):
            return None
        return _most(Counter({region: n for region, n in self._regions.items() if country_of_place(region) == country}), _LEAST)

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self._annotation.entities}

    @cached_property
    def _scenes(self) -> Counter[str]:
        """How many events happened in each state."""
        events = {entity.id for entity in self._annotation.entities if entity.type == "Event"}
        return sum((states for subject, states in self._located.items() if subject in events), Counter[str]())

    @cached_property
    def _states(self) -> Counter[str]:
        """How often places and bodies of each state are named; missions are of one state in another."""
        counts: Counter[str] = Counter()
        for entity in self._annotation.entities:
            known = entity.type in ("Place", "Organization") and entity.kind != "diplomatic_mission"
            if known and entity.country and entity.country != "INT":
                counts[entity.country] += len(entity.mentions)
        return counts

    @cached_property
    def _regions(self) -> Counter[str]:
        """How often towns and regions of each region are named."""
        counts: Counter[str] = Counter()
        for entity in self._annotation.entities:
            region = _region_of(entity.authority) if entity.type == "Place" else None
            if region:
                counts[region] += len(entity.mentions)
        return counts

    def _told(self, fact_type: str, mine: str, states: Callable[[str, str], Iterable[str | None]]) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for fact in self._annotation.facts:
            if fact.type == fact_type and mine in fact.arguments:
                other = fact.arguments.get("place", "")
                told = states(other, fact.values.get("title", ""))
                found.setdefault(fact.arguments[mine], Counter()).update(state for state in told if state)
        return found

    @cached_property
    def _located(self) -> dict[str, Counter[str]]:
        return self._told(
            "located", "subject", lambda place, _: [self._entities[place].country] if place in self._entities else []
        )

    @cached_property
    def _accredited(self) -> dict[str, Counter[str]]:
        """ "Ambassador of the United Kingdom to Kazakhstan": the state that the title of whoever is posted there names."""
        language = self._annotation.document.language
        return self._told(
            "post",
            "organization",
            lambda _, title: {country_of_place(p) for p in read_name(title, language).places} if title else (),
        )

    @cached_property
    def _wholes(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for fact in self._annotation.facts:
            if fact.type == "part_of" and self._entities[fact.arguments["whole"]].type == "Organization":
                found.setdefault(fact.arguments["part"], set()).add(fact.arguments["whole"])
        return found

    def _owner(self, entity: Entity, readings: Sequence[Reading]) -> tuple[str, Language] | None:
        """The body that a department is a part of, where its own name tells none."""
        if not all(_is_unit(reading) for reading in readings):
            return None
        wholes = self._wholes.get(entity.id, set())
        if len(wholes) != 1:
            return None
        owner = self._entities[next(iter(wholes))]
        record = load_authority().get(owner.authority)
        language = self._annotation.document.language
        return (record.name(language) if record is not None else None) or owner.name, language


def _stands_abroad(reading: Reading) -> bool:
    """An embassy, or the office of a body of many states, whose name does not say where it is."""
    if reading.seats or len(reading.places) > 1:
        return False
    rest = {word.concept for word in reading.words if word.sort in ("field", "name", "eponym", "whole", "unit")}
    if any(word.concept in ("embassy", "consulate") for word in reading.words):
        return not rest
    return reading.office and not reading.places and rest == _UNION


#: The European Union, whose delegations stand in every state.
_UNION = frozenset(("europe", "union"))


def _is_local(reading: Reading) -> bool:
    """A body like those of every town or region, by its words: «Жастар ресурстық орталығы», «Дом дружбы»."""
    if reading.places or reading.acronym or any(word.sort in ("name", "eponym") for word in reading.words):
        return False
    concepts = {word.concept for word in reading.words}
    return reading.head in _concepts("local") and not concepts & _concepts("nationwide")


def _is_unit(reading: Reading) -> bool:
    """A department whose name tells no body that it is of."""
    if reading.head not in _concepts("units") or any(word.sort in ("name", "eponym") for word in reading.words):
        return False
    return not any(word.sort == "whole" for word in reading.words)


def _with_owner(owner: tuple[str, Language], name: str, language: Language) -> tuple[str, Language]:
    if language == "kk":
        return f"{owner[0]} {name}", language
    return (f"{name} of the {owner[0]}" if language == "en" else f"{name} {owner[0]}"), language


def _region_of(key: str | None) -> str | None:
    """The region that a listed town or region is, or is in; a city under no region is its own."""
    authority, seen = load_authority(), set[str]()
    record = authority.get(key)
    while record is not None and record.key not in seen:
        seen.add(record.key)
        if record.kind == "region":
            return record.key
        parent = authority.get(record.parent)
        if record.kind == "settlement" and parent is not None and is_country(parent.key):
            return None if record.key in _concepts("capitals") else record.key
        record = parent
    return None


def _most(counts: Counter[str], least: int) -> str | None:
    """What more than half of what is named is of; None where nothing is, or too little is told."""
    if not counts:
        return None
    best, number = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return best if number >= least and number > _MOST * counts.total() else None
