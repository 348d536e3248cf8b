"""Stated countries: a country is stated where the text says it beside the name, and only there."""

from __future__ import annotations

import pytest
from seriktes.annotations import from_dict
from seriktes.model import Document, Language
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.posts import role_of
from seriktes.rdf.stated import stated_countries, stating_words


def stated(marked: str, country: str | None, language: Language) -> str | None:
    """The words that state the country of the organisation in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    document = Document("d", "d.txt", text, language, ())
    entity = {
        "id": "e",
        "key": "k",
        "type": "Organization",
        "kind": "ngo",
        "name": "n",
        "country": country,
        "mentions": [{"start": start, "end": end}],
    }
    annotation = from_dict({"entities": [entity], "facts": []}, document)
    span = stating_words(annotation.entities[0], document)
    return document.slice(span) if span else None


@pytest.mark.parametrize(
    ("marked", "country", "language", "words"),
    [
        ("[ҚР СІМ] хабарлады.", "KZ", "kk", "ҚР СІМ"),
        ("[ҚР-ның министрлігі] хабарлады.", "KZ", "kk", "ҚР-ның министрлігі"),
        ("[РФ Қоғамдық палатасы] хабарлады.", "RU", "kk", "РФ Қоғамдық палатасы"),
        (
            "[М.Ломоносов атындағы Мәскеу мемлекеттік университеті]нде",
            "RU",
            "kk",
            "М.Ломоносов атындағы Мәскеу мемлекеттік университеті",
        ),
        ("Консорциум мен британдық [«ConnectFutures» қоры] арасында", "GB", "kk", "британдық «ConnectFutures» қоры"),
        ("подписал британский [фонд «ConnectFutures»]", "GB", "ru", "британский фонд «ConnectFutures»"),
        (
            "[комитет при кабинете министров Республики Узбекистан]",
            "UZ",
            "ru",
            "комитет при кабинете министров Республики Узбекистан",
        ),
        ("the [Foundation for Dialogue] (United Kingdom) signed", "GB", "en", "Foundation for Dialogue (United Kingdom)"),
        ("the [Embassy of Kazakhstan] said", "KZ", "en", "Embassy of Kazakhstan"),
        # A name in quotes states no town, a list alone nothing at all, and another country is no statement of this one.
        ("[«Орал-Еуразия» сарапшылар клубы]", "KZ", "kk", None),
        ("[«Север-Юг» саясаттану орталығы] қол қойды.", "RU", "kk", None),
        ("Мәскеу. [«Север-Юг» орталығы] қол қойды.", "RU", "kk", None),
        ("[ҚР СІМ] хабарлады.", "RU", "kk", None),
        ("[Қазақстандағы БҰҰДБ]", "INT", "kk", None),
        ("[ҚР СІМ] хабарлады.", None, "kk", None),
    ],
)
def test_what_states_a_country(marked: str, country: str | None, language: Language, words: str | None) -> None:
    assert stated(marked, country, language) == words


def test_a_stated_country_has_evidence_and_is_known() -> None:
    document = Document("d", "d.txt", "ҚР СІМ хабарлады.", "kk", ())
    entity = {
        "id": "e",
        "key": "mfa",
        "type": "Organization",
        "kind": "government",
        "name": "ҚР СІМ",
        "country": "KZ",
        "mentions": [{"start": 0, "end": 6}],
    }
    annotation = from_dict({"entities": [entity], "facts": []}, document)
    assert [fact.evidence.start for _, fact in stated_countries(annotation)] == [0]
    quads = build_dataset([annotation])
    assert {
        q.object.value for q in quads if q.predicate in (t.STATED_COUNTRY, t.KNOWN_COUNTRY) and hasattr(q.object, "value")
    } == {"KZ"}
    assert [q for q in quads if q.predicate == t.PREDICATE and q.object == t.STATED_COUNTRY]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("төрағасының орынбасары", "deputy-chair"),
        ("басқарма төрайымы", "chair"),
        ("Ерекше тапсырмалар жөніндегі Елшісі", "ambassador-at-large"),
        ("вице-министрі", "vice-minister"),
        ("тұрақты үйлестірушісі", "resident-coordinator"),
        ("әкімі", "akim"),
        ("общественный заместитель председателя", "deputy-chair"),
        ("члена", "member"),
        ("постоянный представитель", "resident-representative"),
        ("Deputy Director", "deputy-director"),
        ("Vice-Rector for Research", "vice-rector"),
        ("Prime Minister", "prime-minister"),
    ],
)
def test_titles_name_roles(title: str, role: str) -> None:
    found = role_of(title)
    assert found is not None
    assert found.value.rsplit("/")[-1] == role


def test_an_unknown_title_names_none() -> None:
    assert role_of("вождь") is None
