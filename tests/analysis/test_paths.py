"""Chains of claims: the shortest first, the surest of equals, countries no bridge."""

from __future__ import annotations

from seriktes.analysis.claims import Claim
from seriktes.analysis.paths import shortest_chains


def claim(type_: str, confidence: float = 0.9, **arguments: str) -> Claim:
    return Claim(type_, arguments, "d", "d.txt", 0, 5, "words", confidence=confidence)  # type: ignore[arg-type]


CLAIMS = [
    claim("party", agent="fund", agreement="memo"),
    claim("party", agent="union", agreement="memo", confidence=0.5),
    claim("implements", agent="fund", project="well"),
    claim("implements", agent="union", project="well", confidence=0.8),
    claim("located", subject="fund", place="kazakhstan"),
    claim("located", subject="club", place="kazakhstan"),
]


def ends(chains) -> list[list[str]]:
    return [[chain[0].source, *(step.target for step in chain)] for chain in chains]


def test_the_surest_of_the_shortest_comes_first() -> None:
    assert ends(shortest_chains(CLAIMS, "fund", "union")) == [["fund", "well", "union"], ["fund", "memo", "union"]]
    assert len(shortest_chains(CLAIMS, "fund", "union", most=1)) == 1


def test_every_step_carries_its_claims() -> None:
    (chain, _) = shortest_chains(CLAIMS, "fund", "union")
    assert [[c.type for c in step.claims] for step in chain] == [["implements"], ["implements"]]


def test_what_is_avoided_is_no_bridge_but_may_be_an_end() -> None:
    assert ends(shortest_chains(CLAIMS, "fund", "club")) == [["fund", "kazakhstan", "club"]]
    assert shortest_chains(CLAIMS, "fund", "club", ["kazakhstan"]) == []
    assert ends(shortest_chains(CLAIMS, "fund", "kazakhstan", ["kazakhstan"])) == [["fund", "kazakhstan"]]


def test_nothing_connects_what_no_claim_names() -> None:
    assert shortest_chains(CLAIMS, "fund", "moon") == []
