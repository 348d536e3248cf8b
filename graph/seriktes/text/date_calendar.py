"""Calendar arithmetic at the precision a text gives: years, months and days, never a day that was not told."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?![0-9-])")
_NEAR = timedelta(days=183)


class PartialDate(NamedTuple):
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The ISO date, as long as it is known.

        >>> PartialDate(2024, 5).iso
        '2024-05'
        """
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def exact(self) -> date | None:
        """The day, if it is one."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


Period = tuple[PartialDate, PartialDate]


def read_reference(iso: str | None) -> PartialDate | None:
    """The date of a document; a time after it is not read.

    >>> read_reference("2024-05-15T10:30").iso
    '2024-05-15'
    """
    if iso is None:
        return None
    match = _ISO.match(iso)
    if match:
        year, month, day = match.groups()
        parts = PartialDate(int(year), int(month) if month else None, int(day) if day else None)
        if exists(parts):
            return parts
    raise ValueError(f"not an ISO date: {iso!r}; give YYYY, YYYY-MM or YYYY-MM-DD")


def exists(day: PartialDate) -> bool:
    """Whether the calendar has it: no 31 June."""
    try:
        date(day.year, day.month if day.month is not None else 1, day.day if day.day is not None else 1)
    except ValueError:
        return False
    return True


def in_order(first: PartialDate, last: PartialDate) -> bool:
    """Whether the first does not lie after the last, as far as both are known."""
    length = min(len(first.iso), len(last.iso))
    return first.iso[:length] <= last.iso[:length]


def nearest_year(month: int, day: int | None, reference: PartialDate) -> int | None:
    """The year that brings a day or month near the document's date; none has 30 February.

    >>> nearest_year(12, 28, PartialDate(2024, 1, 3)), nearest_year(5, 12, PartialDate(2024, 1, 3))
    (2023, 2024)

    What is reported lies near the report: within half a year, before or after.
    """
    if reference.month is None:
        return reference.year if exists(PartialDate(reference.year, month, day)) else None
    around = date(reference.year, reference.month, reference.day or 15)
    distances = {
        year: abs(date(year, month, day or 15) - around)
        for year in (reference.year, reference.year - 1, reference.year + 1)
        if exists(PartialDate(year, month, day))
    }
    if not distances:
        return None
    own = distances.get(reference.year)
    return reference.year if own is not None and own <= _NEAR else min(distances, key=lambda year: distances[year])


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def days_from(reference: PartialDate, days: int) -> Period | None:
    """One day, counted from the document's date; a document dated by month or year gives no day."""
    exact = reference.exact
    if exact is None:
        return (reference, reference) if days == 0 else None
    return _checked(exact, days)


def _checked(start: date, days: int) -> Period | None:
    try:
        day = _partial(start + timedelta(days=days))
    except OverflowError:
        return None
    return day, day


def weeks_from(reference: PartialDate, weeks: int) -> Period | None:
    """The month of a week, or the two months it lies in: which of its days is not told."""
    exact = reference.exact
    if exact is None:
        return None
    first = _checked(exact, 7 * weeks - exact.weekday())
    last = _checked(exact, 7 * weeks - exact.weekday() + 6)
    return (first[0]._replace(day=None), last[0]._replace(day=None)) if first and last else None


def months_from(reference: PartialDate, months: int) -> Period | None:
    """The month so many months from the document's.

    >>> months_from(PartialDate(2024, 1, 15), -1)[0].iso
    '2023-12'
    """
    if reference.month is None:
        return None
    year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
    found = PartialDate(year, month + 1)
    return (found, found) if exists(found) else None


def years_from(reference: PartialDate, years: int) -> Period | None:
    """The year so many years from the document's."""
    found = PartialDate(reference.year + years)
    return (found, found) if exists(found) else None


def weekday_near(reference: PartialDate, weekday: int, which: int | None) -> Period | None:
    """The weekday (Monday is 0) meant in a document: its last one, or that of this (0), last (-1), next (1) week.

    >>> weekday_near(PartialDate(2024, 5, 15), 1, None)[0].iso, weekday_near(PartialDate(2024, 5, 15), 0, -1)[0].iso
    ('2024-05-14', '2024-05')

    "Last Monday", said on a Wednesday, is two or nine days ago: where the readings differ only their month is told.
    """
    exact = reference.exact
    if exact is None:
        return None
    offset = weekday - exact.weekday()
    if which is None:
        return _checked(exact, offset if offset <= 0 else offset - 7)
    by_week = _checked(exact, offset + 7 * which)
    nearest = {-1: offset if offset < 0 else offset - 7, 0: offset, 1: offset if offset > 0 else offset + 7}[which]
    by_nearness = _checked(exact, nearest)
    if by_week is None or by_week == by_nearness:
        return by_week
    if by_nearness and by_week[0][:2] == by_nearness[0][:2]:
        month = by_week[0]._replace(day=None)
        return month, month
    return None
