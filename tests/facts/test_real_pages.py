"""What saved Kazakh and English press pages showed to be read wrong. The sentences are the project's own."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.model import Annotation
from seriktes.pipeline import annotate


def read(text: str) -> Annotation:
    return annotate(read_text(text.encode(), "test", "test.txt"))


def told(annotation: Annotation) -> set[str]:
    """The facts as short lines: ``participation Қамқор қоры > Кездесу = host``."""
    names = {entity.id: entity.name for entity in annotation.entities}
    return {
        f"{fact.type} {' > '.join(names[i] for i in fact.arguments.values())}"
        + "".join(f" = {v}" for k, v in fact.values.items() if k in ("role", "title"))
        for fact in annotation.facts
    }


def named(annotation: Annotation, type_: str) -> list[str]:
    return [entity.name for entity in annotation.entities if entity.type == type_]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        # A verb is all that tells of the meeting or the visit.
        ("Облыс әкімі Серік Аманов Жапония елшісі Кэнта Моримен кездесті.", "Кэнта Мори > Кездесу = participant"),
        ("Мәжіліс төрағасы Серік Аманов қонақ Айдана Ержанованы қабылдады.", "Серік Аманов > Кездесу = participant"),
        ("Елшісі Чжан Вэй Silkway International University-ге келді.", "Silkway International University > Сапар = host"),
        # The subject stands far before the verb that ends the sentence.
        (
            "Алғашқы тренинг Алматы, Шымкент, Ақтау қалаларынан келген мұғалімдер мен кітапханашылардың және «Тірек» қорының "
            "қызметкерлерінің қатысуымен өтті.",
            "«Тірек» қоры > Тренинг = participant",
        ),
        ("Жиын Тараз қаласында өтті. Жиынның модераторы «Тірек» қорының жетекшісі Олжас Сейітов болды.", "Олжас Сейітов > Жиын = moderator"),
    ],
)  # fmt: skip
def test_kazakh_events_told_in_other_ways(text: str, agent: str) -> None:
    assert f"participation {agent}" in told(read(text))


def test_ministers_of_two_states_in_one_sentence() -> None:
    facts = told(
        read(
            "Қазақстан Республикасы Премьер-министрінің орынбасары – Сыртқы істер министрі Серік Аманов Украина Сыртқы істер "
            "министрі Андрей Бондаренкомен кездесу өткізді."
        )
    )
    assert "post Андрей Бондаренко > Украина Сыртқы істер министрлігі = министрі" in facts
    assert "post Серік Аманов > Сыртқы істер министрлігі = министрі" in facts


def test_titles_with_a_dash_and_with_brackets() -> None:
    dashed = "Қазақстан халқы Ассамблеясы Төрағасының орынбасары - Хатшылық меңгерушісі Серік Аманов сөз сөйледі."
    assert "post Серік Аманов > Қазақстан халқы Ассамблеясы = Төрағасының орынбасары" in told(read(dashed))
    aside = "Кездесуге Қазақстанның Ұлыбританиядағы (Ирландияны қоса атқарушы) Елшісі Серік Аманов қатысты."
    assert "represents Серік Аманов > Қазақстан = Елшісі" in told(read(aside))


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Бұл туралы El.kz ақпарат агенттігі Қазақстанның Өзбекстандағы елшілігіне сілтеме жасап хабарлайды.",
            ["El.kz ақпарат агенттігі", "Қазақстанның Өзбекстандағы елшілігі"],
        ),
        ("Үшінші орын Германия елшілігіне бұйырды.", ["Германия елшілігі"]),
        ("Қонақтарды Ақтөбе облыстық сотының төрағасы қарсы алды.", ["Ақтөбе облыстық соты"]),
        ("Форумды облыстық жастар саясаты басқармасы ұйымдастырды.", ["облыстық жастар саясаты басқармасы"]),
        ("«Тірек» қоры мен Daedong Corporation меморандумға қол қойды.", ["«Тірек» қоры", "Daedong Corporation"]),
        (
            "«Тірек» қоры мен Австрия ұлттық кітапханасы ынтымақтастық туралы хаттамаға қол қойды.",
            ["«Тірек» қоры", "Австрия ұлттық кітапханасы"],
        ),
    ],
)
def test_where_kazakh_bodies_begin_and_end(text: str, bodies: list[str]) -> None:
    assert [name.lower() for name in named(read(text), "Organization")] == [name.lower() for name in bodies]


def test_a_foundation_that_holds_a_congress_is_not_the_congress() -> None:
    assert "Отандастар қоры" not in named(read("«Отандастар қоры» құрылтайды өткізді. Құрылтайда Серік Аманов сөйледі."), "Event")
    assert named(read("Бүгін Астанада Қазақстан әйелдерінің Форумы өтті."), "Event") == ["Қазақстан әйелдерінің Форумы"]


def test_who_only_reports_is_addressed_or_is_asked_took_no_part() -> None:
    english = read(
        "ASTANA. Kazinform – President of Kazakhstan Askar Nurlanov met with Minister of Culture Judit Szabo in Astana. "
        "At the meeting Judit Szabo passed on a letter from the President of Hungary, Laszlo Nagy."
    )
    took_part = {fact.split(" > ")[0] for fact in told(english) if fact.startswith("participation")}
    assert "participation Kazinform" not in took_part and "participation Laszlo Nagy" not in took_part
    assert "participation Judit Szabo" in took_part
    kazakh = read(
        "Семинарда Серік Аманов сөз сөйледі.\n\nБайланыс: Дана Оспанова, баспасөз хатшысы\n\nӘсел НҰРЛАНҚЫЗЫ,\n«Егемен»"
    )
    assert not {f for f in told(kazakh) if f.startswith("participation") and "Серік" not in f}


def test_an_agreement_signed_years_ago_binds_nobody_new() -> None:
    text = (
        "The forum was organised by the British Council together with the University of Leeds in Almaty. "
        "The two sides reviewed progress on the Cooperation Agreement signed in 2019."
    )
    assert not {fact for fact in told(read(text)) if fact.startswith("party")}


def test_a_person_between_commas_and_a_listed_body() -> None:
    facts = told(read("Kaori Ishikawa, the UN Women country representative, opened the seminar in Tbilisi."))
    assert "post Kaori Ishikawa > UN Women = country representative" in facts
    facts = told(read("The seminar in Tbilisi heard Askar Nurlanov, a hydrologist at the National Academy of Sciences."))
    assert "post Askar Nurlanov > National Academy of Sciences = hydrologist" in facts
