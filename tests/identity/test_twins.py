"""Reports of one event in several languages: what no list translates is one thing where the same is told of it. Own sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from seriktes.cli import main
from seriktes.documents.reading import read_text
from seriktes.identity.resolve import resolve
from seriktes.model import Annotation
from seriktes.pipeline import annotate

ENGLISH = """Museum workers trained in Semey

SEMEY, 5 June 2024. Shakarim University, the Akimat of Abai Region and the British Council held a training "Doors Ajar" in Semey on 5 June 2024.
Museums of Semey, Ayagoz and Oskemen took part.

Rector Aidos Mukhtarov, Aigerim Satova of the National Museum of Kazakhstan and Rosanna Lewis of the British Council opened the training.
Shakarim University and the British Council signed a memorandum of cooperation. The British Council runs the project "Long Light".
"""
RUSSIAN = """В Семее обучили сотрудников музеев

Семей, 5 июня 2024 года. Университет Шакарима, акимат области Абай и Британский совет провели 5 июня 2024 года в Семее тренинг «Приоткрытые двери».
Участвовали музеи Семея, Аягоза и Усть-Каменогорска.

Тренинг открыли ректор Айдос Мухтаров, Айгерим Сатова из Национального музея Казахстана и Розанна Льюис из Британского совета.
Университет Шакарима и Британский совет подписали меморандум о сотрудничестве. Британский совет ведёт проект «Далёкий берег».
"""
OTHER = RUSSIAN.replace("5 июня 2024", "9 марта 2021").replace("Айдос Мухтаров", "Ерлан Садыков")


def read(text: str, name: str) -> Annotation:
    return annotate(read_text(text.encode(), name, f"{name}.txt"))


@pytest.fixture(scope="module")
def reports() -> tuple[Annotation, ...]:
    return read(ENGLISH, "en"), read(RUSSIAN, "ru"), read(OTHER, "old")


def keys(annotations: tuple[Annotation, ...], type_: str) -> list[set[str | None]]:
    return [{e.key for e in a.entities if e.type == type_} for a in resolve(annotations)]


def test_one_report_in_two_languages_tells_of_the_same_things(reports: tuple[Annotation, ...]) -> None:
    for type_ in ("Project", "Person", "Event", "Agreement"):
        english, russian = keys(reports[:2], type_)
        assert english == russian != set(), type_


def test_the_order_of_documents_changes_nothing(reports: tuple[Annotation, ...]) -> None:
    assert keys(reports, "Project") == keys(reports[::-1], "Project")[::-1]


def test_the_training_of_another_year_is_another(reports: tuple[Annotation, ...]) -> None:
    english, _, old = keys(reports, "Event")
    assert not english & old


def test_explain_says_what_made_them_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("en", ENGLISH), ("ru", RUSSIAN)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    main(["explain", "Long Light", "--dir", str(tmp_path)], standalone_mode=False)
    assert "tell one report" in capsys.readouterr().out
