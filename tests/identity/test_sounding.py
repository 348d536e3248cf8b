"""English people as Russian and Kazakh texts hear them, names of bodies in other letters, and countries that are only guessed. Own sentences."""

from __future__ import annotations

from types import ModuleType

import pytest
from seriktes.documents.reading import read_text
from seriktes.identity.evidence import person_likeness
from seriktes.identity.names import person_name, skeleton
from seriktes.identity.resolve import resolve
from seriktes.identity.sounding import english_given, sounds_like
from seriktes.model import Annotation, Document, Entity, Fact, Mention, Span
from seriktes.pipeline import annotate


def test_pairs_as_they_are_heard(bench: ModuleType) -> None:
    pairs = list(bench.read_pairs(bench.HEARD))
    assert sum(p.same for p in pairs) >= 30 <= sum(not p.same for p in pairs)
    assert [(p.left, p.right) for p in pairs if p.same != bench.judged_same(p)] == []


@pytest.mark.parametrize(("written", "by_ear"), [("Lee", "Лоу"), ("Reed", "Рид"), ("Lane", "Лейн")])
def test_a_short_surname_is_left_to_the_list(written: str, by_ear: str) -> None:
    assert not sounds_like(skeleton(written), skeleton(by_ear))


def test_only_english_given_names_make_a_surname_be_heard() -> None:
    """«Сеитова» and "Saitova" are two families; so are two of one script."""
    assert not english_given(skeleton("Айгуль"), skeleton("Aigul"))
    assert person_likeness(person_name("Aigul Saitova"), person_name("Айгуль Сеитова")) < 0.92
    assert person_likeness(person_name("Peter Ashworth"), person_name("Peter Eshvort")) < 0.92
    assert person_likeness(person_name("Peter Ashworth"), person_name("Эмма Эшворт")) == 0.0


ASTANA = (
    "14 мамырда Астанада «Жаңа Көкжиек» қоры шағын кәсіпкерлік конференциясын өткізді. "
    "«Жаңа Көкжиек» қорының директоры Айдос Бексұлтанов қатысушыларды құттықтады."
)
LONDON = (
    "20 июня в Лондоне прошла встреча учёных Великобритании. Фонд «Жана Кокжиек» представил свой доклад. "
    "Директор фонда «Жана Кокжиек» Айдос Бексултанов выступил перед гостями из Лондона."
)
BRITAIN = (
    "The Jana Kokjiek Foundation opened an exhibition in London. Aidos Beksultanov, director of the Jana Kokjiek Foundation, "
    "spoke about rural women in Britain."
)


def test_a_guessed_country_parts_no_two_of_one_post() -> None:
    """The foundation is told of in reports from two states; its director goes with it and not with the report."""
    read = [annotate(read_text(text.encode(), str(n), f"{n}.txt")) for n, text in enumerate((ASTANA, LONDON, BRITAIN))]
    found = [{e.type: e.key for e in a.entities if e.type in ("Organization", "Person")} for a in resolve(read)]
    assert [e["Organization"] for e in found] == ["jana-kokjiek-foundation"] * 3
    assert [e["Person"] for e in found] == ["aidos-beksultanov"] * 3


def told(id_: str, body: str, person: str, country: str) -> Annotation:
    """A report in which a person holds a post at a body, both thought to be of a country."""
    seen = (Mention(0, 1, "x", "Organization"),)
    body_ = Entity("o", "Organization", body, seen, country=country)
    person_ = Entity("p", "Person", person, seen, country=country)
    post = Fact("post", {"person": "p", "organization": "o"}, Span(0, 1), {"title": "директор"})
    return Annotation(Document(id_, f"{id_}.txt", "x", "ru", ()), (body_, person_), (post,))


def keys(*reports: Annotation) -> list[tuple[str | None, ...]]:
    return [tuple(e.key for e in a.entities) for a in resolve(reports)]


def test_a_name_that_any_state_may_have_goes_with_its_people() -> None:
    here = told("a", "Фонд «Новое поколение»", "Асель Нурланова", "KZ")
    same = told("b", "Фонд «Новое поколение»", "Асель Нурланова", "GB")
    other = told("c", "Фонд «Новое поколение»", "Ольга Белова", "RU")
    first, second, third = keys(here, same, other)
    assert first == second
    assert first[0] != third[0] and first[1] != third[1]


def test_two_directors_of_two_bodies_in_two_countries_stay_two() -> None:
    first, second = keys(
        told("a", "Фонд «Жасыл бел»", "Андрей Ким", "KZ"), told("b", "Фонд «Северный ветер»", "Андрей Ким", "RU")
    )
    assert first[0] != second[0] and first[1] != second[1]
