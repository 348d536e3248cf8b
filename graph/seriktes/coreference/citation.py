"""How an entity is cited: its fullest mention in the nominative, and its English name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from seriktes.authority.records import load_authority
from seriktes.coreference.forms import form_of
from seriktes.coreference.kinds import is_type_word
from seriktes.mentions.headwords import heads_in
from seriktes.model import EntityType, Language, Mention
from seriktes.text import kazakh, russian
from seriktes.text.endings import russian_key
from seriktes.text.invisible import visible
from seriktes.text.russian_names import person_nominative
from seriktes.text.scripts import fold, in_latin_letters
from seriktes.text.tokens import words_in

_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"'}
_MINISTRY = {"kk": "{} министрлігі", "ru": "Министерство {}", "en": "Ministry of {}"}


def citation_form(mentions: Sequence[Mention], authority: str | None, language: Language) -> str:
    """The name in the document's language: nominative, full, without quotation marks around the whole."""
    type_ = mentions[0].type
    if type_ == "Place":
        return _place(mentions, authority, language)
    best = max(mentions, key=lambda m: (_fullness(m, language), -m.start))
    text = " ".join(visible(best.text).split())
    if type_ == "Person":
        return _person(text, language)
    if type_ != "Organization":
        return _opened(_nominative(text, language))
    if best.rule == "pattern:title":
        return _MINISTRY[language].format(text)
    return _listed(text, authority) if language == "ru" and authority else _opened(_nominative(text, language))


def _listed(text: str, authority: str) -> str:
    """A listed body's Russian name as the list writes it: «Жогорку Кенеша», no word of which declines as others do."""
    record, own = load_authority().get(authority), _opened(_nominative(text, "ru"))
    words = [russian_key(fold(word)) for word in text.split()]
    for name in (*record.names.get("ru", ()), *record.shorts.get("ru", ())) if record is not None else ():
        if len(name.split()) == len(words) and [russian_key(fold(word)) for word in name.split()] == words:
            return own if own.casefold() == name.casefold() else _opened(name)
    return own


def _fullness(mention: Mention, language: Language) -> tuple[int, int, int]:
    if mention.type == "Person":
        words = [word for word in words_in(mention.text) if word[0].isalpha()]
        return sum(len(w) > 1 and not w.endswith(".") for w in words), len(words), -sum(w.isupper() for w in words)
    form = form_of(mention, language)
    return int(mention.rule != "pattern:title"), len(form.core), len(mention.text)


def _opened(text: str) -> str:
    """Without a quote pair around the whole, and with a capital first.

    >>> _opened("«Атамекен»"), _opened("«ГрИн» альянсы")
    ('Атамекен', '«ГрИн» альянсы')
    """
    if len(text) > 2 and _PAIRS.get(text[0]) == text[-1] and text.find(text[-1], 1) == len(text) - 1:
        text = text[1:-1]
    return text[:1].upper() + text[1:]


def _place(mentions: Sequence[Mention], authority: str | None, language: Language) -> str:
    record = load_authority().get(authority)
    if record is not None and record.name(language):
        return record.name(language) or ""
    return _nominative(
        max((" ".join(visible(m.text).split()) for m in mentions), key=lambda t: (len(t.split()), -len(t))), language
    )


@lru_cache(maxsize=5_000)
def _person(text: str, language: Language) -> str:
    words = text.split(" ")
    if language == "kk" and kazakh.case_of(words[-1]) != "loc":  # nobody is a place: «Бренде», «Алмейда»
        words[-1] = kazakh.nominative(words[-1])
    elif language == "ru":
        words = person_nominative(words)
    else:
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s")
    return " ".join(_small_capitals(word) for word in words)


def _small_capitals(word: str) -> str:
    """«СОЛОВЬЕВА» is cited «Соловьева»; initials stay."""
    if len(word) > 2 and word.isupper() and "." not in word and any(c.isalpha() for c in word[1:]):
        return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
    return word


@lru_cache(maxsize=5_000)
def _nominative(text: str, language: Language) -> str:
    if language == "kk":
        head, _, last = text.rpartition(" ")
        base = kazakh.nominative(last)
        if (
            base == last
            and last.endswith(("ын", "ін"))
            and (is_type_word(last[:-1], language) or heads_in([fold(last[:-1])], "kk"))
        ):
            base = last[:-1]
        return f"{head} {base}".strip()
    if language == "ru":
        words = text.split(" ")
        if words and words[0][:1] not in _PAIRS:
            return " ".join(russian.nominative_phrase(words))
        return text
    text = text.removesuffix("'s").removesuffix("’s")
    return text[4:] if text.lower().startswith("the ") else text


def english_name(name: str, type_: EntityType, authority: str | None, language: Language) -> str | None:
    """The English name: listed, or the name itself in English, or spelled in Latin letters for persons and places."""
    record = load_authority().get(authority)
    if record is not None and record.name_en:
        return record.name_en
    if language == "en" or name.isascii():
        return name
    return in_latin_letters(name, language) if type_ in ("Person", "Place") else None
