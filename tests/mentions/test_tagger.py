"""The trained taggers on sentences of our own, names drawn in; sizes, hostile input, reproducible training."""

import random
import re
import time
from pathlib import Path

import pytest
from seriktes.mentions.small_words import small_words, small_words_in_use
from seriktes.mentions.tagging import tagger
from seriktes.mentions.tagging.borders import settle
from seriktes.mentions.tagging.elsewhere import elsewhere
from seriktes.mentions.tagging.features import sentence_features
from seriktes.model import Sentence
from seriktes.text.sentences import split_sentences
from seriktes.text.tokens import tokenize
from seriktes.training.augment import made_up, unmarked
from seriktes.training.train import train_layer

SHORT = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


def sentence_of(text: str, language: str) -> Sentence:
    return Sentence(0, len(text), tokenize(text), language, 0)


def marked_by(text: str, language: str, labels: tuple[str, ...]) -> set[tuple[str, str]]:
    found = tagger.tag(text, sentence_of(text, language))
    return {(t.label, text[t.start : t.end]) for t in found if t.label in labels}


def drawn(marked: str) -> tuple[str, set[tuple[str, str]]]:
    names = {(SHORT[label], name) for label, name in re.findall(r"\[(\w+) ([^]]+)]", marked)}
    return re.sub(r"\[\w+ ([^]]+)]", r"\1", marked), names


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("kk", "Жиынға [PER Т.Оразалин], [PER М. Сүлейменова] және [PER Ернар ТӨЛЕУҒАЛИЕВ] қатысты."),
        ("kk", "[PER Салтанат Қожабекова] [LOC Астанада] [LOC Қазақстанның] тәжірибесі туралы айтты."),
        (
            "kk",
            "[ORG Қазақстан Республикасы Сыртқы істер министрлігі] мен [ORG «Жас қанат» қоғамдық қоры] меморандумға қол қойды.",
        ),
        ("kk", "[ORG Қазақстан Республикасының Мәдениет және ақпарат министрлігінде] отырыс өтті."),
        ("kk", "Отырыста [ORG «Ақ ниет» республикалық қоғамдық бірлестігінің] төрағасы [PER Данияр Мейірбеков] сөз сөйледі."),
        ("kk", "Іс-шара соңында қатысушылар қорытынды қарар қабылдады."),
        ("ru", "Меморандум подписали [PER А. Сулейменов] и [PER Ирина Воробьева]."),
        ("ru", "В [LOC Астане] состоялась встреча с [PER Ерболом Тлеубердиевым]."),
        ("ru", "Об этом сообщило [ORG Министерство иностранных дел Республики Казахстан]."),
        ("ru", "Проект реализует [ORG общественный фонд «Жас қанат»] при поддержке [ORG ЮНИСЕФ]."),
        ("ru", "Стороны обсудили вопросы двустороннего сотрудничества."),
        ("en", "The memorandum was signed by [PER A. Suleimenov] and [PER Helen Whitfield]."),
        ("en", "The [ORG Ministry of Foreign Affairs of the Republic of Kazakhstan] hosted a meeting in [LOC Astana]."),
        ("en", "[PER Yerbol TLEUBERDIYEV] visited [LOC Kazakhstan] and [LOC Uzbekistan]."),
        ("en", "The sides discussed bilateral cooperation."),
    ],
)
def test_names(language: str, marked: str) -> None:
    text, names = drawn(marked)
    assert marked_by(text, language, tuple(SHORT.values())) == names


def test_who_was_a_president_has_the_post_of_a_president() -> None:
    assert ("Post", "президент Польши") in marked_by("Вчера экс-президент Польши приехал в Астану.", "ru", ("Post",))


@pytest.mark.parametrize(
    ("language", "text", "post"),
    [
        ("kk", "Жиында «Ақ ниет» қорының атқарушы директоры Данияр Мейірбеков сөз сөйледі.", "атқарушы директоры"),
        ("ru", "В форуме участвовал исполнительный директор фонда «Жас қанат» Данияр Ким.", "исполнительный директор"),
        ("en", "Helen Whitfield, Executive Director of the Green Steppe Foundation, spoke first.", "Executive Director"),
    ],
)
def test_posts_hold_the_title(language: str, text: str, post: str) -> None:
    assert any(post in found for _, found in marked_by(text, language, ("Post",)))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "kk",
            "Қорда «Жастар және қоғам: жаңа мүмкіндіктер» атты халықаралық конференция өтті.",
            ("Event", "Жастар және қоғам: жаңа мүмкіндіктер"),
        ),
        ("kk", "Қор «Жасыл ауыл» жобасын іске асырады.", ("Project", "Жасыл ауыл")),
        ("ru", "Фонд реализует проект «Зеленое село».", ("Project", "Зеленое село")),
        ("en", "Under the Green Village initiative, the centre trained teachers.", ("Project", "Green Village")),
    ],
)
def test_titles(language: str, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in marked_by(text, language, ("Event", "Project"))


def test_batch_and_single_agree() -> None:
    text = "Қазақстан Сыртқы істер министрлігі хабарлады.\nВ Астане прошел форум.\nKathy Moore visited Almaty."
    sentences = split_sentences(text)
    assert tagger.tag_sentences(text, sentences) == [tagger.tag(text, s) for s in sentences]


def test_scores_are_probabilities_and_spans_lie_in_the_sentence() -> None:
    text = "— Басы. Отырыста «Ақ ниет» қорының директоры Т. Оразалин сөз сөйледі."
    for sentence in split_sentences(text):
        for found in tagger.tag(text, sentence):
            assert sentence.covers(found)
            assert 0 < found.score <= 1
            assert text[found.start : found.end].strip() == text[found.start : found.end]


def test_a_word_tells_how_it_is_joined_to_its_type_word() -> None:
    """«Денсаулық сақтау министрлігінің»: by the stem of the type word, by its possessive, by the capital and the word between."""
    rows = sentence_features(tokenize("Оны Денсаулық сақтау министрлігінің өкілі айтты."), "kk")
    assert {">h=министрлік", ">o=orgpX", ">m=orgxgX", ">b=orgpXX"} <= set(rows[1])
    assert not any(feature.startswith(">h=") for feature in rows[5])


def test_cities_of_the_world_are_a_feature_but_in_russian() -> None:
    assert "l=town" in sentence_features(tokenize("Роттердамда өтті"), "kk")[0]
    assert "l=town" in sentence_features(tokenize("Gothenburg won"), "en")[0]
    assert "l=town" not in sentence_features(tokenize("Гётеборг принял"), "ru")[0]


def test_a_capital_tells_more_where_no_small_letters_are_known() -> None:
    with small_words_in_use("kk", small_words(["бүгінгі", "келді", "Келді", "5"], "kk")):
        known, unknown = (sentence_features(tokenize(f"{word} келді. Оны айтты"), "kk") for word in ("Бүгінгі", "Тілләгүл"))
        assert {"v=k", "1v=k"} <= set(known[0]) and {"v=n", "1v=n", "1n=n|x"} <= set(unknown[0])
        assert "-v=n" in unknown[1] and not any(feature.startswith("v=") for feature in unknown[1])
        assert "1v=n" in unknown[3], "a second sentence begins"
    assert not any(feature.startswith(("v=", "1v=")) for feature in sentence_features(tokenize("Today it rained"), "en")[0])


def test_models_are_small() -> None:
    models = sorted((Path(tagger.__file__).parents[2] / "models").glob("*.crfsuite"))
    assert models
    assert sum(model.stat().st_size for model in models) <= 12 * 1024 * 1024
    assert max(model.stat().st_size for model in models) < 2_000_000


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "а" * 10_000,
        "\u200b\u200b Қа\u200bзақстан \u2060",
        "Са\udc00уле \ud800",
        '«««““"' * 50,
        "\x00\x01 \x7f",
        "А." * 500,
        "İSTANBUL ẞ ﬁ Ǆ",
        "👩‍👩‍👧 Астана",
        "(" * 300 + ")" * 300,
    ],
)
def test_hostile_input(language: str, text: str) -> None:
    tagger.tag(text, sentence_of(text, language))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_time_is_linear(language: str) -> None:
    def spent(copies: int) -> float:
        text = "«Ақ ниет» қоры, Т. Оразалин! " * copies
        begun = time.process_time()
        tagger.tag(text, sentence_of(text, language))
        return time.process_time() - begun

    spent(10)
    short, long = spent(400), spent(3_500)
    assert long < 30 * short + 1


def test_no_tokens_no_spans() -> None:
    assert tagger.tag("", Sentence(0, 0, (), "kk", 0)) == ()


@pytest.mark.parametrize(
    ("language", "text", "start", "end", "whole"),
    [
        ("kk", "«Ақбота» қоғамдық қорының өкілі", 1, 2, "«Ақбота» қоғамдық қорының"),
        ("ru", "фонд «Ақбота» провел", 2, 3, "фонд «Ақбота»"),
        ("en", "the “Aqbota” Foundation", 2, 3, "“Aqbota” Foundation"),
        ("kk", "«Ақбота» мен", 0, 3, "Ақбота"),
        ("kk", "Ақбота қоры,", 0, 3, "Ақбота қоры"),
        ("en", "the Green Fund (Astana", 0, 4, "Green Fund"),
        ("en", "Osh University and Naryn University", 0, 5, "Osh University"),
        ("kk", "Ош альянсы «Дос» ұйымымен", 0, 6, "Ош альянсы"),
    ],
)
def test_borders_of_organizations(language: str, text: str, start: int, end: int, whole: str) -> None:
    tokens = tokenize(text)
    first, last = settle(tokens, start, end, "Organization", language)[0]
    assert text[tokens[first].start : tokens[last - 1].end] == whole


def test_speech_is_no_title() -> None:
    tokens = tokenize("«Біз бірге жұмыс істейміз», – деді ол.")
    assert settle(tokens, 1, 5, "Event", "kk") == []


def test_a_surname_alone_is_a_person_where_the_document_names_him_in_full() -> None:
    sentences = [tokenize("Вчера выступил Пётр Тасыров."), tokenize("Тасыров уехал.")]
    voices = [["O/PER3", "O/PER3", "B-PER/O3", "I-PER/O3", "O/PER3"], ["O/PER0", "O/PER3", "O/PER3"]]
    assert elsewhere(sentences, voices) == [["", "", "", "O", ""], ["PER+full", "", ""]]


def test_a_word_in_quotes_behind_a_type_word_is_told_wherever_it_stands() -> None:
    sentences = [tokenize("Поёт группа «Тірек»"), tokenize("Тірек поёт")]
    voices = [["O/ORG3"] * 5, ["B-PER/ORG0", "O/ORG3"]]
    assert elsewhere(sentences, voices)[1] == ["O+typed", ""]


def test_a_short_form_in_brackets_is_a_name_of_its_own() -> None:
    tokens = tokenize("Центр малых рек (ЦМР) открылся")
    assert settle(tokens, 0, 5, "Organization", "ru") == settle(tokens, 0, 6, "Organization", "ru") == [(0, 3), (4, 5)]


def test_features_do_not_depend_on_what_was_read_before() -> None:
    tokens = tokenize("БҰҰ-ның өкілі С. Ахметов")
    first = sentence_features(tokens, "kk")
    sentence_features(tokenize("басқа сөйлем"), "kk")
    assert sentence_features(tokens, "kk") == first


def test_marks_of_made_up_sentences_are_words() -> None:
    for language in ("kk", "ru", "en"):
        for example in list(made_up(language, random.Random(1)))[:300]:
            for marks in example.layers.values():
                for mark in marks:
                    name = example.text[mark.start : mark.end]
                    assert name and name == name.strip() and "<" not in name and "{" not in name


def test_training_gives_the_same_bytes(tmp_path: Path) -> None:
    examples = [
        unmarked(text, "kk", str(n))
        for n, text in enumerate(
            [
                "<Person С.Ахметов> келді.",
                "<Organization «Тірек» қоры> ашылды.",
                "Форум өтті.",
                "<Place Астанада> қар жауды.",
            ]
            * 5
        )
    ]
    for name in ("first", "second"):
        train_layer(examples, "names", tmp_path / name, {"max_iterations": 10})
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
