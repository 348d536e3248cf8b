"""What long web pages need: names in every case, initials of two letters, who gave support, what is explained by an apposition."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.model import Annotation
from seriktes.pipeline import annotate


def read(text: str) -> Annotation:
    return annotate(read_text(text.encode(), "test", "test.txt"))


def told(text: str) -> list[str]:
    annotation = read(text)
    names = {e.id: e.name for e in annotation.entities}
    return [
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {' '.join(f.values.values())}" for f in annotation.facts
    ]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Ректор встретился с Евгением Лановым. Договор подписал Евгений Ланов. Е. Ланов уехал.", {"Евгений Ланов"}),
        ("Делегация прибыла во главе с А.А. Бутаевым. Анатолий Бутаев рассказал о вузе.", {"Анатолий Бутаев"}),
        ("Zh. Tolegenov and Yu. Kim spoke at the forum.", {"Zh. Tolegenov", "Yu. Kim"}),
    ],
)
def test_one_person_in_all_forms(text: str, persons: set[str]) -> None:
    assert {e.name for e in read(text).entities if e.type == "Person"} == persons


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Форум «Вода» прошёл в Оше. Его провели университет «Арман» и центр «Тірек» при поддержке фонда «Еуразия Елдері». "
            "Финансовую поддержку оказали Европейский союз и ПРООН.",
            ["organizer|Еуразия", "organizer|Европейский союз", "organizer|ПРООН"],
        ),
        (
            "18 февраля 2025 года Омский государственный университет принимал делегацию Кокшетауского университета.",
            ["participation|Омский|host", "participation|Кокшетауский|participant", "dated|2025-02-18"],
        ),
        ("Асель Токтарова – директор Департамента МИД РК.", ["post|Токтарова|МИД РК|директор Департамента"]),
        (
            "Слетке «Жаңа жол» қозғалысының мүшелері жиналған. Слетті «Қоғамдық келісім» КММ ұйымдастырды. "
            "Демеушісі – «Тірек» қоры.",
            ["participation|Жаңа жол", "Қоғамдық келісім|organizer", "Тірек|organizer"],
        ),
        ("«Тірек» қоры – 2016 жылы құрылған, орталығы Шымкент қаласында орналасқан ұйым.", ["located|Тірек|Шымкент"]),
        (
            "Қызылорда облысында форум өтті. Форумға облыс әкімінің бірінші орынбасары Серік Алиев қатысты.",
            ["represents|Серік Алиев|Қызылорда облысы"],
        ),
        (
            "Nurgul Seitkali, who heads Kok Tenizi, a local NGO, and Sara Akbar, executive director of Rawanda, spoke at the forum.",
            ["post|Seitkali|Kok Tenizi|heads", "post|Akbar|Rawanda"],
        ),
        (
            "The forum was attended by Ivan Petrov, coordinator of the Ecological Society, Yuliya Kim, chair of the Korean Centre, "
            "and others.",
            ["post|Petrov|Ecological Society|coordinator", "post|Kim|Korean Centre|chair"],
        ),
        (
            "UNDP in Kazakhstan and Kok Tenizi signed a memorandum at the forum. The signatories were Ann Lee and Nurgul Seitkali.",
            ["signatory|Ann Lee", "signatory|Seitkali"],
        ),
    ],
)
def test_the_page_tells(text: str, facts: list[str]) -> None:
    lines = told(text)
    for fact in facts:
        assert any(all(part in line for part in fact.split("|")) for line in lines), (fact, lines)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Форум прошёл в Оше. Дипломатические отношения между Казахстаном и Россией установлены в 1992 году.", "cooperation"),
        (
            "The forum opened in Osh. Since 1995, more than 300 people from Uzbekistan have taken part.",
            "participation Uzbekistan",
        ),
        ("Women from Central Asia gathered in Osh for the forum.", "participation Central Asia"),
        ("Форум Астанада өтті. «Атамекен» ҰКП, Сауда министрлігі және басқарма мүшесі Олжас Алиев қатысты.", "part_of"),
    ],
)
def test_the_page_does_not_tell(text: str, fact: str) -> None:
    assert not [line for line in told(text) if line.startswith(fact)]


def test_countries_come_from_what_stands_beside_a_name() -> None:
    countries = {
        e.name: e.country
        for e in read("Tajik lawyer Zebo Sharifova and Anna Weber (University of Leeds) spoke at the forum in Astana.").entities
    }
    assert (countries["Zebo Sharifova"], countries["Anna Weber"]) == ("TJ", "GB")


def test_an_office_in_a_country_is_one_body_however_it_is_called() -> None:
    text = "The United Nations Development Programme (UNDP) in Kazakhstan held a seminar. UNDP Kazakhstan presented a report."
    assert [e.authority for e in read(text).entities if e.type == "Organization"] == ["undp-kazakhstan"]


def test_a_news_site_is_of_the_country_of_its_domain() -> None:
    found = {e.name: e.country for e in read("Как сообщила 24.kg, форум прошёл в Бишкеке.").entities}
    assert found["24.kg"] == "KG"


def test_a_numbered_line_heads_a_session_and_those_below_spoke_there() -> None:
    lines = told(
        "Experts met in Osh for the forum «Regionalism from Below» on 15 October 2024.\n\nPanel 2. Water, Energy, People\n"
        "Speakers: Sanat Aliyev, Deputy Director, KazISS. Moderator: Laura Jenkins, UNDP."
    )
    for fact in ("part_of|Water|Regionalism", "participation|Aliyev|Water|speaker", "participation|Jenkins|Water|moderator"):
        assert any(all(part in line for part in fact.split("|")) for line in lines), (fact, lines)
