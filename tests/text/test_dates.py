from __future__ import annotations

import csv
import gc
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.text.dates import find_dates

ROWS = list(csv.DictReader((Path(__file__).parent / "dates.csv").open(encoding="utf-8", newline="")))
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
SHARE = 0.97


def test_table():
    """A row is right when its expression is found with its dates and nothing else is found in its text."""
    expected = defaultdict(set)
    for row in ROWS:
        expected[row["reference"], row["text"]].add((row["expression"], row["start"] or None, row["end"] or None))
    wrong = []
    for row in ROWS:
        found = {(d.text, d.start_date, d.end_date) for d in find_dates(row["text"], row["reference"] or None)}
        if found != expected[row["reference"], row["text"]]:
            wrong.append(f"{' | '.join(row.values())} <> {sorted(found, key=str)}")
    assert len(ROWS) >= 150
    share = 1 - len(wrong) / len(ROWS)
    print(f"{share:.3f} of {len(ROWS)} right", *wrong, sep="\n")
    assert share >= SHARE, "\n".join(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Әріптестікке 30 жыл атты форум өтті.",
        "Ол 30 жылдан астам уақыт бойы жұмыс істеді.",
        "Конференцияға 150-ден астам адам қатысты.",
        "Конституцияның 12-бабы мен №12 қаулы талқыланды.",
        "Ораза айт пен наурыз мерекесі туралы айтылды.",
        "2000 адам қатысқан жиын, бағасы 2024 теңге.",
        "1990 жылдары қоғамдық ұйымдар пайда болды.",
        "Қазан қаласының әкімі Қазанда сөз сөйледі.",
        "Бүгінгі таңда 20 мыңнан астам ұйым тіркелген.",
        "В 1990-х было иначе.",
        "Матч закончился со счётом 3:2, второй — 2-1.",
        "Телефон: +7 (727) 250-12-05, 8 701 123 45 67.",
        "На сегодняшний день действует 20 центров.",
        "Статья 12 закона № 2022 и пункт 5.12 приложения.",
        "Цена составила 2022 тенге, а не 2 021,50 рубля.",
        "За 20 лет фонд поддержал 2015 проектов.",
        "Несколько дней назад, как и 60 лет назад, всё было иначе.",
        "Ол 60 жыл бұрын, бірнеше жыл бұрын болған.",
        "Он выступал по вторникам и пятницам.",
        "Охрана окружающей среды и среда обитания.",
        "31 июня 2024",
        "Theresa May said that the council may march on.",
        "More than 2000 people and 2015 delegates came.",
        "It was signed in 2000 villages and in 1990s style.",
        "Version 1.2.2024a of the 2-1 score, room 405.",
        "The second half was better than the first quarter.",
        "Shymkent palau fest-2022 and EXPO-2017 were mentioned.",
        "The fund has worked for 30 years, 12 months a year.",
    ],
)
def test_no_date(text):
    assert find_dates(text, "2024-05-15") == ()


@pytest.mark.parametrize(
    ("reference", "text", "complete", "anchored"),
    [
        ("2024-05-20", "12 мая 2024 года", True, False),
        ("2024-05-20", "12 мая", False, True),
        (None, "12 мая", False, False),
        ("2024-05-20", "өткен жылдың желтоқсанында", False, True),
        ("2024", "on Tuesday", False, False),
        (None, "2030 жылға дейін", True, False),
    ],
)
def test_what_was_filled_in(reference, text, complete, anchored):
    (found,) = find_dates(text, reference)
    assert (found.complete, found.anchored) == (complete, anchored)
    assert anchored or complete or found.start_date is None


def test_offsets_are_of_the_whole_text():
    text = "5 мая 2023 года и 9 июня 2023 года"
    (found,) = find_dates(text, start=18)
    assert (found.start, found.end, text[found.start : found.end]) == (18, 34, found.text)
    assert find_dates(text, end=13)[0].text == "5 мая 2023"


def test_an_empty_line_parts_dates():
    assert [d.text for d in find_dates("12 мая\n\n2024 год", "2023-05-15")] == ["12 мая", "2024 год"]


@pytest.mark.parametrize("reference", ["May 2024", "2024-13", "2023-02-29", ""])
def test_a_reference_must_be_a_date(reference):
    with pytest.raises(ValueError, match="ISO"):
        find_dates("12 мая", reference)


WORDS = """12 31 0 2024 2023 1999 9999 мая май may May мамыр мамырдың мамырда қазан October Sept. жылғы жыл г. ж. year
    - – . , / : « » $ № с по до from to until дейін бері in в on осы last прошлой аптада неделе week вторник
    Tuesday бүгін вчера накануне II q Q first тоқсан half of spring весной ago күн 25-інде twenty- and мен и
    between аралығында т.г. x"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\u00a0", "\u200b"])
REFERENCES = st.none() | st.builds(lambda day, size: day.isoformat()[:size], st.dates(), st.sampled_from([4, 7, 10]))


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES | st.text(max_size=3), max_size=14), st.sampled_from(["", " "]), REFERENCES)
def test_any_text(pieces, joint, reference):
    text = joint.join(pieces)
    after = 0
    for found in find_dates(text, reference):
        assert after <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        after = found.end
        dates = [d for d in (found.start_date, found.end_date) if d]
        for day in dates:
            assert ISO.fullmatch(day)
            date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
        if len(dates) == 2:
            assert dates[0][: min(map(len, dates))] <= dates[1][: min(map(len, dates))]
        assert found.anchored <= (reference is not None and not found.complete)


def seconds(text: str) -> float:
    best = float("inf")
    gc.disable()
    try:
        for _ in range(3):
            begin = process_time()
            find_dates(text, "2024-05-15")
            best = min(best, process_time() - begin)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1-",
        "1 ",
        "2024-",
        "2024 ",
        "12, ",
        "мая ",
        "1 мая - ",
        "и ",
        "с 1 ",
        "в ",
        "12.05.",
        "«",
        "\n",
        "II ",
        "с.г.",
        "год назад ",
        "накануне ",
        "x",
        "1 q ",
        "2024 жылғы ",
        "\u0301",
    ],
)
def test_time_grows_with_the_text_only(piece):
    """Eight times the text, about eight times the time; sixty-four times would be quadratic."""
    small, large = (piece * (size // len(piece)) for size in (5_000, 40_000))
    assert seconds(large) < 24 * seconds(small) + 0.02
