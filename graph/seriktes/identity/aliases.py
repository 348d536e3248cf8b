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
from seriktes.identity.profiles import Outline, outline_of, profiles_in
from seriktes.identity.resolve import ORDER
from seriktes.model import Annotation, EntityType


def keys_of(annotations: Sequence[Annotation]) -> dict[Place, str]:
    """The key of every entity of resolved annotations."""
    return {(a.document.id, e.id): e.key for a in annotations for e in a.entities if e.key}


def own_keys(annotations: Sequence[Annotation], outlines: Sequence[Outline] | None = None) -> dict[Place, frozenset[str]]:
    """The keys that every entity of resolved annotations would have alone; ``outlines`` where they are known.

    Keys of events and agreements are made of those of others: once with these as they are now, once as each would be alone.
    """
    now = keys_of(annotations)
    drawn = [outline_of(a) for a in annotations] if outlines is None else outlines
    found: dict[Place, set[str]] = defaultdict(set)
    alone: dict[Place, str] = {}
    for type_ in ORDER:
        single: dict[Place, str] = {}
        for keys in (now, {**now, **alone}) if type_ in ("Event", "Agreement") else ({},):
            for profile in profiles_in(drawn, type_, keys):
                single |= {place: base_key((profile,), {place: place[1]}) for place in profile.places}
            for place, key in single.items():
                found[place].add(key)
        alone |= single
    return {place: frozenset(keys) for place, keys in found.items()}


def aliases(
    annotations: Sequence[Annotation],
    before: Mapping[Place, str] | None = None,
    own: Mapping[Place, frozenset[str]] | None = None,
) -> dict[str, tuple[EntityType, str]]:
    """The other keys of things, each with the type and the key of the thing it leads to, in order.

    ``before`` are the keys without judgements, ``own`` those of :func:`own_keys` where they are known. A key that some thing has now, that two things lay claim to, or that the
    authority lists give to another thing, is nobody's alias.
    """
    now = keys_of(annotations)
    own = own_keys(annotations) if own is None else own
    types = {e.key: e.type for a in annotations for e in a.entities if e.key}
    listed = {(a.document.id, e.id): e.authority for a in annotations for e in a.entities}
    claims: dict[str, set[str]] = defaultdict(set)
    for place, key in now.items():
        for old in own[place] | {(before or now)[place]}:
            claims[old].add(key)
    taken = {key for key in claims if load_authority().get(key) and key not in {*listed.values(), *(before or {}).values()}}
    return {
        old: (types[new], new)
        for old, found in sorted(claims.items())
        if len(found) == 1 and old not in types and old not in taken
        for new in found
    }
