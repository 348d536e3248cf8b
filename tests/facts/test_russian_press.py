"""How Russian press pages tell of events, beside events and of the hands that sign. The sentences are the project's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], tuple[list[str], list[str]]]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            "В Оше состоялось торжественное открытие Дома ремёсел. Почётными гостями стали министр культуры Кыргызстана Аида Ким "
            "и посол Японии Кэндзи Мори. Гостям показали фотовыставку «Горы и люди».",
            [
                "located |открытие > Ош",
                "participation Аида Ким > Торжественное открытие",
                "participation Кэндзи Мори > Торжественное открытие",
            ],
            id="an opening that has an exhibition with a name",
        ),
        pytest.param(
            "Министр иностранных дел Таджикистана Фарход Азизов, прибывший в Бишкек для участия в заседании Совета министров СНГ, "
            "встретился с министром иностранных дел Кыргызстана Болотом Исаевым.",
            ["participation Фарход Азизов > Встреча", "participation Болот Исаев > Встреча"],
            id="what brought somebody to town is not the meeting",
        ),
        pytest.param(
            "В Томске состоялась церемония подписания соглашения о сотрудничестве между Ошским государственным университетом (ОшГУ) "
            "и Томским политехническим университетом (ТПУ). Подписи поставили ректоры университетов Нурлан Асанов и Пётр Белов.",
            [
                "located Церемония подписания > Томск",
                "party Ошский",
                "party Томский",
                "post Нурлан Асанов > Ошский",
                "post Пётр Белов > Томский",
            ],
            id="two rectors of two universities told before",
        ),
        pytest.param(
            "Форум в Алматы открыли министры культуры России и Казахстана Пётр Белов и Ерлан Садыков.",
            ["represents Пётр Белов > Россия", "represents Ерлан Садыков > Казахстан"],
            id="ministers of two states, each of his own",
        ),
        pytest.param(
            "В Астане она встретилась с региональным директором ЮНИСЕФ по странам Европы и Центральной Азии Анной Мартин.",
            ["post Анной Мартин > ЮНИСЕФ региональным директором"],
            id="a post for several lands",
        ),
        pytest.param(
            "В Павлодаре состоялся «круглый стол», посвящённый 20-летию Дома дружбы. Его вели Анна Ким и Ерлан Садыков.",
            [
                "located Круглый стол > Павлодар",
                "participation Анна Ким > Круглый стол moderator",
                "participation Ерлан Садыков > Круглый стол moderator",
            ],
            id="quotes around what it is called",
        ),
        pytest.param(
            "В Таразе прошёл флешбук, организованный фондом «Тірек». Его участников поздравила директор музея Анна Ким.",
            ["located Флешбук > Тараз", "participation |Тірек|organizer", "participation Анна Ким > Флешбук"],
            id="an event no list knows",
        ),
        pytest.param(
            "10 мая 2024 года в Астане прошёл форум «Вода без границ», его открыл министр экологии Ерлан Садыков. "
            "На полях форума состоялась встреча министра экологии Узбекистана Азиза Рахимова с директором фонда «Тірек» Анной Ким.",
            ["participation Азиза Рахимова > Встреча", "participation Анной Ким > Встреча", "participation Ерлан Садыков > Вода"],
            id="a meeting on the fringes",
        ),
        pytest.param(
            "В Душанбе подписаны меморандум о мониторинге ледников между Агентством по гидрометеорологии Таджикистана и фондом "
            "«Тірек» и соглашение об обмене студентами между Худжандским государственным университетом и Ошским государственным университетом.",
            ["party |Тірек|Меморандум", "party Ошский|Соглашение", "party Худжандский|Соглашение"],
            id="each agreement has its own sides",
        ),
        pytest.param(
            "Узбекистан и Казахстан провели в Ургенче форум «Мост дружбы».",
            ["participation Узбекистан > Мост", "participation Казахстан > Мост", "located Мост дружбы > Ургенч"],
            id="two states held it",
        ),
        pytest.param(
            "Завершается совместный проект Европейского союза (ЕС) и Программы развития ООН (ПРООН) «Чистая вода сёлам».",
            ["Project Чистая вода сёлам"],
            id="a project behind those who run it",
        ),
    ],
)
def test_the_page_tells(told: Told, text: str, facts: list[str]) -> None:
    entities, lines = told(text)
    for fact in facts:
        assert any(all(part in line for part in fact.split("|")) for line in (*lines, *entities)), (fact, lines)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        pytest.param(
            "Глава МИД Казахстана встретился в Осло с директором фонда «Тірек» Анной Ким.",
            "participation |Министерство|Встреча",
            id="an officer without a name is not his ministry",
        ),
        pytest.param(
            "В Астане прошла встреча послов. Запланированы консультации в Оше, семинар с участием министра культуры Ерлана Садыкова.",
            "participation Ерлан Садыков",
            id="what is planned",
        ),
        pytest.param(
            "В Оше прошёл семинар «Вода и мы». Директор фонда «Тірек» Анна Ким напомнила, что решение было принято на саммите в Душанбе.",
            "participation Анна Ким > Саммит",
            id="an event somebody only speaks of",
        ),
        pytest.param(
            "В Душанбе подписаны меморандум о мониторинге ледников между Агентством по гидрометеорологии Таджикистана и фондом "
            "«Тірек» и соглашение об обмене студентами между Худжандским государственным университетом и Ошским государственным университетом.",
            "party Ошский|Меморандум",
            id="the sides of another agreement",
        ),
        pytest.param(
            "Посол Франции Жан Мартен посетил Тараз и обсудил взаимодействие научных обществ Казахстана и Франции.",
            "cooperation Казахстан",
            id="it is their learned societies that work together",
        ),
        pytest.param(
            "В Оше прошёл семинар «Вода и мы», его открыл Азиз Рахимов, руководствуясь посланием президента Ерлана Садыкова.",
            "participation Ерлан Садыков",
            id="a president who only wrote",
        ),
    ],
)
def test_the_page_does_not_tell(told: Told, text: str, fact: str) -> None:
    _, lines = told(text)
    assert not [line for line in lines if all(part in line for part in fact.split("|"))]
