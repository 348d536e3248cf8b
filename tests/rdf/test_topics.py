"""Topics: an agreement or an event has one where its own name says so, and nowhere else."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode
from seriktes.annotations import from_dict
from seriktes.documents import read_text
from seriktes.identity.resolve import resolve
from seriktes.model import Document
from seriktes.pipeline import annotate
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.ontology import schemes
from seriktes.rdf.topics import stated_topics, topics_of
from seriktes.rdf.validate import validate

PREFIX = f"{t.BASE}scheme/topic/"


def named(topics: object) -> list[str]:
    return [topic.value.removeprefix(PREFIX) for topic in topics]  # type: ignore[attr-defined]


def read(text: str) -> list[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    return named(topic for _, topic, _ in stated_topics(annotation))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("«Қамқор» қоры мен «Жасыл дала» бірлестігі қоршаған ортаны қорғау туралы меморандумға қол қойды.", ["environment"]),
        ("«Қамқор» қоры мен «Жасыл дала» бірлестігі жастар саясаты саласындағы келісімге қол қойды.", ["youth"]),
        ("Фонд «Тірек» и ассоциация «Мост» подписали меморандум о сотрудничестве в сфере здравоохранения.", ["health"]),
        ("Казахстан и Узбекистан подписали соглашение о торгово-экономическом сотрудничестве.", ["economy"]),
        ("The Aral Foundation and the University of Leeds signed an agreement on water management.", ["water"]),
        ("В Оренбурге прошел форум «Молодёжь за чистую экологию».", ["youth", "environment"]),
    ],
)
def test_what_the_name_says(text: str, topics: list[str]) -> None:
    assert read(text) == topics


@pytest.mark.parametrize(
    "text",
    [
        "Фонд «Тірек» и ассоциация «Мост» подписали меморандум о сотрудничестве.",
        "«Қамқор» қоры мен «Жасыл дала» бірлестігі стратегиялық әріптестік туралы меморандумға қол қойды.",
        "Фонд «Тірек» и ассоциация «Мост» подписали меморандум. На встрече говорили и о молодёжи, и о спорте.",
        "В Астане подписан меморандум между Министерством здравоохранения Казахстана и фондом «Тірек».",
        "В Оренбурге прошла научно-практическая конференция «Голос степи».",
    ],
)
def test_what_no_name_says_is_no_topic(text: str) -> None:
    assert read(text) == []


def test_names_inside_the_name_do_not_count() -> None:
    name, inside = "форум «Партнёры Министерства образования и жастар»", "Министерства образования"
    document = Document("d", "d.txt", f"В Орал прошел {name}.", "ru", ())
    start = document.text.index(name)
    entities = [
        {"id": "e1", "type": "Event", "name": name, "mentions": [{"start": start, "end": start + len(name)}]},
        {"id": "e2", "type": "Organization", "name": inside, "mentions": [
            {"start": document.text.index(inside), "end": document.text.index(inside) + len(inside)}]},
    ]  # fmt: skip
    annotation = from_dict({"entities": entities, "facts": []}, document)
    assert named(topics_of(name)) == ["education", "youth"]
    assert named(topic for _, topic, _ in stated_topics(annotation)) == ["youth"]


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("mediation between neighbours", ["peace"]),
        ("the laboratory", []),
        ("peaceful talks", []),
        ("scientific conference", []),
        ("искусственный интеллект", ["digital"]),
        ("фестиваль искусств, искусство степи", ["culture"]),
    ],
)
def test_a_word_that_only_begins_alike_is_no_topic(words: str, topics: list[str]) -> None:
    assert named(topics_of(words)) == topics


def test_a_topic_stands_in_the_graph_with_its_sentence() -> None:
    text = "Фонд «Тірек» и ассоциация «Мост» подписали меморандум о сотрудничестве в сфере здравоохранения."
    quads = build_dataset(resolve([annotate(read_text(text.encode(), "test", "test.txt"))]))
    (said,) = [q for q in quads if q.predicate == t.ABOUT]
    assert said.object == NamedNode(f"{PREFIX}health")
    (claim,) = [q.subject for q in quads if q.predicate == t.PREDICATE and q.object == t.ABOUT]
    selectors = {q.object for q in quads if q.subject == claim and q.predicate == t.SELECTOR}
    assert [q.object for q in quads if q.subject in selectors and q.predicate == t.EXACT] == [Literal(text, language="ru")]
    assert not [trouble for trouble in validate(quads) if trouble.severity == "violation"]


def test_every_topic_has_words_in_each_language_and_no_word_has_two_topics() -> None:
    words: dict[tuple[str, str | None], str] = {}
    languages: dict[str, set[str | None]] = {}
    for quad in schemes():
        if quad.predicate == t.HIDDEN_LABEL and str(quad.subject).startswith(f"<{PREFIX}"):
            assert isinstance(quad.object, Literal)
            word = (quad.object.value, quad.object.language)
            assert words.setdefault(word, str(quad.subject)) == str(quad.subject), word
            languages.setdefault(str(quad.subject), set()).add(quad.object.language)
    assert languages and all(found == {"kk", "ru", "en"} for found in languages.values())
