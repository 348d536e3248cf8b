"""The shipped questions, asked of the five documents: the answers are those of tests/queries/*.csv.

A file's columns are some variables of the question; things are written by key. ``q06.known.csv`` is question 6 with
``mode=known``. The answers come from ``../shared/questions.md``; on the gold they must be exact, and the same tables
can be asked of what the program reads by itself, once its entities carry the gold's keys (``with_gold_keys``).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, serialize
from seriktes.errors import QueryError
from seriktes.model import Annotation
from seriktes.queries import find_question, load_questions, question, read_question
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.ontology import ontology
from seriktes.rdf.terms import BASE
from seriktes.store import GraphStore, Result, Value, text_of

ANSWERS = Path(__file__).parent / "queries"
TABLES = sorted(path.stem for path in ANSWERS.glob("*.csv"))
#: These need sessions tied to their forum, or speakers, that annotators were free to leave out.
NEEDS_OPTIONAL = {"q18", "q20", "q22"}
#: Asked of rdflib in every run, in both modes; the others, which take it longer, only with the slow tests.
QUICK_IN_RDFLIB = {"q02", "q03", "q04", "q04.known", "q06", "q06.known", "q17"}


def short(value: Value) -> str:
    """A thing by its key, everything else by its text."""
    if isinstance(value, NamedNode) and value.value.startswith(f"{BASE}id/"):
        return unquote(value.value.rsplit("/", 1)[-1])
    return text_of(value)


def expected(name: str) -> tuple[list[str], list[tuple[str, ...]]]:
    with (ANSWERS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    return columns, sorted(tuple(row) for row in rows)


def answer(result: Result, columns: list[str]) -> list[tuple[str, ...]]:
    places = [result.variables.index(column) for column in columns]
    return sorted({tuple(short(row[place]) for place in places) for row in result.rows})


def ask(store: GraphStore, name: str, /, **values: str) -> Result:
    called, _, mode = name.partition(".")
    return store.query(question(called).query(**({"mode": mode} if mode else {}), **values))


@pytest.fixture(scope="module")
def plain(plain_gold_annotations: list[Annotation]) -> GraphStore:
    return GraphStore(build_dataset(plain_gold_annotations))


@pytest.fixture(scope="module")
def full(gold_annotations: list[Annotation]) -> GraphStore:
    return GraphStore(build_dataset(gold_annotations))


@pytest.mark.parametrize("name", TABLES)
def test_the_answers_are_exact_on_the_gold(name: str, plain: GraphStore, full: GraphStore) -> None:
    columns, rows = expected(name)
    assert answer(ask(full if name in NEEDS_OPTIONAL else plain, name), columns) == rows


def test_the_answers_do_not_hang_on_keys(
    plain_gold_annotations: list[Annotation], with_gold_keys: Callable[[list[Annotation], list[Annotation]], list[Annotation]]
) -> None:
    other = [replace(a, entities=tuple(replace(e, key=f"x-{e.key}") for e in a.entities)) for a in plain_gold_annotations]
    store = GraphStore(build_dataset(with_gold_keys(other, plain_gold_annotations)))
    for name in ("q02", "q03", "q09"):
        columns, rows = expected(name)
        assert answer(ask(store, name), columns) == rows


@cache
def in_rdflib(data: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=data, format="nt")


@pytest.mark.parametrize(
    "name", [name if name in QUICK_IN_RDFLIB else pytest.param(name, marks=pytest.mark.slow) for name in TABLES]
)
def test_rdflib_gives_the_same_answers(name: str, gold_annotations: list[Annotation], full: GraphStore) -> None:
    triples = {quad.triple for quad in (*build_dataset(gold_annotations), *ontology())}
    graph = in_rdflib(b"".join(sorted(serialize([t], format=RdfFormat.N_TRIPLES) for t in triples)))
    called, _, mode = name.partition(".")
    found = graph.query(question(called).query(**({"mode": mode} if mode else {})))
    there = sorted(tuple("" if cell is None else str(cell) for cell in row) for row in found if isinstance(row, tuple))
    here = sorted(tuple(text_of(cell) for cell in row) for row in ask(full, name).rows)
    assert there == here


@pytest.mark.parametrize("item", load_questions(), ids=lambda item: item.name)
def test_every_question_is_well_formed(item, plain: GraphStore) -> None:  # type: ignore[no-untyped-def]
    assert len(set(item.titles.values())) == 3
    assert item.query() == item.text
    assert len(item.parameters) == item.text.count("# param: ")
    assert plain.query(item.query(**{p.name: p.default for p in item.parameters})).variables


def test_there_are_the_25_questions_and_one_of_topics() -> None:
    assert [item.id for item in load_questions()] == [f"q{number:02d}" for number in range(1, 27)]


def test_every_question_has_an_expected_answer() -> None:
    assert {item.id for item in load_questions()} == {name.partition(".")[0] for name in TABLES}


@pytest.mark.parametrize("called", ["3", "03", "q3", "q03", "partners-of"])
def test_a_question_is_called_by_number_or_name(called: str) -> None:
    found = find_question(called)
    assert found and found.id == "q03"


def test_names_are_found_in_any_language_form_and_case(full: GraphStore) -> None:
    for name in ("Қазақстан Азаматтық альянсының", "civic alliance of kazakhstan", "civic-alliance-of-kazakhstan"):
        assert len(ask(full, "q03", name=name).rows) == 3


def test_labels_come_in_the_wished_language(full: GraphStore) -> None:
    names = {row["person_name"] for row in ask(full, "q15", lang="en").dicts()}
    assert names == {"Olzhas Ordabayev", "Lima Dias", "Zhalil Abbosov"}


@pytest.mark.parametrize(
    "value",
    ['" } ?x ?y ?z . #', 'a" "b', "a\\", 'x"@kk } SERVICE <http://example.org/> { ?s ?p ?o } #', "жаңа\nжол", "\x00", "\ud800"],
)
def test_a_value_never_becomes_part_of_the_query(full: GraphStore, value: str) -> None:
    assert ask(full, "q03", name=value).rows == ()


def test_an_unknown_parameter_or_question_is_told_with_a_cure() -> None:
    with pytest.raises(QueryError, match="it has country, lang, mode"):
        question("4").query(nmae="x")
    with pytest.raises(QueryError, match="did you mean partners-of"):
        question("partner-of")
    with pytest.raises(QueryError, match="there is no question"):
        question("99")


def test_a_question_without_a_title_is_told() -> None:
    from seriktes.errors import DataError

    with pytest.raises(DataError, match="the header lacks en"):
        read_question("# id: q1\n# name: n\n# kk: a\n# ru: b\nASK {}", "q1.rq")


def test_stated_answers_are_among_the_known(full: GraphStore) -> None:
    for item in load_questions():
        if any(parameter.name == "mode" for parameter in item.parameters):
            stated, known = (set(ask(full, f"{item.id}.{mode}").rows) for mode in ("stated", "known"))
            assert stated <= known, item.id


def test_no_query_reaches_outside() -> None:
    assert not [item.id for item in load_questions() if re.search(r"\bSERVICE\b|\bFROM\b", item.text)]


#: What the reader does not yet find, or finds otherwise than the gold. Take a question out once it is answered.
#: q08: the gold dates one session by a dateline, which its guidelines elsewhere forbid; q24: its English name is known from
#: outside the text («Микаэла Фриберг-Стори» spelled letter by letter is no Michaela Friberg-Storey).
NOT_YET = {"q08", "q24"}


@pytest.fixture(scope="module")
def read(
    gold_annotations: list[Annotation], with_gold_keys: Callable[[list[Annotation], list[Annotation]], list[Annotation]]
) -> GraphStore:
    """The graph of what the program reads by itself in the five documents, with the keys of the gold."""
    from seriktes.pipeline import annotate_all, read_all
    from seriktes.resources import seed_documents

    documents, _ = read_all(seed_documents())
    annotations, _ = annotate_all(documents, None)
    return GraphStore(build_dataset(with_gold_keys(list(annotations), gold_annotations)))


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xfail(strict=True)) if name in NOT_YET else name for name in TABLES]
)
def test_what_the_program_reads_gives_the_answers(name: str, read: GraphStore, full: GraphStore) -> None:
    columns, rows = expected(name)
    found = set(answer(ask(read, name), columns))
    allowed = {*rows, *answer(ask(full, name), columns)}  # what annotators were free to mark is neither right nor wrong
    assert set(rows) <= found <= allowed
