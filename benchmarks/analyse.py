"""Analyse a made-up network of which the size is chosen, and print what each analysis takes.

    python benchmarks/analyse.py [--edges 100000] [--only NAME …] [--samples 200]

So many agreements between bodies, some of which have many, and as many links of people and bodies to events of two to six;
one report in ten tells of ten agreements. Where an analysis is sampled, its largest standard error is printed. Analyses that
igraph does faster are run twice, with networkx alone beside it; both must give the same tables.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time

from seriktes.analysis.analyses import ANALYSES
from seriktes.analysis.backends import igraph_is_there, networkx_alone
from seriktes.analysis.claims import Claim, Node, Reading, Source
from seriktes.analysis.subject import Subject, subject_of
from seriktes.analysis.tables import Table

COUNTRIES = ("KZ", "KZ", "KZ", "KZ", "UZ", "KG", "RU", "RU", "GB", "INT", None)
KINDS = ("government", "ngo", "foundation", "association", "education_research", "company")
#: Analyses with measures that igraph does.
HELPED = ("who", "countries")
BODIES_AN_EDGE, PEOPLE_AN_EDGE, CLAIMS_A_DOCUMENT = 0.1, 0.1, 10


def made_up(edges: int) -> Reading:
    """A reading with so many agreements of two, and so many links to events."""
    chance = random.Random(7)
    bodies = [f"body-{number}" for number in range(max(10, int(edges * BODIES_AN_EDGE)))]
    people = [f"person-{number}" for number in range(max(10, int(edges * PEOPLE_AN_EDGE)))]
    nodes = [Node(name, "Organization", chance.choice(KINDS), chance.choice(COUNTRIES), {"en": name}) for name in bodies]
    nodes += [Node(name, "Person", "person", chance.choice(COUNTRIES), {"en": name}) for name in people]
    claims: list[Claim] = []
    urn = list(bodies)  # a body that is drawn is put back twice: the rich get richer
    for number in range(edges):
        nodes.append(Node(f"agreement-{number}", "Agreement", names={"en": f"agreement {number}"}))
        for body in sorted({chance.choice(urn), chance.choice(urn)}):
            urn.append(body)
            claims.append(_claim("party", {"agent": body, "agreement": f"agreement-{number}"}, number // CLAIMS_A_DOCUMENT))
    links, number = 0, 0
    while links < edges:
        nodes.append(Node(f"event-{number}", "Event", "forum", names={"en": f"event {number}"}))
        guests = {chance.choice(people if chance.random() < 0.5 else urn) for _ in range(chance.randint(2, 6))}
        for guest in sorted(guests):
            claims.append(_claim("participation", {"agent": guest, "event": f"event-{number}"}, number // CLAIMS_A_DOCUMENT))
        links, number = links + len(guests), number + 1
    documents = sorted({claim.document for claim in claims})
    sources = [Source(name, f"{name}.txt", "en", f"{2000 + place % 25}-01-01") for place, name in enumerate(documents)]
    return Reading(tuple(nodes), tuple(claims), tuple(sources))


def _claim(kind: str, arguments: dict[str, str], document: int) -> Claim:
    return Claim(kind, arguments, f"d{document}", f"d{document}.txt", 0, 1, ".")  # type: ignore[arg-type]


def largest_error(tables: list[Table]) -> str:
    """The largest standard error in columns that hold one; empty where all is exact."""
    errors = [
        (float(cell), column)
        for table in tables
        for place, column in enumerate(table.columns)
        if column.endswith(" error")
        for cell in [row[place] for row in table.rows]
        if isinstance(cell, float)
    ]
    return f"±{max(errors)[0]:.4f} ({max(errors)[1].removesuffix(' error').lower()})" if errors else ""


def timed(name: str, subject: Subject) -> tuple[list[Table], float, float]:
    """The tables of an analysis, its seconds by the clock, and those of the processor."""
    start, used = time.perf_counter(), time.process_time()
    tables = ANALYSES[name](subject)
    return tables, time.perf_counter() - start, time.process_time() - used


def main() -> None:
    """Print one row an analysis."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edges", type=int, default=100_000)
    parser.add_argument("--only", nargs="*", choices=list(ANALYSES), default=list(ANALYSES))
    parser.add_argument("--samples", type=int, default=200)
    given = parser.parse_args()
    start, used = time.perf_counter(), time.process_time()
    subject: Subject = subject_of(made_up(given.edges), samples=given.samples)
    ties = subject.ties
    print(f"{subject.network.number_of_edges()} edges in all, {ties.number_of_nodes()} bodies, {ties.number_of_edges()} ties")
    print("\n| analysis | seconds | of the processor | networkx alone, of the processor | ratio | rows | largest error |")
    print("|---|---|---|---|---|---|---|")
    print(f"| (network) | {time.perf_counter() - start:.1f} | {time.process_time() - used:.1f} | | | | |", flush=True)
    for name in given.only:
        tables, wall, processor = timed(name, subject)
        beside = " | "
        if name in HELPED and igraph_is_there():
            with networkx_alone():
                same, _, alone = timed(name, subject)
            if same != tables:
                sys.exit(f"{name}: igraph and networkx differ")
            beside = f"{alone:.1f} | {alone / processor:.1f}"
        rows = sum(len(table.rows) for table in tables)
        print(f"| {name} | {wall:.1f} | {processor:.1f} | {beside} | {rows} | {largest_error(tables)} |", flush=True)
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
