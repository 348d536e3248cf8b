"""What openings of real English press pages taught, told in own sentences: events, schools, projects, titles, sources."""

from __future__ import annotations

from typing import Any

import pytest


def test_a_lecture_series_is_held(told: Any) -> None:
    _, facts = told(
        "A lecture series on water law took place from 5 to 7 November 2024 at the Institute of Diplomacy of Tajikistan. "
        "The OSCE Programme Office in Dushanbe organized the three-day course."
    )
    assert facts.hold("dated Lecture series|2024-11-05 2024-11-07")
    assert facts.hold("participation|OSCE Programme Office in Dushanbe|Lecture series|organizer")


def test_a_title_that_calls_itself_a_project_is_no_event(told: Any) -> None:
    entities, facts = told(
        "On 20 March 2024 Mr. Kenji Aoki, Ambassador of Japan to Tajikistan, attended a handover ceremony to mark the completion "
        "of “The Project for Construction of a Sewing Centre in Vose District”."
    )
    assert entities.hold("Project The Project for Construction of a Sewing Centre")
    assert facts.hold("participation|Kenji Aoki|andover ceremony")


def test_what_an_appositive_clause_begins_with_is_no_project(told: Any) -> None:
    entities, _ = told("According to the Embassy of Japan in Dushanbe, the project was funded by the Government of Japan.")
    assert not entities.hold("Project According")


def test_the_meeting_told_first_is_what_the_report_is_about(told: Any) -> None:
    _, facts = told(
        "President of the Chamber Aidar Omarov met with the Assistant Secretary-General of the United Nations Milena Novak. "
        "Aidar Omarov thanked her for her part in the exhibition of photographs, which was held on 24 September 2024 at the "
        "library in New York."
    )
    assert facts.hold("participation|Aidar Omarov|Meeting") and facts.hold("participation|Milena Novak|Meeting")


def test_events_only_spoken_of_have_no_speakers(told: Any) -> None:
    _, facts = told(
        "A reception was held in London on 5 May 2017. The United Kingdom confirmed its participation at EXPO 2017. "
        "Mr Daniyar Seitov, a lecturer at the University of Leeds, noted that the dialogue “Steppe and Sea” was useful."
    )
    assert facts.hold("participation|Daniyar Seitov|Reception") and not facts.hold("participation|Daniyar Seitov|EXPO")
    assert not facts.hold("participation|Daniyar Seitov|Steppe")


def test_numbered_schools_have_directors(told: Any) -> None:
    entities, facts = told(
        "Representatives of School-Gymnasium № 12 (Director – Zhanar A. Mukasheva), Secondary School No. 24 (Director: Lyazzat "
        "Maratova) and Lev Gumilev Gymnasium № 38 took part in the meeting."
    )
    assert entities.hold("Organization Lev Gumilev Gymnasium № 38")
    assert facts.hold("post Zhanar A. Mukasheva > School-Gymnasium № 12 Director")
    assert facts.hold("post Lyazzat Maratova > Secondary School No. 24 Director")


def test_heads_of_districts_speak_for_them(told: Any) -> None:
    _, facts = told(
        "The ceremony was attended by Ms. Nigora Saidova, Chairperson of Vose District, and head of Rasht district Aziz Safarov."
    )
    assert facts.hold("represents Nigora Saidova > Vose District") and facts.hold("represents Aziz Safarov > Rasht")
    assert facts.hold("participation|Aziz Safarov|Ceremony")


def test_who_only_reports_organises_nothing(told: Any) -> None:
    _, facts = told(
        "The forum was organized by the Bridges for Trade (B4T) project funded by the European Union and implemented by the Oral "
        "Youth Association and the Dostyk Foundation, the US Embassy in Uzbekistan reported."
    )
    assert facts.hold("implements|Oral Youth Association|Bridges for Trade")
    assert facts.hold("implements|Dostyk Foundation|Bridges for Trade")
    assert not facts.hold("US Embassy")


def test_a_project_is_located_where_it_is_carried_out(told: Any) -> None:
    _, facts = told("The Golden Steppe program is implemented in Kazakhstan, Tajikistan and Uzbekistan with local colleges.")
    assert all(facts.hold(f"located Golden Steppe > {state}") for state in ("Kazakhstan", "Tajikistan", "Uzbekistan"))


@pytest.mark.parametrize(
    ("text", "project", "bodies"),
    [
        (
            "BRIGHT is a project to protect readers. It is implemented by the Association of Librarians (AL) together with the "
            "Naryn Youth Centre.",
            "BRIGHT",
            ("Association of Librarians", "Naryn Youth Centre"),
        ),
        (
            "Empowerment of rural teachers in Kyrgyzstan, implemented by the Konrad Adenauer Foundation (KAS) in cooperation with the "
            "Osh Teachers Association.",
            "Empowerment of rural teachers",
            ("Konrad Adenauer Foundation", "Osh Teachers Association"),
        ),
    ],
)
def test_projects_named_by_a_definition_or_a_list(text: str, project: str, bodies: tuple[str, ...], told: Any) -> None:
    _, facts = told(f"The foundation told of its projects on 5 May 2024 in Bishkek.\n\nNew projects:\n\n{text}")
    assert all(facts.hold(f"implements|{body}|{project}") for body in bodies)
    assert not facts.hold("cooperation")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "UK Secretary of State for Foreign and Commonwealth Affairs Helen Marsh visited Almaty on 5 May 2016.",
            "post Helen Marsh|Secretary of State",
        ),
        (
            "Helen Marsh, UK Minister of State at the Department for Business and Trade, visited Almaty on 5 May 2024.",
            "post Helen Marsh > Department for Business and Trade|Minister of State",
        ),
        ("Rector of L. Gumilyov ENU Yerlan Saparov opened the forum.", "post Yerlan Saparov > |ENU|Rector"),
        (
            "Abdul Saidov, professor and the Chairman of the Association of Lawyers, opened the forum.",
            "post Abdul Saidov > Association of Lawyers Chairman",
        ),
        (
            "The meeting was chaired by the Head of the Department for Political and Economic Research of the Presidential "
            "Administration, Mr. Almas Isaev.",
            "post Almas Isaev > Department for Political and Economic Research of the Presidential Administration Head",
        ),
    ],
)
def test_whose_posts(text: str, fact: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(fact), facts


def test_an_ambassador_named_last_is_not_of_the_first_ones_state(told: Any) -> None:
    _, facts = told(
        "The delegation was accompanied by Kenji Aoki, Ambassador of Japan to Tajikistan and Ambassador Tuula Mäki, Head of the OSCE "
        "Programme Office in Dushanbe."
    )
    assert facts.hold("represents Kenji Aoki > Japan") and not facts.hold("represents Tuula")
    assert facts.hold("post Tuula Mäki > OSCE Programme Office in Dushanbe Head")


def test_towns_behind_in_are_no_partners(told: Any) -> None:
    _, facts = told("The partnership between KIMEP University and colleges in Osh and Naryn is growing.")
    assert not facts.hold("cooperation")


def test_a_second_meeting_with_its_own_day(told: Any) -> None:
    _, facts = told(
        "The forum “Green Steppe” was held in Almaty on 5 May 2024. On 12 June 2024 a review meeting of the project brought together "
        "the Oral Youth Association and the Dostyk Foundation. It was chaired by Lucia Brand."
    )
    assert facts.hold("dated Review meeting|2024-06-12") or facts.hold("dated Meeting|2024-06-12")
    assert facts.hold("participation|Dostyk Foundation|eeting") and facts.hold("participation|Lucia Brand|eeting|moderator")


def test_the_day_a_report_was_sent_dates_nothing(told: Any) -> None:
    _, facts = told("Bishkek, April 24, 2024 – The University of Leeds and KIMEP University held consultations in Bishkek.")
    assert not facts.hold("dated")


def test_a_visit_to_somewhere(told: Any) -> None:
    _, facts = told(
        "Vice-Rector Jonas Urbonas led a delegation from Lithuania on a three-day visit to Bishkek. The guests spoke with students."
    )
    assert facts.hold("located|isit > Bishkek")


def test_the_subject_begins_at_its_article(told: Any) -> None:
    _, facts = told("On Friday the Dostyk Center hosted the seminar “Work for All”, prepared jointly by the Embassy of Japan.")
    assert facts.hold("participation|Dostyk Center|Work for All|host")
    assert facts.hold("participation|Embassy of Japan|Work for All|organizer")


def test_a_university_called_after_a_person_is_no_person(told: Any) -> None:
    entities, _ = told("It is known that Vytautas Magnus University joined the archive in 2023.")
    assert entities.hold("Organization Vytautas Magnus University") and not entities.hold("Person")


def test_a_numbered_forum_without_a_tail_is_named(told: Any) -> None:
    entities, facts = told(
        "The 10th Civil Forum began online on November 22, 2021 and was held by the Civil Alliance of Kazakhstan."
    )
    assert entities.hold("Event 10th Civil Forum") and facts.hold("dated 10th Civil Forum|2021-11-22")


def test_what_was_cancelled_is_told_apart(told: Any) -> None:
    _, facts = told(
        "The forum was held in Aktobe on 24 September 2024. Delegations arrived from Poland and Georgia; a planned group from Oman "
        "was cancelled."
    )
    assert facts.hold("participation|Poland|Forum") and facts.hold("participation|Georgia|Forum")
    assert not facts.hold("participation|Oman")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The forum was opened by Askhat Duisenov, who heads the Dostyk Foundation.",
            "post Askhat Duisenov > Dostyk Foundation heads",
        ),
        (
            "Selin Aydin, regional adviser on youth at UNFPA, took part in the forum.",
            "post Selin Aydin > |UNFPA|regional adviser on youth",
        ),
        ("Presidents Vladimir Petrov of Russia and Kasym Tokaev of Kazakhstan met.", "represents Kasym Tokaev > Kazakhstan"),
    ],
)
def test_posts_told_behind_the_name(text: str, fact: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(fact), facts


def test_a_declaration_has_the_day_not_in_its_name(told: Any) -> None:
    entities, facts = told("The Ministers of Kazakhstan and Uzbekistan signed a joint declaration on 5 May 2020.")
    assert entities.hold("Agreement Joint declaration KZ") or entities.hold("Agreement Joint declaration ")
    assert facts.hold("dated Joint declaration 2020-05-05")


def test_who_signs_a_project_carries_it_out(told: Any) -> None:
    _, facts = told(
        "The project “Ready for Floods” was signed in Dushanbe between the Committee of Emergency Situations, UNDP and the Government "
        "of Japan."
    )
    assert facts.hold("implements|Committee of Emergency Situations|Ready for Floods") and facts.hold(
        "implements|UNDP|Ready for Floods"
    )


def test_summits_elsewhere_do_not_date_the_call(told: Any) -> None:
    _, facts = told(
        "The Minister Aidar Omarov had a telephone conversation with the Minister Davlat Saidov. They praised the agreements reached at "
        "the summits held on 16 September 2021 in Dushanbe."
    )
    assert not facts.hold("dated Telephone conversation") and not facts.hold("located Telephone conversation")


def test_for_whom_a_centre_is_belongs_to_its_name(told: Any) -> None:
    entities, facts = told("The delegation visited the OSCE-supported Women’s Resource Centre in Khorog on 5 May 2022.")
    assert entities.hold("Organization Women’s Resource Centre") and facts.hold("located Women’s Resource Centre > Khorog")
