"""Which clusters of bodies must stay two, asked once for all members that bear the same names.

Whoever is called by an acronym stands in hundreds of documents, each a thing of its own until they are joined; asking of each two
of them grows with their square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from seriktes.identity.contradictions import Forbidding, asks_for_staff, face_of
from seriktes.identity.profiles import Profile

#: It cannot be told of all members of two faces at once.
_ONE_BY_ONE = True, True


@dataclass(slots=True)
class _Bearers:
    """The members of a cluster that bear the same names, and the documents they stand in."""

    members: list[int]
    documents: set[str]

    def add(self, others: _Bearers) -> None:
        """Take in those of another cluster."""
        self.members += others.members
        if len(self.documents) < len(others.documents):
            self.documents, others.documents = others.documents, self.documents
        self.documents |= others.documents


class Faces:
    """Which clusters of these bodies must stay two, as ``forbidding`` tells of any two members, the lower first."""

    def __init__(self, profiles: Sequence[Profile], forbidding: Forbidding) -> None:
        self._profiles, self._forbidding = profiles, forbidding
        numbers: dict[object, int] = {}
        self._clusters = list[dict[int, _Bearers]]()
        self._known: dict[tuple[int, int], tuple[bool, bool]] = {}
        for number, profile in enumerate(profiles):
            face = numbers.setdefault(face_of(profile), len(numbers))
            self._clusters.append({face: _Bearers([number], {document for document, _ in profile.places})})

    def between(self, one: int, other: int) -> bool:
        """Whether anything in the one cluster forbids it to be one with the other."""
        known = self._known
        for face, ours in self._clusters[one].items():
            for another, theirs in self._clusters[other].items():
                told = known.get((face, another))
                if told is None:
                    told = known[face, another] = self._told(ours.members[0], theirs.members[0])
                if told is _ONE_BY_ONE:
                    if any(self._forbids(i, j) for i in ours.members for j in theirs.members):
                        return True
                elif told[0] or (told[1] and not ours.documents.isdisjoint(theirs.documents)):
                    return True
        return False

    def join(self, low: int, high: int) -> None:
        """The second is part of the first from now on."""
        ours, theirs = self._clusters[low], self._clusters[high]
        for face, bearers in theirs.items():
            if face in ours:
                ours[face].add(bearers)
            else:
                ours[face] = bearers
        theirs.clear()

    def _told(self, one: int, other: int) -> tuple[bool, bool]:
        """Whether two members, and all others of their faces, are never one, and whether they are not in one document; or that each
        has to be asked: people in common may overrule that their states are two, and nothing else."""
        left, right = self._profiles[min(one, other)], self._profiles[max(one, other)]
        asked = asks_for_staff(left, right)
        if asked:
            left, right = replace(left, staff=frozenset()), replace(right, staff=frozenset())
        told = self._forbidding.by_names(left, right)
        if (asked and told[0]) or told != self._forbidding.by_names(right, left):
            return _ONE_BY_ONE
        return told

    def _forbids(self, one: int, other: int) -> bool:
        return self._forbidding(self._profiles[min(one, other)], self._profiles[max(one, other)])
