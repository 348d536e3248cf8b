"""Russian ways to tell of visits, delegations, posts and signings. The sentences are the project's own."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate


def told(text: str) -> list[str]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    return [
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {f.values.get('title', '')}" for f in annotation.facts
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "11 и 12 апреля 2024 года в Омской области с деловой миссией находилась делегация Павлодарской области "
            "во главе с первым заместителем акима области Сериком Алиевым.",
            ["represents|Алиев|Павлодарская", "participation|Алиев|миссия", "located|миссия|Омская", "dated|миссия"],
        ),
        (
            "Гостей встретил и.о. ректора Торайгыров университета д.ф-м.н., профессор Ержан Садыков.",
            ["post|Садыков|университет|и.о. ректора"],
        ),
        (
            "Постоянный представитель Казахстана при ООН Кайрат Умаров выступил на форуме.",
            ["represents|Умаров|Казахстан"],
        ),
        (
            "Соглашение подписали ректоры Кокшетауского университета и Белорусского государственного университета Анна Ким и Серик Мухамедиев.",
            ["post|Ким|Кокшетауский", "post|Мухамедиев|Белорусский", "signatory|Ким", "signatory|Мухамедиев"],
        ),
        ("В Риге функционирует Посольство Республики Узбекистан.", ["located|Посольство|Рига"]),
    ],
)
def test_the_sentence_tells(text: str, facts: list[str]) -> None:
    lines = told(text)
    for fact in facts:
        assert any(all(part in line for part in fact.split("|")) for line in lines), (fact, lines)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("«Соглашение о партнерстве стороны заключили в 2009 году», – отметил Тимур Ахметов.", "signatory"),
        ("Проект «Чистая вода» организован фондом «Тірек», реализуемый ПРООН в Таджикистане.", "cooperation"),
        ("Капельное орошение будет установлено в хозяйствах, расположенных в Аральском районе, фондом «Тірек».", "located"),
    ],
)
def test_the_sentence_does_not_tell(text: str, fact: str) -> None:
    assert not [line for line in told(text) if line.startswith(fact)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "В столицу прибыла делегация Алтайского аграрного университета. В состав делегации вошли проректор по науке "
            "Алмас Беков и старший преподаватель Динара Утеева.",
            ["post|Беков|аграрный университет|проректор по науке", "post|Утеева|аграрный университет"],
        ),
        (
            "Встреча прошла в Бишкекском государственном университете. Со стороны университета «Манас» в ней приняли участие "
            "и.о. ректора Сергей Минин и секретарь Олег Дегтев.",
            ["post|Минин|Манас", "post|Дегтев|Манас", "participation|Минин|встреча", "participation|Дегтев|встреча"],
        ),
        (
            "Состоялись переговоры между Министерством иностранных дел Узбекистана и Министерством иностранных дел Латвии. "
            "Узбекскую делегацию возглавлял заместитель министра Бахром Алиев. С латвийской стороны участвовал заместитель "
            "министра Андрис Пелш.",
            ["post|Алиев|Узбекистана", "post|Пелш|Латвии"],
        ),
        (
            "Томский университет посетила делегация университета «Манас» (Бишкек, Кыргызстан) во главе с председателем "
            "правления – ректором Гульнар Есимовой.",
            ["located|Манас|Бишкек", "post|Есимова|Манас|председателем правления – ректором"],
        ),
    ],
)
def test_officers_of_a_side_hold_their_posts_there(text: str, facts: list[str]) -> None:
    lines = told(text)
    for fact in facts:
        assert any(all(part.lower() in line.lower() for part in fact.split("|")) for line in lines), (fact, lines)
    assert not [line for line in lines if line.startswith("participation Бишкек >")]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("По окончании С.В.Кравцов и Р.Назарзода подписали протокол.", ["signatory|Кравцов", "signatory|Назарзода"]),
        ("На второй день хукумат и ОФ «Мост» подписали соглашение о социальном заказе.", ["party|Мост"]),
        ("В Оше обсудили роль молодежи\n\nЗаседание состоялось в зале. Его открыл Иван Петров.", ["located|Заседание|Ош"]),
    ],
)
def test_signings_and_projects_are_told(text: str, facts: list[str]) -> None:
    lines = told(text)
    for fact in facts:
        assert any(all(part in line for part in fact.split("|")) for line in lines), (fact, lines)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Делегация фонда «Тірек» посетила Томский политехнический университет.", "Визит"),
        ("Министр культуры Бахром Алиев встретился с послом Латвии Эдгарсом Бергсом.", "Встреча"),
    ],
)
def test_an_event_told_by_a_verb_has_the_name_of_a_noun(text: str, name: str) -> None:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    assert [e.name for e in annotation.entities if e.type == "Event"] == [name]


def test_an_acronym_means_the_body_that_the_text_names() -> None:
    text = "Заседание провела Ассамблея народа Кыргызстана. В АНК входят 27 объединений."
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    assert [e.country for e in annotation.entities if e.type == "Organization"] == ["KG"]


def test_countries_listed_before_are_not_the_country_spoken_of() -> None:
    lines = told("Гости из Китая и Индии прибыли на форум. Послание премьер-министра страны Кохира Алиева зачитал Иван Петров.")
    assert not [line for line in lines if line.startswith("represents")]
