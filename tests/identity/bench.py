"""The labelled name pairs, and how this step judges one of them with nothing but what the pair says."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from seriktes.identity.contradictions import forbids
from seriktes.identity.evidence import ENOUGH, compare
from seriktes.identity.names import person_name
from seriktes.identity.profiles import Profile, names_of
from seriktes.identity.translate import read_name
from seriktes.model import Entity, EntityType, Language

FILE = Path(__file__).parent / "pairs.csv"
#: Pairs written later, by a reader who had not seen the lists of words.
FURTHER = FILE.with_name("further_pairs.csv")
#: English people as they are heard, and names of bodies in other letters.
HEARD = FILE.with_name("heard_pairs.csv")
#: Pairs that sound alike and are two.
APART = FILE.with_name("pairs_apart.csv")


@dataclass(frozen=True)
class Pair:
    """Two names, the languages they are in, where known the country and the institution, and whether they are one."""

    kind: EntityType
    left: str
    right: str
    languages: tuple[Language, Language]
    countries: tuple[str, str]
    institutions: tuple[str, str]
    same: bool
    translated: bool
    note: str

    @property
    def groups(self) -> tuple[str, ...]:
        pair = "-".join(sorted(set(self.languages), key=("kk", "ru", "en").index))
        extra = ("translated organisations",) if self.translated and self.kind == "Organization" else ()
        return "all", f"{self.kind} {pair}", self.kind, *extra


def read_pairs(path: Path = FILE) -> Iterator[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Pair(
                cast(EntityType, row["kind"]),
                row["left"],
                row["right"],
                (cast(Language, row["left_language"]), cast(Language, row["right_language"])),
                (row["left_country"], row["right_country"]),
                (row["left_at"], row["right_at"]),
                row["same"] == "1",
                row["translated"] == "1",
                row["note"],
            )


def profile(
    name: str, language: Language, country: str = "", institution: str = "", kind: EntityType = "Organization"
) -> Profile:
    names = tuple(dict.fromkeys(names_of(Entity("e1", kind, name, ()), language)))
    return Profile(
        ((f"of {name}", "e1"),),
        kind,
        names,
        tuple(read_name(n, x) for n, x in names) if kind != "Person" else (),
        tuple(person_name(n) for n, _ in names) if kind == "Person" else (),
        country=country or None,
        context=frozenset((institution,)) if institution else frozenset(),
    )


def judged_same(pair: Pair) -> bool:
    left, right = (
        profile(name, language, country, institution, pair.kind)
        for name, language, country, institution in zip(
            (pair.left, pair.right), pair.languages, pair.countries, pair.institutions, strict=True
        )
    )
    return compare(left, right)[0] >= ENOUGH and forbids(left, right) is None
