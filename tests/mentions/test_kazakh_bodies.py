"""Kazakh bodies that the tagger left alone: ministries and listed ones."""

from __future__ import annotations

import pytest
from seriktes.mentions.tagging.kazakh_bodies import bodies_left
from seriktes.mentions.tagging.named import Named
from seriktes.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Еңбек және халықты әлеуметтік қорғау министрлігі жауап берді.", "Еңбек және халықты әлеуметтік қорғау министрлігі"),
        ("Бас прокуратурада жиын өтті.", "Бас прокуратурада"),
        ("Кеше полиция департаменті жауап берді.", ""),
        ("Осы мәселені министрлік қарады.", ""),
        ("Кеше министрліктер жауап берді.", ""),
        ("Кеше бала кітап қорын көрді.", ""),
    ],
)
def test_ministries_and_listed_bodies_are_found(text: str, found: str) -> None:
    tokens = tokenize(text)
    bodies = list(bodies_left([token.text for token in tokens], []))
    assert [text[tokens[b.start].start : tokens[b.end - 1].end] for b in bodies] == ([found] if found else [])


def test_what_lies_in_a_name_is_left() -> None:
    words = "Еңбек министрлігі жауап берді".split()
    assert list(bodies_left(words, [Named(0, 2, "Organization", 0.9)])) == []
