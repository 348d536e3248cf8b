"""Encodings, page furniture, sentences, words, languages: the form of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.documents import read_text
from seriktes.errors import DocumentError
from seriktes.resources import seed_documents
from seriktes.text.encoding import decode
from seriktes.text.furniture import find_furniture
from seriktes.text.kazakh import stem
from seriktes.text.language import language_of
from seriktes.text.sentences import split_sentences
from seriktes.text.tokens import tokenize

KAZAKH = "Қостанай қаласында екі қор ынтымақтастық туралы меморандумға қол қойды. Іс-шараға өңірлік ұйымдардың өкілдері қатысты. Ұйымдастырушылар ғалымдарға алғыс айтты."
RUSSIAN = "В Костанае два фонда подписали меморандум о сотрудничестве. В мероприятии приняли участие представители региональных организаций, и они поделились опытом с гостями."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048", "ptcp154"])
def test_kazakh_is_read_in_every_encoding_that_can_hold_it(encoding: str) -> None:
    text, _ = decode(KAZAKH.encode(encoding), "a.txt")
    assert text.lstrip("\ufeff") == KAZAKH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8_r", "cp866", "kz1048"])
def test_russian_is_read_in_every_encoding_that_can_hold_it(encoding: str) -> None:
    text, _ = decode(RUSSIAN.encode(encoding), "a.txt")
    assert text.lstrip("\ufeff") == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048", "ptcp154", "cp1251"])
@pytest.mark.parametrize("path", seed_documents(), ids=lambda p: p.stem[:3])
def test_the_seeds_are_read_right_or_refused(path: object, encoding: str) -> None:
    original = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    try:
        data = original.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("this text cannot be written so")
    assert decode(data, "a.txt")[0].lstrip("\ufeff") == original


def test_one_bad_byte_is_told_with_its_place() -> None:
    data = KAZAKH.encode()
    text, warnings = decode(data[:40] + b"\xff" + data[40:], "a.txt")
    assert "\ufffd" in text
    assert "byte 40" in warnings[0]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "archive"),
        (b"\x00\x01\x02text", "binary"),
    ],
)
def test_what_is_not_text_is_refused_with_a_cure(data: bytes, word: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(data, "a.txt")
    assert word in str(caught.value)
    assert caught.value.cure


@pytest.mark.parametrize(
    "text",
    [
        "Die Außenminister der beiden Länder unterzeichneten gestern in Berlin ein Abkommen über die Zusammenarbeit im Bereich der Bildung und der Kultur, teilte das Ministerium mit, das die Delegation empfangen hatte.",
        "Міністри закордонних справ двох країн підписали вчора в Києві угоду про співпрацю у сфері освіти та культури, повідомило міністерство, яке прийняло делегацію. Сторони обговорили також питання обміну студентами та її значення.",
        "外交部长昨天在北京签署了一份关于教育和文化领域合作的协议。 两国 代表团 出席 了 仪式 。 双方 讨论 了 学生 交流 的 问题 和 意义 。 会议 由 部长 主持 。 参加者 包括 大学 校长 和 专家 。 两 国 将 继续 合作 。",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(DocumentError):
        read_text(text.encode(), "a", "a.txt")


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("122 рет", True),
        ("• USD:", True),
        ("442.05", True),
        ("Басты сайтқа өту", True),
        ("Поделиться в соцсетях", True),
        ("Share on Facebook", True),
        ("Facebook | Telegram | WhatsApp", True),
        ("Главная / Новости / Общество", True),
        ("1 245 просмотров", True),
        ("© 2024 Барлық құқықтар қорғалған", True),
        ("Форум Алматыда өтті.", False),
        ("Новости фонда обсудили в Таразе", False),
        ("Share of women in parliament rises", False),
    ],
)
def test_page_furniture(line: str, furniture: bool) -> None:
    assert bool(find_furniture(line)[0]) == furniture


def test_captions_are_told_from_the_report() -> None:
    _, captions = find_furniture("Фото: әкімдік баспасөз қызметі\nФорум өтті.")
    assert len(captions) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Форумға Б. Тілепов қатысты. Ол сөз сөйледі.", 2),
        ("«Тірі мұра. Қазақстан» жобасы басталды.", 1),
        ("Встреча прошла в г. Таразе. Ее открыл И. И. Петров.", 2),
        ("Dr. Smith met Mr. Jones in Astana. They signed an MoU.", 2),
        ("2023 ж. 28 тамызда жиын өтті.", 1),
        ("Құжаттар, хаттар және т.б. дайын.", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Меморандумға қол қойылды", "kk"),
        ("Подписан меморандум о сотрудничестве", "ru"),
        ("The memorandum was signed", "en"),
        ("«Ассамблеяның ашық алаңы» тақырыбы туралы айтылды", "kk"),
        ("Выступил директор фонда", "ru"),
    ],
)
def test_language_of_a_sentence(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_tokens_and_sentences_always_slice_right(text: str) -> None:
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
    previous = 0
    for sentence in split_sentences(text):
        assert previous <= sentence.start < sentence.end <= len(text)
        previous = sentence.end
        assert all(sentence.start <= t.start and t.end <= sentence.end for t in sentence.tokens)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("30 сентября 2024 | Пресс-служба университета | 1 092 просмотра", "2024-09-30"),
        ("14.05.2025 17:40    Қаралды: 312    Бөлісу: Facebook Telegram WhatsApp", "2025-05-14"),
        ("By Aizhan Serik in Nation, Kazakhstan Region Profiles on 14 November 2024", "2024-11-14"),
        ("Мәдина Асан, 26 Сәуір, 2025 | 13:05", "2025-04-26"),
    ],
)
def test_a_line_that_says_who_wrote_it_and_when(line: str, date: str) -> None:
    """It dates the report, and tells no fact of the event."""
    text = f"Форум «Вода» открылся\n{line}\n\nВ Оше прошёл форум «Вода»."
    assert read_text(text.encode(), "a", "a.txt").published == date


@pytest.mark.parametrize(
    "line",
    ["Дата: 14 мая 2024, 10:00", "Форум прошёл в Астане 14 мая 2024 года.", "Астана, 14 мая 2024 – Сегодня открылся форум"],
)
def test_an_announcement_is_no_byline(line: str) -> None:
    assert find_furniture(line) == ((), ())


@pytest.mark.parametrize(
    "forms",
    ["Қарағанды Қарағандыда Қарағандыдағы Қарағандының", "Өскемен Өскеменнен Өскеменде", "Канада Канадаға", "Тұрсын Тұрсынның"],
)
def test_a_name_that_looks_inflected_has_one_stem_in_all_cases(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("word", "whole"),
    [("елімізде", "ел"), ("Отанымыздың", "отан"), ("министрлігіміз", "министрлік"), ("теңіз", "теңіз"), ("қымыз", "қымыз")],
)
def test_what_is_called_ours_is_the_same_thing(word: str, whole: str) -> None:
    assert stem(word) == whole
