"""Titles in the plural over a list of bodies and a list of names: «ректоры университетов A и B X и Y», each to his own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.facts.frames import words
from seriktes.facts.title_words import Title, is_post_word
from seriktes.facts.view import View, coordinated
from seriktes.model import Entity, Span
from seriktes.text import russian


def respective_titles(view: View) -> Iterator[Title]:
    """The titles of Russian sentences in which as many persons as bodies follow a post word in the plural."""
    if view.language != "ru":
        return
    for first in range(len(view.items)):
        word = view.word(first)
        if not word or not is_post_word(word, "ru") or not any(p.tag.number == "plur" for p in russian.parses(word)):
            continue
        bodies, place = _list(view, first + 1, "Organization")
        persons, _ = _list(view, place, "Person")
        if len(bodies) > 1 and len(bodies) == len(persons):
            yield from (Title(person, first, first, body) for person, body in zip(persons, bodies, strict=True))


def meant_respectively(view: View, title: Title, fits: Sequence[tuple[int, Entity]], views: Sequence[View]) -> Entity | None:
    """«Подписи поставили ректоры университетов X и Y» behind a sentence with two universities: the first is X's.

    ``fits``: the bodies that can be meant, with where each mention of them begins.
    """
    if view.language != "ru" or not any(p.tag.number == "plur" for p in russian.parses(view.word(title.first) or "-")):
        return None
    persons = [i for i in coordinated(view, title.person, words("ru", "list_joins")) if view.items[i].type == "Person"]
    before = next((v for v in reversed(views) if v.number < view.number and any(v.span.covers(_at(m)) for m, _ in fits)), None)
    if before is None:
        return None
    bodies = list({body.id: body for start, body in fits if before.span.covers(_at(start))}.values())
    here = persons.index(title.person) if title.person in persons else -1
    return bodies[here] if here >= 0 and len(bodies) == len(persons) > 1 else None


def _at(start: int) -> Span:
    return Span(start, start + 1)


def _list(view: View, place: int, kind: str) -> tuple[list[int], int]:
    """The mentions of a type listed from a place on, and the place behind them."""
    found: list[int] = []
    while place < len(view.items):
        if view.items[place].type == kind:
            found.append(place)
        elif view.word(place) not in words("ru", "and") | {","}:
            break
        place += 1
    return found, place
