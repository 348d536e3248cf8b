"""Russian bodies and places put right after the tagger: what was run together, what is no body, what makes one."""

from __future__ import annotations

import pytest
from seriktes.mentions.tagging.named import Named
from seriktes.mentions.tagging.russian_bodies import put_right
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


def _body(text: str, name: str) -> list[tuple[str, str]]:
    return _read(text, (name, "Organization"))


def test_what_a_minister_governs_is_no_body() -> None:
    assert _body("Приехал министр экологии Чехии.", "экологии Чехии") == [("Чехии", "Place")]
    assert _body("Об этом сообщили власти Чехии.", "власти Чехии") == [("власти Чехии", "Organization")]


def test_a_body_and_the_place_behind_it_are_two_names() -> None:
    assert _body("Завод «Сигма» в Бремене закрыт.", "Завод «Сигма» в Бремене") == [
        ("Завод «Сигма»", "Organization"),
        ("Бремене", "Place"),
    ]


@pytest.mark.parametrize("name", ["посольство Чехии в Египте", "Филиал «Сигмы» в Бремене", "Фонд «Сигма в Азии»"])
def test_the_place_in_the_name_of_an_embassy_or_a_branch_stays_in_it(name: str) -> None:
    assert _body(f"Открылся {name}.", name) == [(name, "Organization")]


def test_a_verb_ends_a_body() -> None:
    text = "Концерн «Сигма» подарил городской библиотеке Бремена книги."
    found = _body(text, "Концерн «Сигма» подарил городской библиотеке Бремена")
    assert found == [("Концерн «Сигма»", "Organization"), ("городской библиотеке Бремена", "Organization")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Корабль «Сигма» вышел в море.", "Сигма"),
        ("Спели песни «Альфа», «Бета» и «Гамма».", "Гамма"),
        ("Об этом пишут СМИ.", "СМИ"),
    ],
)
def test_a_ship_a_song_and_the_press_are_no_bodies(text: str, name: str) -> None:
    assert _body(text, name) == []


def test_a_firm_in_quotes_stays() -> None:
    assert _body("Показали фильм «Ленфильма».", "Ленфильма") == [("Ленфильма", "Organization")]
    assert _body("Компания «Сигма» закрыта.", "Сигма") == [("Сигма", "Organization")]


def test_a_name_in_brackets_behind_a_body_is_a_body() -> None:
    text = "Это газета «Вечер» (Vecher Daily) и центр «Сигма» (ЦС)."
    found = _read(text, ("газета «Вечер»", "Organization"), ("центр «Сигма»", "Organization"))
    assert ("Vecher Daily", "Organization") in found
    assert ("ЦС", "Organization") in found
    assert _read("Это завод «Сигма» (США).", ("завод «Сигма»", "Organization"), ("США", "Place"))[1] == ("США", "Place")


def test_a_parliament_with_its_country_is_a_body() -> None:
    assert _read("Это решил парламент Чехии.", ("Чехии", "Place")) == [("парламент Чехии", "Organization")]
    assert _read("Это президент Чехии.", ("Чехии", "Place")) == [("Чехии", "Place")]


def test_lists_know_a_union_and_a_country_better() -> None:
    assert _read("Туда вошёл Евросоюз.", ("Евросоюз", "Place")) == [("Евросоюз", "Organization")]
    assert _body("Туда вошла Южная Корея.", "Южная Корея") == [("Южная Корея", "Place")]


def test_countries_in_a_long_list_are_found() -> None:
    text = "Чехия • Уганда • Эквадор"
    assert _read(text, ("Чехия • Уганда", "Place")) == [("Чехия", "Place"), ("Уганда", "Place"), ("Эквадор", "Place")]
    assert _read("Это ракета «Уганда».") == []
