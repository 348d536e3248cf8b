"""What a build found of who is who is there for the next, as long as it is what was written, and no longer than it may be."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from seriktes.building.build import Options, build_graph
from seriktes.identity.growing.again import who_is_who_again
from seriktes.keeping.cache import FOLDER
from seriktes.keeping.remembered import Remembered

SIGNED = "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве."
SPOKE = "Алия Сейиткызы, директор фонда «Қамқор», выступила на форуме в Астане."


def remembered(folder: Path, version: str = "1", fresh: bool = False) -> Remembered:
    (folder / FOLDER).mkdir(exist_ok=True)
    return Remembered(folder, "kept.bin", version, fresh)


def test_what_was_kept_is_read_by_the_same_version_alone(tmp_path: Path) -> None:
    file = tmp_path / FOLDER / "kept.bin"
    for version, fresh, there in (("1", False, True), ("2", False, False), ("1", True, False)):
        remembered(tmp_path).keep(lambda stream: pickle.dump(["things"], stream))
        kept = remembered(tmp_path, version, fresh)
        assert kept.read(pickle.load) == (["things"] if there else None)
        assert file.exists() == there


def test_no_flipped_byte_goes_unnoticed(tmp_path: Path) -> None:
    file = tmp_path / FOLDER / "kept.bin"
    remembered(tmp_path).keep(lambda stream: pickle.dump(["things"], stream))
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert remembered(tmp_path).read(pickle.load) is None
        assert not file.exists()


def test_without_room_nothing_is_kept(tmp_path: Path) -> None:
    def write(stream: object) -> None:
        raise OSError("no space left on device")

    remembered(tmp_path).keep(lambda stream: pickle.dump(["things"], stream))
    remembered(tmp_path).keep(write)
    assert not list((tmp_path / FOLDER).iterdir())


def test_a_build_begins_with_what_the_one_before_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    file, began = out / FOLDER / "who.bin", list[int]()

    def asked(annotations: object, readings: object, before: object) -> object:
        began.append(len(before.readings))  # type: ignore[attr-defined]
        return who_is_who_again(annotations, readings, before)  # type: ignore[arg-type]

    monkeypatch.setattr("seriktes.building.resolving.who_is_who_again", asked)
    texts.mkdir()
    (texts / "a.txt").write_text(SIGNED, encoding="utf-8")
    build_graph([texts], out)
    (texts / "b.txt").write_text(SPOKE, encoding="utf-8")
    build_graph([texts], out)
    assert "Сейиткызы".encode() in file.read_bytes()
    (texts / "b.txt").unlink()
    build_graph([texts], out)
    assert "Сейиткызы".encode() not in file.read_bytes()
    build_graph([texts], out, options=Options(fresh=True))
    assert began == [0, 1, 2, 0]
    (texts / "judgements.txt").write_text('rename astana en "Astana City"\n', encoding="utf-8")
    build_graph([texts], out)
    assert not file.exists()
