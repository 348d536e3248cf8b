"""Plain Kazakh constructions: bodies beside bodies, verbs of heading, wholes and parts, what agreements serve, partners. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("«Алатау» университеті «Зият» компаниясымен кітап шығарды.", ["«Алатау» университеті", "«Зият» компаниясы"]),
        ("«Ерлік» көрмесі Абылай хан музейінде ашылды.", ["Event Ерлік", "Organization Абылай хан музейі"]),
        ("«Таза аспан» қауымдастығына «Сұңқар» клубы қосылды.", ["«Таза аспан» қауымдастығы", "«Сұңқар» клубы"]),
        ("«Алатау» университеті Тарих факультеті кітап шығарды.", ["«Алатау» университеті Тарих факультеті"]),
        ("Сауран ауданының әкімі Ғалым Серғалиев жиын өткізді.", ["Person Ғалым Серғалиев"]),
    ],
)
def test_names_end_where_the_next_begins(text: str, entities: list[str], told: Any) -> None:
    found, _ = told(text)
    assert all(found.hold(f"{entity} ") for entity in entities), found


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("«Тірек» қорын Самал Ибраева басқарады.", "басқарады"),
        ("Самал Ибраева басқаратын «Тірек» қоры балаларға көмектесті.", "басқаратын"),
        ("Самал Ибраева 2019 жылдан бері «Тірек» қорына жетекшілік етіп келеді.", "жетекшілік етіп келеді"),
        ("«Тірек» қорының басқарма төрағасы қызметіне Самал Ибраева сайланды.", "басқарма төрағасы"),
        ("«Тірек» қорының директоры лауазымын Самал Ибраева атқарады.", "директоры"),
        ("«Тірек» қорында заңгер болып жұмыс істейтін Самал Ибраева кеңес берді.", "заңгер"),
    ],
)
def test_verbs_tell_who_heads_and_works(text: str, post: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"post Самал Ибраева|«Тірек» қоры|{post}"), facts


@pytest.mark.parametrize("said", ["басқармайды", "басқаруы мүмкін", "басқарады деген ақпарат расталмады"])
def test_who_does_not_head_holds_no_post(said: str, told: Any) -> None:
    _, facts = told(f"«Тірек» қорын Самал Ибраева {said}.")
    assert not facts.hold("post "), facts


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Мәдениет министрлігіне қарасты «Мұрагер» орталығы көрме ашты.", "Мәдениет министрлігі"),
        ("Мәдениет министрлігінің ведомстволық бағынысындағы «Мұрагер» орталығы көрме ашты.", "Мәдениет министрлігі"),
        ("«Алатау» университеті жанынан «Мұрагер» орталығы құрылды.", "«Алатау» университеті"),
        ("«Мұрагер» орталығы Мәдениет министрлігінің құрылымдық бөлімшесі болып табылады.", "Мәдениет министрлігі"),
        ("«Мұрагер» орталығы «Алатау» университетінің қарамағында жұмыс істейді.", "«Алатау» университеті"),
    ],
)
def test_a_body_belongs_to_another(text: str, whole: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"part_of «Мұрагер» орталығы > {whole}"), facts


def test_unions_take_members_in(told: Any) -> None:
    _, facts = told("«Таза аспан» қауымдастығына «Сұңқар» клубы мен «Еділ» қоры мүше болып қабылданды.")
    assert facts.hold("part_of «Сұңқар» клубы|Таза аспан") and facts.hold("part_of «Еділ» қоры|Таза аспан"), facts


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Алматыда Корея мәдениеті күндері өтті. Мәдениет күндері аясында «Ханбок» көрмесі ашылды.",
            "Ханбок > Корея мәдениеті күндері",
        ),
        ("Семейде «Күй керуені» фестивалі «Қобыз үні» концертімен жабылды.", "Қобыз үні > Күй керуені"),
    ],
)
def test_events_are_held_within_greater_ones(text: str, part: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"part_of {part}"), facts


def test_a_visit_holds_no_forum(told: Any) -> None:
    _, facts = told("Ресми сапар аясында Асан Серіков «Жаңа көпір» форумына қатысты.")
    assert not facts.hold("part_of "), facts


_SIGNED = "«Алатау» университеті мен «Зият» компаниясы меморандумға қол қойды. "


@pytest.mark.parametrize(
    "behind",
    [
        "Аталған меморандум аясында «Цифрлы сынып» бағдарламасы іске қосылады.",
        "Құжатқа сәйкес, «Цифрлы сынып» жобасы басталады.",
        "Соның негізінде «Цифрлы сынып» жобасы жүзеге асады.",
        "Меморандумның мақсаты – «Цифрлы сынып» жобасын дамыту.",
    ],
)
def test_what_an_agreement_serves(behind: str, told: Any) -> None:
    _, facts = told(_SIGNED + behind)
    assert facts.hold("covers Меморандум > Цифрлы сынып"), facts


def test_the_sides_run_what_they_agreed_on(told: Any) -> None:
    _, facts = told(_SIGNED + "Оның аясында «Цифрлы сынып» бағдарламасы ашылды. Бағдарламаны екі тарап бірлесіп жүзеге асырады.")
    assert facts.hold("implements «Алатау»|Цифрлы сынып") and facts.hold("implements «Зият»|Цифрлы сынып"), facts


@pytest.mark.parametrize(
    "text",
    [
        "«Жасыл аула» жобасының операторы – «Тірек» қоры.",
        "«Жасыл аула» бағдарламасын іске асыру «Тірек» қорына жүктелді.",
        "«Жасыл аула» жобасы таныстырылды. Оны «Тірек» қоры жүргізеді.",
        "«Жасыл аула» жобасына «Тірек» қоры жетекшілік етеді.",
    ],
)
def test_who_carries_a_project_out(text: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold("implements «Тірек» қоры > Жасыл аула"), facts


def test_who_only_gave_it_up_does_not(told: Any) -> None:
    _, facts = told("«Тірек» қоры «Жасыл аула» жобасын орындаудан бас тартты.")
    assert not facts.hold("implements "), facts


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Тараз бен Измир – бауырлас қалалар.", "Тараз > Измир"),
        ("«Зият» компаниясы – «Алатау» университетінің ежелгі серіктесі.", "«Зият» компаниясы > «Алатау» университеті"),
        ("«Алатау» университеті «Зият» компаниясымен бірлесіп зертхана ашты.", "«Алатау» университеті > «Зият» компаниясы"),
    ],
)
def test_partners_told_by_a_noun(text: str, pair: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"cooperation {pair}"), facts


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        ("«Ғылым» семинарын өткізген «Зерде» орталығы сертификат берді.", "«Зерде» орталығы", "organizer"),
        ("«Ғылым» семинары өтті. Модератор міндетін Асан Серіков атқарды.", "Асан Серіков", "moderator"),
        ("«Ғылым» семинары өтті. Талқылауға модератор болған Асан Серіков сұрақ қойды.", "Асан Серіков", "moderator"),
    ],
)
def test_roles_told_by_a_participle_or_a_duty(text: str, who: str, role: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"participation {who} > Ғылым {role}"), facts


def test_whoever_holds_talks_moderates_nothing(told: Any) -> None:
    _, facts = told("Қазақстан Президенті Асан Серіков Венгрия Президенті Ласло Ковачпен келіссөз жүргізді.")
    assert facts.hold("participation Асан Серіков|participant") and facts.hold("participation Ласло Ковач|participant"), facts


@pytest.mark.parametrize("said", ["ынтымақтаспайды", "ынтымақтасқысы келеді", "бірлесіп жұмыс істемейді"])
def test_who_does_not_work_together(said: str, told: Any) -> None:
    _, facts = told(f"«Алатау» университеті «Зият» компаниясымен {said}.")
    assert not facts.hold("cooperation "), facts


def test_partners_and_members_are_told_as_lists(told: Any) -> None:
    _, facts = told("«Алатау» университетінің серіктестері қатарында «Зият» компаниясы мен Грац университеті бар.")
    assert facts.hold("cooperation «Алатау» университеті > «Зият»") and facts.hold("cooperation «Алатау» университеті > Грац"), (
        facts
    )
    _, facts = told("«Таза аспан» қауымдастығының мүшелері – «Сұңқар» клубы және «Еділ» қоры.")
    assert facts.hold("part_of «Сұңқар» клубы|Таза аспан") and facts.hold("part_of «Еділ» қоры|Таза аспан"), facts


def test_whoever_chaired_is_told_behind_the_participle(told: Any) -> None:
    _, facts = told("«Ғылым» семинары өтті. Жиынға төрағалық еткен вице-министр Асан Серіков қорытынды жасады.")
    assert facts.hold("participation Асан Серіков > Ғылым moderator"), facts
