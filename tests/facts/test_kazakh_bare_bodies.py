"""Kazakh reports that call bodies by their type word alone, towns in no list, projects and supporters. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Форумға Баден муниципалитетінің кеңесшісі Ян Вебер қатысты. Кейін муниципалитет пен Тараз қаласы ниет хаттамасына қол қойды.",
            ("Баден муниципалитеті", "Тараз"),
        ),
        (
            "Жиынды «Тірек» қоры мен Семей медицина колледжі өткізді. Соңында қор мен колледж арасында меморандум жасалды.",
            ("«Тірек» қоры", "Семей медицина колледжі"),
        ),
        (
            "Жиынды Жастар басқармасы өткізді. Жиында басқарма, «Тірек» қоры үшжақты меморандум түзді.",
            ("Жастар басқармасы", "«Тірек» қоры"),
        ),
    ],
)
def test_a_type_word_alone_is_the_body_told_before(text: str, parties: tuple[str, ...], told: Any) -> None:
    _, facts = told(text)
    assert all(facts.hold(f"party {party}") for party in parties), facts


def test_officers_and_owners_are_no_parties(told: Any) -> None:
    text = "Жиынды Семей университеті өткізді. Келісімге университет ректоры мен «Тірек» қоры қол қойды."
    _, facts = told(text)
    assert facts.hold("party «Тірек» қоры") and not facts.hold("party Семей университеті"), facts


def test_the_body_spoken_of_runs_the_project(told: Any) -> None:
    text = "Форумға «Тірек» қоғамдық бірлестігінің жетекшісі Анна Ким қатысты. Аталған бірлестік «Таза жағалау» жобасын жүзеге асырып келеді."
    _, facts = told(text)
    assert facts.hold("implements «Тірек» қоғамдық бірлестігі > Таза жағалау"), facts


def test_each_runs_the_project_of_its_own_clause(told: Any) -> None:
    text = "«Жасыл ел» жобасын «Тірек» қоры, ал «Ақ жол» жобасын «Қанат» қоры жүзеге асырады."
    _, facts = told(text)
    assert facts.hold("implements «Тірек» қоры > Жасыл ел") and facts.hold("implements «Қанат» қоры > Ақ жол"), facts
    assert not facts.hold("«Тірек» қоры > Ақ жол") and not facts.hold("«Қанат» қоры > Жасыл ел"), facts


def test_a_noun_may_describe_a_project(told: Any) -> None:
    entities, _ = told("Асан Серіков «Дала дәрігері» атты жылжымалы емхана жобасын таныстырды.")
    assert entities.hold("Project Дала дәрігері"), entities


def test_some_laboratory_is_no_project(told: Any) -> None:
    entities, _ = told("Семей университеті мен МУИТ жаңа зертхана ашады. Жиын Семейде өтті.")
    assert not entities.hold("Project"), entities


def test_who_supported_an_event_organised_it(told: Any) -> None:
    _, facts = told("Оралда су форумы өтті. Оған «Тірек» қоры мен ЮНЕП қолдау көрсетті.")
    assert facts.hold("«Тірек» қоры|organizer") and facts.hold("ЮНЕП|organizer"), facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Екінші күні Эгердегі Шарап шаруашылығы институтының директоры Ян Вебер сөйледі.",
            "located Шарап шаруашылығы институты > Эгер",
        ),
        (
            "Қонақтар Гөдөллө қаласында орналасқан Мажар аграрлық университетінде болды.",
            "located Мажар аграрлық университеті > Гөдөллө",
        ),
        (
            "Форум Ш. Есенов атындағы Мәдениет сарайында өтті. Форумды Анна Ким ашты.",
            "located Форум > Ш. Есенов атындағы Мәдениет сарайы",
        ),
    ],
)
def test_where_bodies_sit_and_events_are_held(text: str, fact: str, told: Any) -> None:
    entities, facts = told(text)
    assert facts.hold(fact), (entities, facts)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Оралға Семей университетінің делегациясы барды. Делегация құрамында заң факультетінің деканы Анна Ли және халықаралық байланыстар "
            "бөлімінің басшысы Асан Серіков болды.",
            "Асан Серіков|халықаралық байланыстар бөлімінің басшысы",
        ),
        (
            "Қонақтар Turan University қонағы болды. Университет ректоры Асан Серіков сөйледі.",
            "Асан Серіков > Turan University ректоры",
        ),
        (
            "Жиынды Қызыл Ай қоғамының Орал филиалы өткізді. Филиал директоры Анна Ким сөйледі.",
            "Анна Ким > Қызыл Ай қоғамының Орал филиалы",
        ),
        (
            "Алғашқы күні Мажар аграрлық университетінің (мажарша – Magyar Agrár Egyetem, MATE) ректоры Ян Вебер сөйледі.",
            "Ян Вебер > Мажар аграрлық университеті",
        ),
    ],
)
def test_posts(text: str, post: str, told: Any) -> None:
    entities, facts = told(text)
    assert facts.hold(f"post|{post}"), (entities, facts)


def test_hands_sign_the_document_called_so(told: Any) -> None:
    text = (
        "Тараптар магистратура туралы келісімге қол қойып, 2019 жылғы меморандумның мерзімін ұзартты. "
        "Келісімге екі ректор – Анна Ким мен Болат Ли қол таңбаларын түсірді."
    )
    _, facts = told(text)
    assert facts.hold("signatory Анна Ким > Магистратура туралы келісім"), facts


def test_a_resolution_is_not_what_two_signed(told: Any) -> None:
    text = "Соңында «Тірек» қоры мен «Қанат» қоры есеп туралы меморандумға қол қойды, сондай-ақ қарар қабылданды."
    _, facts = told(text)
    assert facts.hold("party «Тірек» қоры > Есеп туралы меморандум") and not facts.hold("party «Тірек» қоры > Қарар"), facts


def test_a_day_of_the_year_in_the_name(told: Any) -> None:
    _, facts = told("12 тамызда Оралда «Дала үні – 2025» жастар форумы өтті. Форумды Анна Ким ашты.")
    assert facts.hold("dated Дала үні – 2025  2025-08-12") or facts.hold("dated|2025-08-12"), facts


def test_a_committee_ends_where_its_order_is_told(told: Any) -> None:
    entities, _ = told("Бағдарлама Мәдениет министрлігінің тапсырысы бойынша «Тірек» орталығының қолдауымен іске асырылуда.")
    assert entities.hold("Organization «Тірек» орталығы") and entities.hold("Organization Мәдениет министрлігі"), entities


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Оралда форум өтті. Форумға «Nur Otan» партиясы Түркістан облыстық филиалы төрағасының орынбасары Асан Серіков қатысты.",
            "post Асан Серіков > «Nur Otan» партиясы Түркістан облыстық филиалы төрағасының орынбасары",
        ),
        (
            "Оралда форум өтті. Форумға аудандық аналар кеңесінің төрайымы Анна Ким қатысты.",
            "post Анна Ким > Аудандық аналар кеңесі төрайымы",
        ),
        (
            "Орал облысында жастар форумы ұйымдастырылды. Тараздағы «Атамекен» палатасының ғимаратында өткен жиынға Анна Ким қатысты.",
            "located > Тараз",
        ),
    ],
)
def test_districts_and_branches(text: str, fact: str, told: Any) -> None:
    entities, facts = told(text)
    assert facts.hold("|".join(fact.split(" > "))), (entities, facts)


def test_a_session_that_gave_orders_is_no_part_of_the_report(told: Any) -> None:
    text = "Оралда Ассамблеяның 12-ші сессиясы өтті. Президенттің Ассамблеяның ХХХІV сессиясында берген тапсырмалары талқыланды."
    _, facts = told(text)
    assert not facts.hold("part_of"), facts


def test_a_pronoun_opens_no_name(told: Any) -> None:
    entities, _ = told("Оралда жиын өтті. Ол Үкімет отырысында айтылған мәселеге тоқталды. Адамдар Уханьнан келді.")
    assert not entities.hold("Ол Үкімет") and not entities.hold("Person"), entities
