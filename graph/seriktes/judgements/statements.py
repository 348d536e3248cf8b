"""One judgement as a record: what it says, on which line it stands, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from seriktes.authority.records import ORGANIZATION_KINDS, PLACE_KINDS
from seriktes.judgements.words import quote
from seriktes.model import EntityType, FactType, Language

Verb = Literal["same", "different", "rename", "kind", "country", "reject", "keep", "add"]

#: How the types of things are called in the file.
TYPE_WORDS: Mapping[str, EntityType] = {
    "person": "Person",
    "org": "Organization",
    "organization": "Organization",
    "place": "Place",
    "event": "Event",
    "agreement": "Agreement",
    "project": "Project",
}

#: The kinds of each type, as in the annotation guidelines.
KINDS: Mapping[EntityType, frozenset[str]] = {
    "Person": frozenset({"person"}),
    "Organization": ORGANIZATION_KINDS,
    "Place": PLACE_KINDS,
    "Event": frozenset({"conference", "forum", "session", "meeting", "training", "festival", "other"}),
    "Agreement": frozenset({"memorandum", "agreement", "resolution", "other"}),
    "Project": frozenset({"project"}),
}

_AGENTS: frozenset[EntityType] = frozenset({"Person", "Organization", "Place"})
_ANY: frozenset[EntityType] = frozenset({"Person", "Organization", "Place", "Event", "Agreement", "Project"})

#: What may fill an argument of a fact, by the argument's name.
FILLERS: Mapping[str, frozenset[EntityType]] = {
    "agent": _AGENTS,
    "a": _AGENTS,
    "b": _AGENTS,
    "person": frozenset({"Person"}),
    "organization": frozenset({"Organization"}),
    "place": frozenset({"Place"}),
    "event": frozenset({"Event"}),
    "agreement": frozenset({"Agreement"}),
    "project": frozenset({"Project"}),
    "subject": frozenset({"Event", "Agreement", "Organization", "Project"}),
    "part": _ANY,
    "whole": _ANY,
}


@dataclass(frozen=True, slots=True)
class Named:
    """How a line names a thing: by key, by type and name, or by document and entity.

    >>> Named(key="akbota").shown, Named(type="Person", name="Асель Омарова").shown, Named(document="memo", entity="e2").shown
    ('akbota', 'person "Асель Омарова"', 'memo#e2')
    """

    key: str = ""
    type: EntityType | None = None
    name: str = ""
    document: str = ""
    entity: str = ""

    @property
    def shown(self) -> str:
        """The thing as a line writes it."""
        if self.key:
            return self.key
        if self.name:
            word = "org" if self.type == "Organization" else str(self.type).lower()
            return f"{word} {quote(self.name)}"
        return bare_or_quoted(f"{self.document}#{self.entity}")


def bare_or_quoted(word: str) -> str:
    """A word as a line holds it: bare where nothing in it would be misread."""
    return quote(word) if not word or any(c.isspace() or c in '"' for c in word) or word.startswith("#") else word


@dataclass(frozen=True, slots=True)
class Statement:
    """One judgement: its line from 1, its verb, the things it names, and whatever else the verb needs.

    ``language`` and ``text`` belong to ``rename`` (the name), ``kind``, ``country`` (the value, empty for none) and
    ``add`` (the words of the document). ``documents`` are those after ``in``.
    """

    line: int
    verb: Verb
    things: tuple[Named, ...]
    documents: tuple[str, ...] = ()
    fact: FactType | None = None
    values: tuple[tuple[str, str], ...] = ()
    language: Language | None = None
    text: str = ""

    @property
    def shown(self) -> str:
        """The judgement as its line says it, without comment: the same judgement is always written the same."""
        words: list[str] = [self.verb, *([self.fact] if self.fact else []), *(thing.shown for thing in self.things)]
        if self.verb == "rename":
            words += [str(self.language), quote(self.text)]
        elif self.verb in ("kind", "country"):
            words.append(self.text or "none")
        if self.documents:
            words += ["in", *(bare_or_quoted(document) for document in self.documents)]
        if self.verb == "add":
            words.append(quote(self.text))
        words += [f"{name}={bare_or_quoted(value)}" for name, value in self.values]
        return " ".join(words)
