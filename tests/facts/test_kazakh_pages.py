"""How Kazakh pages of news tell it: Latin names with Kazakh endings, country directors, what was signed long ago. Own sentences."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate


def told(text: str) -> tuple[list[str], list[str]]:
    """Lines of entities («Organization British Council GB») and of facts («post Джим Бьюкенен > British Council …»)."""
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    facts = [
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {' '.join(f.values.values())}" for f in annotation.facts
    ]
    return [f"{e.type} {e.name} {e.country}" for e in annotation.entities], facts


def holds(lines: list[str], wanted: str) -> bool:
    return any(all(part in line for part in wanted.split("|")) for line in lines)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Бұл туралы British Council-дің өкілі айтты.", "Organization British Council GB"),
        ("Freedom House-тың өкілі Жон Смит форумда сөйледі.", "Organization Freedom House US"),
        ("USAID-тің өкілі форумда сөйледі.", "Organization USAID US"),
        ("Семинар прошёл при поддержке British Council-а.", "Organization British Council"),
    ],
)
def test_a_latin_name_may_wear_an_ending(text: str, body: str) -> None:
    entities, _ = told(text)
    assert holds(entities, body), entities
    assert not holds(entities, "Event|өкілі")


def test_a_country_director_is_one_of_the_body() -> None:
    text = "British Council-дің Қазақстандағы директоры Джим Бьюкенен меморандумға қол қойды."
    _, facts = told(text)
    assert holds(facts, "post|Джим Бьюкенен|British Council|директоры")


def test_where_a_representative_works_took_no_part() -> None:
    text = "Облыс әкімі Нұрлыбек Нәлібаев БҰҰДБ-ның Қазақстандағы тұрақты өкілі Анна Лоренцпен кездесті."
    _, facts = told(text)
    assert holds(facts, "participation|Анна Лоренц") and not holds(facts, "participation|Қазақстан >")


def test_a_secretariat_ends_before_the_sitting_it_spoke_at() -> None:
    text = "Форум Шымкентте өтті. Пленарлық отырыста ҚХА Хатшылығының меңгерушісі Айдар Төлегенов сөз сөйледі."
    entities, facts = told(text)
    assert not holds(entities, "Organization|отырыс") and holds(facts, "post|Айдар Төлегенов|меңгерушісі")


def test_ties_are_no_contact() -> None:
    _, facts = told("Форум Таразда өтті. Халықаралық байланыс: форумда «Тірек» қорының директоры Анна Ким сөз сөйледі.")
    assert holds(facts, "participation|Анна Ким|speaker")


def test_both_sides_whose_officers_signed_are_parties() -> None:
    text = (
        "Форум Шоқан Уәлиханов атындағы Көкшетау университетінде өтті. Университет ректоры Марат Сырлыбаев пен "
        "British Council-дің Қазақстандағы директоры Джим Бьюкенен меморандумға қол қойды."
    )
    _, facts = told(text)
    assert holds(facts, "party|Көкшетау университеті") and holds(facts, "party|British Council")
