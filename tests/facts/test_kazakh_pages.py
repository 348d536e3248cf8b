"""How Kazakh pages of news tell it: Latin names with Kazakh endings, country directors, what was signed long ago. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Бұл туралы British Council-дің өкілі айтты.", "Organization British Council GB"),
        ("Freedom House-тың өкілі Жон Смит форумда сөйледі.", "Organization Freedom House US"),
        ("USAID-тің өкілі форумда сөйледі.", "Organization USAID US"),
        ("Семинар прошёл при поддержке British Council-а.", "Organization British Council"),
    ],
)
def test_a_latin_name_may_wear_an_ending(text: str, body: str, told: Any) -> None:
    entities, _ = told(text)
    assert entities.hold(body), entities
    assert not entities.hold("Event|өкілі")


def test_a_country_director_is_one_of_the_body(told: Any) -> None:
    text = "British Council-дің Қазақстандағы директоры Джим Бьюкенен меморандумға қол қойды."
    _, facts = told(text)
    assert facts.hold("post|Джим Бьюкенен|British Council|директоры")


def test_where_a_representative_works_took_no_part(told: Any) -> None:
    text = "Облыс әкімі Нұрлыбек Нәлібаев БҰҰДБ-ның Қазақстандағы тұрақты өкілі Анна Лоренцпен кездесті."
    _, facts = told(text)
    assert facts.hold("participation|Анна Лоренц") and not facts.hold("participation|Қазақстан >")


def test_a_secretariat_ends_before_the_sitting_it_spoke_at(told: Any) -> None:
    text = "Форум Шымкентте өтті. Пленарлық отырыста ҚХА Хатшылығының меңгерушісі Айдар Төлегенов сөз сөйледі."
    entities, facts = told(text)
    assert not entities.hold("Organization|отырыс") and facts.hold("post|Айдар Төлегенов|меңгерушісі")


def test_ties_are_no_contact(told: Any) -> None:
    _, facts = told("Форум Таразда өтті. Халықаралық байланыс: форумда «Тірек» қорының директоры Анна Ким сөз сөйледі.")
    assert facts.hold("participation|Анна Ким|speaker")


def test_both_sides_whose_officers_signed_are_parties(told: Any) -> None:
    text = (
        "Форум Шоқан Уәлиханов атындағы Көкшетау университетінде өтті. Университет ректоры Марат Сырлыбаев пен "
        "British Council-дің Қазақстандағы директоры Джим Бьюкенен меморандумға қол қойды."
    )
    _, facts = told(text)
    assert facts.hold("party|Көкшетау университеті") and facts.hold("party|British Council")
