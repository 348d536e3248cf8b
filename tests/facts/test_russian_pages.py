"""How Russian pages of news tell it: sources, themes, short names of ministries, names from far away. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate
from seriktes.text.dates import find_dates
from seriktes.text.russian_names import person_nominative


def test_who_only_tells_of_it_took_no_part(told: Any) -> None:
    text = (
        "В Оше прошёл форум сельских библиотек. Мероприятие собрало представителей фонда «Тірек» и ООН, передаёт Qala.media "
        "со ссылкой на пресс-службу Министерства культуры."
    )
    entities, facts = told(text)
    assert entities.hold("Organization Qala.media") and facts.hold("participation|«Тірек»|participant")
    assert not facts.hold("participation|Qala.media") and not facts.hold("participation|Министерство")


def test_a_theme_is_no_event_of_its_own(told: Any) -> None:
    text = "В Таразе начался V Гражданский форум на тему «Единство и согласие». Организатором форума выступил фонд «Тірек»."
    entities, facts = told(text)
    assert len([line for line in entities if line.startswith("Event")]) == 1
    assert facts.hold("participation|«Тірек»|V Гражданский форум|organizer")


def test_a_forum_still_to_come_is_left_again(told: Any) -> None:
    text = (
        "В Таразе состоялся V Гражданский форум. Делегаты поедут на VI Республиканский форум, который пройдёт в Астане. "
        "С приветственным словом обратился директор фонда «Тірек» Ерлан Сыдыков."
    )
    _, facts = told(text)
    assert facts.hold("participation|Сыдыков|V Гражданский форум|speaker")


def test_a_town_before_a_verb_is_where_it_happened(told: Any) -> None:
    _, facts = told("К юбилею Ассамблеи народа Казахстана в Таразе состоялся областной форум молодёжи.")
    assert not facts.hold("located|Ассамблея") and facts.hold("located|форум|Тараз")


@pytest.mark.parametrize(
    ("text", "entity", "fact"),
    [
        (
            "Документ подписали глава Миннауки Болат Сериков и директор фонда «Тірек» Асель Рахимова.",
            "Person Болат Сериков",
            "post|Болат Сериков|Миннауки|глава",
        ),
        (
            "Об этом рассказал представитель Минздрава Узбекистана Рустам Назаров.",
            "Organization Минздрав Узбекистана",
            "post|Назаров|Минздрав",
        ),
        (
            "На форуме выступил директор фонда «Тірек» доктор Халид бен Насер.",
            "Person Халид бен Насер",
            "post|Халид|«Тірек»|директор",
        ),
        ("На форуме выступил координатор программ фонда «Тірек» Пак Мин Чжи.", "Person Пак Мин Чжи", "post|Пак Мин Чжи|«Тірек»"),
    ],
)
def test_names_are_cut_right(text: str, entity: str, fact: str, told: Any) -> None:
    entities, facts = told(text)
    assert entities.hold(entity), entities
    assert facts.hold(fact), facts


def test_an_event_of_two_regions_keeps_both(told: Any) -> None:
    entities, _ = told("В Бишкеке начался 3-й Форум гражданского общества ЕС – Центральная Азия.")
    assert entities.hold("Event 3-й Форум гражданского общества ЕС – Центральная Азия")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Сергею Петрову", "Сергей Петров"),
        ("Касым-Жомарту Токаеву", "Касым-Жомарт Токаев"),
        ("Ерлану Карину", "Ерлан Карин"),
        ("Сергею Викторовичу Петрову", "Сергей Викторович Петров"),
        ("Марину Петрову", "Марина Петрова"),
        ("Айгуль Саматову", "Айгуль Саматова"),
        ("Петрову", "Петров"),
    ],
)
def test_to_whom_and_whom(form: str, name: str) -> None:
    assert " ".join(person_nominative(form.split())) == name


@pytest.mark.parametrize("text", ["Июнь 14, 2013 09:30", "14 Июн 2013", "Маусым 14, 2013"])
def test_dates_above_articles(text: str) -> None:
    assert [d.start_date for d in find_dates(text)] == ["2013-06-14"]


def test_a_surname_that_is_also_a_village(told: Any) -> None:
    text = (
        "В Астане прошёл форум библиотек. На форуме выступила директор фонда «Тірек» Светлана Смирнова. "
        "— Работаем вместе уже шесть лет, — отметила Смирнова."
    )
    entities, _ = told(text)
    assert not entities.hold("Place Смирново") and entities.hold("Person Светлана Смирнова")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "В Омске прошла встреча университетов. От Омского государственного университета во встрече участвовали проректор "
            "Алексей Максимов и начальник отдела кадров Ольга Белова.",
            "post|Алексей Максимов|Омский государственный университет|проректор",
        ),
        (
            "В Омске прошёл форум. Выступил начальник управления внешних связей Олег Белов.",
            "post|Олег Белов|Управление внешних связей|начальник",
        ),
        (
            "Меморандум подписали от фонда «Тірек» – директор Анна Ким, от Союза юристов – председатель Серик Мухамедиев.",
            "post|Серик Мухамедиев|Союз юристов|председатель",
        ),
    ],
)
def test_whose_officer(text: str, fact: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(fact), facts


def test_who_only_pays_does_not_carry_it_out(told: Any) -> None:
    text = "Фонд «Тірек» при финансовой поддержке Правительства Японии запустил проект «Чистая вода»."
    _, facts = told(text)
    assert facts.hold("implements|«Тірек»|Чистая вода") and not facts.hold("implements|Правительство Японии")


def test_whom_to_ask_took_no_part(told: Any) -> None:
    text = (
        "В Актау прошёл форум молодёжи. Организатором форума выступил фонд «Тірек».\n"
        "Контакты для СМИ: Айгерим Оразова, специалист фонда «Тірек»."
    )
    _, facts = told(text)
    assert facts.hold("organizer") and not facts.hold("participation|Айгерим Оразова")


def test_a_head_of_a_town_holds_no_post_at_a_department(told: Any) -> None:
    text = "Гостей приняли аким Костаная Марат Беков и руководитель отдела предпринимательства акимата Костаная Ерик Табанов."
    _, facts = told(text)
    assert facts.hold("represents|Марат Беков|Костанай") and not facts.hold("post|Марат Беков")


def test_a_country_in_brackets_is_the_person_s() -> None:
    text = "Семинар в Оше провели эксперты Марцин Войцик (Польша) и Елена Спиридонова (Узбекистан)."
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    countries = {e.name: e.country for e in annotation.entities if e.type == "Person"}
    assert countries == {"Марцин Войцик": "PL", "Елена Спиридонова": "UZ"}


def test_data_are_no_source(told: Any) -> None:
    _, facts = told("Форум по открытым данным организовал в Астане фонд «Тірек».")
    assert facts.hold("participation|«Тірек»|organizer")


def test_an_office_of_an_akimat_is_no_akimat(told: Any) -> None:
    _, facts = told("Гостей встретил аппарат акимата Актау. Выступил аким Актау Марат Беков.")
    assert facts.hold("represents|Марат Беков|Актау") and not facts.hold("post|Марат Беков")


def test_a_latin_body_and_its_cyrillic_head_are_two(told: Any) -> None:
    text = "Меморандум подписали директор фонда «Тірек» Сауле Айтпаева и исполнительный директор Civic Bridge Trust Эмма Хартли."
    entities, facts = told(text)
    assert entities.hold("Person Сауле Айтпаева") and entities.hold("Person Эмма Хартли")
    assert facts.hold("post|Эмма Хартли|Civic Bridge Trust|исполнительный директор")


def test_where_a_delegation_is_from_is_not_where_it_happened(told: Any) -> None:
    _, facts = told("В форуме приняла участие делегация Саратовской области во главе с Борисом Шинчуком.")
    assert not facts.hold("located") and facts.hold("participation|Борис Шинчук|participant")


def test_a_list_of_names_is_russian_all_the_same(told: Any) -> None:
    entities, _ = told("Меморандум подписали " + ", ".join(f"общественный фонд «Родник{n}»" for n in range(20)) + ".")
    assert entities.hold("Organization|Родник19")
