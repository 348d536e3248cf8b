"""Documents that tell one report in two languages, kept from build to build: what was found of two texts, and of what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from seriktes.identity.keyed import Keyed
from seriktes.identity.profiles import Outline, Place
from seriktes.identity.translations import Told, numbers_shared, translations_among
from seriktes.identity.twins import Pairs, twins_in
from seriktes.model import Annotation, EntityType

#: Of a document the key of each of its entities.
Keys = tuple[tuple[str, str], ...]


class Reports:
    """What is known of pairs of documents."""

    def __init__(self, kept: Sequence[Any] = ()) -> None:
        self._about: dict[str, tuple[Any, str | None]]
        self._numbers: dict[tuple[str, str], float]
        self._found: dict[tuple[str, str], tuple[Keys, Keys, Sequence[tuple[EntityType, tuple[Place, Place]]]]]
        self._about, self._numbers, self._found = kept or ({}, {}, {})

    def kept(self) -> tuple[Any, ...]:
        """What another process can begin with."""
        return self._about, self._numbers, self._found

    def change(self, documents: Sequence[Annotation], gone: Collection[str]) -> None:
        """Some documents are new or others, some are gone."""
        others = {annotation.document.id for annotation in documents}.union(gone)
        for name in gone:
            del self._about[name]
        self._about.update((a.document.id, (a.document.language, a.document.published)) for a in documents)
        self._numbers = {pair: found for pair, found in self._numbers.items() if others.isdisjoint(pair)}
        self._found = {pair: found for pair, found in self._found.items() if others.isdisjoint(pair)}

    def twins(
        self,
        keys: Mapping[str, Keys],
        annotation: Callable[[str], Annotation],
        outline: Callable[[str], Outline],
    ) -> Pairs:
        """Pairs of entities that are one because their documents tell one report; ``keys`` are those of the entities of each document,
        in the order of the documents."""
        names = list(keys)
        told = [Told(frozenset([key for _, key in keys[name]]), *self._about[name], name) for name in names]
        numbers: dict[tuple[str, str], float] = {}

        def shared(one: int, other: int) -> float:
            pair = names[one], names[other]
            if pair not in self._numbers:
                self._numbers[pair] = numbers_shared(*(annotation(name).document.text for name in pair))
            return numbers.setdefault(pair, self._numbers[pair])

        found = {}
        for one, other in translations_among(told, shared):
            pair = names[one], names[other]
            said = keys[pair[0]], keys[pair[1]]
            known = self._found.get(pair)
            if known is None or known[:2] != said:
                known = *said, tuple(twins_in([_keyed(annotation(n), keys[n]) for n in pair], [outline(n) for n in pair]))
            found[pair] = known
        self._numbers, self._found = numbers, found
        by_type: dict[EntityType, list[tuple[Place, Place]]] = defaultdict(list)
        for _, _, twins in found.values():
            for type_, twin in twins:
                by_type[type_].append(twin)
        return {type_: sorted(pairs) for type_, pairs in by_type.items()}


def _keyed(annotation: Annotation, keys: Keys) -> Annotation:
    document = annotation.document.id
    return Keyed((annotation,), {(document, name): key for name, key in keys})[0]
