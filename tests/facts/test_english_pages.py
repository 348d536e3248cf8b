"""How English pages of news tell it: sources, lists of documents and of guests, names of ministers. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


def test_who_only_tells_of_it_took_no_part(told: Any) -> None:
    text = (
        "Minister of Foreign Affairs of the Republic of Kazakhstan Murat Serikov received Ambassador of the French Republic "
        "to the Republic of Kazakhstan Claire Moreau, Zhanalyk.kz cites the Kazakh MFA."
    )
    entities, facts = told(text)
    assert facts.hold("participation|Claire Moreau|Meeting") and facts.hold("represents|Claire Moreau|France")
    assert not facts.hold("participation|Zhanalyk.kz") and not facts.hold("participation|Ministry")
    assert len([line for line in entities if line.startswith("Organization")]) == 2


def test_each_document_of_a_list_has_its_parties(told: Any) -> None:
    text = (
        "The University of Leeds and Satbayev University signed a memorandum on research, an agreement on student exchange "
        "and a roadmap on libraries."
    )
    _, facts = told(text)
    for document in ("Memorandum on research", "Agreement on student exchange", "Roadmap on libraries"):
        assert facts.hold(f"party|University of Leeds|{document}") and facts.hold(f"party|Satbayev University|{document}")


def test_universities_of_a_state_are_not_the_state(told: Any) -> None:
    text = (
        "The forum was held in Astana. It was attended by students representing various UK universities, including the "
        "University of Leeds and Imperial College London."
    )
    _, facts = told(text)
    assert not facts.hold("participation|United Kingdom") and facts.hold("participation|Imperial College London")


def test_all_whose_representatives_came_took_part(told: Any) -> None:
    text = (
        "On March 14, 2018, a meeting of partners was held in Dushanbe with the participation of representatives of the Ministry "
        'of Justice of the Republic of Tajikistan, the business association "Tojir" and Public Fund "Obod".'
    )
    _, facts = told(text)
    for body in ("Ministry of Justice", "Tojir", "Obod"):
        assert facts.hold(f"participation|{body}|participant")


def test_both_whose_representatives_signed_are_parties(told: Any) -> None:
    text = 'The representatives of Public Fund "Obod" and the Ministry of Justice of Tajikistan signed a cooperation agreement.'
    _, facts = told(text)
    assert facts.hold("party|Obod") and facts.hold("party|Ministry of Justice")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("UK Minister of State for Europe Edward Langley visited Almaty on 5 May 2023.", "represents|Langley|United Kingdom"),
        (
            "The forum was opened by Helen Marsh, Pro-Vice-Chancellor of the University of Leeds.",
            "post|Helen Marsh|University of Leeds|Pro-Vice-Chancellor",
        ),
    ],
)
def test_who_speaks_for_whom(text: str, fact: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(fact), facts


def test_a_british_ambassador_is_not_at_the_kazakh_embassy(told: Any) -> None:
    text = (
        "The reception at the Kazakh Embassy in the United Kingdom was held on 5 May 2023. British Ambassador to Kazakhstan "
        "Anna Leeds congratulated the guests."
    )
    entities, facts = told(text)
    assert entities.hold("Person Anna Leeds") and not facts.hold("post|Anna Leeds")


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("Kazakh Foreign Minister Receives French Ambassador\n\nThe talks were held in Astana.", "Place Astana", "Person"),
        ("During her working programme Minister Anna Langley was received in Astana.", "Person Anna Langley", "Project"),
        (
            "The workshop was held in partnership with the Women Entrepreneurs' Association of Uzbekistan.",
            "Organization Women Entrepreneurs' Association of Uzbekistan",
            "Person",
        ),
    ],
)
def test_names_are_cut_right(text: str, wanted: str, unwanted: str, told: Any) -> None:
    entities, _ = told(text)
    assert entities.hold(wanted) and not entities.hold(unwanted), entities


def test_who_looks_on_signs_nothing(told: Any) -> None:
    text = (
        "The document was signed by Rector of Satbayev University Meirzhan Otarov and Principal of the University of Glasgow "
        "Anthony Miller in the presence of UK Consul General in Almaty Daniel Ross."
    )
    text = "The universities concluded a memorandum of cooperation on 5 May 2023. " + text
    _, facts = told(text)
    assert facts.hold("signatory|Anthony Miller") and not facts.hold("signatory|Daniel Ross")


def test_a_ministry_of_industry_is_no_chamber_of_industry(told: Any) -> None:
    text = (
        "Minister of Industry Alexander Shelkov visited Kostanay on 7 June 2023. He was accompanied by representatives of the "
        "Chamber of Commerce and Industry of Bashkortostan."
    )
    entities, facts = told(text)
    assert facts.hold("post|Alexander Shelkov|Ministry of Industry")
    assert entities.hold("Organization Chamber of Commerce and Industry of Bashkortostan")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trainers Zarina Usmonova and Pieter van den Berg spoke about reporting.", "Person Pieter van den Berg"),
        ("Presentations were made by H.E. Said Rustamov, Ambassador of Uzbekistan.", "Person Said Rustamov"),
        (
            'The training was organised by the Association of Women Lawyers "Himoya" in Bokhtar.',
            'Organization Association of Women Lawyers "Himoya"',
        ),
        ("The hub is part of the UK-funded programme “Open Voices”.", "Project Open Voices"),
    ],
)
def test_whole_names(text: str, wanted: str, told: Any) -> None:
    entities, _ = told(text)
    assert entities.hold(wanted) and not entities.hold("Project UK-funded"), entities


def test_to_launch_a_degree_is_no_event(told: Any) -> None:
    text = "KIMEP and University of Glasgow launch double degree\n\nThe universities signed an agreement on Tuesday."
    entities, _ = told(text)
    assert not entities.hold("Event")


def test_where_a_body_is_based_is_not_its_name(told: Any) -> None:
    entities, _ = told("The memorandum was signed with the UK-based Civic Bridge Trust in Oral.")
    assert entities.hold("Organization Civic Bridge Trust GB")


def test_who_leads_a_delegation_takes_part(told: Any) -> None:
    text = "A delegation from Saratov Region, led by Boris Shinchuk, took part in the forum. The forum was held in Oral."
    _, facts = told(text)
    assert facts.hold("participation|Boris Shinchuk|participant") and not facts.hold("participation|Boris Shinchuk|speaker")
