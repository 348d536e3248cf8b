"""What the shapes say around what changed, with what they said before of all else, is what they say of everything."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from seriktes.building.build import build_graph
from seriktes.building.built import read_build
from seriktes.model import Annotation
from seriktes.rdf import around, renewed
from seriktes.rdf.around import near_shapes, troubles_around
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.differing import Differing
from seriktes.rdf.ontology import ontology
from seriktes.rdf.serialize import to_lines, write_nquads
from seriktes.rdf.terms import BASE
from seriktes.rdf.validate import Violation, shape_troubles


def store_of(lines: Sequence[bytes]) -> Store:
    """A store of lines and the ontology."""
    store = Store()
    store.bulk_load(b"\n".join(lines), format=RdfFormat.N_QUADS, lenient=True)
    store.bulk_extend(ontology())
    return store


def edited(lines: Sequence[bytes], chance: random.Random, edits: int) -> list[bytes]:
    """The lines with some taken away, and some of which a part is that of another line."""
    found = list(lines)
    for _ in range(edits):
        place = chance.randrange(len(found))
        line = found.pop(place)
        ours, theirs = line.split(b" ", 2), chance.choice(lines).split(b" ", 2)
        part = chance.randrange(5)
        if part < 3:
            found.append(b" ".join([*ours[:part], theirs[part], *ours[part + 1 :]]))
        elif part == 3:
            found.append(line)
            found.append(b" ".join([theirs[0], *ours[1:]]))
    return sorted(set(found))


def told(store: Store) -> set[Violation]:
    return set(shape_troubles(store, near_shapes().near))


@pytest.fixture
def lines(annotations: Sequence[Annotation]) -> list[bytes]:
    return write_nquads(build_dataset(annotations)).splitlines()


def test_all_shapes_of_things_are_near() -> None:
    assert near_shapes().far == [] and len(near_shapes().near) > 50 and near_shapes().backwards


@pytest.mark.parametrize("seed", range(25))
def test_shapes_around_what_changed_find_what_they_find_in_everything(lines: list[bytes], seed: int) -> None:
    chance = random.Random(seed)
    before = edited(lines, chance, chance.choice((0, 30)))
    after = edited(before, chance, chance.choice((1, 8, 60)))
    graph = Differing(b"".join(line + b"\n" for line in before), to_lines(ontology()))
    graph.change(set(before) - set(after), set(after) - set(before))
    found = troubles_around(graph, told(store_of(before)))
    assert found == told(store_of(after))
    assert found or seed % 4, "the edits do break shapes"


TEXTS = {
    "a": "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве.",
    "b": "Алия Сейиткызы, директор фонда «Тірек», выступила на форуме рек в Астане.",
    "c": "Фонд «Тірек» и фонд «Қамқор» 3 июня 2024 года подписали в Астане меморандум о сотрудничестве.",
}


def test_a_trouble_is_told_as_long_as_nothing_around_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two troubles that nobody would find are put into the note: the next build tells the one about a thing that it does not touch."""
    texts, out = tmp_path / "texts", tmp_path / "out"
    monkeypatch.setattr(renewed, "FEW", 0)
    texts.mkdir()
    for name in "ab":
        (texts / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    build_graph([texts], out)
    keys = {n: sorted(e.key or "" for a in read_build(out) if a.document.id == n for e in a.entities) for n in "ab"}
    shape = near_shapes().near[0]
    stays, goes = (
        Violation("violation", shape.name, f"{BASE}id/{kind}", "", shape.messages, "", "minCount", shape.group)
        for kind in (_thing(out, set(keys["a"]) - set(keys["b"])), _thing(out, set(keys["a"]) & set(keys["b"])))
    )
    file = out / ".cache" / "graph.json"
    note = json.loads(file.read_bytes())
    assert note["near"] == []
    note["near"] = [list(astuple(trouble)) for trouble in (stays, goes)]
    file.write_text(json.dumps(note), encoding="ascii")
    (texts / "c.txt").write_text(TEXTS["c"], encoding="utf-8")
    told = build_graph([texts], out).violations
    assert told == (stays.line(),)
    monkeypatch.setattr(around, "MOST", 0)
    (texts / "c.txt").unlink()
    assert build_graph([texts], out).violations == (), "where too much changed, everything is asked"


def _thing(out: Path, keys: set[str]) -> str:
    """The kind and key of an organisation that has one of some keys."""
    return next(f"org/{e.key}" for a in read_build(out) for e in a.entities if e.type == "Organization" and e.key in keys)
