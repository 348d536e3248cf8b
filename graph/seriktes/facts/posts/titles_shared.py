"""One title for a list of names: who else holds it, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from seriktes.facts.posts.title_words import Title, can_own, is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.text import kazakh, russian


def shared_titles(view: View, titles: Iterable[Title], left: int, person: int) -> list[Title]:
    """«депутаттары X, Y»: a title in the plural holds for every name of the list."""
    between = [view.word(i) for i in range(left + 1, person)]
    if view.language == "en" and between[:1] == ["of"] and any(t.person == left and t.owner == left + 2 for t in titles):
        between = between[2:]
    if not between or any(w not in words(view.language, "and") | {","} for w in between):
        return []
    return [
        Title(person, t.first, t.last, t.owner)
        for t in titles
        if t.person == left and t.first <= t.last and t.first < t.person and in_plural(view, t)
    ]


def titles_owned_apart(view: View, titles: Iterable[Title], left: int, person: int) -> list[Title]:
    """ "The Presidents of Kazakhstan, X, and of Uzbekistan, Y": one title in the plural, an owner before each name."""
    owner = person - 2
    if view.language != "en" or view.word(person - 1) != "," or owner <= left or not can_own(view, owner):
        return []
    linking = words("en", "and") | {",", "of", "the"}
    if any(view.word(i) not in linking for i in range(left + 1, owner)):
        return []
    return [
        Title(person, t.first, t.last, owner) for t in titles if t.person == left and t.owner is not None and in_plural(view, t)
    ]


def in_plural(view: View, title: Title) -> bool:
    """Whether a title is told of several: «депутаттары», "Presidents"."""
    text = view.items[title.last if view.language == "kk" else title.first].lower
    if view.language == "kk":
        return any(p in text[-8:] for p in kazakh.PLURAL)
    if view.language == "ru":
        return any(p.tag.number == "plur" and p.tag.case == "nomn" for p in russian.parses(text))
    return any(
        is_post_word(view.items[i].text, "en") and view.items[i].lower.endswith("s") for i in range(title.first, title.last + 1)
    )
