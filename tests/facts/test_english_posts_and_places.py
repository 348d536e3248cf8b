"""Whose post, who signed, where it was, which lines tell nothing: English sentences of the project's own."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate


def told(text: str) -> set[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    return {
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {f.values.get('start', f.values.get('title', ''))}".strip()
        for f in annotation.facts
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Judit Szabo, UNICEF Regional Director for Central Asia, opened the seminar in Osh.",
            ["post Judit Szabo > UNICEF Regional Director for Central Asia"],
        ),
        (
            "Speakers included Timur Aliev, Director, Institute for Strategic Studies; and Judit Szabo, Head, Embassy of Hungary.",
            ["post Timur Aliev > Institute for Strategic Studies Director", "post Judit Szabo > Embassy of Hungary Head"],
        ),
        (
            "The deal was signed by Rector Askar Nurlanov on behalf of Karaganda University and by Provost Judit Szabo on behalf of the "
            "University of York.",
            ["post Askar Nurlanov > Karaganda University Rector", "post Judit Szabo > University of York Provost"],
        ),
        (
            "Singapore's non-resident ambassador Judit Szabo and the UK Ambassador, Askar Nurlanov, spoke at the forum.",
            [
                "represents Judit Szabo > Singapore non-resident ambassador",
                "represents Askar Nurlanov > United Kingdom Ambassador",
            ],
        ),
        (
            "Askar Nurlanov, Plenipotentiary Representative of the President in Naryn Region, attended the forum.",
            ["represents Askar Nurlanov > Naryn Region Plenipotentiary Representative of the President"],
        ),
    ],
)
def test_whose_post(text: str, facts: list[str]) -> None:
    assert set(facts) <= told(text), sorted(told(text))


def test_a_title_before_the_next_name_is_that_name_s() -> None:
    facts = told("Askar Nurlanov, Ambassador to Hungary, and Minister of Energy Judit Szabo opened the forum.")
    assert not [f for f in facts if f.startswith("post Askar Nurlanov > Ministry")], sorted(facts)


def test_a_minister_is_not_given_another_ministry() -> None:
    facts = told("The Ministry of Education took part in the forum. Deputy Prime Minister Askar Nurlanov spoke.")
    assert not [f for f in facts if f.startswith("post")], sorted(facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The forum opened in Astana. The Centre for Journalism became its venue.",
            ["participation Centre for Journalism > Forum"],
        ),
        (
            "Expert meeting on media law in Almaty\n\nOn 3 March 2022, UNDP held an expert meeting on media law.",
            ["located Expert meeting > Almaty"],
        ),
        ("OSCE trains judges\n\nBaku, 11 April 2025\n\nThe OSCE held a seminar for judges.", ["located Seminar > Baku"]),
        (
            "Representatives of twelve countries, including India and Japan, took part in the conference in Baku.",
            ["participation India > Conference", "participation Japan > Conference"],
        ),
        (
            "The forum opened in Astana. Among those present were members of the Presidential Administration and the Parliament.",
            ["participation Presidential Administration > Forum", "participation Parliament > Forum"],
        ),
        (
            "UNDP presented “Green Roofs”, a scheme to be implemented with the Eurasia Foundation until 2026.",
            ["implements UNDP > Green Roofs", "implements Eurasia Foundation > Green Roofs"],
        ),
        (
            "Karaganda University met with a delegation of the University of York. At the end the sides signed an Agreement on exchanges.",
            ["party Karaganda University > Agreement on exchanges", "party University of York > Agreement on exchanges"],
        ),
    ],
)
def test_where_with_whom_and_for_what(text: str, facts: list[str]) -> None:
    assert set(facts) <= told(text), sorted(told(text))


@pytest.mark.parametrize("line", ["Media enquiries: Judit Szabo, Press Officer, UNDP", "Photo: Judit Szabo/UNDP"])
def test_lines_that_say_whom_to_ask_tell_of_no_participants(line: str) -> None:
    facts = told(f"The forum opened in Astana. Rector Askar Nurlanov spoke.\n\n{line}\n")
    assert not [f for f in facts if f.startswith("participation Judit Szabo")], sorted(facts)


def test_what_was_signed_in_an_earlier_year_was_not_signed_at_the_forum() -> None:
    text = "6 February 2024\n\nThe forum opened in Astana. Kazakhstan and Hungary signed a Treaty on Trade in London in May 2022."
    facts = told(text)
    assert not [f for f in facts if f.startswith("concluded_at")], sorted(facts)


def test_short_forms_of_two_acronyms_and_people_honoured_in_a_name() -> None:
    text = (
        "The Executive Committee of the Fund for Saving the Silk Road (EC FSR) met Khujand University named after academician Askar "
        "Nurlanov. The head of EC FSR, Judit Szabo, spoke at the meeting."
    )
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    assert [e.name for e in annotation.entities if e.type == "Person"] == ["Judit Szabo"]
    committee = [e for e in annotation.entities if e.name.startswith("Executive Committee")]
    assert [m.text for m in committee[0].mentions][1:] == ["EC FSR", "EC FSR"]


def test_universities_of_two_cities_are_two() -> None:
    annotation = annotate(
        read_text(b"Karaganda State University carries out the project with University of Bologna (Italy).", "t", "t.txt")
    )
    assert len([e for e in annotation.entities if e.type == "Organization"]) == 2


def test_scholarship_schemes_known_by_one_word() -> None:
    text = b"The embassy told students in Karaganda about Chevening scholarships. Erasmus University sent guests."
    annotation = annotate(read_text(text, "t", "t.txt"))
    assert [e.name for e in annotation.entities if e.type == "Project"] == ["Chevening"]
