"""Who is who type by type, kept from build to build: a document is looked at again where it changed, or where another thing it names
got another key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from seriktes.identity.growing.things import Pair, Things, signed
from seriktes.identity.profiles import Outline, Place, Profile, profiles_in
from seriktes.identity.resolve import ORDER
from seriktes.identity.twins import Pairs
from seriktes.model import EntityType

#: The types in their order; sessions need the keys of their forums first.
_STEPS: tuple[tuple[EntityType, bool], ...] = tuple(
    (type_, session) for type_ in ORDER for session in ((False, True) if type_ == "Event" else (False,))
)
#: Of a document its entities, each with the number of its step and that of its thing there.
_Row = tuple[tuple[str, int, int], ...]


class Course:
    """All types one after the other."""

    def __init__(self, kept: Sequence[Any] = ()) -> None:
        rows, steps = kept or ({}, [()] * len(_STEPS))
        self._rows: dict[str, _Row] = rows
        self._steps = [Things(type_, kept) for (type_, _), kept in zip(_STEPS, steps, strict=True)]

    def kept(self) -> tuple[Any, ...]:
        """What another process can begin with."""
        return self._rows, [step.kept() for step in self._steps]

    def run(self, changed: Iterable[str], outline: Callable[[str], Outline | None], twins: Pairs) -> None:
        """Take in documents that are new, others than before, or gone; ``outline`` gives what a document says, None of one that is gone."""
        documents = set(changed)
        had = {document: self._rows.pop(document, ()) for document in documents}
        rows: dict[str, list[tuple[str, int, int]]] = {document: [] for document in documents}
        for number, step in enumerate(self._steps):
            gone = [(thing, (document, name)) for document in documents for name, at, thing in had[document] if at == number]
            new = []
            for document in sorted(documents):
                for profile in self._profiles(number, document, outline(document), rows[document]):
                    thing = step.numbered(signed(profile))
                    new.append((thing, profile))
                    rows[document].append((profile.places[0][1], number, thing))
            changes = step.change(gone, new)
            others = step.settle(changes, self._numbered(number, rows, twins), self._taken(number))
            for document in {place[0] for thing in others for place in step.profile(thing).places} - documents - {""}:
                documents.add(document)
                had[document] = self._rows.pop(document)
                rows[document] = [row for row in had[document] if row[1] <= number]
            step.forget()
        self._rows.update((document, tuple(row)) for document, row in rows.items() if row or outline(document) is not None)

    def _profiles(
        self, number: int, document: str, outline: Outline | None, row: Iterable[tuple[str, int, int]]
    ) -> list[Profile]:
        """The profiles of a document that a step is about, with what the steps before it found."""
        if outline is None:
            return []
        type_, session = _STEPS[number]
        keys = {(document, name): self._steps[at].key_of(thing) for name, at, thing in row}
        found = list(profiles_in((outline,), type_, keys))
        return found if type_ != "Event" else [p for p in found if (p.kind == "session") == session]

    def _numbered(self, number: int, rows: Mapping[str, Iterable[tuple[str, int, int]]], twins: Pairs) -> list[Pair]:
        """Pairs that stand in the same place of one report, as numbers of things."""

        def thing_of(place: Place) -> int | None:
            row = rows[place[0]] if place[0] in rows else self._rows[place[0]]
            return next((thing for name, at, thing in row if name == place[1] and at == number), None)

        pairs = (tuple(map(thing_of, pair)) for pair in twins.get(_STEPS[number][0], ()))
        return [(one, other) for one, other in pairs if one is not None and other is not None]

    def _taken(self, number: int) -> set[str]:
        return {key for step in self._steps[:number] for key in step.given()}

    def types(self) -> dict[str, EntityType]:
        """The type of the thing of each key."""
        return {key: type_ for step, (type_, _) in zip(self._steps, _STEPS, strict=True) for key in step.given()}

    def keys(self, document: str) -> tuple[tuple[str, str], ...]:
        """The entities of a document with their keys."""
        return tuple((name, self._steps[at].key_of(thing)) for name, at, thing in self._rows[document])
