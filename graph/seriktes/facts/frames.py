"""Where frames stand in a sentence (see :mod:`seriktes.facts.data`)."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.facts.data import FAMILIES as FAMILIES
from seriktes.facts.data import Frame, forbidding
from seriktes.facts.data import frames as frames
from seriktes.facts.phrases import Phrase, one_by_one
from seriktes.facts.view import View
from seriktes.records import record

#: Where a pattern stands: its first word, its place among the patterns of its group, its last word.
_Place = tuple[int, int, int]


@record(frozen=True, slots=True)
class Trigger:
    """A frame found in a sentence, with the first and last item of the words that triggered it."""

    frame: Frame
    first: int
    last: int


def find_triggers(view: View, family: str) -> list[Trigger]:
    """All frames of a family whose trigger stands in the sentence, leftmost first; an earlier frame wins an overlap."""
    if family not in view.near:
        return []
    found = view.triggered.get(family)
    if found is None:
        found = view.triggered[family] = _triggers(view, family)
    return found.copy()


def _triggers(view: View, family: str) -> list[Trigger]:
    forbidden = set(_places(view, view.near.get(forbidding(family), ())))
    found: list[Trigger] = []
    taken: list[tuple[int, int]] = []
    for number, places in sorted(_places(view, view.near[family]).items()):
        if number in forbidden:
            continue
        frame = frames(view.language, family)[number]
        for first, last in one_by_one(places):
            if all(last < a or first > b for a, b in taken):
                taken.append((first, last))
                found.append(Trigger(frame, first, last))
    return sorted(found, key=lambda t: (t.first, t.last))


def triggers_of_kind(view: View, family: str, kind: str) -> list[Trigger]:
    """The triggers of the frames of one kind, whatever other frames stand there, and whatever forbids them."""
    known = frames(view.language, family)
    found = sorted(_places(view, view.near.get(family, ())).items())
    return [
        Trigger(known[number], first, last)
        for number, places in found
        if known[number].kind == kind
        for first, last in one_by_one(places)
    ]


def _places(view: View, near: Sequence[tuple[int, Phrase]]) -> dict[int, set[_Place]]:
    """By the number of their frame, where patterns stand whose key words stand in the sentence."""
    found: dict[int, set[_Place]] = {}
    for place, one in near:
        for first, last in one.found(view.parts, place):
            found.setdefault(one.owner, set()).add((first, one.order, last))
    return found
