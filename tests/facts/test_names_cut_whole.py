"""Names that were cut, swallowed or made of a mere description, each family in its own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "entity", "fact"),
    [
        (
            "Посол Вьетнама Нгуен Ван Лам открыл выставку.",
            "Person Нгуен Ван Лам",
            "represents|Нгуен Ван Лам|Вьетнам|Посол",
        ),
        ("Посол Вьетнама Нгуен Тхи Ким Нган открыла выставку.", "Person Нгуен Тхи Ким Нган", "represents|Нгуен|Вьетнам|Посол"),
        ("Посол Индии Виджай Рамеш открыл выставку.", "Person Виджай Рамеш", "represents|Виджай Рамеш|Индия|Посол"),
        ("Форум библиотек прошёл в Саратове.", "Place Саратов RU", "located|Форум|Саратов"),
        ("Форум библиотек прошёл в Иерусалиме.", "Place Иерусалим IL", "located|Форум|Иерусалим"),
    ],
)
def test_the_state_beside_its_envoy_and_towns_in_every_case(text: str, entity: str, fact: str, told: Any) -> None:
    entities, facts = told(text)
    assert entities.hold(entity), entities
    assert facts.hold(fact), facts


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Кыргызский национальный музей изобразительных искусств открыл выставку.", "Кыргызский национальный музей"),
        ("Национальная библиотека Узбекистана подписала меморандум с КазНУ.", "Национальная библиотека Узбекистана UZ"),
        ("Таджикский национальный университет подписал меморандум с КазНУ.", "Таджикский национальный университет TJ"),
        ("Өзбекстан Ұлттық кітапханасы КазНУ-мен меморандумға қол қойды.", "Өзбекстан Ұлттық кітапханасы UZ"),
        ("The Kyrgyz National Museum of Fine Arts signed a memorandum.", "Kyrgyz National Museum of Fine Arts KG"),
        (
            "Үкімет жанындағы Дала мәселелері жөніндегі комиссия отырыс өткізді.",
            "Үкімет жанындағы Дала мәселелері жөніндегі комиссия",
        ),
        (
            "Қазақстан Республикасы Үкіметі жанындағы Дала мәселелері жөніндегі комитет форум өткізді.",
            "Қазақстан Республикасы Үкіметі жанындағы Дала мәселелері жөніндегі комитет",
        ),
        (
            "Президент жанындағы Дала мәселелері жөніндегі ұлттық кеңес форум өткізді.",
            "Президент жанындағы Дала мәселелері жөніндегі ұлттық кеңес",
        ),
        ("The Friends of Museums Foundation signed a memorandum.", "Friends of Museums Foundation"),
        ("The forum was held by the Parents of Deaf Children Association.", "Parents of Deaf Children Association"),
        ("A grant went to the Doctors of the Steppe Association.", "Doctors of the Steppe Association"),
    ],
)
def test_bodies_are_named_whole(text: str, entity: str, told: Any) -> None:
    entities, _ = told(text)
    assert entities.hold(f"Organization {entity}"), entities


def test_the_chair_of_a_body_at_another_holds_that_post(told: Any) -> None:
    _, facts = told("Мәдениет және ақпарат министрлігі жанындағы Қоғамдық кеңестің төрағасы Айгүл Тасова сөз сөйледі.")
    assert facts.hold("post|Айгүл Тасова|Қоғамдық кеңес|төрағасы"), facts


@pytest.mark.parametrize(
    "text",
    [
        "Женские организации страны провели форум в Астане.",
        "Молодёжные организации Казахстана провели форум.",
        "Общественные объединения страны поддержали форум.",
        "Ветеранские организации области поддержали форум.",
        "Жастар ұйымдары форум өткізді.",
        "Women's organisations of Kazakhstan held a forum.",
        "The members of youth organisations took part in the forum.",
    ],
)
def test_bodies_in_the_plural_are_none(text: str, told: Any) -> None:
    entities, _ = told(text)
    assert not entities.hold("Organization"), entities


@pytest.mark.parametrize(
    "text",
    [
        "Кыргызский национальный музей изобразительных искусств провёл форум. Национальный музей Казахстана поддержал его.",
        "Национальная академия наук Казахстана и Узбекская национальная академия наук провели форум.",
        "The Kyrgyz National Library and the National Library of Kazakhstan held a forum.",
    ],
)
def test_the_national_body_of_one_state_is_not_that_of_another(text: str, told: Any) -> None:
    entities, _ = told(text)
    assert len([line for line in entities if line.startswith("Organization")]) == 2, entities
