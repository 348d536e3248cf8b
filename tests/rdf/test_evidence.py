"""Evidence that is judged document by document, and rules asked of what joins documents, find what all quads together give."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad
from seriktes.keeping.cache import FOLDER
from seriktes.keeping.cards import cards_of
from seriktes.model import Annotation
from seriktes.rdf import building
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import Making, Piece, described
from seriktes.rdf.inference import infer
from seriktes.rdf.keeping import Keeping, graph_of
from seriktes.rdf.serialize import write_nquads
from seriktes.rdf.validate import validate


def harmed(quads: Sequence[Quad], seed: int) -> list[Quad]:
    """Quads of a document whose claims lost some, and some of whose say other numbers, classes or words."""
    chance, kept = random.Random(seed), []
    for quad in sorted(quads, key=str):
        fate = chance.random()
        if quad.graph_name == t.DOCUMENTS_GRAPH:
            fate = 1.0
        if fate < 0.1:
            continue
        if fate < 0.14 and isinstance(quad.object, Literal):
            quad = Quad(quad.subject, quad.predicate, Literal(chance.choice(("", "7.0", "kk", "-3"))), quad.graph_name)
        elif fate < 0.14 and quad.predicate == t.TYPE:
            quad = Quad(quad.subject, quad.predicate, t.PERSON, quad.graph_name)
        kept.append(quad)
    return kept


def harmed_pieces(described: Iterable[Making], seed: int) -> list[Making]:
    """The pieces of a graph, those of documents harmed."""
    pieces = [making() for making in described]
    harmful = [p._replace(quads=set(harmed(list(p.quads), seed))) if p.graph else p for p in pieces]
    return [partial(Piece, *piece) for piece in harmful]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_wrong_is_found_wherever_it_is_looked_for(
    annotations: Sequence[Annotation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(building, "AT_ONCE", 2)
    pieces = harmed_pieces(described(annotations), seed)
    quads = {quad for making in pieces for quad in making().quads}
    quads |= infer(quads)
    for name in ("out", "work"):
        (tmp_path / name).mkdir()
    made = building.make_graph(pieces, tmp_path / "out", tmp_path / "work")
    wrong = validate(quads)
    assert "evidence" in {trouble.group for trouble in wrong}
    assert sorted((*made.violations, *made.warnings)) == sorted(trouble.line() for trouble in wrong)
    assert (tmp_path / "out" / "graph.nq").read_bytes() == write_nquads(quads)


def test_what_is_wrong_with_a_document_that_did_not_change_is_told_again(
    annotations: Sequence[Annotation], tmp_path: Path
) -> None:
    digests = {graph_of(card): "the same" for card in cards_of(annotations)}
    (tmp_path / FOLDER).mkdir()
    told = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        keeping = Keeping(tmp_path, "1", digests)
        pieces = harmed_pieces(described(annotations, keeping=keeping), 1)
        made = building.make_graph(pieces, tmp_path, tmp_path / name, keeping=keeping)
        told.append((len(keeping.spared), made, (tmp_path / "graph.nq").read_bytes()))
    assert told[0][0] == 0 and told[1][0] == len(annotations)
    assert told[0][1:] == told[1][1:] and "Assertion-" in "".join(told[0][1].violations)
