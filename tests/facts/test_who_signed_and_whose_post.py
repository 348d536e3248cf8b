"""Signatories told by their office alone, posts in relative clauses, ranks that are no posts, people in capitals."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate


def told(text: str) -> list[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    return [
        " ".join([f.type, " > ".join(names[i] for i in f.arguments.values()), f.values.get("title", "")]).strip()
        for f in annotation.facts
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The Minister of Energy of Kazakhstan, Alan Grey, met the Minister of Energy of Latvia, Anna Berg, in Riga. "
            "After the talks the Ministers signed a Joint Action Plan on Critical Minerals.",
            ["signatory Alan Grey >", "signatory Anna Berg >"],
        ),
        (
            "Anna Berg, who now works as programme manager at the Water Foundation, moderated the forum.",
            ["post Anna Berg > Water Foundation programme manager"],
        ),
        (
            "The delegation visited the Institute of Water Studies, whose Director General, Ambassador John Grey, gave a talk.",
            ["post John Grey > Institute of Water Studies"],
        ),
        ("Dr Anna Berg, Associate Fellow at Chatham House, opened the forum.", ["post Anna Berg > Chatham House"]),
        (
            'The "Clean Rivers" project, an initiative of the Water Foundation, began in May.',
            ["implements Water Foundation > Clean Rivers"],
        ),
        (
            "The Public Foundation Taza Orda is implementing the project called Clean Rivers in Osh.",
            ["implements Public Foundation Taza Orda > Clean Rivers"],
        ),
        (
            "Осло, 12 марта 2025 года – Заместитель министра энергетики Казахстана Иван Петров провел встречу с Чрезвычайным и "
            "Полномочным Послом Королевства Норвегия в Казахстане Эриком Бергом.",
            ["participation Эрик Берг > Встреча", "represents Эрик Берг > Норвегия Чрезвычайным и Полномочным Послом"],
        ),
        (
            "Университет «Туран» подписал меморандум с фондом «Заман». Документ предусматривает запуск программы «Зелёный мост».",
            ["covers Меморандум > Зелёный мост"],
        ),
        (
            "Министерство туризма Казахстана провело форум в Астане. Об итогах рассказал официальный представитель ведомства "
            "Иван Петров.",
            ["post Иван Петров > Министерство туризма Казахстана"],
        ),
    ],
)
def test_told_of_people(text: str, facts: list[str]) -> None:
    lines = told(text)
    for fact in facts:
        assert any(line.startswith(fact) for line in lines), (fact, lines)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The Ministers signed a Joint Action Plan on Critical Minerals.", "party"),
        ("A delegation of the Water Committee of Latvia led by Baroness Ashford visited Astana.", "post"),
        ("Почётными грамотами акима отмечены активисты движения «Жылы жол» Анна Ли и Иван Петров.", "post"),
        ("Генеральный директор ЮНЕСКО находится с визитом в Самарканде.", "located ЮНЕСКО"),
        ("In Almaty, opening the Week, Ambassador John Grey spoke of wind.", "participation John Grey > opening the Week"),
    ],
)
def test_not_told_of_people(text: str, never: str) -> None:
    assert not [line for line in told(text) if line.startswith(never)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "В Астане прошло заседание делового совета. В рамках заседания компании «Полифарм» и «Астра» подписали контракт "
            "на поставку лекарств.",
            "party Компания «Полифарм» >",
        ),
        ("Форум «Вода» организован фондом «Заман» при участии фонда «Родник».", "participation Фонд «Родник» > Вода"),
        ("Ректор встретился с депутатом парламента Таджикистана Умедом Назарзодой.", "participation Умед Назарзода >"),
        (
            "В Токио состоялись политические консультации между МИД Казахстана и МИД Японии. Стороны приветствовали десятилетие "
            "диалога «Центральная Азия + Япония».",
            "participation МИД Японии > Политические консультации",
        ),
        (
            "В Токио прошла встреча представителей МИД Казахстана и МИД Японии. Казахстанскую делегацию возглавил заместитель "
            "министра Иван Петров, японскую – заместитель министра Такеши Ямада.",
            "post Такеши Ямада > МИД Японии",
        ),
    ],
)
def test_told_of_sides(text: str, fact: str) -> None:
    lines = told(text)
    assert any(line.startswith(fact) for line in lines), lines


def test_who_pays_for_a_project_does_not_run_it() -> None:
    lines = told("Фонд «Заман» реализует проект «Вода», финансируемый Европейским союзом.")
    assert [line for line in lines if line.startswith("implements")] == ["implements Фонд «Заман» > Вода"]


def test_an_event_on_whose_fringes_something_happened_has_not_its_date() -> None:
    lines = told("Церемония состоялась 3 апреля 2025 года на полях Форума ректоров в Бишкеке.")
    assert [line for line in lines if line.startswith("dated")] == ["dated Церемония"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Фонд «Заман» и фонд «Родник» подписали соглашение о партнёрстве на 2025 год.", "dated"),
        ("Посол Иван Петров вручил грамоты Федеральному президенту Карлу Бергу. Церемония прошла вчера.", "represents Карл Берг"),
        (
            "26 марта 2025 года в Ереване под председательством Армении прошло заседание совета.",
            "located Заседание совета > Армения",
        ),
        ("Состоялось открытие Центра тюркской культуры. В церемонии участвовал Иван Петров.", "participation Центр"),
        (
            "Rector Anna Berg received John Grey of the University of Leeds for talks. The guests also toured the Museum of Water.",
            "participation Museum of Water",
        ),
        (
            "The two funds signed an agreement on water, building on the Memorandum of Understanding concluded in Osh in May 2014.",
            "dated Agreement",
        ),
    ],
)
def test_not_told_of_signings_and_openings(text: str, never: str) -> None:
    assert not [line for line in told(text) if line.startswith(never)], told(text)


def test_ministers_of_states_stand_for_them() -> None:
    lines = told("The meeting in Rome was attended by the Foreign Ministers of Kazakhstan, Tajikistan and Uzbekistan.")
    assert len([line for line in lines if line.startswith("participation")]) == 3
