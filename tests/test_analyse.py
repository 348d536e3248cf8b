"""``seriktes analyse`` and ``seriktes path`` from end to end, on documents of the tests' own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from seriktes.cli import main

DOCUMENTS = {
    "memo": "The Kamkor Foundation and the Bridge Association signed a memorandum of cooperation in Uralsk on 17 June 2024. "
    "Bolat Tilepov, director of the Kamkor Foundation, spoke.",
    "later": "The Bridge Association and the Zhasyl Dala Foundation signed a memorandum of cooperation in Astana on 3 May 2025.",
}


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    return result.exit_code, result.stdout, result.stderr


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for name, text in DOCUMENTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def build(documents: Path) -> Path:
    out = documents.parent / "built"
    assert run("build", documents, "--out", out, "-q")[0] == 0
    return out


def test_a_build_and_its_documents_give_the_same_files(build: Path, documents: Path, tmp_path: Path) -> None:
    for name, source in (("one", build), ("two", documents), ("three", build)):
        code, _, said = run("analyse", source, "--out", tmp_path / name, "--samples", 20)
        assert code == 0 and "analyses.md" in said
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) > 15
    for name in files:
        texts = {(tmp_path / folder / name).read_bytes() for folder in ("one", "two", "three")}
        assert len(texts) == 1, name


def test_the_body_in_the_middle_has_two_partners(build: Path, tmp_path: Path) -> None:
    assert run("analyse", build, "--out", tmp_path, "--only", "who", "--only", "time")[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["analyses.md", "cross-border.csv", "slices.csv", "who.csv"]
    first = rows(tmp_path / "who.csv")[0]
    assert (first["Label"], first["Partners"], first["Betweenness"]) == ("Bridge Association", "2", "1.0")
    assert first["Edges"] == "agreement, joint-project, co-organiser, cooperation" and "1 an edge" in first["Weight"]
    assert [row["Year"] for row in rows(tmp_path / "slices.csv")] == ["2024", "2025"]


def test_the_summary_names_edges_and_weights_under_each_title(build: Path, tmp_path: Path) -> None:
    run("analyse", build, "--out", tmp_path)
    parts = (tmp_path / "analyses.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert len(parts) > 15
    assert all(part.split("\n")[2].startswith("Edges: ") and "Weight: " in part for part in parts)


def test_only_the_rows_asked_for_are_shown(build: Path) -> None:
    code, told, _ = run("analyse", build, "--only", "who", "--top", 1)
    assert code == 0 and told.count("Foundation") == 0 and "… and 2 more in who.csv" in told


def test_other_edges_give_other_ties(build: Path) -> None:
    code, told, _ = run("analyse", build, "--only", "who", "--edges", "affiliation")
    assert code == 0 and "Bolat Tilepov" in told and "Bridge" not in told


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere"], 3, "nowhere"),
        (["--only", "everything"], 2, "everything"),
        (["--edges", "friendship"], 2, "friendship"),
        (["--samples", "0"], 2, "0"),
        (["--top", "0"], 2, "0"),
    ],
)
def test_bad_input_is_told_in_a_line(arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    left, _, said = run("analyse", *arguments)
    assert left == code and words in said and "Traceback" not in said


def test_a_file_where_the_folder_should_be_is_bad_input(build: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    code, _, said = run("analyse", build, "--only", "who", "--out", tmp_path / "taken" / "in")
    assert code == 3 and "cannot be written" in said


def test_a_changed_build_is_refused(build: Path, tmp_path: Path) -> None:
    import shutil

    other = tmp_path / "changed"
    shutil.copytree(build, other)
    with (other / "annotations" / "memo.json").open("a", encoding="utf-8") as stream:
        stream.write(" ")
    code, _, said = run("analyse", other)
    assert code == 3 and "is not the file the build wrote" in said


def test_a_formula_for_a_name_is_no_formula_in_any_table(tmp_path: Path) -> None:
    from seriktes.analysis.analyses import analyse
    from seriktes.analysis.claims import Claim, Node, Reading, Source
    from seriktes.analysis.subject import subject_of
    from seriktes.writers.analyses import markdown, table_csv

    names = ("=HYPERLINK(1)", "@a|b <script>")
    nodes = tuple(Node(f"={n}", "Organization", "ngo", "KZ", {"en": name}) for n, name in enumerate(names))
    claims = (Claim("cooperation", {"a": "=0", "b": "=1"}, "d", "d.txt", 0, 3, "one"),)
    tables = list(analyse(subject_of(Reading(nodes, claims, (Source("d", "d.txt", "en"),)), samples=2)))
    for table in tables:
        for cells in csv.reader(table_csv(table).splitlines()):
            assert not any(cell.startswith(("=", "@")) for cell in cells), table.name
    assert "<script" not in markdown(tables, (), 10) and "a|b" not in markdown(tables, (), 10)


def test_the_shortest_path_is_told_with_its_sentences(build: Path) -> None:
    code, told, _ = run("path", "Kamkor Foundation", "Zhasyl Dala Foundation", "--dir", build)
    assert code == 0 and "Chain 1 of 1 (4 steps)" in told
    assert all(text.split(". ")[0].rstrip(".") in told for text in DOCUMENTS.values())
    assert (
        told.splitlines()[2:]
        == run("explain", "Kamkor Foundation", "Zhasyl Dala Foundation", "--dir", build)[1].splitlines()[
            -len(told.splitlines()[2:]) :
        ]
    )


def test_a_path_needs_two_known_things(build: Path) -> None:
    code, _, said = run("path", "Bridge Association", "Nobody Knows Them", "--dir", build)
    assert code == 2 and "Nobody Knows Them" in said
    code, _, said = run("path", "Bridge Association", "Bridge Association", "--dir", build)
    assert code == 2 and "name two things" in said
