"""Russian ways to tell of visits, delegations, posts and signings. The sentences are the project's own."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate


def told(text: str) -> list[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    return [
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {f.values.get('title', '')}" for f in annotation.facts
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "11 и 12 апреля 2024 года в Омской области с деловой миссией находилась делегация Павлодарской области "
            "во главе с первым заместителем акима области Сериком Алиевым.",
            ["represents|Алиев|Павлодарская", "participation|Алиев|миссия", "located|миссия|Омская", "dated|миссия"],
        ),
        (
            "Гостей встретил и.о. ректора Торайгыров университета д.ф-м.н., профессор Ержан Садыков.",
            ["post|Садыков|университет|и.о. ректора"],
        ),
        (
            "Постоянный представитель Казахстана при ООН Кайрат Умаров выступил на форуме.",
            ["represents|Умаров|Казахстан"],
        ),
        (
            "Соглашение подписали ректоры Кокшетауского университета и Белорусского государственного университета Анна Ким и Серик Мухамедиев.",
            ["post|Ким|Кокшетауский", "post|Мухамедиев|Белорусский", "signatory|Ким", "signatory|Мухамедиев"],
        ),
        ("В Риге функционирует Посольство Республики Узбекистан.", ["located|Посольство|Рига"]),
    ],
)
def test_the_sentence_tells(text: str, facts: list[str]) -> None:
    lines = told(text)
    for fact in facts:
        assert any(all(part in line for part in fact.split("|")) for line in lines), (fact, lines)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("«Соглашение о партнерстве стороны заключили в 2009 году», – отметил Тимур Ахметов.", "signatory"),
        ("Проект «Чистая вода» организован фондом «Тірек», реализуемый ПРООН в Таджикистане.", "cooperation"),
        ("Капельное орошение будет установлено в хозяйствах, расположенных в Аральском районе, фондом «Тірек».", "located"),
    ],
)
def test_the_sentence_does_not_tell(text: str, fact: str) -> None:
    assert not [line for line in told(text) if line.startswith(fact)]
