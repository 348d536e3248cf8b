"""The date of an event's later day: «форумның төртінші күні 25 қарашада өтті» does not tell on which day it began."""

from __future__ import annotations

from dataclasses import replace

from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity
from seriktes.text import kazakh
from seriktes.text.dates import DateExpression

#: No event of more days than this is counted day by day.
_MOST = 7
_MONTH, _YEAR = len("2021-11"), len("2021")
#: "The second day of the ninth annual": so many words stand between the day and the event.
_NEAR = 3


def of_the_event(view: View, event: Entity, date: DateExpression) -> DateExpression:
    """The date as far as it is the event's: only the month (or year) where it is that of the event's second or later day."""
    day = date.start_date or ""
    if date.start_date != date.end_date or day.count("-") != 2 or not _tells_a_later_day(view, event):
        return date
    whole = day[:_MONTH] if int(day[-2:]) > _MOST else day[:_YEAR]
    return date if day[_YEAR:] <= f"-01-{_MOST:02}" else replace(date, start_date=whole, end_date=whole)


def _tells_a_later_day(view: View, event: Entity) -> bool:
    """Whether «екінші күні», «второй день», "the second day of" stands beside a name of the event."""
    places = [i for i in view.mentions("Event") if view.items[i].entity is event]
    if view.language == "kk":
        return any(_ordinal(view, k) and view.word(k + 1).startswith("күн") for k in (_past_type_word(view, i) for i in places))
    day = ("день", "дня") if view.language == "ru" else ("day",)
    return any(view.word(k).startswith(day) and _ordinal(view, k - 1) for i in places for k in range(max(1, i - _NEAR), i))


def _past_type_word(view: View, place: int) -> int:
    """Kazakh: the item behind an event's name and what belongs to it: «X» атты форумының."""
    k = place + 1
    while k <= place + _NEAR and (view.word(k) in ("»", "”", '"', "атты") or view.word(k).endswith(kazakh.GENITIVE)):
        k += 1
    return k


def _ordinal(view: View, place: int) -> bool:
    return view.word(place) in words(view.language, "later_days")
