"""Sentences with several agreements, each between sides of its own: «подписаны меморандум между A и B и соглашение между C и D»."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.facts.view import View
from seriktes.model import Entity
from seriktes.text import russian

#: A sentence with more agreements is no sentence.
_MOST = 12
_BETWEEN = ("между", "between")


def own_range(view: View, agreement: Entity) -> tuple[int, int] | None:
    """The items from an agreement to before the next one of the sentence, where each says between whom it is; else None."""
    if view.language == "kk" or not view.vocabulary.intersection(_BETWEEN):
        return None
    listed = view.mentions("Agreement")
    if not 1 < len(listed) <= _MOST:
        return None
    at = next((place for place, i in enumerate(listed) if view.items[i].entity is agreement), None)
    if at is None:
        return None
    first, stop = listed[at], listed[at + 1] if at + 1 < len(listed) else len(view.items)
    said = [any(view.word(i) in _BETWEEN for i in range(low, high)) for low, high in _ranges(view, list(listed))]
    return (first, stop) if sum(said) > 1 and said[at] else None


def _ranges(view: View, listed: list[int]) -> list[tuple[int, int]]:
    return list(zip(listed, [*listed[1:], len(view.items)], strict=True))


def called(view: View, low: int, high: int, told: Sequence[Entity]) -> Entity | None:
    """Russian: «Меморандум с кыргызской стороны подписал X»: the last of the agreements told before that is called so."""
    if view.language != "ru" or len(told) < 2:
        return None
    spoken = {russian.lemma(word) for i in range(low, high) if (word := view.word(i)) and not view.items[i].entity}
    return next((e for e in reversed(told) if russian.lemma(e.name.lower().partition(" ")[0]) in spoken), None)
