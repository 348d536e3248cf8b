"""Spellings of three languages, word by word."""

from __future__ import annotations

import pytest
from seriktes.identity.names import distance, person_name, same_given, skeleton
from seriktes.identity.translate import read_name


@pytest.mark.parametrize(
    "spellings",
    [
        ("Тілепов", "Тилепов", "Tilepov"),
        ("Қасым-Жомарт", "Касым-Жомарт", "Kassym-Jomart"),
        ("Ерлан", "Yerlan", "Erlan"),
        ("Әзілханов", "Azilkhanov", "Азилханов"),
        ("Құмарова", "Кумарова", "Kumarova"),
        ("Семён", "Семен", "Semyon"),
        ("Жапаров", "Japarov", "Zhaparov"),
        ("Йылдырым", "Yıldırım"),
        ("Вавьерния", "Вавьерниа", "Wawiernia"),
        ("Симкич", "Simkić"),
        ("Юрий", "Yury", "Yuriy"),
        ("Ләззат", "Ляззат", "Lazzat"),
        ("мемлекеттiк", "мемлекеттік"),
    ],
)
def test_one_skeleton(spellings):
    assert len({skeleton(s) for s in spellings}) == 1


@pytest.mark.parametrize(("left", "right"), [("Ерлан", "Ержан"), ("Марат", "Мурат"), ("Дана", "Дина"), ("Әсел", "Әлия")])
def test_other_given_names(left, right):
    assert same_given(skeleton(left), skeleton(right)) == 0.0


def test_a_swap_of_letters_is_a_slip():
    assert distance(skeleton("Стори"), skeleton("Строй")) < 1 < distance(skeleton("Тілепов"), skeleton("Төлеубаев"))


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("А.Манойло", "a", "manoilo"),
        ("І. Буларов", "i", "bularov"),
        ("С.\u00a0Абдрахманов", "s", "abdrahmanov"),
        ("Johannes Baur", "žohanes", "baur"),
        ("Тілепов Болат", "bolat", "tilepov"),
        ("ӘУБӘКІРОВ Батыр", "batir", "aubakirov"),
    ],
)
def test_parts_of_a_person(name, given, surname):
    found = person_name(name)
    assert (found.given, found.surname) == (given, surname)


@pytest.mark.parametrize(
    ("name", "language", "head"),
    [
        ("Қазақстан Сыртқы істер министрлігі көпжақты ынтымақтастық департаменті", "kk", "department"),
        ("Управление международных связей Министерства образования", "ru", "department"),
        ("Kazakhstan Institute for Strategic Studies", "en", "institute"),
        ("KazNU Faculty of Geography", "en", "faculty"),
    ],
)
def test_head(name, language, head):
    assert read_name(name, language).head == head


def test_seats_and_numbers():
    assert read_name("Қазақстандағы БҰҰДБ", "kk").seats == read_name("ПРООН в Казахстане", "ru").seats == {"kazakhstan"}
    assert read_name("Х Азаматтық форум", "kk").number == read_name("X Civic Forum", "en").number == 10
    assert read_name("Бірінші сессия", "kk").number == 1
