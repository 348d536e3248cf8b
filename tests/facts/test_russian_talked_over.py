"""Russian: what was only talked over is no event of the report, «накануне» may be a day, unions have states."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate
from seriktes.text.day_before import is_day_before, without_day_before


def names(text: str, kind: str) -> list[str]:
    return [entity.name for entity in annotate(read_text(text.encode(), "test", "test.txt")).entities if entity.type == kind]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "В ходе рабочей встречи с ректором КазНУ Еленой Ким стороны обсудили обмен студентами, стажировки преподавателей "
            "и открытие лаборатории.",
            "Рабочая встреча",
        ),
        (
            "В Алматы глава фонда «Степь» Анна Ли и посол Франции Жан Леруа обсудили семинары, выставки молодых художников "
            "и конкурс переводов. На встрече присутствовала директор Центра переводов Мария Пак.",
            "Встреча",
        ),
        ("На семинаре в Оше врачи обсудили новые правила. В семинаре участвовал Марат Сеитов.", "Семинар"),
    ],
)
def test_what_is_discussed_is_not_the_event(text: str, event: str) -> None:
    assert names(text, "Event") == [event]


def test_the_day_before_is_not_the_eve() -> None:
    assert is_day_before("накануне", "в") and is_day_before("накануне", "прошла")
    assert not is_day_before("накануне", "форума") and not is_day_before("вчера", "в")
    assert without_day_before("накануне форума накануне в оше") == "накануне форума в оше"


def _facts(text: str, kind: str) -> set[tuple[str, str]]:
    found = annotate(read_text(text.encode(), "test", "test.txt"))
    named = {entity.id: entity.name for entity in found.entities}
    pairs = (tuple(fact.arguments.values()) for fact in found.facts if fact.type == kind)
    return {(named[left], named[right]) for left, right in pairs}


def test_who_took_part_the_day_before() -> None:
    text = (
        "Накануне в Ташкенте прошла рабочая встреча экспертов Министерства культуры с врачами. "
        "Директор центра «Достык» Марат Сеитов отметил успехи."
    )
    assert ("Марат Сеитов", "Рабочая встреча") in _facts(text, "participation")


def test_states_of_a_union() -> None:
    listed = _facts("В ШОС входят Индия, Иран и Казахстан.", "part_of")
    assert listed == {("Индия", "ШОС"), ("Иран", "ШОС"), ("Казахстан", "ШОС")}
    assert _facts("Казахстан и Россия входят в ЕАЭС.", "part_of") == {("Казахстан", "ЕАЭС"), ("Россия", "ЕАЭС")}
    assert not _facts("В делегацию ОБСЕ вошли представители Казахстана и Узбекистана.", "part_of")


def test_what_two_bodies_announce_they_run() -> None:
    text = "КазНУ и Академия наук объявили о начале совместной программы «Мост культур»."
    assert {left for left, _ in _facts(text, "implements")} == {"КазНУ", "Академия наук"}


def test_who_ran_the_project_of_a_clause() -> None:
    text = (
        "Руководитель Союза музеев Казахстана Пётр Ким представил проект «Живая память», "
        "который союз ведёт совместно с Британским музеем."
    )
    assert {left for left, _ in _facts(text, "implements")} == {"Союз музеев Казахстана", "Британский музей"}


def test_who_was_gathered_under_a_chair() -> None:
    text = (
        "18 марта в Оше состоялось заседание Клуба экспертов. Заседание, прошедшее под председательством Анны Ким, "
        "собрало депутатов Мажилиса и представителей ЮНЕСКО."
    )
    assert {"Мажилис", "ЮНЕСКО"} <= {left for left, _ in _facts(text, "participation")}
    assert not _facts(text, "post")


def test_rectors_of_the_two_sides() -> None:
    text = (
        "Договор о сотрудничестве заключили Алтайский университет и Павлодарский университет, "
        "подписи поставили ректоры Сергей Бочаров и Нурлан Ергалиев."
    )
    assert _facts(text, "post") == {
        ("Сергей Бочаров", "Алтайский университет"),
        ("Нурлан Ергалиев", "Павлодарский университет"),
    }


def test_members_told_before_a_head_are_others() -> None:
    text = "В семинаре участвовали члены Союза художников и председатель Союза врачей Анна Ким."
    assert _facts(text, "post") == {("Анна Ким", "Союз врачей")}
