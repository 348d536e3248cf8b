"""What documents say, in a file between the steps of a build: the same records, in whichever process."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from seriktes.documents import read_text
from seriktes.errors import OutputError
from seriktes.identity.keyed import Keyed
from seriktes.keeping import laid
from seriktes.keeping.cards import cards_of
from seriktes.keeping.laid import Laid
from seriktes.keeping.packed import slim
from seriktes.model import Annotation, Copy
from seriktes.pipeline import annotate


def annotations() -> list[Annotation]:
    texts = (
        "Фонд «Тірек» и ассоциация «Мост» подписали меморандум.",
        "The Bridge Foundation held a forum in Oral on 3 June 2024.",
    )
    found = [annotate(read_text(text.encode(), str(number), f"{number}.txt")) for number, text in enumerate(texts)]
    assert all(a.entities for a in found)
    found.append(Annotation(found[0].document, (), ()))
    return [replace(a, document=slim(replace(a.document, copies=(Copy("c", "c.txt", "00"),)))) for a in found]


def test_records_come_back_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = annotations()
    for held in (1, 1 << 20):
        monkeypatch.setattr(laid, "_HELD", held)
        lying = Laid(tmp_path / str(held), given)
        assert list(lying) == given and lying[-1] == given[-1] and lying[1:] == tuple(given[1:])
        assert list(cards_of(lying)) == list(cards_of(given)) and lying.card(1).types == tuple(e.type for e in given[1].entities)
        assert lying.add(given[0]) == 3 and lying[3] == given[0]
        assert list(lying.in_order([2, 0])) == [given[2], given[0]]
        with pytest.raises(IndexError):
            lying[4]


def test_another_process_lays_and_this_one_reads(tmp_path: Path) -> None:
    given = annotations()
    before = Laid(tmp_path / "before", given)
    assert before[0] == given[0]
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.closerange(3, writing)  # as a process that is split off does
        os.write(writing, pickle.dumps(Laid(tmp_path / "after", reversed(before))))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        after = pickle.load(stream)
    assert os.waitpid(child, 0)[1] == 0
    assert list(after) == given[::-1] and list(before) == given


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    lying = Laid(tmp_path / "laid", annotations()[:1])
    (tmp_path / "laid").unlink()
    with pytest.raises(OutputError, match="cannot be read back"):
        lying[0]


def test_nothing_but_records_is_made(tmp_path: Path) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(tmp_path / "harm"),)

    lying = Laid(tmp_path / "laid", annotations()[:1])
    data = pickle.dumps(Harm())
    (tmp_path / "laid").write_bytes(data)
    lying._cards[0], lying._sizes[0] = 0, len(data)
    with pytest.raises(pickle.UnpicklingError, match="no record"):
        lying[0]
    assert not (tmp_path / "harm").exists()


def test_keys_are_put_in_one_by_one() -> None:
    given = [a for a in annotations() if a.entities]
    keys = {(a.document.id, e.id): f"{a.document.id}-{e.id}" for a in given for e in a.entities}
    keyed = Keyed(given, keys)
    assert [[e.key for e in a.entities] for a in keyed] == [[keys[a.document.id, e.id] for e in a.entities] for a in given]
    assert keyed[0:1] == (keyed[0],) and len(keyed) == len(given)
