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


def test_the_meeting_of_a_visit_is_told_apart(told: Any) -> None:
    text = (
        "Кеше Семей университетіне Ташкент шығыстану институтының делегациясы іссапармен келді. Қонақтарды ректор Данияр Омаров "
        "қабылдады. Кездесуде екі оқу орнының бағдарламалары сөз болды. Іс-шара соңында екі университет меморандумға қол қойды."
    )
    entities, facts = told(text)
    assert entities.hold("Organization Семей университеті") and entities.hold("Organization Ташкент шығыстану институты"), (
        entities
    )
    assert facts.hold("participation|Данияр Омаров|Кездесу") and facts.hold("concluded_at|Меморандум|Кездесу"), facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Министр Асан Серіков Бакуде өтетін Жастар саммитіне дайындық туралы айтты.", "located|саммиті|Баку"),
        (
            "Еске салсақ, облыс делегациясы Роттердамда өткен Europort көрмесіне қатысқан еді.",
            "located|Europort көрмесі|Роттердам",
        ),
        ("Айта кетейік, 2023 жылы Ошта өткен «Жаңа көпір» форумына жүз адам келген еді.", "dated|Жаңа көпір|2023"),
        ("Кездесу өтті. Келесі жылы Атырауда су форумын өткізу жоспарда бар.", "located|Форумы|Атырау"),
        (
            "Форумда «Тірек» қоры 2018 жылдан бері жүзеге асырып келе жатқан «Ана тілі» жобасы таныстырылды.",
            "implements|«Тірек» қоры|Ана тілі",
        ),
        ("Форумда Қазақстандағы БҰҰДБ биыл іске қосқан «Жасыл» бағдарламасы аталды.", "implements|БҰҰДБ|Жасыл"),
        ("Кездесуге ЕҰУ-дан Филология факультетінің деканы Анна Ким қатысты.", "part_of|Филология факультеті|ЕҰУ"),
        ("Семей университетінде форум өтті. Қонақтарды университеттің Шығыстану институты күтті.", "part_of|Шығыстану|Семей"),
        (
            "Форумды Шығыс Қазақстан облысының әкімдігі өткізді. Форумға облыс әкімінің орынбасары Анна Ким қатысты.",
            "post|Анна Ким|Шығыс Қазақстан облысының әкімдігі",
        ),
        (
            "Ташкентте «Достық» турнирі өтті. Турнирге он команда қатысты. Олардың қатарында Германия елшілігінің құрамасы, ЮНИСЕФ бар.",
            "participation|ЮНИСЕФ|Достық|participant",
        ),
        (
            "Алматыда «Жаңа күн» форумы өтті. Оқу-ағарту вице-министрі Асан Серіков: «Бастаманы тарату көзделіп отыр».",
            "participation|Асан Серіков|Жаңа күн|speaker",
        ),
        (
            "«Жаңа күн» форумы өтті. «Экология» секциясын «Жасыл» қорының төрағасы Анна Ким, «Инклюзия» секциясын «Үміт» қорының "
            "төрағасы Асан Серіков жүргізді.",
            "participation|Анна Ким|Экология|moderator",
        ),
        ("«Жаңа күн» форумы өтті. Форумды ұйымдастыруға ТҮРКСОЙ мен «Нұр» бірлестігі атсалысты.", "ТҮРКСОЙ|Жаңа күн|organizer"),
        ("Алматыда «Жаңа күн» форумы өтті. Аймақтың еңбек ардагері Асан Серіков сөз сөйледі.", "Асан Серіков|Жаңа күн|speaker"),
        (
            "«Жаңа күн» форумы өтті. Семей университеті атынан проректор Анна Ким қатысты.",
            "participation|Семей университеті|Жаңа күн",
        ),
    ],
)
def test_what_stands_around_a_name(text: str, fact: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(fact), facts


def test_a_day_to_come_of_something_else_dates_no_report(told: Any) -> None:
    _, facts = told("Астанада «Бірлік» форумы өтті. Форумда халықты 2026 жылғы 15 наурызда өтетін референдумға шақырды.")
    assert not facts.hold("dated|Бірлік|2026-03-15"), facts


def test_whoever_only_describes_a_noun_took_no_part(told: Any) -> None:
    text = "Алматыда «Жаңа күн» форумы өтті. Форумда Асан Серіков Мемлекет басшысы Болат Нұрланов айқындаған міндеттерді айтты."
    _, facts = told(text)
    assert facts.hold("participation|Асан Серіков|Жаңа күн") and not facts.hold("participation|Болат Нұрланов"), facts


def test_a_body_called_by_its_type_word_alone_holds_a_concert(told: Any) -> None:
    text = (
        "Қазақстанның Қытайдағы елшілігінде Наурыз аталып өтті. Елшілік мерекелік концерт ұйымдастырды. Концертке жүз адам келді."
    )
    entities, facts = told(text)
    assert entities.hold("Event Мерекелік концерт") and facts.hold("participation|елшілігі|Мерекелік концерт|organizer"), facts


def test_a_capital_told_before_an_embassy_is_no_part_of_its_name(told: Any) -> None:
    entities, _ = told("Иранның астанасы Тегерандағы Қазақстан елшілігінде кездесу өтті.")
    assert not entities.hold("астанасы"), entities


def test_a_line_with_a_colon_says_who_speaks_below(told: Any) -> None:
    text = "Алматыда «Жаңа күн» форумы өтті.\n\nДина Қасымова, «Тірек» қорының төрайымы:\n\nБүгінгі жиын маңызды болды."
    _, facts = told(text)
    assert facts.hold("participation|Дина Қасымова|Жаңа күн|speaker"), facts
