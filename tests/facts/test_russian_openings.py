"""What openings of real Russian pages showed: who only stands in somebody's title, and names in other cases. Own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seriktes.text.russian import nominative_phrase
from seriktes.text.russian_names import person_nominative

Told = Callable[[str], tuple[list[str], list[str]]]


@pytest.mark.parametrize(
    ("text", "facts", "never"),
    [
        pytest.param(
            "Генеральный консул Кыргызстана в Омске, постоянный представитель Кыргызстана при Организации исламского "
            "сотрудничества (ОИС) Азамат Исаев принял участие в рабочей встрече, организованной в рамках подготовки визита "
            "Контактной группы ОИС в Тунис.",
            ["participation Азамат Исаев > Рабочая встреча"],
            ["participation Организация", "participation Контактная", "participation Кыргызстан"],
            id="the body at which somebody represents a state",
        ),
        pytest.param(
            "Участие в форуме «Горы и люди» приняли заместитель министра культуры Узбекистана Дильшод Рахимов, "
            "депутаты Парламента Кыргызстана и студенты из Оша. Форум прошёл 5 мая 2024 года в Бишкеке.",
            ["participation Дильшод Рахимов > Горы", "participation Парламент Кыргызстана > Горы"],
            [],
            id="taking part, told the other way round",
        ),
        pytest.param(
            "Ежегодный форум по водным ресурсам состоялся 8 июня 2023 года в Душанбе. Представители ОБСЕ и Правительства Республики "
            "Таджикистан обсудили на форуме итоги года.",
            ["participation ОБСЕ > |форум", "participation Правительство Республики Таджикистан > |форум"],
            [],
            id="representatives who discussed",
        ),
        pytest.param(
            "В Вене прошло заседание рабочей группы, посвящённое сотрудничеству между Организацией по безопасности и сотрудничеству "
            "в Европе (ОБСЕ) и Организацией Договора о коллективной безопасности (ОДКБ).",
            [],
            ["participation Организация"],
            id="the bodies whose cooperation is the subject",
        ),
        pytest.param(
            "В Омске прошла рабочая встреча президента ТПП РФ Сергея Кабанова и губернатора Омской области Андрея Зимина. "
            "Сергей Кабанов отметил рост торговли, Андрей Зимин рассказал о новых заводах.",
            ["participation Сергей Кабанов > ", "participation Андрей Зимин > "],
            ["participation ТПП"],
            id="names in -ей",
        ),
        pytest.param(
            "Омск, 29 июня 2024. Вестник Сибири. Губернатор Олег Мельник выступил на форуме регионов «Соседи», который прошёл в Витебске.",
            ["located Соседи > Витебск"],
            ["dated Соседи", "located Соседи > Омск"],
            id="a dateline with a year",
        ),
    ],
)
def test_who_took_part(told: Told, text: str, facts: list[str], never: list[str]) -> None:
    entities, lines = told(text)
    for fact in facts:
        assert any(all(part in line for part in fact.split("|")) for line in lines), (fact, lines)
    assert not [line for line in lines for part in never if part in line]
    assert len({line for line in entities if line.startswith("Person")}) == sum(line.startswith("Person") for line in entities)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Касым-Жомарта Токаева", "Касым-Жомарт Токаев"),
        ("Нурлана Сагинтаева", "Нурлан Сагинтаев"),
        ("Александра Новикова", "Александра Новикова"),  # a woman's nominative as well
        ("Огтаем Асадовым", "Огтай Асадов"),
        ("Эулалией Росс", "Эулалия Росс"),
        ("Джун Ямада", "Джун Ямада"),
        ("Айгуль Сагинтаевой", "Айгуль Сагинтаева"),
    ],
)
def test_people_are_cited(form: str, name: str) -> None:
    assert " ".join(person_nominative(form.split())) == name


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("VII форума", "VII форум"),
        ("III Форуме ректоров", "III Форум ректоров"),
        ("Торгово-промышленной палатой Узбекистана", "Торгово-промышленная палата Узбекистана"),
        ("Кузбасской ТПП", "Кузбасская ТПП"),
        ("Омская ТПП", "Омская ТПП"),
        ("Гродненской областями", "Гродненская область"),
    ],
)
def test_bodies_and_events_are_cited(form: str, name: str) -> None:
    assert " ".join(nominative_phrase(form.split())) == name
