"""Mentions in comparable form: words without endings, the place words apart from the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.authority.keys import is_acronym
from seriktes.authority.matching import Match, matcher, place_matcher
from seriktes.authority.records import Record
from seriktes.coreference.data import listed, noun_of
from seriktes.coreference.demonyms import nation_of
from seriktes.model import Language, Mention
from seriktes.records import Kept, KeptIn, record
from seriktes.text import kazakh
from seriktes.text.endings import russian_key
from seriktes.text.scripts import fold, in_russian_letters
from seriktes.text.tokens import tokenize, words_in

_QUOTES = frozenset("«»“”„\"'‹›")
#: Legal forms that a text writes or leaves out.
_LEGAL = frozenset(listed("legal"))
_SMALL = frozenset(listed("small"))


@record(frozen=True)
class Form:
    """A mention taken apart.

    ``core`` are the keys of its words but for places, quotation marks and small words; ``places`` the keys of listed
    places inside; ``office`` the place an office is in («Қазақстандағы БҰҰДБ»); ``quoted`` the keys of a quoted part;
    ``acronym`` the acronym when the core is one word written so; ``spelled`` all telling words;
    ``called`` the keys of what its legal form is called alone; ``whole`` whether a listed name covers them all; ``nation`` the country it says it is a national body of.
    """

    core: tuple[str, ...]
    places: frozenset[str]
    countries: frozenset[str]
    office: str | None
    quoted: tuple[str, ...]
    acronym: str | None
    acronyms: frozenset[str]
    spelled: tuple[str, ...] = ()
    whole: bool = False
    nation: str | None = None
    called: tuple[str, ...] = ()


def key_of(word: str, language: Language) -> str:
    """A word for comparing within one document.

    >>> key_of("Министрлігінде", "kk"), key_of("Фонда", "ru"), key_of("БҰҰ-ның", "kk"), key_of("Kazakhstan’s", "en")
    ('министрлик', 'фонд', 'БҰҰ', 'kazakhstan')
    """
    return _keys[language][word]


def _key_of(word: str, language: Language) -> str:
    bare = kazakh.nominative(word) if "-" in word and language != "en" else word
    if is_acronym(bare) and len(bare) <= 8:
        return bare
    lower = fold(word)
    if lower.isascii():
        return lower.removesuffix("'s")
    if language == "kk":
        return in_russian_letters(kazakh.stem(lower))
    return russian_key(in_russian_letters(lower))


_keys = KeptIn(_key_of)
_keys_in = KeptIn(lambda text, language: tuple(map(_keys[language].__getitem__, _tokens[text])), 10_000)


def tokens_of(mention: Mention) -> tuple[str, ...]:
    """The words of a mention."""
    return _tokens[mention.text]


_tokens: Kept[str, tuple[str, ...]] = Kept(lambda text: tuple(words_in(text)), 10_000)


def keys_in(mention: Mention, language: Language) -> tuple[str, ...]:
    """The keys of the words of a mention."""
    return _keys_in[language][mention.text]


def _find(text: str, language: Language) -> tuple[Match, ...]:
    return tuple(matcher().find(tokenize(text), language))


def _find_places(text: str, language: Language) -> tuple[Match, ...]:
    return tuple(place_matcher().find(tokenize(text), language))


_found, _places = KeptIn(_find, 10_000), KeptIn(_find_places, 10_000)


def listed_in(text: str, language: Language) -> tuple[Match, ...]:
    """Authority names inside a mention."""
    return _found[language][text]


def named_whole(text: str, language: Language) -> tuple[Record, ...]:
    """The records that a whole text names."""
    found = _found[language][text][:1]
    return found[0].records if found and (found[0].start, found[0].end) == (0, len(_tokens[text])) else ()


def places_in(mention: Mention, language: Language) -> Iterator[tuple[Match, bool]]:
    """Listed places inside a mention, and whether each is where an office is rather than whose it is."""
    return iter(_located[language][mention.text])


def _locate(text: str, language: Language) -> tuple[tuple[Match, bool], ...]:
    return tuple(_placed(text, language))


def _placed(text: str, language: Language) -> Iterator[tuple[Match, bool]]:
    words = _tokens[text]
    for match in _places[language][text]:
        if language == "kk":
            located = kazakh.case_of(words[match.end - 1]) == "attr"
        else:
            before = fold(words[match.start - 1]) if match.start else ""
            if before == "the" and match.start > 1:
                before = fold(words[match.start - 2])
            located = before in ("в", "во", "in", "to", "at")
        yield match, located


_located = KeptIn(_locate, 10_000)


def form_of(mention: Mention, language: Language) -> Form:
    """A mention in comparable form: what its text tells."""
    return _forms[language][mention.text]


def _form(text: str, language: Language) -> Form:
    words = _tokens[text]
    content = [i for i, word in enumerate(words) if _tells(word)] or [i for i, word in enumerate(words) if word[0].isalnum()]
    listed = [m for m in _found[language][text] if m.records[0].type == "Organization" and len(m.records) == 1]
    whole = any(all(m.start <= i < m.end for i in content) for m in listed)
    inside: dict[int, str] = {}
    for match in () if whole else listed:
        inside |= dict.fromkeys(range(match.start, match.end), "") | {match.start: f"@{match.records[0].key}"}
    places, countries, office = set(), set(), None
    for match, located in _located[language][text]:
        record = match.records[0]
        if record.kind == "country" and record.country and match.start not in inside:
            countries.add(record.country)
        if (whole and record.kind != "country") or record.kind == "macroregion" or match.start in inside:
            continue
        inside |= dict.fromkeys(range(match.start, match.end), "")
        places.add(record.key)
        office = record.key if located and not whole else office
    core = tuple(key for i in content if (key := inside[i] if i in inside else key_of(words[i], language)))
    core = tuple(key for place, key in enumerate(core) if not place or key != core[place - 1] or not key.startswith("@"))
    acronyms = frozenset(key for key in core if is_acronym(key))
    acronym = core[0] if len(core) == 1 and core[0] in acronyms else None
    spelled = tuple([key_of(words[i], language) for i in content])
    return Form(
        core,
        frozenset(places),
        frozenset(countries),
        office,
        _quoted(words, language),
        acronym,
        acronyms,
        spelled,
        whole,
        nation_of(words, language),
        tuple(key_of(noun, language) for word in words if (noun := noun_of(word)) is not None),
    )


_forms = KeptIn(_form, 10_000)


def _tells(word: str) -> bool:
    """Whether a word tells bodies apart: no mark, no small word, no legal form, no initial of an eponym."""
    return (
        word[0].isalnum()
        and fold(word) not in _SMALL
        and word not in _LEGAL
        and not (word.endswith(".") or (len(word) == 1 and word.isupper()))
    )


def _quoted(words: Sequence[str], language: Language) -> tuple[str, ...]:
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
