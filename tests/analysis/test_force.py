"""Places by attraction are the same digits on every machine: whatever is done at once is done in the order of plain loops."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.analysis.force import _pushed_apart, to_cells

PLACE = st.floats(-5000, 5000).map(lambda value: round(value, 3))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PLACE, PLACE, st.floats(1, 9)), min_size=1, max_size=12))
def test_pushes_are_added_one_after_the_other(nodes: list[tuple[float, float, float]]) -> None:
    x, y, mass = (list(column) for column in zip(*nodes, strict=True))
    dx, dy = [-0.05 * v for v in x], [-0.05 * v for v in y]
    pushes = np.zeros((len(nodes), len(nodes)))
    for i in range(len(nodes)):
        for j in range(i):
            across, down = x[i] - x[j], y[i] - y[j]
            pushes[i, j] = pushes[j, i] = 150.0 * mass[i] * mass[j]
            push = pushes[i, j] / (across * across + down * down + 1.0)
            dx[i] += across * push
            dx[j] -= across * push
            dy[i] += down * push
            dy[j] -= down * push
    assert _pushed_apart(np.array(x), np.array(y), pushes) == (dx, dy)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.tuples(PLACE, PLACE), max_size=25))
def test_each_name_has_a_cell_of_its_own(places: dict[str, tuple[float, float]]) -> None:
    found = to_cells(places, dict.fromkeys(places, 1))
    assert found.keys() == places.keys() and len(set(found.values())) == len(places)
