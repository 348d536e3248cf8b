"""A report of the second day tells in which month the event was, and no more. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021 жылғы 25 қарашада Алматыда «Жаңа күн» форумының төртінші күні өтті.", "2021-11 2021-11"),
        ("2021 жылғы 25 қарашада Алматыда «Жаңа күн» форумы өтті.", "2021-11-25 2021-11-25"),
        ("Второй день форума «Новый день» прошёл 25 ноября 2021 года в Алматы.", "2021-11 2021-11"),
        ("Форум «Новый день» прошёл 25 ноября 2021 года в Алматы, второй день в истории Алматы без снега.", "2021-11-25"),
        ("The second day of the Asia Women Forum took place on 23 December 2021 in Almaty.", "2021-12 2021-12"),
        ("The second day of the Asia Women Forum took place on 3 December 2021 in Almaty.", "2021 2021"),
        ("The Asia Women Forum took place on 3 December 2021 in Almaty.", "2021-12-03 2021-12-03"),
    ],
)
def test_the_day_of_a_later_day_is_not_the_first(text: str, date: str, told: Any) -> None:
    _, facts = told(text)
    assert [fact for fact in facts if fact.startswith("dated") and fact.endswith(date)], facts
    assert len([fact for fact in facts if fact.startswith("dated")]) == 1, facts
