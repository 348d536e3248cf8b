"""A topic in quotes is an event only where the report tells the meeting held on it. Own sentences."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.mentions.find import find_mentions

KAZAKH = "Алматыда Жастар форумы өтті. Оған 200 адам қатысты.\n\nФорум тақырыптарының бірі «Жасыл технология және кәсіп» болды. "
RUSSIAN = "В Алматы прошёл молодёжный форум. Пришли 200 человек.\n\nОдной из тем форума стала «Зелёная экономика». "


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (KAZAKH + "Кездесуді «Туран» қорының директоры Асан Серіков жүргізді.", "Жасыл технология және кәсіп"),
        (KAZAKH + "Министр жұмыстың жалғаса беретінін айтты.", None),
        (KAZAKH + "Форумды «Туран» қоры ұйымдастырды.", None),
        (RUSSIAN + "Дискуссию модерировала Анна Ким, директор фонда «Туран».", "Зелёная экономика"),
        (RUSSIAN + "Министр сказал, что работа продолжится.", None),
        (RUSSIAN + "Дискуссия на другую тему пройдёт в мае.", None),
    ],
)
def test_a_topic_is_an_event_where_its_meeting_is_told(text: str, title: str | None) -> None:
    found = [m.text for m in find_mentions(read_text(text.encode(), "test", "test.txt")) if m.rule == "event.quoted"]
    assert found == ([title] if title else [])
