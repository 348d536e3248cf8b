"""Who is in a project, told in the sentences behind its name: members of consortiums, coordinators."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], tuple[list[str], list[str]]]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "The Green Taps project will bring clean water to Talas. It is coordinated by the University of Leeds. "
            "The other members are KIMEP University, the Aga Khan Foundation and Kazhydromet.",
            {"University of Leeds", "KIMEP University", "Aga Khan Foundation", "Kazhydromet"},
        ),
        (
            "В Бохтаре представили проект «Чистый родник». Исполнять его будет консорциум в составе Helvetas и Фонда Ага Хана.",
            {"Helvetas", "Фонд Ага Хана"},
        ),
        (
            "Алматыда «Таза бұлақ» жобасы таныстырылды. Консорциум құрамына Helvetas, Ага Хан қоры және Сорос-Қазақстан қоры кірді.",
            {"Helvetas", "Ага Хан қоры"},
        ),
    ],
)
def test_members_of_a_project(text: str, members: set[str], told: Told) -> None:
    found = {line.split(" > ")[0].removeprefix("implements ") for line in told(text)[1] if line.startswith("implements ")}
    assert members <= found


def test_members_of_something_else_run_no_project(told: Told) -> None:
    text = "The Green Taps project will bring clean water to Talas. Rain is expected. Snow fell. Wind blew. " * 2
    text += "The members include KIMEP University."
    assert not any(line.startswith("implements ") for line in told(text)[1])
