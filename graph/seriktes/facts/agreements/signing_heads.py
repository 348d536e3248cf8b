"""Whose hands sign where a Russian text only calls them: «ректоры подписали договор», «руководители вузов подписали …»."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger
from seriktes.facts.posts.title_words import Title
from seriktes.facts.view import View
from seriktes.facts.word_lists import stem_list, words
from seriktes.model import Entity
from seriktes.text import russian

#: How near their verb they are called, in words.
_NEAR = 4
#: So many words behind «под председательством» those who chaired are named; what says who led a delegation.
_CHAIRED = 26


def heads_called(context: Context, view: View, trigger: Trigger) -> list[Entity]:
    """The two persons who hold the post called right before the verb, each at a body of their own; else nobody."""
    if trigger.frame.kind != "in person" or view.mentions("Person"):
        return []
    near = range(max(0, trigger.first - _NEAR), trigger.first)
    called = next((view.word(i) for i in near if view.word(i) in words("ru", "signing_officers")), "")
    if not called:
        return []
    noun = russian.lemma(called)
    if noun == "сопредседатель" or any(view.word(i).startswith("делегац") for i in near):
        return _chairs(context, view)
    found: dict[str, Entity] = {}
    for earlier in context.body:
        for title in context.titles[earlier.number] if earlier.number < view.number else ():
            person = earlier.items[title.person].entity
            if person is not None and _holds(
                earlier, title, words("ru", "heads_of_bodies") if noun in words("ru", "heads_of_any") else frozenset((noun,))
            ):
                found[person.id] = person
    houses = {body.id for person in found.values() for body in context.employers.get(person.id, [])[:1]}
    return list(found.values()) if len(found) == len(houses) == 2 else []


def houses_of(context: Context, persons: Sequence[Entity]) -> list[Entity]:
    """The bodies that signing persons, named before, hold their posts at."""
    found: list[Entity] = []
    for person in persons:
        found += [body for body in context.employers.get(person.id, [])[:1] if body.type == "Organization" and body not in found]
    return found if len(found) == len(persons) > 1 else []


def _chairs(context: Context, view: View) -> list[Entity]:
    """«Под председательством X и Y … главы делегаций подписали протокол»: the two who chaired, or led the two delegations."""
    for chaired in ("председательств", "сопредседател", "делегац"):
        found: dict[str, Entity] = {}
        for earlier in (v for v in context.body if v.number < view.number):
            places = [i for i in range(len(earlier.items)) if earlier.word(i).startswith(chaired)]
            near = [i for i in earlier.mentions("Person") if places and 0 < i - places[0] < _CHAIRED]
            if chaired == "делегац" and not any(
                earlier.word(i).startswith(stem_list("ru", "delegation_led")) for i in range(len(earlier.items))
            ):
                near = []
            found |= {person.id: person for i in near if (person := earlier.items[i].entity) is not None}
        if len(found) == 2:
            return list(found.values())
    return []


def _holds(view: View, title: Title, heads: frozenset[str]) -> bool:
    """Whether a title is that of a head, and not of a deputy."""
    spoken = [view.word(i) for i in range(title.first, title.last + 1) if view.word(i)]
    if any(word.startswith(stem_list("ru", "deputies")) for word in spoken[:3]):
        return False
    return any(russian.lemma(word) in heads for word in spoken)
