"""Who runs a project by the words beside its name, and sides that are listed: own sentences."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate

RUNS = {
    'The Birlik Foundation\'s new three-year project "Clean Rivers" has helped 300 farmers.': {"Birlik Foundation"},
    "The Clean Rivers initiative of the Birlik Foundation covers three regions.": {"Birlik Foundation"},
    "Under its Clean Rivers programme, the Birlik Foundation will fund ten schools.": {"Birlik Foundation"},
    "The Birlik Foundation denied that it runs the Clean Rivers project.": set(),
}
SIDES = {
    "The declaration was signed by Kazakhstan, Kyrgyzstan and Uzbekistan in Taraz on 5 May 2024.": 3,
    "Taraz University signed a memorandum with the University of Leeds, the Silk Road Trust and the Birlik Foundation.": 4,
    "Rectors Aidar Omarov and Anna Keller signed a memorandum on behalf of Taraz University and the University of Leeds.": 2,
}


def facts(text: str, type_: str) -> set[str]:
    found = annotate(read_text(text.encode(), "text", "text"))
    names = {e.id: e.name for e in found.entities}
    return {names[f.arguments["agent"]] for f in found.facts if f.type == type_}


@pytest.mark.parametrize("text", RUNS)
def test_the_owner_of_a_project_runs_it(text: str) -> None:
    assert facts(text, "implements") == RUNS[text]


@pytest.mark.parametrize("text", SIDES)
def test_all_sides_of_a_list_are_bound(text: str) -> None:
    assert len(facts(text, "party")) == SIDES[text]
