"""Who, where and when of each event that a Russian sentence names, by what hangs on it; and what hangs on another event."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.attached import Attached, attached
from seriktes.facts.context import Context
from seriktes.facts.frames import word_pattern
from seriktes.facts.trees import Tree
from seriktes.model import Fact, Span
from seriktes.text.dates import DateExpression

#: Labels of those who take part in what an event's noun tells: «встреча X с Y»; a subject may only speak of it.
_TAKING_PART = ("nmod", "obl", "acl")
_MONTH = 7


def told_of_events(context: Context) -> Iterator[Fact]:
    """Places, dates and participants that hang on the events of Russian sentences."""
    for tree in context.trees.values():
        row = tree.view.row[0]
        if not tree.view.mentions("Event") or word_pattern("ru", "denied").search(row):
            continue
        dates = context.dates_in(tree.view.span)
        planned = word_pattern("ru", "not_asserted").search(row) is not None
        for one in attached(tree, dates):
            yield from _fact(tree, one, dates, planned)


def _fact(tree: Tree, one: Attached, dates: list[DateExpression], planned: bool) -> Iterator[Fact]:
    event = tree.view.items[one.event].entity
    if event is None:
        return
    if one.what == "date":
        date = next(d for d in dates if tree.items_of(d)[0] == one.item)
        start, end = date.start_date or "", date.end_date or ""
        if len(start) >= _MONTH and end:
            yield Fact("dated", {"subject": event.id}, tree.view.span, {"start": start, "end": end}, 0.75, "ru.tree.date")
        return
    other = tree.view.items[one.item].entity
    if other is None or other.kind == "macroregion":
        return
    if one.what == "place" and other.type == "Place":
        yield Fact("located", {"subject": event.id, "place": other.id}, tree.view.span, {}, 0.75, "ru.tree.place")
    elif one.what == "agent" and one.how in _TAKING_PART and not planned:
        arguments = {"agent": other.id, "event": event.id}
        yield Fact("participation", arguments, tree.view.span, {"role": "participant"}, 0.65, "ru.tree.participant")


def of_another(context: Context, number: int, event: str, what: str, reach: int = 0) -> list[Span]:
    """The people, places or dates of a sentence that hang on another event than the one given (its id), and not on it.

    ``reach``: how near they are at most (see :class:`Attached`).
    """
    tree = context.trees.get(number)
    if tree is None or not tree.view.mentions("Event"):
        return []
    dates = context.dates_in(tree.view.span)
    mine: set[int] = set()
    others: set[int] = set()
    for one in attached(tree, dates):
        entity = tree.view.items[one.event].entity
        if one.what == what and one.nearness <= reach and entity is not None:
            (mine if entity.id == event else others).add(one.item)
    spans = {tree.items_of(d)[0]: Span(d.start, d.end) for d in dates} if what == "date" else {
        i: Span(tree.view.items[i].start, tree.view.items[i].end) for i in others}  # fmt: skip
    return [spans[i] for i in others - mine]
