"""Schools of a season are held, centres that a document promises are projects, and a university may be called by its town. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("«Тіл көпірі – 2025» аударма жазғы мектебіне Өзбекстаннан 40 жас қатысты.", "participation|Өзбекстан|Тіл көпірі"),
        ("В летней школе «Мост языков» приняли участие студенты из Узбекистана.", "participation|Узбекистан|Мост языков"),
        ("Students from Uzbekistan took part in the Central Asian Summer School.", "participation|Uzbekistan|Summer School"),
    ],
)
def test_a_school_of_a_season_is_held(text: str, told_of: str, told: Any) -> None:
    entities, facts = told(text)
    assert facts.hold(told_of), facts
    assert not entities.hold("Organization"), entities


@pytest.mark.parametrize(
    ("text", "project"),
    [
        (
            "Семей университеті мен Анкара университеті меморандумға қол қойды. Құжатта «Мұра» орталығын құру көзделген.",
            "«Мұра» орталығы",
        ),
        ("Стороны подписали меморандум, который предусматривает создание центра «Мұра».", "Центр «Мұра»"),
        (
            "KIMEP University and Ankara University signed a memorandum which provides for the creation of the “Mura” Centre.",
            "“Mura” Centre",
        ),
        (
            "Семей университеті мен Анкара университеті меморандумға қол қойды. Онда «Тілмаш» шәкіртақысын енгізу қарастырылған.",
            "Тілмаш",
        ),
    ],
)
def test_what_a_document_promises_to_found_is_a_project(text: str, project: str, told: Any) -> None:
    entities, facts = told(text)
    assert entities.hold(f"Project {project}") and facts.hold(f"covers|{project}"), (entities, facts)


@pytest.mark.parametrize(
    "text",
    [
        "Жиында «Мұра» орталығын ашу рәсімі өтті.",
        "На открытии центра «Мұра» выступил ректор Семейского университета Асан Оспанов.",
    ],
)
def test_a_centre_that_is_opened_is_there(text: str, told: Any) -> None:
    entities, _ = told(text)
    assert not entities.hold("Project"), entities


def test_a_plan_begins_with_the_first_of_its_years(told: Any) -> None:
    entities, _ = told("«Мұра» қоры мен Семей университеті 2026-2028 жылдарға арналған бірлескен іс-қимыл жоспарына қол қойды.")
    assert entities.hold("Agreement 2026-2028 жылдарға арналған бірлескен іс-қимыл жоспары"), entities


def test_whom_an_evening_honours_need_not_have_come(told: Any) -> None:
    _, facts = told("Анкарада «Көпір» атты әдеби кеш өтті. Кеште ақын Мағжан Жұмабаевқа арналған ән шырқалды.")
    assert facts.hold("located|Көпір") and not facts.hold("participation|Мағжан"), facts


def test_a_rank_after_a_post_needs_no_body(told: Any) -> None:
    text = (
        "Семейде Газиантеп университетінің делегациясы болды. Делегация құрамына Газиантеп университетінің проректоры, "
        "профессор Ахмет Демир, Тарих институтының директоры, доктор Надим Өзтүрк кірді."
    )
    _, facts = told(text)
    assert facts.hold("post|Ахмет Демир|Газиантеп университеті проректоры"), facts
    assert not facts.hold("post|профессор")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Атырау университетіне қонақ келді. Форум Халел Досмұхамедов атындағы Атырау университетінде өтті.",
            "Халел Досмұхамедов атындағы Атырау университеті",
        ),
        (
            "Кеште Хажы Байрам Вели университетінің ректоры сөйледі. Шараны Анкара Хажы Байрам Вели университеті ұйымдастырды.",
            "Анкара Хажы Байрам Вели университеті",
        ),
    ],
)
def test_a_university_may_be_called_in_short(text: str, name: str, told: Any) -> None:
    entities, _ = told(text)
    assert [line for line in entities if "университеті" in line and name not in line] == []
    assert entities.hold(f"Organization {name}")


def test_universities_of_two_countries_stay_two(told: Any) -> None:
    entities, _ = told("Черногория университеті Әлкей Марғұлан атындағы педагогикалық университетпен келісімге қол қойды.")
    assert entities.hold("Organization Черногория университеті") and entities.hold("Марғұлан"), entities


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            "Алматыда «Жас көшбасшы» жазғы мектебі өтті. Жазғы мектепті «Өркен» қоры ұйымдастырды.",
            "«Өркен» қоры|Жас көшбасшы|organizer",
        ),
        ("Қаңтарда Астанада «Өркен» қоры қысқы мектеп өткізді.", "participation|«Өркен» қоры|Қысқы мектеп|organizer"),
        (
            "The Orken Foundation held a winter school on water in Astana in January 2024.",
            "participation|Orken|Winter school|organizer",
        ),
    ],
)
def test_who_held_a_school_of_a_season(text: str, told_of: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(told_of), facts


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            "2024 жылғы 12 наурызда Алматыда «Алтын қалам» сыйлығын табыстау салтанаты өтті.",
            "dated Табыстау салтанаты|2024-03-12",
        ),
        ("12 марта 2024 года в Алматы состоялась церемония вручения премии «Алтын қалам».", "dated Церемония|2024-03-12"),
        ("The award ceremony of the Altyn Qalam Prize took place in Almaty on 12 March 2024.", "dated Award ceremony|2024-03-12"),
    ],
)
def test_a_prize_is_given_at_an_event(text: str, told_of: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(told_of), facts


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("A School on Human Rights was held in Almaty on 1-5 July 2024.", "dated School on Human Rights|2024-07-01 2024-07-05"),
        (
            "Aigul Serikova took part in the Central Asian Summer School on Climate in Bishkek in July 2023.",
            "located Central Asian Summer School on Climate > Bishkek",
        ),
    ],
)
def test_a_school_on_a_theme_is_held(text: str, told_of: str, told: Any) -> None:
    entities, facts = told(text)
    assert facts.hold(told_of) and not entities.hold("Organization") and not entities.hold("Place Climate"), (entities, facts)


def test_a_school_on_a_street_is_a_body(told: Any) -> None:
    entities, _ = told("Students met at the School on Hill Road.")
    assert entities.hold("Organization School on Hill Road") and not entities.hold("Event"), entities


def test_taking_part_in_russian_is_no_reception(told: Any) -> None:
    entities, _ = told("В Алматы открылась школа. В школе приняла участие Айгуль Серикова, директор фонда «Оркен».")
    assert not entities.hold("Event"), entities
