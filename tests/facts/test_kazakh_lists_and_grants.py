"""Several agreements of one verb, each with sides of its own; whose project it is, and who won a grant. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


def test_each_agreement_has_the_sides_before_it(told: Any) -> None:
    _, facts = told(
        "Жиында «Алтын дән» компаниясы мен «Сервис Плюс» корпорациясы астық жеткізу туралы келісімді, Семей медицина "
        "университеті мен Бурса университеті студент алмасу туралы хаттаманы бекітті."
    )
    assert facts.hold("party «Алтын дән» компаниясы|келісім") and facts.hold("party Бурса университеті|хаттама")
    assert not facts.hold("party «Алтын дән» компаниясы|хаттама") and not facts.hold("party Бурса университеті|келісім")


def test_each_agreement_has_the_hands_before_it(told: Any) -> None:
    _, facts = told(
        "Семей университетінің ректоры Асан Серік пен Краков университетінің ректоры Ян Новак алмасу туралы келісімге, "
        "ал «Тірек» қорының директоры Анна Ким мен «Дос» қорының директоры Ева Коваль өзара түсіністік туралы меморандумға "
        "қол қойды."
    )
    assert facts.hold("signatory Ян Новак|келісім") and facts.hold("signatory Анна Ким|меморандум")
    assert facts.hold("party «Дос» қоры|меморандум") and not facts.hold("signatory Ян Новак|меморандум")


def test_two_documents_of_the_same_sides(told: Any) -> None:
    _, facts = told("«Тірек» қоры мен «Дос» қоры ынтымақтастық туралы меморандумға және жол картасына қол қойды.")
    assert all(facts.hold(f"party «{name}» қоры|{document}") for name in ("Тірек", "Дос") for document in ("меморандум", "карта"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Форумда «Тірек» қорының «Таза көл» жобасы таныстырылды.", ["«Тірек» қоры"]),
        ("«Тірек» қоры мен «Дос» бірлестігінің «Таза көл» атты жобасы іріктеуден өтті.", ["«Тірек» қоры", "«Дос» бірлестігі"]),
        ("«Тірек» қоры «Таза көл» жобасына 3 миллион теңге грант ұтып алды.", ["«Тірек» қоры"]),
        ("«Тірек» қоғамдық бірлестігі «Таза көл» жобасымен байқауда жеңіске жетті.", ["«Тірек» қоғамдық бірлестігі"]),
        ("«Таза көл» жобасы басталды. Жобаны екі жыл бойы Британ кеңесі үйлестіреді.", ["Британ кеңесі"]),
    ],
)
def test_whose_a_project_is(text: str, who: list[str], told: Any) -> None:
    _, facts = told(text)
    assert all(facts.hold(f"implements {name}|Таза көл") for name in who), facts


@pytest.mark.parametrize(
    "text",
    [
        "«Тірек» қоры «Таза көл» жобасына грант алған жоқ.",
        "«Тірек» қоры ұйымдастырған байқауда «Таза көл» жобасы жеңіске жетті.",
    ],
)
def test_whose_it_is_not(text: str, told: Any) -> None:
    _, facts = told(text)
    assert not facts.hold("implements «Тірек» қоры"), facts


def test_each_of_a_list_wins_for_its_own(told: Any) -> None:
    _, facts = told("«Тірек» қоры «Таза көл» жобасына, «Дос» қоры «Жылы үй» жобасына грант ұтып алды.")
    assert facts.hold("implements «Тірек» қоры|Таза көл") and facts.hold("implements «Дос» қоры|Жылы үй")
    assert not facts.hold("implements «Тірек» қоры|Жылы үй") and not facts.hold("implements «Дос» қоры|Таза көл")


@pytest.mark.parametrize(
    "text",
    [
        "Кешке ұйғыр мәдени орталығының жетекшісі Анна Ким келді.|Ұйғыр мәдени орталығы",
        "«Береке» қорының кешіне облыстық татар-башқұрт этномәдени орталығының төрағасы Анна Ким келді.|Облыстық татар-башқұрт",
        "Кешке «Барвинок» украин мәдениеті орталығының төрайымы Анна Ким келді.|«Барвинок» украин",
        "«Алатау» ӘКК төрағасы Анна Ким форумға қатысты.|«Алатау» ӘКК",
        "«Ақбұлақ» кооперативінің директоры Анна Ким форумға қатысты.|«Ақбұлақ» кооперативі",
    ],
)
def test_centres_of_a_people_and_firms_have_heads(text: str, told: Any) -> None:
    said, _, body = text.partition("|")
    _, facts = told(said)
    assert facts.hold(f"post Анна Ким > {body}"), facts
