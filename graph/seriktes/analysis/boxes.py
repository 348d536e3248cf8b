"""The room a node and its label take in a picture, and the step that pushes overlapping ones apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, sqrt
from typing import Any, NamedTuple

Point = tuple[float, float]

#: Widest line of a label, height of a line, most lines of a label: as the pages draw them (in pixels at full size).
LINE_WIDTH = 164
LINE_HEIGHT = 15
MOST_LINES = 3
#: The same for crowded pictures, of more than the partners.
CROWDED_WIDTH = 132
CROWDED_LINES = 2
_WIDE = frozenset("ЖШЩЮМФЫЪжшщюмфыъ@%WMmw—…")
_NARROW = frozenset("il.,:;|!'’()[]ІіIjtf -")


class Box(NamedTuple):
    """Half the width of a node with its label, and how far it reaches above and below the node's centre."""

    half: float
    above: float
    below: float


def text_width(text: str, size: float = 12.5) -> float:
    """About how wide a text runs in a system sans-serif, in pixels.

    >>> text_width("Астана") < text_width("Шымкент")
    True
    """
    return size * sum(0.84 if c in _WIDE else 0.33 if c in _NARROW else 0.59 for c in text)


def node_size(degree: int) -> float:
    """The radius of a node: more edges, a little larger, never so much as to shout."""
    return round(min(7 + 1.7 * sqrt(degree), 18), 1)


def label_box(data: Mapping[str, Any], crowded: bool = False) -> Box:
    """The room of a node, for the longest of its three names, so that a change of language keeps the picture."""
    names = [data.get(f"name_{language}") or data["label"] for language in ("kk", "ru", "en")]
    widths = [text_width(name) for name in names]
    most, widest = (CROWDED_LINES, CROWDED_WIDTH) if crowded else (MOST_LINES, LINE_WIDTH)
    lines = min(most, max(ceil(width * 1.12 / widest) for width in widths))
    radius = node_size(data.get("degree", 1))
    return Box(min(widest, max(widths)) / 2 + 5, radius + 4, radius + 6 + lines * LINE_HEIGHT)


def overlap(a: Point, box_a: Box, b: Point, box_b: Box) -> Point:
    """How far two boxes reach into one another, across and down; not positive where they do not."""
    across = box_a.half + box_b.half - abs(a[0] - b[0])
    down = box_a.below + box_b.above - (b[1] - a[1]) if a[1] <= b[1] else box_b.below + box_a.above - (a[1] - b[1])
    return across, down


def spread(places: Mapping[str, Point], boxes: Mapping[str, Box], rounds: int = 300) -> dict[str, Point]:
    """The places, moved so that no two boxes overlap; the order of the names decides ties.

    Each overlapping pair is pushed apart along its shorter way, half by each, for at most ``rounds`` rounds.
    """
    now = dict(places)
    for turn in range(rounds):
        shift: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for a, b in _near(now, boxes):
            across, down = overlap(now[a], boxes[a], now[b], boxes[b])
            if across <= 0 or down <= 0:
                continue
            axis = 0 if across * 0.75 < down else 1
            step = (across, down)[axis] * 0.5 + 0.5
            sign = 1 if (now[a][axis], a) > (now[b][axis], b) else -1
            shift[a][axis] += sign * step
            shift[b][axis] -= sign * step
        if not shift:
            break
        calm = 0.6 if turn < rounds * 0.8 else 1.0
        for name in shift:
            now[name] = (now[name][0] + calm * shift[name][0], now[name][1] + calm * shift[name][1])
    return now


def _near(places: Mapping[str, Point], boxes: Mapping[str, Box]) -> Iterator[tuple[str, str]]:
    """Pairs of boxes that could overlap, by a grid as wide as the largest of them."""
    wide = max((2 * box.half for box in boxes.values()), default=1.0)
    high = max((box.above + box.below for box in boxes.values()), default=1.0)
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, (x, y) in places.items():
        cells[int(x // wide), int(y // high)].append(name)
    for (column, row), names in cells.items():
        for k, first in enumerate(names):
            for second in names[k + 1 :]:
                yield first, second
        for beside in ((1, -1), (1, 0), (1, 1), (0, 1)):
            for first in names:
                for second in cells.get((column + beside[0], row + beside[1]), ()):
                    yield first, second


def settle(wishes: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Places on a line in the given order, each as near to its wish as the gaps allow (``gaps[k]`` before item k).

    >>> settle([0, 0, 10], [0, 4, 4])
    [-2.0, 2.0, 10.0]
    """
    before = [0.0]
    for gap in gaps[1:]:
        before.append(before[-1] + gap)
    blocks: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, before, strict=True):
        total, count = wish - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            more, members = blocks.pop()
            total, count = total + more, count + members
        blocks.append((total, count))
    starts = [total / count for total, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, before, strict=True)]
