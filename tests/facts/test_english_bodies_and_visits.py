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


@pytest.mark.parametrize(
    ("text", "facts", "never"),
    [
        (
            "NGOs of Kazakhstan and Tajikistan will receive training, grants and advice thanks to the new project, presented today at a launch "
            "conference in Astana. Judit Szabo, Head of the OSCE Academy, underlined its value at the opening.",
            ["participation Judit Szabo > Launch conference", "located Launch conference > Astana"],
            "Training",
        ),
        (
            "On 29 September 2025, the opening of the Water Laboratory took place at KazNU. The ceremony was attended by Vice Minister of Science "
            "and Higher Education Askar Nurlanov and British Council Country Director Anna Lindqvist.",
            [
                "dated Opening 2025-09-29",
                "post Anna Lindqvist > British Council Country Director",
                "participation Askar Nurlanov > Opening participant",
            ],
            "Ceremony",
        ),
        (
            "The Civic Dialogue Forum was held in Osh on 2 June 2025. Its aim was explained by Anna Lindqvist, chair of the British Council. She "
            "recalled the Steppe Water Forum, which took place in Naryn in 2024. Askar Nurlanov of UNICEF shared his experience. A session on "
            "accord was chaired by Judit Szabo. It was made possible by UNDP. A follow-up workshop will be held in Naryn in April 2026.",
            [
                "participation Askar Nurlanov > Civic Dialogue Forum speaker",
                "participation Judit Szabo > Session moderator",
                "part_of Session > Civic Dialogue Forum",
                "located Follow-up workshop > Naryn",
                "dated Follow-up workshop 2026-04 2026-04",
            ],
            "located Civic Dialogue Forum > Naryn",
        ),
        (
            "KazNU and the University of Leeds signed a memorandum on 3 May 2025. On behalf of KazNU the document was signed by Rector Askar "
            "Nurlanov. Judit Szabo, Deputy Director at the OSCE Academy, conveyed the greetings of the British Government.",
            ["post Askar Nurlanov > KazNU Rector", "post Judit Szabo > OSCE Academy Deputy Director"],
            "conveyed",
        ),
    ],
)
def test_openings_courses_and_what_follows(told: Told, text: str, facts: list[str], never: str) -> None:
    found = told(text)[1]
    assert [fact for fact in facts if not any(line.startswith(fact) for line in found)] == [], found
    assert [line for line in found if never in line] == []


@pytest.mark.parametrize(
    ("text", "facts", "never"),
    [
        (
            "Mr Askar Nurlanov OBE and Anna Lindqvist attend the forum “Women's Peace Initiatives” in Osh on 3 May 2024. The project was sponsored "
            "by UNICEF. It helps women's groups in Naryn who spoke at the forum with support of UNDP.",
            [
                "participation Askar Nurlanov > Women's Peace Initiatives participant",
                "participation UNDP > Women's Peace Initiatives organizer",
                "located Women's Peace Initiatives > Osh",
                "dated Women's Peace Initiatives 2024-05-03",
            ],
            "UNICEF",
        ),
        (
            "A delegation of Mr. Askar Nurlanov – Chair of the Committee on Water of the Senate, Mrs. Anna Lindqvist – Director of the Steppe "
            "Foundation, visited London on 3 May 2024.",
            ["post Askar Nurlanov > Committee on Water of the Senate Chair", "post Anna Lindqvist > Steppe Foundation Director"],
            "post Anna Lindqvist > Committee",
        ),
        (
            "ASTANA. KAZINFORM Today, the Minister spoke of the Steppe Forum, held on 4 May 2024 in Osh and attended by the Heads of State. Askar "
            "Nurlanov, Chair of the Women's Water Dialogue, noted its value.",
            ["dated Steppe Forum 2024-05-04"],
            "Heads of State",
        ),
    ],
)
def test_honours_themes_and_titles_in_lists(told: Told, text: str, facts: list[str], never: str) -> None:
    named, found = told(text)
    assert [fact for fact in facts if not any(line.startswith(fact) for line in found)] == [], found
    assert [line for line in (*found, *named) if never in line and not line.startswith("Organization UNICEF")] == []
