"""Things of one type in clusters with keys, kept from build to build: only those that pairs found anew lead to are clustered again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from seriktes.authority.records import load_authority
from seriktes.identity.cluster import Edge, united
from seriktes.identity.contradictions import Forbidding
from seriktes.identity.evidence import ENOUGH, reaching
from seriktes.identity.faces import Faces
from seriktes.identity.growing.pool import Changes, Pool
from seriktes.identity.keys import Claim, claim_of, unique_keys
from seriktes.identity.listed import keys_like, record_profile, with_names_of
from seriktes.identity.profiles import Profile, merged
from seriktes.identity.resolve import clustered, signature_of
from seriktes.identity.translate import Reading
from seriktes.identity.twins import speaks_against
from seriktes.model import EntityType

Pair = tuple[int, int]
#: A cluster: the things it has, in order, what it claims and the key it got.
_Cluster = tuple[tuple[int, ...], Claim, str]


def signed(profile: Profile) -> bytes:
    """What makes an entity one with others beyond doubt, the same in every process."""
    return _digest(repr([_plain(part) for part in _parts(signature_of(profile))]))


def _digest(said: str) -> bytes:
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _parts(signature: object) -> tuple[object, ...]:
    return signature if isinstance(signature, tuple) else (signature,)


def _plain(part: object) -> object:
    readings = isinstance(part, tuple) and bool(part) and isinstance(part[0], Reading)
    return [_told(reading) for reading in part] if readings else part  # type: ignore[attr-defined]


@lru_cache(maxsize=50_000)
def _told(reading: Reading) -> str:
    words = [(word.concept, word.sort, word.skeleton) for word in reading.words]
    sets = [sorted(found) for found in (reading.places, reading.seats, reading.initials)]
    return repr((words, reading.head, sets, reading.office, reading.number, reading.acronym))


class Things(Pool):
    """The things of one type. With ``lists`` those that are called much like a record of the authority lists may be it."""

    def __init__(self, type_: EntityType, kept: Sequence[Any] = ()) -> None:
        mine, pool = kept or (({}, {}, {}, {}, {}, set()), ())
        super().__init__(pool)
        self._type = type_
        self._like: dict[int, list[str]]
        self._wanted: dict[str, int]
        self._records: dict[int, str]
        self._home: dict[int, int]
        self._clusters: dict[int, _Cluster]
        self._twins: set[Pair]
        self._like, self._wanted, self._records, self._home, clusters, self._twins = mine
        self._clusters = {home: (members, Claim(*claim), key) for home, (members, claim, key) in clusters.items()}
        self._forbidding = Forbidding()

    def kept(self) -> tuple[Any, ...]:
        """What another process can begin with."""
        clusters = {home: (members, tuple(claim), key) for home, (members, claim, key) in self._clusters.items()}
        return (self._like, self._wanted, self._records, self._home, clusters, self._twins), super().kept()

    def key_of(self, thing: int) -> str:
        """The key of what a thing is."""
        return self._clusters[self._home[thing]][2]

    def given(self) -> Iterator[str]:
        """All keys that are given."""
        return (key for _, _, key in self._clusters.values())

    def forget(self) -> None:
        """Let go of what was looked at."""
        super().forget()
        self._forbidding = Forbidding()

    def _touched(self, opened: dict[int, Any]) -> Collection[int]:
        """The listed records that are looked for now, since something is called like them, or no longer."""
        if self._type != "Organization":
            return ()
        counted = Counter[str]()
        for thing, entities in opened.items():
            counted.subtract(self._like.pop(thing, ()))
            names = {name for p in entities.values() if p.authority is None for name in p.names}
            if like := sorted(keys_like(names, self._type)):
                self._like[thing] = like
                counted.update(like)
        turned = set[int]()
        for key, more in counted.items():
            before = self._wanted.get(key, 0)
            self._wanted[key] = before + more
            if not self._wanted[key]:
                del self._wanted[key]
            if bool(before) != (key in self._wanted):
                thing = self.numbered(signed(record_profile(load_authority().records[key])))
                self._records[thing] = key
                turned.add(thing)
        return turned

    def _final(self, thing: int, entities: Sequence[Profile]) -> Profile | None:
        found = merged(entities) if entities else None
        key = self._records.get(thing) if found is None else found.authority
        if key in self._wanted:
            record = record_profile(load_authority().records[key])
            return record if found is None else with_names_of(record, found)
        if found is None:
            self._records.pop(thing, None)
        return found

    def _found(self, one: int, other: int) -> float | None:
        left, right = self.profile(one), self.profile(other)
        if left.authority and right.authority:
            return None
        found = reaching(left, right, ENOUGH)
        return found[0] if found is not None and not self._forbidding(left, right) else None

    def settle(self, changes: Changes, twins: Collection[Pair], taken: Collection[str]) -> set[int]:
        """Cluster anew what changed, and give keys; ``taken`` are those of other types. ``twins`` are pairs that stand in the same place
        of one report. Returns the things whose key is another than before, or that are new."""
        now = {(min(pair), max(pair)) for pair in twins if pair[0] != pair[1]}
        start = changes.changed | changes.stirred | {thing for pair in now ^ self._twins for thing in pair}
        self._twins = now
        beside: dict[int, list[int]] = {}
        for one, other in now:
            beside.setdefault(one, []).append(other)
            beside.setdefault(other, []).append(one)
        reached = self._reached(start - changes.gone, beside)
        dissolved = {self._home.pop(thing): None for thing in sorted(reached | changes.gone) if thing in self._home}
        before = {home: self._clusters.pop(home) for home in dissolved}
        keys_before = {thing: key for members, _, key in before.values() for thing in members}
        for members in self._clustered(reached, now):
            self._give_home(members, before, changes.changed)
        return self._with_keys(before, keys_before, taken)

    def _reached(self, start: set[int], beside: dict[int, list[int]]) -> set[int]:
        """The things that pairs lead to."""
        found, todo = set(start), list(start)
        while todo:
            thing = todo.pop()
            for other in (*self.pairs.get(thing, ()), *beside.get(thing, ())):
                if other not in found:
                    found.add(other)
                    todo.append(other)
        return found

    def _clustered(self, things: set[int], twins: set[Pair]) -> list[tuple[int, ...]]:
        ordered = sorted(things, key=self.orders.__getitem__)
        profiles = [self.profile(thing) for thing in ordered]
        number = {thing: place for place, thing in enumerate(ordered)}
        edges = [
            Edge(score, number[thing], number[other])
            for thing in ordered
            for other, score in self.pairs.get(thing, {}).items()
            if number[thing] < number[other]
        ]

        def forbidden(a: int, b: int) -> bool:
            return self._forbidding(profiles[min(a, b)], profiles[max(a, b)])

        apart = Faces(profiles, self._forbidding) if self._type == "Organization" else forbidden
        found = clustered(profiles, edges, forbidden, apart)
        pairs = sorted((min(number[a], number[b]), max(number[a], number[b])) for a, b in twins if a in number)
        if pairs:
            found = united(found, pairs, lambda a, b: speaks_against(profiles[a], profiles[b]))
        return [tuple(ordered[place] for place in group) for group in found]

    def _give_home(self, members: tuple[int, ...], before: dict[int, _Cluster], changed: set[int]) -> None:
        home = members[0]
        known = before.get(home)
        if known is not None and known[0] == members and changed.isdisjoint(members):
            claim = known[1]
        else:
            group = [self.profile(thing) for thing in members]
            if not any(place[0] for profile in group for place in profile.places):
                return
            claim = claim_of(group, {place: place[1] for profile in group for place in profile.places})
        self._clusters[home] = members, claim, ""
        for thing in members:
            self._home[thing] = home

    def _with_keys(self, before: dict[int, _Cluster], keys_before: dict[int, str], taken: Collection[str]) -> set[int]:
        homes = list(self._clusters)
        keys = unique_keys([self._clusters[home][1] for home in homes], taken)
        others = set[int]()
        for home, key in zip(homes, keys, strict=True):
            members, claim, known = self._clusters[home]
            if known == key:
                continue
            self._clusters[home] = members, claim, key
            others.update(thing for thing in members if keys_before.get(thing, known) != key)
        return others
