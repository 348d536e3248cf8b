"""What is announced, said in speech, told beside a visit; speakers named behind «спикер ретінде»; Latin letters. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Таразда халықаралық жастар форумы өтеді\n\n2025 жылғы 12 маусымда Тараз қаласында халықаралық жастар форумы өтеді.",
            ("located|жастар форумы|Тараз", "dated|2025-06-12"),
        ),
        (
            "2025 жылғы 29-30 сәуірде Баку қаласында Жайық бассейні комиссиясының кезекті 12-ші отырысы өтеді.",
            ("located|12-ші отырысы|Баку", "dated|2025-04-29"),
        ),
        (
            "Орал қаласында «Тірек» халықаралық көрмесі өтеді. Көрмені «Қанат» қоры ұйымдастырады.",
            ("located|Тірек|Орал", "participation|«Қанат» қоры|organizer"),
        ),
    ],
)
def test_what_is_announced_has_its_place_and_day(text: str, facts: tuple[str, ...], told: Any) -> None:
    found = told(text)[1]
    assert all(found.hold(fact) for fact in facts), found


def test_what_is_still_to_come_is_not_what_a_report_is_about(told: Any) -> None:
    text = "Оралда су форумы өтті.\n\nФорумға Анна Ким қатысты.\n\nҚазанда Баку қаласында 12-ші отырыс өтеді. Форумды Асан Серіков ашты."
    _, facts = told(text)
    assert facts.hold("located Форум|Орал") and facts.hold("Асан Серіков|Форум|speaker")
    assert not facts.hold("located Форум|Баку"), facts


def test_old_days_in_speech_date_nothing(told: Any) -> None:
    text = (
        "Достық үйінде кеңейтілген отырыс өтті.\n\n«Бірлік бәрінен қымбат. 1995 жылғы 1 наурызда Оралда Жарлыққа қол қойылды. "
        "Бұл үлкен оқиға», - деді Анна Ким."
    )
    _, facts = told(text)
    assert not facts.hold("dated") and not facts.hold("located|Орал"), facts


def test_speakers_stand_on_either_side(told: Any) -> None:
    behind = "Оралда форум өтті. Форумға спикер ретінде «Тірек» қорының жетекшісі Анна Ким, «Қанат» қорының жетекшісі Асан Серіков қатысты."
    before = "Оралда форум өтті. Форумға Анна Ким мен Асан Серіков спикер ретінде қатысты."
    for text in (behind, before):
        _, facts = told(text)
        assert facts.hold("Анна Ким|speaker") and facts.hold("Асан Серіков|speaker"), facts


def test_guests_of_a_cooperation_forum_do_not_all_work_together(told: Any) -> None:
    text = "Асан Серіков Бакуде Грузия, Италия және Жапония өкілдерінің қатысуымен өткен «Көпір» ынтымақтастық форумына қатысты."
    _, facts = told(text)
    assert not facts.hold("cooperation") and facts.hold("Жапония|participant"), facts


def test_a_visit_told_of_late_does_not_hide_the_meeting(told: Any) -> None:
    text = (
        "Асан Серіков губернатормен кездесті\n\nҚазақстан министрі Асан Серіков Омбы облысының губернаторы Иван Петровпен кездесті.\n\n"
        "Екі өңірдің саудасы талқыланды. Омбы облысының делегациясы жұмыс сапары аясында Ұлытау облысына барып, қонақтар қаланы көрді."
    )
    _, facts = told(text)
    assert facts.hold("participation Асан Серіков > Кездесу") and facts.hold("participation Иван Петров > Кездесу"), facts
    assert not facts.hold("participation Ұлытау облысы"), facts


def test_a_chair_in_small_letters_has_its_head(told: Any) -> None:
    text = "Оралда форум өтті. Форумда ректор Болат Сейітов, қоғамдық пәндер кафедрасының меңгерушісі Асан Серіков сөйледі."
    _, facts = told(text)
    assert facts.hold("post Асан Серіков > Қоғамдық пәндер кафедрасы меңгерушісі"), facts


def test_a_name_that_ends_in_u_is_one_in_its_genitive(told: Any) -> None:
    text = "Оралда форум өтті. Форумды министр Мұрат Тілеу ашты. Мұрат Тілеудің сөзінен кейін қонақтар пікір алмасты."
    entities, _ = told(text)
    assert sum("Мұрат Тілеу" in line for line in entities) == 1, entities


def test_the_other_latin_letters(told: Any) -> None:
    text = (
        "Ūlan-Batyrda Moŋǧoliia qazaqtarynyŋ qūryltaiy öttı. Qūryltaiǧa «Tırek» qorynyŋ törağasy Anna Kim jäne "
        "Mäjılıs deputaty Asan Serıkūly qatysty."
    )
    entities, facts = told(text)
    assert entities.hold("Place Моңғолия MN") and facts.hold("post Анна Ким > «Тірек» қоры төрағасы"), (entities, facts)
