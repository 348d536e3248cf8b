"""What is searched in sentences is found in one look, and as the regular expressions of the same patterns tell it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import seriktes.facts
from seriktes.facts.data import FAMILIES, SEARCHED, frames, searched, word_file
from seriktes.facts.patterns import compile_patterns
from seriktes.facts.phrases import Phrases, phrase
from seriktes.model import Language

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


def patterns(language: Language) -> list[str]:
    known = [frame for family in FAMILIES for frame in frames(language, family)]
    listed = [pattern for name in SEARCHED for pattern in word_file(language).get(name, ())]
    return [*(p for frame in known for p in (*frame.triggers, *frame.forbids)), *listed]


def places(pattern: str, row: list[str]) -> set[tuple[int, int]]:
    """Where a pattern stands, found by its key word; of those that begin together the first."""
    near = Phrases([("group", [(0, pattern)])]).near(row)
    found = [at for place, one in near.get("group", ()) for at in one.found(tuple(row), place)]
    return {min(at for at in found if at[0] == first) for first, _ in found}


def told_by_expression(pattern: str, row: list[str]) -> set[tuple[int, int]]:
    joined = f" {' '.join(row)} "
    found = set()
    for first in range(len(row)):
        start = len(" ".join(row[:first])) + (first > 0)
        match = compile_patterns((pattern,)).match(joined, start)
        if match is not None:
            found.add((first, first + len(match.group().split()) - 1))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_stands_where_its_expression_stands(language: Language) -> None:
    for pattern in patterns(language):
        for gap in ("", "және сол", "бір екі үш", "№1. т.б."):
            said = re.sub(r"~+", gap, pattern.replace("*", "ған")).split()
            for row in (["алдын", *said, "кейін", *said], [*said[1:], "."], [*said[:-1], "мен", said[-1]]):
                assert places(pattern, row) == told_by_expression(pattern, row), (pattern, row)


@pytest.mark.parametrize(
    ("pattern", "row"),
    [
        ("қол қой*", "олар келісімге қол қойды да , қол қоймады"),
        ("*тік емес", "үкіметтік емес ұйым ресми емес"),
        ("met ~ with", "they met on Monday evening with us and met . with them"),
        ("organi*ed", "organised organized organed organis"),
        ("<Event> ~~ өтті", "<Event> бүгін қалада өтті <Event> өтті"),
        ("х и х", "х и х и х"),
    ],
)
def test_stars_and_gaps_mean_what_they_mean_in_expressions(pattern: str, row: str) -> None:
    assert places(pattern, row.split()) == told_by_expression(pattern, row.split()) != set()


@pytest.mark.parametrize("pattern", ["", "~ кейін", "серіктесі ~", "*қол*"])
def test_what_is_no_pattern_is_named(pattern: str) -> None:
    with pytest.raises(ValueError, match="no pattern of words"):
        phrase(pattern)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_with_no_word_of_a_rule_is_near_none(language: Language) -> None:
    assert searched(language).near(["1", "2", "<Person>", "."]) == {}


def test_each_list_that_is_asked_of_a_sentence_is_searched() -> None:
    asked = {
        node.args[1].value
        for path in Path(seriktes.facts.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("says", "says_within", "may_say")
        and isinstance(node.args[1], ast.Constant)
    }
    assert asked <= set(SEARCHED)
    assert all(any(name in word_file(language) for language in LANGUAGES) for name in SEARCHED)
