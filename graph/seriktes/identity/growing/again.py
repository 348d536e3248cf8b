"""Who is who, which keys were other ones, and what is open, of documents most of which are those of the build before.

The answer is that of looking at all of them. What is kept is of one program alone.
"""

from __future__ import annotations

import io
import pickle
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any, NamedTuple

from seriktes.authority.records import load_authority
from seriktes.identity.aliases import own_keys_in
from seriktes.identity.growing.course import Course
from seriktes.identity.growing.opens import OpenPairs
from seriktes.identity.growing.packing import plain
from seriktes.identity.growing.reports import Keys, Reports
from seriktes.identity.keyed import Keyed
from seriktes.identity.profiles import Outline, Place, outline_of
from seriktes.identity.undecided import OpenPair
from seriktes.keeping.cards import cards_of
from seriktes.model import Annotation, EntityType


class Kept(NamedTuple):
    """What is kept: what was read of each document, who is who without and with twins, what is known of pairs of documents, what may
    be one; the keys of the entities of each document, and those they would have alone."""

    readings: dict[str, bytes]
    first: Sequence[Any]
    second: Sequence[Any]
    reports: Sequence[Any]
    opens: Sequence[Any]
    keys: dict[str, Keys]
    alone: dict[str, tuple[tuple[str, str], ...]]

    def write(self, stream: Any) -> None:
        """Write it so that :func:`read_kept` reads it."""
        pickle.dump(tuple(self), stream, pickle.HIGHEST_PROTOCOL)


class Found(NamedTuple):
    """The key of every entity; other keys with the type and the key they lead to; what may be one; and what the next build begins with."""

    keys: dict[Place, str]
    aliases: dict[str, tuple[EntityType, str]]
    pairs: list[OpenPair]
    kept: Kept


class OtherwiseListedError(Exception):
    """An entity is another thing than the listed record it was matched to: all has to be looked at in one piece."""


NOTHING = Kept({}, (), (), (), (), {}, {})


def read_kept(stream: IO[bytes]) -> Kept:
    """What an earlier build wrote. Raises UnpicklingError where it is something else."""
    return Kept(*plain(stream))


def who_is_who_again(annotations: Sequence[Annotation], readings: Sequence[bytes], before: Kept = NOTHING) -> Found:
    """Who is who; ``readings`` are digests of what was read of each document, ``before`` is what an earlier call gave, and is used up.

    Raises OtherwiseListedError where this way does not lead to the answer.
    """
    names = [card.id for card in cards_of(annotations)]
    now = dict(zip(names, readings, strict=True))
    drawn = _Drawn(annotations, names)
    changed = [name for name in names if before.readings.get(name) != now[name]]
    gone = before.readings.keys() - now.keys()

    course = Course(before.first)
    course.run([*changed, *gone], drawn.outline, {})
    reports = Reports(before.reports)
    reports.change([drawn.annotation(name) for name in changed], gone)
    twins = reports.twins({name: course.keys(name) for name in names}, drawn.annotation, drawn.given)
    first, second = course.kept(), ()
    if twins:
        course = Course(before.second or plain(io.BytesIO(pickle.dumps(first))))
        course.run([*changed, *gone] if before.second else (), drawn.outline, twins)
        second = course.kept()

    keys = {name: course.keys(name) for name in names}
    others = {name for name in names if before.keys.get(name) != keys[name]}.union(changed)
    flat = {(name, entity): key for name, own in keys.items() for entity, key in own}
    alone = {name: own for name, own in before.alone.items() if name in now}
    alone.update((name, drawn.alone(name, keys[name])) for name in others)
    opens = OpenPairs(before.opens)
    pairs = opens.change(others | gone, {name: drawn.given(name) for name in others}, flat)
    kept = Kept(now, first, second, reports.kept(), opens.kept(), keys, alone)
    return Found(flat, _aliases(alone.values(), course.types()), pairs, kept)


class _Drawn:
    """What documents say, each drawn when it is first asked for."""

    def __init__(self, annotations: Sequence[Annotation], names: Iterable[str]) -> None:
        self._annotations = annotations
        self._places = {name: place for place, name in enumerate(names)}
        self._outlines: dict[str, Outline] = {}

    def annotation(self, document: str) -> Annotation:
        """A document, without keys."""
        return self._annotations[self._places[document]]

    def outline(self, document: str) -> Outline | None:
        """What a document says; None of one that is gone."""
        return self.given(document) if document in self._places else None

    def given(self, document: str) -> Outline:
        """What a document says that is there."""
        if document not in self._outlines:
            self._outlines[document] = outline_of(self.annotation(document))
        return self._outlines[document]

    def alone(self, document: str, keys: Keys) -> tuple[tuple[str, str], ...]:
        """The other keys that the entities of a document would have alone, each with the key that it has."""
        annotation = self.annotation(document)
        place = {(document, name): key for name, key in keys}
        if any(entity.authority not in (None, place[document, entity.id]) for entity in annotation.entities):
            raise OtherwiseListedError(document)
        own = own_keys_in(Keyed((annotation,), place)[0], self.given(document))
        return tuple(sorted({(old, place[at]) for at, olds in own.items() for old in olds if old != place[at]}))


def _aliases(alone: Iterable[tuple[tuple[str, str], ...]], types: Mapping[str, EntityType]) -> dict[str, tuple[EntityType, str]]:
    """The keys that one thing alone lays claim to, that no thing has, and the authority lists give to none."""
    claims: dict[str, set[str]] = defaultdict(set)
    for pairs in alone:
        for old, key in pairs:
            claims[old].add(key)
    listed = load_authority()
    return {
        old: (types[key], key)
        for old, keys in sorted(claims.items())
        for key in keys
        if len(keys) == 1 and old not in types and listed.get(old) is None
    }
