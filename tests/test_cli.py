"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from seriktes.cli import main

KAZAKH = "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды."
RUSSIAN = "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве."


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "memo.txt"
    path.write_text(KAZAKH, encoding="utf-8")
    return path


def test_extract_prints_one_document(document: Path) -> None:
    code, out, err = run("extract", document, "--format", "json")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert data["document"]["id"] == "memo"
    assert {"party"} <= {f["type"] for f in data["facts"]}
    assert all(e["key"] for e in data["entities"])


def test_extract_reads_standard_input() -> None:
    code, out, _ = run("extract", "-", stdin=KAZAKH)
    assert code == 0
    assert json.loads(out)["document"]["language"] == "kk"


def test_extract_explains_itself(document: Path) -> None:
    _, out, _ = run("extract", document, "--explain")
    data = json.loads(out)
    assert all(f["rule"] for f in data["facts"])
    assert all(m["rule"] for e in data["entities"] for m in e["mentions"])


def test_several_documents_go_into_a_folder(document: Path, tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text(RUSSIAN, encoding="utf-8")
    assert run("extract", tmp_path)[0] == 2
    code, _, _ = run("extract", tmp_path, "--out", tmp_path / "out")
    assert code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["memo.json", "two.json"]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\x00\x01binary", "binary"),
        (b"%PDF-1.7", "PDF"),
        (
            "Die Außenminister unterzeichneten gestern ein Abkommen über die Zusammenarbeit im Bereich der Bildung und Kultur, teilte das "
            "Ministerium mit, das die Delegation der beiden Länder empfangen hatte.".encode(),
            "English",
        ),
    ],
)
def test_bad_files_are_named_and_the_rest_goes_on(document: Path, content: bytes, word: str) -> None:
    (document.parent / "bad.txt").write_bytes(content)
    code, _, err = run("extract", document.parent, "--out", document.parent / "out")
    assert code == 3
    assert "bad.txt" in err and word in err and len(err.strip().splitlines()) == 1
    assert (document.parent / "out" / "memo.json").exists()


def test_a_missing_path_and_an_empty_folder(tmp_path: Path) -> None:
    code, _, err = run("extract", tmp_path / "none.txt")
    assert code == 3 and "none.txt" in err and "does not exist" in err
    (tmp_path / "empty").mkdir()
    code, _, err = run("build", tmp_path / "empty", "--out", tmp_path / "out")
    assert code == 3 and "no document" in err


def test_build_query_and_a_failed_build_that_loses_nothing(document: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    code, _, err = run("build", document, "--out", out)
    assert code == 0, err
    made = {p.name for p in out.iterdir()}
    assert {
        "graph.nq",
        "graph.trig",
        "network.html",
        "partners.html",
        "people.html",
        "agreements.html",
        "countries.html",
        "timeline.html",
        "index.html",
        "network.graphml",
        "nodes.csv",
        "edges.csv",
        "report.md",
        "manifest.json",
        "annotations",
    } <= made
    before = (out / "graph.nq").read_bytes()
    assert run("build", tmp_path / "none.txt", "--out", out)[0] == 3
    assert (out / "graph.nq").read_bytes() == before
    code, table, _ = run("query", "1", "--dir", out)
    assert code == 0 and "меморандум" in table.lower()
    code, text, _ = run("query", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "--dir", out, "--format", "csv")
    assert code == 0 and int(text.split()[1]) > 50
    code, _, err = run("query", "partners-of", "--dir", out, "--set", "name=Жоқ")
    assert code == 0 and "no rows" in err
    code, _, err = run("query", "partnersof", "--dir", out)
    assert code == 2 and "did you mean" in err
    code, _, err = run("query", "SELECT ?x WHERE {", "--dir", out)
    assert code == 2 and err.count("\n") == 1
    code, _, err = run("query", "INSERT DATA { <a:a> <a:b> <a:c> }", "--dir", out)
    assert code == 2


def test_a_flipped_byte_is_noticed(document: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    run("build", document, "--out", out)
    data = bytearray((out / "graph.nq").read_bytes())
    data[len(data) // 2] ^= 1
    (out / "graph.nq").write_bytes(bytes(data))
    code, _, err = run("query", "1", "--dir", out)
    assert code == 3 and "build again" in err


def test_an_unwritable_folder(document: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = run("build", document, "--out", tmp_path / "file" / "out")
    assert code == 3 and "--out" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device as Linux has it")
@pytest.mark.parametrize(("where", "code", "told"), [(">/dev/full", 3, "free some space"), (">&-", 0, ""), (">&- 2>&-", 0, "")])
def test_output_that_goes_nowhere(where: str, code: int, told: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m seriktes try-frames "$1" {where}', sys.executable, RUSSIAN], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr and "itself" not in done.stderr and "Traceback" not in done.stderr


def test_the_same_bytes_whatever_the_order_and_the_hash_seed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KAZAKH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RUSSIAN, encoding="utf-8")
    builds = []
    for seed, order in (("0", ["a.txt", "b.txt"]), ("7", ["b.txt", "a.txt"])):
        out = tmp_path / f"out{seed}"
        subprocess.run(
            [sys.executable, "-m", "seriktes", "build", *order, "--quiet", "--out", str(out)],
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        builds.append(
            {
                str(p.relative_to(out)): p.read_bytes()
                for p in sorted(out.rglob("*"))
                if p.is_file() and p.name != ".lock" and ".cache" not in p.parts
            }
        )
    assert builds[0].keys() == builds[1].keys()
    assert [name for name in builds[0] if builds[0][name] != builds[1][name]] == []


@pytest.mark.parametrize("command", ["build", "extract", "query", "evaluate", "try-frames"])
def test_help_has_an_example(command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0 and "Example:" in out and f"seriktes {command}" in out


def test_try_frames_shows_what_matches() -> None:
    code, out, _ = run("try-frames", KAZAKH)
    assert code == 0 and "kk.signing.signed" in out and "party" in out


def test_results_of_a_build_are_no_documents(document: Path, tmp_path: Path) -> None:
    assert run("build", tmp_path, "--out", tmp_path / "graph", "--quiet")[0] == 0
    code, _, err = run("build", tmp_path, "--out", tmp_path / "graph")
    assert code == 0
    assert "1 document," in err


def test_the_same_text_under_two_names_counts_once(document: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(KAZAKH, encoding="utf-8")
    code, _, err = run("build", tmp_path, "--out", tmp_path / "graph")
    assert code == 0
    assert "same text" in err and "1 document," in err


@pytest.mark.parametrize(
    ("name", "word"), [("x" * 240 + ".txt", "name"), ("two\nlines.txt", "control"), ("a\u202eb.txt", "control")]
)
def test_odd_names_cost_only_their_own_document(document: Path, tmp_path: Path, name: str, word: str) -> None:
    (tmp_path / name).write_text(RUSSIAN, encoding="utf-8")
    code, _, err = run("build", tmp_path, "--out", tmp_path / "graph")
    assert code == 3
    assert word in err
    assert (tmp_path / "graph" / "annotations" / "memo.json").exists()


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text(RUSSIAN * 8000, encoding="utf-8")
    code, _, err = run("extract", tmp_path / "large.txt")
    assert code == 3
    assert "larger" in err


def test_no_page_carries_a_gap_to_fill() -> None:
    root = Path(__file__).resolve().parent.parent
    for page in [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("exports/*.md")]:
        assert not re.search(r"@[A-Z]{4,}@", page.read_text(encoding="utf-8")), page


@pytest.mark.parametrize("arguments", [(), ("--corpus", "nerel", "gold.json"), ("gold.json",)], ids=["nothing", "both", "half"])
def test_evaluate_takes_two_files_or_a_corpus(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    given = [tmp_path / a if a.endswith(".json") else a for a in arguments]
    code, _, err = run("evaluate", *given)
    assert code == 2
    assert "either GOLD and PREDICTED or --corpus NAME" in err


@pytest.mark.parametrize("command", [("train",), ("evaluate", "--corpus", "kaznerd")], ids=["train", "evaluate"])
def test_missing_corpora_are_told_in_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command, "--corpora", tmp_path / "nowhere")
    assert (code, out) == (3, "")
    assert "nowhere/kaznerd: this corpus is not there" in err
    assert err.count("\n") == 1
