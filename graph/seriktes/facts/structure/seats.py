"""Where bodies and projects sit: «X қоры … Шымкент қаласында орналасқан», "the Abai-based foundation"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.standing import case_at, whither
from seriktes.facts.structure.english_seats import project_seats
from seriktes.facts.view import View
from seriktes.facts.word_lists import word_pattern, words
from seriktes.model import Entity, Fact
from seriktes.text import russian

#: Where a place stands that a sentence opens with: "Based in Taraz, …".
_OPENS = 2


def seats(context: Context) -> Iterator[Fact]:
    """Where bodies sit: «Ош қаласындағы X қоры», "the Tashkent-based foundation X", "X (Kyrgyzstan)", "X is located in Y"."""
    for view in context.naming("Place"):
        yield from project_seats(view)
        for index in view.mentions("Place"):
            place = view.items[index].entity
            body = _seated(view, index)
            abroad = body is not None and body.kind in ("intergovernmental", "diplomatic_mission", "government")
            office = view.language == "kk" and place is not None and place.kind == "country" and abroad
            if body is not None and place is not None and place.kind != "macroregion" and not office:
                yield Fact("located", {"subject": body.id, "place": place.id}, view.span, {}, 0.65, "structure.seat")


def _seated(view: View, index: int) -> Entity | None:
    if view.word(index - 1) == "(" and view.word(index + 1) in (")", ","):
        second = view.items[index + 2].type if index + 2 < len(view.items) else None
        only = view.word(index + 1) == ")" or (second == "Place" and view.word(index + 3) == ")")
        return _body(view, index - 2) if only else None
    lying = next((i for i in range(index + 1, index + 4) if view.word(i) == "орналасқан"), None)
    if view.language == "kk" and lying is not None and _body(view, lying + 1) is not None:
        return _body(view, lying + 1)  # «Тараз қаласында орналасқан X университеті»
    if view.language == "kk" and _lies_here(view, index):
        return next((b for i in view.mentions("Organization") if i < index and (b := _body(view, i))), None)
    if view.language == "kk" and "attr" in case_at(view, index):
        start = index + (2 if view.word(index + 1).startswith(("қала", "облыс", "ауыл", "ауда")) else 1)
        return _body(view, start)
    behind = view.word(index - 1) in ("in", "в") and view.items[index].entity is not None
    if view.word(index - 1) == "the" and view.word(index - 2) == "in" and view.items[index].entity.kind == "region":  # type: ignore[union-attr]
        return _body(view, index - 3)  # "the Family Center foundation in the Abai region"
    if behind and view.items[index].entity.kind == "settlement" and not whither(view, index):  # type: ignore[union-attr]
        bracket = view.word(index - 2) == ")" and view.word(index - 4) == "("
        body = _body(view, index - 5) if bracket else _body(view, index - 2)
        if body is not None and not _then_happened(view, index):
            return body
    if view.language == "ru":
        return _sits(view, index)
    if view.language == "en":
        if view.word(index - 1) == "in" and view.word(index - 2) in ("located", "based", "headquartered"):
            if index == _OPENS and view.word(index + 1) == ",":  # "Based in Taraz, the X Foundation …"
                return next((b for i in range(index + 2, index + 4) if (b := _body(view, i))), None)
            before = view.mentions("Organization")
            only = len([i for i in before if i < index]) == 1 and view.word(index - 3) in (
                "is",
                "are",
            )  # "X, founded in 1993, is based in Y"
            return next((b for i in range(index - 3, -1 if only else max(-1, index - 7), -1) if (b := _body(view, i))), None)
        if view.word(index - 1) == "in" and view.word(index - 2) in words("en", "seat_nouns"):
            owned = index - 4 if view.word(index - 3) in ("its", "main", "head") else index - 3  # "X has its headquarters in Y"
            return next((b for i in range(owned, max(-1, owned - 4), -1) if (b := _body(view, i))), None)
        if view.word(index + 1) in ("-based", "based"):
            return next((b for i in range(index + 2, index + 6) if (b := _body(view, i))), None)
    return None


def _then_happened(view: View, index: int) -> bool:
    """«К юбилею X в Таразе начался форум»: the place is where the verb behind it happened, not where X sits."""
    return view.language == "ru" and russian.part_of_speech(view.word(index + 1) or "-") == "VERB"


def _lies_here(view: View, index: int) -> bool:
    """«орталығы Шымкент қаласында орналасқан»: the body the sentence opens with sits there."""
    behind = [view.word(i) for i in range(index + 1, min(index + 4, len(view.items)))]
    return any(word.startswith("орналасқан") for word in behind)


def _sits(view: View, index: int) -> Entity | None:
    """«В Риге функционирует посольство X», «проект X реализуется в Оше»: the only one of a sentence that says where."""
    bodies = view.mentions("Project") or view.mentions("Organization")
    if len(bodies) != 1 or view.word(index - 1) not in ("в", "во") or not view.items[index].may_be("loc"):
        return None
    project = view.items[bodies[0]].type == "Project"
    if not project and any(item.lower.startswith(("визит", "поездк")) for item in view.items):
        return None  # «глава X находится с визитом в Оше»
    return _body(view, bodies[0]) if word_pattern("ru", "works" if project else "sits").search(view.row[0]) else None


def _body(view: View, index: int) -> Entity | None:
    if 0 <= index < len(view.items) and view.items[index].type in ("Organization", "Project"):
        return view.items[index].entity
    return None
