"""What is kept of a reading comes back exactly, or not at all."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from seriktes.building import engines
from seriktes.documents import read_file, read_text
from seriktes.errors import DataError, OutputError
from seriktes.keeping.cache import Cache, key_of, open_cache
from seriktes.keeping.packed import pack, slim, unpack
from seriktes.pipeline import annotate
from seriktes.resources import seed_documents

LATIN = (
    "«Qamqor» qory men «Jasyl dala» birlestigi Oralda yntymaqtastyq týraly memorandýmǵa qol qoıdy. Bul týraly qordyń ókili aıtty."
)


def test_an_annotation_comes_back_as_it_was_but_for_the_tokens() -> None:
    annotation = annotate(read_file(seed_documents()[0]))
    assert annotation.facts and any(entity.details for entity in annotation.entities)
    assert unpack(pack(annotation)) == replace(annotation, document=slim(annotation.document))
    assert pack(unpack(pack(annotation))) == pack(annotation)


def test_a_text_in_other_letters_comes_back_as_it_was_given() -> None:
    annotation = annotate(read_text(LATIN.encode(), "latin", "latin.txt"))
    assert annotation.document.respelled and annotation.entities
    assert unpack(pack(annotation)).document.text == LATIN
    assert unpack(pack(annotation)).entities == annotation.entities


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[1,2,3]", b"\xff"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(DataError):
        unpack(data)


def entries(cache: Cache, *names: str) -> list[bytes | None]:
    return [cache.get(key_of(name)) for name in names]


def test_what_is_put_in_is_there_for_the_next_build(tmp_path: Path) -> None:
    with open_cache(tmp_path, "1") as cache:
        cache.put([(key_of("a"), b"short"), (key_of("b"), b"long " * 1000)])
    with open_cache(tmp_path, "1") as cache:
        assert entries(cache, "a", "b", "c") == [b"short", b"long " * 1000, None]


def test_another_version_and_a_fresh_start_find_nothing(tmp_path: Path) -> None:
    for version, fresh in (("2", False), ("1", True)):
        with open_cache(tmp_path, "1") as cache:
            cache.put([(key_of("a"), b"of version 1")])
        with open_cache(tmp_path, version, fresh) as cache:
            assert entries(cache, "a") == [None]


def test_what_nobody_asked_for_is_dropped(tmp_path: Path) -> None:
    with open_cache(tmp_path, "1") as cache:
        cache.put([(key_of(name), name.encode()) for name in "abc"])
    with open_cache(tmp_path, "1") as cache:
        assert cache.which([key_of("a")]) and entries(cache, "b") == [b"b"]
        cache.forget_unused()
        assert entries(cache, "a", "b", "c") == [b"a", b"b", None]


def test_what_is_dropped_is_gone_from_the_disk(tmp_path: Path) -> None:
    with open_cache(tmp_path, "1") as cache:
        cache.put([(key_of("a"), b"the name of a person"), (key_of("b"), b"b")])
    assert any(b"the name of a person" in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    with open_cache(tmp_path, "1") as cache:
        assert entries(cache, "b") == [b"b"]
        cache.forget_unused()
    assert not any(b"the name of a person" in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())


def test_an_entry_with_a_flipped_byte_is_not_given_back(tmp_path: Path) -> None:
    with open_cache(tmp_path, "1") as cache:
        cache.put([(key_of("a"), b"right " * 100)])
        stored = bytearray(cache._connection.execute("SELECT data FROM kept").fetchone()[0])
        for place in range(len(stored)):
            wrong = bytes(stored[:place] + bytes([stored[place] ^ 1]) + stored[place + 1 :])
            cache._connection.execute("UPDATE kept SET data = ?", (wrong,))
            assert entries(cache, "a") == [None]


def test_a_broken_file_is_begun_anew(tmp_path: Path) -> None:
    with open_cache(tmp_path, "1") as cache:
        cache.put([(key_of("a"), b"a")])
    file = tmp_path / ".cache" / "results.sqlite"
    file.write_bytes(b"no database at all " * 500)
    with open_cache(tmp_path, "1") as cache:
        assert entries(cache, "a") == [None]
        cache.put([(key_of("a"), b"again")])
        assert entries(cache, "a") == [b"again"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="file"), open_cache(tmp_path / "file", "1"):
        pass


class Found(list[tuple[str, bytes]]):
    """What was read of some files, which one can look out for."""


def test_what_was_read_is_not_held_once_it_was_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[weakref.ref[Found]] = []

    def read(chunk: Sequence[str], _: object) -> Found:
        found = Found((path, b"") for path in chunk)
        held.append(weakref.ref(found))
        return found

    monkeypatch.setattr(engines, "ProcessPoolExecutor", lambda jobs, *_: ThreadPoolExecutor(jobs))
    monkeypatch.setattr(engines, "read_chunk", read)
    names = [str(number) for number in range(20)]
    results = engines.Processes(2)([[name] for name in names])
    taken = [(found[0][0], sum(each() is not None for each in held)) for found in results]
    assert sorted(name for name, _ in taken) == sorted(names)
    assert taken[-1][1] < 5
