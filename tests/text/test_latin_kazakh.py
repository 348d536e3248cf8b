"""Kazakh in Latin letters is read like Kazakh in Cyrillic ones; every offset stays that of the text as given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seriktes.documents import read_text
from seriktes.identity.resolve import resolve
from seriktes.model import Annotation
from seriktes.pipeline import annotate
from seriktes.text.latin_kazakh import is_latin_kazakh, respell

LATIN = (
    "«Jasyl dala» birlestigi men Semeı ýnıversıteti yntymaqtastyq týraly memorandýmǵa qol qoıdy. Forým Almatyda ótti. "
    "Forýmǵa Qazaqstan Respýblıkasynyń Syrtqy ister mınıstrligi ókilderi qatysty."
)
CYRILLIC = (
    "«Жасыл дала» бірлестігі мен Семей университеті ынтымақтастық туралы меморандумға қол қойды. Форум Алматыда өтті. "
    "Форумға Қазақстан Республикасының Сыртқы істер министрлігі өкілдері қатысты."
)


def read(text: str, name: str = "test") -> Annotation:
    return annotate(read_text(text.encode("utf-8", "surrogatepass"), name, f"{name}.txt"))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        (LATIN, CYRILLIC),
        ("Qazaqstan Respublikasynyñ Oñtüstık öñırı, Şymkent", "Қазақстан Республикасының Оңтүстік өңірі, Шымкент"),
        ("Ortalyq Azııa men Reseı Federatsııasy týraly", "Орталық Азия мен Ресей Федерациясы туралы"),
        ("Etnosaralyq komıtet, IýNESKO hatshysy, О́zbekstan elshisi", "Этносаралық комитет, ЮНЕСКО хатшысы, Өзбекстан елшісі"),
        ("qol qoıý, Iаǵnı kúı", "қол қою, Яғни күй"),
        ("Moŋǧoliia qazaqtarynyŋ kışı qūryltaiy", "Моңғолия қазақтарының кіші құрылтайы"),
        ("«ConnectFutures» qorynyń ókili", "«ConnectFutures» қорының өкілі"),
    ],
)
def test_respelled(latin: str, cyrillic: str) -> None:
    assert respell(latin)[0] == cyrillic


@given(st.text())
def test_every_letter_knows_its_place(text: str) -> None:
    respelled, offsets = respell(text)
    assert len(offsets) == len(respelled) + 1
    assert offsets[-1] == len(text)
    assert all(a < b for a, b in pairwise(offsets))


@pytest.mark.parametrize(
    ("text", "kazakh"),
    [
        (LATIN, True),
        ("The forum on Qazaq–Turkish ties took place in Almaty and was opened by the café’s owner.", False),
        ("Üniversitenin rektörü ile büyükelçi görüştü ve iş birliği için bir anlaşma imzaladı.", False),
        ("Toshkentda bo‘lib o‘tgan anjumanda vazirlik vakillari ham ishtirok etdi va bitim imzolandi.", False),
        (CYRILLIC, False),
    ],
)
def test_told_from_other_languages(text: str, kazakh: bool) -> None:
    assert is_latin_kazakh(text) is kazakh


def test_the_same_is_read_in_both_letters() -> None:
    latin, cyrillic = read(LATIN), read(CYRILLIC)
    assert latin.document.language == "kk"
    assert [(e.name, e.type, e.country) for e in latin.entities] == [(e.name, e.type, e.country) for e in cyrillic.entities]
    assert [(f.type, dict(f.arguments)) for f in latin.facts] == [(f.type, dict(f.arguments)) for f in cyrillic.facts]
    assert {"party", "located", "participation"} <= {f.type for f in latin.facts}


def test_offsets_and_words_are_those_of_the_text_given() -> None:
    annotation = read(LATIN)
    assert annotation.document.text == LATIN
    assert all(LATIN[m.start : m.end] == m.text for e in annotation.entities for m in e.mentions)
    assert {annotation.document.slice(f.evidence) for f in annotation.facts if f.type == "located"} == {"Forým Almatyda ótti."}


def test_one_thing_has_one_key_in_both_letters() -> None:
    latin, cyrillic = resolve([read(LATIN, "latin"), read(CYRILLIC, "cyrillic")])
    keys = [{e.name: e.key for e in a.entities if e.type == "Organization"} for a in (latin, cyrillic)]
    assert keys[0] == keys[1]
    assert len(set(keys[0].values())) == 3
