"""Facts read from single sentences and short reports, in three languages. The sentences are the project's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from seriktes.documents import read_text
from seriktes.model import Annotation
from seriktes.pipeline import annotate

HERE = Path(__file__).parent


def read(text: str) -> Annotation:
    return annotate(read_text(text.encode(), "test", "test.txt"))


def told(annotation: Annotation) -> set[str]:
    """The facts as short lines: ``party Қамқор қоры > Меморандум``."""
    names = {e.id: e.name for e in annotation.entities}
    lines = set()
    for fact in annotation.facts:
        arguments = " > ".join(names[i] for i in fact.arguments.values())
        extra = "".join(f" = {v}" for k, v in fact.values.items() if k in ("role", "title", "start"))
        lines.add(f"{fact.type} {arguments}{extra}")
    return lines


def has(lines: set[str], *wanted: str) -> None:
    for want in wanted:
        assert any(line.startswith(want.split(" | ")[0]) and all(part in line for part in want.split(" | ")) for line in lines), (
            want,
            sorted(lines),
        )


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "«Қамқор» қоры мен «Жасыл дала» бірлестігі ынтымақтастық туралы меморандумға қол қойды.",
            ["party «Қамқор» қоры", "party «Жасыл дала» бірлестігі"],
        ),
        (
            "Семей университеті мен Манчестер университеті арасында келісімге қол қойылды.",
            ["party Семей университеті", "party Манчестер университеті"],
        ),
        (
            "Фонд «Тірек» и ассоциация «Мост» подписали меморандум о сотрудничестве.",
            ["party Фонд «Тірек»", "party Ассоциация «Мост»"],
        ),
        ("Между фондом «Тірек» и ассоциацией «Мост» подписано соглашение.", ["party Фонд «Тірек»", "party Ассоциация «Мост»"]),
        (
            "The Aral Foundation and the University of Leeds signed a memorandum of understanding.",
            ["party Aral Foundation", "party University of Leeds"],
        ),
        (
            "An agreement was signed between the Aral Foundation and the University of Leeds.",
            ["party Aral Foundation", "party University of Leeds"],
        ),
    ],
)
def test_parties_of_an_agreement(text: str, facts: list[str]) -> None:
    has(told(read(text)), *facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("«Қамқор» қорының директоры Айдана Серікова сөз сөйледі.", ["post Айдана Серікова > «Қамқор» қоры = директоры"]),
        ("Түркістан облысының әкімі Бақыт Оспанов келді.", ["represents Бақыт Оспанов > Түркістан облысы = әкімі"]),
        ("Выступил заместитель директора фонда «Тірек» Олег Сомов.", ["post Олег Сомов > Фонд «Тірек» = заместитель директора"]),
        ("Посол Туркменистана в Казахстане Мерет Аннаев посетил вуз.", ["represents Мерет Аннаев > Туркменистан = Посол"]),
        ("Jane Holt, Director of the Aral Foundation, spoke first.", ["post Jane Holt > Aral Foundation = Director"]),
        (
            "British Ambassador to Kazakhstan Peter Marsh and UNICEF Representative Anna Berg attended.",
            ["post Anna Berg > UNICEF = Representative"],
        ),
    ],
)
def test_posts(text: str, facts: list[str]) -> None:
    has(told(read(text)), *facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "2024 жылғы 16 мамырда Оралда «Бірлескен өзендер» атты халықаралық конференция өтті. Конференцияға «Қамқор» қорының директоры Айдана Серікова қатысты.",
            [
                "located Бірлескен өзендер > Орал",
                "dated Бірлескен өзендер = 2024-05-16",
                "participation Айдана Серікова > Бірлескен өзендер = participant",
            ],
        ),
        (
            "16 мая 2024 года в Уральске прошел международный форум «Реки вместе». Организаторами выступили фонд «Тірек» и ассоциация «Мост».",
            [
                "located Реки вместе > Уральск",
                "dated Реки вместе = 2024-05-16",
                "participation Фонд «Тірек» > Реки вместе = organizer",
                "participation Ассоциация «Мост» > Реки вместе = organizer",
            ],
        ),
        (
            "The conference “Shared Rivers” was held in Oral on 16 May 2024. The session was moderated by Jane Holt, Director of the Aral Foundation.",
            ["located Shared Rivers > Oral", "dated Shared Rivers = 2024-05-16", "participation Jane Holt | moderator"],
        ),
    ],
)
def test_events(text: str, facts: list[str]) -> None:
    has(told(read(text)), *facts)


def lines_of(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_did_not_happen_is_never_told(language: str) -> None:
    wrong = [
        line
        for line in lines_of(f"not_happened_{language}.txt") + lines_of(f"never_happened_{language}.txt")
        if any(f.type in ("party", "signatory", "participation", "concluded_at", "cooperation") for f in read(line).facts)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_speaks_of_fakes_and_delays_is_told_all_the_same(language: str) -> None:
    lines = lines_of(f"still_told_{language}.txt")
    missed = [line for line in lines if not any(f.type in ("party", "participation") for f in read(line).facts)]
    assert missed == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_did_happen_mostly_is(language: str) -> None:
    lines = lines_of(f"happened_{language}.txt")
    found = [line for line in lines if any(f.type in ("party", "signatory", "participation") for f in read(line).facts)]
    assert len(found) >= 0.8 * len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Оралда «Жайық үні» форумы өтті. Форумның спикерлер қатарында «Қамқор» қорының директоры Әлия Сейітқызы болды.",
        "В Оренбурге прошел форум «Голос степи». Директор фонда «Тірек» Алия Сеитова участвовала в качестве спикера в форуме.",
    ],
)
def test_those_listed_as_speakers_are_speakers_not_just_there(text: str) -> None:
    has(
        told(read(text)),
        "participation Әлия Сейітқызы | = speaker" if "Оралда" in text else "participation Алия Сеитова | = speaker",
    )


def test_a_body_of_one_state_is_no_part_of_anothers_government() -> None:
    text = "Форумға Мәскеу үкіметі жанындағы Жастар кеңесі қатысты. Қазақстан Үкіметі форумды қолдады."
    assert not any(line.startswith("part_of Мәскеу") for line in told(read(text)))
