"""Documents in two languages that tell one report: the same things, numbers and dates, once who is who is known.

They are linked, never merged: each is read by itself, and a fact that both state has two witnesses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import log
from typing import NamedTuple

from seriktes.keeping.cards import cards_of
from seriktes.model import Annotation, Language

#: Shares of the smaller document's things (by rarity) and numbers that the other has too.
_THINGS = 0.5
_NUMBERS = 0.5
_LEAST = 3
#: A thing that so many documents name does not lead from one to another.
_COMMON = 100
_NUMBER = re.compile(r"\d+")


class Told(NamedTuple):
    """What is looked at of each document: its things, its language, when it was published, its id."""

    things: frozenset[str]
    language: Language
    published: str | None
    id: str


def find_translations(annotations: Sequence[Annotation]) -> Iterator[tuple[Annotation, Annotation]]:
    """Pairs of documents in different languages that tell one report, each document in one pair a language at most.

    The entities must have keys. Documents published more than a week apart are no translations of each other.
    """
    told = [
        Told(frozenset(key for key in card.keys if key), card.language, card.published, card.id) for card in cards_of(annotations)
    ]

    def numbers(one: int, other: int) -> float:
        return numbers_shared(annotations[one].document.text, annotations[other].document.text)

    for one, other in translations_among(told, numbers):
        yield annotations[one], annotations[other]


def translations_among(told: Sequence[Told], numbers_of: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """The same of what is told of documents, as places in it; ``numbers_of`` two is the share of the numbers of their texts that
    both have (:func:`numbers_shared`)."""
    count = Counter(key for each in told for key in each.things)
    weight = {key: log(1 + len(told) / number) for key, number in count.items()}
    where: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(told):
        for key in each.things:
            if count[key] <= _COMMON:
                where[key].append(place)
    scored = []
    for place, each in enumerate(told):
        near = Counter(other for key in each.things if count[key] <= _COMMON for other in where[key] if other > place)
        for other, shared in near.items():
            if shared >= _LEAST and each.language != told[other].language:
                score = _likeness(each, told[other], weight)
                if score:
                    numbers = numbers_of(place, other)
                    if numbers >= _NUMBERS:
                        scored.append((-(score + numbers), place, other))
    taken: set[tuple[int, str]] = set()
    pairs = []
    for _, one, other in sorted(scored):
        marks = {(one, told[other].language), (other, told[one].language)}
        if not marks & taken:
            taken |= marks
            pairs.append((one, other))
    return sorted(pairs, key=lambda pair: (told[pair[0]].id, told[pair[1]].id))


def _likeness(one: Told, other: Told, weight: Mapping[str, float]) -> float:
    """How many things two documents share; 0 where they do not tell one report."""
    smaller = min(sum(weight[k] for k in one.things), sum(weight[k] for k in other.things))
    things = sum(weight[k] for k in one.things & other.things) / smaller
    return things if things >= _THINGS and _days_apart(one.published, other.published) <= 7 else 0.0


def numbers_shared(one: str, other: str) -> float:
    """The share of the numbers of the text with fewer of them that the other has too."""
    numbers, others = (set(_NUMBER.findall(text)) for text in (one, other))
    return len(numbers & others) / max(1, min(len(numbers), len(others))) if numbers and others else float(not numbers | others)


def _days_apart(one: str | None, other: str | None) -> int:
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return 0
