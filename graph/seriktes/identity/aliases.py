"""Other keys that a thing had or would have: what keeps old links alive when things are merged.

An entity alone, without the others it was joined with, has a key of its own, made of its own name. Those are the keys that
a build with fewer documents, or without a judgement, gave; each leads to the key the thing has now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from seriktes.authority.records import load_authority
from seriktes.identity.judgements import Place
from seriktes.identity.keys import base_key
from seriktes.identity.profiles import Outline, outline_of, profiles_in
from seriktes.identity.resolve import ORDER
from seriktes.model import Annotation, EntityType


def own_keys(annotations: Sequence[Annotation]) -> dict[Place, frozenset[str]]:
    """The keys that every entity of resolved annotations would have alone.

    Keys of events and agreements are made of those of others: once with these as they are now, once as each would be alone.
    """
    return {place: frozenset(keys) for a in annotations for place, keys in own_keys_in(a, outline_of(a)).items()}


def own_keys_in(annotation: Annotation, outline: Outline) -> dict[Place, set[str]]:
    """The same of one document: nothing of another tells what its entities would be called alone. ``outline`` is what it says."""
    now = {(annotation.document.id, e.id): e.key for e in annotation.entities if e.key}
    found: dict[Place, set[str]] = defaultdict(set)
    alone: dict[Place, str] = {}
    for type_ in ORDER:
        single: dict[Place, str] = {}
        for keys in (now, {**now, **alone}) if type_ in ("Event", "Agreement") else ({},):
            for profile in profiles_in((outline,), type_, keys):
                single |= {place: base_key((profile,), {place: place[1]}) for place in profile.places}
            for place, key in single.items():
                found[place].add(key)
        alone |= single
    return found


def aliases(
    annotations: Sequence[Annotation],
    before: Mapping[Place, str] | None = None,
    own: Mapping[Place, frozenset[str]] | None = None,
    outlines: Iterable[Outline] | None = None,
) -> dict[str, tuple[EntityType, str]]:
    """The other keys of things, each with the type and the key of the thing it leads to, in order.

    ``before`` are the keys without judgements, ``own`` those of :func:`own_keys` where they are known, ``outlines`` those of the
    annotations. A key that some thing has now, that two things lay claim to, or that the authority lists give to another thing, is
    nobody's alias.
    """
    types: dict[str, EntityType] = {}
    listed: set[str | None] = set(before.values()) if before else set()
    claims: dict[str, str | None] = {}  # none where two lay claim
    for annotation, outline in zip(annotations, map(outline_of, annotations) if outlines is None else outlines, strict=True):
        alone = own_keys_in(annotation, outline) if own is None else own
        for entity in annotation.entities:
            listed.add(entity.authority)
            if entity.key:
                place = (annotation.document.id, entity.id)
                types[entity.key] = entity.type
                for old in alone[place] | {before[place] if before else entity.key}:
                    if claims.setdefault(old, entity.key) != entity.key:
                        claims[old] = None
    taken = {key for key in claims if load_authority().get(key) and key not in listed}
    return {
        old: (types[new], new)
        for old, new in sorted(claims.items(), key=itemgetter(0))
        if new is not None and old not in types and old not in taken
    }
