"""The timeline as an SVG: one row a thing, in order of its days, with years, months or days as lines. Names are put in by the page's script."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from seriktes.views.things import Things

#: Rows drawn at most, the best attended; the table twin and search have all.
MOST_ROWS = 400
_ROW, _TOP, _SIDE = 30, 34, 26
#: Drawn twice, for wide and for narrow windows: width, and height of a row.
_WIDTHS = {"wide": (1040, 30), "narrow": (358, 44)}
#: Within so many days, days are told; so many are shown before and after.
_MONTH, _AROUND = 31, 3
_SHAPES = {
    "Event": "M0-7l7 7-7 7-7-7z",
    "Agreement": "M-5.5-5.5h11v11h-11z",
    "Project": "M0-7l6.5 12h-13z",
}


class _Row(NamedTuple):
    node: str
    start: date
    end: date
    how: str


def timeline(things: Things, weight: Mapping[str, int]) -> Markup:
    """The drawing of all things whose day is known; ``weight`` says which to keep where they are more than MOST_ROWS."""
    rows = []
    for node in sorted(weight, key=lambda name: (-weight[name], name)):
        day = things.days.get(node)
        start = as_date(day.start, last=False) if day else None
        end = as_date(day.end, last=True) if day else None
        if day and start and end:
            rows.append(_Row(node, start, max(start, end), day.how))
    kept = sorted(rows[:MOST_ROWS], key=lambda row: (row.start, row.end, row.node))
    return Markup("").join(_drawn(things, kept, name) for name in _WIDTHS) if kept else Markup("")


def as_date(text: str, last: bool) -> date | None:
    """The day of ``2021-10-14``; of a year or a month its first or last day; None for what is no day.

    >>> as_date("2021-02", last=True)
    datetime.date(2021, 2, 28)
    """
    parts = text.split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12 if last else 1
        if len(parts) > 2:
            return date(year, month, int(parts[2]))
        if not last:
            return date(year, month, 1)
        return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    except ValueError:
        return None


class Scale(NamedTuple):
    """The lines of time: their days, how many letters of a day name one, and the width such a name takes, in pixels."""

    ticks: list[date]
    letters: int
    width: int


def scale_of(first: date, last: date) -> Scale:
    """Years, or months where all is within two years, or days where all is within a month, with some room around.

    >>> [day.isoformat() for day in scale_of(date(2024, 5, 16), date(2024, 5, 17)).ticks][::5]
    ['2024-05-13', '2024-05-18']
    """
    if (last - first).days <= _MONTH and date(1, 1, 9) < first and last < date(9999, 12, 20):
        return Scale([first + timedelta(days) for days in range(-_AROUND, (last - first).days + _AROUND + 1)], 10, 84)
    if (last - first).days <= 2 * 366 and last.year < 9998:
        begun = 12 * first.year + first.month - 1
        months = range(begun, 12 * last.year + last.month + 1)
        return Scale([date(month // 12, month % 12 + 1, 1) for month in months], 7, 62)
    years = range(first.year, min(last.year + 1, 9999) + 1)
    return Scale([date(year, 1, 1) for year in years], 4, 54)


def _drawn(things: Things, rows: list[_Row], width: str) -> Markup:
    wide, row_height = _WIDTHS[width]
    scale = scale_of(min(row.start for row in rows), max(row.end for row in rows))
    begin, finish = scale.ticks[0], scale.ticks[-1]
    span = max(1, (finish - begin).days)
    room = wide - 2 * _SIDE
    high = _TOP + len(rows) * row_height + 14

    def across(day: date) -> float:
        return round(_SIDE + room * (day - begin).days / span, 1)

    parts = [f'<svg class="timeline {width}" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="group">']
    step = max(1, -(-(len(scale.ticks) - 1) * scale.width // room))
    for day in scale.ticks[::step]:
        x, name = across(day), day.isoformat()[: scale.letters]
        at = min(max(x, scale.width / 2 - 4), wide - scale.width / 2 + 4)  # the outer names are seen whole
        parts.append(f'<path class="year" d="M{x} {_TOP - 8}V{high}"/><text class="year" x="{at}" y="{_TOP - 16}">{name}</text>')
    for place, row in enumerate(rows):
        x0, x1 = across(row.start), across(row.end)
        middle = _TOP + place * row_height + (_ROW / 2 if width == "wide" else 12)
        data = things.network.nodes[row.node]
        bar = f'<path class="bar" d="M{x0} {middle}H{x1}"/>' if x1 - x0 > 9 else ""
        left = width == "wide" and x0 > wide * 0.52
        parts.append(
            f'<g class="item {row.how} {data["group"]}" data-node="{things.number[row.node]}">'
            f'<rect class="hit" x="0" y="{_TOP + place * row_height}" width="{wide}" height="{row_height}" rx="6"/>{bar}'
            f'<path class="mark" transform="translate({x0} {middle})" d="{_SHAPES[data["type"]]}"/>'
            + (
                f'<text x="{x0 - 14 if left else max(x0, x1) + 14}" y="{middle + 4.5}" class="{"left" if left else ""}" '
                f'data-room="{(x0 if left else wide - max(x0, x1)) - 22:.0f}"></text></g>'
                if width == "wide"
                else f'<text x="6" y="{middle + 21}" data-room="{wide - 12}"></text></g>'
            )
        )
    return Markup("".join([*parts, "</svg>"]))
