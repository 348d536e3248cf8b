"""English projects and events named without quotes, and the events a report tells beside its own, in own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "project"),
    [
        (
            "On Tuesday the Yerevan Policy Centre launched Roots of Trust, a two-year initiative that trains reporters.",
            "Roots of Trust",
        ),
        ("The two colleges signed an agreement to carry out SoilWatch, a joint research project for farmers.", "SoilWatch"),
        ("The work grew from FrostMap, a pilot that the University of Leeds ran in 2019 with its partners abroad.", "FrostMap"),
        (
            "The agency will begin its new programme, Bridges Over Rivers, in the spring, as its director said.",
            "Bridges Over Rivers",
        ),
        (
            "The foundation pays for a legal clinic called Know Your Rights in Osh, where six lawyers work now.",
            "Know Your Rights",
        ),
        ("The British Council presented the Mountain Stories small grants scheme in Bishkek on 3 May 2025.", "Mountain Stories"),
    ],
)
def test_a_noun_beside_a_name_makes_it_a_project(told: Any, text: str, project: str) -> None:
    entities, _ = told(text)
    assert any(line.startswith(f"Project {project} ") for line in entities), entities


@pytest.mark.parametrize(
    "text",
    [
        "He thanked Green Osh, a public foundation, and Clean Naryn, the partner of the project, for their long work.",
        "The partners in the project, Green Osh, Clean Naryn and Blue Talas, met again in the spring of this year.",
        "Anna Brown, the project manager, thanked the guests who had come to the University of Leeds on 3 May 2025.",
        "Kazakhstan, a member of the programme, will pay the rest of the sum that the schools in the valley need.",
    ],
)
def test_partners_and_people_of_a_project_are_none(told: Any, text: str) -> None:
    entities, _ = told(text)
    assert not entities.hold("Project ")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("On 3 May 2025 she gave a seminar on Sensors in Deserts to forty students in Tashkent.", "Sensors in Deserts UZ"),
        (
            "Anna Petrova, director of the Water Fund, spoke on 3 May at a panel entitled Bread, Salt, Law in Osh.",
            "Bread, Salt, Law KG",
        ),
        (
            "On 3 May 2025 the museum opened the exhibition Songs of the Valley at the State Library in Tashkent.",
            "Songs of the Valley UZ",
        ),
        ("The Ministry of Health held a training on HIV and AIDS in Osh on 3 May 2025.", "Training KG"),
        ("A seminar on Central Asia was held at the University of Leeds on 3 May 2025.", "Seminar GB"),
    ],
)
def test_a_title_without_quotes_names_an_event(told: Any, text: str, event: str) -> None:
    entities, _ = told(text)
    assert f"Event {event}" in entities


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Union of Writers held the conference “Words of the Steppe” in Almaty on 3 May 2025. Poets from four countries came. "
            "On 5 May its chair Anna Petrova held a working meeting with Oleg Sidorov, director of the Library Fund.",
            "dated Working meeting 2025-05-05",
        ),
        (
            "The forum “Trade and Water” opened in Osh on 3 May 2025. Ministers spoke about rivers. The forum ended with a concert "
            "hosted by the Embassy of Poland.",
            "participation Embassy of Poland > Concert host",
        ),
        (
            "The conference “Clean Air” was held in Astana on 2 March 2025. The guests agreed on measures. The next day the Minister "
            "Askar Omarov hosted a reception for the speakers at the Embassy of Poland.",
            "participation Embassy of Poland > Reception host",
        ),
    ],
)
def test_what_a_report_tells_beside_its_own_event(told: Any, text: str, fact: str) -> None:
    _, facts = told(text)
    assert facts.hold(fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The conference “Clean Air” in Astana was opened on 2 March 2025. The guests agreed on measures. "
            "On 4 March Anna Petrova and Askar Omarov co-chaired the third round of consultations in Osh.",
            "participation Anna Petrova > Third round of consultations moderator",
        ),
        (
            "The conference “Clean Air” was held in Astana on 2 March 2025. The guests agreed on measures. They also met friends. "
            "Bishkek will host a joint exhibition of felt rugs in July 2025.",
            "located Joint exhibition > Bishkek",
        ),
        (
            "On 4 May 2025 in Osh the Minister Askar Omarov and the Rector Anna Petrova put their names to a joint statement on meals.",
            "signatory Anna Petrova > Joint statement",
        ),
        (
            "The Embassy of Poland and the State Museum of Tajikistan opened the exhibition Songs of the Valley on 4 May 2025.",
            "participation State Museum of Tajikistan > Songs of the Valley organizer",
        ),
    ],
)
def test_rounds_exhibitions_and_names_put_to_papers(told: Any, text: str, fact: str) -> None:
    _, facts = told(text)
    assert facts.hold(fact)
