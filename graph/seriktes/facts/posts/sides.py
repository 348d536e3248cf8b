"""Whose officers a Russian list names without saying it again: «Со стороны университета X участвовали проректор Y, декан Z».

The side is told once, before the list: by a body («со стороны X»), by a country's adjective («с узбекской стороны»,
«латвийскую делегацию возглавлял»), or by a delegation whose sender was named before («в состав делегации вошли»).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from seriktes.authority.records import load_authority
from seriktes.facts.posts.title_words import Title
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity
from seriktes.text import russian

#: How many sentences back the sender of a delegation may be named, and how far behind the word its name may stand.
_BACK, _NEAR = 3, 3

#: So near before a title stands the adjective of the side it speaks for.
_NEAR_SIDE = 4

Heads = Callable[[Sequence[Entity]], Sequence[Entity]]


def side_of(view: View, title: Title, bodies: Sequence[Entity], views: Sequence[View], heads: Heads) -> Entity | None:
    """The body of the side that the person's list stands for; ``heads`` picks the bodies that such an officer can head."""
    if view.language != "ru":
        return None
    for place in range(title.first - 1, -1, -1):
        if view.word(place).startswith("сторон"):
            if view.word(place - 1) == "со" and place + 1 < title.first and view.items[place + 1].type == "Organization":
                return view.items[place + 1].entity
            return _of_country(view.word(place - 1), bodies, heads)
        if view.word(place) == "от" and _opens_clause(view, place) and view.items[place + 1].type == "Organization":
            return view.items[place + 1].entity
        if view.word(place) in ("–", "—", "-") and (country := _of_country(view.word(place - 1), bodies, heads)):
            return country  # «казахстанскую делегацию возглавил X, японскую – Y»
        if _is_delegation(view, place):
            country = _of_country(view.word(place - 1), bodies, heads)
            return country or (_sender(view, place, views) if view.word(place - 1).startswith("состав") else None)
    return None


def _opens_clause(view: View, place: int) -> bool:
    """«От университета во встрече участвовали …», «…, от АНЕ – генеральный секретарь X»."""
    return place == 0 or view.items[place - 1].text in ",;:–—-"


def _of_country(adjective: str, bodies: Sequence[Entity], heads: Heads) -> Entity | None:
    country = demonyms().get(russian.lemma(adjective)) if adjective else None
    if country is None:
        return None
    fitting = heads([body for body in bodies if body.country == country])
    return fitting[0] if len(fitting) == 1 else None


def its_country(view: View, title: Title) -> set[str]:
    """Russian: «узбекскую делегацию возглавил заместитель министра Имя»: the country of the adjective before the title."""
    before = range(max(0, title.first - _NEAR_SIDE), title.first) if view.language == "ru" else ()
    known = demonyms() if before else {}
    return {known[lemma] for i in before if view.word(i) and (lemma := russian.lemma(view.word(i))) in known}


@cache
def demonyms() -> dict[str, str]:
    """The Russian adjectives of countries, with their countries."""
    return {russian.lemma(word): country for word, country in load_authority().demonyms.get("ru", {}).items()}


def _is_delegation(view: View, place: int) -> bool:
    return view.word(place).startswith(tuple(start.rstrip("*") for start in words("ru", "delegation")))


def _sender(view: View, place: int, views: Sequence[View]) -> Entity | None:
    """Who sent the delegation spoken of at ``place``: named right behind the word, here or up to three sentences before."""
    if (here := _named_behind(view, place)) is not None:
        return here
    for earlier in reversed([v for v in views if view.number - _BACK <= v.number < view.number]):
        senders = [s for i in range(len(earlier.items)) if _is_delegation(earlier, i) and (s := _named_behind(earlier, i))]
        if senders:
            return senders[-1]
    return None


def _named_behind(view: View, place: int) -> Entity | None:
    return next(_bodies_behind(view, place), None)


def _bodies_behind(view: View, place: int) -> Iterator[Entity]:
    for index in range(place + 1, min(place + 1 + _NEAR, len(view.items))):
        entity = view.items[index].entity
        if entity is not None and entity.type == "Organization":
            yield entity
        if entity is not None or not view.items[index].text[0].isalpha():
            return
