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


@pytest.mark.parametrize(
    ("text", "facts", "never"),
    [
        pytest.param(
            "Посол Казахстана встретился с главой МИД Армении\n\nВчера посол Казахстана Ерлан Ким встретился с министром иностранных дел "
            "Армении Ашотом Петросяном. Напомним, в мае накануне заседания правительства, которое провёл президент Вахагн Саргсян, "
            "обсуждали пошлины.\n\nВ ходе беседы Ашот Петросян рассказал о форуме, который в сентябре примет Гюмри.",
            ["participation Ерлан Ким > Бесед", "participation Ашот Петросян > Бесед"],
            ["participation Вахагн Саргсян"],
            id="a meeting told by its verb, and a sitting of another day",
        ),
        pytest.param(
            "Бишкек, 19 июня 2025 года. Заместитель министра культуры Кыргызстана Азамат Исаев принял посла Японии Кэндзи Мори. "
            "На встрече рассмотрели обмен студентами. Кэндзи Мори сообщил, что в сентябре Ош примет форум «Дети гор».",
            ["participation Азамат Исаев > Встреча", "participation Кэндзи Мори > Встреча"],
            ["located Дети гор > Бишкек"],
            id="a meeting beside a forum to come",
        ),
        pytest.param(
            "Министр образования Узбекистана Отабек Салимов и ректор Томского государственного университета Пётр Белов подписали "
            "соглашение о сотрудничестве. В этот же день Отабек Салимов встретился в Томске с министром науки России Иваном Орловым. "
            "В ходе переговоров обсудили стипендии.",
            ["party Томский", "participation Отабек Салимов > Переговоры", "participation Иван Орлов > Переговоры"],
            ["concluded_at"],
            id="talks told after a signing",
        ),
        pytest.param(
            "Президенты Казахстана и Армении Ерлан Садыков и Вахагн Саргсян подписали в Ереване совместное заявление об укреплении "
            "дружбы.",
            ["party Казахстан > Совместное заявление", "party Армения > Совместное заявление", "signatory Ерлан Садыков"],
            [],
            id="a joint statement that hands are set to",
        ),
        pytest.param(
            "На форуме «Соседи» выступили президент ТПП РФ Сергей Кабанов, президент ТПП Омской области Игорь Куимов и президент "
            "Пензенской ТПП Олег Зимин. Меморандум подписали ТПП Омской области и ОФ «Тірек». Директор фонда Раушан Ким поблагодарила гостей.",
            [
                "post Сергей Кабанов > ТПП РФ",
                "post Игорь Куимов > ТПП Омской области",
                "post Олег Зимин > Пензенская ТПП",
                "party ТПП Омской области > Меморандум",
                "post Раушан Ким > ОФ «Тірек»",
            ],
            ["party ТПП РФ"],
            id="chambers of regions, a fund by its legal form",
        ),
        pytest.param(
            "В Костанае прошёл форум «Диалог» с участием молодёжи Российской Федерации Омской области. Во второй день гости посетили "
            "Рудный. Министр принял Главу Офиса программ Организации по безопасности и сотрудничеству в Европе (ОБСЕ) в Астане, Посла "
            "Валериу Кеуна.",
            ["located Диалог > Костанай"],
            ["participation Рудный", "Российская Федерация Омской", "Посла"],
            id="a state before its region, a town that guests went to see",
        ),
    ],
)
def test_openings(told: Told, text: str, facts: list[str], never: list[str]) -> None:
    entities, lines = told(text)
    for fact in facts:
        assert any(all(part in line for part in fact.split("|")) for line in lines), (fact, lines)
    assert not [line for line in [*lines, *entities] for part in never if part in line]
