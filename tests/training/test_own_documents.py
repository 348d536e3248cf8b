"""What is learned from our own documents: names, not titles, and nothing where the gold leaves it open."""

import json
from pathlib import Path

import pytest
from seriktes.errors import DataError
from seriktes.training.own_documents import FIRST, LEARNED, SOURCE, marks_of, own_documents, sentences_of_set
from seriktes.training.train import OWN_TIMES, material, small_words_of

TEXT = "Tirek Foundation opened the Steppe Forum in Oral. Alma Nurbek spoke for the ministry.\n"


def entity(type_: str, *names: str, optional: bool = False) -> dict[str, object]:
    places = [{"start": TEXT.index(name), "end": TEXT.index(name) + len(name), "text": name} for name in names]
    return {"type": type_, "mentions": places, **({"optional": True} if optional else {})}


GOLD = {
    "document": {"id": "opening", "file": "opening.txt", "language": "en"},
    "entities": [
        entity("Organization", "Tirek Foundation", "the ministry"),
        entity("Event", "Steppe Forum"),
        entity("Place", "Oral", optional=True),
        entity("Person", "Alma Nurbek"),
    ],
    "facts": [],
}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    for name in LEARNED:
        place = tmp_path / ("" if name == FIRST else name) / "en"
        place.mkdir(parents=True)
        (place / "opening.txt").write_text(TEXT, encoding="utf-8")
        (place / "opening.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_names_are_learned_and_titles_are_none() -> None:
    told = {(TEXT[m.start : m.end], m.label) for m in marks_of(GOLD)}
    assert ("Tirek Foundation", "Organization") in told and ("Alma Nurbek", "Person") in told
    assert not any(name == "Steppe Forum" for name, _ in told)


def test_what_is_optional_or_has_no_capital_is_open() -> None:
    assert {(TEXT[m.start : m.end], m.label) for m in marks_of(GOLD) if m.label == "?"} == {("Oral", "?"), ("the ministry", "?")}


def test_marks_stand_in_their_sentences(documents: Path) -> None:
    first, second = sentences_of_set(documents, "press", "en")
    assert [first.text[m.start : m.end] for m in first.layers["names"]] == ["Tirek Foundation", "Oral"]
    assert [second.text[m.start : m.end] for m in second.layers["names"]] == ["Alma Nurbek", "the ministry"]
    assert first.source == f"{SOURCE}press-opening"


def test_a_set_that_is_left_out_is_not_read(documents: Path) -> None:
    sources = {e.source for e in own_documents(documents, "en", frozenset({"press"}))}
    assert f"{SOURCE}last-opening" in sources and f"{SOURCE}press-opening" not in sources


@pytest.mark.parametrize("name", ["wire", "desk"])
def test_no_tagger_learns_from_a_set_that_measures(documents: Path, name: str) -> None:
    blind = documents / name / "en"
    blind.mkdir(parents=True)
    (blind / "opening.json").write_text("no gold is read here", encoding="utf-8")
    assert name not in LEARNED
    assert not any(name in e.source for e in own_documents(documents, "en"))


def test_a_missing_set_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="--documents"):
        list(own_documents(tmp_path, "en"))


def test_small_words_come_from_the_corpus_alone(tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OWN_TIMES, "kk", 1)
    folder = tmp_path / "corpora" / "kaznerd"
    folder.mkdir(parents=True)
    (folder / "IOB2_valid2.txt").write_text("AID1 O\nАхметов B-PERSON\nкелді O\n. O\n", encoding="utf-8")
    place = documents / "press" / "kk"
    place.mkdir()
    (place / "ashylu.txt").write_text("Серік Ахметов Оралда көрмені ашты.\n", encoding="utf-8")
    gold = {"document": {"id": "ashylu", "file": "ashylu.txt", "language": "kk"}, "entities": [], "facts": []}
    (place / "ashylu.json").write_text(json.dumps(gold), encoding="utf-8")
    examples = material("kk", folder.parent, documents=documents)
    assert any(e.source.startswith(SOURCE) for e in examples)
    assert small_words_of(examples, "kk") == small_words_of([e for e in examples if not e.source.startswith(SOURCE)], "kk")
