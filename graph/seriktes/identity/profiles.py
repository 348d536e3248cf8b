"""What is known of an entity when it is compared: its names read, and what its document says around it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from seriktes.authority.records import load_authority
from seriktes.identity.lexicon import country_of_place, is_country
from seriktes.identity.names import PersonName, person_name
from seriktes.identity.translate import Reading, read_name
from seriktes.identity.unsaid import Unsaid
from seriktes.model import ENTITY_TYPES, Annotation, Entity, EntityType, Language
from seriktes.text import kazakh
from seriktes.text.russian_names import person_nominative

#: Where an entity stands: (document id, entity id); ("", key) for a record of the authority lists.
Place = tuple[str, str]
Keys = Mapping[Place, str]
Dates = tuple[str, str]

#: Facts whose other side says who somebody is, with the argument of that other side.
_CONTEXT = frozenset(
    {
        ("post", "organization"),
        ("represents", "place"),
        ("located", "place"),
        ("part_of", "whole"),
        ("implements", "agent"),
        ("concluded_at", "event"),
        ("participation", "agent"),
        ("covers", "agreement"),
    }
)
_NO_FACTS: Mapping[tuple[str, str], set[str]] = {}
_NONE: frozenset[str] = frozenset()
_NOBODY: frozenset[PersonName] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """An entity ready to be compared. ``names`` are (name, language); ``context`` are keys of what stands around it.

    Each is itself alone, however alike another: comparisons of two are remembered by it.
    """

    places: tuple[Place, ...]
    type: EntityType
    names: tuple[tuple[str, Language], ...]
    readings: tuple[Reading, ...]
    persons: tuple[PersonName, ...] = ()
    kind: str | None = None
    country: str | None = None
    authority: str | None = None
    published: str = ""
    context: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    dates: Dates | None = None
    parents: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    event: str | None = None
    #: A person of no told office or one at such a body, or an unlisted body or project whose name names no state: its country
    #: is only what the report around suggests (docs/decisions/0007).
    guessed: bool = False
    #: The key of the place where it is by what its document tells, and its name does not.
    seat: str | None = None
    #: Who holds a post at an unlisted body.
    staff: frozenset[PersonName] = frozenset()

    @property
    def home(self) -> str | None:
        """The country it belongs to: the stated one, or the one state that its name names."""
        if self.country and self.country != "INT":
            return self.country
        named = {country_of_place(p) for r in self.readings for p in r.places - r.seats if is_country(p)}
        return next(iter(named)) if len(named) == 1 and not self.country else None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity of a document before the keys of others are known: its profile without what they tell, and the ids of the
    entities whose keys tell it."""

    profile: Profile
    context: tuple[str, ...]
    parents: tuple[str, ...]
    parties: tuple[str, ...]
    events: tuple[str, ...]

    def filled(self, keys: Keys) -> Profile:
        """The profile with what the keys of others tell, as far as they are resolved yet."""
        bare, document = self.profile, self.profile.places[0][0]
        context, parents, parties, events = (
            frozenset([key for other in ids if (key := keys.get((document, other)))]) if ids else _NONE
            for ids in (self.context, self.parents, self.parties, self.events)
        )
        if not (context or parents or parties or events):
            return bare
        return Profile(
            bare.places,
            bare.type,
            bare.names,
            bare.readings,
            bare.persons,
            bare.kind,
            bare.country,
            bare.authority,
            bare.published,
            context,
            bare.titles,
            bare.dates,
            parents,
            parties,
            min(events, default=None),
            bare.guessed,
            bare.seat,
            bare.staff,
        )


#: What is asked of a document again and again while its entities are resolved: its entities by type.
Outline = Mapping[EntityType, Sequence[Entry]]


def outline_of(annotation: Annotation, types: Collection[EntityType] = ENTITY_TYPES) -> Outline:
    """What a document says of its entities of some types."""
    around = _Around(annotation)
    found: dict[EntityType, list[Entry]] = {}
    for entity in annotation.entities:
        if entity.type in types:
            found.setdefault(entity.type, []).append(around.entry(entity))
    return found


def profiles_in(outlines: Iterable[Outline], type_: EntityType, keys: Keys) -> Iterator[Profile]:
    """A profile for each entity of a type; ``keys`` are those of the types resolved before."""
    return (entry.filled(keys) for outline in outlines for entry in outline.get(type_, ()))


def profiles_of(annotations: Iterable[Annotation], type_: EntityType, keys: Keys) -> Iterator[Profile]:
    """The same of annotations."""
    return profiles_in((outline_of(annotation, (type_,)) for annotation in annotations), type_, keys)


_POST, _SPEAKS_FOR = ("post", "organization"), ("represents", "place")


class _Around:
    """The facts of one document by the entity they are about."""

    def __init__(self, annotation: Annotation) -> None:
        self._document = annotation.document
        self._unsaid = Unsaid(annotation)
        self._entities = {entity.id: entity for entity in annotation.entities}
        self._facts: dict[str, dict[tuple[str, str], set[str]]] = {}
        self._titles: dict[str, set[str]] = {}
        self._dates: dict[str, Dates] = {}
        for fact in annotation.facts:
            if fact.type == "dated":
                start = fact.values.get("start") or fact.values.get("end", "")
                if start:
                    self._dates.setdefault(fact.arguments["subject"], (start, fact.values.get("end") or start))
                continue
            for mine, entity in fact.arguments.items():
                for argument, other in fact.arguments.items():
                    if argument != mine:
                        self._facts.setdefault(entity, {}).setdefault((fact.type, argument), set()).add(other)
            if fact.type in ("post", "represents") and fact.values.get("title"):
                self._titles.setdefault(fact.arguments["person"], set()).add(fact.values["title"])

    def entry(self, entity: Entity) -> Entry:
        """What the document says of an entity."""
        document = self._document
        names = tuple(dict.fromkeys(names_of(entity, document.language)))
        titles = self._titles.get(entity.id, ())
        wholes, events = self._ids(entity, "part_of", "whole"), self._ids(entity, "concluded_at", "event")
        dates = self._dates.get(entity.id) or next((self._dates[i] for i in wholes if i in self._dates), None)
        if dates is None and entity.type == "Agreement":
            dates = next((self._dates[i] for i in events if i in self._dates), None)
        persons = entity.type == "Person"
        readings, seat = ((), None) if persons else self._unsaid.readings(entity, names)
        bare = Profile(
            ((document.id, entity.id),),
            entity.type,
            names,
            readings,
            tuple(dict.fromkeys(person_name(name) for name, _ in names)) if persons else (),
            entity.kind,
            entity.country,
            entity.authority or (self._place(entity, names) if entity.type == "Place" else None),
            document.published or "",
            titles=frozenset(c for title in titles for c in read_name(title, document.language).bag),
            dates=dates,
            guessed=not self._holds_sure_office(entity) if persons else _is_guessed(entity, readings),
            seat=seat,
            staff=_NOBODY if persons or entity.authority else self._staff(entity),
        )
        return Entry(bare, self._context(entity), wholes, self._ids(entity, "party", "agent"), events)

    def _holds_sure_office(self, entity: Entity) -> bool:
        """Whether the text says which state a person speaks for, or which body whose country is no guess."""
        if self._ids(entity, *_SPEAKS_FOR):
            return True
        bodies = (self._entities[body] for body in self._ids(entity, *_POST))
        return any(not _is_guessed(body, self._readings(body)) for body in bodies)

    def _readings(self, entity: Entity) -> list[Reading]:
        return [read_name(name, language) for name, language in names_of(entity, self._document.language)]

    def _staff(self, entity: Entity) -> frozenset[PersonName]:
        """The full names of those who hold posts at a body."""
        people = (person_name(self._entities[person].name) for person in self._ids(entity, "post", "person"))
        return frozenset(name for name in people if not name.initials_only)

    @staticmethod
    def _place(entity: Entity, names: Iterable[tuple[str, Language]]) -> str | None:
        """The listed place that a name names and nothing else, if its kind and country agree."""
        for name, language in names:
            words = read_name(name, language).words
            record = load_authority().get(words[0].concept) if len(words) == 1 and words[0].sort == "place" else None
            if record is not None and entity.kind in (record.kind, None) and entity.country in (record.country, None):
                return record.key
        return None

    def _ids(self, entity: Entity, fact: str, argument: str) -> tuple[str, ...]:
        found = self._facts.get(entity.id, _NO_FACTS).get((fact, argument))
        return tuple(sorted(found)) if found else ()

    def _context(self, entity: Entity) -> tuple[str, ...]:
        context: set[str] = set()
        for said, others in self._facts.get(entity.id, _NO_FACTS).items():
            if said in _CONTEXT:
                context |= others
        if entity.type == "Place":  # a venue is known by the town of what happens in it
            for subject in self._ids(entity, "located", "subject"):
                places = self._facts.get(subject, _NO_FACTS).get(("located", "place"), ())
                context.update(town for town in places if town != entity.id)
        return tuple(sorted(context))


def _is_guessed(entity: Entity, readings: Sequence[Reading]) -> bool:
    """Whether neither a list nor the name itself says which country an organisation or project is of."""
    if entity.authority or entity.type not in ("Organization", "Project") or entity.country == "INT":
        return False
    return entity.country not in {country_of_place(place) for reading in readings for place in reading.places}


def names_of(entity: Entity, language: Language) -> Iterator[tuple[str, Language]]:
    """The names to compare it by: as cited, without a case ending left on it, in English."""
    yield entity.name, language
    if entity.type == "Person":
        yield from ((name, language) for name in _without_case(entity.name, language))
    if entity.name_en and entity.name_en != entity.name:
        yield entity.name_en, "en"


def _without_case(name: str, language: Language) -> Iterator[str]:
    """A Russian or Kazakh name that still wears a case ending, in the nominative too."""
    words = name.split()
    if language == "ru" and len(words) > 1 and words[-1].lower().endswith(("ой", "ым", "ову", "еву", "ою", "ого", "ому")):
        turned = " ".join(person_nominative(words))
    elif language == "kk" and len(words) > 1 and "-" not in words[-1]:
        base = kazakh.nominative(words[-1])
        turned = " ".join([*words[:-1], base]) if base.lower().endswith(("ов", "ев", "ова", "ева", "ин", "ина")) else name
    else:
        return
    if turned != name:
        yield turned


def merged(profiles: Iterable[Profile]) -> Profile:
    """One profile for entities that are the same beyond doubt: all names, all context."""
    ordered = sorted(profiles, key=lambda p: p.places)
    first = ordered[0]
    if len(ordered) == 1:
        return first
    return replace(
        first,
        places=tuple(place for p in ordered for place in p.places),
        names=tuple(dict.fromkeys(name for p in ordered for name in p.names)),
        readings=tuple(dict.fromkeys(r for p in ordered for r in p.readings)),
        persons=tuple(dict.fromkeys(n for p in ordered for n in p.persons)),
        context=frozenset().union(*(p.context for p in ordered)),
        titles=frozenset().union(*(p.titles for p in ordered)),
        staff=frozenset().union(*(p.staff for p in ordered)),
        published=min((p.published for p in ordered if p.published), default=""),
        country=next((p.country for p in sorted(ordered, key=lambda p: p.guessed) if p.country), None),
        guessed=all(p.guessed for p in ordered),
        kind=next((p.kind for p in ordered if p.kind), None),
    )
