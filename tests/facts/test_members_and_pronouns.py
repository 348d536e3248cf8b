"""Members told as a list, posts told by a pronoun, and hands that sign for a body told of before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], tuple[Any, Any]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Талдықорғанда «Жетісу» зерттеу консорциумы құрылды. Консорциумға Жетісу университеті, Нарын мемлекеттік "
            "университеті және «Алтын дән» қоры кірді.",
            ["part_of Жетісу университеті > «Жетісу» зерттеу консорциумы", "part_of «Алтын дән» қоры > «Жетісу» зерттеу"],
        ),
        (
            "Консорциум «Жетысу» создан в Талдыкоргане. В консорциум вошли Нарынский государственный университет и фонд «Мост».",
            ["part_of Нарынский государственный университет > Консорциум «Жетысу»", "part_of Фонд «Мост» > Консорциум «Жетысу»"],
        ),
        (
            "The Green Alliance brings together the Clean City Foundation, the Steppe Association and Baku State University.",
            ["part_of Clean City Foundation > Green Alliance", "part_of Baku State University > Green Alliance"],
        ),
    ],
)
def test_members_of_a_union_are_told_as_a_list(told: Told, text: str, wanted: list[str]) -> None:
    _, facts = told(text)
    assert all(facts.hold(line) for line in wanted), facts
    assert not facts.hold("part_of Жетісу университеті > Нарын")


def test_a_delegation_has_no_members_of_that_sort(told: Told) -> None:
    _, facts = told("В делегацию вошли фонд «Таза қала» и объединение «Жасыл ел».")
    assert not facts.hold("part_of")


def test_a_dinner_for_networking_is_no_network(told: Told) -> None:
    before = "The Steppe Network was founded in Astana. "
    _, facts = told(before + "The networking dinner brings together the Tirek Foundation and the Clean City Foundation.")
    assert not facts.hold("part_of")
    _, facts = told(before + "The network brings together the Tirek Foundation and the Clean City Foundation.")
    assert facts.hold("part_of Tirek Foundation > Steppe Network")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "«Көпір» форумын Әсел Тұрғанбаева ашты. Ол – Жетісу университетінің проректоры.",
            "post Әсел Тұрғанбаева > Жетісу университеті проректоры",
        ),
        (
            "Форум «Мост» открыла Асель Турганбаева. Она является проректором Жетысуского университета.",
            "post Асель Турганбаева > Жетысуский университет проректором",
        ),
        (
            'Assel Turganbayeva opened the forum "Bridge". She is currently vice-rector of Zhetysu University.',
            "post Assel Turganbayeva > Zhetysu University vice-rector",
        ),
    ],
)
def test_a_pronoun_tells_whose_post_it_is(told: Told, text: str, wanted: str) -> None:
    assert told(text)[1].hold(wanted)


def test_a_pronoun_behind_two_persons_tells_nobodys_post(told: Told) -> None:
    _, facts = told("Марина Ким и Анна Ли открыли форум «Мост». Она является директором фонда «Тірек».")
    assert not facts.hold("post")


def test_who_signed_for_the_foundation_signed(told: Told) -> None:
    _, facts = told(
        "The Saryarka Foundation and Baku State University signed a cooperation agreement. "
        "Director Galiya Myrzabayeva signed for the foundation."
    )
    assert facts.hold("signatory Galiya Myrzabayeva > Cooperation agreement")


def test_the_sides_are_those_of_the_sentence_before(told: Told) -> None:
    _, facts = told("Фонд «Тірек» и Университет Киото провели переговоры в Астане. Стороны подписали меморандум.")
    assert facts.hold("party Фонд «Тірек» > Меморандум") and facts.hold("party Университет Киото > Меморандум")


def test_the_sides_of_a_clause_that_only_describes_are_nobody(told: Told) -> None:
    _, facts = told(
        "В Астане выступили главы компаний Eni и «Тірек». «Важно соглашение о партнерстве, которое стороны заключили "
        "ещё в 2009 году», – сказал Олег Сомов."
    )
    assert not facts.hold("party")
