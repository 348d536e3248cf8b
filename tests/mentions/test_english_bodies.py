"""English bodies put right after the tagger: countries are none, short forms in brackets behind one are."""

from __future__ import annotations

import pytest
from seriktes.mentions.tagging.english_bodies import put_right
from seriktes.mentions.tagging.named import Named
from seriktes.text.tokens import tokenize


def _read(text: str, name: str) -> list[tuple[str, str]]:
    """What becomes of a body of a sentence."""
    tokens = tokenize(text)
    start = text.index(name)
    inside = [i for i, token in enumerate(tokens) if start <= token.start < start + len(name)]
    found = put_right(tokens, [Named(inside[0], inside[-1] + 1, "Organization", 0.9)])
    return [(text[tokens[n.start].start : tokens[n.end - 1].end], n.label) for n in found]


@pytest.mark.parametrize("country", ["Norway", "United Arab Emirates"])
def test_a_country_is_no_body(country: str) -> None:
    assert _read(f"Grain came from {country} too.", country) == [(country, "Place")]


def test_a_body_with_a_country_in_its_name_stays() -> None:
    assert _read("The Bank of Norway agreed.", "Bank of Norway") == [("Bank of Norway", "Organization")]


@pytest.mark.parametrize(
    ("brackets", "short"), [("(HRC)", "HRC"), ("(HoRC, later HC)", "HoRC"), ("(Norway)", ""), ("(US)", ""), ("(2019)", "")]
)
def test_a_short_form_in_brackets_behind_a_body_is_a_body(brackets: str, short: str) -> None:
    found = _read(f"The Herring Research Council {brackets} met.", "Herring Research Council")
    assert found[1:] == ([(short, "Organization")] if short else [])


def test_the_short_form_of_a_post_is_no_body() -> None:
    assert _read("The Keeper of the Herring Museum (KHM) left.", "Herring Museum") == [("Herring Museum", "Organization")]
    assert len(_read("The Keeper of the Herring Museum (HM) left.", "Herring Museum")) == 2
