"""What the patterns of dates mean: each reading makes a period of the parts that its rule named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from seriktes.text import date_calendar as calendar
from seriktes.text.date_calendar import PartialDate, Period
from seriktes.text.date_words import DateWords, vocabulary


class Found(NamedTuple):
    """The words of one match and the parts its rule named."""

    letters: str
    words: DateWords
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

    def said(self, part: str) -> str:
        """The words of a part, in lower case."""
        first, last = self.parts[part]
        return self.text[self.words[first].start : self.words[last - 1].end].lower()


class Reading(NamedTuple):
    """What a match means; ``period`` is None when a date is said that nothing here can place."""

    period: Period | None
    complete: bool


_UNTOLD = Reading(None, False)
_NUMBERED = ("d_", "n_", "y_", "k_", "o_", "z_", "H_")


def _year(found: Found, part: str, reference: PartialDate | None) -> tuple[int | None, bool]:
    """A part's year and whether it is only told relative to the document («өткен жылдың»)."""
    value, letter = found.value(part), found.letter(part)
    if value is None or letter in "RB":
        told = value is not None
        return (reference.year + value if value is not None and reference else None), told
    return value, False


def _years(found: Found, reference: PartialDate | None) -> tuple[int | None, int | None, bool]:
    (first, first_relative), (last, last_relative) = _year(found, "y1", reference), _year(found, "y2", reference)
    if first is not None and found.letter("y2") == "d" and last is not None:  # 2021/22
        last += first // 100 * 100
    return first, last, first_relative or last_relative


def _month(found: Found, part: str, reference: PartialDate | None) -> int | None:
    if found.letter(part) != "R":
        return found.value(part)
    period = calendar.months_from(reference, found.value(part) or 0) if reference else None
    return period[0].month if period else None


def _calendar(found: Found, reference: PartialDate | None) -> Reading | None:
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


def _checked(first: PartialDate, last: PartialDate, complete: bool) -> Reading | None:
    if not (calendar.exists(first) and calendar.exists(last) and calendar.in_order(first, last)):
        return None
    return Reading((first, last), complete)


def _numbers(found: Found, reference: PartialDate | None) -> Reading | None:
    """Figures only, the day before the month; 05/25/2024 can but be American."""
    values = {part: found.value(part) for part in ("y1", "m1", "d1", "y2", "m2", "d2")}
    if found.letter("y1") == "d":  # 25.11.21
        if any(found.words[span[0]].end - found.words[span[0]].start != 2 for span in found.parts.values()):
            return None
        values["y1"] = 2000 + (values["y1"] or 0)
    month, day = values["m1"] or 0, values["d1"] or 0
    if month > 12 >= day and "/" in found.letters[found.start : found.end]:
        month, day = day, month
    year = values["y1"] or 0
    first = PartialDate(year, month, day)
    last = PartialDate(values["y2"] or year, values["m2"] or month, values["d2"] or day)
    return _checked(first, last, True)


def _decade_or_year(found: Found, reference: PartialDate | None) -> Reading | None:
    """«2021 годах» after another year; but «1990 жылдары» are the nineties."""
    year = found.value("y1") or 0
    listed = found.letters[max(0, found.start - 2) : found.start] in ("N_", ",_")
    return None if year % 10 == 0 and not listed else _checked(PartialDate(year), PartialDate(year), True)


def _part(found: Found, reference: PartialDate | None) -> Reading | None:
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


def _season(found: Found, reference: PartialDate | None) -> Reading | None:
    """The year of a season; "last summer" may be of this year or the last, and is not placed."""
    if found.value("which") == 0:
        return Reading(calendar.years_from(reference, 0) if reference else None, False)
    first, last, relative = _years(found, reference)
    year = first or last
    return _checked(PartialDate(year), PartialDate(year), not relative) if year else _UNTOLD


_FROM: Mapping[str, Callable[[PartialDate, int], Period | None]] = {
    "D": calendar.days_from,
    "w": calendar.weeks_from,
    "u": calendar.months_from,
    "t": calendar.years_from,
    "Y": calendar.years_from,
    "": calendar.years_from,
}


def _unit(found: Found, reference: PartialDate | None) -> Reading | None:
    """This, last or next week, month, year."""
    count = found.value("which") or 0
    return Reading(_FROM[found.letter("unit")](reference, count) if reference else None, False)


def _ago(found: Found, reference: PartialDate | None) -> Reading | None:
    """So many days, weeks, months, years ago; ten years and more are round numbers."""
    count = found.value("n")
    if count is None:
        before = found.letters[max(0, found.start - 2) : found.start]
        if found.said("unit") not in vocabulary().one_ago or before in _NUMBERED:
            return None
        count = 1
    if count >= 10 and found.letter("unit") in "tY":
        return None
    return Reading(_FROM[found.letter("unit")](reference, -count) if reference else None, False)


def _near_day(found: Found, reference: PartialDate | None) -> Reading | None:
    """Today, yesterday, tomorrow."""
    if found.letter("which") == "O" and not _stands_alone(found):
        return _UNTOLD
    return Reading(calendar.days_from(reference, found.value("which") or 0) if reference else None, False)


def _stands_alone(found: Found) -> bool:
    """Whether «накануне» is told of a verb or a place; a noun after it is what it is the eve of."""
    after = found.letters[found.end : found.end + 2]
    if not after.startswith("_") or after[1:] != "x":
        return not after.startswith("_") or after[1:] in "Pf"
    following = found.words[found.end + 1]
    return found.text[following.start : following.end].lower().endswith(vocabulary().past_tense)


def _near_month(found: Found, reference: PartialDate | None) -> Reading | None:
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


def _weekday(found: Found, reference: PartialDate | None) -> Reading | None:
    """A weekday by its name."""
    if reference is None:
        return _UNTOLD
    return Reading(calendar.weekday_near(reference, found.value("day") or 0, found.value("which")), False)


#: The readings by the names the rules give.
READINGS: Mapping[str, Callable[[Found, PartialDate | None], Reading | None]] = {
    "calendar": _calendar,
    "numbers": _numbers,
    "years": _decade_or_year,
    "part": _part,
    "season": _season,
    "unit": _unit,
    "ago": _ago,
    "near_day": _near_day,
    "near_month": _near_month,
    "weekday": _weekday,
}
