"""Annotations to quads: the evidence is exact, the bytes are settled, and no name can break a file."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse
from seriktes.annotations import from_dict
from seriktes.errors import DataError
from seriktes.model import Annotation, Document
from seriktes.rdf import terms as t
from seriktes.rdf.clean import clean_quote
from seriktes.rdf.dataset import build_dataset, describe
from seriktes.rdf.iris import document_iri, entity_iri
from seriktes.rdf.serialize import read_nquads, write_nquads
from seriktes.rdf.trig import write_trig

HOSTILE = [
    "<script>alert(1)</script>",
    "a\x00b\x1fc\x7f\x9f",
    "\u202eevil\u2066",
    "\ud800lone",
    "\ufffe\U0001ffff",
    'quote " \\ back',
    "line\nbreak\r\ttab",
    "= 1+1",
    "\u200b\ufeff",
    "Қ" * 3000,
    "́combining",
    "%2F/../..",
    "a b#c?d",
]


def objects(quads: tuple[Quad, ...], predicate: NamedNode, subject: NamedNode | None = None) -> set[str]:
    return {
        q.object.value
        for q in quads
        if q.predicate == predicate and not hasattr(q.object, "predicate") and (subject is None or q.subject == subject)
    }


def one_document(text: str = "Астана. Форум.", **changes: object) -> Annotation:
    document = Document("d", "d.txt", text, "kk", ())
    entities = [
        {"id": "e", "key": "forum", "type": "Event", "kind": "forum", "name": "Форум", "mentions": []},
        {"id": "p", "key": "astana", "type": "Place", "kind": "settlement", "name": "Астана", "mentions": []},
    ]
    fact = {
        "type": "dated",
        "subject": "e",
        "start": "2021-11-25",
        "end": "2021-11-25",
        "evidence": {"start": 0, "end": 7},
    } | changes
    return from_dict({"entities": entities, "facts": [fact]}, document)


def spans(annotations: list[Annotation]) -> set[tuple[str, int, int, str]]:
    store = Store()
    store.extend(build_dataset(annotations))
    rows = store.query("""PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?g ?start ?end ?exact
        WHERE { GRAPH ?g { ?claim oa:hasSelector ?p , ?q . ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact } }""")
    return {(row["g"].value, int(row["start"].value), int(row["end"].value), row["exact"].value) for row in rows}


def test_every_quote_is_the_slice_of_its_document(gold_annotations: list[Annotation]) -> None:
    texts = {document_iri(a.document.text).value: a.document.text for a in gold_annotations}
    found = spans(gold_annotations)
    assert len(found) > 70
    assert all(texts[document][start:end] == exact for document, start, end, exact in found)


def test_every_fact_becomes_a_claim(gold_annotations: list[Annotation]) -> None:
    passages = {(start, end) for _, start, end, _ in spans(gold_annotations)}
    facts = [fact for annotation in gold_annotations for fact in annotation.facts]
    assert all((fact.evidence.start, fact.evidence.end) in passages for fact in facts)


def test_a_claim_costs_at_most_twelve_quads(gold_annotations: list[Annotation]) -> None:
    quads = build_dataset(gold_annotations)
    documents = {document_iri(a.document.text) for a in gold_annotations}
    said = [q for q in quads if q.graph_name in documents and q.predicate != t.MENTIONS]
    claims = {q.subject for q in said if q.object == t.ASSERTION}
    assert len(said) / len(claims) <= 12


def test_the_bytes_do_not_depend_on_any_order(gold_annotations: list[Annotation]) -> None:
    expected = write_nquads(build_dataset(gold_annotations)), write_trig(build_dataset(gold_annotations))
    rng = random.Random(7)
    for _ in range(2):
        shuffled = []
        for annotation in rng.sample(gold_annotations, len(gold_annotations)):
            entities = tuple(rng.sample(annotation.entities, len(annotation.entities)))
            facts = tuple(rng.sample(annotation.facts, len(annotation.facts)))
            shuffled.append(replace(annotation, entities=entities, facts=facts))
        quads = build_dataset(shuffled)
        assert (write_nquads(quads), write_trig(quads)) == expected


def test_the_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    program = tmp_path / "digest.py"
    program.write_text(
        "import hashlib, runpy, sys\n"
        f"made_up = runpy.run_path({str(Path(__file__).parents[1] / 'conftest.py')!r})['made_up']\n"
        "from seriktes.rdf.dataset import build_dataset\n"
        "from seriktes.rdf.serialize import write_nquads\n"
        "from seriktes.rdf.trig import write_trig\n"
        "quads = build_dataset(made_up())\n"
        "print(hashlib.sha256(write_nquads(quads) + write_trig(quads)).hexdigest())\n",
        encoding="utf-8",
    )
    digests = {
        subprocess.run(
            [sys.executable, str(program)], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1


def test_nquads_are_sorted_and_read_back(annotations: list[Annotation]) -> None:
    quads = build_dataset(annotations)
    data = write_nquads(quads)
    lines = data.splitlines()
    assert lines == sorted(set(lines))
    assert set(read_nquads(data)) == set(quads)
    assert b"_:" not in data


def test_trig_reads_back_to_the_same_quads(annotations: list[Annotation]) -> None:
    quads = build_dataset(annotations)
    data = write_trig(quads)
    assert set(parse(data, format=RdfFormat.TRIG)) == set(quads)
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format="trig")
    assert len(list(dataset.quads((None, None, None, None)))) == len(set(quads))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_anywhere_gives_clean_labels_and_valid_files(
    name: str, make_annotations: Callable[[Callable[[str], str]], list[Annotation]]
) -> None:
    dataset = describe(make_annotations(lambda text: f"{text} {name}"))
    labels = {
        value for predicate in (t.PREF_LABEL, t.ALT_LABEL, t.HIDDEN_LABEL, t.LABEL) for value in objects(dataset.quads, predicate)
    }
    banned = set(map(chr, [*range(32), *range(127, 160), 0x202E, 0x2066, 0x200B, 0xFEFF, 0xFFFE]))
    assert not any(set(label) & banned for label in labels)
    data = write_nquads(dataset.quads)
    assert set(read_nquads(data)) == set(dataset.quads)
    assert set(parse(write_trig(dataset.quads), format=RdfFormat.TRIG)) == set(dataset.quads)
    invisible = clean_quote(name) != name or any(char in name for char in "\u202e\u2066\u200b\ufeff")
    assert bool(dataset.removed_characters) == invisible


def test_removed_characters_are_counted(make_annotations: Callable[[Callable[[str], str]], list[Annotation]]) -> None:
    assert describe(make_annotations(lambda text: text)).removed_characters == 0


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021-11-25", "2021-11-25", {("2021-11-25", "date")}),
        ("2021-11", "2021-11", {("2021-11", "gYearMonth")}),
        ("2021", "2021", {("2021", "gYear")}),
        ("2021-10-14", "2021-10-15", {("2021-10-14", "date"), ("2021-10-15", "date")}),
        ("2021-10", "2021-10-15", {("2021-10", "gYearMonth"), ("2021-10-15", "date")}),
    ],
)
def test_dates_keep_their_precision(start: str, end: str, expected: set[tuple[str, str]]) -> None:
    quads = build_dataset([one_document(start=start, end=end)])
    dates = {
        (q.object.value, q.object.datatype.value.rsplit("#")[-1])
        for q in quads
        if q.predicate in (t.START_DATE, t.END_DATE) and isinstance(q.object, Literal)
    }
    assert dates == expected


@pytest.mark.parametrize("date", ["2021-13", "2021-02-30", "25.11.2021", "soon"])
def test_what_is_no_date_is_told_with_its_file(date: str) -> None:
    with pytest.raises(DataError, match=r"d\.txt.*is no date"):
        build_dataset([one_document(start=date, end=date)])


def test_evidence_outside_of_the_text_is_told() -> None:
    with pytest.raises(DataError, match="outside of the text"):
        build_dataset([one_document(evidence={"start": 0, "end": 99})])


def test_an_entity_without_a_key_is_told() -> None:
    annotation = one_document()
    nameless = replace(annotation, entities=tuple(replace(e, key=None) for e in annotation.entities))
    with pytest.raises(DataError, match="identity step"):
        build_dataset([nameless])


def test_one_key_in_two_documents_is_one_node(annotations: list[Annotation]) -> None:
    quads = build_dataset(annotations)
    node = entity_iri("Organization", "akbota")
    assert objects(quads, t.PREF_LABEL, node) == {"«Ақбота» қоры", "Фонд «Акбота»", "Aqbota Foundation"}
    assert objects(quads, t.HIDDEN_LABEL, node) == {"фонда «Акбота»"}
    assert objects(quads, t.KNOWN_COUNTRY, node) == {"KZ"}
    assert len({q.subject for q in quads if q.predicate == t.MENTIONS and q.object == node}) == 2


def test_kind_and_country_go_by_majority(annotations: list[Annotation]) -> None:
    def other(annotation: Annotation) -> Annotation:
        return replace(
            annotation,
            entities=tuple(replace(e, country="RU", kind="ngo") if e.key == "akbota" else e for e in annotation.entities),
        )

    tie = build_dataset([annotations[0], other(annotations[1])])
    more = build_dataset(
        [
            annotations[0],
            other(annotations[1]),
            replace(other(annotations[1]), document=replace(annotations[1].document, text=annotations[1].document.text + " ")),
        ]
    )
    node = entity_iri("Organization", "akbota")
    assert objects(tie, t.KNOWN_COUNTRY, node) == {"KZ"}
    assert objects(more, t.KNOWN_COUNTRY, node) == {"RU"}
    assert objects(more, t.KIND, node) == {t.SCHEME("organization-kind/ngo").value}


def test_a_thing_is_never_related_to_itself() -> None:
    document = Document("d", "d.txt", "Форум.", "kk", ())
    entities = [{"id": i, "key": "forum", "type": "Event", "kind": "forum", "name": "Форум", "mentions": []} for i in "ab"]
    fact = {"type": "part_of", "part": "a", "whole": "b", "evidence": {"start": 0, "end": 6}}
    quads = build_dataset([from_dict({"entities": entities, "facts": [fact]}, document)])
    assert not [q for q in quads if q.predicate == t.SUPER_EVENT]


def test_no_annotations_give_no_quads() -> None:
    assert build_dataset([]) == ()
    assert write_nquads([]) == write_trig([]) == b""
