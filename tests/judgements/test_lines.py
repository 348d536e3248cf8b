"""The judgement file: what a line may say, and how each mistake is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seriktes.authority.records import load_authority
from seriktes.errors import DataError
from seriktes.judgements.file import LARGEST, default_file, read_file
from seriktes.judgements.lines import read_statements
from seriktes.judgements.statements import KINDS, Named, Statement
from seriktes.resources import ONTOLOGY, read_text

GOOD = [
    "same kamkor-foundation fond-kamkor",
    "same kamkor-foundation fond-kamkor in memo second",
    'different person "Асель Омарова" memo#e4',
    'rename kamkor-foundation kk "«Қамқор» қайырымдылық қоры"',
    "kind bridge-association ngo",
    "kind bridge-association none",
    "country bridge-association GB",
    "reject party fond-kamkor memorandum-a-b in memo",
    "keep participation asel-omarova forum in memo role=speaker",
    'add cooperation a b in memo "A works with B"',
    'add post person "Асель Омарова" org "Фонд ""Мост""" in "my memo" "она, директор фонда" title="директор фонда"',
    'add dated forum in memo "16 мая" end=2024-05-17 start=2024-05',
    'same "my memo#e1" other#e2',
]


@pytest.mark.parametrize("line", GOOD)
def test_a_line_is_read_and_written_the_same(line: str) -> None:
    (statement,) = read_statements(line, "judgements.txt")
    assert statement.shown == line


def test_comments_blank_lines_and_line_ends_say_nothing() -> None:
    text = "\ufeff# what we decided\r\n\r\nsame a b  # they moved\r\n   \nkind a ngo"
    assert [(s.line, s.shown) for s in read_statements(text, "f")] == [(3, "same a b"), (5, "kind a ngo")]


BAD = [
    ("sane a b", "did you mean same?"),
    ("same a", "a thing is missing"),
    ("same a b c", "'c' is too much"),
    ("same a a", "both sides are a"),
    ("same Қамқор b", "'Қамқор' is no key"),
    ("same «Қамқор» b", "straight quotes"),
    ('same "Қамқор" b', "says no type"),
    ('same "Қамқор b', "the quotes do not fit"),
    ("kind a ngoo", "did you mean ngo?"),
    ("country a ZZ", "no country code"),
    ("country a kz", "no country code"),
    ('rename a fr "Nom"', "'fr' is no language"),
    ('rename a kk ""', "the name is empty"),
    ("rename a kk Қамқор", "straight quotes"),
    ("reject partie a b in memo", "did you mean party?"),
    ("reject party a b", "«in» and the document"),
    ("add party a b in memo", "the words of the document"),
    ('add dated forum in memo "16 мая"', "start="),
    ('add dated forum in memo "16 мая" start=16.05.2024', "no date"),
    ('add participation a forum in memo "…" role=boss', "'boss' is no role"),
    ("reject post a b in memo role=speaker", "post has no 'role'"),
    ("keep party a b in memo title=", "party has no 'title'"),
    ('rename a kk "Қам\x1b[2Jқор"', "U+001B"),
    ('rename a kk "Қам\u202eқор"', "U+202E"),
    ("same a b\rsame c d", "U+000D"),
    ("same a\x00 b", "U+0000"),
    ("same a " + "b" * 6000, "longer than 5000 characters"),
    ("s" * 4000 + " a b", "sssss…"),
]


@pytest.mark.parametrize(("line", "word"), BAD)
def test_a_mistake_is_told_with_its_line(line: str, word: str) -> None:
    with pytest.raises(DataError) as caught:
        read_statements(f"# first\n{line}\nsame a b\n", "judgements.txt")
    assert str(caught.value).startswith("judgements.txt line 2: ")
    assert word in str(caught.value)
    assert "nothing of the file was applied" in str(caught.value)


def test_several_mistakes_are_told_together() -> None:
    with pytest.raises(DataError) as caught:
        read_statements("sane a b\nsame a b\nsame a\nkind a b\ncountry a b\n", "f")
    assert [n for n in "12345" if f"line {n}:" in str(caught.value)] == ["1", "3", "4"]
    assert "(and 1 more)" in str(caught.value)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        read_statements(text, "f")
    except DataError as error:
        assert re.match(r"f line \d+: ", str(error))


NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20).map(
    lambda name: " ".join(name.split())
)


@given(NAMES.filter(bool), NAMES.filter(bool))
def test_any_name_and_any_document_can_be_written(name: str, document: str) -> None:
    said = Statement(1, "same", (Named(type="Organization", name=name), Named(key="a")), (document,))
    assert read_statements(said.shown, "f") == (said,)


def test_every_listed_key_can_be_written() -> None:
    lines = "\n".join(f"kind {key} other" for key in load_authority().records)
    assert len(read_statements(lines, "f")) == len(load_authority().records)


@pytest.mark.parametrize(("type_", "scheme"), [("Event", "event-kind"), ("Agreement", "agreement-kind"), ("Place", "place-kind")])
def test_kinds_are_those_of_the_ontology(type_: str, scheme: str) -> None:
    concepts = re.findall(rf"^{scheme}:(\w+) a skos:Concept", read_text(ONTOLOGY, "schemes.ttl"), re.MULTILINE)
    assert set(concepts) == KINDS[type_]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_file(tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes(b"same a b # \xe9\n")
    with pytest.raises(DataError, match="UTF-8"):
        read_file(tmp_path / "latin.txt")


def test_a_file_too_large_and_a_link_that_leads_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"# x\n" * (LARGEST // 4 + 1))
    with pytest.raises(DataError, match="is larger than 2 MB"):
        read_file(tmp_path / "large.txt")
    (tmp_path / "judgements.txt").symlink_to(tmp_path / "gone.txt")
    found = default_file([tmp_path])
    assert found is not None
    with pytest.raises(DataError, match="cannot be read"):
        read_file(found)


def test_the_file_is_found_beside_the_documents_or_in_the_results(tmp_path: Path) -> None:
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    out.mkdir()
    assert default_file([papers], out) is None
    (out / "judgements.txt").write_text("")
    assert default_file([papers], out) == out / "judgements.txt"
    (papers / "judgements.txt").write_text("")
    assert default_file([papers / "memo.txt"]) == papers / "judgements.txt"
    with pytest.raises(DataError, match="several judgement files"):
        default_file([papers], out)
