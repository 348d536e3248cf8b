"""Frames as data: what words state a fact, and where its participants stand. One TOML file a language and family.

A frame file holds ``[[frame]]`` tables::

    [[frame]]
    id = "attended"
    role = "participant"
    trigger = ["қатысты", "қатыс* ~ атап өтті"]   # words; * any ending, ~ up to three words, <Event> a mention
    agents = "before"                              # where they stand: before, after, both; either: after, else before
    types = ["Person", "Organization"]
    cases = ["nom"]                                # cases the agents may have; left out: any

``forbid`` lists patterns that, anywhere in the sentence, take the frame back. ``behind`` lists marks or words one of which
stands right before each trigger: «…», – деді X.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import TOMLDecodeError, loads
from typing import Any

from seriktes.errors import DataError
from seriktes.facts.patterns import compile_patterns, longest
from seriktes.facts.view import View
from seriktes.model import ENTITY_TYPES, Language
from seriktes.records import Kept, record

FAMILIES = ("signing", "participation", "happening", "cooperation", "project", "structure")
_KEYS = {"id", "trigger", "role", "agents", "types", "cases", "forbid", "confidence", "event", "behind", "kind"}
_SIDES = ("before", "after", "both", "either")


@record(frozen=True, slots=True)
class Frame:
    """One way to state a fact in one language."""

    id: str
    family: str
    language: Language
    triggers: tuple[str, ...]
    role: str | None = None
    agents: str = "both"
    types: tuple[str, ...] = ("Person", "Organization")
    cases: tuple[str, ...] = ()
    forbids: tuple[str, ...] = ()
    confidence: float = 0.8
    kind: str | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The triggers as one pattern, made when a text first has a word of one."""
        return compile_patterns(self.triggers)

    @property
    def forbid(self) -> re.Pattern[str] | None:
        """What takes the frame back, as one pattern."""
        return compile_patterns(self.forbids) if self.forbids else None


@record(frozen=True, slots=True)
class Trigger:
    """A frame found in a sentence, with the first and last item of the words that triggered it."""

    frame: Frame
    first: int
    last: int


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
    return Frame(
        f"{language}.{family}.{entry['id']}",
        family,
        language,
        tuple(f"{mark} {trigger}".strip() for trigger in entry["trigger"] for mark in entry.get("behind", [""])),
        entry.get("role"),
        entry.get("agents", "both"),
        types,
        tuple(entry.get("cases", ())),
        tuple(entry.get("forbid", ())),
        entry.get("confidence", 0.8),
        entry.get("kind"),
    )


def find_triggers(view: View, family: str) -> list[Trigger]:
    """All frames of a family whose trigger stands in the sentence, leftmost first; an earlier frame wins an overlap."""
    found = view.triggered.get(family)
    if found is None:
        found = view.triggered[family] = _triggers(view, family)
    return found.copy()


def _triggers(view: View, family: str) -> list[Trigger]:
    near = _near(view.vocabulary, view.language).get(family)
    if near is None:
        return []
    row, starts = view.row
    found: list[Trigger] = []
    taken: list[tuple[int, int]] = []
    for number in near:
        frame = frames(view.language, family)[number]
        forbid = frame.forbid
        if forbid and forbid.search(row):
            continue
        for match in frame.pattern.finditer(row):
            first, last = bisect_right(starts, match.start() + 1) - 1, bisect_right(starts, match.end() - 1) - 1
            if all(last < a or first > b for a, b in taken):
                taken.append((first, last))
                found.append(Trigger(frame, first, last))
    return sorted(found, key=lambda t: (t.first, t.last))


@lru_cache(maxsize=256)
def _near(words: frozenset[str], language: Language) -> dict[str, list[int]]:
    """By family, the numbers of the frames that have a trigger which one of the words may belong to, in order."""
    found: dict[str, set[int]] = {}
    for told in filter(None, map(_frames_with[language].__getitem__, words)):
        for family, numbers in told:
            found.setdefault(family, set()).update(numbers)
    return {family: sorted(numbers) for family, numbers in found.items()}


def _frames_teller(language: Language) -> Callable[[str], tuple[tuple[str, frozenset[int]], ...]]:
    """The families and numbers of the frames that a word of a row may belong to: few words have any."""

    def tell(word: str) -> tuple[tuple[str, frozenset[int]], ...]:
        found = []
        for family in FAMILIES:
            whole, beginnings, any_word = _keys(language, family)
            begun = (numbers for stem, numbers in beginnings.items() if word.startswith(stem))
            found.append((family, any_word.union(whole.get(word, ()), *begun)))
        return tuple((family, numbers) for family, numbers in found if numbers)

    return tell


_LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_frames_with = {language: Kept(_frames_teller(language)) for language in _LANGUAGES}


@cache
def _keys(language: Language, family: str) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]], frozenset[int]]:
    """Frames by the longest word of each trigger: by whole words, by what stands before «*», and those any word may open.

    No sentence without such a word is searched for the frame.
    """
    whole: dict[str, set[int]] = {}
    beginnings: dict[str, set[int]] = {}
    any_word: set[int] = set()
    for number, frame in enumerate(frames(language, family)):
        for trigger in frame.triggers:
            key = longest(trigger)
            stem, star, _ = key.partition("*")
            chosen = any_word if not stem else beginnings.setdefault(stem, set()) if star else whole.setdefault(key, set())
            chosen.add(number)
    return _frozen(whole), _frozen(beginnings), frozenset(any_word)


def _frozen(groups: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {word: frozenset(numbers) for word, numbers in groups.items()}
