"""A Russian word is read as pymorphy3 reads it: by our own way where it stands in the dictionary, by its rules where it does not."""

from __future__ import annotations

import subprocess
import sys

import pymorphy3
import pytest
from seriktes.text.russian import parses

WORDS = """
    форум форумом министерствами стали все ёлка елку берег замок рабочим наибольшего поскорее людей шёл ближайшее Кокшетау
    Сапаровой киберпартия экс-посол где-то Е в 12 , XXI mix Director Counsellor's OECD-ге
""".split()
WANTED = ({"nomn", "sing"}, {"nomn", "plur"}, {"ablt"}, {"loc2"}, {"femn", "sing"}, {"voct"})


@pytest.fixture(scope="module")
def analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_read_as_pymorphy3_reads_it(word: str, analyzer: pymorphy3.MorphAnalyzer) -> None:
    theirs = [
        (p.word, p.normal_form, p.score, p.is_known, p.tag.POS, p.tag.case, p.tag.number, set(p.tag.grammemes))
        for p in analyzer.parse(word)
    ]
    ours = [
        (
            p.word,
            p.normal_form,
            p.score,
            p.is_known,
            p.tag.POS,
            p.tag.case,
            p.tag.number,
            {g for g in theirs[0][-1] if g in p.tag},
        )
        for p in parses(word)
    ]
    assert [reading[:-1] for reading in ours] == [reading[:-1] for reading in theirs]
    assert ours[0][-1] == theirs[0][-1]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_inflected_as_pymorphy3_does_it(word: str, analyzer: pymorphy3.MorphAnalyzer) -> None:
    for wanted in WANTED:
        turned = [p.inflect(wanted) for p in analyzer.parse(word)]
        assert [p.inflect(wanted) for p in parses(word)] == [form.word if form else None for form in turned]


def test_a_word_in_latin_letters_needs_no_dictionary() -> None:
    asked = "import sys; from seriktes.text.russian import lemma; print(lemma('Envoy'), 'pymorphy3' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["envoy", "False"]
