"""Posts told of somebody by a pronoun: «Ол – X университетінің проректоры», «Она является директором X», "She is head of X"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import says, words
from seriktes.model import Entity, Fact, Span

#: So many sentences further up stands who is meant; so many words a title has at most.
_BACK = 2
_LONGEST = 6
_DASHES = frozenset("–—-")


def posts_by_pronoun(context: Context) -> Iterator[Fact]:
    """Posts of the one person whom the sentences right before name."""
    for view in context.body:
        if view.word(0) not in words(view.language, "pronouns") or view.mentions("Person") or says(view, "not_asserted"):
            continue
        found = _title(view)
        person, start = _meant(context, view) if found else (None, 0)
        if found and person is not None:
            title, owner = found
            body = view.items[owner].entity
            assert body is not None
            arguments = {"person": person.id, "organization": body.id}
            evidence = Span(start, view.span.end)
            yield Fact("post", arguments, evidence, {"title": title}, 0.7, "posts.pronoun")


def _meant(context: Context, view: View) -> tuple[Entity | None, int]:
    """The only person of the nearest sentence before that names any, and where that sentence begins."""
    for before in reversed(context.views[max(0, view.number - _BACK) : view.number]):
        persons = {p.id: p for i in before.mentions("Person") if (p := before.items[i].entity) is not None}
        if persons:
            return (next(iter(persons.values())), before.span.start) if len(persons) == 1 else (None, 0)
    return None, 0


def _title(view: View) -> tuple[str, int] | None:
    """The words of the post behind the pronoun, and the item that is its body."""
    owner = next(iter(view.mentions("Organization")), None)
    if owner is None:
        return None
    if view.language == "kk":
        return _behind(view, owner)
    first = _said(view)
    last = owner - 1
    while last > first and view.word(last) in words(view.language, "of_the"):
        last -= 1
    return _told(view, first, last, owner) if first else None


def _said(view: View) -> int:
    """Where the title begins behind «Она –», «Он является», "She is currently"; 0 where the sentence tells none."""
    place = 1
    while view.word(place) in words(view.language, "meanwhile"):
        place += 1
    if view.word(place) not in words(view.language, "copulas") and view.word(place) not in _DASHES:
        return 0
    place += 1
    while view.word(place) in words(view.language, "meanwhile"):
        place += 1
    return place


def _behind(view: View, owner: int) -> tuple[str, int] | None:
    """Kazakh: the title stands behind its body, and the pronoun right before it or before a date."""
    if not view.items[owner].may_be("gen", "nom", "attr") or owner > _LONGEST:
        return None
    last = next((i for i in range(owner + 1, min(len(view.items), owner + _LONGEST)) if _post(view, i)), None)
    ends = last is not None and (view.word(last + 1) in (".", "") or view.word(last + 1) in words("kk", "copulas"))
    return _told(view, owner + 1, last, owner) if last is not None and ends else None


def _told(view: View, first: int, last: int, owner: int) -> tuple[str, int] | None:
    """The title from one item to the other: a few plain words, one of them a post word."""
    if not 0 <= last - first < _LONGEST or any(not view.word(i)[:1].isalpha() for i in range(first, last + 1)):
        return None
    if not any(_post(view, i) for i in range(first, last + 1)):
        return None
    return " ".join(view.items[i].text for i in range(first, last + 1)), owner


def _post(view: View, index: int) -> bool:
    word = view.word(index)
    return word != "" and is_post_word(word, view.language)
