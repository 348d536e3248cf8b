"""Who spoke, where a Kazakh report gives somebody's words: behind the words, before them, by being given the floor. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest

_EVENT = "Таразда «Ел мен жер» атты дөңгелек үстел өтті.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "«Алда ортақ жұмыс көп», – деді «Арна» қорының төрағасы Дина Серікова.",
        "«Алда ортақ жұмыс көп» дейді «Арна» қорының төрағасы Дина Серікова.",
        "– Бұл кеңес жаңа кезең болуы тиіс, – деп атап өтті жиында «Арна» қорының төрағасы Дина Серікова.",
        "«Арна» қорының төрағасы Дина Серікова: «Бұл керек», – деді.",
        "Одан кейін сөз кезегі «Арна» қорының төрағасы Дина Серіковаға берілді.",
    ],
)
def test_whoever_is_quoted_spoke(words: str, told: Any) -> None:
    _, facts = told(_EVENT + words)
    assert facts.hold("participation Дина Серікова|Ел мен жер|speaker"), facts


def test_whoever_the_words_tell_of_is_no_speaker(told: Any) -> None:
    text = "«Мұны былтыр Асан Омаров та айтқан, бұл керек», – деді «Арна» қорының төрағасы Дина Серікова."
    _, facts = told(_EVENT + text)
    assert facts.hold("participation Дина Серікова|speaker") and not facts.hold("participation Асан Омаров")


def test_a_moderator_gives_the_floor_to_others(told: Any) -> None:
    text = "Дөңгелек үстел модераторы Айжан Темірова сөз кезегін «Арна» қорының төрағасы Дина Серіковаға берді."
    _, facts = told(text)
    assert facts.hold("participation Айжан Темірова|moderator") and not facts.hold("participation Дина Серікова|moderator")


def test_a_meeting_is_reported_though_only_its_words_are_spoken_of(told: Any) -> None:
    text = (
        "Тараз әкімі Асан Омаров Польшаның бас консулы Ян Новакпен кездесті.\n\n"
        "Бас консул кездесуде айтылған ұсыныстарды қолдайтынын жеткізді."
    )
    _, facts = told(text)
    assert facts.hold("participation Асан Омаров") and facts.hold("participation Ян Новак"), facts


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Мерейтой қарсаңында Green Lake University-де «Тіл және ел» тақырыбында дөңгелек үстел өтті.", "Green Lake University"),
        ("Негізгі іс-шаралар Дауыл мәдени орталығында өтті.", "Дауыл мәдени орталығы"),
        ("Форумда «Дала одағы» РҚБ Ақмола филиалының төрағасы Анна Ким сөйледі.", "«Дала одағы» РҚБ Ақмола филиалы"),
    ],
)
def test_bodies_end_where_their_names_do(text: str, body: str, told: Any) -> None:
    entities, _ = told(text)
    assert any(e.startswith(f"Organization {body} ") for e in entities), entities


def test_a_headline_in_capitals_names_no_plain_noun(told: Any) -> None:
    entities, _ = told("ҮКІМЕТТІК ЕМЕС ҰЙЫМ ЖЕТЕКШІЛЕРІ БАС ҚОСТЫ\n\nТаразда жоғары оқу орындарының форумы өтті.")
    assert not entities.hold("Organization"), entities


@pytest.mark.parametrize(
    "guests",
    ["студенттер мен БАҚ өкілдері", "үкіметтік емес ұйымдар", "коммерциялық емес ұйымдардың мүшелері", "аумақ тұрғындары"],
)
def test_words_that_look_like_plans_silence_nobody(guests: str, told: Any) -> None:
    _, facts = told(f"Таразда форум өтті. Форумға «Арна» қорының төрағасы Дина Серікова, {guests} қатысты.")
    assert facts.hold("participation Дина Серікова|participant"), facts


def test_what_is_not_so_stays_silent(told: Any) -> None:
    _, facts = told("Таразда форум өтті. Форумға Дина Серікова қатысқан емес.")
    assert not facts.hold("participation Дина Серікова"), facts
