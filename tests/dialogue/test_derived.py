"""What rules draw is explained: the rule in words, whom it is about, and the sentences behind it."""

from __future__ import annotations

from seriktes.annotations import from_dict
from seriktes.dialogue.derived import drawn, told
from seriktes.dialogue.material import Material
from seriktes.dialogue.words import Words
from seriktes.judgements.things import Things
from seriktes.model import Annotation, Document

TEXT = "А мен Б келісті. Форумды В ашты. Д бөлімнің басшысы."


def lines_of(found: Things, keys: tuple[str, ...]) -> list[str]:
    return list(told(found, keys, Words(Material(found, (), None), "en")))


def things(*facts: dict[str, str]) -> Things:
    kinds = {
        "a": "Organization",
        "b": "Organization",
        "c": "Organization",
        "d": "Person",
        "m": "Agreement",
        "e": "Event",
        "f": "Event",
    }
    document = Document("doc", "doc.txt", TEXT, "kk", ())
    entities = [
        {"id": key, "key": key, "type": kind, "kind": None, "name": f"«{key.upper()}»", "mentions": []}
        for key, kind in kinds.items()
    ]
    said = [fact | {"evidence": {"start": 0, "end": 16}} for fact in facts]
    annotation: Annotation = from_dict({"entities": entities, "facts": said}, document)
    return Things([annotation])


PARTIES = ({"type": "party", "agent": "a", "agreement": "m"}, {"type": "party", "agent": "b", "agreement": "m"})


def test_a_partnership_is_explained_by_its_rule_and_sentence() -> None:
    lines = lines_of(things(*PARTIES), ("a", "b"))
    assert lines == [
        "",
        "What the rules draw from it (1)",
        "  R1: Two parties of one agreement are partners.",
        "    «A» and «B», on «M»",
        "      “А мен Б келісті.” (doc.txt)",
    ]


def test_only_what_is_about_all_that_was_asked_is_told() -> None:
    assert lines_of(things(*PARTIES), ("a", "c")) == []
    assert [item.about for item in drawn(things(*PARTIES), ("m",))] == [("a", "b")]


def test_attendance_draws_no_partners() -> None:
    there = [{"type": "participation", "agent": agent, "event": "e", "role": "participant"} for agent in "abc"]
    found = drawn(things(*there), ("a",))
    assert {item.rules for item in found} == {("R9",)}
    assert any("It is no partnership" in line for line in lines_of(things(*there), ("a",)))


def test_affiliation_and_sub_events_are_explained() -> None:
    facts = (
        {"type": "post", "person": "d", "organization": "a", "title": "басшысы"},
        {"type": "part_of", "part": "a", "whole": "b"},
        {"type": "participation", "agent": "d", "event": "e", "role": "speaker"},
        {"type": "part_of", "part": "e", "whole": "f"},
    )
    found = {item.rules: (item.about, item.on) for item in drawn(things(*facts), ("d",))}
    assert found[("R5",)] == (("b", "d"), ())
    assert found[("R6",)] == (("d",), ("f",))
    assert ("R4",) not in found  # a post that is held only restates the fact


def test_many_by_one_rule_are_counted() -> None:
    there = [{"type": "participation", "agent": agent, "event": event, "role": "speaker"} for event in "ef" for agent in "abc"]
    lines = lines_of(things(*there), ())
    assert "What the rules draw from it (6)" in lines
    assert not any("more by this rule" in line for line in lines)
