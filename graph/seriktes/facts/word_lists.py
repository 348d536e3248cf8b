"""The word lists of ``facts/words``: as words, as beginnings, as patterns searched in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from tomllib import loads

from seriktes.facts.patterns import compile_patterns, longest
from seriktes.facts.view import View
from seriktes.model import Language
from seriktes.records import Kept

#: So many words are known of each list.
_SEEN = 50_000


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
    words tells what such a word stands behind, «*тік емес» of «үкіметтік емес ұйым», and a plus before what: «жалған +ақпаратпен».
    """
    return _compiled(tuple(_word_file(language)[name]), tuple(_word_file(language).get(f"{name}_but", ())))


def _compiled(patterns: tuple[str, ...], never: tuple[str, ...]) -> re.Pattern[str]:
    found = compile_patterns(patterns)
    but = "|".join(map(_but, never))
    return re.compile(f" (?!(?:{but}) ){found.pattern[1:]}") if but else found


def _but(entry: str) -> str:
    words, _, behind = entry.partition(" +")
    before, space, word = words.rpartition(" ")
    found = re.escape(word) + (f"(?= {re.escape(behind)} )" if behind else "")
    return f"(?<={re.escape(before.removeprefix('*'))} ){found}" if space else found


def says(view: View, name: str) -> bool:
    """Whether a sentence has a pattern of a list of ``facts/words``: searched once, and only where it has a word of one."""
    told = view.said.get(name)
    if told is None:
        near = _near_list(view.language, name)
        told = view.said[name] = near.holds_one_of(view.vocabulary) and spoken(view.row[0], view.language, name)
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


class _Near:
    """The words that may be the longest word of a pattern of a list, and those that were looked at: a row's words are asked at once."""

    def __init__(self, patterns: Iterable[str]) -> None:
        keys = [longest(pattern).partition("*") for pattern in patterns]
        self._whole = {stem for stem, _, _ in keys}
        self._opening = tuple(stem for stem, star, _ in keys if star)
        self._seen: set[str] = set()
        self._near: set[str] = set()

    def holds_one_of(self, words: frozenset[str]) -> bool:
        """Whether one of the words of a row may be such a word."""
        if not words <= self._seen:
            if len(self._seen) > _SEEN:
                self._seen.clear()
                self._near.clear()
            new = words - self._seen
            self._near.update(word for word in new if word in self._whole or word.startswith(self._opening))
            self._seen |= new
        return not self._near.isdisjoint(words)


@cache
def _near_list(language: Language, name: str) -> _Near:
    return _Near(_word_file(language)[name])


@cache
def _word_file(language: Language) -> dict[str, list[str]]:
    data: dict[str, list[str]] = loads((files("seriktes.facts") / f"words/{language}.toml").read_text(encoding="utf-8"))
    return data
