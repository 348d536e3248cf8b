"""Russian words are looked up in pymorphy3's dictionary by our own walk: it finds what pymorphy3's finds."""

from __future__ import annotations

import pymorphy3
import pytest
from seriktes.text.automaton import Walked, quickened

WORDS = """
    министерство еще ёлка елка веселье Астане министр-ом северо-западный бутявкать экс-министр Назарбаев А П. XXI 12 , The где-то
    по-казахски нефтегазопереработчик жеребёнок перелет все всё ее берёте ъъъ е
""".split()


@pytest.fixture(scope="module")
def analyzers() -> tuple[pymorphy3.MorphAnalyzer, pymorphy3.MorphAnalyzer]:
    return pymorphy3.MorphAnalyzer(lang="ru"), quickened(pymorphy3.MorphAnalyzer(lang="ru"))


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_read_the_same(word: str, analyzers: tuple[pymorphy3.MorphAnalyzer, pymorphy3.MorphAnalyzer]) -> None:
    slow, fast = analyzers
    told = [
        [(p.word, str(p.tag), p.normal_form, p.score, p.is_known, [form.word for form in p.lexeme]) for p in analyzer.parse(word)]
        for analyzer in (slow, fast)
    ]
    assert told[0] == told[1]


def test_the_walk_is_ours(analyzers: tuple[pymorphy3.MorphAnalyzer, pymorphy3.MorphAnalyzer]) -> None:
    assert type(analyzers[1].dictionary.words.dct) is Walked
    assert quickened(analyzers[1]) is analyzers[1]
