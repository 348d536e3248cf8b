"""What Kazakh reports tell apart from the name it belongs to: posts given by a verb, bodies of a kind, signers, lists. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest
from seriktes.text.language import language_of


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "«Нұр» қауымдастығының съезі өтті. Анна Ким қауымдастық төрағасы болып сайланды.",
            "Анна Ким|«Нұр» қауымдастығы|төрағасы",
        ),
        (
            "«Нұр» қауымдастығының съезі өтті. Съезде қауымдастықтың жаңа төрағасы болып «Тірек» қорының директоры Асан Серіков сайланды.",
            "Асан Серіков|«Нұр» қауымдастығы|төрағасы",
        ),
        ("Асан Серіков «Тірек» қорының директоры қызметіне тағайындалды.", "Асан Серіков|«Тірек» қоры|директоры"),
        (
            "Байқауда «Теңіз үні» бірлестігі озды, сыйды ұйымның төрайымы Анна Ким алды.",
            "Анна Ким|«Теңіз үні» бірлестігі|төрайымы",
        ),
        (
            "Семей университетінде отырыс өтті. Жобаға Ош университеті мен Ташкент университеті кіреді. "
            "Отырысты университеттің проректоры Асан Серіков ашты.",
            "Асан Серіков|Семей университеті|проректоры",
        ),
        (
            "Ош университеті мен Семей университеті дос. Қонақтар Ош университетіне барып, ректор Анна Кіммен сөйлесті.",
            "Анна|Ош университеті|ректор",
        ),
    ],
)
def test_posts_find_their_body(text: str, post: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"post|{post}"), facts


@pytest.mark.parametrize("said", ["болып сайланған жоқ", "болып сайланады деп күтілуде", "болғысы келеді"])
def test_who_was_not_elected_holds_no_post(said: str, told: Any) -> None:
    _, facts = told(f"«Нұр» қауымдастығының съезі өтті. Анна Ким қауымдастық төрағасы {said}.")
    assert not facts.hold("post|Анна Ким"), facts


def test_sides_are_told_behind_the_signing(told: Any) -> None:
    text = (
        "Семей университеті мен «Тірек» қоры келісімге қол қойды. Университет атынан – ректор Асан Серіков, ал қордан Анна Ким."
    )
    _, facts = told(text)
    assert facts.hold("signatory|Асан Серіков") and facts.hold("signatory|Анна Ким"), facts


def test_a_post_alone_means_who_was_told_with_it(told: Any) -> None:
    text = (
        "Лондонда ҚР Ғылым және жоғары білім вице-министрі Асан Серіков кездесуге қатысты. "
        "Онда вице-министр мен Оксфорд университетінің ректоры Анна Ли ынтымақтастық туралы меморандумға қол қойды."
    )
    _, facts = told(text)
    assert facts.hold("signatory|Асан Серіков") and facts.hold("signatory|Анна Ли"), facts
    assert facts.hold("party|Ғылым және жоғары білім министрлігі") and facts.hold("party|Оксфорд университеті"), facts


def test_a_list_may_be_announced_in_a_line_of_its_own(told: Any) -> None:
    text = (
        "Сеулде «Жаңа көпір» форумы өтті. Форум қорытындысында екі құжатқа қол қойылды. Атап айтқанда:\n"
        "– Семей университеті мен Пусан университеті арасында меморандум;\n– «Тірек» қоры мен «Дала» ЖШС арасында келісім."
    )
    _, facts = told(text)
    assert facts.hold("party|Пусан университеті|Меморандум") and facts.hold("concluded_at|Меморандум|Жаңа көпір"), facts


def test_an_opening_is_the_event_itself_unless_it_was_held_apart(told: Any) -> None:
    _, facts = told("Алматыда «Жас дарын» фестивалі өтті. Ашылу салтанатында Анна Ким сөз сөйледі.")
    assert facts.hold("participation|Анна Ким|Жас дарын|speaker"), facts
    _, facts = told("Алматыда «Жас дарын» фестивалі өтті. Ашылу рәсімі Достық үйінде болды. Рәсімде Анна Ким сөз сөйледі.")
    assert facts.hold("part_of|Ашылу рәсімі|Жас дарын"), facts


def test_what_closes_the_day_was_adopted_at_the_report_s_event(told: Any) -> None:
    text = (
        "Алматыда «Жаңа күн» форумы өтті. Форум аясында «Жастар үні» панельдік сессиясын Анна Ким жүргізді. "
        "Іс-шара соңында қарар қабылданды."
    )
    _, facts = told(text)
    assert facts.hold("concluded_at|Қарар|Жаңа күн"), facts


def test_few_kazakh_letters_make_no_russian_sentence() -> None:
    assert language_of("Оны М. Сапаров пен Й. Браун растады.", "kk") == "kk"
    assert language_of("Подписан меморандум", "kk") == "ru"
