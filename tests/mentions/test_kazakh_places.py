"""Kazakh places put right after the tagger: what stands before a type word, what was run together, what is no place."""

from __future__ import annotations

import pytest
from seriktes.mentions.tagging.kazakh_places import put_right
from seriktes.mentions.tagging.named import Named
from seriktes.text.tokens import tokenize


def _read(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """What becomes of some names of a sentence, given with their labels."""
    tokens = tokenize(text)
    marked = []
    for name, label in names:
        start = text.index(name)
        inside = [i for i, token in enumerate(tokens) if start <= token.start < start + len(name)]
        marked.append(Named(inside[0], inside[-1] + 1, label, 0.9))
    return [(text[tokens[n.start].start : tokens[n.end - 1].end], n.label) for n in put_right(tokens, sorted(marked))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Жаңбыр Қайыңсай ауылында тоқтады.", ["Қайыңсай"]),
        ("Жаңбыр Қайыңсай аулын шайып кетті.", ["Қайыңсай"]),
        ("Көпір «Самал» ықшамауданынан басталады.", ["Самал"]),
        ("Жаңбыр Үшбұлақ ауылдық округінде тоқтады.", ["Үшбұлақ"]),
        ("Ол Қайыңсай деген ауылда тұрады.", ["Қайыңсай"]),
        ("Көпір Үшбұлақ пен Қайыңсай ауылдарын жалғайды.", ["Үшбұлақ", "Қайыңсай"]),
        ("Кеме Сарыарал түбегіне жетті.", ["Сарыарал түбегіне"]),
        ("Біздің ауылда бәрі тыныш.", []),
        ("Бәрі Ерланның ауылында жиналды.", []),
        ("Ерлан ауылда тұрады.", []),
        ("Кеше Облыстық округ жабылды.", []),
    ],
)
def test_a_name_before_a_type_word_is_a_place(text: str, places: list[str]) -> None:
    assert _read(text) == [(place, "Place") for place in places]


def test_a_person_before_a_type_word_is_a_place() -> None:
    assert _read("Бауыржан ауылына жол салынды.", ("Бауыржан", "Person")) == [("Бауыржан", "Place")]
    assert _read("Бауыржан ауылға келді.", ("Бауыржан", "Person")) == [("Бауыржан", "Person")]


def test_somebody_by_full_name_stays_before_a_village_of_his() -> None:
    assert _read("Серік Оспанов ауылына барды.", ("Серік Оспанов", "Person")) == [("Серік Оспанов", "Person")]


def test_a_town_stands_apart_from_the_body_in_it() -> None:
    text = "Оны Шымкенттегі «Тұлпар» орталығы өткізді."
    assert _read(text, ("Шымкенттегі «Тұлпар» орталығы", "Organization")) == [
        ("Шымкенттегі", "Place"),
        ("«Тұлпар» орталығы", "Organization"),
    ]
    text = "Оны Жамбыл облысындағы «Тұлпар» орталығы өткізді."
    assert [label for _, label in _read(text, ("Жамбыл облысындағы «Тұлпар» орталығы", "Organization"))] == [
        "Place",
        "Organization",
    ]


@pytest.mark.parametrize("name", ["Қазақстандағы Гёте институты", "Еуропадағы ынтымақтастық ұйымы", "Қазақстан Спорт академиясы"])
def test_a_country_in_the_name_of_a_body_stays_in_it(name: str) -> None:
    assert _read(f"Оны {name} өткізді.", (name, "Organization")) == [(name, "Organization")]


@pytest.mark.parametrize(("name", "place"), [("Ресей Федерациясы", "Ресей Федерациясы"), ("Германия компаниялары", "Германия")])
def test_a_country_with_its_form_or_with_many_bodies_is_a_place(name: str, place: str) -> None:
    assert _read(f"Келісімге {name} қол қойды.", (name, "Organization")) == [(place, "Place")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Олар Қазан айында келеді.", "Қазан"),
        ("Жүк Ақтау портына жетті.", "Ақтау"),
        ("Олар «Қазақстан» қонақүйінде тұрды.", "Қазақстан"),
    ],
)
def test_a_month_a_port_and_an_inn_are_no_places(text: str, name: str) -> None:
    assert _read(text, (name, "Place")) == []


def test_a_place_in_quotes_before_its_type_word_stays() -> None:
    assert _read("Үй «Алатау» шағынауданында тұр.", ("Алатау", "Place")) == [("Алатау", "Place")]


@pytest.mark.parametrize(
    ("name", "place"),
    [("Италия компаниясы", "Италия"), ("Алматының орталығы", "Алматының"), ("Атырау облысының мектептері", "Атырау облысының")],
)
def test_a_firm_of_a_country_the_middle_of_a_town_and_many_schools_are_no_bodies(name: str, place: str) -> None:
    assert _read(f"Ол {name} туралы айтты.", (name, "Organization")) == [(place, "Place")]


def test_the_names_joined_before_a_plural_are_places_without_it() -> None:
    assert _read("Байқау Жетісу және Абай облыстарында өтті.", ("Жетісу", "Place")) == [("Жетісу", "Place"), ("Абай", "Place")]
