"""Kazakh reports that tell of an event by a bare noun, a visit or a delegation. The sentences are the project's own."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate


def told(text: str) -> set[str]:
    """The facts as short lines: ``participation Қамқор қоры > Кездесу = host``."""
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {entity.id: entity.name for entity in annotation.entities}
    return {
        f"{fact.type} {' > '.join(names[i] for i in fact.arguments.values())}"
        + "".join(f" = {v}" for k, v in fact.values.items() if k in ("role", "title", "start"))
        for fact in annotation.facts
    }


def named(text: str, type_: str) -> list[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    return [entity.name for entity in annotation.entities if entity.type == type_]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Кездесуге «Қамқор» қорының директоры Айдана Серікова, ұстаз Болат Нұрланов және заңгер Дана Оспанова қатысты.",
            "participation Дана Оспанова > Кездесу = participant",
        ),
        (
            "Ректор Серік Аманов елші Мария Новакты қабылдады. Сұхбат барысында Серік Аманов жаңа жоспармен бөлісті.",
            "participation Серік Аманов > Сұхбат = speaker",
        ),
        (
            "Басқосуда «Тірек» бірлестігінің жетекшісі Олжас Сейітов ойын ортаға салды. Қатысушылар риза болды.",
            "participation Олжас Сейітов > Басқосу = speaker",
        ),
    ],
)
def test_a_bare_noun_names_the_event_where_nothing_else_does(text: str, fact: str) -> None:
    assert fact in told(text)


def test_a_visit_has_guests_a_host_and_a_place() -> None:
    text = (
        "Лодзь университетінің делегациясы Семей университетіне жұмыс сапарымен келді. "
        "Сапар барысында профессор Анна Ковальска студенттерге дәріс оқыды."
    )
    facts = told(text)
    assert "participation Лодзь университеті > Жұмыс сапары = participant" in facts
    assert "participation Семей университеті > Жұмыс сапары = host" in facts
    assert "located Іссапар > Ташкент" in told("Орал облысының делегациясы 5 мамырда Ташкентке іссапармен барып қайтты.")


def test_a_visit_somebody_is_invited_to_is_none() -> None:
    assert named("Министр әріптесін Астанаға ресми сапармен келуге шақырды.", "Event") == []


def test_delegations_are_met_and_their_heads_moderate_nothing() -> None:
    text = (
        "Кеше Астанада келіссөз өтті. Чехия делегациясын вице-министр Ян Дворжак бастап келді. "
        "Тараптар «Қамқор» қорының өкілдерімен кездесу өткізді."
    )
    facts = told(text)
    assert "participation Ян Дворжак > Келіссөз = participant" in facts
    assert not any("moderator" in fact or "organizer" in fact for fact in facts)


def test_ministries_between_which_talks_were_held_took_part() -> None:
    facts = told("Люблянада ҚР Сыртқы істер министрлігі мен Словения Қаржы министрлігі арасында саяси консультациялар өтті.")
    assert sum(fact.startswith("participation") and fact.endswith("participant") for fact in facts) == 2


def test_chained_verbs_have_one_subject() -> None:
    facts = told("«Дала үні» форумы Оралда өтті. Форумға әкім Берік Уәлиев қатысып, құттықтау сөз сөйледі.")
    assert "participation Берік Уәлиев > Дала үні = speaker" in facts


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Астана медицина университеті Питтсбург университетінің қолдауымен курс ашты.",
            ["Астана медицина университеті", "Питтсбург университеті"],
        ),
        ("Брифинг Орал қаласының жастар орталығында өтті.", ["Орал қаласының жастар орталығы"]),
        ("Кеше Ұлттық музейде көрме ашылды.", ["Ұлттық музей"]),
        ("Сенат Төрағасы Әділет министрлігі ұсынған заңды қарады.", ["Сенат", "Әділет министрлігі"]),
    ],
)
def test_bodies_are_cut_where_they_end(text: str, bodies: list[str]) -> None:
    assert named(text, "Organization") == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Құжатқа отырды деген жоқ. «Қамқор» қоры мен «Тірек» бірлестігі әріптестік туралы меморандумға отырды.",
        "«Қамқор» қоры мен «Тірек» бірлестігі бірлескен жұмыс туралы келісімге келді.",
    ],
)
def test_agreements_are_sat_down_to_and_come_to(text: str) -> None:
    assert sum(fact.startswith("party") for fact in told(text)) == 2


def test_whoever_writes_or_photographs_took_no_part() -> None:
    text = "«Дала үні» форумы 5 мамыр 2024 жылы Оралда өтті. Форумға жүз қонақ келді.\n\nСуретті түсірген Олжас Сейітов\n"
    assert not any("Олжас" in fact for fact in told(text))
