"""What the documents hold, by all the ways a judgement may name it: key, earlier key, name, document and entity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from seriktes.authority.records import load_authority
from seriktes.errors import SeriktesError
from seriktes.identity.aliases import own_keys
from seriktes.identity.judgements import Place
from seriktes.identity.keyed import keys_of
from seriktes.judgements.statements import Named
from seriktes.model import Annotation, Entity, EntityType
from seriktes.text.scripts import fold

_QUOTES = str.maketrans("", "", "«»“”„\"'’‘")
_DIGITS = re.compile(r"\d+")
#: A word this near to a known one, and at least this long, is a slip of the hand.
_SLIP = 2
_SHORTEST = 6
#: Names that agree this far (twice the letters in common, of all letters) are offered instead.
_NEAR = 0.8
_SHOWN = 4


class NotHereError(SeriktesError):
    """Nothing in the documents answers to a name, or several things do.

    ``slip``: it is so near to a known name that it was mistyped; ``several``: more than one thing bears it.
    """

    def __init__(self, reason: str, slip: bool = False, several: bool = False) -> None:
        super().__init__(reason)
        self.slip, self.several = slip, several


def plain(name: str) -> str:
    """A name as it is compared: folded, without quotes.

    >>> plain(" «Ақбота»  Қоры ")
    'ақбота қоры'
    """
    return " ".join(fold(name.translate(_QUOTES)).split())


class Things:
    """The entities of resolved annotations by key, by the key each would have alone, and by name."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self.annotations = tuple(sorted(annotations, key=lambda a: a.document.id))
        self.entities: dict[Place, Entity] = {(a.document.id, e.id): e for a in self.annotations for e in a.entities}
        self.documents = frozenset(a.document.id for a in annotations)
        self.keys = keys_of(annotations)
        self.by_key = _turned(self.keys.items())

    @cached_property
    def own(self) -> dict[Place, frozenset[str]]:
        """The keys each entity would have alone."""
        return own_keys(self.annotations)

    @cached_property
    def by_own(self) -> dict[str, frozenset[Place]]:
        """The entities by the key each would have alone."""
        return _turned((place, key) for place, keys in self.own.items() for key in keys)

    @cached_property
    def by_name(self) -> dict[tuple[EntityType, str], frozenset[Place]]:
        """The entities by type and compared name."""
        found: dict[tuple[EntityType, str], set[Place]] = defaultdict(set)
        for place, entity in self.entities.items():
            for name in _names(entity):
                found[entity.type, plain(name)].add(place)
        return {name: frozenset(places) for name, places in found.items()}

    @cached_property
    def _known_keys(self) -> list[str]:
        return sorted(self.by_key.keys() | self.by_own.keys())

    @cached_property
    def _known_names(self) -> Mapping[EntityType, list[str]]:
        found: dict[EntityType, list[str]] = defaultdict(list)
        for type_, name in sorted(self.by_name):
            found[type_].append(name)
        return found

    def type_of(self, places: Iterable[Place]) -> frozenset[EntityType]:
        """The types of some entities and records."""
        records = load_authority().records
        return frozenset(self.entities[p].type if p[0] else records[p[1]].type for p in places)

    def find(self, named: Named, listed: bool = False) -> frozenset[Place]:
        """The entities that a line names; with ``listed``, a record of the authority lists is one of them.

        A key is first of all that of the entities whose own name gives it, so that it means the same whatever they are
        joined with. Raises NotHereError.
        """
        if named.key:
            return self._by_key(named.key, listed)
        if named.document:
            return self._by_place(named.document, named.entity)
        return self._one(self.by_name.get((named.type or "Person", plain(named.name)), frozenset()), named)

    def _by_key(self, key: str, listed: bool) -> frozenset[Place]:
        known, own = self.by_key.get(key, frozenset()), self.by_own.get(key, frozenset())
        record = frozenset({("", key)}) if listed and load_authority().get(key) else frozenset()
        if known:
            return (known & own or known) | record
        return record or self._one(own, Named(key=key))

    def _by_place(self, document: str, entity: str) -> frozenset[Place]:
        if document not in self.documents:
            raise NotHereError(f"no document {document!r} here")
        if (document, entity) not in self.entities:
            raise NotHereError(f"{document} has no entity {entity!r}")
        return frozenset({(document, entity)})

    def _one(self, places: frozenset[Place], named: Named) -> frozenset[Place]:
        keys = sorted({self.keys[place] for place in places})
        if len(keys) > 1:
            shown = f"{named.shown} is {len(keys)} things here ({', '.join(keys[:_SHOWN])}); name one by its key"
            raise NotHereError(shown, several=True)
        if keys:
            return places
        raise self._missing(named)

    def _missing(self, named: Named) -> NotHereError:
        known = self._known_keys if named.key else self._known_names[named.type or "Person"]
        text = named.key or plain(named.name)
        near = [
            name for name, _, _ in process.extract(text, known, scorer=Indel.normalized_similarity, score_cutoff=_NEAR, limit=3)
        ]
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        return NotHereError(f"no thing {named.shown!r} in these documents{hint}", any(_slip(text, other) for other in near))


def _turned(keys: Iterable[tuple[Place, str]]) -> dict[str, frozenset[Place]]:
    found: dict[str, set[Place]] = defaultdict(set)
    for place, key in keys:
        found[key].add(place)
    return {key: frozenset(places) for key, places in found.items()}


def _names(entity: Entity) -> Iterator[str]:
    yield entity.name
    if entity.name_en:
        yield entity.name_en


def _slip(text: str, other: str) -> bool:
    """Whether one is the other mistyped: a letter or two, in a long word, and not another year or number."""
    if len(text) < _SHORTEST or _DIGITS.sub("", text) == _DIGITS.sub("", other):
        return False
    return OSA.distance(text, other, score_cutoff=_SLIP) <= _SLIP


def seek(directories: Sequence[Things], named: Named, listed: bool = False, besides: Collection[str] = ()) -> frozenset[Place]:
    """The entities a line names in the first directory that knows them.

    Raises the NotHereError of the first; a near miss of a key in ``besides`` is no slip: the line names that one too.
    """
    first: NotHereError | None = None
    for things in directories:
        try:
            return things.find(named, listed)
        except NotHereError as error:
            first = first or error
            if error.several:
                break
    reason = first or NotHereError("no documents")
    if reason.slip and any(_slip(named.key or plain(named.name), other) for other in besides):
        reason.slip = False
    raise reason
