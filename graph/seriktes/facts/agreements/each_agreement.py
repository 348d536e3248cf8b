"""Sentences with several agreements, each between sides of its own: «подписаны меморандум между A и B и соглашение между C и D»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seriktes.facts.view import View
from seriktes.model import Entity, Fact
from seriktes.text import russian

#: A sentence with more agreements is no sentence.
_MOST = 12
_BETWEEN = ("между", "between")


def own_range(view: View, agreement: Entity) -> tuple[int, int] | None:
    """The items from an agreement to before the next one of the sentence, where each says between whom it is; else None."""
    if view.language == "kk" or not any(word in view.parts for word in _BETWEEN):
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


def kazakh_ranges(view: View, low: int, stop: int) -> list[tuple[Entity, int, int]]:
    """«А мен Б келісімге, В мен Г меморандумға қол қойды»: each agreement with the items from the one before it to itself.

    Empty unless the one verb at ``stop`` has several objects and each of them several bodies or people before it.
    """
    listed = [i for i in view.mentions("Agreement") if low <= i < stop] if view.language == "kk" else []
    if not 1 < len(listed) <= _MOST:
        return []
    ranges = list(zip([low, *(i + 1 for i in listed)], listed, strict=False))
    if not all(_several(view, first, last) for first, last in ranges):
        return []
    return [(entity, first, last) for first, last in ranges if (entity := view.items[last].entity) is not None]


def _several(view: View, first: int, last: int) -> bool:
    """Whether two bodies, two people or two states and regions stand there."""
    here = [view.items[i].entity for i in range(first, last)]
    kinds = ("Organization", "Person", "Place")
    return any(len({e.id for e in here if e is not None and e.type == kind}) > 1 for kind in kinds)


def with_their_own(view: View, facts: Sequence[Fact]) -> list[Fact]:
    """ "X signed a memorandum with A, and an agreement on students with B": A is no party to what was signed with B.

    English, where each agreement of a sentence has a body of its own behind "with"; else the facts as they are.
    """
    listed = list(view.mentions("Agreement"))
    if view.language != "en" or not 1 < len(listed) <= _MOST:
        return list(facts)
    ranges = _ranges(view, listed)
    ends = [next((i for i in range(low, high) if _with_a_body(view, i)), None) for low, high in ranges]
    if any(end is None for end in ends):
        return list(facts)
    own = {}
    for (low, _), end in zip(ranges, ends, strict=True):
        agreement, body = view.items[low].entity, _body_behind(view, end or low)
        if agreement is not None and body is not None:
            own[agreement.id] = body.id
    shared = [f for f in facts if f.type != "party" or f.arguments["agent"] not in own.values()]
    sides = [f for f in facts if f.type == "party"][:1]
    found = [
        replace(fact, arguments={**fact.arguments, "agreement": agreement})
        for agreement in own
        for fact in shared
        if fact.type in ("party", "concluded_at")
    ]
    found += [
        replace(fact, arguments={"agent": body, "agreement": agreement}) for fact in sides for agreement, body in own.items()
    ]
    return [*(f for f in shared if f.type not in ("party", "concluded_at")), *found]


def _body_behind(view: View, index: int) -> Entity | None:
    return view.items[index + 1 + (view.word(index + 1) == "the")].entity


def _with_a_body(view: View, index: int) -> bool:
    body = index + 1 + (view.word(index + 1) == "the")
    return view.word(index) == "with" and body < len(view.items) and view.items[body].type == "Organization"


def _ranges(view: View, listed: list[int]) -> list[tuple[int, int]]:
    return list(zip(listed, [*listed[1:], len(view.items)], strict=True))


def called(view: View, low: int, high: int, told: Sequence[Entity]) -> Entity | None:
    """Russian: «Меморандум с кыргызской стороны подписал X»: the last of the agreements told before that is called so."""
    if view.language != "ru" or len(told) < 2:
        return None
    spoken = {russian.lemma(word) for i in range(low, high) if (word := view.word(i)) and not view.items[i].entity}
    return next((e for e in reversed(told) if russian.lemma(e.name.lower().partition(" ")[0]) in spoken), None)
