"""Plain things that real English pages showed: names without their posts, what brought people to town, where a post is held."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], tuple[list[str], list[str]]]


@pytest.mark.parametrize(
    ("text", "facts", "never"),
    [
        (
            "Prime Minister of Kazakhstan Askar Nurlanov held a meeting with UNDP Associate Administrator Mei Lan Chu, who arrived "
            "in Almaty to participate in the Steppe Water Forum.",
            ["participation Askar Nurlanov > Meeting", "post Mei Lan Chu > UNDP"],
            "Steppe Water Forum",
        ),
        (
            "The seminar on water was held on 5 May 2024. It was attended by UNICEF Representative in Uzbekistan Judit Szabo as well "
            "as ambassadors of the Nordic countries in Uzbekistan.",
            ["dated Seminar 2024-05-05"],
            "located",
        ),
        (
            "The seminar on water was held in Osh. Ambassador of Hungary to the Republic of Kyrgyzstan Judit Szabo addressed it. "
            "The decree (No. 1681) was read out by the Minister of Labour and Social Protection of the Population, Askar Nurlanov.",
            [
                "represents Judit Szabo > Hungary",
                "post Askar Nurlanov > Ministry of Labour and Social Protection of the Population",
            ],
            "1681",
        ),
        (
            "Chairman of the Mazhilis Askar Nurlanov met on Wednesday with Speaker of the Riksdag of Sweden Maria Berg Lundin, who arrived in "
            "Kazakhstan on an official visit. At the meeting, the parties discussed tourism. Berg Lundin invited him to Sweden. The meeting was "
            "attended by the Minister of Trade, Dana Seitova, and British Ambassador to Kazakhstan Judit Szabo. On the same day the Speaker "
            "opened an exhibition hall in Turkistan.",
            [
                "participation Askar Nurlanov > Meeting",
                "participation Maria Berg Lundin > Meeting",
                "participation Judit Szabo > Meeting",
            ],
            "Turkistan",
        ),
        (
            "The round table was held in Osh on 3 June 2024. According to Askar Nurlanov, a contract will be signed during the President's visit "
            "to the United Kingdom (3-4 November 2024). His university has already signed agreements with 34 others.",
            ["dated Round table 2024-06-03 2024-06-03", "participation Askar Nurlanov > Round table speaker"],
            "party",
        ),
        (
            "The meeting took place in Osh. Members of the Kyrgyz Parliament, the Fund's members, Judit Szabo, Head of the OSCE Academy, attended "
            "the event. It was moderated by the head of the Department of History, candidate of historical sciences Askar Nurlanov.",
            ["post Judit Szabo > OSCE Academy Head", "participation Askar Nurlanov > Meeting moderator"],
            "Parliament Members",
        ),
    ],
)
def test_names_reasons_and_posts(told: Told, text: str, facts: list[str], never: str) -> None:
    found = told(text)[1]
    assert [fact for fact in facts if not any(line.startswith(fact) for line in found)] == [], found
    assert [line for line in found if never in line] == []
