"""Dates of a text: days, months, years and ranges of them, as Kazakh, Russian and English write them, mixed or not.

The words become letters (:mod:`seriktes.text.date_words`), rules find their patterns
(:mod:`seriktes.text.date_patterns`), and a reading makes a period of what each found
(:mod:`seriktes.text.date_readings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from seriktes.model import Span
from seriktes.records import record
from seriktes.text.date_calendar import PartialDate, read_reference
from seriktes.text.date_patterns import OPEN_END, OPEN_START, RULES, Rule
from seriktes.text.date_readings import READINGS, Found, Reading
from seriktes.text.date_words import DateWords, read_words

#: No date reaches over another word, and each has a letter that its rule needs.
_NEEDED = "".join(sorted({letter for rule in RULES for letter in rule.needs}))
_RUN = re.compile(rf"(?<![^x|])[^x|{_NEEDED}]*+[{_NEEDED}][^x|]*+")
#: So many letters before and behind a run a rule may look at: no look behind is longer, and no date reaches farther.
_BEFORE, _BEHIND = 6, 3
#: What longer runs hold is not kept.
_KEPT_RUN = 60
_OPENING = 6  # letters before a date that can hold its «до», "by the end of"


@record(frozen=True, slots=True)
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


@lru_cache(maxsize=4096)
def _rules_for(letters: frozenset[str], after: str) -> tuple[Rule, ...]:
    """The rules that may find something in a run of these letters, ``after`` which come those."""
    seen = letters.union(after)
    return tuple(rule for rule in RULES if not letters.isdisjoint(rule.needs) and rule.all <= seen)


class _Hit(NamedTuple):
    """What a rule found in a run of letters: places are counted from the run's beginning."""

    reading: str
    start: int
    end: int
    parts: tuple[tuple[str, int, int], ...]


@lru_cache(maxsize=20_000)
def _hits(before: str, letters: str, after: str) -> tuple[_Hit, ...]:
    """All that the rules find in a run: most runs are short and stand in many a text. A rule sees some letters beside it."""
    found, base = [], len(before)
    for rule in _rules_for(frozenset(letters), after):
        for match in rule.pattern.finditer(before + letters + after, base):
            named = ((name.partition("_")[0], match.span(name)) for name, value in match.groupdict().items() if value)
            parts = tuple((part, start - base, end - base) for part, (start, end) in named)
            found.append(_Hit(rule.reading, match.start() - base, match.end() - base, parts))
    return tuple(found)


def _candidates(
    text: str,
    letters: str,
    words: DateWords,
    reference: PartialDate | None,
) -> Iterator[tuple[Found, Reading]]:
    for run in _RUN.finditer(letters):
        base, stop = run.span()
        look = _hits if stop - base <= _KEPT_RUN else _hits.__wrapped__
        for name, start, end, told in look(letters[max(0, base - _BEFORE) : base], run.group(), letters[stop : stop + _BEHIND]):
            parts = {part: (base + first, base + last) for part, first, last in told}
            found = Found(letters, words, text, base + start, base + end, parts)
            reading = READINGS[name](found, reference)
            if reading is not None:
                yield found, reading


def find_dates(
    text: str,
    reference: str | None = None,
    start: int = 0,
    end: int | None = None,
) -> tuple[DateExpression, ...]:
    """The dates of ``text[start:end]``, in order, none inside another.

    >>> [(d.text, d.start_date, d.end_date) for d in find_dates("2021 жылғы 14-15 қазан, 2023 ж. 28 August")]
    [('2021 жылғы 14-15 қазан', '2021-10-14', '2021-10-15'), ('2023 ж. 28 August', '2023-08-28', '2023-08-28')]
    >>> [(d.text, d.start_date, d.anchored) for d in find_dates("28 декабря, в понедельник", reference="2021-01-03")]
    [('28 декабря, в понедельник', '2020-12-28', True)]

    ``reference`` is the ISO date of the document: a date without a year takes the year that brings it within half a
    year of it. Without it such a date is found, but has no ``start_date``. A date the calendar does not have is none.
    """
    anchor = read_reference(reference)
    letters, words = read_words(text, max(0, start), len(text) if end is None else min(end, len(text)))
    found = sorted(_candidates(text, letters, words, anchor), key=lambda pair: (pair[0].start, -pair[0].end))
    expressions: list[DateExpression] = []
    until = 0
    for match, reading in found:
        if match.start >= until:
            expression, until = _expression(match, reading, until)
            expressions.append(expression)
    return tuple(expressions)


def _expression(found: Found, reading: Reading, after: int) -> tuple[DateExpression, int]:
    """The expression of a match, widened by the word that leaves its start or its end open."""
    period, begin, stop = reading.period, found.start, found.end
    first, last = (period[0].iso, period[1].iso) if period else (None, None)
    ranges = found.parts.keys() & {"y2", "m2", "d2"} and first != last
    if not ranges:
        edge = max(after, begin - _OPENING)
        near = found.letters[edge:begin]
        for (before, behind), opens_start in ((OPEN_START, True), (OPEN_END, False)):
            left, right = before.search(near), behind.match(found.letters, stop)
            if (left is None and right is None) or (
                not opens_start and left and found.letters[begin] in "hJWLZ" and left.group()[0] == "f"
            ):
                continue
            begin = edge + left.start() if left else begin
            stop = right.end() if right else stop
            first, last = (None, last) if opens_start else (first, None)
            break
    span = found.words[begin].start, found.words[stop - 1].end
    text = found.text[span[0] : span[1]]
    return DateExpression(*span, first, last, text, reading.complete, period is not None and not reading.complete), stop
