"""The town that a headline opens or closes with, or a dateline opens with: where what is told took place."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity
from seriktes.text import russian
from seriktes.text.dates import DateExpression

#: Among how many first lines the headline is looked for.
_HEAD, _END = 6, 3
#: How far from its beginning a report's dateline has its date, in characters.
DATELINE = 30


def town_at_the_head(context: Context) -> Iterator[tuple[View, Entity]]:
    """«В Оше обсудили роль медиаторов»: a headline that begins with the town and tells in the past what was done there."""
    for view in context.views[:_HEAD]:
        place = view.items[1].entity if len(view.items) > 3 and view.word(0) in ("в", "во") else None
        if view.language != "ru" or place is None or place.kind != "settlement":
            continue
        verbs = [p for i in range(2, min(5, len(view.items))) if view.word(i) for p in russian.parses(view.word(i))[:1]]
        if any(p.tag.POS in ("VERB", "PRTS") and p.tag.tense == "past" for p in verbs):
            yield view, place


def town_at_the_end(context: Context) -> Iterator[tuple[View, Entity]]:
    """ "Expert meeting in Almaty": an English headline that closes with the town."""
    for view in context.views[:_END] if context.document.language == "en" else ():
        last = len(view.items) - 1
        place = view.items[last].entity
        if (
            place is not None
            and place.type == "Place"
            and place.kind == "settlement"
            and view.word(last - 1) == "in"
            and last > 2
        ):
            yield view, place


#: Before the place of a dateline stands at most an abbreviation: «г. Астана», «АҚШ, Нью-Йорк».
_ABBREVIATED = 3


def is_dateline(view: View, index: int) -> bool:
    """«Астана, 12 мамыр –»: a place that opens the report."""
    if index > 1 or view.items[index].type != "Place":
        return False
    if index == 0 and _only_where_and_when(view):
        return True
    opens = view.items[0]
    if (
        index
        and opens.type != "Place"
        and (opens.entity is not None or (opens.text.isalpha() and len(opens.text) > _ABBREVIATED))
    ):
        return False  # «Форумға Түркия, Пакистан елшілері қатысты»
    head = [view.word(i) for i in range(index + 1, min(index + 9, len(view.items)))]
    if head[:1] in (["–"], ["—"], ["-"]) and index + 2 < len(view.items) and view.items[index + 2].type == "Place":
        return False  # «Омск – Павлодар: …»
    return any(w in ("–", "—", "-", "/", ".", "(", "қазақпарат") for w in head) and (
        head[:1] in ([","], ["."], ["–"], ["—"], ["/"], ["("]) or any(w[:1].isdigit() for w in head[:3])
    )


def _only_where_and_when(view: View) -> bool:
    """A line of its own with a place and a date or a second place: "ASHGABAT, Turkmenistan", "Baku, 11 April 2025"."""
    rest = view.items[1:]
    return 1 < len(rest) <= 6 and all(
        item.type == "Place" or item.text in ",.–—-/" or item.text.isdigit() or item.lower in words(view.language, "months")
        for item in rest
    )


def _said_on(view: View, date: DateExpression) -> bool:
    """ "X reports on Nov. 8": when it was told."""
    place = next((i for i, item in enumerate(view.items) if item.start >= date.start), 0)
    return view.word(place - 1) == "on" and view.word(place - 2) in words("en", "reporting")


def in_dateline(view: View, date: DateExpression) -> bool:
    """ "Washington, April 24, 2024 – …": the day a report was sent dates nothing, unless it says "today"."""
    if _said_on(view, date):
        return True
    if any(item.lower == "today" for item in view.items):
        return False
    told = next((i for i, item in enumerate(view.items) if item.start >= date.start), 0)
    if view.word(told - 1) == "on" and view.word(told - 2) in ("—", "–", "-"):
        return False  # "Tashkent (X) — On 29 August, …": the sentence has begun
    place = next(iter(view.mentions("Place")), len(view.items))
    return date.start - view.span.start < DATELINE and place < 2 and is_dateline(view, place)
