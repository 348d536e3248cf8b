"""Who is who over documents, languages and scripts: the annotations come back with the key of every entity set.

Types are resolved in the order in which they explain one another: places and organisations say which person is meant,
all of them which event, events and parties which agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from seriktes.authority.records import Record, load_authority
from seriktes.identity.blocks import candidate_pairs
from seriktes.identity.cluster import Apart, Edge, Forbids, cluster, united, without_rivals
from seriktes.identity.contradictions import Forbidding
from seriktes.identity.evidence import ENOUGH, reaching
from seriktes.identity.faces import Faces
from seriktes.identity.judgements import Judgement
from seriktes.identity.keyed import Keyed
from seriktes.identity.keys import claim_of, unique_keys
from seriktes.identity.listed import record_profile, records_like, with_names_of
from seriktes.identity.profiles import Outline, Place, Profile, merged, outline_of, profiles_in
from seriktes.identity.twins import Pairs, one_report, speaks_against
from seriktes.model import Annotation, EntityType

ORDER: tuple[EntityType, ...] = ("Place", "Organization", "Person", "Project", "Event", "Agreement")
#: More than any comparison can give.
_BEYOND_DOUBT = 99.0


def resolve(
    annotations: Iterable[Annotation],
    judgements: Sequence[Judgement] = (),
    lists: bool = True,
    outlines: Sequence[Outline] | None = None,
) -> tuple[Annotation, ...]:
    """The annotations with the key of every entity set; ``lists``: unlisted spellings may find authority records.

    ``outlines`` are those of the annotations, where they are known.
    """
    return tuple(resolve_one_by_one(tuple(annotations), judgements, lists, outlines))


def resolve_one_by_one(
    annotations: Sequence[Annotation],
    judgements: Sequence[Judgement] = (),
    lists: bool = True,
    outlines: Sequence[Outline] | None = None,
) -> Keyed:
    """The same of annotations that need not all be held: they are gone through some times."""
    drawn = [outline_of(a) for a in annotations] if outlines is None else outlines
    names = [a.document.id for a in annotations]
    documents = [drawn[n] for n in sorted(range(len(names)), key=names.__getitem__)]

    def resolved(twins: Pairs) -> Keyed:
        keys: dict[Place, str] = {}
        for type_ in ORDER:
            keys |= _resolve_type(documents, type_, keys, judgements, lists, twins.get(type_, ()))
        return Keyed(annotations, keys)

    first = resolved({})
    twins = one_report(first, drawn)
    return resolved(twins) if twins else first


@dataclass(frozen=True, slots=True)
class Resolution:
    """The clusters of one type, as numbers of its profiles."""

    profiles: Sequence[Profile]
    clusters: Sequence[Sequence[int]]


def _resolve_type(
    documents: Sequence[Outline],
    type_: EntityType,
    keys: Mapping[Place, str],
    judgements: Sequence[Judgement],
    lists: bool,
    twins: Sequence[tuple[Place, Place]] = (),
) -> dict[Place, str]:
    found = list(profiles_in(documents, type_, keys))
    if type_ == "Event":  # sessions need the keys of their forums first
        joined = {place for j in judgements if j.verdict == "same" for side in j.sides for place in side}
        wholes = [p for p in found if p.kind != "session" or joined.intersection(p.places)]
        first = _keyed(resolution_of(wholes, judgements, lists, twins), keys)
        rest = [p for p in profiles_in(documents, type_, {**keys, **first}) if p.places[0] not in first]
        return first | _keyed(resolution_of(rest, judgements, lists, twins), {**keys, **first})
    return _keyed(resolution_of(found, judgements, lists, twins), keys)


def _keyed(resolution: Resolution, keys: Mapping[Place, str]) -> dict[Place, str]:
    groups = [[resolution.profiles[i] for i in numbers] for numbers in resolution.clusters]
    groups = [group for group in groups if any(place[0] for p in group for place in p.places)]
    claims = [claim_of(group, {place: place[1] for p in group for place in p.places}) for group in groups]
    names = unique_keys(claims, keys.values())
    return {place: key for key, group in zip(names, groups, strict=True) for p in group for place in p.places if place[0]}


def resolution_of(
    found: Sequence[Profile],
    judgements: Sequence[Judgement] = (),
    lists: bool = True,
    twins: Sequence[tuple[Place, Place]] = (),
) -> Resolution:
    """The clusters of profiles of one type; ``twins`` are pairs that stand in documents of one report in the same place."""
    signed = _collapsed(found, judgements)
    profiles = [profile for profile, _ in signed]
    known = {p.authority for p in profiles}
    wanted = _judged_records(found, judgements)
    if lists and found and found[0].type == "Organization" and any(p.authority is None for p in found):
        wanted += [r for r in records_like(profiles, found[0].type) if r not in wanted]
    listed = {r.key: record_profile(r) for r in sorted(wanted, key=lambda r: r.key)}
    profiles = [with_names_of(listed[p.authority], p) if p.authority in listed else p for p in profiles]
    profiles += [profile for key, profile in listed.items() if key not in known]
    number: dict[Place, set[int]] = defaultdict(set)
    for i, profile in enumerate(profiles):
        for place in (*profile.places, *((("", profile.authority),) if profile.authority else ())):
            number[place].add(i)
    decided = _decided(judgements, number)
    cache: dict[tuple[int, int], bool] = {}
    contradicted = Forbidding()

    def forbidden(a: int, b: int) -> bool:
        pair = (min(a, b), max(a, b))
        if pair not in cache:
            beyond_doubt = max(pair) < len(signed) and signed[a][1] == signed[b][1]
            cache[pair] = ("different", *pair) in decided or (
                not beyond_doubt and contradicted(profiles[pair[0]], profiles[pair[1]])
            )
        return cache[pair]

    edges = [Edge(_BEYOND_DOUBT, a, b) for a, b in _torn(signed) if not forbidden(a, b)]
    for a, b in candidate_pairs(profiles):
        if profiles[a].authority and profiles[b].authority:
            continue
        found_alike = reaching(profiles[a], profiles[b], ENOUGH)
        if found_alike is not None and not forbidden(a, b):
            edges.append(Edge(found_alike[0], a, b))
    joined = [(a, b) for verdict, a, b in decided if verdict == "same"]
    apart = Faces(profiles, contradicted) if found and found[0].type == "Organization" and not judgements else forbidden
    clusters = clustered(profiles, edges, forbidden, apart, joined)

    def in_earnest(a: int, b: int) -> bool:
        return ("different", min(a, b), max(a, b)) in decided or speaks_against(profiles[a], profiles[b])

    return Resolution(profiles, united(clusters, sorted(_numbered(twins, number)), in_earnest) if twins else clusters)


def clustered(
    profiles: Sequence[Profile],
    edges: Sequence[Edge],
    forbidden: Forbids,
    apart: Forbids | Apart,
    joined: Iterable[tuple[int, int]] = (),
) -> list[list[int]]:
    """The clusters of profiles, as their numbers, by what was found of pairs of them."""
    listed_ones = frozenset(i for i, profile in enumerate(profiles) if profile.authority)
    kept = without_rivals(_to_the_whole(edges, profiles), forbidden, named=listed_ones)
    return cluster(len(profiles), kept, apart, joined)


def _numbered(twins: Sequence[tuple[Place, Place]], number: Mapping[Place, set[int]]) -> Iterator[tuple[int, int]]:
    for one, other in twins:
        yield from ((min(a, b), max(a, b)) for a in number.get(one, ()) for b in number.get(other, ()) if a != b)


def _to_the_whole(edges: Sequence[Edge], profiles: Sequence[Profile]) -> list[Edge]:
    """The edges without those to a listed part of a listed body that fits as well: the embassy, not its office in another town."""
    best: dict[int, dict[str, float]] = defaultdict(dict)
    for edge in edges:
        for one, other in ((edge.left, edge.right), (edge.right, edge.left)):
            if (key := profiles[other].authority) and profiles[one].authority is None:
                best[one][key] = max(edge.score, best[one].get(key, 0.0))

    def of_a_part(one: int, other: int, score: float) -> bool:
        record = load_authority().get(profiles[other].authority)
        return record is not None and bool(record.parent) and best[one].get(record.parent or "", 0.0) >= score

    return [e for e in edges if not (of_a_part(e.left, e.right, e.score) or of_a_part(e.right, e.left, e.score))]


def _judged_records(found: Sequence[Profile], judgements: Sequence[Judgement]) -> list[Record]:
    """The listed records, of the type of the profiles, that a person names and that may stand in no document yet."""
    named = {key for j in judgements for side in j.sides for document, key in side if not document}
    records = (load_authority().get(key) for key in sorted(named))
    return [r for r in records if r is not None and found and r.type == found[0].type]


def _decided(judgements: Sequence[Judgement], number: Mapping[Place, set[int]]) -> set[tuple[str, int, int]]:
    """Judgements about entities and listed records that stand here, as numbers of profiles."""
    found: set[tuple[str, int, int]] = set()
    for judgement in judgements:
        left, right = ({i for place in side for i in number.get(place, ())} for side in judgement.sides)
        found |= {(judgement.verdict, min(a, b), max(a, b)) for a in left for b in right if a != b}
    return found


def _collapsed(found: Sequence[Profile], judgements: Sequence[Judgement]) -> list[tuple[Profile, object]]:
    """Entities that are one beyond doubt joined before anything is compared, each with what makes them one.

    Those that a person judged are joined here only with others of the same sides of judgements.
    """
    sides: dict[Place, set[int]] = defaultdict(set)
    for number, side in enumerate(side for j in judgements for side in j.sides):
        for place in side:
            sides[place].add(number)
    groups: dict[tuple[object, frozenset[int]], list[Profile]] = defaultdict(list)
    for profile in found:
        groups[signature_of(profile), frozenset(sides[profile.places[0]])].append(profile)
    joined = [(merged(group), signature) for (signature, _), group in groups.items()]
    return sorted(joined, key=lambda pair: pair[0].places)


def _torn(signed: Sequence[tuple[Profile, object]]) -> Iterator[tuple[int, int]]:
    """Pairs that are one beyond doubt and were kept apart only because a person judged something about one of them."""
    groups: dict[object, list[int]] = defaultdict(list)
    for number, (_, signature) in enumerate(signed):
        groups[signature].append(number)
    for numbers in groups.values():
        yield from combinations(numbers, 2)


def signature_of(profile: Profile) -> object:
    """What makes two entities one without a comparison: their record, or all of a telling name and country."""
    if profile.authority:
        return "authority", profile.authority
    if profile.type == "Person" and profile.persons and not profile.persons[0].initials_only and profile.persons[0].given:
        return "person", profile.persons, profile.country
    if profile.type in ("Organization", "Project") and profile.readings and all(r.says >= 2.4 for r in profile.readings):
        return "name", profile.readings, profile.country, profile.kind
    return profile.places[0]
