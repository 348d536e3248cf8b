"""Where a Kazakh title begins whose body is not told beside it: its post word, what describes it, and the small unit it heads."""

from __future__ import annotations

from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import stem_list, words
from seriktes.text import kazakh

_ABOUT = frozenset(("жөніндегі", "бойынша"))
_LONGEST_FIELD = 6
_ORDINALS = frozenset(("бірінші", "екінші", "үшінші"))  # «әкімінің бірінші орынбасары»


def noun_phrase_start(view: View, first: int, place: int) -> int:
    """Without an owner nobody knows where the title begins: its post word and what directly describes it."""
    start = place - 1
    while start > first:
        word = view.word(start - 1)
        if word in _ABOUT:  # «халықаралық ынтымақтастық жөніндегі проректоры»
            field = start - 1
            while field > first and start - field < _LONGEST_FIELD and not view.word(field - 1).endswith(kazakh.GENITIVE):
                field -= 1
            start = field
        elif word.startswith(stem_list("kk", "title_units")) and word.endswith(
            kazakh.GENITIVE
        ):  # «халықаралық байланыстар бөлімінің басшысы»
            start = _unit_start(view, first, start - 1)
        elif (
            word in words("kk", "title_openers")
            or is_post_word(view.items[start - 1].text, "kk")
            or (word in _ORDINALS and start - 1 > first and is_post_word(view.word(start - 2), "kk"))
        ):
            start -= 1
        else:
            break
    return start


def _unit_start(view: View, first: int, place: int) -> int:
    """Where the field of a small unit begins, that is a part of its head's title."""
    field = place
    while field > first and place - field < _LONGEST_FIELD and not view.word(field - 1).endswith(kazakh.GENITIVE):
        field -= 1
    return field + (view.word(field) in words("kk", "and"))


def behind_bare_body(view: View, first: int, end: int) -> int:
    """«…, марапатты ұйымның төрайымы X»: the title begins behind a body that is called by its type word alone."""
    bodies = (i for i in range(end - 2, first - 1, -1) if view.word(i).endswith(kazakh.GENITIVE))
    return next((i + 1 for i in bodies if kazakh.stem(view.word(i)) in words("kk", "body_nouns")), first)
