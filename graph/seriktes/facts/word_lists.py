"""The word lists of ``facts/words``: as words, as beginnings, as patterns searched in a sentence."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads

from seriktes.facts.patterns import compile_patterns, longest
from seriktes.facts.view import View
from seriktes.model import Language
from seriktes.records import Kept


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """A word list of ``facts/words/<language>.toml``."""
    return frozenset(_word_file(language)[name])


@cache
def stem_list(language: Language, name: str) -> tuple[str, ...]:
    """Such a list of word beginnings or endings, as ``str.startswith`` takes them."""
    return tuple(_word_file(language)[name])


@cache
def word_pattern(language: Language, name: str) -> re.Pattern[str]:
    """The patterns of a list of ``facts/words/<language>.toml``, ready to be searched in a sentence row.

    Words of a list ``<name>_but`` are none of them, whatever they end in: «аймақ», «көмек» are no future forms. An entry of two
    words tells what such a word stands behind: «*тік емес» of «үкіметтік емес ұйым».
    """
    return _compiled(tuple(_word_file(language)[name]), tuple(_word_file(language).get(f"{name}_but", ())))


def _compiled(patterns: tuple[str, ...], never: tuple[str, ...]) -> re.Pattern[str]:
    found = compile_patterns(patterns)
    but = "|".join(map(_but, never))
    return re.compile(f" (?!(?:{but}) ){found.pattern[1:]}") if but else found


def _but(entry: str) -> str:
    before, space, word = entry.rpartition(" ")
    return f"(?<={re.escape(before.removeprefix('*'))} ){re.escape(word)}" if space else re.escape(word)


def says(view: View, name: str) -> bool:
    """Whether a sentence has a pattern of a list of ``facts/words``: searched once, and only where it has a word of one."""
    told = view.said.get(name)
    if told is None:
        near = any(map(_near_list(view.language, name).__getitem__, view.vocabulary))
        told = view.said[name] = near and spoken(view.row[0], view.language, name)
    return told


def spoken(row: str, language: Language, name: str) -> bool:
    """Whether a pattern of a list of ``facts/words`` stands in a row or a part of one, as ``word_pattern(…).search`` tells it.

    >>> spoken(" келісімге қол қоймайтын болды . ", "kk", "not_asserted"), spoken(" келісімге қол қойды . ", "kk", "not_asserted")
    (True, False)

    What is said of a single word is kept by the word: patterns such as «*майтын» would be tried anew at each.
    """
    single, longer = _by_length(language, name)
    if any(map(single.__getitem__, row.split(" ")[1:-1])):
        return f"{name}_but" not in _word_file(language) or word_pattern(language, name).search(row) is not None
    return longer is not None and longer.search(row) is not None


@cache
def _by_length(language: Language, name: str) -> tuple[Kept[str, bool], re.Pattern[str] | None]:
    """Whether a word between two spaces fits a pattern of one word; the patterns of several words."""
    patterns = _word_file(language)[name]
    one, more = (tuple(p for p in patterns if (len(p.split()) > 1) is longer) for longer in (False, True))
    fits = compile_patterns(one) if one else None
    single: Kept[str, bool] = Kept(lambda word: fits is not None and fits.search(f" {word} ") is not None)
    never = tuple(_word_file(language).get(f"{name}_but", ()))
    return single, _compiled(more, never) if more else None


@cache
def _near_list(language: Language, name: str) -> Kept[str, bool]:
    """Whether a word of a row may be the longest word of a pattern of the list."""
    whole, beginnings = set(), []
    for pattern in _word_file(language)[name]:
        stem, star, _ = longest(pattern).partition("*")
        beginnings += [stem] * bool(star)
        whole.add(stem)
    opening = tuple(beginnings)
    return Kept(lambda word: word in whole or word.startswith(opening))


@cache
def _word_file(language: Language) -> dict[str, list[str]]:
    data: dict[str, list[str]] = loads((files("seriktes.facts") / f"words/{language}.toml").read_text(encoding="utf-8"))
    return data
