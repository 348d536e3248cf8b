"""Review at the terminal: what is asked, what is written, what is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seriktes.dialogue.material import read_material
from seriktes.dialogue.review import start, take_back
from seriktes.errors import DataError
from seriktes.judgements.file import read_file


def test_review_lists_without_asking(built: Path, run: Callable[..., Any]) -> None:
    code, out, _ = run("review", built, "--list", "--limit", "2")
    assert code == 0
    assert out.count("rank") == 2 and "(s)ame: same " in out and "second.txt" in out


def test_review_ranks_by_what_hangs_on_a_decision(built: Path, run: Callable[..., Any]) -> None:
    ranks = [
        float(line.split("rank ")[1].rstrip(")")) for line in run("review", built, "--list")[1].splitlines() if "rank" in line
    ]
    assert ranks == sorted(ranks, reverse=True) and len(ranks) > 2


def test_review_writes_each_answer_at_once_and_takes_it_back(built: Path, tmp_path: Path, run: Callable[..., Any]) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_bytes("# біздің шешім\r\nkind bridge-association ngo".encode())
    before = ours.read_bytes()
    code, out, _ = run("review", built, "--judgements", ours, stdin="d\n\nq\n")
    assert code == 0 and out.count("written:") == 1
    lines = ours.read_bytes().decode().split("\r\n")
    assert lines[:2] == ["# біздің шешім", "kind bridge-association ngo"] and lines[2].startswith("different ")
    assert "taken out of" in run("review", "--undo", "--judgements", ours)[1]  # by another run, which has not seen the answer
    assert ours.read_bytes() == before
    assert "taken back" in run("review", built, "--judgements", ours, stdin="d\nu\nq\n")[1]
    assert ours.read_bytes() == before


def test_review_without_a_file_leaves_none_when_all_is_taken_back(built: Path, tmp_path: Path, run: Callable[..., Any]) -> None:
    ours = tmp_path / "ours.txt"
    run("review", built, "--judgements", ours, stdin="s\n")
    assert ours.read_text(encoding="utf-8").count("\nsame ") == 1
    assert "taken out of" in run("review", "--undo", "--judgements", ours)[1]
    assert not ours.exists()
    run("review", built, "--judgements", ours, stdin="s\nu\nq\n")
    assert not ours.exists()


def test_what_review_writes_is_what_build_reads(
    built: Path, tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers")
    _, out, _ = run("review", papers, stdin="d\n" * 20)
    written = out.count("written:")
    assert written >= 3
    code, _, err = run("build", papers, "--out", tmp_path / "graph")
    assert code == 0, err
    assert f"{written} applied, 0 not applicable here" in err
    asked = run("review", tmp_path / "graph", "--judgements", papers / "judgements.txt", "--list")[1]
    said = [line.split("  #")[0] for line in (papers / "judgements.txt").read_text(encoding="utf-8").splitlines()[1:]]
    assert said and not [line for line in said if line in asked]


def test_only_a_letter_or_its_word_is_an_answer(built: Path, tmp_path: Path, run: Callable[..., Any]) -> None:
    ours = tmp_path / "ours.txt"
    code, out, _ = run("review", built, "--judgements", ours, stdin="skip\ndo not know\nsure\nquit\n")
    assert code == 0 and "written" not in out and not ours.exists()
    assert "'do not know' is no answer here" in out and "'sure' is no answer here" in out
    assert "written: same" in run("review", built, "--judgements", ours, stdin="Same\n")[1]


def test_review_says_that_more_is_open(built: Path, tmp_path: Path, run: Callable[..., Any]) -> None:
    out = run("review", built, "--judgements", tmp_path / "ours.txt", "--limit", "1", stdin="\n")[1]
    assert "more are open; ask for more with --limit" in out


def test_taking_back_never_takes_what_someone_else_wrote(built: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.txt"
    found = start(replace(read_material([built]), file=ours))
    found.answer(found.questions[0], sorted(found.questions[0].answers)[0])
    with ours.open("a", encoding="utf-8") as stream:
        stream.write("kind bridge-association ngo\n")
    now = ours.read_bytes()
    with pytest.raises(DataError, match="changed by someone else"):
        found.undo()
    assert ours.read_bytes() == now


def test_an_answer_comes_after_what_someone_else_wrote(built: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.txt"
    one, other = (start(replace(read_material([built]), file=ours)) for _ in range(2))
    one.answer(one.questions[0], sorted(one.questions[0].answers)[0])
    other.answer(other.questions[1], sorted(other.questions[1].answers)[0])
    assert len(read_file(ours)) == 2


def test_a_linked_file_stays_a_link_and_a_read_only_one_stays_as_it_is(
    built: Path, tmp_path: Path, run: Callable[..., Any]
) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("# ours\n", encoding="utf-8")
    real.chmod(0o600)
    link.symlink_to(real)
    assert run("review", built, "--judgements", link, stdin="s\n")[0] == 0
    assert link.is_symlink() and "\nsame " in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o600
    before = real.read_bytes()
    real.chmod(0o444)
    code, _, err = run("review", built, "--judgements", link, stdin="s\n\nd\n")
    assert code == 3 and "is read-only" in err and real.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\ufeff# ours\r\nsame a b  # x\r\n# end\r\n", "\ufeff# ours\r\n# end\r\n"),
        ("\ufeffsame a b\n# end", "\ufeff# end"),
        ("kind a ngo\nsame a b", "kind a ngo"),
    ],
)
def test_the_last_judgement_is_taken_out_and_all_else_stays(tmp_path: Path, text: str, left: str) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_bytes(text.encode())
    assert take_back(ours).startswith("same a b")
    assert ours.read_bytes() == left.encode()


@pytest.mark.parametrize("text", ["", "\ufeff# only a comment\n"])
def test_without_a_judgement_nothing_is_taken_back(tmp_path: Path, text: str) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_bytes(text.encode())
    with pytest.raises(DataError, match="holds no judgement"):
        take_back(ours)
    assert ours.read_bytes() == text.encode()


def test_a_file_that_is_not_there_yet_begins_anew(
    built: Path, tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", "same zhasyl-dala-birlestigi bridge-association\n")
    new = tmp_path / "new.txt"
    assert "zhasyl-dala-birlestigi" in run("explain", "bridge-association", "--dir", papers)[1]
    assert read_material([papers], new).statements == ()
    assert read_material([papers], new).file == new


def test_what_documents_hold_does_not_steer_the_terminal(
    tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", names=("memo", "second"))
    text = (
        "The Kamkor\x1b[2J Foundation and the Bridge\u202e Association held a conference in Uralsk on 17 June 2024. "
        "Arman Seitov, director of the Kamkor\x1b[2J Foundation, smiled. The two bodies signed a memorandum."
    )
    (papers / "third.txt").write_text(text, encoding="utf-8")
    shown = run("review", papers, "--list")
    assert "rank" in shown[1] and not {"\x1b", "\u202e"} & set("".join(map(str, shown)))
    shown = run("explain", "memorandum", "--dir", papers)
    assert not {"\x1b", "\u202e"} & set("".join(map(str, shown)))
    run("review", papers, stdin="k\ns\nk\n")
    assert len(read_file(papers / "judgements.txt")) > 0


def test_a_document_that_cannot_be_read_is_told_and_shown_in_the_exit_code(
    tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", None, ("memo",))
    (papers / "scan.txt").write_bytes(b"%PDF-1.7")
    code, out, err = run("explain", "kamkor-kory", "--dir", papers)
    assert code == 3 and "is a party to" in out and "scan.txt: is a PDF" in err
    code, _, err = run("explain", "kamkor-kory", "--dir", papers / "scan.txt")
    assert code == 3 and "is a PDF" in err


def test_after_a_rename_review_of_the_build_names_nothing_by_the_given_name(
    tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", 'rename kamkor-foundation ru "Фонд поддержки «Камкор»"\n')
    run("build", papers, "--out", tmp_path / "graph", "-q")
    run("review", tmp_path / "graph", "--judgements", papers / "judgements.txt", stdin="d\n" * 20)
    said = (papers / "judgements.txt").read_text(encoding="utf-8")
    assert "fond-voda" not in said and [
        line for line in said.splitlines() if line.startswith("different") and "kamkor" in line
    ], said
    code, _, err = run("build", papers, "--out", tmp_path / "graph")
    assert code == 0 and "0 not applicable here" in err, err


def test_review_refuses_an_answer_that_contradicts(
    built: Path, tmp_path: Path, run: Callable[..., Any], rows: Callable[..., Any]
) -> None:
    ours = tmp_path / "ours.txt"
    one, other, third = (row["Id"] for row in rows(built, "nodes.csv") if row["Type"] == "Agreement")
    ours.write_text(f"same {one} {third}\nsame {third} {other}\n")
    _, listed, _ = run("review", built, "--judgements", ours, "--list")
    place = next(n for n, block in enumerate(listed.split("(rank")[1:]) if f"ame: same {one} {other}" in block)
    _, out, _ = run("review", built, "--judgements", ours, stdin="\n" * place + "d\nq\n")
    assert "not written" in out and "contradicts line 1: same" in out and "line 2: same" in out
    assert "different" not in ours.read_text()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["# біздің шешім", "", "kind bridge-association ngo  # иә", "same other-thing bridge-association"])),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.lists(st.integers(0, 4), max_size=4),
)
def test_an_answer_only_adds_bytes_and_undo_takes_them_off(built, tmp_path, lines, end, ended, picked) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_bytes((end.join(lines) + (end if ended else "")).encode())
    found = start(replace(read_material([built]), file=ours))
    states = [ours.read_bytes()]
    for number in picked:
        question = found.questions[number % len(found.questions)]
        found.answer(question, sorted(question.answers)[-1])
        states.append(ours.read_bytes())
        assert states[-1].startswith(states[-2]) and len(states[-1]) > len(states[-2])
    for before in reversed(states[:-1]):
        assert found.undo()
        assert ours.read_bytes() == before
    assert not found.undo()


def test_review_asks_which_file_a_build_was_made_with(
    tmp_path: Path, decisions: str, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", decisions)
    run("build", papers, "--out", tmp_path / "graph", "-q")
    assert f"Answers go to {papers.resolve() / 'judgements.txt'}" in run("review", tmp_path / "graph", stdin="q\n")[1]
    papers.rename(tmp_path / "elsewhere")
    code, _, err = run("review", tmp_path / "graph", stdin="s\n")
    assert code == 3 and "--judgements FILE" in err
    code, _, err = run("review", tmp_path / "papers" / "none", "--list")
    assert code == 3 and "neither a built graph nor documents" in err


def test_answers_about_a_graph_go_beside_its_documents_and_older_ones_follow(
    tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers, out = write(tmp_path / "papers", None, ("memo", "third")), tmp_path / "graph"
    assert run("build", papers, "--out", out, "-q")[0] == 0
    kept, beside = out / "judgements.txt", papers.resolve() / "judgements.txt"
    kept.write_text('rename kamkor-foundation en "Kamkor"\n', encoding="utf-8")
    code, said, err = run("review", out, stdin="q\n")
    assert code == 0 and f"moved from {kept} to {beside}" in err and f"Answers go to {beside}" in said
    assert not kept.exists() and beside.read_text(encoding="utf-8").startswith("rename kamkor-foundation")
    assert "1 applied" in run("build", papers, "--out", out)[2]
    kept.write_text("# other ones\n", encoding="utf-8")
    code, _, err = run("review", out, stdin="q\n")
    assert code == 3 and "there are several judgement files" in err and kept.exists()
    kept.write_bytes(beside.read_bytes())
    assert run("review", out, "--undo")[0] == 0 and not kept.exists() and "rename" not in beside.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["review", "explain"])
def test_help_has_an_example(command: str, run: Callable[..., Any]) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0 and "Example:" in out and f"seriktes {command}" in out
