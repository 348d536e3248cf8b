"""Dates of a text: days, months, years and ranges of them, as Kazakh, Russian and English write them, mixed or not.

The words become letters (:mod:`seriktes.text.date_words`), rules find their patterns
(:mod:`seriktes.text.date_patterns`), and a reading makes a period of what each found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from seriktes.model import Span
from seriktes.text import calendar_dates as calendar
from seriktes.text.calendar_dates import PartialDate, Period
from seriktes.text.date_patterns import OPEN_END, OPEN_START, RULES
from seriktes.text.date_words import DateWord, read_words, vocabulary

_RUN = re.compile(r"[^x|]++")  # no date reaches over another word
_OPENING = 6  # letters before a date that can hold its «до», "by the end of"


@dataclass(frozen=True, slots=True)
class DateExpression(Span):
    """A date as it stands in the text, and the ISO dates it means, as precise as it says.

    One day, month or year has ``start_date`` = ``end_date``; «2030 жылға дейін» has no start, "since 2015" no end.
    ``complete`` is false when the text leaves out the year (or more); ``anchored`` when it was filled in from the
    document's own date.
    """

    start_date: str | None
    end_date: str | None
    text: str
    complete: bool
    anchored: bool


class _Found(NamedTuple):
    """The words of one match and the parts its rule named."""

    letters: str
    words: list[DateWord]
    text: str
    start: int
    end: int
    parts: Mapping[str, tuple[int, int]]

    def value(self, part: str) -> int | None:
        """The number a part says: «жиырма бесінші» says 25."""
        span = self.parts.get(part)
        if span is None:
            return None
        return sum(self.words[i].value for i in range(*span) if self.letters[i] in "dozkvmgleEMqQHWLZyRBhJO")

    def letter(self, part: str) -> str:
        """The letter of a part's first word, or nothing."""
        span = self.parts.get(part)
        return self.letters[span[0]] if span else ""


class _Reading(NamedTuple):
    """What a match means; ``period`` is None when a date is said that nothing here can place."""

    period: Period | None
    complete: bool


_UNTOLD = _Reading(None, False)


def _year(found: _Found, part: str, reference: PartialDate | None) -> tuple[int | None, bool]:
    """A part's year and whether it is only told relative to the document («өткен жылдың»)."""
    value, letter = found.value(part), found.letter(part)
    if value is None or letter in "RB":
        told = value is not None
        return (reference.year + value if value is not None and reference else None), told
    return value, False


def _years(found: _Found, reference: PartialDate | None) -> tuple[int | None, int | None, bool]:
    (first, first_relative), (last, last_relative) = _year(found, "y1", reference), _year(found, "y2", reference)
    if first is not None and found.letter("y2") == "d" and last is not None:  # 2021/22
        last += first // 100 * 100
    return first, last, first_relative or last_relative


def _month(found: _Found, part: str, reference: PartialDate | None) -> int | None:
    if found.letter(part) != "R":
        return found.value(part)
    period = calendar.months_from(reference, found.value(part) or 0) if reference else None
    return period[0].month if period else None


def _calendar(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """Days, months and years, or a range of them."""
    first_year, last_year, relative = _years(found, reference)
    first_month, first_day = _month(found, "m1", reference), found.value("d1")
    last_month, last_day = _month(found, "m2", reference), found.value("d2")
    if found.letter("m1") == "R" and first_month is None:
        return _UNTOLD
    if last_month is None:
        last_month, last_day = first_month, first_day if last_day is None else last_day
    turns = bool(first_month and last_month and first_month > last_month)
    complete = not relative and (first_year is not None or last_year is not None)
    if first_year is None and last_year is None:
        if relative or reference is None or last_month is None:
            return _UNTOLD
        last_year = calendar.nearest_year(last_month, last_day, reference)
        if last_year is None:
            return None
    if last_year is None and first_year is not None:
        last_year = first_year + turns
    if first_year is None and last_year is not None:
        first_year = last_year - ("y1" not in found.parts and turns)
    assert first_year is not None and last_year is not None
    first, last = PartialDate(first_year, first_month, first_day), PartialDate(last_year, last_month, last_day)
    return _checked(first, last, complete)


def _checked(first: PartialDate, last: PartialDate, complete: bool) -> _Reading | None:
    if not (calendar.exists(first) and calendar.exists(last) and calendar.in_order(first, last)):
        return None
    return _Reading((first, last), complete)


def _numbers(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """Figures only, the day before the month; 05/25/2024 can but be American."""
    values = {part: found.value(part) for part in ("y1", "m1", "d1", "y2", "m2", "d2")}
    if found.letter("y1") == "d":  # 25.11.21
        if any(found.words[span[0]].end - found.words[span[0]].start != 2 for span in found.parts.values()):
            return None
        values["y1"] = 2000 + (values["y1"] or 0)
    month, day = values["m1"] or 0, values["d1"] or 0
    if month > 12 >= day and "/" in found.letters[found.start:found.end]:
        month, day = day, month
    year = values["y1"] or 0
    first = PartialDate(year, month, day)
    last = PartialDate(values["y2"] or year, values["m2"] or month, values["d2"] or day)
    return _checked(first, last, True)


def _decade_or_year(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """«2021 годах» after another year; but «1990 жылдары» are the nineties."""
    year = found.value("y1") or 0
    listed = found.letters[max(0, found.start - 2):found.start] in ("N_", ",_")
    return None if year % 10 == 0 and not listed else _checked(PartialDate(year), PartialDate(year), True)


def _part(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """A quarter or half of a year."""
    months, number = found.value("part") or 3, found.value("n") or 0
    if not 1 <= number <= 12 // months:
        return None
    first_year, last_year, relative = _years(found, reference)
    first, last = months * (number - 1) + 1, months * number
    year = first_year or last_year
    complete = year is not None and not relative
    if year is None and not relative and reference is not None:
        year = calendar.nearest_year((first + last) // 2, None, reference)
    return _checked(PartialDate(year, first), PartialDate(year, last), complete) if year else _UNTOLD


def _season(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """The year of a season; "last summer" may be of this year or the last, and is not placed."""
    if found.value("which") == 0:
        return _Reading(calendar.years_from(reference, 0) if reference else None, False)
    first, last, relative = _years(found, reference)
    year = first or last
    return _checked(PartialDate(year), PartialDate(year), not relative) if year else _UNTOLD


_FROM: Mapping[str, Callable[[PartialDate, int], Period | None]] = {
    "D": calendar.days_from, "w": calendar.weeks_from, "u": calendar.months_from,
    "t": calendar.years_from, "Y": calendar.years_from, "": calendar.years_from,
}


def _unit(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """This, last or next week, month, year."""
    count = found.value("which") or 0
    return _Reading(_FROM[found.letter("unit")](reference, count) if reference else None, False)


def _ago(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """So many days, weeks, months, years ago; ten years and more are round numbers."""
    count = found.value("n") if "n" in found.parts else 1
    if count is None or (count >= 10 and found.letter("unit") in "tY"):
        return None
    return _Reading(_FROM[found.letter("unit")](reference, -count) if reference else None, False)


def _near_day(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """Today, yesterday, tomorrow."""
    if found.letter("which") == "O" and not _stands_alone(found):
        return _UNTOLD
    return _Reading(calendar.days_from(reference, found.value("which") or 0) if reference else None, False)


def _stands_alone(found: _Found) -> bool:
    """Whether «накануне» is told of a verb or a place; a noun after it is what it is the eve of."""
    after = found.letters[found.end:found.end + 2]
    if not after.startswith("_") or after[1:] != "x":
        return not after.startswith("_") or after[1:] in "Pf"
    following = found.words[found.end + 1]
    return found.text[following.start:following.end].lower().endswith(vocabulary().past_tense)


def _near_month(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """This, last, next May."""
    which, month = found.value("which") or 0, found.value("m1") or 0
    if reference is None or reference.month is None:
        return _UNTOLD
    year = reference.year
    if which < 0:
        year -= month >= reference.month
    elif which > 0:
        year += month <= reference.month
    return _checked(PartialDate(year, month), PartialDate(year, month), False)


def _weekday(found: _Found, reference: PartialDate | None) -> _Reading | None:
    """A weekday by its name."""
    if reference is None:
        return _UNTOLD
    return _Reading(calendar.weekday_near(reference, found.value("day") or 0, found.value("which")), False)


_READINGS: Mapping[str, Callable[[_Found, PartialDate | None], _Reading | None]] = {
    "calendar": _calendar, "numbers": _numbers, "years": _decade_or_year, "part": _part, "season": _season,
    "unit": _unit, "ago": _ago, "near_day": _near_day, "near_month": _near_month, "weekday": _weekday,
}


def _candidates(
    text: str, letters: str, words: list[DateWord], reference: PartialDate | None,
) -> Iterator[tuple[_Found, _Reading]]:
    for run in _RUN.finditer(letters):
        present = set(run.group())
        for rule in RULES:
            if present.isdisjoint(rule.needs):
                continue
            for match in rule.pattern.finditer(letters, run.start(), min(run.end() + 3, len(letters))):
                parts = {
                    name.partition("_")[0]: match.span(name)
                    for name, value in match.groupdict().items() if value
                }
                found = _Found(letters, words, text, *match.span(), parts)
                reading = _READINGS[rule.reading](found, reference)
                if reading is not None:
                    yield found, reading


def find_dates(
    text: str, reference: str | None = None, start: int = 0, end: int | None = None,
) -> tuple[DateExpression, ...]:
    """The dates of ``text[start:end]``, in order, none inside another.

    >>> [(d.text, d.start_date, d.end_date) for d in find_dates("2021 жылғы 14-15 қазан, 2023 ж. 28 August")]
    [('2021 жылғы 14-15 қазан', '2021-10-14', '2021-10-15'), ('2023 ж. 28 August', '2023-08-28', '2023-08-28')]
    >>> [(d.text, d.start_date, d.anchored) for d in find_dates("28 декабря, в понедельник", reference="2021-01-03")]
    [('28 декабря, в понедельник', '2020-12-28', True)]

    ``reference`` is the ISO date of the document: a date without a year takes the year that brings it within half a
    year of it. Without it such a date is found, but has no ``start_date``. A date the calendar does not have is none.
    """
    anchor = calendar.read_reference(reference)
    letters, words = read_words(text, max(0, start), len(text) if end is None else min(end, len(text)))
    found = sorted(_candidates(text, letters, words, anchor), key=lambda pair: (pair[0].start, -pair[0].end))
    expressions: list[DateExpression] = []
    until = 0
    for match, reading in found:
        if match.start >= until:
            expression, until = _expression(match, reading, until)
            expressions.append(expression)
    return tuple(expressions)


def _expression(found: _Found, reading: _Reading, after: int) -> tuple[DateExpression, int]:
    """The expression of a match, widened by the word that leaves its start or its end open."""
    period, begin, stop = reading.period, found.start, found.end
    first, last = (period[0].iso, period[1].iso) if period else (None, None)
    ranges = found.parts.keys() & {"y2", "m2", "d2"} and first != last
    if not ranges:
        edge = max(after, begin - _OPENING)
        near = found.letters[edge:begin]
        for (before, behind), opens_start in ((OPEN_START, True), (OPEN_END, False)):
            left, right = before.search(near), behind.match(found.letters, stop)
            if (left is None and right is None) or (not opens_start and left and found.letters[begin] in "hJWLZ"
                                                    and left.group()[0] == "f"):
                continue
            begin = edge + left.start() if left else begin
            stop = right.end() if right else stop
            first, last = (None, last) if opens_start else (first, None)
            break
    span = found.words[begin].start, found.words[stop - 1].end
    text = found.text[span[0]:span[1]]
    return DateExpression(*span, first, last, text, reading.complete, period is not None and not reading.complete), stop
