"""Frames and word lists as data: what words state a fact, and where its participants stand. One TOML file a language and family.

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

What frames and word lists search in a sentence is one index a language (:func:`searched`): a sentence is looked at once, and
rules ask only where it has a word of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from tomllib import TOMLDecodeError, loads
from typing import Any

from seriktes.errors import DataError
from seriktes.facts.phrases import Phrases
from seriktes.model import ENTITY_TYPES, Language
from seriktes.records import record

FAMILIES = ("signing", "participation", "happening", "cooperation", "project", "structure")
#: The lists of ``facts/words`` that are searched in whole sentences; others are asked word by word, or in a part of one.
SEARCHED = (
    "agreement_nouns apart background coming denied elsewhere event_nouns for_years not_asserted passing people_of "
    "project_nouns several_agreements sister taken_back tells to_be_held to_come topical untrue wished_for within"
).split()
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


@cache
def word_file(language: Language) -> dict[str, list[str]]:
    """The word lists of a language, by name."""
    data: dict[str, list[str]] = loads((files("seriktes.facts") / f"words/{language}.toml").read_text(encoding="utf-8"))
    return data


@cache
def searched(language: Language) -> Phrases:
    """All that is searched in the sentences of a language: word lists by name, frames by family, and what forbids those."""
    return Phrases(_groups(language))


def forbidding(family: str) -> str:
    """The group of the patterns that take frames of a family back."""
    return f"{family} forbid"


def _groups(language: Language) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    lists = word_file(language)
    for name in SEARCHED:
        yield name, [(0, pattern) for pattern in lists.get(name, ())]
    for family in FAMILIES:
        known = frames(language, family)
        yield family, [(number, trigger) for number, frame in enumerate(known) for trigger in frame.triggers]
        yield forbidding(family), [(number, pattern) for number, frame in enumerate(known) for pattern in frame.forbids]
