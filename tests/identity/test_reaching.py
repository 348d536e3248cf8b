"""Whether two are alike enough is found out with less work than how alike they are, and comes out the same."""

from __future__ import annotations

from itertools import combinations

import pytest
from seriktes.documents import read_text
from seriktes.identity.evidence import ENOUGH, WEIGHTS, compare, reaching
from seriktes.identity.profiles import Profile, outline_of, profiles_in
from seriktes.identity.resolve import resolve
from seriktes.model import EntityType
from seriktes.pipeline import annotate

TEXTS = (
    "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве. "
    "Алия Сейиткызы, директор фонда «Тірек», выступила на X Форуме рек в Уральске.",
    "«Тірек» қоры мен «Көпір» қауымдастығы 2024 жылғы 16 мамырда Оралда меморандумға қол қойды. "
    "Қор директоры Әлия Сейітқызы X Өзендер форумында сөз сөйледі.",
    "The Tirek Foundation and the Bridge Association signed a memorandum in Oral on 16 May 2024. "
    "Aliya Seiitkyzy, director of the Tirek Foundation, spoke at the 10th Forum of Rivers. A. Seiitkyzy thanked the Ministry of Water.",
    "В Доме дружбы прошёл круглый стол министерства экологии Казахстана и проекта «Таза су». Участвовало МЭ РК.",
)


@pytest.fixture(scope="module")
def profiles() -> dict[EntityType, list[Profile]]:
    annotations = [annotate(read_text(text.encode(), f"d{n}", f"d{n}")) for n, text in enumerate(TEXTS)]
    outlines = [outline_of(annotation) for annotation in annotations]
    keys = {(a.document.id, e.id): e.key or "" for a in resolve(annotations) for e in a.entities}
    return {type_: list(profiles_in(outlines, type_, keys)) for type_ in WEIGHTS}


@pytest.mark.parametrize("least", [0.0, 0.35, 0.8, ENOUGH, 1.5])
def test_pairs_that_are_alike_enough_are_told_as_ever_and_no_others(
    profiles: dict[EntityType, list[Profile]], least: float
) -> None:
    told = 0
    for of_a_type in profiles.values():
        for left, right in combinations(of_a_type, 2):
            found = compare(left, right)
            assert reaching(left, right, least) == (found if found[0] >= least else None)
            told += found[0] >= least
    assert told


def test_no_comparison_says_more_than_its_weight(profiles: dict[EntityType, list[Profile]]) -> None:
    for type_, table in WEIGHTS.items():
        for left, right in combinations(profiles[type_], 2):
            assert all(-1.0 <= comparison(left, right).score <= 1.0 for comparison in table)
