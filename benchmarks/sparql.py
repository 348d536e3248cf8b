"""Eight queries on one large graph: the embedded store beside rdflib, in one run.

Usage: python benchmarks/sparql.py [--quads 1000000] [--limit 60] [--seed 0]
Makes documents with names of their own, in the shape a build gives them: one named graph a document, claims with their
sentences, things with names in three languages. Both engines are loaded with the same quads and asked the same queries,
each in a process of its own. Prints seconds to load, milliseconds a query (the median of three; of one where it takes
long) inside of that process, for ours also all in all through GraphStore.query (splitting off a process that holds a
large graph costs more than most queries), the ratios of both to rdflib, and whether both gave the same number of rows.
What takes rdflib longer than the limit is stopped and shown as more than it. Ends with 1 if answers differ.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pyoxigraph import Quad
from seriktes.errors import LimitError
from seriktes.keeping.cards import card_of
from seriktes.model import Annotation, Document, Entity, EntityType, Fact, Mention, Sentence, Span
from seriktes.processes.apart import run_apart
from seriktes.rdf import terms as t
from seriktes.rdf.describe import describe_claims, describe_document, rules_of
from seriktes.rdf.iris import entity_iri
from seriktes.rdf.nodes import describe_entities
from seriktes.rdf.serialize import write_nquads
from seriktes.store import GraphStore

ROOM = 12_000_000_000
SYLLABLES = "ақ бо та жас қа най лы көк сер дал ер ту ған жол мек теп би лім ар нұр ай са ма рал қыр".split()
LATIN = "aq bo ta jas qa nai ly kok ser dal er tu gan jol mek tep bi lim ar nur ai sa ma ral qyr".split()
COUNTRIES = ("KZ", "RU", "GB", "KG", "UZ", "TJ", "TM", "DE", "TR", "US")

QUERIES = {
    "co-signers": """SELECT DISTINCT ?b { {first} ^skt:party/skt:party ?b FILTER(?b != {first}) }""",
    "pairs by country": """SELECT ?from ?to (COUNT(*) AS ?n) {
        { SELECT DISTINCT ?a ?b { ?a skt:partnersWith ?b FILTER(STR(?a) < STR(?b)) } }
        ?a skt:knownCountry ?from . ?b skt:knownCountry ?to } GROUP BY ?from ?to ORDER BY DESC(?n) ?from ?to""",
    "ego, two steps": """SELECT DISTINCT ?b { {first} skt:partnersWith ?a . ?a skt:partnersWith ?b }""",
    "property path": """SELECT (COUNT(DISTINCT ?b) AS ?n) { {rare} (skt:partnersWith|^skt:partnersWith)+ ?b }""",
    "FILTER regex": """SELECT DISTINCT ?s ?name { ?s skos:prefLabel ?name FILTER(REGEX(?name, "^.*нұр.*жол", "i")) }""",
    "aggregate over GRAPH": """SELECT ?g (COUNT(?claim) AS ?n) {
        GRAPH ?g { ?claim a skt:Assertion } } GROUP BY ?g ORDER BY DESC(?n) ?g LIMIT 20""",
    "evidence over GRAPH": """SELECT ?quote ?g { GRAPH ?g {
        ?claim rdf:predicate skt:party ; rdf:object {first} ; oa:hasSelector/oa:exact ?quote } }""",
    "OPTIONAL labels": """SELECT ?s ?kk ?ru { ?s a skt:Memorandum
        OPTIONAL { ?s skos:prefLabel ?kk FILTER(LANG(?kk) = "kk") } OPTIONAL { ?s skos:prefLabel ?ru FILTER(LANG(?ru) = "ru") } }""",
}


class World:
    """Organisations and people with names in three languages; a few are met often, most seldom."""

    def __init__(self, seed: int, size: int) -> None:
        self._chance = random.Random(seed)
        self._orgs = [self._names("org", number) for number in range(size)]
        self._people = [self._names("person", number) for number in range(size * 2)]

    def _names(self, kind: str, number: int) -> tuple[str, str, str, str, str]:
        picked = [self._chance.randrange(len(SYLLABLES)) for _ in range(5)]
        cyrillic = "".join(SYLLABLES[n] for n in picked[:3]).capitalize() + " " + "".join(SYLLABLES[n] for n in picked[2:])
        latin = "".join(LATIN[n] for n in picked[:3]).capitalize() + " " + "".join(LATIN[n] for n in picked[2:])
        country = self._chance.choice(COUNTRIES)
        return f"{kind}-{number}", f"{cyrillic} {number}", f"«{cyrillic}» {number}", f"{latin} {number}", country

    def _often(self, of: list[tuple[str, str, str, str, str]], many: int) -> list[tuple[str, str, str, str, str]]:
        return list(dict.fromkeys(of[int(len(of) * self._chance.random() ** 3)] for _ in range(many)))

    def document(self, number: int) -> Annotation:
        """A report on one event at which one memorandum was signed."""
        language = self._chance.choice(("kk", "ru", "en"))
        text: list[str] = []
        entities: dict[str, Entity] = {}
        facts: list[Fact] = []
        sentences: list[Sentence] = []

        def entity(kind: EntityType, key: str, name: str, english: str, country: str | None, sort: str | None) -> str:
            start = sum(map(len, text))
            text.append(name + " ")
            mention = Mention(start, start + len(name), name, kind)
            known = entities.get(key)
            mentions = (*known.mentions, mention) if known else (mention,)
            entities[key] = Entity(key, kind, name, mentions, sort, country, english, None, key)
            return key

        def sentence(begin: int) -> Span:
            text.append(". ")
            end = sum(map(len, text)) - 1
            sentences.append(Sentence(begin, end, (), language, len(sentences)))
            return Span(begin, end)

        event = entity("Event", f"event-{number}", f"Форум {number}", f"Forum {number}", "KZ", "forum")
        place = entity("Place", f"place-{number % 97}", f"Қала {number % 97}", f"City {number % 97}", "KZ", "settlement")
        where = sentence(0)
        facts.append(Fact("located", {"subject": event, "place": place}, where, {}, 0.9, "made.located"))
        facts.append(
            Fact("dated", {"subject": event}, where, {"start": f"20{10 + number % 15}-0{1 + number % 9}-11"}, 0.9, "made.dated")
        )
        begin = sum(map(len, text))
        memo = entity("Agreement", f"memo-{number}", f"меморандум {number}", f"Memorandum {number}", None, "memorandum")
        parties = [
            entity(
                "Organization", key, name if language == "kk" else other if language == "ru" else english, english, country, "ngo"
            )
            for key, name, other, english, country in self._often(self._orgs, self._chance.randint(2, 4))
        ]
        signed = sentence(begin)
        facts += [Fact("party", {"agreement": memo, "agent": party}, signed, {}, 0.95, "made.signed") for party in parties]
        for key, name, other, english, country in self._often(self._people, self._chance.randint(4, 9)):
            begin = sum(map(len, text))
            person = entity("Person", key, name if language != "ru" else other, english, country, "person")
            at = entity("Organization", parties[0], entities[parties[0]].name, entities[parties[0]].name_en or "", country, "ngo")
            said = sentence(begin)
            facts.append(Fact("post", {"person": person, "organization": at}, said, {"title": "директор"}, 0.8, "made.post"))
            facts.append(Fact("participation", {"agent": person, "event": event}, said, {"role": "speaker"}, 0.8, "made.spoke"))
        document = Document(f"d{number}", f"d{number}.txt", "".join(text), language, tuple(sentences), published="2025-10-08")
        return Annotation(document, tuple(entities.values()), tuple(facts))


def made(wanted: int, seed: int) -> Iterator[Quad]:
    """So many quads of made-up documents, or a few more."""
    world = World(seed, max(50, wanted // 1500))
    annotations: list[Annotation] = []
    count = number = 0
    while count < wanted:  # what documents share is counted twice, and makes up for the things themselves
        annotation = world.document(number)
        claims = describe_claims(annotation)
        quads = claims | describe_document(card_of(annotation), rules_of(annotation, claims)) | set(_partners(annotation))
        yield from quads
        annotations.append(annotation)
        count, number = count + len(quads), number + 1
    yield from describe_entities(annotations)[0]


def _partners(annotation: Annotation) -> Iterator[Quad]:
    parties = [entity_iri("Organization", fact.arguments["agent"]) for fact in annotation.facts if fact.type == "party"]
    for first in parties:
        for second in parties:
            if first != second:
                yield Quad(first, t.PARTNERS_WITH, second, t.INFERRED_GRAPH)


def in_rdflib(path: Path) -> Any:
    """The same graph in rdflib, where a pattern also reads all graphs."""
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(path, format="nquads")
    for name, iri in t.PREFIXES.items():
        dataset.bind(name, iri)
    for text in QUERIES.values():  # what it loads at first use would be out of reach for a confined process
        empty = Dataset(default_union=True)
        list(empty.query(text.replace("{first}", "<urn:a>").replace("{rare}", "<urn:a>"), initNs=dict(t.PREFIXES)))
    return dataset


def timed(work: Callable[[], int], times: int) -> tuple[float, int]:
    """The median of seconds, and how many rows came; asked once more only where that is quick."""
    taken: list[float] = []
    rows = 0
    while len(taken) < times and sum(taken) < 5:
        begun = time.perf_counter()
        rows = work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), rows


def _engine(store: GraphStore, text: str) -> int:
    return len(store.answer(text, max_rows=10**7).rows)


def _ours(store: GraphStore, text: str) -> int:
    return len(store.query(text, max_rows=10**7, timeout=600, memory=ROOM).rows)


def _theirs(dataset: Any, text: str) -> int:
    return len(list(dataset.query(text)))


def main() -> int:
    """Make, load, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--limit", type=float, default=60, help="seconds rdflib may take for one query")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    asked = {
        name: text.replace("{first}", f"<{t.BASE}id/org/org-0>").replace("{rare}", f"<{t.BASE}id/org/org-5>")
        for name, text in QUERIES.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        path.write_bytes(write_nquads(made(options.quads, options.seed)))
        begun = time.perf_counter()
        ours = GraphStore.load(path, with_ontology=False)
        loaded = time.perf_counter() - begun
        print(f"{len(ours)} quads, {len(ours.graphs)} graphs; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        print(f"load: ours {loaded:.1f} s", flush=True)
        # while rdflib's graph is not there: the process that splits is then as small as it is in use
        mine = {
            name: (
                *run_apart(partial(timed, partial(_engine, ours, text), 3), 600, ROOM),
                timed(partial(_ours, ours, text), 3)[0],
            )
            for name, text in asked.items()
        }
        del ours
        begun = time.perf_counter()
        theirs = in_rdflib(path)
        print(f"load: rdflib {time.perf_counter() - begun:.1f} s", flush=True)
    same = True
    print(f"{'query':22} {'ours ms':>9} {'all in all':>10} {'rdflib ms':>11} {'ratio':>9} {'all in all':>10}  rows")
    for name, text in asked.items():
        seconds, rows, whole = mine[name]
        try:
            other, found = run_apart(partial(timed, partial(_theirs, theirs, text), 3), options.limit, ROOM)
            sign = ""
            same = same and found == rows
            more = "" if found == rows else f" (rdflib: {found})"
        except LimitError:
            other, sign, more = options.limit, ">", ""
        print(
            f"{name:22} {seconds * 1000:9.1f} {whole * 1000:10.1f} {sign + format(other * 1000, '.0f'):>11}"
            f" {sign + format(other / seconds, '.0f'):>9} {sign + format(other / whole, '.0f'):>10}  {rows}{more}",
            flush=True,
        )
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
