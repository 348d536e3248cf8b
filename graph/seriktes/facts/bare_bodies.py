"""Bodies that a Kazakh sentence calls by their type word alone: «муниципалитет пен филиал келісімге қол қойды», «Аталған бірлестік …»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seriktes.facts.context import Context
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity
from seriktes.text import kazakh

_POINTING = frozenset(("аталған", "аталмыш", "бұл", "осы"))
_JOINS = frozenset(("мен", "пен", "бен", "және", ","))
#: How near a name stands that is joined to a bare type word.
_NEAR = 3
#: Nouns that any body of a kind is called by.
_KINDS = {"кәсіпорын": "company"}


def bare_sides(context: Context, view: View, low: int, high: int) -> list[tuple[int, Entity]]:
    """The bodies that sign, with their places: bare type words joined with «мен», before «арасында» or right before a name."""
    return [
        (index, body)
        for index in range(low, high)
        if (noun := _bare(view, index)) and _joined(view, index) and (body := _meant(context, view, index, noun)) is not None
    ]


def with_names(
    context: Context, view: View, bare: Sequence[tuple[int, Entity]], low: int, high: int, is_side: Callable[[int], bool]
) -> list[Entity]:
    """Those sides and the names joined to them: «муниципалитет пен Тараз қаласы»; ``is_side`` tells which bodies can be one."""
    owners = context.owners(view)
    near = (i for i in range(low, high) if view.items[i].type in ("Organization", "Place") and i not in owners)
    joined = [i for i in near if any(0 < abs(i - at) <= _NEAR and _linked(view, i, at) for at, _ in bare)]
    named = [i for i in joined if view.items[i].type == "Place" or is_side(i)]
    found = [*bare, *((i, entity) for i in named if (entity := view.items[i].entity) is not None)]
    return list({body.id: body for _, body in sorted(found, key=lambda pair: pair[0])}.values())


def _linked(view: View, one: int, other: int) -> bool:
    between = range(min(one, other) + 1, max(one, other))
    return any(view.word(i) in words("kk", "list_joins") for i in between)


def bare_subject(context: Context, view: View, low: int, high: int) -> list[Entity]:
    """The body that a sentence opens with by its type word: «Қор 2021 жылдан бері … жүргізеді», «Аталған бірлестік …»."""
    place = low + (view.word(low) in _POINTING)
    if place > 1 or place >= high or not (noun := _bare(view, place)) or view.word(place + 1) == ",":
        return []
    follower = view.word(place + 1)
    owned = follower.endswith(("ы", "і", "ның", "нің", "лар", "лер", "дар", "дер")) or kazakh.case_of(view.word(place)) != "nom"
    body = None if owned else _meant(context, view, place, noun)
    return [body] if body is not None else []


def _bare(view: View, index: int) -> str:
    """The type word, in the nominative or with «-мен», that stands alone at a place; else nothing."""
    item = view.items[index] if 0 <= index < len(view.items) else None
    if view.language != "kk" or item is None or item.entity is not None or (item.text[:1].isupper() and index):
        return ""
    form = kazakh.analyse(item.lower)
    return form.base if form.case in ("nom", "ins") and form.base in words("kk", "bare_bodies") else ""


def _joined(view: View, index: int) -> bool:
    """Whether a type word is one of a list: what modifies another noun («университет ректоры») is none."""
    before, after = view.word(index - 1), view.word(index + 1)
    return after in _JOINS or (before in _JOINS and (after.startswith("арасын") or not after.endswith(("ы", "і", "лар", "лер"))))


def _meant(context: Context, view: View, index: int, noun: str) -> Entity | None:
    """The body of that noun named last before; none where the text has named none."""
    start = view.items[index].start
    named = [
        (m.start, body) for body in context.entities if body.type == "Organization" for m in body.mentions if m.start < start
    ]
    fitting = [(at, body) for at, body in named if _is_called(body, noun)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _is_called(body: Entity, noun: str) -> bool:
    if noun in _KINDS:
        return body.kind == _KINDS[noun]
    return any(_head(name) == noun for name in {body.name, *(m.text for m in body.mentions)})


def _head(name: str) -> str:
    """The last word of a name without its endings: what the body is called alone."""
    last = [part for part in name.replace("»", " ").replace("«", " ").split() if part[0].isalpha()][-1:]
    return kazakh.stem(last[0]) if last else ""
