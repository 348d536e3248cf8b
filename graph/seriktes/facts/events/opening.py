"""Where and when the report's own event took place, by its headline, dateline and opening, where no sentence says it."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.background import is_background
from seriktes.facts.context import Context
from seriktes.facts.events.beside_event import date_of_another, of_other_events
from seriktes.facts.events.events_told import of_another
from seriktes.facts.events.headlines import in_dateline, is_dateline, town_at_the_end, town_at_the_head
from seriktes.facts.events.later_days import of_the_event
from seriktes.facts.frames import find_triggers
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity, Fact
from seriktes.text.dates import DateExpression

#: So near its date stands the word that tells what is held then.
_CLOSE = 4


def from_opening(context: Context, stated: list[Fact]) -> Iterator[Fact]:
    """Where nothing else tells: the main event took place where the dateline says, on the first day the opening names."""
    main = context.focus.main
    if main is None:
        return
    known = {f.type for f in stated if f.arguments.get("subject") == main.id}
    opening = [v for v in context.body if v.number <= 6]
    if "located" not in known and not _abroad(context, main, stated):
        yield from _from_headline_or_dateline(context, main, opening)
    if "dated" not in known:
        for view in opening:
            others = of_another(context, view.number, main.id, "date", 1)
            days = [
                d for d in context.dates_in(view.span) if len(d.start_date or "") == 10 and d.end_date and len(view.items) > 8
            ]
            days = [d for d in days if not any(d.overlaps(o) for o in others)]
            days = [d for d in days if view.language != "en" or not (in_dateline(view, d) or date_of_another(view, d, main))]
            days = [d for d in days if _near_report(context, d) and not _of_what_is_to_come(view, d, main)]
            if days and any(of_other_events(view, t) for t in find_triggers(view, "happening")):
                continue
            if days and not is_background(view) and not _is_byline(view) and not context.in_speech(view):
                yield dated(view, main, days[0], "opening.date")
                break


def _abroad(context: Context, main: Entity, stated: list[Fact]) -> bool:
    """Whether a visit that leads elsewhere is told beside the main event: the newsroom's town is not where they met."""
    visits = {e.id for e in context.entities if e.type == "Event" and e.kind == "other" and e is not main}
    if context.document.language != "ru" or not visits:
        return False
    told = {f.arguments["subject"] for f in stated if f.type == "located"}
    for number, found in context.attached.items():
        items = context.views[number].items
        told |= {e.id for one in found if one.what == "place" and (e := items[one.event].entity) is not None}
    return not visits.isdisjoint(told)


def _near_report(context: Context, date: DateExpression) -> bool:
    """Whether a day can be that of what is reported: relations "established on 19 January 1992" are not."""
    published = context.document.published
    return published is None or abs(int(date.start_date[:4]) - int(str(published)[:4])) <= 1 if date.start_date else False


def _of_what_is_to_come(view: View, date: DateExpression, main: Entity) -> bool:
    """Kazakh: «15 наурызда өтетін референдумға шақырды»: the day of something else that is still to be held."""
    behind = next((i for i, item in enumerate(view.items) if item.start >= date.end), len(view.items))
    near = range(behind, min(behind + _CLOSE, len(view.items)))
    coming = next((i for i in near if view.language == "kk" and view.word(i) in words("kk", "coming")), None)
    return coming is not None and all(view.items[i].entity is not main for i in range(coming, min(coming + 8, len(view.items))))


def _is_byline(view: View) -> bool:
    """ "By X in Nation on 14 November", "Published 3 May 2024 | Images": when it was written."""
    if (
        view.language == "en"
        and view.word(0) in words("en", "stamps")
        and view.word(1)[:1] in ("", ":", "–", "-", "|", *"0123456789")
    ):
        return True
    return view.language == "en" and view.word(0) == "by" and len(view.items) > 1 and view.items[1].type == "Person"


def _from_headline_or_dateline(context: Context, main: Entity, opening: list[View]) -> Iterator[Fact]:
    """The town a headline opens with, else the dateline's, else the one a headline closes with."""
    found: list[tuple[View, Entity, float, str]] = [(*told, 0.6, "headline.place") for told in town_at_the_head(context)]
    for view in opening:
        lines = [i for i in view.mentions("Place") if is_dateline(view, i)]
        place = view.items[lines[0]].entity if lines else None
        if place is not None and place.kind == "settlement":
            found.append((view, place, 0.45, "opening.dateline"))
    found += [(*told, 0.5, "headline.place") for told in town_at_the_end(context)]
    for view, town, confidence, rule in found[:1]:
        yield Fact("located", {"subject": main.id, "place": town.id}, view.span, {}, confidence, rule)


def is_time_of(view: View, date: DateExpression) -> bool:
    """Whether the date can be that of the event: at least a month; a bare year mostly belongs to something else."""
    return bool(date.start_date and date.end_date) and len(date.start_date or "") >= 7


def dated(view: View, event: Entity, date: DateExpression, rule: str, confidence: float = 0.75) -> Fact:
    """The fact that an event took place on the day or days a date tells."""
    when = of_the_event(view, event, date)
    return Fact(
        "dated", {"subject": event.id}, view.span, {"start": when.start_date or "", "end": when.end_date or ""}, confidence, rule
    )
