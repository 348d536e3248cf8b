"""When an agreement was signed: the one date told of it, and whether the text only looks back to it."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger
from seriktes.facts.view import View
from seriktes.model import Entity, Fact
from seriktes.text import russian

#: So long is a date that is only a year.
_YEAR = 4


def refers_back(view: View, trigger: Trigger) -> bool:
    """Russian: «ход выполнения Программы, подписанной в Москве»: a participle tells of an agreement already signed."""
    word = view.word(trigger.first)
    return view.language == "ru" and word != "" and russian.part_of_speech(word) == "PRTF"


def told_of_the_past(context: Context, view: View, event: Entity) -> bool:
    """Whether the sentence dates the signing in a year before the report, at no event it names itself."""
    report = context.document.published
    if report is None or any(view.items[i].entity is event for i in view.mentions("Event")):
        return False
    dates = context.dates_in(view.span)
    return bool(dates) and all((date.end_date or "")[:4] < report[:4] for date in dates)


def signed_on(context: Context, view: View, agreement: Entity, trigger: Trigger, end: int) -> Iterator[Fact]:
    """The one date of the sentence, unless it stands behind ``end``, with the next agreement that is told of."""
    named = [m for m in agreement.mentions if view.span.covers(m)]  # "an Action Plan for 2025": the plan's year
    dates = [d for d in context.dates_in(view.span) if d.start_date and not _period(view, d.start, d.start_date)]
    dates = [d for d in dates if not any(m.covers(d) for m in named)]
    if len(dates) == 1 and dates[0].start < end and dates[0].start_date and dates[0].start_date == dates[0].end_date:
        yield Fact(
            "dated",
            {"subject": agreement.id},
            view.span,
            {"start": dates[0].start_date, "end": dates[0].end_date or dates[0].start_date},
            0.7,
            trigger.frame.id,
        )


def _period(view: View, start: int, date: str) -> bool:
    """«Соглашение на 2025 год», "an action plan for 2025": what the agreement is for, not when it was signed."""
    place = next((i for i, item in enumerate(view.items) if item.end > start), 0)
    return len(date) == _YEAR and view.word(place - 1) in ("на", "for")
