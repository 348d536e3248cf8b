"""Frames as data: what words state a fact, and where its participants stand. One TOML file a language and family.

A frame file holds ``[[frame]]`` tables::

    [[frame]]
    id = "attended"
    role = "participant"
    trigger = ["қатысты", "қатыс* ~ атап өтті"]   # words; * any ending, ~ up to three words, <Event> a mention
    agents = "before"                              # where they stand: before, after, both
    types = ["Person", "Organization"]
    cases = ["nom"]                                # cases the agents may have; left out: any

``forbid`` lists patterns that, anywhere in the sentence, take the frame back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import TOMLDecodeError, loads
from typing import Any

from seriktes.errors import DataError
from seriktes.facts.view import View
from seriktes.model import ENTITY_TYPES, Language

FAMILIES = ("signing", "participation", "happening", "cooperation", "project", "structure")
_KEYS = {"id", "trigger", "role", "agents", "types", "cases", "forbid", "confidence", "event", "after_words", "kind"}
_SIDES = ("before", "after", "both")


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to state a fact in one language."""

    id: str
    family: str
    language: Language
    pattern: re.Pattern[str]
    role: str | None = None
    agents: str = "both"
    types: tuple[str, ...] = ("Person", "Organization")
    cases: tuple[str, ...] = ()
    forbid: re.Pattern[str] | None = None
    confidence: float = 0.8
    kind: str | None = None
    keys: re.Pattern[str] = re.compile("")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame found in a sentence, with the first and last item of the words that triggered it."""

    frame: Frame
    first: int
    last: int


def compile_patterns(patterns: list[str]) -> re.Pattern[str]:
    """One regular expression for word patterns over a sentence row (see :attr:`View.row`).

    >>> bool(compile_patterns(["қол қой*"]).search(" меморандумға қол қойылды . "))
    True

    A match begins with the space before its words and ends before the space behind them.
    """
    return re.compile(f" (?:{_by_first_letter([_pattern(p) for p in patterns])})(?= )")


def _by_first_letter(sources: list[str]) -> str:
    """The alternatives in their order, grouped by their first letter: a row is searched three times as fast.

    >>> _by_first_letter(["аб", "аг", "д"])
    'а(?:б|г)|д'
    """
    if any(not source[0].isalpha() for source in sources):
        return "|".join(sources)
    groups: dict[str, list[str]] = {}
    for source in sources:
        groups.setdefault(source[0], []).append(source[1:])
    return "|".join(first + (f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0]) for first, rest in groups.items())


def _pattern(text: str) -> str:
    words = []
    for word in text.split():
        if word == "~":
            words.append(r"(?:[^\s.;]+ ){0,3}?")
        elif word == "~~":
            words.append(r"(?:[^\s.;]+ ){0,8}?")
        else:
            words.append(re.escape(word).replace(r"\*", r"\S*") + " ")
    return "".join(words)[:-1]


@cache
def frames(language: Language, family: str) -> tuple[Frame, ...]:
    """The frames of a language and family, in the order of their file. Raises DataError naming file and frame."""
    name = f"frames/{language}/{family}.toml"
    try:
        data = loads((files("seriktes.facts") / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except TOMLDecodeError as error:
        raise DataError(f"{name}: {error}") from error
    return tuple(_frame(entry, language, family, name) for entry in data.get("frame", []))


def _frame(entry: dict[str, Any], language: Language, family: str, file: str) -> Frame:
    where = f"{file}: frame {entry.get('id', '?')}"
    unknown = set(entry) - _KEYS
    if unknown or not entry.get("id") or not entry.get("trigger"):
        raise DataError(f"{where}: {'unknown ' + ', '.join(sorted(unknown)) if unknown else 'needs an id and a trigger'}")
    if entry.get("agents", "both") not in _SIDES:
        raise DataError(f"{where}: agents must be one of {', '.join(_SIDES)}")
    types = tuple(entry.get("types", ("Person", "Organization")))
    if not set(types) <= set(ENTITY_TYPES):
        raise DataError(f"{where}: types must be entity types")
    forbid = entry.get("forbid")
    return Frame(
        f"{language}.{family}.{entry['id']}",
        family,
        language,
        compile_patterns(entry["trigger"]),
        entry.get("role"),
        entry.get("agents", "both"),
        types,
        tuple(entry.get("cases", ())),
        compile_patterns(forbid) if forbid else None,
        entry.get("confidence", 0.8),
        entry.get("kind"),
        _keys(entry["trigger"]),
    )


def _keys(patterns: list[str]) -> re.Pattern[str]:
    """What the longest word of each trigger looks like: no sentence without such a word is searched for the frame."""
    longest = [max((word for word in pattern.split() if set(word) != {"~"}), key=len, default="*") for pattern in patterns]
    return re.compile(f"(?:{_by_first_letter([_pattern(word) for word in longest])}) ")


def find_triggers(view: View, family: str) -> list[Trigger]:
    """All frames of a family whose trigger stands in the sentence, leftmost first; an earlier frame wins an overlap."""
    row, starts = view.row
    found: list[Trigger] = []
    taken: list[tuple[int, int]] = []
    near = {number for word in view.vocabulary for number in _frames_with(word, view.language, family)}
    for number in sorted(near):
        frame = frames(view.language, family)[number]
        if frame.forbid and frame.forbid.search(row):
            continue
        for match in frame.pattern.finditer(row):
            first, last = bisect_right(starts, match.start() + 1) - 1, bisect_right(starts, match.end() - 1) - 1
            if all(last < a or first > b for a, b in taken):
                taken.append((first, last))
                found.append(Trigger(frame, first, last))
    return sorted(found, key=lambda t: (t.first, t.last))


@lru_cache(maxsize=100_000)
def _frames_with(word: str, language: Language, family: str) -> tuple[int, ...]:
    """The numbers of the frames that have a trigger which this word of a row may belong to: few words have any."""
    return tuple(number for number, frame in enumerate(frames(language, family)) if frame.keys.match(word + " "))


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """A word list of ``facts/words/<language>.toml``."""
    return frozenset(_word_file(language)[name])


@cache
def word_pattern(language: Language, name: str) -> re.Pattern[str]:
    """The patterns of a list of ``facts/words/<language>.toml``, ready to be searched in a sentence row."""
    return compile_patterns(_word_file(language)[name])


@cache
def _word_file(language: Language) -> dict[str, list[str]]:
    data: dict[str, list[str]] = loads((files("seriktes.facts") / f"words/{language}.toml").read_text(encoding="utf-8"))
    return data
