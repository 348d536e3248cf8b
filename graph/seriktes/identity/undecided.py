"""Things apart that may be one: told in the graph, so that a person can decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from seriktes.identity.aliases import keys_of
from seriktes.identity.blocks import candidate_pairs
from seriktes.identity.contradictions import forbids, other_institution_country
from seriktes.identity.evidence import ENOUGH, compare
from seriktes.identity.profiles import Profile, merged, profiles_of
from seriktes.model import Annotation, EntityType

_TYPES: tuple[EntityType, ...] = ("Organization", "Person", "Project")
#: How far below the threshold a pair is still open.
_NEAR = 0.2


def undecided(annotations: Sequence[Annotation], decided: Collection[frozenset[str]] = ()) -> list[tuple[EntityType, str, str]]:
    """Type and two keys of each pair that may be one thing, in order; without the pairs that a person ``decided``.

    A pair is open when it agrees nearly enough and nothing forbids it, or when a document names a body and its office in a
    country: such a text often means one by the name of the other.
    """
    found: set[tuple[EntityType, str, str]] = set()
    for type_ in _TYPES:
        for pair in _open_pairs(annotations, type_):
            if frozenset(pair) not in decided:
                found.add((type_, min(pair), max(pair)))
    return sorted(found)


def _open_pairs(annotations: Sequence[Annotation], type_: EntityType) -> Iterator[tuple[str, str]]:
    keyed = list(_by_key(annotations, type_))
    for a, b in candidate_pairs([profile for _, profile in keyed]):
        (key, left), (other, right) = keyed[a], keyed[b]
        if key != other and _is_open(left, right):
            yield key, other


def _by_key(annotations: Sequence[Annotation], type_: EntityType) -> Iterator[tuple[str, Profile]]:
    """The profiles with the key of their thing; those of one thing with the same names are one."""
    keys = keys_of(annotations)
    grouped: dict[tuple[str, object], list[Profile]] = defaultdict(list)
    for profile in profiles_of(annotations, type_, keys):
        grouped[keys[profile.places[0]], profile.names].append(profile)
    for key, names in sorted(grouped, key=lambda found: grouped[found][0].places):
        yield key, merged(grouped[key, names])


def _is_open(left: Profile, right: Profile) -> bool:
    score, _ = compare(left, right)
    if score >= ENOUGH and _share_a_document(left, right) and other_institution_country(left, right):
        return True
    listed = left.authority is not None and right.authority is not None
    return not listed and score > ENOUGH - _NEAR and forbids(left, right) is None


def _share_a_document(left: Profile, right: Profile) -> bool:
    return not {document for document, _ in left.places}.isdisjoint(document for document, _ in right.places)
