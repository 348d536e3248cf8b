"""Kazakh titles that a verb gives: «X одақ төрағасы болып сайланды», «қордың жаңа директоры болып X тағайындалды»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.facts.posts.kazakh_titles import noun_phrase_start
from seriktes.facts.posts.title_words import Title, can_own, has_post, run_left
from seriktes.facts.view import View
from seriktes.facts.word_lists import words

#: The words right behind such a title.
_OPENING = frozenset(("болып", "қызметіне", "қызметін", "лауазымына", "лауазымын", "міндетін"))
#: «… болып істейтін Аты», «… қызметін атқарып отырған Аты».
_PARTICIPLES = ("ған", "ген", "қан", "кен", "тын", "тін")
#: Forms of the verbs of electing and appointing that tell what came true: not «сайланады», «сайланбады».
_GIVEN = re.compile(r"(?:сайлан|тағайындал|бекітіл|таңдал)(?:[дт][ыі]|[ғқ]ан|ген|[ыі]п)")


def elected_titles(view: View) -> Iterator[Title]:
    """The titles of people who are said to have been elected or appointed, or to hold an office."""
    if view.language != "kk" or _OPENING.isdisjoint(view.words):
        return
    for place in range(1, len(view.items)):
        if view.word(place) not in _OPENING:
            continue
        verb = next((i for i in range(place + 1, len(view.items)) if _ends(view, place, i)), None)
        if verb is None or view.word(verb + 1) in ("жоқ", "емес"):
            continue
        title = _title(view, place, verb)
        if title is not None:
            yield title


def _ends(view: View, place: int, verb: int) -> bool:
    """Whether a verb says that the office told right before a place is held or was given."""
    if view.word(place) != "болып" and view.word(verb) in words("kk", "office_taken"):
        return True
    works = view.word(place) == "болып" and verb == place + 2 and view.word(verb - 1) in ("жұмыс", "қызмет")
    return _gives(view.word(verb)) or (works and view.word(verb) in words("kk", "works_as"))


def _gives(word: str) -> bool:
    return word in words("kk", "holds_office") or _GIVEN.fullmatch(word) is not None


def _title(view: View, place: int, verb: int) -> Title | None:
    """The title whose words end right before a place: its holder stands before it, or between it and the verb."""
    first = run_left(view, place, -1)
    if first == place or not has_post(view, place - 1, place - 1):
        return None
    owner = first - 1 if first and can_own(view, first - 1) else None
    before = [i for i in view.mentions("Person") if i < first]
    between = [i for i in view.mentions("Person") if place < i < verb]
    behind = [i for i in view.mentions("Person") if i == verb + 1 and view.word(verb).endswith(_PARTICIPLES)]
    person = behind[0] if behind else between[0] if between else before[-1] if before else None
    if person is None or not view.items[person].may_be("nom"):
        return None
    return Title(person, first if owner is not None else noun_phrase_start(view, first, place), place - 1, owner)
