"""How marks are compared with gold marks, and posts and sure names by rule; corpora here are sentences of our own."""

from pathlib import Path

import pytest
from seriktes.errors import DataError
from seriktes.model import Span
from seriktes.text.tokens import tokenize
from seriktes.training.conventions import as_nerel_cuts
from seriktes.training.evaluate import FOLDS, Result, folds
from seriktes.training.examples import Example, Marked, nested, outermost
from seriktes.training.scoring import Score, verdicts
from seriktes.training.silver import silver_names
from seriktes.training.silver_bodies import rule_bodies
from seriktes.training.silver_posts import silver_posts
from seriktes.training.train import train_models

TEXT = "Фонд «Тірек» открыл офис в Уральске."


def mark(text: str, part: str, label: str, name: str | None = None) -> Marked:
    start = text.index(part)
    inner = Span(text.index(name), text.index(name) + len(name)) if name else None
    return Marked(start, start + len(part), label, inner)


def right(gold: list[Marked], found: list[Marked], way: str, text: str = TEXT, inner: tuple[Marked, ...] = ()) -> float:
    score = Score()
    score.add(text, "ru", gold, found, inner)
    return score.f1(way, {m.label for m in (*gold, *found)})


def test_the_same_span_is_right_every_way() -> None:
    name = mark(TEXT, "Уральске", "Place")
    assert [right([name], [name], way) for way in ("exact", "lenient", "overlap")] == [1, 1, 1]


def test_quotes_and_type_words_are_forgiven_by_the_lenient_way_alone() -> None:
    gold, found = mark(TEXT, "Фонд «Тірек»", "Organization"), mark(TEXT, "Тірек", "Organization")
    assert right([gold], [found], "exact") == 0
    assert right([gold], [found], "lenient") == 1


def test_another_body_of_the_same_head_is_not_forgiven() -> None:
    text = "Комитет культуры Министерства культуры"
    gold, found = mark(text, text, "Organization"), mark(text, "Министерства культуры", "Organization")
    assert right([gold], [found], "lenient", text) == 0
    assert right([gold], [found], "overlap", text) == 1


def test_the_name_that_a_corpus_gives_apart_counts() -> None:
    text = "британская вещательная корпорация Тірек"
    gold = mark(text, text, "Organization", name="Тірек")
    assert right([gold], [mark(text, "Тірек", "Organization")], "lenient", text) == 1


def test_another_label_is_wrong_every_way() -> None:
    assert right([mark(TEXT, "Уральске", "Place")], [mark(TEXT, "Уральске", "Person")], "overlap") == 0


def test_names_inside_names_and_unknown_ground_are_neither_right_nor_wrong() -> None:
    text = "Министерство культуры Казахстана и Красный мост"
    gold = [mark(text, "Министерство культуры Казахстана", "Organization"), mark(text, "Красный мост", "?")]
    found = [gold[0], mark(text, "Казахстана", "Place"), mark(text, "Красный мост", "Place")]
    inner = (mark(text, "Казахстана", "Place"),)
    assert right(gold, found, "lenient", text, inner) == 1
    assert right(gold, found, "lenient", text) < 1


def test_each_error_is_told_by_its_kind() -> None:
    text = "Тірек, Уральск, Ахметов и фонд Мост"
    gold = [mark(text, "Тірек", "Organization"), mark(text, "Уральск", "Place"), mark(text, "фонд Мост", "Organization")]
    found = [mark(text, "Уральск", "Person"), mark(text, "Ахметов", "Person"), mark(text, "и фонд Мост", "Organization")]
    told = {verdict.kind: verdict for verdict in verdicts(text, "ru", gold, found)}
    assert set(told) == {"missed", "label", "extent", "invented"}
    result = Result()
    result.add(Example(text, "ru", "x", {"names": tuple(gold)}), "names", found)
    assert any("Уральск ← Person Уральск" in line for line in result.error_lines())


def test_outermost_and_nested_share_all_marks() -> None:
    marks = [Marked(0, 9, "Organization"), Marked(3, 9, "Place"), Marked(12, 14, "Person")]
    assert outermost(marks) == (marks[0], marks[2])
    assert nested(marks) == (marks[1],)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Директор завода приехал.", ["Директор завода"]),
        ("Об этом сказал министр иностранных дел Казахстана Серік Ахметов.", ["министр иностранных дел Казахстана"]),
        ("Выступил известный польский композитор.", ["композитор"]),
        ("Выступил британский премьер-министр.", ["британский премьер-министр"]),
        ("Пришёл заместитель директора по науке.", ["заместитель директора по науке"]),
        ("Военные учения прошли успешно.", []),
        ("Назначен министр экономики, торговли и связи.", ["министр экономики, торговли и связи"]),
        ("Новый исполняющий обязанности директора прилетел.", ["исполняющий обязанности директора"]),
        ("Пришёл член совета, а ушёл член кружка.", ["член совета"]),
        ("Выступила Елена, страстная и смелая актриса театра.", ["актриса"]),
        ("Критики хватало.", []),
        ("Победил кандидат в президенты Польши.", ["кандидат в президенты Польши"]),
        ("Автобус вёл водитель автобуса, пел актёр театра и кино.", ["водитель автобуса", "актёр театра и кино"]),
        ("Приехал экс-министр финансов.", ["министр финансов"]),
        ("Выступил посол в Сербии.", ["посол в Сербии"]),
        ("Говорил генеральный секретарь организации.", ["генеральный секретарь"]),
        ("Пришёл директор Центра исследований (ЦИ).", ["директор Центра исследований"]),
        ("Меморандум подписан в Астане.", []),
    ],
)
def test_posts_by_rule(text: str, posts: list[str]) -> None:
    from seriktes.mentions.tagging.voice import voice_tags

    tokens = tokenize(text)
    assert [text[m.start : m.end] for m in silver_posts(tokens, voice_tags([tokens])[0])] == posts


def test_only_what_the_network_does_not_doubt_is_sure() -> None:
    text = "Ахметов приехал в Астану и Алматы, где фонд Тірек ждал его с утра"
    voice = ["B-PER/ORG3", "O/PER3", "O/PER3", "B-LOC/ORG3", "O/LOC3", "B-LOC/PER0", *["O/PER3"] * 3, "B-ORG/O3", *["O/ORG3"] * 4]
    marks = list(silver_names(tokenize(text), voice))
    assert {(text[m.start : m.end], m.label) for m in marks if m.label != "?"} == {("Ахметов", "Person"), ("Астану", "Place")}
    open_ground = {text[m.start : m.end] for m in marks if m.label == "?"}
    assert {"Алматы", "фонд", "Тірек"} <= open_ground and "приехал" not in open_ground


def sure_names(text: str, voice: list[str], *bodies: Marked) -> set[tuple[str, str]]:
    return {(text[m.start : m.end], m.label) for m in silver_names(tokenize(text), voice, bodies)}


def test_a_person_who_opens_a_sentence_is_one_though_the_network_says_that_the_name_goes_on() -> None:
    assert sure_names("Ахметов приехал", ["I-PER/ORG2", "O/PER3"]) == {("Ахметов", "Person")}


def test_of_a_name_with_a_doubtful_word_nothing_is_told() -> None:
    assert ("Ахметов Тасыр", "?") in sure_names("Ахметов Тасыр приехал", ["B-PER/O3", "I-PER/O0", "O/PER3"])


def test_a_body_that_a_rule_knows_swallows_the_places_in_it_and_gives_way_to_none() -> None:
    text, voice = "городской суд Уральска начал", ["O/ORG3", "O/ORG3", "B-LOC/ORG3", "O/ORG3"]
    body = mark(text, "городской суд Уральска", "Organization")
    told = sure_names(text, voice, body)
    assert ("городской суд Уральска", "Organization") in told and ("Уральска", "Place") not in told
    torn = sure_names(text, [*voice[:2], "B-PER/O3", "I-PER/O3"], body)
    assert ("городской суд Уральска", "?") in torn


def test_a_body_of_one_word_is_one_but_for_networks_of_people() -> None:
    voice = ["O/ORG3", "B-ORG/O3", "O/ORG3"]
    assert ("Тірек", "Organization") in sure_names("Вчера Тірек открылся", voice)
    assert ("Facebook", "Organization") not in sure_names("Вчера Facebook открылся", voice)


def test_organisations_by_rule_are_found_without_a_model() -> None:
    text = "Вчера об этом сообщило министерство культуры Польши."
    found = rule_bodies(Example(text, "ru", "own", {}))
    assert [text[m.start : m.end] for m in found] == ["министерство культуры Польши"]


@pytest.mark.parametrize(
    ("text", "name", "label", "cut"),
    [
        ("лидер рок-группы «Тірек»", "рок-группы «Тірек»", "Organization", ["Тірек"]),
        ("сообщает агентство Дала Пресс", "агентство Дала Пресс", "Organization", ["Дала Пресс"]),
        ("вошёл в совет директоров «Тірек»", "совет директоров «Тірек»", "Organization", ["совет директоров «Тірек»"]),
        ("решение правительства Польши", "правительства Польши", "Organization", ["правительства Польши"]),
        ("житель штата Техас", "штата Техас", "Place", ["Техас"]),
        ("из Дубков Липецкой области", "Дубков Липецкой области", "Place", ["Дубков", "Липецкой области"]),
        ("жители Липецкой области", "Липецкой области", "Place", ["Липецкой области"]),
    ],
)
def test_names_are_cut_as_the_corpus_cuts_them(text: str, name: str, label: str, cut: list[str]) -> None:
    assert [text[m.start : m.end] for m in as_nerel_cuts(text, [mark(text, name, label)])] == cut


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "kaznerd"
    folder.mkdir()
    rows = [f"AID{n} O\nАхметов B-PERSON\n{'Астанаға' if n % 2 else 'Оралға'} B-GPE\nкелді O\n. O\n" for n in range(80)]
    rows += [row.replace("AID", "BID") for row in rows]
    (folder / "IOB2_valid2.txt").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def test_variants_of_a_sentence_are_held_out_together(corpus: Path) -> None:
    parts = list(folds("kaznerd", corpus))
    assert len(parts) == FOLDS
    assert sum(len(examples) for _, examples in parts) == 80
    sources = [held for held, _ in parts]
    assert all(not a & b for a in sources for b in sources if a is not b)


def test_a_missing_corpus_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="kaznerd: this corpus is not there"):
        train_models(tmp_path, tmp_path / "models", ["kk"])
