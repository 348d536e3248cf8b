"""Write made-up press reports in Kazakh, Russian and English whose facts are known.

    python benchmarks/texts.py FOLDER NUMBER

Each is a file of ten sentences: who signed with whom, who took part, who holds which post, and some that state nothing. The
bodies and persons are those of resolution.py; there are about as many of each as half the number of reports, and few are
named often. One NUMBER gives the same texts every time.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resolution import LANGUAGES, Thing, make_things
from seriktes.authority.records import load_authority
from seriktes.model import Language

WORDS = tomllib.loads(Path(__file__).with_name("texts.toml").read_text(encoding="utf-8"))
#: What the sentences of a report state, in their order; "other" comes between them.
COURSE = ("signing", "other", "post", "other", "other", "part", "other", "post", "other", "other")
A_FOLDER = 1000


@dataclass(frozen=True)
class Report:
    """A made-up report: ``signed`` are the pairs of bodies whose signing it states."""

    name: str
    language: Language
    text: str
    signed: tuple[tuple[str, str], ...]


def reports(number: int, seed: int = 1) -> Iterator[Report]:
    """That many reports."""
    chance = random.Random(seed)
    things = make_things(chance, max(40, number))
    records = load_authority().records.values()
    towns = [r.names for r in records if r.kind == "settlement" and r.country == "KZ"][:60]
    for place in range(number):
        language = LANGUAGES[place % 3]
        yield _report(random.Random(f"{seed} {place}"), f"report{place:06}", language, things, towns)


def _report(
    chance: random.Random,
    name: str,
    language: Language,
    things: Sequence[tuple[Thing, Thing]],
    towns: Sequence[dict[str, list[str]]],
) -> Report:
    words = WORDS[language]
    signed: list[tuple[str, str]] = []

    def sentence(kind: str) -> str:
        chosen = _some(chance, things, 3)
        (person, body), (_, other), (_, third) = chosen
        a, b, c = (thing.names[language] for thing in (body, other, third))
        if kind == "signing":
            signed.append((a, b))
        date = words["date"].format(
            day=chance.randint(1, 28), month=chance.choice(words["months"]), year=chance.randint(2015, 2025)
        )
        town = chance.choice(towns)[language][0]
        p, post = person.names[language], chance.choice(words["posts"])
        return str(chance.choice(words[kind])).format(
            a=a, b=b, c=c, p=p, post=post, town=town, date=date, n=chance.randint(20, 900)
        )

    title = sentence("title")
    paragraphs = [" ".join(sentence(kind) for kind in COURSE[start : start + 5]) for start in (0, 5)]
    return Report(name, language, "\n\n".join([title, *paragraphs]) + "\n", tuple(signed))


def _some(chance: random.Random, things: Sequence[tuple[Thing, Thing]], number: int) -> list[tuple[Thing, Thing]]:
    """Different persons with their bodies: a few are in the news all the time, most are not."""
    places: dict[int, None] = {}
    while len(places) < number:
        places[int(len(things) * chance.random() ** 3)] = None
    return [things[place] for place in places]


def write_reports(folder: Path, number: int, first: int = 0) -> int:
    """Write the reports into folders of a thousand; returns how many signings they state."""
    signed = 0
    for place, report in enumerate(reports(number)):
        if place < first:
            continue
        path = folder / f"{place // A_FOLDER:03}" / f"{report.name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8")
        signed += len(report.signed)
    return signed


if __name__ == "__main__":
    print(write_reports(Path(sys.argv[1]), int(sys.argv[2])), "signings are stated")
