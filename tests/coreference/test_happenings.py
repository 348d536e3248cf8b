"""Which mentions of events, agreements and projects are of one thing, and what it is called."""

from __future__ import annotations

import re
import time

import pytest
from seriktes.coreference.happening_names import citation
from seriktes.coreference.happenings import group_happenings
from seriktes.documents import read_text
from seriktes.mentions.happenings.find import find_happenings, merge
from seriktes.model import Document, Mention


def grouped(text: str, names: tuple[str, ...] = ()) -> tuple[Document, list[list[Mention]]]:
    document = read_text(text.encode(), "test", "test.txt")
    known = sorted(
        Mention(match.start(), match.end(), name, "Organization")
        for name in names
        for match in re.finditer(re.escape(name), text)
    )
    return document, group_happenings(document, merge(known, find_happenings(document, known)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Алматыда «Бірге» атты IX Азаматтық форум өтті. Келесі күні IX Азаматтық форумның секциялары басталды.",
            [["Бірге", "IX Азаматтық форум", "IX Азаматтық форумның"]],
        ),
        ("Delegates came to the XI Steppe Forum in Oral. The Forum was opened by the mayor.", [["XI Steppe Forum", "Forum"]]),
        (
            "В Омске прошел XVI Форум творческой молодежи. Через год XVII Форум творческой молодежи пройдет в Томске.",
            [["XVI Форум творческой молодежи"], ["XVII Форум творческой молодежи"]],
        ),
        (
            "The first session, “Open Skies”, began at nine. The second session, “Deep Roots”, followed.",
            [["first session", "Open Skies"], ["second session", "Deep Roots"]],
        ),
        ("Өткен жылы «Жасыл аула» жобасы қолға алынды. Биыл «Жасыл аула» жобасын кеңейтпек.", [["Жасыл аула", "Жасыл аула"]]),
        (
            "Екі мектеп ынтымақтастық туралы меморандумға қол қойды. Осылайша Меморандум екі жылға жарамды.",
            [["ынтымақтастық туралы меморандумға", "Меморандум"]],
        ),
        (
            "The banks signed a memorandum of understanding (MoU) in Oral. The MoU covers training.",
            [["memorandum of understanding", "MoU", "MoU"]],
        ),
    ],
)
def test_groups(text: str, wanted: list[list[str]]) -> None:
    _, groups = grouped(text)
    assert [[m.text for m in group] for group in groups if group[0].rule != "event.nameless"] == wanted


@pytest.mark.parametrize(
    ("text", "names", "sizes"),
    [
        ("Фонд «Рассвет» и Институт степи подписали меморандум. " * 40, ("Фонд «Рассвет»", "Институт степи"), [40]),
        ("«Таң» қоры мен «Дала» орталығы меморандумға қол қойды. " * 3, ("«Таң» қоры", "«Дала» орталығы"), [3]),
        ("The Dawn Fund and the Steppe Institute signed a memorandum. " * 3, ("Dawn Fund", "Steppe Institute"), [3]),
        (  # another kind
            "Dawn Fund and Steppe Institute signed a memorandum. Dawn Fund and Steppe Institute signed a contract.",
            ("Dawn Fund", "Steppe Institute"),
            [1, 1],
        ),
        (  # another day
            "5 мая Фонд «Рассвет» и Институт степи подписали меморандум. 6 мая Фонд «Рассвет» и Институт степи подписали меморандум.",
            ("Фонд «Рассвет»", "Институт степи"),
            [1, 1],
        ),
        (  # about something else
            "Фонд «Рассвет» подписал договор с Институтом степи о лесах. Фонд «Рассвет» подписал договор с Институтом степи о реках.",
            ("Фонд «Рассвет»", "Институтом степи"),
            [1, 1],
        ),
        (  # told to be another one
            "Фонд «Рассвет» и Институт степи подписали договор. Фонд «Рассвет» и Институт степи подписали ещё один договор.",
            ("Фонд «Рассвет»", "Институт степи"),
            [1, 1],
        ),
        ("Стороны подписали договор. В Омске подписали договор.", (), [1, 1]),  # nobody is named
    ],
)
def test_one_signing_told_again_is_one_agreement(text: str, names: tuple[str, ...], sizes: list[int]) -> None:
    _, groups = grouped(text, names)
    assert [len(group) for group in groups if group[0].type == "Agreement"] == sizes


def test_every_signing_with_its_own_parties_is_its_own_agreement() -> None:
    text = (
        "Фонд «Рассвет» и музей Оралмана подписали меморандум о сотрудничестве. "
        "Институт степи и театр Сайрам подписали меморандум о сотрудничестве."
    )
    _, groups = grouped(text, ("Фонд «Рассвет»", "музей Оралмана", "Институт степи", "театр Сайрам"))
    assert [len(group) for group in groups] == [1, 1]


@pytest.mark.parametrize("sentence", ["The parties signed an agreement. ", "Стороны подписали меморандум. "])
def test_a_sentence_that_comes_again_and_again_tells_of_one_agreement(sentence: str) -> None:
    assert [len(group) for group in grouped(20 * sentence)[1]] == [20]


def test_another_sentence_with_the_same_words_may_tell_of_another_agreement() -> None:
    assert len(grouped("The parties signed an agreement. In 2020 the parties signed an agreement. ")[1]) == 2


def test_the_headline_tells_of_the_agreement_in_the_body() -> None:
    text = (
        "Две школы подписали меморандум\n\nВчера в Костанае две сельские школы после долгих переговоров подписали "
        "меморандум о взаимопомощи, рассчитанный на пять лет."
    )
    _, groups = grouped(text)
    agreements = [[m.text for m in group] for group in groups if group[0].type == "Agreement"]
    assert agreements == [["меморандум", "меморандум о взаимопомощи"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Екі мектеп мәдени алмасу туралы келісімге қол қойды.", "Мәдени алмасу туралы келісім"),
        ("Стороны сообщили о подписании соглашения о взаимной помощи.", "Соглашение о взаимной помощи"),
        ("They signed a memorandum of cooperation.", "Memorandum of cooperation"),
        ("Кеше «Дала үні» атты форум өтті.", "Дала үні"),
        ("Гости приехали на XV Форум творческой молодежи.", "XV Форум творческой молодежи"),
    ],
)
def test_citation(text: str, wanted: str) -> None:
    document, groups = grouped(text)
    assert citation(document, groups[0]) == wanted


@pytest.mark.slow
def test_time_grows_with_the_text_only() -> None:
    sentence = "Екі тарап «Жасыл аула» жобасы туралы меморандумға қол қойды, XI Азаматтық форум мен X Азаматтық форум өтті. "

    def seconds(times: int) -> float:
        document = read_text((sentence * times).encode(), "test", "test.txt")
        mentions = find_happenings(document, ())
        began = time.process_time()
        group_happenings(document, mentions)
        return time.process_time() - began

    seconds(50)
    assert min(seconds(1600) for _ in range(3)) < 10 * min(seconds(400) for _ in range(3))
