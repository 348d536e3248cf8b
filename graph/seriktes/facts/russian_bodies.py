"""Bodies that a Russian clause calls by their type word alone: «проект …, который фонд ведёт вместе с институтом»."""

from __future__ import annotations

from seriktes.facts.context import Context
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity
from seriktes.text import russian

#: What opens such a clause, and what a second body is joined with.
_CLAUSE = ("котор", "его", "её", "ее")
_TOGETHER = frozenset(("вместе", "совместно"))
#: So near to the verb stand its subject and, behind it, whom it is done with.
_NEAR, _BEHIND = 4, 4
#: «Объединение» may be said of a body of each of these kinds.
_ANY_UNION = {"объединение": ("association", "foundation"), "организация": ("association", "foundation")}


def bare_bodies(context: Context, view: View, low: int, verb: int, high: int) -> list[Entity]:
    """The subject of the relative clause before a verb and whom it acts with, where type words alone tell them."""
    if view.language != "ru":
        return []
    subject = next(
        (i for i in range(verb - 1, max(low, verb - 1 - _NEAR), -1) if _noun(view, i, "nom") and _opened(view, i)), None
    )
    subject = subject if subject is None or not _owned(view, subject) else None
    partner = next(
        (
            i
            for i in range(verb + 2, min(high, verb + 2 + _BEHIND))
            if view.word(i - 1) in ("с", "со") and view.word(i - 2) in _TOGETHER and _noun(view, i, "ins") and not _owned(view, i)
        ),
        None,
    )
    found = [_meant(context, view, i) for i in (subject, partner) if i is not None]
    return [body for body in found if body is not None]


def _noun(view: View, index: int, case: str) -> bool:
    """Whether a small-letter type word of bodies stands at a place, in a case."""
    word = view.word(index)
    if not word or view.items[index].entity is not None or view.items[index].text[:1].isupper():
        return False
    return russian.lemma(word) in words("ru", "body_nouns") and case in russian.cases_of(word)


def _opened(view: View, index: int) -> bool:
    """Whether the clause begins right before the noun: «который фонд», «: его фонд»."""
    return view.word(index - 1).startswith(_CLAUSE)


def _owned(view: View, index: int) -> bool:
    """«Фонд развития», «институт X»: more than its type word is told."""
    if index + 1 >= len(view.items):
        return False
    following = view.items[index + 1]
    return following.type == "Organization" or (
        following.entity is None and bool(view.word(index + 1)) and russian.case_of(view.word(index + 1)) == "gen"
    )


def _meant(context: Context, view: View, index: int) -> Entity | None:
    """The body of that noun named last before; none where the text has named none."""
    noun, start = russian.lemma(view.word(index)), view.items[index].start
    named = [(m.start, e) for e in context.entities if e.type == "Organization" for m in e.mentions if m.start < start]
    fitting = [pair for pair in named if _is_called(pair[1], noun)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _is_called(body: Entity, noun: str) -> bool:
    if body.kind in _ANY_UNION.get(noun, ()):
        return True
    return any(russian.lemma(word) == noun for word in body.name.lower().replace("«", " ").split()) or (
        noun == "палата" and body.name.startswith("ТПП")
    )
