"""Judgements on made-up reports: what each does, what no longer applies, what contradicts, and that order never matters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seriktes.annotations import to_json
from seriktes.errors import DataError
from seriktes.identity.resolve import resolve
from seriktes.judgements import judge as judging
from seriktes.judgements.judge import Judged, judge
from seriktes.judgements.lines import read_statements
from seriktes.judgements.renaming import renamed
from seriktes.model import Annotation


def judged(reports: Sequence[Annotation], *lines: str) -> Judged:
    return judge(reports, read_statements("\n".join(lines), "judgements.txt"), "judgements.txt")


def keys(found: Judged) -> dict[str, str | None]:
    return {f"{a.document.id}#{e.id}": e.key for a in found.annotations for e in a.entities}


def idle(found: Judged) -> list[str]:
    return [note.reason for note in found.idle]


def test_without_judgements_names_in_three_languages_meet(reports) -> None:
    found = judged(reports)
    assert keys(found)["kazakh#e1"] == keys(found)["russian#e1"] == keys(found)["english#e1"] == "kamkor-foundation"
    assert found.aliases["fond-kamkor"] == ("Organization", "kamkor-foundation")
    assert found.aliases["kamkor-kory"] == ("Organization", "kamkor-foundation")


def test_same_joins_two_and_the_other_key_leads_to_the_one(reports) -> None:
    found = judged(reports, "same zhasyl-dala-birlestigi bridge-association")
    assert keys(found)["kazakh#e2"] == keys(found)["russian#e2"] == "bridge-association"
    assert found.aliases["zhasyl-dala-birlestigi"] == ("Organization", "bridge-association")
    assert idle(found) == []


def test_different_takes_one_name_off_and_leaves_the_rest_together(reports) -> None:
    found = keys(judged(reports, "different kamkor-foundation kazakh#e1"))
    assert found["russian#e1"] == found["english#e1"] == "kamkor-foundation"
    assert found["kazakh#e1"] == "kamkor-kory"


@pytest.mark.parametrize("side", ["fond-kamkor", 'org "Фонд «Камкор»"', 'org "фонд Камкор"', "russian#e1"])
def test_a_thing_is_named_by_an_earlier_key_a_name_or_its_place(reports, side: str) -> None:
    found = judged(reports, f"country {side} UZ")
    assert {e.country for a in found.annotations for e in a.entities if e.key == "kamkor-foundation"} == {"UZ"}


def test_an_entity_is_not_the_listed_body_it_was_taken_for(reports) -> None:
    found = judged(reports, "different mfa-kazakhstan ministry#e1")
    (ministry,) = (e for a in found.annotations if a.document.id == "ministry" for e in a.entities if e.id == "e1")
    assert ministry.authority is None
    assert ministry.key != "mfa-kazakhstan"


def test_an_entity_is_a_listed_body_that_no_document_names(reports) -> None:
    assert keys(judged(reports, "same ministry#e2 mfa-uzbekistan"))["ministry#e2"] == "mfa-uzbekistan"


def test_two_listed_bodies_that_a_person_joins_keep_the_first_key(reports) -> None:
    found = judged(reports, "same mfa-uzbekistan mfa-kazakhstan")
    assert keys(found)["ministry#e1"] == "mfa-kazakhstan"
    assert found.aliases["mfa-uzbekistan"] == ("Organization", "mfa-kazakhstan")
    assert idle(found) == []


def test_rename_kind_and_country(reports) -> None:
    found = judged(
        reports,
        'rename kamkor-foundation en "Qamqor Fund"',
        'rename kamkor-foundation kk "«Қамқор» қайырымдылық қоры"',
        "kind kamkor-foundation ngo",
        "country kamkor-foundation none",
    )
    shown = [e for a in renamed(found.annotations, found.names) for e in a.entities if e.key == "kamkor-foundation"]
    assert [e.name for e in shown] == ["«Қамқор» қайырымдылық қоры", "Фонд «Камкор»", "Qamqor Fund"]
    assert {e.name_en for e in shown} == {"Qamqor Fund"}
    assert {(e.kind, e.country) for e in shown} == {("ngo", None)}


def facts(found: Judged, document: str) -> list[tuple[str, float, str]]:
    (annotation,) = (a for a in found.annotations if a.document.id == document)
    return [(f.type, f.confidence, f.rule) for f in annotation.facts]


def test_a_rejected_fact_is_gone_and_others_stay(reports) -> None:
    found = judged(reports, "reject participation fond-kamkor forum in russian role=organizer")
    assert [name for name, _, _ in facts(found, "russian")] == ["participation", "post"]
    assert len(facts(found, "kazakh")) == 2


def test_cooperation_is_named_from_either_side(reports) -> None:
    assert facts(judged(reports, "reject cooperation bridge-association kamkor-foundation in english"), "english")[0][0] == "post"


def test_an_agreement_that_loses_a_party_is_found_under_its_old_key(reports) -> None:
    before = keys(judged(reports))["kazakh#e3"]
    found = judged(reports, f"reject party kamkor-kory {before} in kazakh")
    assert keys(found)["kazakh#e3"] != before
    assert found.aliases[before] == ("Agreement", keys(found)["kazakh#e3"])


def test_an_added_fact_carries_the_words_of_the_document(reports) -> None:
    line = 'add cooperation fond-kamkor assotsiatsiya-most in russian "Фонд «Камкор»  и ассоциация «Мост» провели форум."'
    found = judged(reports, line)
    (annotation,) = (a for a in found.annotations if a.document.id == "russian")
    (added,) = (f for f in annotation.facts if f.rule == "judgement")
    assert annotation.document.slice(added.evidence) == "Фонд «Камкор» и ассоциация «Мост» провели форум."
    assert (added.type, dict(added.arguments), added.confidence) == ("cooperation", {"a": "e1", "b": "e2"}, 1.0)


def test_what_is_added_twice_or_found_already_stands_once(reports) -> None:
    line = 'add cooperation kamkor-foundation bridge-association in english "The Kamkor Foundation works together"'
    assert [name for name, _, _ in facts(judged(reports, line, line), "english")] == ["cooperation", "post"]


def test_a_kept_fact_is_certain(reports) -> None:
    report = reports[2]
    doubtful = [type(f)(f.type, f.arguments, f.evidence, f.values, 0.5, f.rule) for f in report.facts]
    changed = [*reports[:2], Annotation(report.document, report.entities, tuple(doubtful))]
    found = judged(changed, "keep cooperation kamkor-foundation bridge-association in english")
    assert [confidence for _, confidence, _ in facts(found, "english")] == [1.0, 0.5]


@pytest.mark.parametrize(("verb", "passes"), [("keep", 1), ("reject", 2)])
def test_who_is_who_is_asked_again_only_where_a_fact_went(reports, monkeypatch, verb: str, passes: int) -> None:
    asked = []
    monkeypatch.setattr(judging, "resolve", lambda *given, **known: asked.append(1) or resolve(*given, **known))
    judged(reports, f"{verb} cooperation kamkor-foundation bridge-association in english")
    assert len(asked) == passes


CONTRADICTIONS = [
    (
        ["same a-one b-two", "same b-two c-three", "different a-one c-three"],
        "line 3: different a-one c-three",
        ["line 1", "line 2"],
    ),
    (["different c-three a-one", "same b-two a-one", "same c-three b-two"], "line 1: different", ["line 2", "line 3"]),
    (['rename a-one kk "Бір"', 'rename a-one kk "Екі"'], "line 2: rename", ["line 1"]),
    (["same a-one b-two", "kind a-one ngo", "kind b-two company"], "line 3: kind", ["line 2"]),
]


@pytest.mark.parametrize(("lines", "first", "others"), CONTRADICTIONS)
def test_contradictions_are_named_by_their_lines(reports, lines, first, others) -> None:
    names = {"a-one": "kamkor-foundation", "b-two": "zhasyl-dala-birlestigi", "c-three": "bridge-association"}
    for old, new in names.items():
        lines, first = [line.replace(old, new) for line in lines], first.replace(old, new)
    with pytest.raises(DataError) as caught:
        judged(reports, *lines)
    assert first in str(caught.value)
    assert all(f"{line}: " in str(caught.value) for line in others)


def test_a_contradiction_by_another_name_of_the_same_thing_is_seen(reports) -> None:
    with pytest.raises(DataError, match="contradicts line 1"):
        judged(reports, "same kazakh#e2 assotsiatsiya-most", 'different zhasyl-dala-birlestigi org "Ассоциация «Мост»"')


def test_a_fact_rejected_and_kept(reports) -> None:
    fact = "cooperation kamkor-foundation bridge-association in english"
    with pytest.raises(DataError, match=r"line 2: keep .* contradicts line 1: reject"):
        judged(reports, f"reject {fact}", f"keep {fact}")


WRONG = [
    ("same kamkor-fundation bridge-association", "did you mean kamkor-foundation?"),
    ('kind org "Бридж" ngo\ncountry org "Асоциация «Мост»" KZ', "did you mean ассоциация мост?"),
    ("same kamkor-foundation asel-omarova", "they are never one"),
    ("kind kamkor-foundation forum", "is no kind of a thing of type Organization"),
    ('add post fond-kamkor assotsiatsiya-most in russian "провели форум" title="x"', "the person of post is a Person"),
    ('add cooperation fond-kamkor fond-kamkor in russian "провели форум"', "not of one and itself"),
]


@pytest.mark.parametrize(("lines", "words"), WRONG)
def test_a_file_that_is_wrong_is_refused_whole(reports, lines: str, words: str) -> None:
    with pytest.raises(DataError) as caught:
        judged(reports, *lines.split("\n"))
    assert words in str(caught.value)
    assert "nothing of the file was applied" in str(caught.value)


IDLE = [
    ("same kamkor-foundation quite-another", "no thing 'quite-another' in these documents"),
    ("kind gone#e1 ngo", "no document 'gone' here"),
    ("kind russian#e99 ngo", "russian has no entity 'e99'"),
    ("reject post asel-omarova kamkor-foundation in gone", "no document 'gone' here"),
    ("reject post asel-omarova kamkor-foundation in kazakh", "kazakh states no such fact"),
    ("reject post asel-omarova bridge-association in kazakh", "kazakh does not name bridge-association"),
    ("reject signatory asel-omarova kamkor-foundation in russian", "russian states no such fact"),
    ('add cooperation fond-kamkor assotsiatsiya-most in russian "they met"', "these words do not stand in russian"),
    ("country mfa-uzbekistan KZ", "no thing 'mfa-uzbekistan' in these documents"),
    ("same kamkor-fundation bridge-association in gone", "gone is not among them"),
]


@pytest.mark.parametrize(("line", "words"), IDLE)
def test_what_no_longer_applies_is_told_and_changes_nothing(reports, line: str, words: str) -> None:
    found = judged(reports, line)
    assert len(idle(found)) == 1 and words in idle(found)[0]
    assert found.annotations == judged(reports).annotations


def test_two_spellings_in_one_line_are_no_slip_when_one_is_gone(some_reports) -> None:
    found = judged(some_reports("english"), "same bridge-association bridges-association")
    assert len(idle(found)) == 1


def test_a_name_that_is_two_things_is_told_with_both(reports) -> None:
    lines = ["different kazakh#e4 russian#e4", 'kind person "Асель Омарова" person']
    (reason,) = idle(judged(reports, *lines))
    assert "is 2 things here" in reason and "asel-omarova" in reason


def test_judgements_survive_a_document_that_gives_everything_new_keys(some_reports) -> None:
    lines = ("different kamkor-kory fond-kamkor", "kind zhasyl-dala-birlestigi ngo")
    before, after = (
        judged(some_reports("kazakh", "russian"), *lines),
        judged(some_reports("english", "kazakh", "russian"), *lines),
    )
    assert keys(before)["kazakh#e1"] != keys(before)["russian#e1"]
    assert keys(after)["kazakh#e1"] != keys(after)["russian#e1"]
    assert idle(before) == idle(after) == []
    known = {*keys(after).values(), *after.aliases}
    assert set(keys(before).values()) <= known


LINES = [
    "same zhasyl-dala-birlestigi bridge-association",
    "different kamkor-foundation kazakh#e1",
    'rename kamkor-foundation en "Qamqor Fund"',
    "kind assotsiatsiya-most ngo",
    "country zhasyl-dala-birlestigi GB",
    "reject post asel-omarova fond-kamkor in russian",
    "keep cooperation kamkor-foundation bridge-association in english",
    'add cooperation fond-kamkor assotsiatsiya-most in russian "Фонд «Камкор» и ассоциация «Мост»"',
    'add participation asel-omarova forum in russian "открыла форум" role=speaker',
    "same ministry#e2 mfa-uzbekistan",
    "kind nobody-at-all ngo",
]


def outcome(found: Judged) -> tuple[object, ...]:
    files = {a.document.id: to_json(a, explain=True) for a in renamed(found.annotations, found.names)}
    return files, dict(found.names), dict(found.aliases), [(n.statement.shown, n.reason) for n in found.notes]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(LINES), st.permutations(["kazakh", "russian", "english", "ministry"]))
def test_any_order_of_lines_and_documents_gives_the_same(some_reports, lines, names) -> None:
    settled = judged(some_reports("kazakh", "russian", "english", "ministry"), *LINES)
    assert [note.statement.shown for note in settled.idle] == ["kind nobody-at-all ngo"]
    assert outcome(judged(some_reports(*names), *lines)) == outcome(settled)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(LINES)), st.sets(st.sampled_from(["kazakh", "russian", "english", "ministry"]), min_size=1))
def test_any_part_of_the_file_works_on_any_part_of_the_documents(some_reports, lines, names) -> None:
    found = judged(some_reports(*sorted(names)), *sorted(lines))
    assert len(found.notes) == len(lines)
    everything = [e.key for a in found.annotations for e in a.entities]
    assert all(everything) and not set(found.aliases) & set(everything)
    for note in found.notes:
        if note.statement.verb == "same" and not note.reason:
            assert keys(found).get("kazakh#e2", "bridge-association") == "bridge-association" or "mfa" in note.statement.shown


SIDES = [
    "kamkor-foundation",
    "fond-kamkor",
    "bridge-association",
    "zhasyl-dala-birlestigi",
    "asel-omarova",
    "a-omarova",
    "mfa-kazakhstan",
    "mfa-uzbekistan",
    "forum",
    "kazakh#e1",
    "russian#e1",
    "russian#e4",
    "english#e3",
    "ministry#e1",
    "ministry#e2",
    'org "Фонд «Камкор»"',
    'person "Асель Омарова"',
]
PAIRS = st.builds(
    lambda verb, sides: f"{verb} {sides[0]} {sides[1]}",
    st.sampled_from(["same", "different"]),
    st.lists(st.sampled_from(SIDES), min_size=2, max_size=2, unique=True),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PAIRS, min_size=1, max_size=4))
def test_whatever_is_said_of_two_things_is_done_told_or_refused(reports, lines) -> None:
    try:
        found = judged(reports, *lines)
    except DataError as error:
        assert "line " in str(error)
        return
    types: dict[str | None, set[str]] = {}
    for annotation in found.annotations:
        for entity in annotation.entities:
            types.setdefault(entity.key, set()).add(entity.type)
    assert all(len(found) == 1 for found in types.values())
    now = keys(found)
    for note in found.notes:
        sides = [thing for thing in note.statement.things if thing.document]
        if not note.reason and len(sides) == 2:
            one, other = (now[f"{side.document}#{side.entity}"] for side in sides)
            assert (one == other) == (note.statement.verb == "same")
