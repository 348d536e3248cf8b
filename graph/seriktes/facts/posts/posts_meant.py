"""Whose post a Russian or Kazakh title without a name beside it is: the region spoken of before, the sender of a delegation."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.facts.posts.title_words import Title
from seriktes.facts.view import View
from seriktes.facts.word_lists import word_pattern, words
from seriktes.model import Entity
from seriktes.text import russian

_PLACES = (("region_nouns", ("region",)), ("settlement_nouns", ("settlement",)), ("country_nouns", ("country",)))
_KAZAKH_PLACES = {"облыс": ("region",), "аудан": ("region",), "өңір": ("region",), "қала": ("settlement",)}
_AKIMS = (("әкім", "KZ"), ("хоким", "UZ"), ("губернатор", "RU"))
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
    kinds, country = (_place_nouns(view, title), None) if view.language == "ru" else _kazakh_place_nouns(view, title)
    start = view.items[title.first].start
    before = [(m.start, e) for e in entities if e.type == "Place" and e.kind in kinds for m in e.mentions if m.start < start]
    before = [(m, e) for m, e in before if country in (None, e.country)]
    if not before:
        return None
    last, place = max(before, key=lambda pair: pair[0])
    listed = any(e is not place and last - start < _LISTED for start, e in before)
    return None if listed and place.kind == "country" else place  # «гости из Китая и Индии»: none of them is «страна»


def _kazakh_place_nouns(view: View, title: Title) -> tuple[tuple[str, ...], str | None]:
    """«облыс әкімі», «қала әкімінің орынбасары»: the kind of place the word before the akim names, and whose akims are."""
    if view.language != "kk":
        return (), None
    spoken = [view.word(i) for i in range(max(0, title.first - 3), title.last + 1)]
    heads = ((place, country) for place, word in enumerate(spoken) for office, country in _AKIMS if word.startswith(office))
    akim, country = next(heads, (0, None))
    return (_KAZAKH_PLACES.get(spoken[akim - 1].removesuffix("ның").removesuffix("тың"), ()) if akim else ()), country


def _place_nouns(view: View, title: Title) -> tuple[str, ...]:
    """The kinds of place the title's last word can mean."""
    last = view.word(title.last)
    if not last or title.last == title.first:
        return ()
    lemma = russian.lemma(last)
    return next((kinds for name, kinds in _PLACES if lemma in words("ru", name)), ())


def heads_locally(title: str) -> bool:
    """ "Chairperson" of a district; not "head of the department" there."""
    match = word_pattern("en", "local_heads").match(f" {title} ")
    return match is not None and match.end() > len(title)


def sender(view: View, title: Title) -> Entity | None:
    """ "A delegation of the University of X, led by Vice-Rector Y": the body that sent them."""
    if view.language != "en":
        return None
    behalf = 3 + (view.word(3) == "the")
    if (
        [view.word(i) for i in range(3)] == ["on", "behalf", "of"]
        and behalf < title.first
        and view.items[behalf].type == "Organization"
    ):
        return view.items[behalf].entity  # "On behalf of X the document was signed by Rector Y"
    if view.word(title.first - 1) != "by":
        return _made_up_of(view, title)
    states = [i for i in view.mentions("Place") if i < title.first - 2 and view.word(i + 1) in ("was", "were", "is", "are")]
    if states and "represented" in (view.word(i) for i in range(states[-1], title.first)):
        return view.items[states[-1]].entity  # "Turkmenistan was represented at the talks by Deputy Minister X"
    before = [i for i in view.mentions("Organization") if i < title.first - 2]
    sent = (
        view.word(title.first - 2) in words("en", "led_by")
        and bool(before)
        and any(
            view.word(i).startswith(tuple(words("en", "sent_together"))) for i in range(max(0, before[-1] - 5), before[-1] + 2)
        )
    )
    return view.items[before[-1]].entity if sent else None


def _made_up_of(view: View, title: Title) -> Entity | None:
    """ "A delegation of the University of X consisting of Rector A, Dean B and Professor C": the body that sent them."""
    made = [i for i in range(title.first) if view.word(i) in words("en", "made_up_of")]
    before = [i for i in view.mentions("Organization") if made and i < made[-1]]
    if not before or not any(
        view.word(i).startswith(tuple(words("en", "sent_together"))) for i in range(max(0, before[-1] - 4), made[-1])
    ):
        return None
    return view.items[before[-1]].entity
