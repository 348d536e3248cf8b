"""Posts told the English way: before and behind names, with brackets, boards and units in between. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Opening the forum, the Chairman of the Board of the AIR Center Fuad Alizade spoke of trade.",
            "post Fuad Alizade > AIR Center Chairman of the Board",
        ),
        ("Leading research fellow of the British Council Nargiza Yoqubova spoke at the forum.", "Leading research fellow"),
        (
            "Kyrgyz-Turkish Manas University (KTMU) Rector Prof. Dr. Hakan Erdemli attended the forum.",
            "post Hakan Erdemli > Kyrgyz-Turkish Manas University Rector",
        ),
        (
            "The forum was moderated by the Head of Department of the British Council Anna Taylor.",
            "post Anna Taylor > British Council Head of Department",
        ),
    ],
)
def test_a_post_and_its_body(text: str, post: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(post), facts


def test_a_state_that_pays_organises(told: Any) -> None:
    _, facts = told(
        "A forum was held in Bishkek. It was organised by UNDP with financial support from Norway and the European Union."
    )
    assert facts.hold("participation Norway|organizer") and facts.hold("participation European Union|organizer"), facts


def test_those_who_joined_by_wire_took_part(told: Any) -> None:
    text = "A forum was held in Baku. Representatives of the Organization of Turkic States were connected online."
    _, facts = told(text)
    assert facts.hold("participation Organization of Turkic States|participant"), facts


def test_the_year_of_a_plan_is_no_day_of_signing(told: Any) -> None:
    _, facts = told("KIMEP University and Ankara University signed an Action Plan for 2025.")
    assert facts.hold("party KIMEP University") and not facts.hold("dated|2025"), facts
