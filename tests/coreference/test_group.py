"""Which names are one: the digits in the marks say what belongs together."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.coreference.forms import form_of
from seriktes.coreference.group import group
from seriktes.coreference.likeness import likeness
from seriktes.coreference.persons import group_persons
from seriktes.mentions.names.find import find_names
from seriktes.model import Document, EntityType, Language, Mention
from seriktes.text.sentences import split_sentences

_MARK = re.compile(r"\[(?P<type>[POL])(?P<number>\d+) (?P<text>[^\]]+)\]")
_TYPES: dict[str, EntityType] = {"P": "Person", "O": "Organization", "L": "Place"}


def language_of(text: str) -> Language:
    return "en" if text.isascii() else "kk" if re.search("[әғқңөұүһі]", text) else "ru"


def read(marked: str) -> tuple[Document, list[tuple[int, int, str]]]:
    text, spans, place = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[place : m.start()]
        spans.append((len(text), len(text) + len(m["text"]), m["type"] + m["number"]))
        text += m["text"]
        place = m.end()
    text += marked[place:]
    language = language_of(text)
    return Document("d", "d.txt", text, language, split_sentences(text, default=language)), spans


@pytest.mark.parametrize(
    "marked",
    [
        "[P1 Бану Нұрғазиева] сөйледі. [P1 Б. Нұрғазиева] мен [P2 Қ. Нұрғазиев] келді. [P1 Нұрғазиеваның] жауабы осы.",
        "[P1 Микаэла Фриберг-Стори] сөз алды. Бұл тақырыпты [P1 Микаэла Фриберг-Строй] жалғастырды.",
        "Выступили [P1 Икрам Хашимжанов] и [P2 Лаура Акшегирова]. [P1 И. Хашимжанов] ответил [P2 Акшегировой].",
        "[P1 Kathy Leach] opened it. Later Ms [P1 Leach] met [P2 Emily Leach-Brown].",
        "Спикер [O1 Сената] [P1 Асель Нургалиева] прилетела. Речь готовил [O2 Аппарат Сената].",
        "О том же говорила [P1 Тереза Рибейру], представитель [O1 ОБСЕ] по вопросам свободы СМИ.",
        "[O1 Қазақстан Республикасының Сыртқы істер министрлігі] мен [O2 Қазақстандағы БҰҰДБ] келісті. [O1 ҚР СІМ] қуанды.",
        "[O1 ҚР Президенті Әкімшілігінің] және [O2 РФ Президенті Әкімшілігінің] өкілдері келді.",
        "[O1 Қазақстанның үкіметтік емес ұйымдары консорциумының] жетекшісі келді. Құрылған [O1 Консорциум] жұмыс істеді.",
        "[O1 Қожа Ахмет Ясауи атындағы Халықаралық қазақ-түрік университеті] ашық. [O1 Ясауи университеті] кеңейеді.",
        "The [O1 Delegation of the European Union to Kazakhstan] came. The [O1 EU Delegation] and the [O2 EU] agreed.",
        "Члены [O1 АНК] и [O2 АНК Жамбылской области] встретились. [O1 Ассамблея народа Казахстана] довольна.",
        "[O1 Министерство культуры и информации РК] открыло форум. Министр [O1 культуры и информации] выступил.",
        "[O1 Томский государственный университет] ([O1 ТГУ]) принял гостей. Ректор [O1 ТГУ] рад.",
        "The [O1 Eurasia Foundation of Central Asia] ([O1 EFCA]) met the [O2 Civil Alliance of Kazakhstan]. "
        "The [O2 Alliance] and [O1 EFCA] agreed.",
        "[L1 Қазақстанның] және [L2 Өзбекстанның] өкілдері [L1 Қазақстанда] кездесті.",
        "Гости из [L1 Казахстана] прибыли в [L2 Бишкек]; в [L1 Республике Казахстан] их ждут снова.",
    ],
)
def test_drawn(marked: str) -> None:
    document, spans = read(marked)
    wanted: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for start, end, label in spans:
        wanted[label].add((start, end))
    found = [{(m.start, m.end) for m in e.mentions} for e in group(document, find_names(document))]
    assert sorted(map(sorted, found)) == sorted(map(sorted, wanted.values()))


def test_ids_follow_the_first_mention() -> None:
    document, _ = read("[P1 Бану Нұрғазиева] [L2 Астанада] болды.")
    entities = group(document, find_names(document))
    assert [(e.id, e.name, e.name_en) for e in entities] == [
        ("e1", "Бану Нұрғазиева", "Banu Nurgaziyeva"),
        ("e2", "Астана", "Astana"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        (
            "Кездесу Қазақстан Республикасының Сыртқы істер министрлігінде өтті.",
            "Қазақстан Республикасының Сыртқы істер министрлігі",
            "government",
            "KZ",
        ),
        ("Форумға британдық «ConnectFutures» қорын шақырды.", "«ConnectFutures» қоры", "foundation", "GB"),
        (
            "Выступил ректор Томского государственного университета.",
            "Томский государственный университет",
            "education_research",
            "RU",
        ),
        (
            "Он встретился с Посольством Великобритании в Астане.",
            "Посольство Великобритании в Астане",
            "diplomatic_mission",
            "GB",
        ),
        ("They met the Ministry of Justice of Uzbekistan.", "Ministry of Justice of Uzbekistan", "government", "UZ"),
        ("The Tashkent-based foundation Yuksalish took part.", "Yuksalish", "foundation", "UZ"),
    ],
)
def test_name_kind_and_country(text: str, name: str, kind: str, country: str) -> None:
    language = language_of(text)
    document = Document("d", "d.txt", text, language, split_sentences(text, default=language))
    entity = next(e for e in group(document, find_names(document)) if e.type == "Organization")
    assert (entity.name, entity.kind, entity.country) == (name, kind, country)


@given(
    st.lists(
        st.sampled_from(
            ["Б. Сапарбаев", "Бердібек Сапарбаев", "Сапарбаев", "А. Сапарбаев", "Сапарбаевтың", "Лич", "Кэти Лич", "К. Лич"]
        ),
        max_size=12,
    )
)
@settings(max_examples=80, deadline=None)
def test_persons_are_shared_out_whole(names: list[str]) -> None:
    mentions = [Mention(20 * i, 20 * i + len(name), name, "Person") for i, name in enumerate(names)]
    clusters = group_persons(mentions, "kk")
    assert sorted(m for cluster in clusters for m in cluster) == mentions
    for cluster in clusters:
        initials = {m.text[0] for m in cluster if "." in m.text}
        assert len(initials) <= 1, "two initials are two persons"


@pytest.mark.parametrize("name", ["V&A", "Q & A", "Т. Д."])
def test_a_name_of_single_letters_is_like_no_other(name: str) -> None:
    """Letters tell little, but not nothing: all bodies of a letter were once one with every other."""
    mentions = [Mention(start, start + len(text), text, "Organization") for start, text in ((0, name), (40, "British Council"))]
    ours, other = (form_of(mention, "en") for mention in mentions)
    assert ours.core
    assert likeness(ours, other) == likeness(other, ours) == 0.0


def test_a_listed_name_that_declines_like_no_other_is_cited_as_listed() -> None:
    text = "Депутаты Жогорку Кенеша приняли закон."
    document = Document("d", "d.txt", text, "ru", split_sentences(text, default="ru"))
    assert "Жогорку Кенеш" in [e.name for e in group(document, find_names(document))]
