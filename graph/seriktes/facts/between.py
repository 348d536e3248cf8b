"""Those between whom something is: «X мен Y арасында», «между X и Y», "between X and Y"."""

from __future__ import annotations

from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import words
from seriktes.model import EntityType

#: Members of «между X и Y» with more than so many words between them stand in the instrumental.
_LISTED = 4
_BETWEEN = ("между", "between")


def between(view: View, low: int, high: int, types: tuple[EntityType, ...]) -> list[int]:
    """The members of «X мен Y арасында», «между X и Y», "between X and Y" inside a segment; empty when there is none."""
    listed = [i for i in range(low, high) if view.items[i].entity and view.items[i].type in types]
    if view.language == "kk":
        for place in range(low, high):
            if view.word(place).startswith("арасын"):
                before = [i for i in listed if i < place]
                if before:
                    return coordinated(view, before[-1], words("kk", "list_joins"))
        return []
    for place in range(low, high) if any(word in view.parts for word in _BETWEEN) else ():
        if view.word(place) in _BETWEEN:
            after = [i for i in listed if i > place]
            if after and after[0] - place <= 8:
                return _chain(view, after, types)
    return []


def _chain(view: View, listed: list[int], types: tuple[EntityType, ...]) -> list[int]:
    group = [listed[0]]
    for index in listed[1:]:
        gap = [view.items[i] for i in range(group[-1] + 1, index)]
        if view.items[index].entity is view.items[group[-1]].entity and len(gap) == 1:
            group[-1] = index  # «между Казахским университетом (КазНУ) и …»
            continue
        if view.language == "ru" and len(gap) > _LISTED and not view.items[index].may_be("ins"):
            break  # «между США и Узбекистаном, а также консультации с правительством X»
        if (
            len(gap) <= 9
            and any(g.lower in words(view.language, "list_joins") for g in gap)
            and all(g.text not in ".;:" for g in gap)
        ):
            group.append(index)
        else:
            break
    return group
