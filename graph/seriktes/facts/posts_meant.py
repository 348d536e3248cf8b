"""Whose post a Russian title without a name beside it is: the region spoken of before, the sender of a delegation."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.facts.frames import word_pattern, words
from seriktes.facts.title_words import Title
from seriktes.facts.view import View
from seriktes.model import Entity
from seriktes.text import russian

_PLACES = (("region_nouns", ("region",)), ("settlement_nouns", ("settlement",)), ("country_nouns", ("country",)))
#: How far before the title a delegation may be named, in items.
_REACH = 14
#: Two countries named as near as this, in characters, stand in one list.
_LISTED = 40


def sent_by(view: View, title: Title) -> Entity | None:
    """«Делегация университета X во главе с ректором Y», «делегацию области возглавил губернатор Y»: who sent them."""
    if view.language != "ru" or _place_nouns(view, title):
        return None
    row, starts = view.row
    first = max(0, title.first - _REACH)
    between = " " + row[starts[first] : starts[title.first]]
    if word_pattern("ru", "heading").search(between) is None:
        return None
    senders = [i for i in range(first, title.first) if view.items[i].type in ("Organization", "Place")]
    for index in senders:
        if word_pattern("ru", "delegation").search(" " + row[starts[max(0, index - 3)] : starts[index]]):
            return view.items[index].entity
    return None


def meant_place(view: View, title: Title, entities: Sequence[Entity]) -> Entity | None:
    """«Первый заместитель акима области», «глава города»: the place of that kind named last before the title."""
    kinds = _place_nouns(view, title) if view.language == "ru" else ()
    start = view.items[title.first].start
    before = [(m.start, e) for e in entities if e.type == "Place" and e.kind in kinds for m in e.mentions if m.start < start]
    if not before:
        return None
    last, place = max(before, key=lambda pair: pair[0])
    listed = any(e is not place and last - start < _LISTED for start, e in before)
    return None if listed and place.kind == "country" else place  # «гости из Китая и Индии»: none of them is «страна»


def _place_nouns(view: View, title: Title) -> tuple[str, ...]:
    """The kinds of place the title's last word can mean."""
    last = view.word(title.last)
    if not last or title.last == title.first:
        return ()
    lemma = russian.lemma(last)
    return next((kinds for name, kinds in _PLACES if lemma in words("ru", name)), ())
