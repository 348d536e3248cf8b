"""Small still pictures of the pages, as SVG: a look at the whole, without names."""

from __future__ import annotations

from math import sqrt

from markupsafe import Markup

from seriktes.views.pictures import picture
from seriktes.views.things import Things
from seriktes.views.timeline import as_date

WIDE, HIGH = 320, 176
_EDGE = 14
#: More would be a blot at this size.
_MOST = 400


def keep_small(things: Things, kind: str) -> None:
    """Keep of a page's picture only the small one: a large network's pictures are larger than its pages."""
    things.kept[f"small {kind}"] = _drawn(things, kind)
    del things.kept[kind]


def thumbnail(things: Things, kind: str) -> Markup:
    """A page's picture in small; the best tied where there are many. Empty where there is nothing to see."""
    kept: Markup | None = things.kept.get(f"small {kind}")
    return _drawn(things, kind) if kept is None else kept


def _drawn(things: Things, kind: str) -> Markup:
    drawn = picture(things, kind)
    told = {things.number[node]: things.network.nodes[node]["group"] for node in things.number}
    told |= {len(things.number) + place: node["group"] for place, node in enumerate(drawn.more["nodes"])}
    weights = list(drawn.measures.get("degree", []))
    if kind == "timeline":
        points = _in_time(things)
    else:
        kept = sorted(range(len(drawn.nodes)), key=lambda place: (-weights[place], place))[:_MOST]
        points = {drawn.nodes[k]["id"]: (drawn.nodes[k]["x"], drawn.nodes[k]["y"], weights[k]) for k in kept}
    if not points:
        return Markup("")
    places = _scaled(points)
    parts = [f'<svg class="thumbnail" viewBox="0 0 {WIDE} {HIGH}" aria-hidden="true">']
    if kind != "timeline":
        ends = {
            (edge["from"], edge["to"])
            for edge in drawn.edges
            if edge["from"] in places and edge["to"] in places and not _faint(things, edge["id"])
        }
        lines = "".join(f"M{places[a][0]} {places[a][1]}L{places[b][0]} {places[b][1]}" for a, b in sorted(ends) if a != b)
        parts.append(f'<path class="lines" d="{lines}"/>')
    large = 1.0 if len(points) > 60 else 1.6
    for number, (x, y) in places.items():
        radius = round(min(2 + 0.55 * sqrt(points[number][2]), 5) * large, 1)
        parts.append(f'<circle class="{told[number]}" cx="{x}" cy="{y}" r="{radius}"/>')
    return Markup("".join([*parts, "</svg>"]))


def _faint(things: Things, link: int) -> bool:
    """Whether pages hide a link at first: there are so many of its kind."""
    return link < len(things.links) and things.links[link][2]["kind"] == "co-participation"


def _scaled(points: dict[int, tuple[float, float, float]]) -> dict[int, tuple[float, float]]:
    xs, ys = [p[0] for p in points.values()], [p[1] for p in points.values()]
    across = (WIDE - 2 * _EDGE) / max(max(xs) - min(xs), 1)
    down = (HIGH - 2 * _EDGE) / max(max(ys) - min(ys), 1)
    left = _EDGE if max(xs) > min(xs) else WIDE / 2
    top = _EDGE if max(ys) > min(ys) else HIGH / 2
    return {
        number: (round(left + (x - min(xs)) * across, 1), round(top + (y - min(ys)) * down, 1))
        for number, (x, y, _) in points.items()
    }


def _in_time(things: Things) -> dict[int, tuple[float, float, float]]:
    """What is dated, by its day across and in order downwards."""
    dated = sorted((day, node) for node, found in things.days.items() if (day := as_date(found.start, last=False)))
    step = max(1, len(dated) // _MOST + 1)
    return {things.number[node]: (float(day.toordinal()), float(row), 4.0) for row, (day, node) in enumerate(dated[::step])}
