"""Resolve made-up documents of which the truth is known, and print what it takes as they grow.

    python benchmarks/resolution.py [ENTITIES …]      default: 2500 12500 50000, each named four times

Persons and the bodies they work for are made by combining the names of the ontology. Each comes back in Kazakh, Russian
and English documents: transliterated, translated, with an initial, surname first, as an acronym that no other body has,
with a slip of the pen. Each size runs in a process of its own; the peak includes the documents. F1 is over pairs of mentions.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seriktes.authority.records import load_authority
from seriktes.identity.resolve import resolve
from seriktes.model import Annotation, Document, Entity, EntityType, Fact, Language, Mention, Span
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text.scripts import in_latin_letters, in_russian_letters

SIZES = (2_500, 12_500, 50_000)
TIMES = 4
PAIRS_A_DOCUMENT = 10
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
#: Shares of mentions told otherwise than by the plain name.
INITIAL, SURNAME_FIRST, ACRONYM, SLIP = 0.15, 0.1, 0.1, 0.03
WORDS = tomllib.loads(Path(__file__).with_name("resolution_words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Thing:
    """One made-up person or body: its name in each language, and its acronyms where nobody else has them."""

    type: EntityType
    names: dict[Language, str]
    acronyms: dict[Language, str]


def spelled(name: str, language: Language) -> str:
    """A Kazakh name as documents of a language spell it."""
    if language == "kk":
        return name
    return in_russian_letters(name) if language == "ru" else in_latin_letters(name, "kk")


def make_person(chance: random.Random, given: list[dict[str, str]]) -> dict[Language, str]:
    """A given name and a surname made of another one."""
    first, father = chance.choice(given), chance.choice(given)["name"]
    ending = chance.choice(WORDS["surname_endings"])[first["gender"] == "f"]
    full = f"{first['name']} {father}{ending}"
    return {language: spelled(full, language) for language in LANGUAGES}


def make_body(chance: random.Random, given: list[dict[str, str]], towns: list[dict[Language, str]]) -> dict[Language, str]:
    """A type of body, a field of work and a name of its own; a third sit in a town."""
    kind, field = chance.choice(WORDS["types"]), chance.choice(WORDS["fields"])
    proper = f"{chance.choice(given)['name']} {chance.choice(given)['name'].lower()}"
    town = chance.choice(towns) if chance.random() < 0.33 else None
    return {
        "kk": (f"{town['kk']} қаласының " if town else "") + f"«{proper}» {field[0]} {kind[0]}",
        "ru": f"{kind[1]} {field[1]} «{spelled(proper, 'ru')}»" + (f" города {town['ru']}" if town else ""),
        "en": f"{spelled(proper, 'en').title()} {field[2]} {kind[2]}" + (f" of {town['en']}" if town else ""),
    }


def initials(name: str) -> str:
    """The acronym of a name of several words."""
    words = (w.strip("«»") for w in name.split())
    return "".join(w[0] for w in words if w not in ("of", "города", "қаласының")).upper()


def make_things(chance: random.Random, entities: int) -> list[tuple[Thing, Thing]]:
    """Persons with the body each works for, all of different names."""
    given = [r for r in read_csv(ONTOLOGY, "names/given.csv") if r["script_language"] == "kk" and r["name"].isalpha()]
    records = load_authority().records.values()
    towns = [{x: r.names[x][0] for x in LANGUAGES} for r in records if r.kind == "settlement" and r.country == "KZ"][:60]
    people: dict[str, dict[Language, str]] = {}
    bodies: dict[str, dict[Language, str]] = {}
    while len(people) < entities // 2:
        names = make_person(chance, given)
        people.setdefault(names["ru"], names)
    while len(bodies) < entities // 2:
        names = make_body(chance, given, towns)
        bodies.setdefault(names["ru"], names)
    known = Counter(initials(name) for names in bodies.values() for name in names.values())
    return [
        (
            Thing("Person", person, {}),
            Thing("Organization", body, {x: i for x, n in body.items() if known[i := initials(n)] == 1 and len(i) > 3}),
        )
        for person, body in zip(people.values(), bodies.values(), strict=True)
    ]


def slipped(chance: random.Random, name: str) -> str:
    """One letter of the longest word doubled, dropped or changed places with the next."""
    word = max(name.replace("«", "").replace("»", "").split(), key=len)
    place = chance.randrange(1, len(word) - 1)
    wrong = chance.choice((word[:place] + word[place:][:1] + word[place:], word[:place] + word[place + 1 :],
                           word[:place] + word[place + 1] + word[place] + word[place + 2 :]))  # fmt: skip
    return name.replace(word, wrong, 1)


def told(chance: random.Random, thing: Thing, language: Language) -> str:
    """How one document names a thing."""
    name, turn = thing.names[language], chance.random()
    if chance.random() < SLIP:
        return slipped(chance, name)
    if thing.type == "Person":
        first, last = name.split()
        if turn < INITIAL:
            return f"{first[0]}. {last}"
        return f"{last} {first}" if turn < INITIAL + SURNAME_FIRST and language == "ru" else name
    return thing.acronyms[language] if turn < ACRONYM and language in thing.acronyms else name


def documents(entities: int, seed: int = 1) -> Iterator[tuple[Annotation, dict[str, int]]]:
    """Documents that name each thing four times, with the number of the thing for every entity id."""
    chance = random.Random(seed)
    pairs = make_things(chance, entities)
    turns = [number for _ in range(TIMES) for number in chance.sample(range(len(pairs)), len(pairs))]
    for start in range(0, len(turns), PAIRS_A_DOCUMENT):
        language = chance.choice(LANGUAGES)
        truth: dict[str, int] = {}
        made: list[Entity] = []
        facts: list[Fact] = []
        for number in dict.fromkeys(turns[start : start + PAIRS_A_DOCUMENT]):
            for side, thing in enumerate(pairs[number]):
                name = told(chance, thing, language)
                made.append(Entity(f"e{len(made)}", thing.type, name, (Mention(0, 1, "x", thing.type),), country="KZ"))
                truth[made[-1].id] = 2 * number + side
            arguments = {"person": made[-2].id, "organization": made[-1].id}
            facts.append(Fact("post", arguments, Span(0, 1), {"title": chance.choice(WORDS["posts"])}))
        name = f"d{start:07}"
        document = Document(name, f"{name}.txt", "x", language, (), published=f"20{10 + start % 15}-01-01")
        yield Annotation(document, tuple(made), tuple(facts)), truth


def measure(entities: int) -> None:
    """Print the row of one size."""
    made = list(documents(entities))
    truth = {(a.document.id, entity): thing for a, known in made for entity, thing in known.items()}
    wall, cpu = time.perf_counter(), time.process_time()
    found = resolve([a for a, _ in made])
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    clusters: dict[str, Counter[int]] = defaultdict(Counter)
    for annotation in found:
        for entity in annotation.entities:
            clusters[entity.key or ""][truth[annotation.document.id, entity.id]] += 1
    predicted = sum(pairs_in(sum(c.values())) for c in clusters.values())
    right = sum(pairs_in(n) for c in clusters.values() for n in c.values())
    gold = sum(pairs_in(n) for n in Counter(truth.values()).values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(truth):>9}{entities:>10}{wall:>9.1f}{cpu:>9.1f}{1e6 * cpu / len(truth):>12.0f}{memory:>9}"
        f"{right / predicted:>8.3f}{right / gold:>7.3f}{2 * right / (predicted + gold):>7.3f}",
        flush=True,
    )


def pairs_in(n: int) -> int:
    """How many pairs so many mentions make."""
    return n * (n - 1) // 2


def main() -> None:
    """A process for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entities", type=int, nargs="*", default=SIZES, metavar="ENTITIES", help="How many persons and bodies.")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if too_few := [size for size in (*given.entities, given.one or 2) if size < 2]:
        parser.error(f"ENTITIES: {too_few[0]} is too few; name at least 2, a person and a body")
    if given.one:
        measure(given.one)
        return
    print(
        f"{'mentions':>9}{'entities':>10}{'wall s':>9}{'CPU s':>9}{'us/mention':>12}{'peak MB':>9}{'P':>8}{'R':>7}{'F1':>7}",
        flush=True,
    )
    for size in given.entities:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
