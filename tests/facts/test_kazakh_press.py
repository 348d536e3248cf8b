"""How the Kazakh press tells it: bare titles, delegations, two sides, borders of bodies, what was not signed. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Форумда «Кең дала» орталығы таныстырылды. «Кең даланың» жетекшісі Хадиша Серікова сөйледі.",
            "Хадиша|орталығы|жетекшісі",
        ),
        ("Келісімге «Ардагер» қоры тарапынан директор Анна Ким қол қойды.", "Анна Ким|«Ардагер» қоры|директор"),
        ("Форумда «Тірек» қоры марапат табыстады. Қордың бас директоры Алия Омар сөйледі.", "Алия Омар|қоры|бас директоры"),
        (
            "Кездесу Семей университетінде өтті. Университеттің Басқарма төрағасы – ректоры Асан Серік сөйледі.",
            "Асан Серік|Семей университеті|Басқарма төрағасы – ректоры",
        ),
        ("Форумды Қазақстанның Жапониядағы елшілігі өткізді. Форумды Елші Асан Серіков ашты.", "Асан Серіков|елшілігі|Елші"),
    ],
)
def test_bare_titles_find_their_body(text: str, post: str, told: Any) -> None:
    _, facts = told(text)
    assert facts.hold(f"post|{post}"), facts


def test_guests_come_from_the_body_that_sent_them(told: Any) -> None:
    text = (
        "Семей университетінде Краков университетінің делегациясымен кездесу өтті. Қонақтарды ректор Асан Серіков қабылдады. "
        "Делегация құрамында проректор Ян Новак, филология факультетінің деканы Ева Коваль болды."
    )
    _, facts = told(text)
    assert facts.hold("post|Асан Серіков|Семей университеті") and facts.hold("post|Ян Новак|Краков университеті")
    assert facts.hold("post|Ева Коваль|Краков университеті")


def test_a_list_of_officers_is_nobodys_title(told: Any) -> None:
    text = (
        "Форумға Парламент депутаттары, бірлестіктердің жетекшілері – Корейлер қауымдастығының президенті Геннадий Ким қатысты."
    )
    _, facts = told(text)
    assert facts.hold("post|Геннадий Ким|президенті") and not facts.hold("post|Геннадий Ким|Парламент")


def test_an_office_has_its_own_head(told: Any) -> None:
    text = "Жобаны БҰҰ Балалар қорының (ЮНИСЕФ) Қазақстандағы өкілдігі бастады. ЮНИСЕФ-тің Қазақстандағы өкілі Анна Ли форумда сөйледі."
    _, facts = told(text)
    assert facts.hold("post|Анна Ли|өкілдігі")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Римде форум өтті. Форумға Италия өкілдері мен Премьер-министрдің орынбасары Асан Серіков қатысты.", "Асан Серіков KZ"),
        ("Римде форум өтті. Форумға Италия өкілдері мен Мәжіліс депутаты Асан Серіков қатысты.", "Асан Серіков KZ"),
        ("ҚХА форумына «Рейн» неміс орталығы қатысты.", "орталығы KZ"),
        ("Форумға Варшавадағы Соғыс балалары музейі қатысты.", "музейі PL"),
    ],
)
def test_where_they_are_from(text: str, country: str, told: Any) -> None:
    entities, _ = told(text)
    assert entities.hold(country), entities


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Форумды Мәжілістің Экология комитеті Эрих Браун атындағы қордың өкілдігімен бірлесіп өткізді.",
            "Мәжілістің Экология комитеті",
        ),
        ("«Мейірім қоры» Өлгий №3 қазақ орта мектебіне кітап сыйлады.", "Өлгий №3 қазақ орта мектебі"),
        (
            "Бірінші мәселе бойынша Алматы қаласы Қоғамдық даму басқармасының басшысы сөйледі.",
            "Алматы қаласы Қоғамдық даму басқармасы",
        ),
        (
            "Университеттің Топырақ ғылыми-зерттеу институтының директоры Асан Серіков сөйледі.",
            "Топырақ ғылыми-зерттеу институты",
        ),
        ("Семинарды Қазан (Еділ бойы) федералдық университеті өткізді.", "Қазан (Еділ бойы) федералдық университеті"),
        ("Форумға облыс әкімдігі ішкі саясат басқармасының маманы Анна Ким қатысты.", "Облыс әкімдігі ішкі саясат басқармасы"),
    ],
)
def test_a_body_ends_where_another_begins(text: str, body: str, told: Any) -> None:
    entities, _ = told(text)
    assert any(line.startswith(f"Organization {body} ") for line in entities), entities


@pytest.mark.parametrize(
    "text",
    [
        "Форум Минск қаласында өтті. Тараптар меморандум жасасты, алайда бірлескен декларацияға қол қойылған жоқ.",
        "Кездесу Минск қаласында өтті. Екі ел декларацияға қол қоюдан бас тартты.",
        "Встреча прошла в Минске. Стороны не стали подписывать декларацию о дружбе.",
        "The talks were held in Minsk. The parties did not sign the declaration on friendship.",
    ],
)
def test_a_denied_signing_leaves_no_agreement(text: str, told: Any) -> None:
    entities, _ = told(text)
    assert not any("еклараци" in line or "eclaration" in line for line in entities), entities


def test_two_sides_are_those_told_before(told: Any) -> None:
    text = (
        "Семей университетінде Краков университетінің делегациясымен кездесу өтті. "
        "Кездесу соңында екі оқу орны ынтымақтастық туралы келісімге қол қойды."
    )
    _, facts = told(text)
    assert facts.hold("party|Семей") and facts.hold("party|Краков")


def test_the_first_document_of_a_list(told: Any) -> None:
    text = (
        "Форум Оралда өтті. Форумда мынадай құжаттарға қол қойылды:\n"
        "– «А-Тас» қоры мен «Б-Тас» қоры арасындағы әріптестік туралы келісім;\n"
        "– «Г-Тас» қоры мен «Д-Тас» қоры арасындағы өзара түсіністік туралы меморандум.\n\n"
        "Бірінші құжатқа Асан Серіков пен Анна Ким қол қойды."
    )
    _, facts = told(text)
    assert facts.hold("signatory|Анна Ким|Әріптестік туралы келісім") and not facts.hold("signatory|меморандум")


def test_an_akim_signs_for_the_akimat(told: Any) -> None:
    text = (
        "Жамбыл облысының әкімдігі форум өткізді. Форумда Жамбыл облысының әкімі Асан Серіков пен «Тірек» қорының "
        "директоры Анна Ким ынтымақтастық туралы меморандумға қол қойды."
    )
    _, facts = told(text)
    assert facts.hold("party|Жамбыл облысының әкімдігі") and facts.hold("party|«Тірек» қоры")


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Форум Минск қаласында өтті. Минскіде сарапшылар пікір алмасты.", "Минск"),
        ("Форум Таразда өтті. Форумға Асан Серіков емес, Анна Ким қатысты.", "Асан Серіков"),
        ("Форум Таразда өтті. «Тірек» қоры директорының орынбасары форумды өткізді.", "«Тірек» қоры"),
    ],
)
def test_who_only_stands_beside_took_no_part(text: str, nobody: str, told: Any) -> None:
    _, facts = told(text)
    assert not facts.hold(f"participation {nobody}"), facts


def test_lectures_are_what_a_training_is_made_of(told: Any) -> None:
    text = "Семейде өңірлік семинар өтті. Семинарда Анна Ким мен Асан Серіков дәріс оқыды."
    entities, facts = told(text)
    assert not entities.hold("Event Дәріс") and facts.hold("participation|Анна Ким|еминар")


def test_russian_names_of_a_kazakh_report_are_cited_in_russian(told: Any) -> None:
    text = (
        "Қостанайда «Азаматтық бастамаларды қолдау орталығы» КЕАҚ семинар өткізді. Семинарға қала тұрғындары қатысты.\n\n"
        "По итогам семинара был подписан меморандум между Центром поддержки гражданских инициатив и Карагандинским "
        "исследовательским институтом.\n\nСеминар соңында қатысушыларға сертификат берілді."
    )
    entities, _ = told(text)
    assert entities.hold("Карагандинский исследовательский институт"), entities
    assert not entities.hold("Центром поддержки"), entities


def test_unseen_characters_are_in_no_name(told: Any) -> None:
    entities, _ = told("Форумға «Ти\u202eрек» қоры мен Ас\u200bқар Серіков қатысты.")
    assert not any(mark in line for line in entities for mark in "\u202e\u200b"), entities
    assert entities.hold("Асқар Серіков")


def test_an_office_is_listed_under_its_acronym_and_country(told: Any) -> None:
    entities, _ = told("Форумға ХКҰ-ның Қазақстандағы миссиясы қатысты.")
    assert entities.hold("ХКҰ-ның Қазақстандағы миссиясы KZ")


def test_november_in_the_possessive(told: Any) -> None:
    _, facts = told("2024 жылдың 28 қарашасында Түркістанда форум өтті.")
    assert facts.hold("dated|2024-11-28")
