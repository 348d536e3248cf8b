"""Years of what is announced: «Келесі отырыс қыркүйекте өтеді», reported in February, is seven months off, not five ago."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from seriktes.facts.view import View
from seriktes.facts.word_lists import says
from seriktes.text.dates import DateExpression

#: A date so many months before the report is no slip of a page that was put up late.
_MONTHS = 2


def to_come(dates: Iterable[DateExpression], views: Sequence[View], published: str | None) -> Iterator[DateExpression]:
    """The dates, those moved a year on whose year the text leaves out, which seem past, and which a sentence announces."""
    for date in dates:
        if published and date.anchored and _long_past(date, published) and _announced(date, views):
            yield replace(date, start_date=_next_year(date.start_date), end_date=_next_year(date.end_date))
        else:
            yield date


def _long_past(date: DateExpression, published: str) -> bool:
    """Whether the date, told by day or month, lies months before the report."""
    day = date.end_date or ""
    if len(day) < len("2024-05") or len(published) < len("2024-05"):
        return False
    return _month(published) - _month(day) >= _MONTHS


def _month(day: str) -> int:
    return 12 * int(day[:4]) + int(day[5:7])


def _announced(date: DateExpression, views: Sequence[View]) -> bool:
    view = next((v for v in views if v.span.covers(date)), None)
    return view is not None and says(view, "to_be_held")


def _next_year(day: str | None) -> str | None:
    if not day:
        return day
    rest = day[4:] if day[4:] != "-02-29" else "-02"  # which the next year has not
    return f"{int(day[:4]) + 1}{rest}"
