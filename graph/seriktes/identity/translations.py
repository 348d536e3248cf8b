"""Documents in two languages that tell one report: the same things, numbers and dates, once who is who is known.

They are linked, never merged: each is read by itself, and a fact that both state has two witnesses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from math import log

from seriktes.model import Annotation

#: Shares of the smaller document's things (by rarity) and numbers that the other has too.
_THINGS = 0.5
_NUMBERS = 0.5
_LEAST = 3
#: A thing that so many documents name does not lead from one to another.
_COMMON = 100
_NUMBER = re.compile(r"\d+")


def find_translations(annotations: Sequence[Annotation]) -> list[tuple[Annotation, Annotation]]:
    """Pairs of documents in different languages that tell one report, each document in one pair a language at most.

    The entities must have keys. Documents published more than a week apart are no translations of each other.
    """
    things = [frozenset(e.key for e in a.entities if e.key) for a in annotations]
    count = Counter(key for keys in things for key in keys)
    weight = {key: log(1 + len(annotations) / number) for key, number in count.items()}
    where: dict[str, list[int]] = defaultdict(list)
    for place, keys in enumerate(things):
        for key in keys:
            if count[key] <= _COMMON:
                where[key].append(place)
    scored = []
    for place, keys in enumerate(things):
        near = Counter(other for key in keys if count[key] <= _COMMON for other in where[key] if other > place)
        for other, shared in near.items():
            if shared >= _LEAST and annotations[place].document.language != annotations[other].document.language:
                score = _likeness(annotations[place], annotations[other], things[place], things[other], weight)
                if score:
                    scored.append((-score, place, other))
    taken: set[tuple[int, str]] = set()
    pairs = []
    for _, one, other in sorted(scored):
        marks = {(one, annotations[other].document.language), (other, annotations[one].document.language)}
        if not marks & taken:
            taken |= marks
            pairs.append((annotations[one], annotations[other]))
    return sorted(pairs, key=lambda pair: (pair[0].document.id, pair[1].document.id))


def _likeness(
    one: Annotation, other: Annotation, ours: frozenset[str], theirs: frozenset[str], weight: dict[str, float]
) -> float:
    """How surely two documents tell one report; 0 where they do not."""
    smaller = min(sum(weight[k] for k in ours), sum(weight[k] for k in theirs))
    things = sum(weight[k] for k in ours & theirs) / smaller
    numbers, others = (set(_NUMBER.findall(a.document.text)) for a in (one, other))
    shared = len(numbers & others) / max(1, min(len(numbers), len(others))) if numbers and others else float(not numbers | others)
    if things < _THINGS or shared < _NUMBERS or _days_apart(one.document.published, other.document.published) > 7:
        return 0.0
    return things + shared


def _days_apart(one: str | None, other: str | None) -> int:
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return 0
