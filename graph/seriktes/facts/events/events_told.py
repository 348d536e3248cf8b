"""Who, where and when of each event that a Russian sentence names, by what hangs on it; and what hangs on another event."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.agents import OPENED
from seriktes.facts.context import Context
from seriktes.facts.events.attached import Attached
from seriktes.facts.events.later_days import of_the_event
from seriktes.facts.standing import goes_there
from seriktes.facts.trees import Tree
from seriktes.facts.word_lists import says
from seriktes.model import Fact, Span
from seriktes.text.dates import DateExpression

#: Labels of those who take part in what an event's noun tells: «встреча X с Y»; a subject may only speak of it.
_TAKING_PART = ("nmod", "obl", "acl")
_MONTH = 7


def told_of_events(context: Context) -> Iterator[Fact]:
    """Places, dates and participants that hang on the events of Russian sentences."""
    for number, found in context.attached.items():
        tree = context.trees[number]
        if says(tree.view, "denied"):
            continue
        dates = context.dates_in(tree.view.span)
        planned = says(tree.view, "not_asserted") or says(tree.view, "to_come")
        titled = context.owners(tree.view)
        for one in found:
            if one.item not in titled:  # «с послом Индии в Казахстане X», «с главой МИД Y»
                yield from _fact(tree, one, dates, planned)


def _fact(tree: Tree, one: Attached, dates: list[DateExpression], planned: bool) -> Iterator[Fact]:
    event = tree.view.items[one.event].entity
    if event is None:
        return
    if one.what == "date":
        date = next((d for d in dates if tree.items_of(d)[0] == one.item), None)
        if date is None:
            return
        when = of_the_event(tree.view, event, date)
        start, end = when.start_date or "", when.end_date or ""
        if len(start) >= _MONTH and end:
            yield Fact("dated", {"subject": event.id}, tree.view.span, {"start": start, "end": end}, 0.75, "ru.tree.date")
        return
    other = tree.view.items[one.item].entity
    if other is None or other.kind == "macroregion":
        return
    if one.what == "place" and other.type == "Place" and not goes_there(tree.view, one.item, event):
        yield Fact("located", {"subject": event.id, "place": other.id}, tree.view.span, {}, 0.75, "ru.tree.place")
    elif one.what == "agent" and one.how == "organiser" and one.nearness == 0:
        arguments = {"agent": other.id, "event": event.id}
        yield Fact("participation", arguments, tree.view.span, {"role": "organizer"}, 0.75, "ru.tree.organiser")
    elif one.what == "agent" and one.how in _TAKING_PART and not planned and not _opened(tree, one):
        arguments = {"agent": other.id, "event": event.id}
        yield Fact("participation", arguments, tree.view.span, {"role": "participant"}, 0.65, "ru.tree.participant")


def _opened(tree: Tree, one: Attached) -> bool:
    """«Открытие центра X»: X was opened, and took part in nothing."""
    event, item = tree.view.items[one.event], tree.view.items[one.item]
    return one.how == "nmod" and item.type == "Organization" and event.lower.split()[-1] in OPENED and not tree.governed(one.item)


def of_another(context: Context, number: int, event: str, what: str, reach: int = 0) -> list[Span]:
    """The people, places or dates of a sentence that hang on another event than the one given (its id), and not on it.

    ``reach``: how near they are at most (see :class:`Attached`).
    """
    found = [one for one in context.attached.get(number, ()) if one.what == what and one.nearness <= reach]
    if not found:
        return []
    tree = context.trees[number]
    items = tree.view.items
    own = {one.item for one in found if (entity := items[one.event].entity) is not None and entity.id == event}
    others = {one.item for one in found} - own
    if what != "date":
        return [Span(items[i].start, items[i].end) for i in others]
    return [Span(d.start, d.end) for d in context.dates_in(tree.view.span) if tree.items_of(d)[0] in others]
