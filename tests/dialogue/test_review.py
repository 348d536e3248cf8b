"""Judgements from end to end: build and extract with a file, review at the terminal, explain from a built folder."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seriktes.cli import main
from seriktes.dialogue.material import read_material
from seriktes.dialogue.review import start, take_back
from seriktes.errors import DataError
from seriktes.judgements.file import read_file

DOCUMENTS = {
    "memo": "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды.",
    "second": "Фонд «Камкор» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве. "
    "Директор фонда «Камкор» Болат Тилепов выступил на семинаре.",
    "third": "The Kamkor Foundation and the Bridge Association signed a memorandum of cooperation in Uralsk on 17 June 2024. "
    "Bolat Tilepov, director of the Kamkor Foundation, spoke.",
}


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


def write(folder: Path, judgements: str | None = None, names: tuple[str, ...] = tuple(DOCUMENTS)) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(DOCUMENTS[name], encoding="utf-8")
    if judgements is not None:
        (folder / "judgements.txt").write_text(judgements, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.name != ".lock"}


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / table).read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the three documents without judgements. Tests that write copy nothing into it."""
    folder = tmp_path_factory.mktemp("plain")
    assert run("build", write(folder / "papers"), "--out", folder / "graph", "-q")[0] == 0
    return folder / "graph"


JUDGEMENTS = """# what we decided
same zhasyl-dala-birlestigi bridge-association   # one body, two names
rename bridge-association en "Bridge"
country bridge-association GB
reject post bolat-tilepov kamkor-foundation in second
add cooperation kamkor-foundation bridge-association in third "The Kamkor Foundation and the Bridge Association signed"
kind left-the-town ngo
"""


def test_a_build_uses_the_file_beside_the_documents(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    code, _, err = run("build", write(tmp_path / "papers", JUDGEMENTS), "--out", out)
    assert code == 0, err
    assert "judgements.txt line 7 does not apply: no thing 'left-the-town'" in err
    assert "5 applied, 1 not applicable here" in err
    report = (out / "report.md").read_text(encoding="utf-8")
    assert "Of judgements.txt: 5 applied, 1 not applicable here." in report and "`kind left-the-town ngo`" in report
    nodes = {row["Id"]: row for row in rows(out, "nodes.csv")}
    assert "zhasyl-dala-birlestigi" not in nodes
    assert (nodes["bridge-association"]["Name en"], nodes["bridge-association"]["Country"]) == ("Bridge", "GB")
    assert {"Old id": "zhasyl-dala-birlestigi", "Id": "bridge-association", "Type": "Organization"} in rows(out, "aliases.csv")
    proof = [row for row in rows(out, "evidence.csv") if row["Kind"] == "cooperation"]
    assert [row["Sentence"] for row in proof] == ["The Kamkor Foundation and the Bridge Association signed"]
    assert not [f for f in json.loads((out / "annotations" / "second.json").read_text())["facts"] if f["type"] == "post"]


def test_old_links_lead_on_in_the_graph(tmp_path: Path) -> None:
    run("build", write(tmp_path / "papers", JUDGEMENTS), "--out", tmp_path / "graph", "-q")
    asked = "SELECT ?new ?label WHERE { id-org:zhasyl-dala-birlestigi dcterms:isReplacedBy ?new . ?new skos:prefLabel ?label }"
    code, answer, err = run("query", asked, "--dir", tmp_path / "graph", "--format", "csv")
    assert code == 0, err
    assert "id/org/bridge-association,Bridge" in answer


def test_the_file_in_the_results_and_a_named_one(tmp_path: Path) -> None:
    papers, out = write(tmp_path / "papers"), tmp_path / "graph"
    out.mkdir()
    (out / "judgements.txt").write_text("kind bridge-association ngo\n")
    assert "1 applied" in run("build", papers, "--out", out)[2]
    assert (out / "judgements.txt").read_text() == "kind bridge-association ngo\n"
    other = tmp_path / "ours.txt"
    other.write_text("kind bridge-association media\n")
    run("build", papers, "--out", out, "--judgements", other)
    assert [row["Kind"] for row in rows(out, "nodes.csv") if row["Id"] == "bridge-association"] == ["media"]


def test_order_of_lines_and_undo_leave_no_trace(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", "# ours\n")
    run("build", papers, "--out", tmp_path / "before", "-q")
    write(papers, JUDGEMENTS)
    run("build", papers, "--out", tmp_path / "one", "-q")
    write(papers, "\n".join(reversed(JUDGEMENTS.splitlines())))
    run("build", papers, "--out", tmp_path / "two", "-q")
    write(papers, "# ours\n")
    run("build", papers, "--out", tmp_path / "after", "-q")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert files(tmp_path / "before") == files(tmp_path / "after")


def test_a_file_with_a_mistake_stops_the_build_before_anything(tmp_path: Path) -> None:
    papers, out = write(tmp_path / "papers"), tmp_path / "graph"
    assert run("build", papers, "--out", out, "-q")[0] == 0
    before = files(out)
    for text, word in (
        ("kind bridge-association ngo\nsane a b\n", "line 2"),
        ("kind bridge-association ngo\nkind brigde-association ngo\n", "line 2: no thing 'brigde-association'"),
        ("same a-b c-d\nsame zhasyl-dala-birlestigi bridge-association\ndifferent bridge-association memo#e2\n", "line 2: same"),
    ):
        write(papers, text)
        code, _, err = run("build", papers, "--out", out)
        message = [line for line in err.splitlines() if line.startswith("seriktes:")]
        assert (code, len(message)) == (3, 1), err
        assert word in message[0] and "nothing of the file was applied" in message[0]
        assert files(out) == before


def test_a_document_that_is_gone_is_reported_and_the_rest_applies(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", JUDGEMENTS, ("memo", "third"))
    code, _, err = run("build", papers, "--out", tmp_path / "graph")
    assert code == 0
    assert "line 5 does not apply: no document 'second' here" in err
    assert "4 applied, 2 not applicable here" in err


def test_extract_takes_judgements_too(tmp_path: Path) -> None:
    write(tmp_path / "papers", 'rename kamkor-kory kk "Қамқор қайырымдылық қоры"\n', ("memo",))
    code, out, err = run("extract", tmp_path / "papers" / "memo.txt")
    assert (code, err) == (0, "")
    assert "Қамқор қайырымдылық қоры" in [e["name"] for e in json.loads(out)["entities"]]


def test_review_lists_without_asking(built: Path) -> None:
    code, out, _ = run("review", built, "--list", "--limit", "2")
    assert code == 0
    assert out.count("rank") == 2 and "(s)ame: same " in out and "second.txt" in out


def test_review_ranks_by_what_hangs_on_a_decision(built: Path) -> None:
    ranks = [
        float(line.split("rank ")[1].rstrip(")")) for line in run("review", built, "--list")[1].splitlines() if "rank" in line
    ]
    assert ranks == sorted(ranks, reverse=True) and len(ranks) > 2


def test_review_writes_each_answer_at_once_and_takes_it_back(built: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_bytes("# біздің шешім\r\nkind bridge-association ngo".encode())
    before = ours.read_bytes()
    code, out, _ = run("review", built, "--judgements", ours, stdin="d\n\nq\n")
    assert code == 0 and out.count("written:") == 1
    lines = ours.read_bytes().decode().split("\r\n")
    assert lines[:2] == ["# біздің шешім", "kind bridge-association ngo"] and lines[2].startswith("different ")
    ours.write_bytes(before)
    assert "taken back" in run("review", built, "--judgements", ours, stdin="d\nu\nq\n")[1]
    assert ours.read_bytes() == before


def test_review_without_a_file_leaves_none_when_all_is_taken_back(built: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.txt"
    run("review", built, "--judgements", ours, stdin="s\n")
    assert ours.read_text(encoding="utf-8").count("\nsame ") == 1
    assert "taken out of" in run("review", "--undo", "--judgements", ours)[1]
    assert "same " not in ours.read_text(encoding="utf-8").replace("# ", "")
    ours.unlink()
    run("review", built, "--judgements", ours, stdin="s\nu\nq\n")
    assert not ours.exists()


def test_what_review_writes_is_what_build_reads(built: Path, tmp_path: Path) -> None:
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


def test_only_a_letter_or_its_word_is_an_answer(built: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.txt"
    code, out, _ = run("review", built, "--judgements", ours, stdin="skip\ndo not know\nsure\nquit\n")
    assert code == 0 and "written" not in out and not ours.exists()
    assert "'do not know' is no answer here" in out and "'sure' is no answer here" in out
    assert "written: same" in run("review", built, "--judgements", ours, stdin="Same\n")[1]


def test_review_says_that_more_is_open(built: Path, tmp_path: Path) -> None:
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


def test_a_linked_file_stays_a_link_and_a_read_only_one_stays_as_it_is(built: Path, tmp_path: Path) -> None:
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
        ("kind a ngo\nsame a b", "kind a ngo\n"),
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


def test_a_file_that_is_not_there_yet_begins_anew(built: Path, tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", "same zhasyl-dala-birlestigi bridge-association\n")
    new = tmp_path / "new.txt"
    assert "zhasyl-dala-birlestigi" in run("explain", "bridge-association", "--dir", papers)[1]
    assert read_material([papers], new).statements == ()
    assert read_material([papers], new).file == new


def test_what_documents_hold_does_not_steer_the_terminal(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
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


def test_a_document_that_cannot_be_read_is_told_and_shown_in_the_exit_code(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", None, ("memo",))
    (papers / "scan.txt").write_bytes(b"%PDF-1.7")
    code, out, err = run("explain", "kamkor-kory", "--dir", papers)
    assert code == 3 and "is a party to" in out and "scan.txt: is a PDF" in err
    code, _, err = run("explain", "kamkor-kory", "--dir", papers / "scan.txt")
    assert code == 3 and "is a PDF" in err


def test_explain_says_why_two_are_two_that_agree_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("identity.resolve", "dialogue.explain"):
        monkeypatch.setattr(f"seriktes.{module}.candidate_pairs", lambda profiles: iter(()))
    code, out, _ = run("explain", "kamkor-kory", "kamkor-foundation", "--dir", write(tmp_path / "papers"))
    assert code == 0 and "= 1.25: the same" in out
    assert "They are two all the same, for they were never compared" in out
    assert "to make them one, write: same kamkor-kory kamkor-foundation" in out


def test_after_a_rename_review_of_the_build_names_nothing_by_the_given_name(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", 'rename kamkor-foundation ru "Фонд поддержки «Камкор»"\n')
    run("build", papers, "--out", tmp_path / "graph", "-q")
    run("review", tmp_path / "graph", "--judgements", papers / "judgements.txt", stdin="d\n" * 20)
    said = (papers / "judgements.txt").read_text(encoding="utf-8")
    assert "fond-voda" not in said and [
        line for line in said.splitlines() if line.startswith("different") and "kamkor" in line
    ], said
    code, _, err = run("build", papers, "--out", tmp_path / "graph")
    assert code == 0 and "0 not applicable here" in err, err


def test_review_refuses_an_answer_that_contradicts(built: Path, tmp_path: Path) -> None:
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


def test_review_asks_which_file_a_build_was_made_with(tmp_path: Path) -> None:
    run("build", write(tmp_path / "papers", JUDGEMENTS), "--out", tmp_path / "graph", "-q")
    code, _, err = run("review", tmp_path / "graph", stdin="s\n")
    assert code == 3 and "--judgements FILE" in err
    code, _, err = run("review", tmp_path / "papers" / "none", "--list")
    assert code == 3 and "neither a built graph nor documents" in err


def test_explain_says_who_and_why(built: Path) -> None:
    code, out, _ = run("explain", "Камкор", "--dir", built)
    assert code == 0
    assert "key       kamkor-foundation; also: fond-kamkor, kamkor-kory" in out
    assert "the names agree by 1.00" in out and "= 1.25: the same" in out
    assert "holds a post at" in out and "“Bolat Tilepov, director of the Kamkor Foundation, spoke.” (third.txt;" in out


@pytest.mark.parametrize(
    "asked", ["kamkor-foundation", "fond-kamkor", "Қамқор қоры", "Kamkor Foundation", "фонд камкор", "kamkor kory"]
)
def test_a_thing_is_found_by_key_and_name_in_any_language(built: Path, asked: str) -> None:
    assert "key       kamkor-foundation" in run("explain", asked, "--dir", built)[1]


def test_explain_connects_two_step_by_step(built: Path) -> None:
    code, out, _ = run("explain", "Bolat Tilepov", "Мост", "--dir", built)
    assert code == 0
    first = out.split("Chain 2")[0]
    told = [line.strip() for line in first.splitlines() if line.startswith("  ") and not line.startswith("   ")]
    assert "(3 steps)" in first
    assert "holds a post at" in told[0] and "is a party to" in told[-1]
    assert "подписали в Уральске меморандум" in first


def test_explain_tells_what_is_ambiguous_or_unknown(built: Path) -> None:
    code, _, err = run("explain", "меморандум", "--dir", built)
    assert code == 2 and "say which by its key: memorandum-" in err
    code, _, err = run("explain", "Bolt Tilepov", "--dir", built)
    assert code == 2 and "did you mean bolat-tilepov" in err
    code, _, err = run("explain", "x", "--dir", built.parent / "nothing")
    assert code == 3


def test_explain_tells_what_a_person_said(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", JUDGEMENTS + "different kamkor-foundation memo#e1\n")
    run("build", papers, "--out", tmp_path / "graph", "-q")
    out = run("explain", "zhasyl-dala-birlestigi", "--dir", tmp_path / "graph")[1]
    assert "a person said: same zhasyl-dala-birlestigi bridge-association" in out and "a person said so" in out
    out = run("explain", "kamkor-kory", "kamkor-foundation", "--dir", tmp_path / "graph")[1]
    assert "Why they are two" in out or "a person said: different" in out


def test_explain_reads_documents_too(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", None, ("memo",))
    assert "is a party to" in run("explain", "kamkor-kory", "--dir", papers)[1]


def test_a_flipped_byte_in_a_build_is_noticed(tmp_path: Path) -> None:
    out = tmp_path / "graph"
    run("build", write(tmp_path / "papers", None, ("memo",)), "--out", out, "-q")
    path = out / "annotations" / "memo.json"
    path.write_bytes(path.read_bytes().replace(b"Organization", b"Organisation", 1))
    code, _, err = run("explain", "kamkor-kory", "--dir", out)
    assert code == 3 and "build again" in err


@pytest.mark.parametrize("command", ["review", "explain"])
def test_help_has_an_example(command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0 and "Example:" in out and f"seriktes {command}" in out
