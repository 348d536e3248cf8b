"""The home of cities that no list of ours knows: found in any case, silent where the name tells nothing."""

from __future__ import annotations

import pytest
from seriktes.authority.cities import home_of_city
from seriktes.documents import read_text
from seriktes.model import Language
from seriktes.pipeline import annotate


@pytest.mark.parametrize(
    ("name", "language", "country"),
    [
        ("Белостоке", "ru", "PL"),
        ("Сарагосой", "ru", "ES"),
        ("Рәштте", "kk", "IR"),
        ("Kastamonu", "en", "TR"),
        ("Gütersloh", "en", "DE"),
        ("Nowhere", "en", None),
        ("Бір", "kk", None),
        ("Springfield", "en", "US"),
        ("Ньётон", "ru", None),
    ],
)
def test_the_country_of_a_city(name: str, language: Language, country: str | None) -> None:
    assert home_of_city(name, language) == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Астанада форум өтті. Форумға Кастамону университетінің ректоры қатысты.", "Кастамону университеті", "TR"),
        ("В Астане прошел форум. В форуме принял участие ректор Белостокского университета.", "Белостокский университет", "PL"),
        ("A forum was held in Astana. The rector of the University of Zaragoza took part.", "University of Zaragoza", "ES"),
    ],
)
def test_a_body_named_after_a_city_is_at_home_there(text: str, name: str, country: str) -> None:
    entities = annotate(read_text(text.encode(), "test", "test.txt")).entities
    assert [(e.name, e.country) for e in entities if e.type == "Organization"] == [(name, country)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("В Астане прошел форум. На форуме выступил Арман Сеитов.", "KZ"),
        ("В Астане прошел форум, потом встреча в Омске и семинар в Лондоне. На форуме выступил Арман Сеитов.", None),
    ],
)
def test_a_person_of_no_told_institution_is_placed_only_where_the_report_leaves_no_choice(text: str, country: str | None) -> None:
    entities = annotate(read_text(text.encode(), "test", "test.txt")).entities
    assert [e.country for e in entities if e.type == "Person"] == [country]
