"""Where events took place, and what only looks like it: titles, sources, things somebody owns, names of events."""

from __future__ import annotations

from seriktes.documents import read_text
from seriktes.pipeline import annotate


def told(text: str) -> list[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    return [
        " ".join([f.type, " > ".join(names[i] for i in f.arguments.values()), f.values.get("role", "")]).strip()
        for f in annotation.facts
    ]


def test_the_country_an_ambassador_is_sent_to_is_not_where_he_met_somebody() -> None:
    lines = told("Министр Иван Петров провёл встречу с послом Индии в Казахстане Анной Сергеевой. Стороны обсудили торговлю.")
    assert not [line for line in lines if line.startswith("located")]


def test_a_ministry_where_something_was_said_is_no_host() -> None:
    lines = told("В Астане прошёл форум «Чистая вода». О числе участников форума сообщили в Министерстве экологии Казахстана.")
    assert not [line for line in lines if line.endswith("host")]
    lines = told("В Астане прошёл форум «Чистая вода». Форум состоялся в Министерстве экологии Казахстана.")
    assert [line for line in lines if line.endswith("host")]


def test_whose_book_it_is_took_no_part() -> None:
    lines = told("В Алматы прошёл форум «Чистая вода». Участники форума получили книгу Роберта Грея.")
    assert not [line for line in lines if "Грей" in line]


def test_who_is_called_the_organiser_of_an_event_organised_it() -> None:
    lines = told("Организатор форума «Чистая вода» Анна Сергеева рассказала о планах.")
    assert "participation Анна Сергеева > Чистая вода organizer" in lines


def test_an_event_may_say_in_its_name_where_it_is() -> None:
    lines = told("The Water Forum in Osh was opened by Anna Grey. Osh is an old city. The forum ended on 3 May 2024.")
    assert [line for line in lines if line.startswith("located") and line.endswith("> Osh")]
    assert not [line for line in told("Форум «Освобождение Киева» прошёл вчера.") if line.startswith("located")]
