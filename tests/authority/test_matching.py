"""Listed names found in any inflection; the brackets hold the keys that should be found."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.authority.matching import Matcher, matcher, records_named
from seriktes.authority.records import load_authority
from seriktes.model import Language
from seriktes.text.tokens import tokenize

_MARK = re.compile(r"\[(?P<text>[^\]]+?) ?= ?(?P<key>[\w-]+)\]")


def found(text: str, language: Language) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    return [(text[tokens[m.start].start : tokens[m.end - 1].end], m.records[0].key) for m in matcher().find(tokens, language)]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("kk", "Келісім [Қазақстан Республикасының Сыртқы істер министрлігінде = mfa-kazakhstan] жасалды."),
        ("kk", "[БҰҰ-ның = united-nations] [Қазақстандағы = kazakhstan] өкілі [Алматыдан = almaty] келді."),
        ("kk", "[Ресейге = russia] ұшты, [Қытайдан = china] оралды."),
        ("kk", "[Алматыға = almaty] хат келді"),
        ("ru", "Форум прошёл в [Оше = osh], [Баку = baku] и [Шымкенте = shymkent]."),
        ("ru", "Посол [Соединенного Королевства = united-kingdom] в [Республике Казахстан = kazakhstan]"),
        ("ru", "соседи из [Центральной Азии = central-asia] и [Китая = china]"),
        ("ru", "баки с водой, или азы грамматики"),
        ("en", "[Kazakhstan’s = kazakhstan] envoy met the [United Nations = united-nations] in [Tashkent = tashkent]"),
        ("en", "They told us so."),
    ],
)
def test_found(language: Language, marked: str) -> None:
    text = _MARK.sub(lambda m: m["text"], marked)
    assert found(text, language) == [(m["text"], m["key"]) for m in _MARK.finditer(marked)]


def test_the_longest_name_wins_wherever_it_begins() -> None:
    assert found("in the West Kazakhstan Region", "en") == [("West Kazakhstan Region", "west-kazakhstan-region")]


def test_an_acronym_must_be_written_alike() -> None:
    assert found("us and them, who and what", "en") == []
    assert [key for _, key in found("the US and the WHO", "en")] == ["united-states", "who"]


def test_a_whole_string_may_be_a_name() -> None:
    named = records_named("Министерство иностранных дел Республики Казахстан", "ru")
    assert [record.key for record in named] == ["mfa-kazakhstan"]
    assert records_named("просто слова", "ru") == ()


@pytest.mark.parametrize(
    ("language", "text", "key"), [("ru", "Гости уехали в Уфу.", "ufa"), ("en", "Farmers thanked TİKA.", "tika")]
)
def test_what_is_found_does_not_hang_on_what_was_read_before(language: Language, text: str, key: str) -> None:
    """A short city in another case, a capital whose small letter is two: also as the first thing that a fresh matcher reads."""
    fresh = Matcher(load_authority().records)
    assert [match.records[0].key for match in fresh.find(tokenize(text), language)] == [key]


@given(st.text(max_size=80), st.sampled_from(["kk", "ru", "en"]))
@settings(max_examples=150, deadline=None)
def test_any_text_may_come(text: str, language: Language) -> None:
    tokens = tokenize(text)
    end = 0
    for match in matcher().find(tokens, language):
        assert end <= match.start < match.end <= len(tokens)
        end = match.end


def test_time_grows_with_the_text() -> None:
    words = "Қазақстан Республикасының Сыртқы істер министрлігі мен Біріккен Ұлттар Ұйымы келісті. " * 40

    def seconds(text: str) -> float:
        tokens = tokenize(text)
        started = time.process_time()
        list(matcher().find(tokens, "kk"))
        return time.process_time() - started

    seconds(words)
    assert min(seconds(words * 4) for _ in range(3)) < 12 * max(min(seconds(words) for _ in range(3)), 1e-4)
