"""Places of several events that one Kazakh sentence tells of: «Риддерде «A» семинары, Алтайда «B» тренингі өтті»."""

from __future__ import annotations

from itertools import pairwise

from seriktes.facts.standing import case_at
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity

#: So many events at least are told of.
_SEVERAL = 2
#: So far apart stand the events of a list, in items.
_GAP = 7


def places_apart(view: View) -> dict[int, list[Entity]]:
    """By the item of each place in the locative, the events behind it, where a sentence tells of several that way; else nothing.

    Either each place has its event, or one place at the beginning has a list of them.
    """
    events = view.mentions("Event")
    if view.language != "kk" or len(events) < _SEVERAL or not set(view.words).isdisjoint(words("kk", "in_frame_of")):
        return {}
    places = [i for i in view.mentions("Place") if "loc" in case_at(view, i)]
    if not places or any(view.items[i].type in ("Person", "Organization") for i in range(len(view.items))):
        return {}
    order = sorted([*places, *events])
    if len(places) == 1 and order[0] == places[0] and all(_listed(view, *pair) for pair in pairwise(events)):
        return {places[0]: _entities(view, events)}
    alternate = all((one in places) != (other in places) for one, other in pairwise(order))
    if alternate and order[0] in places and len(places) == len(events):
        return {place: _entities(view, [event]) for place, event in zip(places, events, strict=True)}
    return {}


def _listed(view: View, one: int, other: int) -> bool:
    """Whether only quotes, a type word and a comma or *and* stand between two events."""
    return other - one <= _GAP and any(view.word(i) in words("kk", "list_joins") for i in range(one + 1, other))


def _entities(view: View, indexes: list[int]) -> list[Entity]:
    return [entity for i in indexes if (entity := view.items[i].entity) is not None]
