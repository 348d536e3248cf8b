"""What may be one thing is told, and no longer once a person has decided."""

from __future__ import annotations

from seriktes.annotations import from_dict
from seriktes.identity.resolve import resolve
from seriktes.identity.undecided import undecided
from seriktes.judgements.judge import judge
from seriktes.judgements.lines import read_statements
from seriktes.model import Annotation, Document
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset

GLOBAL = ("БҰҰ Даму бағдарламасы", "United Nations Development Programme", "INT")
OFFICE = ("Қазақстандағы БҰҰ Даму бағдарламасы", "United Nations Development Programme in Kazakhstan", "KZ")


def document(name: str, *bodies: tuple[str, str, str]) -> Annotation:
    entities = [
        {"id": f"e{n}", "type": "Organization", "kind": "intergovernmental", "name": kk, "name_en": en, "country": country,
         "mentions": [{"start": 0, "end": 1}]}
        for n, (kk, en, country) in enumerate(bodies, start=1)
    ]  # fmt: skip
    return from_dict({"entities": entities, "facts": []}, Document(name, f"{name}.txt", f"{name} мәтіні", "kk", ()))


def test_a_body_and_its_office_in_one_document_may_be_one() -> None:
    resolved = resolve([document("first", GLOBAL, OFFICE)])
    found = undecided(resolved)
    assert [type_ for type_, _, _ in found] == ["Organization"]
    assert set(found[0][1:]) == {entity.key for entity in resolved[0].entities}


def test_named_in_two_documents_they_are_two() -> None:
    assert undecided(resolve([document("first", GLOBAL), document("second", OFFICE)])) == []


def test_what_a_person_decided_is_open_no_more() -> None:
    annotations = [document("first", GLOBAL, OFFICE)]
    left, right = (entity.key for entity in resolve(annotations)[0].entities)
    said = judge(annotations, read_statements(f"different {left} {right}\n", "judgements.txt"))
    assert said.different == {frozenset((left, right))}

    def told(different: frozenset[frozenset[str]]) -> int:
        return sum(q.predicate == t.POSSIBLY_SAME_AS for q in build_dataset(said.annotations, different=different))

    assert told(frozenset()) == 2  # both ways
    assert told(said.different) == 0


def test_the_open_pairs_of_the_gold(gold_annotations: list[Annotation]) -> None:
    assert undecided(gold_annotations) == [
        ("Organization", "eu-delegation-kazakhstan", "european-union"),
        ("Organization", "undp", "undp-kazakhstan"),
        ("Organization", "wwf", "wwf-kazakhstan"),
    ]
