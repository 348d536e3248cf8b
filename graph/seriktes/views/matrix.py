"""The matrix of countries as a heat map: an SVG that the page's script fills with names and counts anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

#: Pixels: the side of a cell, the room for names left of the cells, above them and, slanted, beside.
CELL, SMALL_CELL, NAMES, ABOVE, BESIDE = 46, 22, 128, 96, 74
#: With more countries the cells are small and the numbers stand in the panel only.
_MANY = 12
LEVELS = 5


def heat_map(codes: Sequence[str], links: Mapping[tuple[str, str, str], Sequence[int]], number: Mapping[str, int]) -> Markup:
    """Every two countries with the number of links between their bodies, those inside a country on the diagonal.

    ``links`` maps (country, country, edge kind) to links, ``number`` a country to its node. Empty without countries.
    """
    if not codes:
        return Markup("")
    counts: dict[tuple[str, str], int] = {}
    for (a, b, _), members in links.items():
        counts[a, b] = counts[b, a] = counts.get((a, b), 0) + len(members)
    most = max(counts.values(), default=1)
    cell = CELL if len(codes) <= _MANY else SMALL_CELL
    wide, high = NAMES + cell * len(codes) + BESIDE, ABOVE + cell * len(codes) + 8
    parts = [f'<svg id="matrix" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="group">']
    for row, code in enumerate(codes):
        middle = row * cell + cell / 2
        parts.append(f'<text class="row" data-node="{number[code]}" x="{NAMES - 10}" y="{ABOVE + middle + 4}"></text>')
        x, y = NAMES + middle + 4, ABOVE - 8
        parts.append(f'<text class="column" data-node="{number[code]}" x="{x}" y="{y}" transform="rotate(-45 {x} {y})"></text>')
    for row, first in enumerate(codes):
        for column, second in enumerate(codes):
            n = counts.get((first, second), 0)
            x, y = NAMES + column * cell, ABOVE + row * cell
            parts.append(
                f'<g class="cell l{level(n, most)}" data-a="{number[first]}" data-b="{number[second]}">'
                f'<rect x="{x + 1}" y="{y + 1}" width="{cell - 2}" height="{cell - 2}" rx="4"/>'
                f'<text x="{x + cell / 2}" y="{y + cell / 2 + 5}">{escape(n or "")}</text></g>'
            )
    return Markup("".join([*parts, "</svg>"]))


def level(count: int, most: int) -> int:
    """The shade of a count, 0 to 5.

    >>> [level(n, 10) for n in (0, 1, 5, 10)]
    [0, 1, 3, 5]
    """
    return 0 if not count else max(1, -(-count * LEVELS // max(most, 1)))
