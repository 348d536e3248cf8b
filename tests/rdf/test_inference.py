"""The rules: what they draw from the gold, that they settle, and that attendance makes no partner."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store
from seriktes.annotations import from_dict
from seriktes.errors import DataError
from seriktes.model import Annotation, Document
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.inference import draw_in_order, infer, load_rules
from seriktes.rdf.inference import inferred as drawn
from seriktes.rdf.iris import rule_iri
from seriktes.rdf.serialize import to_lines


def inferred(annotations: list[Annotation]) -> list[Quad]:
    return [quad for quad in build_dataset(annotations) if quad.graph_name == t.INFERRED_GRAPH]


def pairs(quads: list[Quad], kind: str) -> set[tuple[str, ...]]:
    """The partners of each partnership of a kind, by key."""
    chosen = {q.subject for q in quads if q.predicate == t.KIND and q.object == t.SCHEME(f"partnership-kind/{kind}")}
    return {
        tuple(
            sorted(
                q.object.value.rsplit("/")[-1]
                for q in quads
                if q.subject == node and q.predicate == t.PARTNER and isinstance(q.object, NamedNode)
            )
        )
        for node in chosen
    }


def said(facts: list[dict[str, str]], entities: dict[str, str]) -> Annotation:
    document = Document("d", "d.txt", "Мәтін.", "kk", ())
    return from_dict(
        {
            "entities": [
                {"id": key, "key": key, "type": kind, "kind": None, "name": key, "mentions": []} for key, kind in entities.items()
            ],
            "facts": [fact | {"evidence": {"start": 0, "end": 6}} for fact in facts],
        },
        document,
    )


def test_the_rules_have_ids_and_sentences() -> None:
    assert [rule.id for rule in load_rules()] == [f"R{number}" for number in range(1, 10)]
    assert all(len({rule.kk, rule.ru, rule.en}) == 3 for rule in load_rules())


def test_the_partnerships_of_the_gold(gold_annotations: list[Annotation]) -> None:
    quads = inferred(gold_annotations)
    assert len(pairs(quads, "agreement")) == 7
    assert len({name for pair in pairs(quads, "agreement") for name in pair}) == 12
    assert pairs(quads, "project") == {
        ("grin-civic-alliance-kostanay", "ural-eurasia-expert-club"),
        ("centre-for-strategic-consulting", "civic-alliance-east-kazakhstan"),
    }
    assert len(pairs(quads, "co-organiser")) == 7
    assert pairs(quads, "cross-border") == {
        ("connectfutures", "kazakhstan-ngo-consortium"),
        ("assembly-of-people-of-kazakhstan", "committee-interethnic-relations-uzbekistan"),
    }
    partners = {frozenset((q.subject, q.object)) for q in quads if q.predicate == t.PARTNERS_WITH}
    assert len(partners) == 7


def test_everything_drawn_says_from_what_and_by_which_rule(gold_annotations: list[Annotation]) -> None:
    quads = inferred(gold_annotations)
    nodes = {q.subject for q in quads if q.predicate == t.TYPE and q.object != t.ACTIVITY}
    derived = {q.subject for q in quads if q.predicate == t.DERIVED_FROM}
    generated = {q.subject for q in quads if q.predicate == t.GENERATED_BY}
    assert nodes == derived == generated
    claims = {q.subject for q in build_dataset(gold_annotations) if q.object == t.ASSERTION}
    assert {q.object for q in quads if q.predicate == t.DERIVED_FROM} <= claims


def test_co_participation_is_weighed(gold_annotations: list[Annotation]) -> None:
    quads = inferred(gold_annotations)
    pairs_of = Counter(q.object for q in quads if q.predicate == t.BASIS)
    assert pairs_of
    weights = [float(q.object.value) for q in quads if q.predicate == t.WEIGHT and not isinstance(q.object, NamedNode)]
    assert all(0 < weight <= 1 for weight in weights)


ROLES = ["host", "speaker", "moderator", "participant", "organizer"]
AGENTS = {"a": "Organization", "b": "Organization", "c": "Place", "d": "Person"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(ROLES), st.sampled_from("ef")), max_size=8))
def test_attendance_never_makes_a_partner(attended: list[tuple[str, str, str]]) -> None:
    facts = [{"type": "participation", "agent": agent, "event": event, "role": role} for agent, role, event in attended]
    facts += [
        {"type": "part_of", "part": "e", "whole": "f"},
        {"type": "post", "person": "d", "organization": "a", "title": "өкілі"},
        {"type": "cooperation", "a": "a", "b": "b"},
    ]
    quads = inferred([said(facts, {**AGENTS, "e": "Event", "f": "Event"})])
    assert not [q for q in quads if q.predicate == t.PARTNERS_WITH]


def test_one_party_or_a_resolution_makes_no_partner() -> None:
    annotation = said([{"type": "party", "agent": "a", "agreement": "m"}], {**AGENTS, "m": "Agreement"})
    assert not inferred([annotation])


def test_affiliation_goes_up_through_units() -> None:
    facts = [
        {"type": "post", "person": "d", "organization": "unit", "title": "меңгерушісі"},
        {"type": "part_of", "part": "unit", "whole": "house"},
        {"type": "part_of", "part": "house", "whole": "state"},
    ]
    kinds = {"d": "Person", "unit": "Organization", "house": "Organization", "state": "Organization"}
    drawn = {
        q.object.value.rsplit("/")[-1]
        for q in inferred([said(facts, kinds)])
        if q.predicate == t.MEMBER_OF and isinstance(q.object, NamedNode)
    }
    assert drawn == {"house", "state"}


def test_cycles_settle() -> None:
    facts = [
        {"type": "post", "person": "d", "organization": "a", "title": "төрағасы"},
        {"type": "part_of", "part": "a", "whole": "b"},
        {"type": "part_of", "part": "b", "whole": "a"},
        {"type": "part_of", "part": "e", "whole": "f"},
        {"type": "part_of", "part": "f", "whole": "e"},
        {"type": "participation", "agent": "d", "event": "e", "role": "speaker"},
    ]
    assert inferred([said(facts, {**AGENTS, "e": "Event", "f": "Event"})])


def test_running_the_rules_again_adds_nothing(gold_annotations: list[Annotation]) -> None:
    quads = set(build_dataset(gold_annotations))
    assert infer(quads) <= quads


def test_no_rule_feeds_an_earlier_one_or_itself(gold_annotations: list[Annotation], tmp_path: Path) -> None:
    stated = [quad for quad in build_dataset(gold_annotations) if quad.graph_name != t.INFERRED_GRAPH]
    store = Store()
    store.bulk_extend(stated)
    lines = [line for some in draw_in_order(store, tmp_path / "between") for line in some]
    assert set(drawn(store)) == infer(stated)
    assert sorted(set(lines)) == to_lines(drawn(store))


def test_rules_that_do_not_settle_are_told(annotations: list[Annotation]) -> None:
    with pytest.raises(DataError, match="after 1 rounds"):
        infer({q for q in build_dataset(annotations) if q.graph_name != t.INFERRED_GRAPH}, rounds=1)


def test_rule_sentences_stand_in_the_graph(annotations: list[Annotation]) -> None:
    labels = [q for q in inferred(annotations) if q.subject == rule_iri("R1") and q.predicate == t.LABEL]
    assert len(labels) == 3
