"""However a graph came to be, in one go, bit by bit, by several processes: its files are the same bytes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad
from seriktes.building import engines
from seriktes.building.build import Options, build_graph
from seriktes.building.built import read_build
from seriktes.building.engines import chunks_of
from seriktes.building.resolving import all_judged
from seriktes.keeping.moving import MAKING
from seriktes.keeping.program import program_files
from seriktes.model import Language
from seriktes.pipeline import annotate
from seriktes.rdf import building, renewed
from seriktes.rdf.describe import describe_claims
from seriktes.rdf.nodes import Node, describe_node

SENTENCES = (
    "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды.",
    "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве.",
    "The Bridge Foundation and the Qamqor Foundation signed a memorandum of cooperation in Astana on 3 June 2024.",
    "Әлия Сейітқызы, «Қамқор» қорының директоры, форумда сөз сөйледі.",
    "Алия Сейиткызы, директор фонда «Қамқор», выступила на форуме в Астане.",
    "В форуме приняли участие Министерство иностранных дел Казахстана и посольство Великобритании.",
)
NAMES = "abcd"
Edit = tuple[str, frozenset[int]]


def files_of(folder: Path) -> dict[str, bytes]:
    """All that a build leaves for people; what it keeps for itself has a name that begins with a point."""
    found = (p for p in folder.rglob("*") if p.is_file())
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(found)
        if not any(part.startswith(".") for part in p.relative_to(folder).parts)
    }


def write(folder: Path, edits: list[Edit]) -> None:
    """Give some documents other sentences; one without any is taken away."""
    folder.mkdir(exist_ok=True)
    for name, sentences in edits:
        path = folder / f"{name}.txt"
        if sentences:
            path.write_text(" ".join(SENTENCES[n] for n in sorted(sentences)), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


def a_script() -> st.SearchStrategy[list[list[Edit]]]:
    edit = st.tuples(st.sampled_from(NAMES), st.frozensets(st.integers(0, len(SENTENCES) - 1), max_size=3))
    return st.lists(st.lists(edit, min_size=1, max_size=3), min_size=2, max_size=3)


Counted = Callable[[], int]


def counted(monkeypatch: pytest.MonkeyPatch, place: str, work: Callable[..., object]) -> Counted:
    """How often some work was done since the last time it was asked."""
    seen: list[object] = []

    def done(*given: object) -> object:
        seen.append(given)
        return work(*given)

    monkeypatch.setattr(place, done)

    def since() -> int:
        number = len(seen)
        seen.clear()
        return number

    return since


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """How many documents were annotated."""
    return counted(monkeypatch, "seriktes.pipeline.annotate", annotate)


@pytest.fixture
def described(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """The claims of how many documents were described."""
    return counted(monkeypatch, "seriktes.rdf.dataset.describe_claims", describe_claims)


def check_script(tmp_path: Path, script: list[list[Edit]]) -> None:
    for folder in ("texts", "grown", "whole"):
        shutil.rmtree(tmp_path / folder, ignore_errors=True)
    texts = tmp_path / "texts"
    write(texts, [("always", frozenset({0}))])
    for edits in script:
        write(texts, edits)
        build_graph([texts], tmp_path / "grown")
    build_graph([texts], tmp_path / "whole")
    assert files_of(tmp_path / "grown") == files_of(tmp_path / "whole")


@pytest.fixture(params=["few changes", "many changes"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a change counts as one of few, so that the graph is told by its changes."""
    if request.param == "few changes":
        monkeypatch.setattr(renewed, "FEW", 0)


@pytest.mark.usefixtures("few")
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a_script())
def test_a_grown_graph_is_that_of_one_build(tmp_path: Path, script: list[list[Edit]]) -> None:
    check_script(tmp_path, script)


@pytest.mark.slow
@pytest.mark.usefixtures("few")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a_script())
def test_a_grown_graph_is_that_of_one_build_for_many_scripts(tmp_path: Path, script: list[list[Edit]]) -> None:
    check_script(tmp_path, script)


def test_where_few_documents_changed_nothing_is_asked_of_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither rules and shapes of a store, nor files of all lines."""
    monkeypatch.setattr(renewed, "FEW", 1)
    texts, out = tmp_path / "texts", tmp_path / "out"
    write(texts, [(f"{step}{n}", frozenset({n, (n + step) % len(SENTENCES)})) for step in (0, 1) for n in range(len(SENTENCES))])
    build_graph([texts], out)
    everything = counted(monkeypatch, "seriktes.rdf.building._of_everything", building._of_everything)
    all_lines = counted(monkeypatch, "seriktes.rdf.renewed._beside_new", renewed._beside_new)
    for edit in (("c", frozenset({1, 4})), ("c", frozenset({1, 3})), ("02", frozenset[int]())):
        write(texts, [edit])
        build_graph([texts], out)
        assert (everything(), all_lines()) == (0, 0)
        build_graph([texts], tmp_path / "whole")
        assert files_of(out) == files_of(tmp_path / "whole")
        shutil.rmtree(tmp_path / "whole")
        assert everything() == 1


def test_only_what_changed_is_read_and_described(tmp_path: Path, count: Counted, described: Counted) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    write(texts, [("a", frozenset({0})), ("b", frozenset({1})), ("c", frozenset({5}))])
    build_graph([texts], out)
    assert (count(), described()) == (3, 3)
    write(texts, [("a", frozenset()), ("b", frozenset({1, 4})), ("d", frozenset({3}))])
    build_graph([texts], out)
    assert (count(), described()) == (2, 2)
    build_graph([texts], out)
    assert (count(), described()) == (0, 0)
    whole = files_of(out)
    data = (out / "graph.trig").read_bytes()
    (out / "graph.trig").write_bytes(data.replace(b"0.9", b"0.8", 1))
    build_graph([texts], out)
    assert (count(), described()) == (0, 3), "claims of files that were touched are not taken over"
    assert files_of(out) == whole
    build_graph([texts], out, options=Options(fresh=True))
    assert (count(), described()) == (3, 3)


def test_only_things_that_a_changed_document_names_are_described_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    seen: list[str] = []

    def noted(node: Node, given: Mapping[Language, str] | None = None) -> Iterator[Quad]:
        seen.append(node.key)
        return describe_node(node, given)

    monkeypatch.setattr("seriktes.rdf.nodes.describe_node", noted)

    def named(*documents: str) -> set[str]:
        return {e.key or "" for a in read_build(out) if a.document.id in documents for e in a.entities}

    write(texts, [("a", frozenset({1})), ("b", frozenset({3, 5}))])
    build_graph([texts], out)
    everything = len(seen)
    seen.clear()
    write(texts, [("c", frozenset({4}))])
    build_graph([texts], out)
    in_new, in_old = named("c"), named("a", "b")
    assert set(seen) == in_new and in_new & in_old and 2 * len(seen) < everything
    seen.clear()
    write(texts, [("c", frozenset())])
    build_graph([texts], out)
    assert set(seen) == in_new & in_old
    build_graph([texts], tmp_path / "whole")
    assert files_of(out) == files_of(tmp_path / "whole")


def test_where_nothing_changed_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    write(texts, [("a", frozenset({0, 3})), ("b", frozenset({1}))])
    (texts / "judgements.txt").write_text('rename astana en "Astana City"\nsame nobody nothing\n', encoding="utf-8")
    asked = counted(monkeypatch, "seriktes.building.resolving.all_judged", all_judged)
    first = build_graph([texts], out)
    (out / f"{MAKING}left-by-a-killed-build").mkdir()
    files, again = files_of(out), build_graph([texts], out)
    assert (asked(), again, files_of(out)) == (1, first, files)
    assert again.summary() == first.summary().replace("written to", "nothing changed in") and len(again.notes) == 2
    assert not list(out.glob(f"{MAKING}*"))
    (out / "index.html").write_text("touched", encoding="utf-8")
    build_graph([texts], out)
    assert (asked(), files_of(out)) == (1, files)
    (texts / "judgements.txt").unlink()
    assert build_graph([texts], out).notes == ()
    assert asked() == 1
    build_graph([texts], out, options=Options(fresh=True))
    assert asked() == 1


def test_a_file_that_would_be_the_same_stays_where_it_is(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    write(texts, [("a", frozenset({0})), ("b", frozenset({1})), ("c", frozenset({4})), ("d", frozenset({5}))])
    build_graph([texts], out)
    file = {name: out / "annotations" / f"{name}.json" for name in "abcd"}
    before = {name: path.stat().st_ino for name, path in file.items()}
    file["b"].write_text("touched", encoding="utf-8")
    write(texts, [("d", frozenset())])
    for judgements in ('rename astana en "Astana City"\n', ""):
        (texts / "judgements.txt").write_text(judgements, encoding="utf-8")
        build_graph([texts], out)
        build_graph([texts], tmp_path / "whole")
        assert files_of(out) == files_of(tmp_path / "whole") and not file["d"].exists()
        assert ("Astana City" in file["c"].read_text(encoding="utf-8")) == bool(judgements)
    assert (file["a"].stat().st_ino, file["b"].stat().st_ino != before["b"]) == (before["a"], True)


def test_another_page_or_list_makes_another_program() -> None:
    names = {name for name, _ in program_files()}
    assert {"building/build.py", "views/page/style.css", "views/page/start.html", "ontology/rules/r8_cross_border.rq"} <= names
    assert len(names) == len(program_files())


def test_two_processes_write_what_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "CHUNK_FILES", 1)
    write(tmp_path / "texts", [(name, frozenset({n, n + 1})) for n, name in enumerate(NAMES)])
    (tmp_path / "texts" / "empty.txt").write_bytes(b"")
    build_graph([tmp_path / "texts"], tmp_path / "one")
    build_graph([tmp_path / "texts"], tmp_path / "two", options=Options(jobs=2))
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


@given(st.lists(st.integers(0, 2 * engines.CHUNK_BYTES), max_size=200))
def test_chunks_hold_every_file_once_in_order_and_are_small(sizes: list[int]) -> None:
    files = [(str(number), size) for number, size in enumerate(sizes)]
    chunks = chunks_of(files)
    assert [path for chunk in chunks for path in chunk] == [path for path, _ in files]
    for chunk in chunks:
        assert 1 <= len(chunk) <= engines.CHUNK_FILES
        assert len(chunk) == 1 or sum(sizes[int(path)] for path in chunk) <= engines.CHUNK_BYTES
