"""Railways, corridors, pipelines and canals as projects: the China–Kyrgyzstan–Uzbekistan railway, канал Кош-Тепа."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from seriktes.mentions.happening_words import any_in_starts, kazakh_bases, kazakh_stems, key_of, listed
from seriktes.mentions.happenings.lines import Line
from seriktes.model import Language, Mention
from seriktes.records import Kept

Run = tuple[int, int]

_DASHES = frozenset({"–", "-", "—"})
_MOST_ADJECTIVES = 2


def named_routes(line: Line) -> Iterator[Mention]:
    """Lines of transport named by the places they join or cross, and canals that are being built."""
    nouns = _noun_of[line.language]
    for place, list_ in [(i, name) for i, name in enumerate(map(nouns.__getitem__, line.words)) if name is not None]:
        run = _joining(line, place) if list_ == "projects.routes" else _canal(line, place)
        if run is not None:
            yield line.mention(run, "Project", "project", "project.route", 0.8)


def _noun_teller(language: Language) -> Callable[[str], str | None]:
    """The list that has a form of a word: of lines of transport, or of canals."""

    def tell(word: str) -> str | None:
        forms = kazakh_bases(word) if language == "kk" else (key_of(word, language),)
        lists = ("projects.routes", "projects.canals")
        return next((name for name in lists if not _nouns(language, name).isdisjoint(forms)), None)

    return tell


_LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_noun_of = {language: Kept(_noun_teller(language)) for language in _LANGUAGES}


@cache
def _nouns(language: Language, name: str) -> frozenset[str]:
    nouns = listed(language, name)
    return frozenset(stem for noun in nouns for stem in kazakh_stems(noun)) if language == "kk" else frozenset(nouns)


def _joining(line: Line, place: int) -> Run | None:
    """Places joined by dashes (before the noun; in Russian after it), or an adjective «Транс-…» before it."""
    start = place
    while (
        start
        and place - start < _MOST_ADJECTIVES
        and line.plain(start - 1)
        and not line.capital(start - 1)
        and (line.language != "en" and not _crosses(line, start - 1))
    ):
        start -= 1
    for before in range(place - 1, start - 2, -1):
        if before >= 0 and _crosses(line, before):
            return before, place + 1
    if line.language == "ru":
        end = _chain(line, place + 1, 1)
        return (place, end) if end > place + 1 else None
    for last in range(place - 1, start - 2, -1):
        first = _chain(line, last, -1) if last >= 0 else last
        if first < last:
            return first + 1, place + 1
    return None


def _crosses(line: Line, place: int) -> bool:
    word = line.words[place]
    return line.is_word(place) and word.startswith(listed(line.language, "projects.crossing")) and len(word) > 7


def _chain(line: Line, place: int, step: int) -> int:
    """How far names joined by dashes reach from a place on; the place itself where no dash joins two."""
    at, dashes = place, 0
    while 0 <= at < len(line):
        named = line.is_word(at) and (line.capital(at) or line.names[at] is not None)
        dashed = line.words[at] in _DASHES and 0 < at < len(line) - 1
        if not (named or dashed):
            break
        dashes += dashed
        at += step
    ends_with_dash = 0 <= at - step < len(line) and line.words[at - step] in _DASHES
    return at if dashes and not ends_with_dash and line.words[place] not in _DASHES else place


def _canal(line: Line, place: int) -> Run | None:
    """The name beside the noun, where the sentence speaks of building; an old canal is no project."""
    if not any_in_starts(line.words, line.language, "projects.building"):
        return None
    after = line.language == "ru"
    at = place + 1 if after else place - 1
    if not 0 <= at < len(line) or not line.is_word(at) or not line.capital(at):
        return None
    together = line.names[place] is not None and line.names[place] is line.names[at]
    return (at, at + 1) if after and not together else (min(at, place), max(at, place) + 1)
