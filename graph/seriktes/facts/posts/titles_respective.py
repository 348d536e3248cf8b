"""Titles in the plural over a list of bodies and a list of names: «ректоры университетов A и B X и Y», each to his own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.facts.posts.title_words import Title, is_post_word
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import words
from seriktes.model import Entity, Span
from seriktes.records import Kept
from seriktes.text import russian

#: A title has at most so many words behind its post word.
_LONGEST = 6


def _names_posts(word: str) -> bool:
    return word != "" and is_post_word(word, "ru") and any(p.tag.number == "plur" for p in russian.parses(word))


#: Whether a small-letter word may be a post word in the plural.
_posts = Kept(_names_posts)


def respective_titles(view: View) -> Iterator[Title]:
    """The titles of Russian sentences in which as many persons as bodies follow a post word in the plural."""
    several = [kind for kind, found in view.mentioned.items() if len(found) > 1]
    if view.language != "ru" or "Person" not in several or len(several) < 2:
        return
    for first, plural in enumerate(map(_posts.__getitem__, view.words)):
        if not plural:
            continue
        behind = _described(view, first + 1)
        owners, place = _list(view, behind, "Organization")
        if len(owners) < 2:
            owners, place = _list(view, behind, "Place")  # «министры иностранных дел России и Казахстана X и Y»
        persons, _ = _list(view, place, "Person")
        if len(owners) > 1 and len(owners) == len(persons):
            yield from (Title(person, first, behind - 1, owner) for person, owner in zip(persons, owners, strict=True))


def _described(view: View, place: int) -> int:
    """Past the genitives of a title: «министры | иностранных дел»."""
    stop = place + _LONGEST
    while place < min(stop, len(view.items)) and not view.items[place].entity:
        word = view.word(place)
        joined = word in words("ru", "and") and view.items[place + 1 : place + 2] and not view.items[place + 1].entity
        if not joined and (
            not word or "gen" not in russian.cases_of(word) or russian.part_of_speech(word) not in ("NOUN", "ADJF")
        ):
            break
        place += 1
    return place


def meant_respectively(view: View, title: Title, fits: Sequence[tuple[int, Entity]], views: Sequence[View]) -> Entity | None:
    """«Подписи поставили ректоры университетов X и Y» behind two universities of one sentence: the first is X's.

    ``fits``: the bodies that can be meant, with where each mention of them begins.
    """
    if view.language != "ru" or not any(p.tag.number == "plur" for p in russian.parses(view.word(title.first) or "-")):
        return None
    persons = [i for i in coordinated(view, title.person, words("ru", "list_joins")) if view.items[i].type == "Person"]
    here = persons.index(title.person) if title.person in persons else -1
    told = (v for v in reversed(views) if v.number < view.number and any(v.span.covers(_at(m)) for m, _ in fits))
    for sentence in (view, next(told, view)):
        stop = view.items[title.first].start
        bodies = list({body.id: body for start, body in fits if start < stop and sentence.span.covers(_at(start))}.values())
        if here >= 0 and len(bodies) == len(persons) > 1:
            return bodies[here]
    return None


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
