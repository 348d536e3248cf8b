"""Russian signings, sides and houses: who signed where it is told by a word for the hand. The sentences are the project's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], tuple[list[str], list[str]]]


@pytest.mark.parametrize(
    ("text", "facts", "never"),
    [
        (
            "Фонд «Исток» и центр «Булак» подписали договор о дружбе. Автографы под ним оставили директора Анна Белова и Сергей Ким.",
            ["signatory Анна Белова > Договор о дружбе", "signatory Сергей Ким > Договор о дружбе"],
            "",
        ),
        (
            "Договор о сервисе комбайнов заключили в Орске. Бумагу завизировали Павел Дроздов и Азат Бектеев.",
            ["signatory Павел Дроздов", "signatory Азат Бектеев"],
            "",
        ),
        (
            "Палату посетила делегация во главе с ректором Ошского университета Айбеком Асановым. Гостей приняли ректор "
            "Томского университета Пётр Белов и проректор Анна Ким. По итогам ректоры подписали договор о практике сроком на два года.",
            ["signatory Айбек Асанов > Договор о практике", "signatory Пётр Белов", "party Ошский", "party Томский"],
            "signatory Анна Ким",
        ),
        (
            "В Астане прошла встреча министров иностранных дел. Министерство иностранных дел Латвии представил Андрис Пелш, "
            "Министерство иностранных дел Узбекистана прислало троих. Узбекскую делегацию возглавил заместитель министра Азиз Каримов.",
            ["post Азиз Каримов > Министерство иностранных дел Узбекистана"],
            "post Азиз Каримов > Министерство иностранных дел Латвии",
        ),
        (
            "Форум организован Молодежной организацией Туркменистана (МОТ). Меморандум подписали МОТ и Союз студентов Омска.",
            ["party Молодёжная организация Туркменистана > Меморандум"],
            "party МОТ",
        ),
    ],
)
def test_signings_and_sides(told: Told, text: str, facts: list[str], never: str) -> None:
    _, lines = told(text)
    for fact in facts:
        assert any(line.startswith(fact) for line in lines), (fact, lines)
    assert not never or not any(line.startswith(never) for line in lines), lines


@pytest.mark.parametrize(
    ("text", "entity", "fact"),
    [
        ("2 мая 2023 года в Актау прошли общественные слушания по проекту порта.", "Event Общественные слушания", "located"),
        ("В отеле Orion прошёл форум «Живая вода».", "Place Отель Orion", "located Живая вода > Отель Orion"),
        ("В конгресс-центре «Дидар» прошёл форум «Живая вода».", "Place Конгресс-центр «Дидар»", "located Живая вода"),
        ("На площади Алымбека Датки прошёл фестиваль «Шёлк».", "Place Площадь Алымбека Датки", "located Шёлк"),
        ("Фестиваль «Шёлк» прошёл на Чистопрудном бульваре.", "Place Чистопрудный бульвар", "located Шёлк"),
    ],
)
def test_houses_and_squares_are_places(told: Told, text: str, entity: str, fact: str) -> None:
    entities, lines = told(text)
    assert any(line.casefold().startswith(entity.casefold()) for line in entities), entities
    assert any(line.casefold().startswith(fact.casefold()) for line in lines), lines


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Анна Ким приняла участие во встрече по подготовке визита группы экспертов в Кабул.", "located Встреча > Кабул"),
        ("В Омск прибыла делегация в составе Палаты предпринимателей Алматы.", "part_of"),
        (
            "Анна Белова провела встречу с рабочей группой Фонда детей Азии.",
            "participation Рабочая группа Фонда детей Азии > Встреча organizer",
        ),
        ("Анна Белова провела встречу с главой МИД Латвии Андрисом Бергсом.", "participation МИД Латвии"),
        (
            "ОМСК. 2 марта 2011 /Людмила Малеева/ – В город прибыла делегация Павлодарской области. Встреча прошла в Омске.",
            "participation Людмила",
        ),
    ],
)
def test_never_told(told: Told, text: str, never: str) -> None:
    _, lines = told(text)
    assert lines
    assert not any(line.startswith(never) for line in lines), lines
