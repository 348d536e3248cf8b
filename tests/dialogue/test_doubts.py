"""What is asked first: decisions near the threshold with many facts, then facts of low confidence; never what is decided."""

from __future__ import annotations

from dataclasses import replace

from seriktes.dialogue.doubts import doubts
from seriktes.judgements.judge import judge
from seriktes.judgements.lines import read_statements
from seriktes.judgements.statements import Statement
from seriktes.judgements.things import Things
from seriktes.model import Annotation, Document, Entity, Fact, Mention, Span


def report(name: str, entities: list[Entity], facts: list[Fact] = [], confidence: float = 0.9) -> Annotation:  # noqa: B006
    text = "Төраға сөз сөйледі. " * 3
    return Annotation(
        Document(name, f"{name}.txt", text, "ru", (), published="2024-05-01"),
        tuple(entities),
        tuple(replace(fact, confidence=confidence) for fact in facts),
    )


def body(id_: str, name: str, country: str = "KZ") -> Entity:
    return Entity(id_, "Organization", name, (Mention(0, 6, "Төраға", "Organization"),), "association", country)


def person(id_: str, name: str) -> Entity:
    return Entity(id_, "Person", name, (Mention(0, 6, "Төраға", "Person"),), "person", "KZ")


def post(person_: str, organization: str) -> Fact:
    return Fact("post", {"person": person_, "organization": organization}, Span(0, 19), {"title": "директор"})


def asked(*reports: Annotation, decided: tuple[Statement, ...] = ()) -> list[str]:
    things = Things(judge(reports, decided).annotations)
    return [f"{d.question} {' | '.join(s.shown for s in d.answers.values())}" for d in doubts(things, decided)[0]]


NEAR = (
    report("a", [body("e1", "Союз «Мост»"), person("e2", "Б. Тилепов")], [post("e2", "e1")]),
    report("b", [body("e1", "Палата «Река»"), person("e2", "Болат Тилепов")], [post("e2", "e1")]),
)


def test_an_initial_that_fits_is_asked_about() -> None:
    (question,) = (q for q in asked(*NEAR) if "tilepov" in q)
    assert question.startswith("Are these two one? same b")
    assert " | different b" in question


def test_what_a_person_decided_is_not_asked_again() -> None:
    decided = read_statements("different a#e2 bolat-tilepov", "f")
    assert not any("tilepov" in q for q in asked(*NEAR, decided=decided))


def test_a_name_that_hangs_by_a_thin_thread_is_asked_about() -> None:
    (question,) = asked(
        report("a", [body("e1", "Союз «Мост»"), person("e2", "Б. Тилепов")], [post("e2", "e1")]),
        report("b", [body("e1", "Союз «Мост»"), person("e2", "Болат Тилепов")], [post("e2", "e1")]),
    )
    assert question.startswith("These two were joined. Are they one? same bolat-tilepov b-tilepov in a b")


def test_a_doubtful_fact_is_asked_about_and_a_sure_one_is_not() -> None:
    entities = [body("e1", "Союз «Мост»"), person("e2", "Асель Омарова")]
    assert asked(report("a", entities, [post("e2", "e1")], 0.85)) == []
    (question,) = asked(report("a", entities, [post("e2", "e1")], 0.6))
    assert question == (
        "Does the sentence say this? keep post asel-omarova soyuz-most in a title=директор"
        " | reject post asel-omarova soyuz-most in a title=директор"
    )


def test_a_fact_that_was_kept_is_not_asked_again() -> None:
    entities = [body("e1", "Союз «Мост»"), person("e2", "Асель Омарова")]
    decided = read_statements("keep post asel-omarova soyuz-most in a title=директор", "f")
    assert asked(report("a", entities, [post("e2", "e1")], 0.6), decided=decided) == []


def test_more_facts_on_a_decision_bring_it_forward() -> None:
    few = [*NEAR]
    many = [
        report("c", [person("e1", "А. Омарова"), *(body(f"o{i}", f"Фонд «{n}»") for i, n in enumerate(("Тау", "Көл", "Дала")))]),
        report("d", [person("e1", "Асель Омарова"), *(body(f"o{i}", f"Клуб «{n}»") for i, n in enumerate(("Ай", "Күн", "Жел")))]),
    ]
    many = [replace(r, facts=tuple(post("e1", f"o{i}") for i in range(3))) for r in many]
    questions = [q for q in asked(*few, *many) if "tilepov" in q or "omarova" in q]
    assert ["omarova" in q for q in questions] == [True, False]
