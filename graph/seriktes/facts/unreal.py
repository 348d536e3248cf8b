"""What a sentence says did not happen, is not known to have happened, or is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seriktes.facts.view import View
from seriktes.facts.word_lists import says, word_pattern
from seriktes.model import Entity, Fact

#: Facts that tell of something done, which a later sentence may take back; posts and places stay.
_DONE = ("party", "signatory", "participation", "concluded_at", "cooperation", "implements")


def still_to_come(view: View) -> bool:
    """Whether somebody merely named beside an event need not have come: «завтра выступит X», "X's trip fell through"."""
    return any(says(view, name) for name in ("not_asserted", "denied", "untrue", "to_come"))


def not_signed(view: View) -> bool:
    """Whether an agreement named with its sides is only talked of: «готовится соглашение между X и Y», "false reports of …"."""
    return any(says(view, name) for name in ("denied", "untrue", "to_come"))


def wished_for(view: View, event: Entity | None) -> bool:
    """Whether the sentence names an event only as one that somebody would like to come to: «выразил желание участвовать в …»."""
    here = [i for i in view.mentions("Event") if view.items[i].entity is event]
    if event is None or not here or not says(view, "wished_for"):
        return False
    row, starts = view.row
    told = [match.span() for match in word_pattern(view.language, "wished_for").finditer(row)]
    return all(any(first <= starts[i] < end for first, end in told) for i in here)


def without_taken_back(views: Sequence[View], facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those that the next sentence says are untrue: «… – писали СМИ. В фонде эту информацию опровергли.»"""
    if not any(fact.type in _DONE for fact in facts):
        return list(facts)
    ends = {before.span.end for before, view in pairwise(views) if says(view, "taken_back")}
    return [fact for fact in facts if fact.type not in _DONE or fact.evidence.end not in ends]
