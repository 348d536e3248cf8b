"""Who is who over documents, languages and scripts: the annotations come back with the key of every entity set.

Types are resolved in the order in which they explain one another: places and organisations say which person is meant,
all of them which event, events and parties which agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from seriktes.identity.blocks import candidate_pairs
from seriktes.identity.cluster import Edge, cluster, without_rivals
from seriktes.identity.contradictions import forbids
from seriktes.identity.evidence import ENOUGH, compare
from seriktes.identity.judgements import Judgement
from seriktes.identity.keys import base_key, unique_keys
from seriktes.identity.listed import records_like
from seriktes.identity.profiles import Place, Profile, merged, profiles_of, record_profile
from seriktes.model import Annotation, EntityType

ORDER: tuple[EntityType, ...] = ("Place", "Organization", "Person", "Project", "Event", "Agreement")


def resolve(
    annotations: Iterable[Annotation], judgements: Sequence[Judgement] = (), lists: bool = True
) -> tuple[Annotation, ...]:
    """The annotations with the key of every entity set; ``lists``: unlisted spellings may find authority records."""
    given = tuple(annotations)
    documents = sorted(given, key=lambda a: a.document.id)
    keys: dict[Place, str] = {}
    for type_ in ORDER:
        keys |= _resolve_type(documents, type_, keys, judgements, lists)
    return tuple(replace(a, entities=tuple(replace(e, key=keys[a.document.id, e.id]) for e in a.entities)) for a in given)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The clusters of one type, as numbers of its profiles."""

    profiles: Sequence[Profile]
    clusters: Sequence[Sequence[int]]


def _resolve_type(
    documents: Sequence[Annotation],
    type_: EntityType,
    keys: Mapping[Place, str],
    judgements: Sequence[Judgement],
    lists: bool,
) -> dict[Place, str]:
    found = list(profiles_of(documents, type_, keys))
    if type_ == "Event":  # sessions need the keys of their forums first
        wholes = [p for p in found if p.kind != "session"]
        first = _keyed(resolution_of(wholes, judgements, lists), keys)
        rest = [p for p in profiles_of(documents, type_, {**keys, **first}) if p.places[0] not in first]
        return first | _keyed(resolution_of(rest, judgements, lists), {**keys, **first})
    return _keyed(resolution_of(found, judgements, lists), keys)


def _keyed(resolution: Resolution, keys: Mapping[Place, str]) -> dict[Place, str]:
    groups = [[resolution.profiles[i] for i in numbers] for numbers in resolution.clusters]
    groups = [group for group in groups if any(place[0] for p in group for place in p.places)]
    bases = [base_key(group, {place: place[1] for p in group for place in p.places}) for group in groups]
    names = unique_keys(groups, bases, dict.fromkeys(keys.values(), ""))
    return {place: key for key, group in zip(names, groups, strict=True) for p in group for place in p.places if place[0]}


def resolution_of(found: Sequence[Profile], judgements: Sequence[Judgement] = (), lists: bool = True) -> Resolution:
    """The clusters of profiles of one type."""
    profiles = _collapsed(found, judgements)
    if lists and found and found[0].type == "Organization" and any(p.authority is None for p in found):
        known = {p.authority for p in profiles}
        profiles += [record_profile(r) for r in records_like(profiles, found[0].type) if r.key not in known]
    number = {place: i for i, p in enumerate(profiles) for place in p.places}
    records = {p.authority: i for i, p in enumerate(profiles) if p.authority}
    decided = _decided(judgements, number, records)
    cache: dict[tuple[int, int], bool] = {}

    def forbidden(a: int, b: int) -> bool:
        pair = (min(a, b), max(a, b))
        if pair not in cache:
            cache[pair] = ("different", *pair) in decided or forbids(profiles[pair[0]], profiles[pair[1]]) is not None
        return cache[pair]

    edges = []
    for a, b in candidate_pairs(profiles):
        if profiles[a].authority and profiles[b].authority:
            continue
        score, _ = compare(profiles[a], profiles[b])
        if score >= ENOUGH and not forbidden(a, b):
            edges.append(Edge(score, a, b))
    joined = [(a, b) for verdict, a, b in decided if verdict == "same"]
    return Resolution(profiles, cluster(len(profiles), without_rivals(edges, forbidden), forbidden, joined))


def _decided(
    judgements: Sequence[Judgement], number: Mapping[Place, int], records: Mapping[str, int]
) -> set[tuple[str, int, int]]:
    """Judgements about entities and listed records that stand here, as numbers of profiles."""
    found: set[tuple[str, int, int]] = set()
    for judgement in judgements:
        sides = [records.get(side) if isinstance(side, str) else number.get(side) for side in (judgement.left, judgement.right)]
        if sides[0] is not None and sides[1] is not None and sides[0] != sides[1]:
            found.add((judgement.verdict, min(sides[0], sides[1]), max(sides[0], sides[1])))
    return found


def _collapsed(found: Sequence[Profile], judgements: Sequence[Judgement]) -> list[Profile]:
    """Entities that are one beyond doubt joined before anything is compared; those that a person judged stay apart."""
    judged = {side for j in judgements for side in (j.left, j.right)}
    groups: dict[object, list[Profile]] = defaultdict(list)
    for profile in found:
        groups[profile.places[0] if profile.places[0] in judged else _signature(profile)].append(profile)
    return sorted((merged(group) for group in groups.values()), key=lambda p: p.places)


def _signature(profile: Profile) -> object:
    """What makes two entities one without a comparison: their record, or all of a telling name and country."""
    if profile.authority:
        return "authority", profile.authority
    if profile.type == "Person" and profile.persons and not profile.persons[0].initials_only and profile.persons[0].given:
        return "person", profile.persons, profile.country
    if profile.type in ("Organization", "Project") and profile.readings and all(r.says >= 2.4 for r in profile.readings):
        return "name", profile.readings, profile.country, profile.kind
    return profile.places[0]
