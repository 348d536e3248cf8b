"""What chance alone would tie: null models of two-mode networks, the disparity filter, and multiple-test correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import comb, exp, log1p, sqrt

Probabilities = Mapping[int, Mapping[int, float]]
_STEPS, _CLOSE = 20_000, 1e-9


def hypergeometric_tail(shared: int, a: int, b: int, events: int) -> float:
    """P(X ≥ shared) where two that went to ``a`` and ``b`` of the events chose them by chance.

    Σ C(a,x) C(n-a,b-x) / C(n,b) for x from ``shared`` (Tumminello et al. 2011, PLoS ONE 6, e17994; Neal 2013, Social Network
    Analysis and Mining 3, 915-924). Only how often each goes is kept. Both went to 2 of 4 events and met at both: 1 of 6.

    >>> round(hypergeometric_tail(2, 2, 2, 4), 4)
    0.1667
    """
    ways = sum(comb(a, x) * comb(events - a, b - x) for x in range(shared, min(a, b) + 1))
    return ways / comb(events, b)


def bicm(left: Sequence[int], right: Sequence[int]) -> Probabilities:
    """The probability that a node of the left degree is tied to one of the right degree: the bipartite configuration model.

    p(i,k) = x(i) y(k) / (1 + x(i) y(k)), with x and y such that the expected degrees are those given (Saracco et al. 2015,
    Scientific Reports 5, 10595). Nodes of one degree are alike, so it is solved for degrees: the result is
    ``p[left degree][right degree]``. Those tied to all, or to none, are taken out first: their probability is 1 or 0.
    Of two that went to one event each of two events with one guest each, all four probabilities are 1/2.

    >>> round(bicm([1, 1], [1, 1])[1][1], 6)
    0.5
    """
    rows, columns = Counter(left), Counter(right)
    found: dict[int, dict[int, float]] = {r: {} for r in rows}
    own_rows, own_columns = _take_out_sure(rows, columns, found)
    x = {r: d / sqrt(sum(d * rows[r] for r, d in own_rows.items())) for r, d in own_rows.items()}
    y = {c: d / sqrt(sum(d * columns[c] for c, d in own_columns.items())) for c, d in own_columns.items()}
    for _ in range(_STEPS):
        x = {r: d / sum(columns[c] * v / (1 + x[r] * v) for c, v in y.items()) for r, d in own_rows.items()}
        y = {c: d / sum(rows[r] * v / (1 + y[c] * v) for r, v in x.items()) for c, d in own_columns.items()}
        away = (abs(sum(columns[c] * x[r] * v / (1 + x[r] * v) for c, v in y.items()) - d) for r, d in own_rows.items())
        if max(away, default=0.0) < _CLOSE:
            break
    for r, u in x.items():
        found[r].update((c, u * v / (1 + u * v)) for c, v in y.items())
    return found


def _take_out_sure(
    rows: Counter[int], columns: Counter[int], found: dict[int, dict[int, float]]
) -> tuple[dict[int, int], dict[int, int]]:
    """Write down what is sure (0 or 1), and give the degrees that are left for the others, by their own degree."""
    own_rows, own_columns = {r: r for r in rows}, {c: c for c in columns}
    while True:
        many_rows, many_columns = sum(rows[r] for r in own_rows), sum(columns[c] for c in own_columns)
        sure_rows = [r for r, d in own_rows.items() if d in (0, many_columns)]
        for r in sure_rows:
            found[r].update(dict.fromkeys(own_columns, float(own_rows[r] > 0)))
        full = sum(rows[r] for r in sure_rows if own_rows[r] > 0)
        own_rows = {r: d for r, d in own_rows.items() if r not in sure_rows}
        own_columns = {c: d - full for c, d in own_columns.items()}
        many_rows -= sum(rows[r] for r in sure_rows)
        sure_columns = [c for c, d in own_columns.items() if d in (0, many_rows)]
        for r in own_rows:
            found[r].update((c, float(own_columns[c] > 0)) for c in sure_columns)
        full = sum(columns[c] for c in sure_columns if own_columns[c] > 0)
        own_columns = {c: d for c, d in own_columns.items() if c not in sure_columns}
        own_rows = {r: d - full for r, d in own_rows.items()}
        if not sure_rows and not sure_columns:
            return own_rows, own_columns


class Sdsm:
    """The stochastic degree sequence model (Neal 2014, Social Networks 39, 84-97) of a two-mode network by its degrees.

    Two of the left share X right nodes by chance, X the sum over the right nodes k of p(i,k) p(j,k), with the probabilities
    of :func:`bicm`: a Poisson binomial, summed exactly. Both kinds of degrees are kept on average.

    >>> model = Sdsm([1, 1], [1, 1])
    >>> round(model.mean(1, 1), 6), round(model.tail(1, 1, 1), 6)
    (0.5, 0.4375)
    """

    def __init__(self, left: Sequence[int], right: Sequence[int]) -> None:
        self._p = bicm(left, right)
        self._columns = Counter(right)
        self._chances = cache(self._of_sums)

    def mean(self, a: int, b: int) -> float:
        """How many two nodes of these degrees share on average."""
        return sum(n * self._p[a][c] * self._p[b][c] for c, n in self._columns.items())

    def tail(self, shared: int, a: int, b: int) -> float:
        """P(X ≥ shared) for two nodes of these degrees; never below 1e-300."""
        if shared <= 0:
            return 1.0
        mean = self.mean(a, b)
        size = min(sum(self._columns.values()), min(a, b) + 64 + int(12 * sqrt(mean)))
        chances = self._chances(min(a, b), max(a, b), size)
        # The far tail is summed from its own end: 1 minus nearly 1 has no digits left.
        tail = sum(reversed(chances[shared:])) if shared > mean else 1 - sum(chances[:shared])
        return min(1.0, max(tail, 1e-300))

    def _of_sums(self, a: int, b: int, size: int) -> list[float]:
        """P(X = 0), …, P(X = size): one factor for each right degree, a binomial of as many trials as have it."""
        chances = [1.0]
        for c, n in sorted(self._columns.items()):
            factor = _binomial(n, self._p[a][c] * self._p[b][c], size)
            product = [0.0] * min(len(chances) + len(factor) - 1, size + 1)
            for i, u in enumerate(chances):
                for j, v in enumerate(factor[: len(product) - i]):
                    product[i + j] += u * v
            chances = product
        return chances


def _binomial(n: int, p: float, size: int) -> list[float]:
    """P(X = 0), P(X = 1), … of n trials, cut after ``size`` and where nothing is left."""
    if p >= 1.0:
        return [0.0] * min(n, size + 1) + ([1.0] if n <= size else [])
    chances = [exp(n * log1p(-p))]
    for x in range(1, min(n, size) + 1):
        chances.append(chances[-1] * (n - x + 1) / x * p / (1 - p))
        if chances[-1] < 1e-320:
            break
    return chances


def disparity(weight: float, strength: float, degree: int) -> float:
    """P that a tie takes so large a share of a body's strength by chance: (1 - w/s)^(k-1) (Serrano et al. 2009).

    PNAS 106, 6483-6488. A body of one tie says nothing: 1. Of three ties of one weight, each has (1 - 1/3)² = 4/9.

    >>> round(disparity(1, 3, 3), 3), disparity(5, 5, 1)
    (0.444, 1.0)
    """
    return float((1 - weight / strength) ** (degree - 1)) if degree > 1 else 1.0


def holm(values: Sequence[float], tests: int | None = None) -> list[float]:
    """p-values corrected so that one false find among all is as rare as each says (Holm 1979, Scand. J. Statistics 6, 65-70).

    ``tests`` is how many were made where those of p = 1 are not listed. Of 0.01 and 0.04: 2 · 0.01 and 1 · 0.04.

    >>> holm([0.04, 0.01])
    [0.04, 0.02]
    """
    m, corrected, worst = tests or len(values), [0.0] * len(values), 0.0
    for place, i in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        worst = max(worst, min(1.0, (m - place) * values[i]))
        corrected[i] = worst
    return corrected


def benjamini_hochberg(values: Sequence[float], tests: int | None = None) -> list[float]:
    """p-values corrected so that they bound the share of false finds (Benjamini and Hochberg 1995, JRSS B 57, 289-300).

    Of 0.01, 0.03 and 0.5 in three tests: 3/1 · 0.01, 3/2 · 0.03, 3/3 · 0.5.

    >>> [round(value, 3) for value in benjamini_hochberg([0.01, 0.5, 0.03])]
    [0.03, 0.5, 0.045]
    """
    m, corrected, best = tests or len(values), [0.0] * len(values), 1.0
    ordered = sorted(range(len(values)), key=values.__getitem__)
    for place in range(len(ordered), 0, -1):
        best = min(best, m / place * values[ordered[place - 1]])
        corrected[ordered[place - 1]] = best
    return corrected
