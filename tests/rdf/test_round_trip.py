"""What is written is read back the same: N-Quads, TriG and JSON-LD, by Oxigraph and by rdflib, whatever stands in the texts."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.compare import to_isomorphic
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.jsonld import write_jsonld
from seriktes.rdf.serialize import write_nquads
from seriktes.rdf.trig import write_trig

WRITERS: dict[str, tuple[Callable[..., bytes], RdfFormat, str]] = {
    "N-Quads": (write_nquads, RdfFormat.N_QUADS, "nquads"),
    "TriG": (write_trig, RdfFormat.TRIG, "trig"),
    "JSON-LD": (write_jsonld, RdfFormat.JSON_LD, "json-ld"),
}
FORMS = pytest.mark.parametrize("form", WRITERS)


def dataset(quads: object) -> Dataset:
    found = Dataset(quads)  # type: ignore[arg-type]
    found.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return found


def again(form: str, quads: tuple[Quad, ...] | list[Quad]) -> Dataset:
    write, read, _ = WRITERS[form]
    return dataset(parse(write(quads), format=read))


def in_rdflib(form: str, data: bytes) -> dict[str, rdflib.Graph]:
    """The named graphs as rdflib reads them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        read = rdflib.Dataset().parse(data=data, format=WRITERS[form][2])
        return {str(graph.identifier): graph for graph in read.graphs() if len(graph)}


@FORMS
def test_a_graph_is_read_back_the_same(form: str, annotations: list[Annotation]) -> None:
    quads = build_dataset(annotations)
    assert again(form, quads) == dataset(quads)


@FORMS
def test_the_gold_is_read_back_the_same(form: str, gold_annotations: list[Annotation]) -> None:
    quads = build_dataset(gold_annotations)
    assert again(form, quads) == dataset(quads)


@pytest.mark.parametrize("form", ["TriG", "JSON-LD"])
def test_rdflib_reads_the_same_graphs(form: str, annotations: list[Annotation]) -> None:
    quads = build_dataset(annotations)
    expected = in_rdflib("N-Quads", write_nquads(quads))
    found = in_rdflib(form, WRITERS[form][0](quads))
    assert found.keys() == expected.keys()
    assert all(to_isomorphic(found[name]) == to_isomorphic(expected[name]) for name in expected)


HOSTILE = [
    "\u202e",
    "\u0000",
    "\ud800",
    "\ufffe",
    '"',
    "\\",
    "'''",
    '"""',
    "\r\n",
    "{",
    "}",
    "@kk",
    "^^",
    "<",
    ">",
    "\U0010ffff",
    "ә",
]
TEXTS = st.lists(st.one_of(st.text(max_size=6), st.sampled_from(HOSTILE)), max_size=4).map("".join)


@FORMS
@settings(max_examples=15, deadline=None)
@given(words=TEXTS)
def test_whatever_stands_in_the_texts(form: str, words: str, make: Callable[[Callable[[str], str]], list[Annotation]]) -> None:
    quads = build_dataset(make(lambda text: f"{text}{words}"))
    assert again(form, quads) == dataset(quads)


THING = NamedNode("https://w3id.org/seriktes/id/org/a")
#: A text without the characters that no RDF file can hold; the program takes those out before it writes.
HOLDABLE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
VALUES = st.one_of(
    HOLDABLE.map(Literal),
    st.tuples(HOLDABLE, st.sampled_from(["kk", "ru", "en", "kk-latn"])).map(lambda pair: Literal(pair[0], language=pair[1])),
    st.sampled_from(["2021", "2021-11", "-5", "0.50", "true"]).map(lambda text: Literal(text, datatype=t.XSD("gYear"))),
    st.sampled_from(["decimal", "date", "nonNegativeInteger", "anyURI"]).map(lambda kind: Literal("1", datatype=t.XSD(kind))),
    st.sampled_from([THING, t.ORGANIZATION, t.SCHEME("role/speaker")]),
)
PREDICATES = st.sampled_from([t.PREF_LABEL, t.CONFIDENCE, t.PARTY, t.OBJECT, t.START, t.TITLE, t.KNOWN_COUNTRY, t.TYPE, t.LABEL])
GRAPHS = st.sampled_from([t.ENTITIES_GRAPH, t.INFERRED_GRAPH, NamedNode("https://w3id.org/seriktes/doc/00")])


def written(predicate: NamedNode, value: object) -> bool:
    return predicate != t.TYPE or isinstance(value, NamedNode)


@FORMS
@settings(max_examples=60, deadline=None)
@given(said=st.lists(st.tuples(PREDICATES, VALUES, GRAPHS), min_size=1, max_size=8))
def test_any_value_of_any_property(form: str, said: list[tuple[NamedNode, Literal | NamedNode, NamedNode]]) -> None:
    quads = [Quad(THING, predicate, value, graph) for predicate, value, graph in said if written(predicate, value)]
    assert again(form, quads) == dataset(quads)
