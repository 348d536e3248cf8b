"""Which year is meant where a text leaves it out and announces something."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024 жылғы 21 ақпан\n\nКеше Астанада кеңес отырысы өтті. Келесі отырыс қыркүйекте Бішкекте өтеді.", "2024-09"),
        (
            "21 февраля 2024 года\n\nВчера в Астане прошло заседание совета. Следующее заседание состоится в сентябре в Бишкеке.",
            "2024-09",
        ),
        (
            "21 February 2024\n\nThe council met in Astana on 20 February. The next meeting will be held in September in Bishkek.",
            "2024-09",
        ),
    ],
)
def test_the_month_of_what_is_announced(text: str, day: str, told: Callable[..., tuple[list[str], list[str]]]) -> None:
    assert any(fact.startswith("dated ") and fact.endswith(f"{day} {day}") for fact in told(text)[1]), told(text)[1]


def test_what_was_held_keeps_its_year(told: Callable[..., tuple[list[str], list[str]]]) -> None:
    text = "21 February 2024\n\nThe council met in Astana on 20 February. The previous meeting was held in September in Bishkek."
    assert not any("2024-09" in fact for fact in told(text)[1])
