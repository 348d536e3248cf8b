"""Houses called by somebody's name, compatriots abroad, heads that sign where only their posts are called. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("house", ["Асан Қайғы кесенесін", "Асан Қайғы ескерткішін", "Асан Қайғы алаңын", "Асан Қайғы көшесін"])
def test_a_house_called_by_a_name_is_no_guest(house: str, told: Any) -> None:
    entities, facts = told(f"Таразда форум өтті. Форум аясында қонақтар {house} аралады.")
    assert not entities.hold("Person") and not facts.hold("participation"), (entities, facts)


def test_compatriots_in_a_country_are_a_body(told: Any) -> None:
    text = (
        "Жапониядағы қазақстандық студенттер қауымдастығы форум өткізді. Форумда қауымдастықтың төрайымы Дина Серікова сөйледі."
    )
    entities, facts = told(text)
    assert entities.hold("Organization Жапониядағы қазақстандық студенттер қауымдастығы")
    assert facts.hold("participation Жапониядағы|Форум|organizer") and facts.hold("post Дина Серікова|Жапониядағы|төрайымы")


def test_heads_called_by_their_posts_sign(told: Any) -> None:
    text = (
        "Делегацияны Краков университетінің ректоры Ян Новак бастап келді. Меймандарды Семей университетінің ректоры Асан Серіков "
        "қабылдады. Кездесу соңында ректорлар қос дипломды білім беру туралы келісімге қол қойды."
    )
    _, facts = told(text)
    for line in ("party Семей", "party Краков", "signatory Ян Новак", "signatory Асан Серіков"):
        assert facts.hold(f"{line}|Қос дипломды білім беру туралы келісім"), facts


def test_heads_of_three_bodies_are_not_the_two_who_sign(told: Any) -> None:
    text = (
        "Форумда Краков университетінің ректоры Ян Новак, Семей университетінің ректоры Асан Серіков сөйледі. Тараз "
        "университетінің ректоры Дина Омарова қатысты. Соңында ректорлар ынтымақтастық туралы келісімге қол қойды."
    )
    _, facts = told(text)
    assert not facts.hold("signatory Дина"), facts


def test_qoltanba_is_a_signature(told: Any) -> None:
    _, facts = told("Меморандумға қол қойылды. Құжатқа «Арна» қорының директоры Асан Серіков қолтаңба қойды.")
    assert facts.hold("signatory Асан Серіков|Меморандум") and facts.hold("party «Арна» қоры|Меморандум")
