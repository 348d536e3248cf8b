"""What the tree of a Russian sentence tells: posts told by verbs, and the place, date and people of each event."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.facts.context import make_context
from seriktes.facts.events.attached import attached
from seriktes.facts.trees import make_trees
from seriktes.facts.view import make_views
from seriktes.pipeline import annotate


def told(text: str) -> list[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    return [
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {f.values.get('title', '')}{f.values.get('start', '')}"
        for f in annotation.facts
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Директором Института истории назначена Анна Сергеева.", ["post Анна Сергеева > Институт истории Директором"]),
        (
            "Указом президента министром культуры Казахстана назначен Игорь Петров.",
            ["post Игорь Петров > Министерство культуры Казахстана министром"],
        ),
        ("Пост председателя Союза журналистов Казахстана заняла Анна Сергеева.", ["post Анна Сергеева > Союз журналистов"]),
        ("Айдар Оспанов является депутатом парламента Грузии.", ["post Айдар Оспанов > Парламент Грузии депутатом"]),
        ("Фонд «Заман» с 2019 года возглавляет Гульнара Иванова.", ["post Гульнара Иванова > Фонд «Заман» возглавляет"]),
        ("Игорь Петров, возглавляющий фонд «Родник», рассказал о проекте.", ["post Игорь Петров > Фонд «Родник»"]),
        ("Мэр Алматы Иван Петров открыл парк.", ["represents Иван Петров > Алматы Мэр"]),
        ("На допрос вызван глава Химок Владимир Соколов.", ["represents Владимир Соколов > Химки глава"]),
        (
            "Великобритания молчит. Британский премьер Питер Марш отказался от участия.",
            ["represents Питер Марш > Великобритания"],
        ),
    ],
)
def test_who_holds_which_post(text: str, facts: list[str]) -> None:
    lines = told(text)
    for fact in facts:
        assert any(line.startswith(fact) for line in lines), (fact, lines)


@pytest.mark.parametrize(
    "text",
    [
        "Директором Института истории может стать Анна Сергеева.",
        "Анна Сергеева не была избрана председателем Союза журналистов Казахстана.",
        "Анна Сергеева ушла с поста председателя Союза журналистов Казахстана.",
        "Анну Сергееву планируют назначить председателем Союза журналистов Казахстана.",
    ],
)
def test_who_does_not_hold_a_post(text: str) -> None:
    assert not [line for line in told(text) if line.startswith("post")]


def test_each_event_of_a_sentence_has_its_own_place_and_date() -> None:
    lines = told(
        "В Алматы 5 мая 2024 года прошёл форум «Вода и люди». "
        "Участники вспомнили саммит «Чистое небо» в Душанбе в октябре 2022 года."
    )
    assert "located Вода и люди > Алматы " in lines
    assert "dated Вода и люди 2024-05-05" in lines
    assert "located Чистое небо > Душанбе " in lines
    assert "dated Чистое небо 2022-10" in lines
    assert "located Вода и люди > Душанбе " not in lines


def test_items_hang_on_items() -> None:
    document = read_text("Посол Индии прибыл в Астану.".encode(), "test", "test.txt")
    (tree,) = make_trees(make_views(document, annotate(document).entities)).values()
    arcs = {
        tree.view.items[i].text: (tree.view.items[head].text, tree.labels[i]) for i, head in enumerate(tree.heads) if head >= 0
    }
    assert arcs["Посол"] == ("прибыл", "nsubj")
    assert arcs["Индии"] == ("Посол", "nmod")
    assert arcs["Астану"] == ("прибыл", "obl")


def test_a_mayor_is_no_mayors_office() -> None:
    annotation = annotate(read_text("Мэр Москвы и мэрия Москвы поддержали проект.".encode(), "test", "test.txt"))
    assert [m.text for e in annotation.entities for m in e.mentions if e.type == "Organization"] == ["мэрия Москвы"]


def hanging(text: str) -> set[tuple[str, str, str, str]]:
    """What hangs on the events of a text: event, name, what it is, how."""
    document = read_text(text.encode(), "test", "test.txt")
    context = make_context(document, annotate(document).entities)
    return {
        (items[one.event].text, items[one.item].text, one.what, one.how)
        for number, tree in context.trees.items()
        for items in (context.views[number].items,)
        for one in attached(tree)
    }


def test_a_state_behind_its_town_is_no_second_place() -> None:
    found = hanging("Форум прошёл в Питтсбурге, штат Пенсильвания.")
    assert {name for _, name, what, _ in found if what == "place"} == {"Питтсбурге"}


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("На пресс-конференции в Оше Анна Сергеева объявила победителей.", "Анна Сергеева", "nsubj"),
        ("Студент Ошского университета опоздал на форум.", "Ошского университета", ""),
        ("Студенты Ошского университета приехали на форум.", "Ошского университета", "nsubj"),
    ],
)
def test_who_was_there_by_the_tree(text: str, name: str, how: str) -> None:
    found = {how for _, other, what, how in hanging(text) if what == "agent" and other == name}
    assert found == ({how} if how else set()), found
