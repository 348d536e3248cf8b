"""Other keys that a thing had or would have: what keeps old links alive when things are merged.

An entity alone, without the others it was joined with, has a key of its own, made of its own name. Those are the keys that
a build with fewer documents, or without a judgement, gave; each leads to the key the thing has now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from seriktes.authority.records import load_authority
from seriktes.identity.judgements import Place
from seriktes.identity.keys import base_key
from seriktes.identity.profiles import profiles_of
from seriktes.identity.resolve import ORDER
from seriktes.model import Annotation, EntityType


def keys_of(annotations: Sequence[Annotation]) -> dict[Place, str]:
    """The key of every entity of resolved annotations."""
    return {(a.document.id, e.id): e.key for a in annotations for e in a.entities if e.key}


def own_keys(annotations: Sequence[Annotation]) -> dict[Place, str]:
    """The key that every entity of resolved annotations would have alone."""
    keys = keys_of(annotations)
    return {
        place: base_key((profile,), {place: place[1]})
        for type_ in ORDER
        for profile in profiles_of(annotations, type_, keys)
        for place in profile.places
    }


def aliases(annotations: Sequence[Annotation], before: Mapping[Place, str] | None = None) -> dict[str, tuple[EntityType, str]]:
    """The other keys of things, each with the type and the key of the thing it leads to, in order.

    ``before`` are the keys without judgements. A key that some thing has now, that two things lay claim to, or that the
    authority lists give to another thing, is nobody's alias.
    """
    now, own = keys_of(annotations), own_keys(annotations)
    types = {e.key: e.type for a in annotations for e in a.entities if e.key}
    listed = {(a.document.id, e.id): e.authority for a in annotations for e in a.entities}
    claims: dict[str, set[str]] = defaultdict(set)
    for place, key in now.items():
        claims[own[place]].add(key)
        claims[(before or now)[place]].add(key)
    taken = {key for key in claims if load_authority().get(key) and key not in {*listed.values(), *(before or {}).values()}}
    return {
        old: (types[new], new)
        for old, found in sorted(claims.items())
        if len(found) == 1 and old not in types and old not in taken
        for new in found
    }
