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


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The harvest of Aktobe Invest 2025, the two-day forum that filled the hall, was four agreements.",
            "Event Aktobe Invest 2025",
        ),
        ("The argument came on day two, at the panel Farm to Port, moderated by Anna Taylor.", "Event Farm to Port"),
        ("In March Lublin will host the fair Agro Bridge Lublin.", "Event Agro Bridge Lublin"),
    ],
)
def test_a_title_without_quotes_beside_its_noun(text: str, event: str, told: Any) -> None:
    entities, _ = told(text)
    assert entities.hold(event), entities


@pytest.mark.parametrize(
    "text",
    [
        "British Council, the forum organiser, thanked all.",
        "She spoke at the conference Anna Lee Park chaired.",
        "The forum United Nations Development Programme hosted was large.",
    ],
)
def test_a_body_or_a_person_beside_the_noun_is_no_title(text: str, told: Any) -> None:
    entities, _ = told(text)
    assert not entities.hold("Event British") and not entities.hold("Event Anna") and not entities.hold("Event United"), entities


def test_an_entry_of_a_list_binds_the_one_above_it(told: Any) -> None:
    text = (
        "On 5 March 2024 the Embassy of Japan in Uzbekistan held a signing ceremony for two contracts in Tashkent. "
        "The following contracts were signed:\n1. The contract on furniture with KIMEP University;\n"
        "2. The contract on equipment with the Chust Medical Association.\n"
    )
    _, facts = told(text)
    assert facts.hold("party Embassy of Japan in Uzbekistan > Contract on furniture"), facts
    assert facts.hold("party Chust Medical Association > Contract on equipment") and facts.hold("party KIMEP University"), facts


@pytest.mark.parametrize("text", ["Forum", "Forum.", "A panel", "The fair Agro", "x, the forum", ", the forum that was held"])
def test_a_line_of_a_word_or_two_is_read(text: str, told: Any) -> None:
    told(f"The conference was held in Astana.\n\n{text}\n")
