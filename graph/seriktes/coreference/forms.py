"""Mentions in comparable form: words without endings, the place words apart from the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from seriktes.authority.matching import Match, is_acronym, matcher
from seriktes.model import Language, Mention
from seriktes.text import kazakh
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold, in_russian_letters
from seriktes.text.tokens import tokenize

_QUOTES = frozenset("«»“”„\"'‹›")
_SMALL = frozenset("""және мен пен бен атындағы ат и в во на по при имени им с со для the of and for in on at to a an & қаласы қаласының облысының
город города городу городе г область области""".split())


@dataclass(frozen=True)
class Form:
    """A mention taken apart.

    ``core`` are the keys of its words but for places, quotation marks and small words; ``places`` the keys of the listed
    places inside; ``office`` the place an office is in («Қазақстандағы БҰҰДБ»); ``quoted`` the keys of a quoted part;
    ``acronym`` the acronym when the core is one word written so.
    """

    core: tuple[str, ...]
    places: frozenset[str]
    countries: frozenset[str]
    office: str | None
    quoted: tuple[str, ...]
    acronym: str | None
    acronyms: frozenset[str]


def key_of(word: str, language: Language) -> str:
    """A word for comparing within one document.

    >>> key_of("Министрлігінде", "kk"), key_of("Фонда", "ru"), key_of("БҰҰ-ның", "kk"), key_of("Kazakhstan’s", "en")
    ('министрлик', 'фонд', 'БҰҰ', 'kazakhstan')
    """
    bare = kazakh.nominative(word) if "-" in word and language != "en" else word
    if is_acronym(bare) and len(bare) <= 8:
        return bare
    lower = fold(word)
    if lower.isascii():
        return lower.removesuffix("'s")
    if language == "kk":
        return in_russian_letters(kazakh.stem(lower))
    return russian_key(in_russian_letters(lower))


def tokens_of(mention: Mention) -> list[str]:
    """The words of a mention."""
    return [token.text for token in tokenize(mention.text)]


@lru_cache(maxsize=20_000)
def _found(text: str, language: Language) -> tuple[Match, ...]:
    return tuple(matcher().find(tokenize(text), language))


def listed_in(text: str, language: Language) -> tuple[Match, ...]:
    """Authority names inside a mention."""
    return _found(text, language)


def places_in(mention: Mention, language: Language) -> Iterator[tuple[Match, bool]]:
    """Listed places inside a mention, and whether each is where an office is rather than whose it is."""
    words = tokens_of(mention)
    for match in _found(mention.text, language):
        if match.records[0].type != "Place":
            continue
        if language == "kk":
            located = kazakh.case_of(words[match.end - 1]) == "attr"
        else:
            before = fold(words[match.start - 1]) if match.start else ""
            if before == "the" and match.start > 1:
                before = fold(words[match.start - 2])
            located = before in ("в", "во", "in", "to", "at")
        yield match, located


@lru_cache(maxsize=50_000)
def form_of(mention: Mention, language: Language) -> Form:
    """A mention in comparable form."""
    words = tokens_of(mention)
    inside: set[int] = set()
    places, countries, office = set(), set(), None
    for match, located in places_in(mention, language):
        record = match.records[0]
        inside.update(range(match.start, match.end))
        places.add(record.key)
        if record.country and record.kind == "country":
            countries.add(record.country)
        if located:
            office = record.key
    core = tuple(key_of(w, language) for i, w in enumerate(words)
                 if i not in inside and w[0].isalnum() and fold(w) not in _SMALL)
    acronyms = frozenset(key for key in core if is_acronym(key))
    acronym = core[0] if len(core) == 1 and core[0] in acronyms else None
    return Form(core, frozenset(places), frozenset(countries), office, _quoted(words, language), acronym, acronyms)


def _quoted(words: list[str], language: Language) -> tuple[str, ...]:
    keys: list[str] = []
    inside = False
    for word in words:
        if word in _QUOTES:
            if inside and keys:
                break
            inside = True
        elif inside and word[0].isalnum():
            keys.append(key_of(word, language))
    return tuple(keys)


def initials_of(core: tuple[str, ...]) -> str:
    """The first letters of the words, in small letters: what an acronym would be made of.

    >>> initials_of(("азаматтык", "бастама", "колдау", "орталык"))
    'абко'
    """
    return "".join(word[0] for word in core).lower()
