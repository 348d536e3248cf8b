"""What is read of one thing alone: where an agreement stands, what it is about, how many people came."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal
from seriktes.annotations import from_dict, to_dict
from seriktes.documents import read_text
from seriktes.identity.resolve import resolve
from seriktes.model import Annotation
from seriktes.pipeline import annotate
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset


def read(text: str) -> Annotation:
    return annotate(read_text(text.encode(), "test", "test.txt"))


def values(annotation: Annotation, wanted: str) -> list[str]:
    return [d.value for e in annotation.entities for d in e.details if d.type == wanted]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("«Қамқор» қоры мен «Жасыл дала» бірлестігі ынтымақтастық туралы меморандумға қол қойды.", "signed"),
        ("«Қамқор» қоры мен «Жасыл дала» бірлестігі ынтымақтастық туралы меморандумға қол қоймақ.", "announced"),
        ("Фонд «Тірек» и ассоциация «Мост» подписали меморандум о сотрудничестве.", "signed"),
        ("Фонд «Тірек» и ассоциация «Мост» планируют подписать меморандум о сотрудничестве.", "announced"),
        ("The Aral Foundation and the University of Leeds signed a memorandum of understanding.", "signed"),
        ("The Aral Foundation and the University of Leeds are expected to sign a memorandum of understanding.", "announced"),
        ("«Қамқор» қоры мен «Жасыл дала» бірлестігі ынтымақтастық туралы келісімнің мерзімін ұзартты.", "extended"),
    ],
)
def test_where_an_agreement_stands(text: str, status: str) -> None:
    assert values(read(text), "status") == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Фонд «Тірек» и ассоциация «Мост» отказались: меморандум о сотрудничестве не будет подписан.",
        "The Aral Foundation and the University of Leeds will not sign the memorandum of understanding.",
    ],
)
def test_what_is_called_off_stands_nowhere(text: str) -> None:
    assert values(read(text), "status") == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("«Қамқор» қоры мен «Жасыл дала» бірлестігі тіл курстарын ашу туралы келісімге қол қойды.", "тіл курстарын ашу"),
        ("Фонд «Тірек» и ассоциация «Мост» подписали соглашение об обмене студентами.", "обмене студентами"),
        ("The Aral Foundation and the University of Leeds signed an agreement on joint research.", "joint research"),
    ],
)
def test_what_an_agreement_is_about(text: str, subject: str) -> None:
    assert values(read(text), "subject_matter") == [subject]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Оралда «Жайық үні» форумы өтті. Форумға 300-ден астам делегат қатысты.", "300"),
        ("В Оренбурге прошел форум «Голос степи». В форуме приняли участие более 1 200 делегатов из 12 стран.", "1200"),
        ("The forum “Voice of the Steppe” was held in Oral. It brought together over 250 young experts.", "250"),
    ],
)
def test_how_many_people_an_event_had(text: str, number: str) -> None:
    assert values(read(text), "attendance") == [number]


def test_a_number_of_years_or_tenge_is_no_attendance() -> None:
    text = "В Оренбурге прошел форум «Голос степи». Участники приняли участие в розыгрыше 500 тенге, фонду 30 лет."
    assert values(read(text), "attendance") == []


def test_details_come_with_their_sentence_into_files_and_graph() -> None:
    annotation = read("В Оренбурге прошел форум «Голос степи». В форуме приняли участие более 200 делегатов.")
    again = from_dict(to_dict(annotation, explain=True), annotation.document)
    details = [d for e in again.entities for d in e.details]
    assert [annotation.document.slice(d.evidence) for d in details] == ["В форуме приняли участие более 200 делегатов."]
    quads = build_dataset(resolve([annotation]))
    assert Literal("200", datatype=t.XSD("nonNegativeInteger")) in {q.object for q in quads if q.predicate == t.ATTENDANCE}
    assert any(q.predicate == t.PREDICATE and q.object == t.ATTENDANCE for q in quads)


@pytest.mark.parametrize(
    "text",
    [
        "Фонд «Сарыарка» и ЮНИСЕФ продлили соглашение о сотрудничестве до 2027 года.",
        "Меморандум между фондом «Сарыарка» и ЮНИСЕФ продлён до 2027 года.",
        "«Сарыарқа» қоры мен ЮНИСЕФ арасындағы меморандумның мерзімі 2027 жылға дейін ұзартылды.",
        "The memorandum between the Saryarka Foundation and UNICEF has been extended until 2027.",
    ],
)
def test_an_agreement_that_was_extended_says_so_and_has_its_parties(text: str) -> None:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    (agreement,) = (e for e in annotation.entities if e.type == "Agreement")
    assert ("status", "extended") in [(d.type, d.value) for d in agreement.details]
    assert len([f for f in annotation.facts if f.type == "party"]) == 2
