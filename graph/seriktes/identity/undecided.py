"""Things apart that may be one: told in the graph, so that a person can decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from seriktes.identity.blocks import candidate_pairs
from seriktes.identity.contradictions import forbids, other_institution_country
from seriktes.identity.evidence import ENOUGH, reaching
from seriktes.identity.keyed import keys_of
from seriktes.identity.profiles import Keys, Outline, Profile, merged, outline_of, profiles_in
from seriktes.model import Annotation, EntityType, Language

TYPES: tuple[EntityType, ...] = ("Organization", "Person", "Project")
#: How far below the threshold a pair is still open.
_NEAR = 0.2


@dataclass(frozen=True, slots=True, order=True)
class OpenPair:
    """Two keys that may be of one thing, and why that is open.

    ``score`` is the sum of the evidence (one thing from 1.0), ``evidence`` each piece of it in words, ``rule`` why a person is
    asked, ``documents`` the ids of those that name one of the two as compared.
    """

    type: EntityType
    left: str
    right: str
    score: float = field(compare=False)
    rule: str = field(compare=False)
    evidence: tuple[str, ...] = field(compare=False)
    documents: tuple[str, ...] = field(compare=False)

    def why(self, language: Language) -> str:
        """Why the pair is open, in a language."""
        return RULES[self.rule][language]


#: Why a pair is open: by the rule's name, in words.
RULES: Mapping[str, Mapping[Language, str]] = {
    "body-and-office": {
        "kk": "Бір құжат ұйымды да, оның елдегі өкілдігін де атайды: мұндай мәтін көбіне бірін екіншісінің атымен атайды.",
        "ru": "Один документ называет организацию и её представительство в стране: такие тексты часто именуют одно вместо другого.",
        "en": "One document names a body and its office in a country: such a text often means one by the name of the other.",
    },
    "nearly-enough": {
        "kk": "Дәлелдер біреу деуге сәл жетпейді, ал бөлек деуге ештеңе мәжбүрлемейді.",
        "ru": "Доказательств почти хватает, чтобы счесть их одним, и ничто этому не противоречит.",
        "en": "The evidence is nearly enough to take them for one, and nothing speaks against it.",
    },
}


def undecided(
    annotations: Sequence[Annotation],
    decided: Collection[frozenset[str]] = (),
    types: Sequence[EntityType] = TYPES,
    outlines: Sequence[Outline] = (),
) -> list[OpenPair]:
    """The pairs that may be one thing, in order; without those that a person ``decided``. ``outlines`` are those of the
    annotations, where they are known.

    A pair is open when it agrees nearly enough and nothing forbids it, or when a document names a body and its office in a
    country: such a text often means one by the name of the other.
    """
    keys = keys_of(annotations)
    drawn = outlines or [outline_of(annotation, types) for annotation in annotations]
    found = (pair for type_ in types for pair in _open_pairs(drawn, type_, keys))
    return surest(pair for pair in found if frozenset((pair.left, pair.right)) not in decided)


def surest(pairs: Iterable[OpenPair]) -> list[OpenPair]:
    """Of the pairs of two things the surest, in order; of several the first."""
    best: dict[OpenPair, OpenPair] = {}
    for pair in pairs:
        if pair.score > getattr(best.get(pair), "score", 0.0):
            best.pop(pair, None)
            best[pair] = pair
    return sorted(best)


def _open_pairs(outlines: Sequence[Outline], type_: EntityType, keys: Keys) -> Iterator[OpenPair]:
    keyed = list(_by_key(outlines, type_, keys))
    for a, b in candidate_pairs([profile for _, profile in keyed]):
        found = open_pair(*keyed[a], *keyed[b])
        if found is not None:
            yield found


def open_pair(key: str, left: Profile, other: str, right: Profile) -> OpenPair | None:
    """Two profiles, each with the key of its thing, as a pair that may be one; None where they are one, or two for sure."""
    if key == other:
        return None
    found = reaching(left, right, ENOUGH - _NEAR)
    if found is None:
        return None
    score, pieces = found
    rule = _why_open(left, right, score)
    if rule is None:
        return None
    evidence = tuple(
        f"{piece.score * weight:+.2f} {comparison.__name__.replace('_', ' ')}: {piece.reason}"
        for comparison, piece, weight in pieces
    )
    documents = tuple(sorted({document for document, _ in (*left.places, *right.places)}))
    return OpenPair(left.type, min(key, other), max(key, other), score, rule, evidence, documents)


def _by_key(outlines: Sequence[Outline], type_: EntityType, keys: Keys) -> Iterator[tuple[str, Profile]]:
    """The profiles with the key of their thing; those of one thing with the same names are one."""
    grouped: dict[tuple[str, object], list[Profile]] = defaultdict(list)
    for profile in profiles_in(outlines, type_, keys):
        grouped[keys[profile.places[0]], profile.names].append(profile)
    for key, names in sorted(grouped, key=lambda found: grouped[found][0].places):
        yield key, merged(grouped[key, names])


def _why_open(left: Profile, right: Profile, score: float) -> str | None:
    """The name of the rule by which a pair is open; None where it is not."""
    if score >= ENOUGH and _share_a_document(left, right) and other_institution_country(left, right):
        return "body-and-office"
    listed = left.authority is not None and right.authority is not None
    return "nearly-enough" if not listed and score > ENOUGH - _NEAR and forbids(left, right) is None else None


def _share_a_document(left: Profile, right: Profile) -> bool:
    return not {document for document, _ in left.places}.isdisjoint(document for document, _ in right.places)
