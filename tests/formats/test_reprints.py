"""Reprints count once and are named; two events told by the same words do not become one."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seriktes.documents import read_text, reprints
from seriktes.documents.reprints import _FLANK, Reports, _Held, _most_in_common, find_reprints, fold_reprints
from seriktes.keeping.recalled import recalling
from seriktes.model import Document

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).resolve().parents[2]


def load() -> ModuleType:
    import sys

    spec = importlib.util.spec_from_file_location("reprints", ROOT / "benchmarks" / "reprints.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["reprints"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold() -> list[tuple[str, Document]]:
    return list(load().gold_documents())


def test_the_gold_is_grouped(gold: list[tuple[str, Document]]) -> None:
    assert load().score(gold)[0].f1 >= 0.95


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_files_does_not_matter(gold: list[tuple[str, Document]], seed: int) -> None:
    documents = [document for _, document in gold]
    first = fold_reprints(documents)
    random.Random(seed).shuffle(documents)
    second = fold_reprints(documents)
    assert {d.id: d.copies for d in first.documents} == {d.id: d.copies for d in second.documents}
    assert first.reprints == second.reprints


def test_what_was_found_before_is_found_again_without_a_look(
    gold: list[tuple[str, Document]], monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [document for _, document in gold]
    with recalling(b"") as told:
        first, kept = fold_reprints(documents), told()
    assert first.reprints and kept
    monkeypatch.setattr("seriktes.documents.reprints.is_reprint", lambda *_: pytest.fail("it was looked at again"))
    with recalling(kept):
        assert fold_reprints(documents) == first


def test_a_hundred_copies_of_one_report_count_once(gold: list[tuple[str, Document]]) -> None:
    text = gold[0][1].text
    copies = [read_text(f"ОРАЛ. {n} мамыр. Газет {n} – {text}".encode(), f"d{n:03}", f"d{n:03}.txt") for n in range(100)]
    folded = fold_reprints(copies)
    assert len(folded.documents) == 1 and len(folded.documents[0].copies) == 99


def test_the_graph_the_report_and_the_annotation_name_the_reprints(
    tmp_path: Path, run: Run, gold: list[tuple[str, Document]]
) -> None:
    kept = [document for group, document in gold if group == "kk-fund"]
    for document in kept:
        (tmp_path / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    code, _, err = run("build", tmp_path, "--out", tmp_path / "graph")
    assert code == 0, err
    assert "1 document," in err
    (made,) = (tmp_path / "graph" / "annotations").iterdir()
    copies = json.loads(made.read_text(encoding="utf-8"))["document"]["copies"]
    others = {d.id for d in kept} - {made.stem}
    assert {copy["id"] for copy in copies} == others
    graph = (tmp_path / "graph" / "graph.nq").read_text(encoding="utf-8")
    assert graph.count("<http://purl.org/dc/terms/isVersionOf>") == len(others)
    report = (tmp_path / "graph" / "report.md").read_text(encoding="utf-8")
    assert all(f"{name}.txt: is a reprint of {made.stem}.txt" in report for name in others)


def test_extract_reads_each_copy(tmp_path: Path, run: Run, gold: list[tuple[str, Document]]) -> None:
    for document in [d for g, d in gold if g == "kk-fund"][:2]:
        (tmp_path / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    assert run("extract", tmp_path, "--out", tmp_path / "out")[0] == 0
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_translations_of_one_report_are_linked_and_not_merged(gold: list[tuple[str, Document]]) -> None:
    from seriktes.identity.translations import find_translations
    from seriktes.pipeline import annotate_all
    from seriktes.rdf import terms as t
    from seriktes.rdf.dataset import build_dataset

    reports = [document for _, document in gold if document.id.endswith("-0")]
    annotations, _ = annotate_all(reports)
    pairs = {(one.document.id, other.document.id) for one, other in find_translations(annotations)}
    assert pairs == {
        ("kk-fund-0", "en-fund-0"),
        ("kk-fund-0", "ru-fund-0"),
        ("ru-fund-0", "en-fund-0"),
        ("ru-grants-0", "en-grants-0"),
    }
    links = [quad for quad in build_dataset(annotations) if quad.predicate == t.ALTERNATE_OF]
    assert len(links) == 2 * len(pairs)
    assert len(annotations) == len(reports)


WORDS = st.lists(st.sampled_from("abcde"), max_size=25)


@given(WORDS, WORDS)
def test_no_more_words_agree_than_are_soon_counted(ours: list[str], theirs: list[str]) -> None:
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks if block.size >= _FLANK) <= _most_in_common(tuple(ours), tuple(theirs))


_PARTS = [" ".join(f"{letter}{number}" for number in range(12)) for letter in "abcdefgh"]


def a_folder() -> st.SearchStrategy[dict[str, tuple[tuple[int, ...], str | None]]]:
    """Documents by name, each of some parts and maybe of a day."""
    text = st.lists(st.integers(0, len(_PARTS) - 1), min_size=1, max_size=5, unique=True).map(tuple)
    return st.dictionaries(st.sampled_from("123456789"), st.tuples(text, st.sampled_from((None, "2024-05-01"))), max_size=9)


def documents_of(folder: dict[str, tuple[tuple[int, ...], str | None]]) -> list[Document]:
    return [
        Document(name, f"{name}.txt", f"{' '.join(_PARTS[n] for n in parts)} {name}", "en", (), published=day)
        for name, (parts, day) in sorted(folder.items())
    ]


@given(before=a_folder(), now=a_folder())
def test_what_the_build_before_found_of_reprints_changes_nothing(
    before: dict[str, tuple[tuple[int, ...], str | None]], now: dict[str, tuple[tuple[int, ...], str | None]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_COMMON", 2), ("_KEPT", 6), ("_COMPARED", 2)):  # so that these few documents reach them
            patch.setattr(reprints, name, value)
        was, present = _Held(documents_of(before)), _Held(documents_of({**before, **now} if len(now) % 2 else now))
        known = find_reprints(was)
        told = {seen: known[seen.id] for seen in was.prints}
        assert find_reprints(present, told) == find_reprints(present)


def test_only_what_shares_words_with_a_document_that_came_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    look = reprints._look

    def noted(reports: Reports, place: int, *others: object) -> object:
        looked.append(reports.prints[place].id)
        return look(reports, place, *others)  # type: ignore[arg-type]

    before = _Held(documents_of({"1": ((0, 1, 2), None), "2": ((3, 4), None), "3": ((0, 1), None)}))
    known = find_reprints(before)
    assert known["3"].of == "1"
    monkeypatch.setattr(reprints, "_look", noted)
    present = _Held(documents_of({"1": ((0, 1, 2), None), "2": ((3, 4), None), "3": ((0, 1), None), "4": ((3,), None)}))
    assert find_reprints(present, {seen: known[seen.id] for seen in before.prints})["4"].of == "2" and looked == ["4"]
