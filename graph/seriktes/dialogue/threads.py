"""What holds the names of one thing together: each hangs by a thread on the one that agrees with it most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from seriktes.identity.evidence import compare
from seriktes.identity.judgements import Place
from seriktes.identity.keyed import keys_of
from seriktes.identity.profiles import Profile, merged, profiles_of
from seriktes.judgements.things import Things
from seriktes.model import EntityType


def profiles_by_key(things: Things, type_: EntityType) -> dict[str, list[Profile]]:
    """The profiles of a type by the key of their thing, those with the same names and record joined."""
    grouped: dict[tuple[str, object], list[Profile]] = defaultdict(list)
    for profile in profiles_of(things.annotations, type_, keys_of(things.annotations)):
        grouped[things.keys[profile.places[0]], profile.authority or profile.names].append(profile)
    found: dict[str, list[Profile]] = defaultdict(list)
    for (key, _), group in grouped.items():
        found[key].append(merged(group))
    return {key: sorted(found[key], key=lambda p: p.places) for key in sorted(found)}


def threads_of(group: Sequence[Profile], most: int = 40) -> list[tuple[Profile, Profile]]:
    """The pairs that hold the profiles of one thing together: each with the one before it that agrees with it most."""
    if not group:
        return []
    best = {profile: (compare(group[0], profile)[0], group[0]) for profile in group[1:most]}
    found = []
    while best:
        following = max(best, key=lambda profile: best[profile][0])  # of equals the first
        found.append((best.pop(following)[1], following))
        for profile, (score, _) in best.items():
            better = compare(following, profile)[0]
            if better > score:
                best[profile] = better, following
    return found


def beyond(threads: Sequence[tuple[Profile, Profile]], left: Profile, right: Profile) -> frozenset[Place]:
    """All that hangs together with ``right`` when its thread to ``left`` is cut."""
    found = {right}
    for near, far in threads:  # each thread hangs the far one on a near one that hangs already
        if near in found and (near, far) != (left, right):
            found.add(far)
    return frozenset(place for profile in found for place in profile.places)
