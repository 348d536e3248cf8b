"""The confidence of a fact: the share of facts of its rule that were right, drawn towards those of its type."""

from __future__ import annotations

from tomllib import loads

from seriktes.facts.confidence import calibrated
from seriktes.model import ARGUMENTS, Fact, Span
from seriktes.resources import read_text
from seriktes.training.calibrate import Judged, confidence, fit, lines


def judged(rule, right, wrong, type_="post", language="ru"):
    return [Judged("d", language, type_, rule, number < right) for number in range(right + wrong)]


def test_a_rule_that_is_often_right_is_believed_more():
    table = fit([*judged("ru.a", 90, 10), *judged("ru.b", 30, 70)])
    assert 0.8 < table["ru"]["post ru.a"] < 0.9
    assert 0.3 < table["ru"]["post ru.b"] < 0.45


def test_a_rule_seen_once_says_little_of_itself():
    table = fit([*judged("ru.a", 60, 40), *judged("ru.b", 1, 0)])
    assert abs(table["ru"]["post ru.b"] - table["ru"]["post"]) < 0.05


def test_an_unknown_rule_has_the_figure_of_its_type():
    table = fit([*judged("ru.a", 20, 80), *judged("ru.b", 80, 20, "dated")])
    assert confidence(table, Judged("d", "ru", "post", "ru.new", True)) == table["ru"]["post"] < table["ru"]["dated"]


def test_weights_count():
    light = [Judged("d", "kk", "post", "kk.a", False, 0.1) for _ in range(100)]
    assert fit(light)["kk"]["post kk.a"] > fit(judged("kk.a", 0, 100, language="kk"))["kk"]["post kk.a"]


def test_the_table_reads_back_as_written():
    table = fit([*judged("ru.a", 9, 1), *judged("en.a", 1, 9, "party", "en")])
    assert loads("\n".join(lines(table))) == table


def test_the_shipped_table_knows_every_type_and_is_never_sure():
    table = loads(read_text("seriktes.facts", "confidence.toml"))
    for language in ("kk", "ru", "en"):
        assert set(ARGUMENTS) <= set(table[language])
        assert all(0.1 < share < 1 for share in table[language].values())


def test_a_fact_gets_the_confidence_of_its_rule_and_keeps_the_rest():
    table = loads(read_text("seriktes.facts", "confidence.toml"))
    fact = Fact("post", {"person": "e1", "organization": "e2"}, Span(0, 1), {"title": "директор"}, 0.111, "posts.beside")
    known, new = calibrated(fact, "ru"), calibrated(Fact("post", fact.arguments, Span(0, 1), {}, 0.111, "posts.unheard"), "ru")
    assert known.confidence == table["ru"]["post posts.beside"] != 0.111
    assert new.confidence == table["ru"]["post"]
    assert (known.type, known.arguments, known.evidence, known.values, known.rule) == (
        fact.type, fact.arguments, fact.evidence, fact.values, fact.rule,
    )  # fmt: skip
