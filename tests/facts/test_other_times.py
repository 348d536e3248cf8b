"""The next event and the first one are told of for themselves: where and when, and nothing of the one reported. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest

REPORTS = {
    "kk": "Таразда бизнес-форум өтті\n\n13 маусым 2024\n\nКеше Таразда бизнес-форум өтті. ",
    "ru": "В Кургане прошло заседание рабочей группы\n\n27 февраля 2025\n\n26 февраля в Кургане состоялось заседание. ",
    "en": "Dushanbe, 11 April 2025\n\nA staff course for officers concluded today in Dushanbe. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "told_of"),
    [
        (
            "kk",
            "Келесі форум қыркүйек айында Талас қаласында өтеді.",
            ["located Келесі форум > Талас", "dated Келесі форум 2024-09"],
        ),
        ("kk", "Алғашқы форум 2021 жылы Шымкентте өтті.", ["located Алғашқы форум > Шымкент", "dated Алғашқы форум 2021"]),
        ("ru", "Следующее заседание пройдет в Петропавловске.", ["located Следующее заседание > Петропавловск"]),
        ("ru", "Напомним, первое заседание состоялось в 2022 году в Актау.", ["located Первое заседание > Актау", "dated|2022"]),
        (
            "en",
            "The next course will take place in Bishkek in October 2025.",
            ["located Next course > Bishkek", "dated Next course 2025-10"],
        ),
        ("en", "The previous course was held in Osh in March 2024.", ["located Previous course > Osh", "dated|2024-03"]),
    ],
)
def test_an_event_of_another_time(language: str, sentence: str, told_of: list[str], told: Any) -> None:
    _, facts = told(REPORTS[language] + sentence)
    assert all(facts.hold(line) for line in told_of), facts
    there = [line for line in facts if line.startswith("located") and told_of[0].rpartition("> ")[2] in line]
    assert len(there) == 1, "the event reported took place elsewhere"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Первое заседание группы состоялось в Кургане."),
        ("en", "The first course was held in Dushanbe."),
        ("en", "The next course was discussed."),
        ("ru", "На следующий день заседание состоялось в Петропавловске."),
        ("kk", "Келесі күні форум Таласта өтті."),
    ],
)
def test_the_first_one_may_be_the_one_reported(language: str, sentence: str, told: Any) -> None:
    entities, _ = told(REPORTS[language] + sentence)
    assert (
        not entities.hold("Event Next")
        and not entities.hold("Event Перв")
        and not entities.hold("Event Сле")
        and not entities.hold("Event First")
        and not entities.hold("Event Кел")
    ), entities
