"""Clusters of bodies are kept apart as if each two of their members were asked."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from seriktes.identity.cluster import Edge, PairByPair, cluster
from seriktes.identity.contradictions import Forbidding, forbids
from seriktes.identity.faces import Faces
from seriktes.identity.names import person_name
from seriktes.identity.profiles import Profile
from seriktes.identity.translate import read_name

NAMES = (
    "ҚБҚ",
    "Фонд «Қамқор»",
    "«Қамқор» қоры",
    "Фонд «Камкор» в России",
    "Посольство Франции",
    "Центр развития",
    "Новое поколение",
)
PEOPLE = ("Болат Тілепов", "Асель Нургалиева")


def a_body(chance: random.Random, number: int) -> Profile:
    name = chance.choice(NAMES)
    places = tuple(sorted({(f"d{chance.randrange(20)}", f"e{number}") for _ in range(chance.randrange(1, 3))}))
    return Profile(
        places,
        "Organization",
        ((name, "ru"),),
        (read_name(name, "ru"),),
        country=chance.choice((None, "KZ", "KZ", "RU", "INT")),
        guessed=chance.random() < 0.6,
        parents=frozenset(chance.choice(((), ("mfa-kazakhstan",)))),
        authority="mfa-kazakhstan" if number == 0 else None,
        staff=frozenset(person_name(p) for p in PEOPLE if chance.random() < 0.3),
    )


@pytest.mark.parametrize("seed", range(12))
def test_clusters_are_parted_as_their_members_are(seed: int) -> None:
    chance = random.Random(seed)
    bodies = [a_body(chance, number) for number in range(40)]
    edges = [Edge(round(1 + chance.random(), 2), a, b) for a, b in combinations(range(40), 2) if chance.random() < 0.2]
    pairs = PairByPair(40, lambda a, b: forbids(bodies[min(a, b)], bodies[max(a, b)]) is not None)
    found = cluster(40, edges, Faces(bodies, Forbidding()))
    assert found == cluster(40, edges, pairs)
    assert 1 < len(found) < 40
