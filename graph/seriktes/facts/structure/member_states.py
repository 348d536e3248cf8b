"""The states of a Russian union: «В ШОС входят Индия, Иран и Казахстан», «Иран и Индия вступили в ШОС»."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.frames import Trigger
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import words
from seriktes.model import Fact

#: So near to the verb stand the union and the first of the states.
_NEAR = 4
_INTO = frozenset(("в", "во", "состав"))


def member_states(view: View, trigger: Trigger) -> Iterator[Fact]:
    """``part_of`` of each state in the list on one side of the verb, where a union stands on the other behind «в»."""
    if view.language != "ru":
        return
    union = _union(view, trigger)
    for index in _states(view, trigger, union) if union is not None else ():
        state, whole = view.items[index].entity, view.items[union].entity if union is not None else None
        if state is not None and whole is not None:
            yield Fact(
                "part_of", {"part": state.id, "whole": whole.id}, view.span, {}, trigger.frame.confidence, trigger.frame.id
            )


def _union(view: View, trigger: Trigger) -> int | None:
    """The body of states named with «в» right before or behind the verb."""
    near = [i for i in view.mentions("Organization") if 0 < trigger.first - i <= _NEAR or 0 < i - trigger.last <= _NEAR]
    fitting = [i for i in near if (e := view.items[i].entity) is not None and e.kind == "intergovernmental"]
    return next((i for i in fitting if view.word(i - 1) in _INTO), None)


def _states(view: View, trigger: Trigger, union: int) -> list[int]:
    """The states listed in the nominative on the other side of the verb than the union."""
    places = [i for i in view.mentions("Place") if (e := view.items[i].entity) is not None and e.kind == "country"]
    if union < trigger.first:
        first = next((i for i in places if 0 < i - trigger.last <= _NEAR), None)
    else:
        first = next((i for i in reversed(places) if 0 < trigger.first - i <= 1), None)
    if first is None or not view.items[first].may_be("nom"):
        return []
    return [i for i in coordinated(view, first, words("ru", "list_joins")) if i in places]
