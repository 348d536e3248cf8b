"""Bodies with whose they are, offices that are no bodies, things that are no persons, and whose visit it was, as real pages tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], tuple[list[str], list[str]]]


@pytest.mark.parametrize(
    ("text", "entities", "facts", "never"),
    [
        (
            "The seminar took place in Osh. Guests included Judit Szabo, the Director of the OSCE Secretariat's Conflict Prevention Centre, and "
            "Askar Nurlanov, who heads KazNU's Steppe Water Unit.",
            ["Organization OSCE Secretariat's Conflict Prevention Centre", "Organization KazNU's Steppe Water Unit"],
            ["post Judit Szabo > OSCE Secretariat's Conflict Prevention Centre Director"],
            "participation OSCE",
        ),
        (
            "The meeting took place in Osh. Attending it were EU Special Representative for Central Asia Anna Lindqvist and others. The Kyrgyz "
            "minister informed Mr. Askar Nurlanov about it.",
            ["Organization EU INT"],
            ["post Anna Lindqvist > EU Special Representative", "participation Anna Lindqvist > Meeting"],
            "informed",
        ),
        (
            "The centenary was the focus of an official visit by OSCE Secretary General Judit Szabo on 10 and 11 October 2018 to Osh.",
            [],
            [
                "participation Judit Szabo > Official visit",
                "located Official visit > Osh",
                "dated Official visit 2018-10-10 2018-10-11",
            ],
            "Meeting",
        ),
        (
            "From 9 to 13 May 2016, the OSCE Academy in Bishkek supported the Ministry of Interior in organizing a workshop for judges in Naryn. "
            "“Our courts in Kazakhstan were like that,” said Judit Szabo. Trend reports on 20 May 2016.",
            [],
            [
                "participation OSCE Academy in Bishkek > Workshop organizer",
                "participation Ministry of Interior > Workshop organizer",
                "dated Workshop 2016-05-09 2016-05-13",
                "located Workshop > Naryn",
            ],
            "located Workshop > Kazakhstan",
        ),
    ],
)
def test_bodies_offices_and_visits(told: Told, text: str, entities: list[str], facts: list[str], never: str) -> None:
    named, found = told(text)
    assert [entity for entity in entities if not any(line.startswith(entity) for line in named)] == [], named
    assert [fact for fact in facts if not any(line.startswith(fact) for line in found)] == [], found
    assert [line for line in found if never in line] == []
