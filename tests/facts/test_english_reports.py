"""How English reports tell of meetings, visits and who was there without a named event. The sentences are the project's own."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.model import Annotation
from seriktes.pipeline import annotate


def read(text: str) -> Annotation:
    return annotate(read_text(text.encode(), "test", "test.txt"))


def told(text: str) -> set[str]:
    annotation = read(text)
    names = {e.id: e.name for e in annotation.entities}
    return {
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {f.values.get('start', '')}".strip()
        for f in annotation.facts
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "On 12 May 2023, Deputy Foreign Minister Askar Nurlanov met with the Ambassador of Hungary, Judit Szabo, in Astana.",
            ["participation Askar Nurlanov > Meeting", "participation Judit Szabo > Meeting", "dated Meeting 2023-05-12"],
        ),
        (
            "Education was the subject of a meeting between Rector Askar Nurlanov and Judit Szabo, Head of the OSCE Academy.",
            ["participation Askar Nurlanov > Meeting", "participation Judit Szabo > Meeting"],
        ),
        (
            "From 14 to 16 May 2024, the OSCE Programme Office in Astana co-organized a training seminar for judges in Almaty.",
            ["participation OSCE Programme Office in Astana > Training seminar", "located Training seminar > Almaty"],
        ),
        (
            "The British Council, in partnership with the Eurasia Foundation, held the Silk Road Teaching Conference in Samarkand.",
            ["participation British Council > Silk Road Teaching Conference"],
        ),
        (
            "The talks on trade opened in Geneva on Monday. Turkmenistan was represented at the talks by Deputy Foreign Minister Vepa Orazov.",
            ["participation Turkmenistan > Talks", "represents Vepa Orazov > Turkmenistan"],
        ),
        (
            "A consultation took place in Osh. Officials from Kazakhstan participated, along with aid workers and agencies including UNICEF.",
            ["participation Kazakhstan > Consultation", "participation UNICEF > Consultation"],
        ),
        (
            "The Presidents of Kazakhstan, Askar Nurlanov, and of Hungary, Judit Szabo, attended the summit in Budapest.",
            ["represents Askar Nurlanov > Kazakhstan", "represents Judit Szabo > Hungary"],
        ),
        (
            "A delegation of the University of Leeds, headed by Vice-Provost Judit Szabo, arrived in Almaty on 3 June 2024.",
            ["post Judit Szabo > University of Leeds", "located Visit > Almaty"],
        ),
        (
            "The delegates agreed on a common plan. Tashkent will host the Silk Road Energy Forum in 2026.",
            ["located Silk Road Energy Forum > Tashkent"],
        ),
        ("Judit Szabo has been appointed Head of the OSCE Academy in Bishkek.", ["post Judit Szabo > OSCE Academy in Bishkek"]),
    ],
)
def test_reports_that_tell_their_event_in_plain_words(text: str, facts: list[str]) -> None:
    assert set(facts) <= told(text), sorted(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Foreign Minister Askar Nurlanov will meet with the Ambassador of Hungary, Judit Szabo, in Astana.",
        "The director, Robert Grant, regularly meets with officials from Kazakhstan and Hungary.",
        "Neither Rector Askar Nurlanov nor Ambassador Judit Szabo attended the dinner.",
    ],
)
def test_habits_plans_and_denials_are_no_meetings(text: str) -> None:
    assert not [line for line in told(text) if line.startswith("participation")]


def test_a_body_in_brackets_or_before_a_title_takes_no_part() -> None:
    facts = told("The council meeting in Astana was attended by Askar Nurlanov (KazISS) and EU Ambassador Judit Szabo.")
    assert not [line for line in facts if line.startswith(("participation KazISS", "participation EU"))]
