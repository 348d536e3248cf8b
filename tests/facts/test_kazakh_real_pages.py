"""Constructions that real Kazakh pages use: where visits go, who only is regarded, whose programme it is, borders of phrases. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


def test_a_visit_goes_where_it_was_made_to(told: Any) -> None:
    text = "Ташкент қаласына жасаған жұмыс сапары аясында «Арна» қорының өкілдері мәдени орталықпен кездесу өткізді."
    entities, facts = told(text)
    assert facts.hold("located Жұмыс сапары|Ташкент") and facts.hold("participation «Арна» қоры|Кездесу|participant"), facts
    assert any(e.startswith("Organization «Арна» қоры ") for e in entities), entities


def test_what_regards_somebody_is_no_taking_part(told: Any) -> None:
    text = "Таразда форум өтті. «Арна» қоры қауіпсіздікке қатысты бастамаларды әзірледі. Форумға «Дала» қоры қатысты."
    _, facts = told(text)
    assert facts.hold("participation «Дала» қоры|Форум") and not facts.hold("participation «Арна» қоры"), facts


def test_whose_programme_it_is_organises_nothing(told: Any) -> None:
    text = "Астанада Қазақстан Республикасының Үкіметі БҰҰ бағдарламасы аясындағы комитеттің отырысын өткізді."
    _, facts = told(text)
    assert facts.hold("participation Қазақстан Республикасының Үкіметі|organizer") and not facts.hold("participation БҰҰ"), facts


def test_for_whom_an_agreement_only_is_binds_nobody(told: Any) -> None:
    text = "Таразда Түркия мен Ауғанстан үшін өңірлік орталық құру туралы келісімге қол қойылды."
    entities, facts = told(text)
    assert entities.hold("Agreement Өңірлік орталық құру туралы келісім") and not facts.hold("party"), (entities, facts)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ресми отырыста облыс әкімі Асан Омаров сөйледі.", "represents Асан Омаров|Жамбыл облысы|әкімі"),
        ("Римге барған сапарынан кейін облыс әкімі Асан Омаров форумда сөйледі.", "represents Асан Омаров|Жамбыл облысы|әкімі"),
    ],
)
def test_what_only_says_where_owns_no_post(text: str, office: str, told: Any) -> None:
    _, facts = told("Жамбыл облысында форум өтті. " + text)
    assert facts.hold(office) and not facts.hold("represents Асан Омаров > Рим"), facts


@pytest.mark.parametrize("state", ["Пакистан", "Канада", "Руанда", "Маджарстан"])
def test_states_that_only_look_inflected_send_people(state: str, told: Any) -> None:
    _, facts = told(f"Таразда форум өтті. Форумға Түркия, {state} елшілері қатысты.")
    assert facts.hold("participation Түркия|Форум") and len([f for f in facts if f.startswith("participation")]) == 2, facts
    assert not facts.hold("located Форум > Түркия"), facts


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Форумда «Арна» қорының төрағасы Дина Серікова бұған назар аудару керек екенін айтты.", "Дина Серікова|Форум|speaker"),
        ("Форум «Арна» қорының төрағасы Дина Серікованың құттықтау сөзімен басталды.", "Дина Серікова|Форум|speaker"),
        ("Форумда сөйлеген сөзінде «Арна» қорының төрағасы Дина Серікова жаңа мақсаттарды атады.", "Дина Серікова|Форум|speaker"),
        ("Білім министрлігінің, «Арна» қорының ұйымдастыруымен форум өтті.", "Білім министрлігі|Форум|organizer"),
    ],
)
def test_who_spoke_and_who_organised(text: str, line: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"participation {line}"), facts


def test_a_line_that_opens_with_a_name_like_a_state(told: Any) -> None:
    text = "Таразда форум өтті.\n\nДания Қасымова, «Арна» қорының төрағасы:\n\n– Біз мұны көптен күттік."
    _, facts = told(text)
    assert facts.hold("participation Дания Қасымова|Форум|speaker") and facts.hold("post Дания Қасымова|«Арна» қоры|төрағасы")


def test_each_state_has_its_own_ministry(told: Any) -> None:
    text = (
        "Қазақстан Республикасының Сыртқы істер министрі Асан Омаров Қырғызстан Республикасының Сыртқы істер министрі "
        "Болот Сыдыковпен кездесті."
    )
    _, facts = told(text)
    assert facts.hold("post Асан Омаров|Қазақстан Республикасының") and facts.hold(
        "post Болот Сыдыков|Қырғызстан Республикасының"
    )


def test_a_ministry_without_a_state_is_the_kazakh_one(told: Any) -> None:
    text = (
        "ҚР Сыртқы істер министрлігінде кездесу өтті. Солтүстік Македонияның Сыртқы істер министрі Боян Тасев қонаққа келді. "
        "Қонақты Премьер-Министрдің орынбасары – Сыртқы істер министрі Асан Омаров қабылдады."
    )
    _, facts = told(text)
    assert facts.hold("post Асан Омаров|ҚР Сыртқы істер министрлігі") and facts.hold("post Боян Тасев|Солтүстік Македония"), facts


def test_a_short_reference_is_the_body_of_the_acronym(told: Any) -> None:
    text = "Астанада форум өтті. Форумға Ассамблея мүшелері қатысты. ҚХА төрағасының орынбасары Асан Омаров сөйледі."
    entities, facts = told(text)
    assert len([e for e in entities if e.startswith("Organization")]) == 1 and facts.hold("post Асан Омаров|Ассамблея"), entities


def test_the_head_of_a_branch_speaks_for_no_town(told: Any) -> None:
    _, facts = told("Форум өтті. Бірлестіктің Қызылорда облыстық филиалының басшысы Асан Омаров сөйледі.")
    assert not facts.hold("represents"), facts
