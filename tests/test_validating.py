"""The command ``validate``: what is wrong with a graph, told to people in three languages and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad
from rdflib.namespace import SH
from seriktes.cli import main
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.iris import entity_iri
from seriktes.rdf.serialize import write_nquads
from seriktes.rdf.shapes import load_groups

HERE = Path(__file__).parent
FUND = entity_iri("Organization", "akbota")
FORUM = entity_iri("Event", "forum")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["validate", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def whole(annotations: list[Annotation], tmp_path: Path) -> Path:
    path = tmp_path / "whole.nq"
    path.write_bytes(write_nquads(build_dataset(annotations)))
    return path


@pytest.fixture
def wrong(annotations: list[Annotation], tmp_path: Path) -> Path:
    """The forum has lost what proves its organiser, and is held in a foundation; the foundation is in no known country."""
    quads = {q for q in build_dataset(annotations) if not (q.predicate == t.SELECTOR and "#q-" in str(q.object))}
    quads -= {q for q in quads if q.subject == FUND and q.predicate == t.KNOWN_COUNTRY}
    quads.add(Quad(FUND, t.KNOWN_COUNTRY, Literal("KAZ"), t.ENTITIES_GRAPH))
    quads.add(Quad(FORUM, t.LOCATION, FUND, t.ENTITIES_GRAPH))
    path = tmp_path / "wrong.nq"
    path.write_bytes(write_nquads(quads))
    return path


def test_a_graph_that_conforms_is_told_so(whole: Path) -> None:
    code, out, _ = run(str(whole))
    assert code == 0
    assert out.startswith("The graph conforms to all shapes.\nviolations: 0, warnings: 0\n")


def test_the_folder_of_a_build_is_read(whole: Path) -> None:
    whole.rename(whole.parent / "graph.nq")
    assert run(str(whole.parent))[0] == 0


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", ["бұзылу: «Ақбота» қоры (ұйым)", "қасиет: белгілі елі = KAZ", "не істеу керек: Елді judgements.txt", "өткен жері = «Ақбота» қоры"]),
        ("ru", ["нарушение: Фонд «Акбота» (организация)", "свойство: известная страна = KAZ", "что сделать: Запишите страну", "место проведения = Фонд «Акбота»"]),
        ("en", ["violation: Aqbota Foundation (organisation)", "property: known country = KAZ", "what to do: Write the country", "location = Aqbota Foundation"]),
    ],
)  # fmt: skip
def test_the_report_speaks_the_readers_language(wrong: Path, language: str, expected: list[str]) -> None:
    code, out, _ = run(str(wrong), "--lang", language)
    assert code == 1
    assert [words for words in expected if words not in out] == []


def test_the_report_shows_where_the_statement_stands(annotations: list[Annotation], tmp_path: Path) -> None:
    quads = build_dataset(annotations)
    claims = {q.subject for q in quads if q.predicate == t.PREDICATE and q.object == t.ORGANIZER}
    too_sure = [
        Quad(q.subject, q.predicate, Literal("7.0", datatype=t.XSD("decimal")), q.graph_name)
        if q.predicate == t.CONFIDENCE and q.subject in claims
        else q
        for q in quads
    ]
    path = tmp_path / "sure.nq"
    path.write_bytes(write_nquads(too_sure))
    _, out, _ = run(str(path))
    assert "violation: Forum – organiser – Bridge (assertion)" in out
    sentence = "«Ақбота» қоры, «Bridge» ұйымы мен Білім министрлігі форумды ұйымдастырды."
    start = annotations[0].document.text.index(sentence)
    assert f"kk1.txt, characters {start}–{start + len(sentence)}: «{sentence}»" in out


def test_the_rest_of_a_long_report_is_counted(wrong: Path) -> None:
    _, out, _ = run(str(wrong), "--most", "1")
    assert out.count("what is wrong") == 1
    assert "more (to see all: --most)" in out


def test_programs_get_every_trouble_with_three_languages(wrong: Path) -> None:
    code, out, _ = run(str(wrong), "--format", "json", "--most", "1")
    found = json.loads(out)
    assert (code, found["conforms"]) == (1, False)
    country = next(trouble for trouble in found["troubles"] if trouble["shape"] == "Organization-country")
    assert country["value"] == "KAZ"
    assert country["name"] == {"kk": "«Ақбота» қоры", "ru": "Фонд «Акбота»", "en": "Aqbota Foundation"}
    assert {place["file"] for place in country["places"]} == {"kk1.txt", "ru1.txt"}


def test_the_turtle_is_a_shacl_report(wrong: Path) -> None:
    code, out, _ = run(str(wrong), "--format", "turtle")
    graph = rdflib.Graph().parse(data=out, format="turtle")
    report = graph.value(None, rdflib.RDF.type, SH.ValidationReport)
    assert (code, graph.value(report, SH.conforms)) == (1, rdflib.Literal(False))
    focuses = {str(graph.value(result, SH.focusNode)) for result in graph.objects(report, SH.result)}
    assert {FUND.value, FORUM.value} <= focuses
    everything = json.loads(run(str(wrong), "--format", "json")[1])["troubles"]
    assert len(list(graph.objects(report, SH.result))) == len(everything)


def test_paths_of_any_form_stand_in_the_turtle() -> None:
    _, out, _ = run(str(HERE / "rdf" / "broken.ttl"), "--format", "turtle")
    graph = rdflib.Graph().parse(data=out, format="turtle")
    assert list(graph.subject_objects(SH.inversePath))
    choices = {len(list(graph.items(choice))) for choice in graph.objects(None, SH.alternativePath)}
    assert choices == {2, 3}


def test_warnings_alone_leave_with_zero(whole: Path) -> None:
    label = Quad(FUND, t.ALT_LABEL, Literal("Aқбота", language="kk"), t.ENTITIES_GRAPH)
    whole.write_bytes(whole.read_bytes() + f"{label} .\n".encode())
    code, out, _ = run(str(whole))
    assert code == 0
    assert "warning: Aqbota Foundation" in out
    assert "conforms to all shapes.\nviolations: 0, warnings: 1\n" in out


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("graph.xlsx", "", "no known form of RDF; name a file that ends in .nq"),
        ("graph.ttl", "this is no Turtle", "is no well-formed RDF"),
        ("graph.nq", "", "holds no statement"),
        ("graph.jsonld", "{", "is no well-formed RDF"),
        ("graph.rdf", "<rdf:RDF", "is no well-formed RDF"),
    ],
)
def test_what_is_no_graph_is_told_in_one_line(tmp_path: Path, name: str, content: str, expected: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    code, out, err = run(str(tmp_path / name))
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert expected in err


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert "no such file" in run(str(tmp_path / "missing.ttl"))[2]
    assert "holds no graph; make one with" in run(str(tmp_path))[2]


def test_one_file_may_be_of_any_form(annotations: list[Annotation], tmp_path: Path) -> None:
    from pyoxigraph import RdfFormat, serialize

    quads = build_dataset(annotations)
    triples = {q.triple for q in quads if q.graph_name != t.DOCUMENTS_GRAPH}
    expected = None
    for form in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD):
        path = tmp_path / f"graph.{form.file_extension}"
        path.write_bytes(serialize(triples, format=form) or b"")
        found = json.loads(run(str(path), "--format", "json")[1])
        expected = expected or found
        assert found == expected
        assert not found["conforms"]


def test_each_group_has_a_cure_in_each_language() -> None:
    assert len(load_groups()) == 8
    assert all(len(set(group.cures)) == len(set(group.labels)) == 3 for group in load_groups().values())


def test_hostile_names_do_not_steer_the_terminal(tmp_path: Path) -> None:
    subject = NamedNode("https://example.org/a")
    path = tmp_path / "a.nq"
    path.write_bytes(f'{subject} {t.PREF_LABEL} "\x1b[31mred"@kk .\n'.encode())
    code, out, _ = run(str(path))
    assert code == 1
    assert "\x1b" not in out
