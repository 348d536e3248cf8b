"""What belongs to no reported event: agreements of other days, meetings apart from a forum, those who only signed."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[str], tuple[list[str], list[str]]]


def facts(told: Told, text: str) -> list[str]:
    return told(text)[1]


def test_where_something_else_was_concluded_is_no_place_of_the_event(told: Told) -> None:
    text = (
        "Forum in Oral\n\nThe forum “Open Steppe” opened in Oral on 16 May 2024. "
        "The Tirek Foundation and the Dana Institute concluded an agreement in Lublin."
    )
    found = facts(told, text)
    assert any(line.startswith("located") and "Oral" in line for line in found), found
    assert not any(line.startswith("located") and "Lublin" in line for line in found), found


def test_whom_guests_met_on_their_visit_took_no_part_in_the_forum(told: Told) -> None:
    text = (
        "Оралда «Ашық дала» форумы өтті. Форумға «Тірек» қорының директоры Әлия Сейітова қатысты. "
        "Қонақтарды облыс әкімінің орынбасары Данияр Омаров қабылдады. "
        "Сапар аясында меймандар университет ректоры Айгүл Серікованы жолықтырып, оның проректоры Ерлан Мұратовпен кездесті."
    )
    found = facts(told, text)
    assert any(line.startswith("participation") and "Сейітова" in line for line in found), found
    assert not any(line.startswith("participation") and ("Омаров" in line or "Мұратов" in line) for line in found), found


def test_those_who_exchange_views_did_so_at_the_forum(told: Told) -> None:
    text = "Оралда «Ашық дала» форумы өтті. Қор директоры Әлия Сейітова мен ректор Данияр Омаров пікір алмасты."
    found = facts(told, text)
    assert any(line.startswith("participation") and "Сейітова" in line for line in found), found


def test_ministries_that_exchange_notes_have_no_speakers(told: Told) -> None:
    text = (
        "Talks were held in Oral on 16 May 2024. The ministries exchanged notes, while Minister John Holt signed an agreement "
        "with the Aral Foundation."
    )
    assert not any("speaker" in line for line in facts(told, text)), facts(told, text)


def test_who_signed_for_a_side_sent_no_delegation(told: Told) -> None:
    text = (
        "В Уральске прошёл форум «Открытая степь». Фонд «Тірек» и центр «Мост» подписали меморандум. "
        "Со стороны гостей подпись поставил директор центра Иван Петров."
    )
    assert not any(line.startswith("participation") and "Петров" in line for line in facts(told, text)), facts(told, text)


def test_a_rank_is_no_post_at_the_body_that_a_scholar_heads(told: Told) -> None:
    text = "«Тұран» консорциумы 2023 жылы құрылды. Консорциумды профессор Айгүл Сапарова басқарады."
    assert not any(line.startswith("post") for line in facts(told, text)), facts(told, text)
    text = "Форумға «Тұран» университетінің профессоры Айгүл Сапарова қатысты."
    assert any(line.startswith("post") for line in facts(told, text)), facts(told, text)


def test_a_foundation_and_the_office_it_signs_with_are_two(told: Told) -> None:
    found = facts(told, "«Достар» қоры ЮНЕСКО-ның Алматыдағы кеңсесімен меморандумға қол қойды.")
    assert len([line for line in found if line.startswith("party")]) == 2, found


def test_a_congress_that_opens_a_sentence_is_an_event(told: Told) -> None:
    found = facts(told, "Конгресс прошёл в Астане 5 мая 2024 года. В нём приняли участие эксперты Фонда «Достар».")
    assert any(line.startswith("located Конгресс") for line in found), found


def test_an_envoy_to_a_republic_is_a_person_with_a_state(told: Told) -> None:
    found = facts(told, "Ambassador of Norway to the Republic of Kyrgyzstan Ingrid Solberg addressed the seminar held in Osh.")
    assert any(line.startswith("represents Ingrid Solberg") for line in found), found
