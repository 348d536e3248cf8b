"""Documents that name very many different bodies: each is compared with those it may be, not with all."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice, product

import pytest
from seriktes.authority.records import load_authority
from seriktes.coreference import organizations
from seriktes.coreference.candidates import Candidates
from seriktes.coreference.forms import Form, form_of
from seriktes.coreference.likeness import likeness
from seriktes.facts.structure import parts as structure
from seriktes.model import Document, Language, Mention
from seriktes.text.sentences import split_sentences

SYLLABLES = {"kk": "ба ре ло ни ту ка ме ро са ди", "ru": "ба ре ло ни ту ка ме ро са ди", "en": "ba re lo ni tu ka me ro sa di"}
BODIES: dict[Language, tuple[str, str]] = {
    "kk": ("«{}» қоры", "{} университетінің баспасөз орталығы"),
    "ru": ("Фонд «{}»", "отдел печати {}ского университета"),
    "en": ("{} Foundation", "Press Office of the University of {}"),
}


def many(language: Language, number: int) -> tuple[Document, list[Mention]]:
    """A text that names so many different bodies of two kinds, and where."""
    text, mentions = "", []
    for letters in islice(product(SYLLABLES[language].split(), repeat=4), 1234, 1234 + 7 * number, 7):
        for kind in BODIES[language]:
            name = kind.format("".join(letters).capitalize())
            mentions.append(Mention(len(text), len(text) + len(name), name, "Organization"))
            text += name + ", "
    return Document("many", "many.txt", text, language, split_sentences(text, default=language)), mentions


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_comparisons_grow_with_the_number_of_bodies(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the bodies take four times the comparisons; sixteen times would be each with each."""
    compared: list[int] = []

    def counting(form: Form, other: Form) -> float:
        compared[-1] += 1
        return likeness(form, other)

    monkeypatch.setattr(organizations, "likeness", counting)
    for number in (15, 60):
        compared.append(0)
        assert len(organizations.group_organizations(*many(language, number))) == 2 * number
    assert compared[1] < 5 * max(compared[0], 30)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_wholes_are_sought_by_their_words(language: Language) -> None:
    names = [form_of(mention, language).spelled for mention in many(language, 60)[1]]
    wholes = [name[-2:] if language != "kk" else name[:2] for name in names]
    holders = structure._Holders([whole] for whole in wholes)
    assert all(1 <= len(holders.of([name])) < 4 for name in names[1::2])


def _forms(language: Language) -> Iterator[Form]:
    """Names of listed bodies in all lengths, in quotes and without, and words of names alone."""
    chance = random.Random(11)
    records = [r for r in load_authority().records.values() if r.type == "Organization"]
    for record in chance.sample(records, 25):
        for name in (*record.names[language][:2], *record.shorts[language][:2]):
            words = name.split()
            for text in {name, f"«{name}»", words[-1], " ".join(words[:2]), " ".join(words[1:]), f"{words[0]} «{words[-1]}»"} - {
                ""
            }:
                yield form_of(Mention(0, len(text), text, "Organization"), language)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_name_that_is_alike_is_left_out(language: Language) -> None:
    forms = sorted(set(_forms(language)), key=repr)
    candidates = Candidates(forms)
    for number, form in enumerate(forms):
        candidates.add(number, form, None)
    alike = 0
    for form in forms[::3]:
        wanted = {number for number, other in enumerate(forms) if likeness(form, other) > 0}
        assert wanted <= set(candidates.of(form, None))
        alike += len(wanted)
    assert alike > 2 * len(forms[::3])


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_whole_is_left_out(language: Language) -> None:
    names = sorted({form.spelled for form in _forms(language)})
    holders = structure._Holders([name] for name in names)
    held = 0
    for part in names[::2]:
        wanted = {place for place, whole in enumerate(names) if structure._inside(whole, part, language)}
        assert wanted <= set(holders.of([part]))
        held += len(wanted)
    assert held
