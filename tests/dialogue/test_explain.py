"""Explain from a built folder or documents: who someone is, how two are connected, step by step."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from seriktes.dialogue.words import own_words
from seriktes.identity.data import word_data
from seriktes.telling import told_words
from seriktes.views.page import strings


def test_explain_says_why_two_are_two_that_agree_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    for module in ("identity.resolve", "dialogue.explain"):
        monkeypatch.setattr(f"seriktes.{module}.candidate_pairs", lambda profiles: iter(()))
    code, out, _ = run("explain", "kamkor-kory", "kamkor-foundation", "--dir", write(tmp_path / "papers"))
    assert code == 0 and "= 1.25: the same" in out
    assert "They are two all the same, for they were never compared" in out
    assert "to make them one, write: same kamkor-kory kamkor-foundation" in out


def test_explain_says_who_and_why(built: Path, run: Callable[..., Any]) -> None:
    code, out, _ = run("explain", "Камкор", "--dir", built)
    assert code == 0
    assert "key       kamkor-foundation; also: fond-kamkor, kamkor-kory" in out
    assert "the names agree by 1.00" in out and "= 1.25: the same" in out
    assert "holds a post at" in out and "“Bolat Tilepov, director of the Kamkor Foundation, spoke.” (third.txt;" in out


@pytest.mark.parametrize(
    "asked", ["kamkor-foundation", "fond-kamkor", "Қамқор қоры", "Kamkor Foundation", "фонд камкор", "kamkor kory"]
)
def test_a_thing_is_found_by_key_and_name_in_any_language(built: Path, asked: str, run: Callable[..., Any]) -> None:
    assert "key       kamkor-foundation" in run("explain", asked, "--dir", built)[1]


def test_explain_connects_two_step_by_step(built: Path, run: Callable[..., Any]) -> None:
    code, out, _ = run("explain", "Bolat Tilepov", "Мост", "--dir", built)
    assert code == 0
    first = out.split("Chain 2")[0]
    told = [line.strip() for line in first.splitlines() if line.startswith("  ") and not line.startswith("   ")]
    assert "(3 steps)" in first
    assert "holds a post at" in told[0] and "is a party to" in told[-1]
    assert "подписали в Уральске меморандум" in first


def test_the_words_of_explanations_stand_in_three_languages() -> None:
    reasons = word_data("reasons")
    tables = (own_words(), told_words(), *({x: reasons[x][part] for x in reasons} for part in reasons["en"]))
    for words in tables:
        assert set(words["kk"]) == set(words["ru"]) == set(words["en"])
        for key, english in words["en"].items():
            gaps = {re.sub(r"\W", "", gap) for gap in re.findall(r"\{\w+\}", english)}
            for language in ("kk", "ru"):
                assert {re.sub(r"\W", "", gap) for gap in re.findall(r"\{\w+\}", words[language][key])} == gaps, key


@pytest.mark.parametrize("asked", [("explain", "Kamkor"), ("explain", "kamkor-foundation", "Мост"), ("path", "Камкор", "Мост")])
def test_an_answer_is_wholly_in_the_language_asked_for(built: Path, asked: tuple[str, ...], run: Callable[..., Any]) -> None:
    for language in ("kk", "ru"):
        code, out, _ = run(*asked, "--dir", built, "--lang", language)
        english = re.escape(strings()[language]["lang_en"])
        told = re.sub(rf"“.*”|«[^»]*»|[\w-]+\.txt|(?m:^  {english} .*$)", "", out)  # names and sentences stay as they are
        written = {"kamkor", "director"}  # a name as it is compared, a post as it is written
        assert code == 0 and set(re.findall(r"(?<![\w-])[A-Za-z]{2,}(?![\w-])", told)) <= written, told
        assert ("және" in told) == (language == "kk") or asked == ("explain", "Kamkor")


def test_explain_tells_what_is_ambiguous_or_unknown(built: Path, run: Callable[..., Any]) -> None:
    code, _, err = run("explain", "меморандум", "--dir", built)
    assert code == 2 and "say which by its key: memorandum-" in err
    code, _, err = run("explain", "Bolt Tilepov", "--dir", built)
    assert code == 2 and "did you mean bolat-tilepov" in err
    code, _, err = run("explain", "x", "--dir", built.parent / "nothing")
    assert code == 3


def test_explain_tells_what_a_person_said(
    tmp_path: Path, decisions: str, run: Callable[..., Any], write: Callable[..., Any]
) -> None:
    papers = write(tmp_path / "papers", decisions + "different kamkor-foundation memo#e1\n")
    run("build", papers, "--out", tmp_path / "graph", "-q")
    out = run("explain", "zhasyl-dala-birlestigi", "--dir", tmp_path / "graph")[1]
    assert "a person said: same zhasyl-dala-birlestigi bridge-association" in out and "a person said so" in out
    out = run("explain", "kamkor-kory", "kamkor-foundation", "--dir", tmp_path / "graph")[1]
    assert "Why they are two" in out or "a person said: different" in out


def test_explain_reads_documents_too(tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]) -> None:
    papers = write(tmp_path / "papers", None, ("memo",))
    assert "is a party to" in run("explain", "kamkor-kory", "--dir", papers)[1]


def test_a_flipped_byte_in_a_build_is_noticed(tmp_path: Path, run: Callable[..., Any], write: Callable[..., Any]) -> None:
    out = tmp_path / "graph"
    run("build", write(tmp_path / "papers", None, ("memo",)), "--out", out, "-q")
    path = out / "annotations" / "memo.json"
    path.write_bytes(path.read_bytes().replace(b"Organization", b"Organisation", 1))
    code, _, err = run("explain", "kamkor-kory", "--dir", out)
    assert code == 3 and "build again" in err
