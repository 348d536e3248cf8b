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
from seriktes.store import GraphStore

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
    assert [pair.type for pair in found] == ["Organization"]
    assert {found[0].left, found[0].right} == {entity.key for entity in resolved[0].entities}
    assert found[0].rule == "body-and-office" and found[0].score >= 1
    assert any("same words" in piece for piece in found[0].evidence)


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


def test_the_graph_says_why_a_pair_is_open() -> None:
    resolved = resolve([document("first", GLOBAL, OFFICE)])
    store = GraphStore(build_dataset(resolved))
    rows = list(
        store.query(
            """SELECT ?score ?reason ?document { ?why a skt:Inference ; rdf:predicate skt:possiblySameAs ; skt:score ?score ;
        rdfs:comment ?reason ; prov:wasDerivedFrom ?document ; prov:wasGeneratedBy/rdfs:label ?rule . ?document a skt:SourceDocument
        FILTER(LANG(?rule) = "ru") }"""
        ).dicts()
    )
    assert rows and all(float(row["score"]) == undecided(resolved)[0].score for row in rows)
    assert {row["reason"] for row in rows} == set(undecided(resolved)[0].evidence)


def test_nearly_alike_names_are_open_without_an_office() -> None:
    first = document("first", ("Дала зерттеулер орталығы", "Steppe Research Centre", "KZ"))
    second = document("second", ("Батыс дала зерттеулер орталығы", "Western Steppe Research Centre", "KZ"))
    resolved = resolve([first, second])
    keys = {entity.key for annotation in resolved for entity in annotation.entities}
    found = undecided(resolved)
    assert len(keys) == 2 and [pair.rule for pair in found] == ["nearly-enough"]
    assert 0.8 < found[0].score < 1 and found[0].documents == ("first", "second")


def test_the_open_pairs_of_the_gold(gold_annotations: list[Annotation]) -> None:
    assert [(pair.type, pair.left, pair.right) for pair in undecided(gold_annotations)] == [
        ("Organization", "eu-delegation-kazakhstan", "european-union"),
        ("Organization", "undp", "undp-kazakhstan"),
        ("Organization", "wwf", "wwf-kazakhstan"),
    ]
