"""Events that stand beside the report's own, and schools that are held: read through the whole finder of mentions."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.mentions.find import find_mentions

CASES = {
    "Қор грант байқауын қорытындылады. Жеңімпаздарды марапаттау рәсімі 7 мамырда Таразда өтті.": ["марапаттау рәсімі"],
    "2024 жылғы 3 маусымда Тараз университетінде меморандумға қол қою рәсімі өтті.": ["қол қою рәсімі"],
    "2024 жылғы 5 мамырда Таразда «Болашақ көпірі» атты жас көшбасшылар мектебі өтті.": ["Болашақ көпірі"],
    "С 4 по 6 мая в Таразе прошла «Школа юного лидера».": ["Школа юного лидера"],
    "They have completed the Green Schools Academy, a five-day course run by the British Council.": ["Green Schools Academy"],
}
NONE = (
    "«Болашақ көпірі» жас көшбасшылар мектебі Таразда орналасқан.",
    "Фонд «Бирлик» и «Школа юного лидера» подписали меморандум.",
    "She works at the Green Schools Academy, a private school in Osh.",
)


@pytest.mark.parametrize("text", CASES)
def test_the_event_is_found(text: str) -> None:
    events = [m.text for m in find_mentions(read_text(text.encode(), "text", "text")) if m.type == "Event"]
    assert set(CASES[text]) <= set(events)


@pytest.mark.parametrize("text", NONE)
def test_a_school_that_is_not_held_is_no_event(text: str) -> None:
    assert not [m for m in find_mentions(read_text(text.encode(), "text", "text")) if m.type == "Event"]
