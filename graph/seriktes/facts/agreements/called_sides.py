"""Parties that a Russian agreement only calls: «План сотрудничества между внешнеполитическими ведомствами», «между палатами»."""

from __future__ import annotations

from seriktes.facts.context import Context
from seriktes.facts.view import View
from seriktes.facts.word_lists import stem_list
from seriktes.model import Entity
from seriktes.text import russian

#: So far behind an agreement's first words «между» may stand.
_REACH = 14
#: The kinds of bodies that are called by one noun in the plural, by the beginnings of words of their names.
_CALLED = {
    "вуз": ("университет", "академия", "институт"),
    "ведомство": ("министерств", "агентств", "мид"),
    "министерство": ("министерств", "мид", "мин"),
    "палата": ("палата", "тпп"),
    "университет": ("университет",),
    "акимат": ("акимат",),
    "мэрия": ("мэрия",),
    "парламент": ("парламент", "сенат", "мажилис"),
    "институт": ("институт",),
    "фонд": ("фонд",),
    "музей": ("музей",),
    "библиотека": ("библиотека",),
    "агентство": ("агентств",),
    "академия": ("академия",),
}


def called_sides(context: Context, view: View, agreement: Entity) -> list[Entity]:
    """The only two bodies of the document that are of the kind which is said to have the agreement between them."""
    words = _behind(view, agreement)
    if "между" not in words:
        return []
    phrase = words[words.index("между") + 1 :][:3]
    noun = next((lemma for word in phrase if (lemma := russian.lemma(word)) in _CALLED and _several(word)), "")
    if not noun:
        return []
    foreign = any(word.startswith(stem_list("ru", "foreign_affairs")) for word in phrase)
    starts = _CALLED[noun]
    found = [
        body
        for body in context.entities
        if body.type == "Organization"
        and body.name.lower().startswith(starts)
        and (not foreign or "иностранных дел" in body.name.lower() or body.name.startswith("МИД"))
    ]
    return found if len(found) == 2 else []


def _several(word: str) -> bool:
    return any(p.tag.number == "plur" and p.tag.case == "ablt" for p in russian.parses(word))


def _behind(view: View, agreement: Entity) -> list[str]:
    """The words of the agreement's mention in a sentence and of what follows it."""
    at = next((m.start for m in agreement.mentions if view.span.covers(m)), None)
    if at is None:
        return []
    return [token.text.lower() for token in view.sentence.tokens if token.start >= at][:_REACH]
