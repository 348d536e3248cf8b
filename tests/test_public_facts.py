"""The measure of factRuEval's third track, on facts made for the purpose."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
from factrueval import Argument, GoldFact, match


def fact(*arguments, ignored=False):
    return GoldFact("occupation", tuple(Argument(name, frozenset(values.split("|"))) for name, values in arguments), ignored)


GOLD = fact(("who", "анна белова|белова"), ("where", "фонд радуга"), ("position", "директор"))


def f1(gold, *found):
    return match(gold, found)[0].f1


def test_the_same_fact_is_wholly_right():
    assert f1([GOLD], fact(("who", "белова"), ("where", "фонд радуга"), ("position", "директор"))) == 1.0


def test_values_agree_at_two_letters():
    assert f1([GOLD], fact(("who", "беловой"), ("where", "фонда радуга"), ("position", "директора"))) == 1.0
    assert f1([GOLD], fact(("who", "сидоренко"), ("where", "центр восход"))) == 0.0


def test_a_position_weighs_half():
    assert f1([GOLD], fact(("who", "белова"), ("where", "фонд радуга"))) == pytest.approx(2 / 2.5)
    assert f1([GOLD], fact(("who", "белова"), ("position", "директор"))) == pytest.approx(1.5 / 2.5)


def test_difficult_facts_count_neither_way():
    hard = fact(("who", "пётр"), ("where", "банк"), ignored=True)
    same = fact(("who", "белова"), ("where", "фонд радуга"), ("position", "директор"))
    metrics, chosen = match([hard, GOLD], [fact(("who", "пётр"), ("where", "банк")), same])
    assert (metrics.gold, metrics.found, metrics.f1, chosen) == (1, 1, 1.0, [0, 1])


def test_a_fact_told_in_two_halves_is_worth_less_than_whole():
    halves = fact(("who", "белова"), ("position", "директор")), fact(("where", "фонд радуга"), ("position", "директор"))
    assert 0.0 < f1([GOLD], *halves) < 1.0


def test_what_was_invented_lowers_precision():
    metrics, _ = match(
        [GOLD], [fact(("who", "белова"), ("where", "фонд радуга"), ("position", "директор")), fact(("who", "иван"))]
    )
    assert (metrics.precision, metrics.recall) == (0.5, 1.0)
