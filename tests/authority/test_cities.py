"""The home of cities that no list of ours knows: found in any case, silent where the name tells nothing."""

from __future__ import annotations

import pytest
from seriktes import documents
from seriktes.authority.cities import home_of_city
from seriktes.model import Language
from seriktes.pipeline import annotate
from seriktes.resources import ONTOLOGY, read_text
from seriktes.text.scripts import fold


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


def test_the_table_is_written_as_it_is_looked_up() -> None:
    names = [line.rpartition(",")[0] for line in read_text(ONTOLOGY, "names/cities.csv").splitlines()[1:]]
    assert len(names) > 20_000
    assert [fold(name) for name in names] == names
    assert sorted(set(names)) == names  # they are looked up by halves
    assert not any(len(name) < 4 or "," in name or '"' in name for name in names)


def test_every_city_of_the_table_is_found() -> None:
    rows = [line.rpartition(",") for line in read_text(ONTOLOGY, "names/cities.csv").splitlines()[1:]]
    assert [home_of_city(name, "en") for name, _, _ in rows] == [country for _, _, country in rows]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Астанада форум өтті. Форумға Кастамону университетінің ректоры қатысты.", "Кастамону университеті", "TR"),
        ("В Астане прошел форум. В форуме принял участие ректор Белостокского университета.", "Белостокский университет", "PL"),
        ("A forum was held in Astana. The rector of the University of Zaragoza took part.", "University of Zaragoza", "ES"),
    ],
)
def test_a_body_named_after_a_city_is_at_home_there(text: str, name: str, country: str) -> None:
    entities = annotate(documents.read_text(text.encode(), "test", "test.txt")).entities
    assert [(e.name, e.country) for e in entities if e.type == "Organization"] == [(name, country)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("В Астане прошел форум. На форуме выступил Арман Сеитов.", "KZ"),
        ("В Астане прошел форум, потом встреча в Омске и семинар в Лондоне. На форуме выступил Арман Сеитов.", None),
    ],
)
def test_a_person_of_no_told_institution_is_placed_only_where_the_report_leaves_no_choice(text: str, country: str | None) -> None:
    entities = annotate(documents.read_text(text.encode(), "test", "test.txt")).entities
    assert [e.country for e in entities if e.type == "Person"] == [country]
