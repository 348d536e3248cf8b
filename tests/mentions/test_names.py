"""Names drawn into sentences: [P person], [O organisation], [L place]. What is not marked must not be found."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seriktes.documents import read_text
from seriktes.mentions.names.find import find_names
from seriktes.model import Document
from seriktes.text.sentences import split_sentences

_MARK = re.compile(r"\[(?P<type>[POL]) (?P<text>[^\]]+)\]")
_LETTERS = {"Person": "P", "Organization": "O", "Place": "L"}


def document(text: str) -> Document:
    """A document in the language most of its letters tell."""
    language = (
        "en" if text.isascii() or not re.search("[а-яәғқңөұүһі]", text) else ("kk" if re.search("[әғқңөұүһі]", text) else "ru")
    )
    return Document("d", "d.txt", text, language, split_sentences(text, default=language))


def draw(text: str) -> str:
    """The text with the found names marked."""
    parts, place = [], 0
    for m in find_names(document(text)):
        parts += [text[place : m.start], f"[{_LETTERS[m.type]} {m.text}]"]
        place = m.end
    return "".join([*parts, text[place:]])


@pytest.mark.parametrize(
    "marked",
    [
        # persons: initials in every spacing, capitals, double names, inflection, order
        "Жиында [P С.Абдрахманов], [P Б. Сапарбаев] және [P М.\xa0Әзілханов] сөз сөйледі.",
        "[P Айгүл СОЛОВЬЕВА] мен [P Микаэла Фриберг-Стори] пікір алмасты.",
        "Рәсімге [P Мұрат Нұртілеу] қатысты. Кейін [P Нұртілеуге] сұрақ қойылды.",
        "Делегацию возглавил [P Нурлан Сейткалиевич Ермеков], его сопровождала [P Е.А. Ким].",
        "Слово дали [P Гаухар Толеповой]. По словам [P Толеповой], работа продолжится.",
        "The visitors met [P Yerlan Bekturov]. Mr [P Bekturov] thanked Ms [P Leach] for her support.",
        # eponyms are no persons
        "[O Л.Н.Гумилев атындағы Еуразия ұлттық университетінің] студенттері келді.",
        "Лекция прошла в [O Казахском национальном университете имени аль-Фараби].",
        "Students of [O L.N. Gumilyov Eurasian National University] attended the lecture.",
        # Kazakh organisations
        "Құжатқа [O «Терроризмге қарсы комитет» республикалық қоғамдық бірлестігінің] төрағасы қол қойды.",
        "Оны [O Қостанай облысының «ГрИн» Азаматтық альянсы] ұйымдастырды.",
        "Кездесу [O Қазақстан Республикасының Сыртқы істер министрлігінде] өтті.",
        "[O ҚР СІМ] мен [O Қазақстандағы БҰҰДБ] бірлескен жоспар жасады.",
        "Форумға [O Ақпарат және қоғамдық даму] вице-министрі [P Болат Тілепов] келді.",
        "Осыны [O Роза Люксембург қоры өкілдігінің] басшысы айтты.",
        # Russian organisations
        "Договор подписала директор [O ОФ «Ковчег добра»] [P Камила Байжан].",
        "Об этом рассказал председатель [O узбекского культурного центра города Тараза].",
        "Меморандум подписан с [O комитетом межнациональных отношений при кабинете министров Республики Узбекистан].",
        "Поправки рассмотрел [O комитет по бюджету Жогорку Кенеша].",
        "Вице-министр [O культуры и информации РК] [P Евгений Кочетов] открыл форум.",
        "Во встрече участвовал директор [O Департамента Европы МИД РК] [P Алмас Сейтказин].",
        "Проект ведёт [O ПРООН в Казахстане].",
        # English organisations
        "The forum was hosted by the [O Ministry of Culture and Information of the Republic of Kazakhstan].",
        "It was backed by the [O Delegation of the European Union to Kazakhstan] and [O UNICEF in Kyrgyzstan].",
        "Deputy Minister of [O Foreign Affairs] [P Roman Vassilenko] signed it.",
        "The [O Food and Agriculture Organization of the United Nations] ([O FAO]) opened an office.",
        "The [O Consortium of Green Schools] met today. Later the [O Consortium] elected a board.",
        # places
        "[L Алматы] қаласында және [L Жамбыл облысының] [L Қордай ауданында] жиын өтті.",
        "Гости посетили [L Аральский район], город [L Тараз] и село [L Кордай].",
        "Meetings took place in [L Turkistan Region], in [L Bishkek] and across [L Central Asia].",
        "Соглашения есть с [L Павлодарской] и [L Акмолинской областями].",
        # nothing to find
        "Форумда министрлік пен әкімдік өкілдері сөз алды.",
        "Казахстанские и российские эксперты обсудили работу министерства.",
        "British and Kazakh experts discussed the work of the ministry.",
    ],
)
def test_drawn(marked: str) -> None:
    text = _MARK.sub(lambda m: m["text"], marked)
    assert draw(text) == marked


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("«Бастау» орталығы (әрі қарай – БАО) ашылды. Кеше БАО жоба бастады.", "БАО"),
        ("Центр поддержки инициатив (ЦПИ) объявил конкурс. Заявки принимает ЦПИ.", "ЦПИ"),
        ("The Green Valley Foundation (GVF) opened. Later GVF signed a deal.", "GVF"),
    ],
)
def test_an_acronym_set_in_brackets_is_known_everywhere(text: str, short: str) -> None:
    assert [m.text for m in find_names(document(text))].count(short) == 2


def test_furniture_gives_no_names_and_captions_do() -> None:
    text = (
        "Фото: Қазақстандағы БҰҰДБ/Батыр Әубәкіров\n\n"
        "Астанада жиын өтті. Оған елдің барлық өңірінен өкілдер қатысып, жұмыс жоспарын талқылады.\n"
    )
    names = [m.text for m in find_names(read_text(text.encode(), "a", "a.txt"))]
    assert names == ["Қазақстандағы БҰҰДБ", "Батыр Әубәкіров", "Астанада"]


@given(
    st.lists(
        st.sampled_from(
            [
                "Қазақстан",
                "Республикасының",
                "министрлігі",
                "«",
                "»",
                '"',
                "(",
                ")",
                "С.",
                "Ерғалиев",
                "мен",
                "и",
                "and",
                "of",
                "Ministry",
                "им.",
                "имени",
                "Абая",
                "фонд",
                "РК",
                "ҚР",
                "БҰҰ-ның",
                "директор",
                ",",
                ".",
                "\n",
                "\xa0",
                "ё",
                "№5",
                "Mr",
                "Leach",
                "in",
                "Kazakhstan’s",
                "ЗАМ.ГЛАВЫ",
                "атындағы",
                "қоры",
                "-",
                "–",
                "1)",
                "\u200b",
                "A",
                "á",
                "😀",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
@settings(max_examples=150, deadline=None)
def test_whatever_comes_offsets_slice_and_nothing_overlaps(text: str) -> None:
    made = document(text)
    names = find_names(made)
    assert names == find_names(made)
    end = 0
    for name in names:
        assert end <= name.start < name.end
        assert name.text == text[name.start : name.end]
        assert name.rule and 0 < name.score <= 1
        end = name.end


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_odd_text_breaks_nothing(text: str) -> None:
    find_names(document(text))


def test_time_grows_with_the_text() -> None:
    text = "Қазақстанның Азаматтық альянсы мен «Тобыл» қоры келісті. Оған Б. Сапарбаев пен Лидия Михеева қатысты.\n"

    def seconds(times: int) -> float:
        made = document(text * times)
        started = time.perf_counter()
        find_names(made)
        return time.perf_counter() - started

    seconds(10)
    assert min(seconds(80) for _ in range(2)) < 14 * max(min(seconds(20) for _ in range(3)), 1e-3)
