"""What a build leaves lying for the next: taken as it lies where nothing changed, and only then."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from seriktes.building import gathering, judged
from seriktes.building.build import build_graph
from seriktes.building.gathering import Gathered, gather
from seriktes.building.removing import drop_leftovers
from seriktes.keeping import laid
from seriktes.keeping.cache import FOLDER, open_cache
from seriktes.keeping.stock import Stock

TEXTS = {
    "a": "Фонд «Тірек» и ассоциация «Мост» подписали меморандум.",
    "b": "The Bridge Foundation held a forum in Oral on 3 June 2024.",
    "c": "Қамқор қоры мен Жасыл дала бірлестігі ынтымақтасады.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    return texts


def read(texts: Path, out: Path, version: str = "1", fresh: bool = False) -> Gathered:
    out.mkdir(exist_ok=True)
    with open_cache(out, "1", fresh) as cache:
        (between := out / f"between-{len(list(out.iterdir()))}").mkdir()
        return gather([texts], cache, between, stock=Stock(out, "read", version, fresh))


def same(one: Gathered, other: Gathered) -> bool:
    return list(one.annotations) == list(other.annotations) and (one.readings, one.skipped) == (other.readings, other.skipped)


def test_what_did_not_change_is_not_unpacked_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(folder, tmp_path / "out")
    (folder / "d.txt").write_text("The Qamqor Foundation signed a memorandum in Astana.", encoding="utf-8")
    (folder / "b.txt").unlink()
    unpacked: list[str] = []
    known = gathering._known
    monkeypatch.setattr(gathering, "_known", lambda path, *more: unpacked.append(Path(path).name) or known(path, *more))
    second = read(folder, tmp_path / "out")
    assert unpacked == ["d.txt"] and (second.read, second.known) == (1, 2)
    assert same(second, read(folder, tmp_path / "elsewhere")) and not same(first, second)
    unpacked.clear()
    assert same(read(folder, tmp_path / "out"), second) and unpacked == []


@pytest.mark.parametrize("held", [1, 200, 1 << 20])
def test_what_lies_is_taken_in_any_order(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr(laid, "_HELD", held)
    one = read(folder, tmp_path / "out").annotations
    other = laid.Laid(tmp_path / "other", [one[1]])
    assert other.take(one, [2, 0, 1]) == 1 and other.take(one, []) == 4
    assert list(other) == [one[1], one[2], one[0], one[1]] and list(other.cards()) == [one.card(n) for n in (1, 2, 0, 1)]


def test_reprints_are_found_again(folder: Path, tmp_path: Path) -> None:
    report = " ".join(f"Слово{n} стоит в отчёте фонда «Тірек»." for n in range(12))
    (folder / "one.txt").write_text(report, encoding="utf-8")
    (folder / "two.txt").write_text(f"{report} Подробности позже.", encoding="utf-8")
    first = read(folder, tmp_path / "out")
    assert [c.id for a in first.annotations for c in a.document.copies] == ["one"]
    (folder / "a.txt").unlink()
    second = read(folder, tmp_path / "out")
    assert same(second, read(folder, tmp_path / "elsewhere")) and len(second.annotations) == len(first.annotations) - 1


def harm(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.unlink()  # the build that left it reads what it read
    file.write_bytes(data)


def kept(out: Path) -> Sequence[Path]:
    return sorted((out / FOLDER).glob("read.*"))


def test_other_bytes_and_another_version_do_not_count(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = read(folder, out)
    assert [file.name for file in kept(out)] == ["read.laid", "read.note"]
    for number in range(2):
        assert Stock(out, "read", "1").laid is not None
        harm(kept(out)[number])
        assert Stock(out, "read", "1").laid is None and not kept(out)
        assert same(read(folder, out), first)
    assert Stock(out, "read", "2").laid is None and not kept(out)


def test_what_a_build_left_is_taken_away_with_its_texts(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    read(folder, out)
    drop_leftovers(out)
    assert not kept(out) and (out / FOLDER).is_dir()
    read(folder, out, fresh=True)
    assert kept(out)


def told_by(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (*out.glob("*.csv"), out / "graph.nq", *(out / "annotations").iterdir())}


def test_only_what_is_judged_otherwise_is_laid_down_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_down: list[str] = []
    digest_of = judged.digest_of
    monkeypatch.setattr(
        judged, "digest_of", lambda annotation, *more: laid_down.append(annotation.document.id) or digest_of(annotation, *more)
    )
    build_graph([folder], tmp_path / "out")
    assert laid_down == ["a", "b", "c"]
    laid_down.clear()
    (folder / "d.txt").write_text("Асель Омарова, директор фонда «Тірек», открыла форум.", encoding="utf-8")
    build_graph([folder], tmp_path / "out")
    assert laid_down == ["d"]
    build_graph([folder], tmp_path / "whole")
    assert told_by(tmp_path / "out") == told_by(tmp_path / "whole")


def test_what_people_judged_is_not_taken_for_what_the_program_says(folder: Path, tmp_path: Path) -> None:
    out, file = tmp_path / "out", tmp_path / "judgements.txt"
    build_graph([folder], out)
    plain = told_by(out)
    said = json.loads(plain["a.json"])
    keys = {entity["id"]: entity["key"] for entity in said["entities"]}
    party = next(fact for fact in said["facts"] if fact["type"] == "party")
    file.write_text(f"reject party {keys[party['agent']]} {keys[party['agreement']]} in a\n", encoding="utf-8")
    for number in range(2):  # the second time a document more comes, so that the first one could be left as it is
        build_graph([folder], out, judgements=file)
        build_graph([folder], tmp_path / f"judged-{number}", judgements=file)
        assert told_by(out) == told_by(tmp_path / f"judged-{number}") and told_by(out)["a.json"] != plain["a.json"]
        (folder / "e.txt").write_text("The Bridge Foundation opened an office in Astana.", encoding="utf-8")
    (folder / "e.txt").unlink()
    build_graph([folder], out)
    assert told_by(out) == plain
