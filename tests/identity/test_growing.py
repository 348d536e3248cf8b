"""Who is who grown document by document is who is who of all of them at once."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from seriktes.documents.reading import read_text
from seriktes.identity import blocks
from seriktes.identity.growing import again, neighbours
from seriktes.identity.growing.again import NOTHING, Kept, OtherwiseListedError, read_kept, who_is_who_again
from seriktes.identity.growing.postings import Postings
from seriktes.identity.keyed import keys_of
from seriktes.identity.undecided import undecided
from seriktes.judgements.judge import judge
from seriktes.model import Annotation, Entity, Language
from seriktes.pipeline import annotate

RUSSIAN = """Реставраторов учили в Таразе

Тараз, 7 мая 2024 года. Университет Дулати, акимат Жамбылской области и Институт Гёте провели 7 мая 2024 года в Таразе семинар «Живой камень».
Приехали мастера из Шымкента и Кызылорды, 48 человек.

Семинар вели Дина Сарсенова из Национального музея Казахстана и Карл Вебер из Института Гёте. Посольство Германии поддержало встречу.
Университет Дулати и Институт Гёте подписали меморандум о сотрудничестве. Институт Гёте ведёт проект «Тихий мост».
"""
ENGLISH = """Restorers trained in Taraz

TARAZ, 7 May 2024. Dulaty University, the Akimat of Zhambyl Region and the Goethe Institute held a seminar "Stones Awake" in Taraz on 7 May 2024.
Craftsmen of Shymkent and Kyzylorda came, 48 people.

Dina Sarsenova of the National Museum of Kazakhstan and Karl Weber of the Goethe Institute led the seminar. The Embassy of Germany supported it.
Dulaty University and the Goethe Institute signed a memorandum of cooperation. The Goethe Institute runs the project "Calm Crossing".
"""
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


def read(text: str, name: str) -> Annotation:
    return annotate(read_text(text.encode(), name, f"{name}.txt"))


@pytest.fixture(scope="module")
def documents(synthetic: ModuleType) -> list[Annotation]:
    made = [annotation for annotation, _ in synthetic.documents(40, times=4, a_document=8)]
    return [*made, read(RUSSIAN, "ru"), read(ENGLISH, "en")]


def otherwise(annotation: Annotation, chance: random.Random) -> Annotation:
    """The document as it might have been read otherwise: without some entities and facts, in another language, under another name."""
    gone = {entity.id for entity in annotation.entities if chance.random() < 0.2}

    def told(entity: Entity) -> Entity:
        return replace(entity, country=chance.choice((entity.country, None, "RU")), kind=chance.choice((entity.kind, None)))

    facts = tuple(f for f in annotation.facts if gone.isdisjoint(f.arguments.values()) and chance.random() < 0.8)
    document = replace(
        annotation.document,
        id=annotation.document.id + chance.choice(("", "x")),
        language=chance.choice((annotation.document.language, *LANGUAGES)),
    )
    return Annotation(document, tuple(told(e) for e in annotation.entities if e.id not in gone), facts)


def answer(found: Any) -> tuple[object, ...]:
    keys, aliases, pairs = found
    told = [(pair, pair.score, pair.rule, pair.evidence, pair.documents) for pair in pairs]
    return dict(keys), list(aliases.items()), told


def at_once(annotations: list[Annotation]) -> tuple[object, ...]:
    judged = judge(annotations)
    return answer((keys_of(judged.annotations), judged.aliases, undecided(judged.annotations)))


def grown(annotations: list[Annotation], before: Kept) -> tuple[tuple[object, ...], Kept]:
    readings = [hashlib.sha256(repr(annotation).encode()).digest() for annotation in annotations]
    found = who_is_who_again(annotations, readings, before)
    stream = io.BytesIO()
    found.kept.write(stream)
    stream.seek(0)
    return answer(found[:3]), read_kept(stream)


def a_script(documents: list[Annotation], chance: random.Random) -> Iterator[list[Annotation]]:
    now: dict[str, Annotation] = {}
    for number in (30, 1, 3, 1, 12):
        for document in chance.sample(documents, min(number, len(documents))):
            if now and chance.random() < 0.3:
                del now[chance.choice(sorted(now))]
            new = document if chance.random() < 0.5 else otherwise(document, chance)
            now[new.document.id] = new
        yield [now[name] for name in sorted(now)]


@pytest.mark.parametrize("seed", (0, 1, 2, 9, 11, 21))  # in 9, 11 and 21 neighbours in large blocks change
def test_grown_bit_by_bit_it_is_the_same(documents: list[Annotation], seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if seed % 2:  # so that there are large blocks
        for module in (blocks, neighbours):
            monkeypatch.setattr(module, "LARGEST", 3)
            monkeypatch.setattr(module, "WINDOW", 1)
    kept = NOTHING
    for given in a_script(documents, random.Random(seed)):
        found, kept = grown(given, kept)
        assert found == at_once(given)


def test_reports_of_one_event_come_and_go(documents: list[Annotation]) -> None:
    kept, (russian, english) = NOTHING, documents[-2:]
    seen = []
    for given in ([russian], [english, russian], [*documents[:3], english, russian], [english], [english, russian]):
        found, kept = grown(given, kept)
        assert found == at_once(given)
        keys = found[0]
        assert isinstance(keys, Mapping)
        projects = {keys[a.document.id, e.id] for a in given for e in a.entities if e.type == "Project"}
        seen.append((bool(kept.second), len(projects)))
    assert seen == [(False, 1), (True, 1), (True, 1), (False, 1), (True, 1)]


def test_one_more_document_is_looked_at_alone(documents: list[Annotation], monkeypatch: pytest.MonkeyPatch) -> None:
    _, kept = grown(documents[:-3], NOTHING)
    drawn: list[str] = []
    draw = again.outline_of

    def counted(annotation: Annotation) -> Any:
        drawn.append(annotation.document.id)
        return draw(annotation)

    monkeypatch.setattr(again, "outline_of", counted)
    found, _ = grown(documents[:-2], kept)
    assert 1 <= len(drawn) < len(documents) / 2 and documents[-3].document.id in drawn
    monkeypatch.undo()
    assert found == at_once(documents[:-2])


def test_what_is_kept_holds_nothing_of_a_document_that_is_gone(documents: list[Annotation]) -> None:
    _, kept = grown(documents, NOTHING)
    assert b"Stones Awake" in repr(kept).encode()
    _, kept = grown(documents[:-1], kept)
    assert b"Stones Awake" not in repr(kept).encode()


def test_who_is_another_than_the_listed_record_it_was_matched_to_is_asked_in_one_piece(
    documents: list[Annotation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again.Course, "keys", lambda _, name: tuple((e.id, "other") for e in documents[-1].entities))
    with pytest.raises(OtherwiseListedError):
        grown(documents[-1:], NOTHING)


def test_postings_change_as_sets_do() -> None:
    chance, found = random.Random(1), Postings()
    marks: dict[int, set[int]] = {}
    for _ in range(30):
        others = {chance.randrange(20): {chance.randrange(2**64) % 13 for _ in range(chance.randrange(4))} for _ in range(3)}
        found.change(others.keys(), others.items())
        marks.update(others)
        found = Postings(*found.kept())
        having = {mark: sorted(thing for thing, own in marks.items() if mark in own) for mark in range(13)}
        assert found.having(range(13)) == {mark: things for mark, things in having.items() if things}
        assert found.marks_of(range(20)) == {thing: marks.get(thing, set()) for thing in range(20)}
