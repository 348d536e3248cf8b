"""The word lists of ``facts/words``: as words, as beginnings, as patterns searched in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from seriktes.facts.data import SEARCHED, word_file
from seriktes.facts.patterns import compile_patterns
from seriktes.facts.phrases import Phrase, one_by_one
from seriktes.facts.view import View
from seriktes.model import Language

_SEARCHED = frozenset(SEARCHED)


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """A word list of ``facts/words/<language>.toml``."""
    return frozenset(word_file(language)[name])


@cache
def stem_list(language: Language, name: str) -> tuple[str, ...]:
    """Such a list of word beginnings or endings, as ``str.startswith`` takes them."""
    return tuple(word_file(language)[name])


@cache
def word_pattern(language: Language, name: str) -> re.Pattern[str]:
    """The patterns of a list of ``facts/words/<language>.toml``, ready to be searched in a sentence row.

    Words of a list ``<name>_but`` are none of them, whatever they end in: «аймақ», «көмек» are no future forms. An entry of two
    words tells what such a word stands behind, «*тік емес» of «үкіметтік емес ұйым», and a plus before what: «жалған +ақпаратпен».
    """
    return _compiled(tuple(word_file(language)[name]), tuple(word_file(language).get(f"{name}_but", ())))


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
    """Whether a sentence has a pattern of a list of ``facts/words`` that is searched in sentences."""
    near = view.near.get(name)
    if near is None:
        _known(name)
        return False
    told = view.said.get(name)
    if told is None:
        told = view.said[name] = _stands(view.parts, near, 0, view.language, name)
    return told


def says_within(view: View, name: str, first: int, stop: int) -> bool:
    """Whether a pattern of such a list stands among the items from one to before another."""
    near = view.near.get(name)
    if near is None:
        _known(name)
        return False
    inside = [(place, one) for place, one in near if first <= place < stop]
    return bool(inside) and _stands(view.parts[first:stop], inside, first, view.language, name)


def said(view: View, name: str) -> list[str]:
    """What the patterns of such a list find in a sentence, from left to right."""
    near = view.near.get(name, ())
    places = {(first, one.order, last) for place, one in near for first, last in one.found(view.parts, place)}
    return [" ".join(view.parts[first : last + 1]) for first, last in one_by_one(places)]


def may_say(view: View, name: str) -> bool:
    """Whether it is worth searching a sentence, or a part of it, for such a list: it has a word of one of its patterns."""
    if name in view.near:
        return True
    _known(name)
    return False


def _stands(parts: Sequence[str], near: Sequence[tuple[int, Phrase]], start: int, language: Language, name: str) -> bool:
    """Whether a pattern stands in a part of a row that begins at the item ``start``; not by a word of ``<name>_but`` alone."""
    found = any(one.found(parts, place - start) for place, one in near)
    if not found or f"{name}_but" not in word_file(language):
        return found
    return word_pattern(language, name).search(f" {' '.join(parts)} ") is not None


def _known(name: str) -> None:
    """Raises KeyError for a list that is not searched in sentences: it would never be found."""
    if name not in _SEARCHED:
        raise KeyError(f"{name} is not in SEARCHED of facts/data.py")
