"""Two documents that tell one report in two languages: what is left of each and stands in the same place is one thing.

«Янтарный коридор» of the Russian report is "Amber Corridor" of the English one: the same bodies run both, and no other
project is left to be it. Names may be translated in ways that no list knows; here what is told of them decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seriktes.identity.contradictions import forbids
from seriktes.identity.evidence import best_reading, person_likeness
from seriktes.identity.profiles import Outline, Place, Profile, profiles_in
from seriktes.identity.translations import find_translations
from seriktes.model import Annotation, Entity, EntityType

#: What must speak for two, of a name that agrees wholly (1), the same told of both (0.6), kind and place in the text (0.2 each).
_ENOUGH = 1.0
_TOLD, _KIND, _NEAR = 0.6, 0.2, 0.2
#: By how much the best must be better than the next.
_MARGIN = 0.15
#: Of the text's length: as far apart two first mentions may stand.
_APART = 0.1
#: So many things at least two documents must share beforehand: what few names tell may be two events of the same people.
_SHARED = 4
#: Names of people agree at least so far, those of the other types need not.
_PERSON = 0.3
#: Contradictions that hold between names or countries that were read alone; here more is known.
_OVERRULED = frozenset(
    {"other_country", "other_type", "only_of", "only_sits", "proper_names", "unit", "other_names", "other_matters"}
)
_TYPES: tuple[EntityType, ...] = ("Organization", "Person", "Project", "Event", "Agreement")

Pairs = Mapping[EntityType, Sequence[tuple[Place, Place]]]
#: What is told of a thing: the fact's type, its own argument there, and the other side or the date.
Told = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class _Left:
    """An entity that the other document has no match for yet."""

    entity: Entity
    profile: Profile
    told: Told
    where: float


def one_report(annotations: Sequence[Annotation], outlines: Sequence[Outline]) -> Pairs:
    """Pairs of entities that are one because their documents tell one report; the annotations are resolved ones."""
    number = {a.document.id: n for n, a in enumerate(annotations)}
    found: dict[EntityType, list[tuple[Place, Place]]] = defaultdict(list)
    for one, other in find_translations(annotations):
        outlined = [outlines[number[a.document.id]] for a in (one, other)]
        for type_, pair in twins_in((one, other), outlined):
            found[type_].append(pair)
    return {type_: sorted(pairs) for type_, pairs in found.items()}


def twins_in(both: Sequence[Annotation], outlines: Sequence[Outline]) -> Iterator[tuple[EntityType, tuple[Place, Place]]]:
    """The same of two resolved documents that tell one report, with the type of each pair."""
    one, other = ({entity.key for entity in annotation.entities} for annotation in both)
    if len(one & other) >= _SHARED:
        yield from _Twins(both, outlines).pairs()


class _Twins:
    """Two documents, and what each calls the things of both: one mark for what is known to be one."""

    def __init__(self, annotations: Sequence[Annotation], outlines: Sequence[Outline]) -> None:
        self._annotations, self._outlines = annotations, outlines
        self._marks = {(a.document.id, e.id): e.key or "" for a in annotations for e in a.entities}

    def pairs(self) -> Iterator[tuple[EntityType, tuple[Place, Place]]]:
        """What is one, type by type; twice, since agreements tell of projects and projects of bodies."""
        for type_ in (*_TYPES, *_TYPES):
            left, right = self._unmatched(type_)
            for a, b in _matched(left, right):
                places = (self._annotations[0].document.id, a.entity.id), (self._annotations[1].document.id, b.entity.id)
                self._marks[places[1]] = self._marks[places[0]]
                yield type_, places

    def _unmatched(self, type_: EntityType) -> tuple[list[_Left], list[_Left]]:
        marks = [{self._marks[a.document.id, e.id] for e in a.entities} for a in self._annotations]
        shared = marks[0] & marks[1]
        left, right = (
            self._of(annotation, outline, type_, shared)
            for annotation, outline in zip(self._annotations, self._outlines, strict=True)
        )
        return left, right

    def _of(self, annotation: Annotation, outline: Outline, type_: EntityType, shared: set[str]) -> list[_Left]:
        document = annotation.document
        profiles = {p.places[0][1]: p for p in profiles_in((outline,), type_, self._marks)}
        told = self._told(annotation, shared)
        return [
            _Left(e, profiles[e.id], frozenset(told.get(e.id, ())), e.mentions[0].start / max(1, len(document.text)))
            for e in annotation.entities
            if e.type == type_ and self._marks[document.id, e.id] not in shared
        ]

    def _told(self, annotation: Annotation, shared: set[str]) -> dict[str, set[tuple[str, str, str]]]:
        """What is told of each entity that the other document can tell too."""
        found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
        for fact in annotation.facts:
            for mine, entity in fact.arguments.items():
                for argument, other in fact.arguments.items():
                    mark = self._marks[annotation.document.id, other]
                    if argument != mine and mark in shared:
                        found[entity].add((fact.type, mine, mark))
            if fact.type == "dated":
                found[fact.arguments["subject"]].add((fact.type, "subject", fact.values.get("start", "")))
        return found


def _matched(left: Sequence[_Left], right: Sequence[_Left]) -> Iterator[tuple[_Left, _Left]]:
    """Those that fit one another best and nothing else nearly as well."""
    scores = {(i, j): score for i, a in enumerate(left) for j, b in enumerate(right) if (score := _fit(a, b)) >= _ENOUGH}
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        rivals = [other for (k, m), other in scores.items() if (k == i) != (m == j)]
        if max(rivals, default=0.0) <= score - _MARGIN:
            yield left[i], right[j]


def _fit(one: _Left, other: _Left) -> float:
    """How surely two are one; 0 where something speaks against it."""
    a, b = one.profile, other.profile
    if (a.authority and b.authority) or speaks_against(a, b):
        return 0.0
    like = _likeness(a, b)
    if a.type == "Person" and like < _PERSON:
        return 0.0
    fewest = min(len(one.told), len(other.told))
    told = len(one.told & other.told) / fewest if fewest else 0.0
    near = abs(one.where - other.where) <= _APART
    return round(like + _TOLD * told + _KIND * (a.kind == b.kind) + _NEAR * near, 3)


def speaks_against(one: Profile, other: Profile) -> bool:
    """Whether two contradict each other in more than how names and countries are read where nothing else is known."""
    reason = forbids(one, other)
    return reason is not None and reason.key not in _OVERRULED


def _likeness(one: Profile, other: Profile) -> float:
    if one.type != "Person":
        return best_reading(one, other)[0]
    return max((person_likeness(a, b) for a in one.persons for b in other.persons), default=0.0)
