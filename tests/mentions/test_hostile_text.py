"""Texts meant to break a reader: endless sentences and words, invisible and turning characters, half characters, other scripts.

All must be read without a crash, with offsets that repeat the text, and with work that grows in step with the length.
"""

import random
import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.model import Annotation, Document
from seriktes.pipeline import annotate
from seriktes.text.sentences import split_sentences

LANGUAGES = ("kk", "ru", "en")
#: Names and facts to find, so that every step has work to do.
SENTENCES = {
    "kk": "«Тірек» қоры мен Сыртқы істер министрлігі Астанада меморандумға қол қойды, оған Т. Оразалин қатысты, ",
    "ru": "фонд «Тірек» и Министерство культуры подписали в Астане меморандум, в котором принял участие Т. Оразалин, ",
    "en": "the Tirek Foundation and the Ministry of Culture signed a memorandum in Astana, attended by T. Orazalin, ",
}
NASTY = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # invisible
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"  # turning the line
    "\ud800\udbff\udc00\udfff\x00\x1b\x7f\u0085\u2028\u2029"  # half characters, controls, line ends
    "\u0301\u0489\u20dd\ufe0f"  # marks on the letter before
    "العربية中文かな한글ქართულიहिन्दी𝔘𓀀👩🏽"  # other scripts and planes
    "«»“”„\"'’()[].,;:!?–—-…№§ \xa0\n\t"
)
WORDS = (
    "Қазақстан",
    "БҰҰ-ның",
    "қоры",
    "С.",
    "Министерство",
    "фонд",
    "memorandum",
    "Astana",
    "2024",
    "16",
    "қол қойды",
    "подписали",
)


def document(text: str, language: str = "kk") -> Document:
    return Document("hostile", "hostile.txt", text, language, split_sentences(text, default=language))


def check_offsets(annotation: Annotation) -> None:
    text = annotation.document.text
    for entity in annotation.entities:
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == annotation.document.slice(mention) == mention.text
    for fact in annotation.facts:
        assert text[fact.evidence.start : fact.evidence.end].strip()


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_a_hundred_thousand_characters(language: str) -> None:
    text = SENTENCES[language] * (100_000 // len(SENTENCES[language]) + 1)
    found = annotate(document(text, language))
    assert len(text) >= 100_000 and found.entities
    check_offsets(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "word",
    [
        "а" * 10_000,
        "Ә" * 10_000,
        "Қаз-" * 2_500,
        "А." * 5_000,
        "O'" * 5_000,
        "а\u0301" * 5_000,
        "а\u200d" * 5_000,
        "9.9," * 2_500,
        "«" * 10_000,
    ],
    ids=["small", "capitals", "hyphens", "initials", "apostrophes", "accents", "joiners", "digits", "quotes"],
)
def test_a_word_of_ten_thousand_characters(language: str, word: str) -> None:
    check_offsets(annotate(document(f"{SENTENCES[language]}{word} {SENTENCES[language]}", language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("char", NASTY[:34], ids=lambda c: f"U+{ord(c):04X}")
def test_a_nasty_character_in_every_gap_and_inside_words(language: str, char: str) -> None:
    text = SENTENCES[language].replace(" ", f" {char}").replace("ар", f"а{char}р") + char
    check_offsets(annotate(document(text, language)))


@pytest.mark.parametrize(
    "text",
    ["الاتفاق وقّع في أستانا.", "中华人民共和国外交部在阿斯塔纳签署备忘录。", "საქართველოს საგარეო", "𝔘𝔫𝔦𝔬𝔫 👩‍👩‍👧‍👦 ﬁ ẞ İ Ǆ"],
)
def test_other_scripts_beside_ours(text: str) -> None:
    check_offsets(annotate(document(f"{SENTENCES['kk']}{text} {SENTENCES['ru']}{text}\n{text}")))


@given(
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.text(alphabet=st.sampled_from(NASTY), min_size=1, max_size=4), st.text(max_size=6)),
        max_size=60,
    ),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=30, deadline=None)
def test_any_mixture_is_read_with_offsets_that_repeat_it(pieces: list[str], language: str) -> None:
    check_offsets(annotate(document(" ".join(pieces), language)))


def work(text: str, language: str) -> int:
    """Calls of functions, of Python and C, that reading a text takes: the same on every machine."""
    made = document(text, language)
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        annotate(made)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("copies", [6, pytest.param(60, marks=pytest.mark.slow)])
@pytest.mark.parametrize("joint", [" ", "\n"], ids=["one sentence", "many paragraphs"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_work_grows_with_the_length(language: str, joint: str, copies: int) -> None:
    """Four times the text takes four times the work; sixteen times would be quadratic."""
    short, long = (joint.join([SENTENCES[language]] * number) for number in (copies, 4 * copies))
    work(short, language)  # takes in the lists
    assert work(long, language) < 6 * work(short, language)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hundred_thousand_characters_of_words_without_sense(language: str) -> None:
    """Marks, brackets, quotes and capitals in any order: what rules that look for a partner might search for long."""
    dice = random.Random(7)
    pieces = [*WORDS, *"«»“”„\"'()[]–—-…,.:;№•|/", "А.", "ЖШС", "Мен", "и", "of", "the"]
    text = " ".join(dice.choice(pieces) for _ in range(100_000 // 6))
    check_offsets(annotate(document(text, language)))


@pytest.mark.parametrize(
    "text",
    [
        "The forum took place in Almaty.\n\nThey were joined by Chevening\n\nEdinburgh",
        "The forum took place in Almaty. The Tirek Foundation (Baku,",
        "Forum",
        "Форум «Мост\n\n(Астана,",
        "Форум өтті.\n\nТірек қоры (Астана,",
    ],
)
def test_a_line_that_breaks_off_is_read(text: str) -> None:
    check_offsets(annotate(document(text, "en" if text.isascii() else "kk")))
