"""Events, agreements and projects in sentences of all three languages, and what must not be taken for one."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.documents import read_text
from seriktes.mentions.happenings.find import find_happenings, merge
from seriktes.model import Document, EntityType, Mention

_MARK = re.compile(r"\[(EVENT|AGREEMENT|PROJECT|NAME) ([^\]]+)\]")
_TYPES: dict[str, EntityType] = {"EVENT": "Event", "AGREEMENT": "Agreement", "PROJECT": "Project"}


def read_marked(marked: str) -> tuple[Document, list[Mention], list[tuple[str, str]]]:
    """The document of a marked text, its given names, and the happenings drawn into it."""
    text, names, wanted, place = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[place : match.start()]
        label, words = match.groups()
        if label == "NAME":
            names.append(Mention(len(text), len(text) + len(words), words, "Organization"))
        else:
            wanted.append((_TYPES[label], words))
        text += words
        place = match.end()
    text += marked[place:]
    return read_text(text.encode(), "test", "test.txt"), names, wanted


@pytest.mark.parametrize(
    "marked",
    [
        # titles in quotes, with the type word after or before them
        "Кеше Шымкентте «[EVENT Жастар және болашақ]» атты халықаралық конференция өтті.",
        "Астанада «[EVENT Таза су – таза өмір]» дөңгелек үстелі ұйымдастырылды.",
        "«[EVENT Сөз құдіреті]» және «[EVENT Дала үні]» секциялары жұмыс істеді.",
        "Биыл «[PROJECT Жасыл аула]» жобасы аясында мың көшет егілді.",
        "В Павлодаре прошел круглый стол «[EVENT Вода без границ]».",
        "В рамках реализации проекта «[PROJECT Тихая река]» закуплены насосы.",
        "Выпускники программы «[PROJECT Дорога знаний]» и акции «[EVENT Чистый берег]» получили дипломы.",
        "On Monday Almaty hosted the international conference “[EVENT Rivers and Borders]”.",
        "The workshop, titled “[EVENT Words That Heal]”, gathered thirty doctors.",
        "The “[PROJECT Open Steppe]” project supports herders.",
        "They met under the [PROJECT Blue Mountain] project in May.",
        "Педагоги прошли обучение по программе [PROJECT Teach for Steppe].",
        "Қатысушылар [PROJECT Erasmus+] бағдарламасы бойынша оқыды.",
        # names of their own
        "Қарағандыда [EVENT IX Азаматтық форум] өтті.",
        "В столице завершился [EVENT XV Форум творческой молодежи].",
        "Delegates arrived for the [EVENT Third Steppe Media Forum] on Friday.",
        # agreements: what they are about, and how they are signed
        "Екі университет [AGREEMENT ғылыми ынтымақтастық туралы меморандумға] қол қойды.",
        "Тараптар арасында [AGREEMENT үшжақты келісімге] қол қойылды.",
        "Форум соңында [AGREEMENT қарар] қабылданды.",
        "Стороны подписали [AGREEMENT соглашение о научном и культурном сотрудничестве].",
        "Музеи подписали [AGREEMENT меморандум о сотрудничестве] 5 мая 2024 года.",
        "По итогам заседания принята [AGREEMENT резолюция].",
        "Акимат и фонд заключили [AGREEMENT договор о поставке оборудования].",
        "The two museums signed a [AGREEMENT memorandum of understanding] on Tuesday.",
        "They concluded a [AGREEMENT cost-sharing agreement] last week.",
        "The ministry recalled the [AGREEMENT Declaration on Eternal Friendship] between the two states.",
        # to be founded
        "В ведомстве предложили создать [PROJECT Региональный центр медиации] в Таразе.",
    ],
)
def test_found(marked: str) -> None:
    document, names, wanted = read_marked(marked)
    named_first = [m for m in find_happenings(document, names) if m.rule not in ("event.nameless", "event.headline")]
    assert [(m.type, m.text) for m in named_first] == wanted


@pytest.mark.parametrize(
    "text",
    [
        # concord, conditions, courts, laws
        "Елімізде этносаралық келісім мен бірлік сақталып отыр.",
        "Қоғамдық келісім – дамудың басты шарты.",
        "Главная задача медиаторов – заключать мировые соглашения между гражданами.",
        "People live here in peace and accord.",
        # documents only announced, denied or told of before
        "Форум аясында бірқатар меморандумдарға қол қойылды.",
        "Тараптар арасында ешқандай келісім жасалған жоқ.",
        "О подписании каких-либо соглашений говорить рано.",
        "Several agreements were signed during the year.",
        "No contract has been signed so far.",
        # generic nouns
        "Мұндай форум мен конференциялар жиі өткізіліп тұрады.",
        "Такие проекты и программы нужны селу.",
        "The programme is funded by the government, and the project will go on.",
        # quotes that hold no title of an event or project
        "Ол «Көш» атты романын таныстырды.",
        "Он выступил с докладом «О пользе чтения».",
        "She performed the opera “Abai” for the guests.",
        "«Бұл – үлкен жетістік», – деді ол.",
    ],
)
def test_not_found(text: str) -> None:
    document = read_text(text.encode(), "test", "test.txt")
    assert [m.text for m in find_happenings(document, ()) if m.rule != "event.nameless"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Журналистер үшін семинар\n\nКеше Ақтөбеде жергілікті журналистер үшін екі күндік семинар өтті, оған қырық адам "
            "қатысты және олардың бәріне куәлік табысталды.",
            ["семинар", "семинар"],
        ),
        (
            "О встрече с учителями\n\nВчера в областном центре состоялась встреча с учителями сельских школ, на которой "
            "говорили о новых учебниках и о жилье.",
            ["встрече", "встреча"],
        ),
        (
            "Officers trained\n\nA three-day training course for border officers ended in Khorgos yesterday and was attended "
            "by forty people from three regions.",
            ["three-day training course"],
        ),
    ],
)
def test_the_nameless_event_of_a_report(text: str, wanted: list[str]) -> None:
    document = read_text(text.encode(), "test", "test.txt")
    assert [m.text for m in find_happenings(document, ()) if m.type == "Event"] == wanted


def test_sections_of_a_list() -> None:
    text = (
        "Жұмыс екі секцияда жалғасты: 1) Ауыл мектептерінің болашағы; 2) Қала мен даланың арасы.\n\n"
        "Бірінші секцияны ректордың өзі ашты."
    )
    found = find_happenings(read_text(text.encode(), "test", "test.txt"), ())
    assert [m.text for m in found] == ["Ауыл мектептерінің болашағы", "Қала мен даланың арасы", "Бірінші секцияны"]


def test_a_title_swallows_names_and_an_organisation_keeps_its_quotes() -> None:
    document, names, _ = read_marked("«[NAME Қазақстан] және әлем» атты форумды «[NAME Ақ бұлақ]» ұйымдастырды.")
    merged = merge(names, find_happenings(document, names))
    assert [m.text for m in merged] == ["Қазақстан және әлем", "Ақ бұлақ"]
    document, names, _ = read_marked("Шараны [NAME «Жас дәурен» жобасының қоры] өткізді.")
    assert [m.type for m in merge(names, find_happenings(document, names))] == ["Organization"]


_PIECES = (
    "форум «Бірлік» атты конференция өтті . , меморандумға қол қойды туралы ынтымақтастық 1) ; : секция XI Х подписали "
    'соглашение о сотрудничестве « » “ ” ‘ ’ " the Forum of Kazakhstan project Green signed a memorandum on 14 th \n '
    "\n\n centre establishing и мен — Год Узбекистана в жобасы \u00ad .. ... МОУ MoU Days"
)
_WORDS = st.sampled_from(_PIECES.split(" "))


@given(st.lists(_WORDS, max_size=60), st.lists(st.integers(380, 700), max_size=6))
@settings(max_examples=150, deadline=None)
def test_offsets_hold_and_nothing_overlaps(parts: list[str], cuts: list[int]) -> None:
    text = "Қалада өткен кездесуге өңірдің мектептері мен көптеген ұйымдардың өкілдері қатысты. " * 5 + " ".join(parts)
    document = read_text(text.encode(), "test", "test.txt")
    places = sorted({cut for cut in cuts if cut <= len(text)})
    names = [Mention(a, b, text[a:b], "Organization") for a, b in zip(places[::2], places[1::2], strict=False) if a < b]
    found = find_happenings(document, names)
    merged = merge(names, found)
    for mentions in (found, merged):
        assert all(m.text == text[m.start : m.end] and m.text for m in mentions)
        assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.slow
def test_time_grows_with_the_text_only() -> None:
    sentence = "Екі тарап «Жасыл аула» жобасы туралы меморандумға қол қойды, «Дала үні» форумы өтті, XI Азаматтық форум да. "

    def seconds(times: int) -> float:
        document = read_text((sentence * times).encode(), "test", "test.txt")
        began = time.process_time()
        find_happenings(document, ())
        return time.process_time() - began

    seconds(50)
    assert min(seconds(1600) for _ in range(3)) < 10 * min(seconds(400) for _ in range(3))
