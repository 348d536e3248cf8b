"""How the endpoint holds when hostile and honest queries come at once.

Usage: python benchmarks/serve.py [FOLDER OF A BUILD] [--clients 20]
Starts `seriktes serve`, sends twenty hostile queries, and while they run two hundred honest ones, all different: first
from so many clients that each wait for an answer before they ask again, then all two hundred in the same instant.
Prints the times of the honest ones, what became of all, and how many connections anything opened to a listener that
the hostile queries name. Ends with 1 if an honest query failed or anything was reached.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from pyoxigraph import RdfFormat, parse
from seriktes.building.build import build_graph
from seriktes.resources import seed_documents

PORT = 8799
HONEST = 200
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ASKED = (
    "SELECT ?p ?o {{ <{0}> ?p ?o }} LIMIT 50",
    "SELECT ?name {{ <{0}> rdfs:label|skos:prefLabel|skos:altLabel ?name }}",
    "ASK {{ <{0}> a ?type }}",
    "SELECT ?claim ?quote {{ ?claim rdf:object <{0}> ; oa:hasSelector ?s . ?s oa:exact ?quote }} LIMIT 20",
    "CONSTRUCT {{ <{0}> ?p ?o }} WHERE {{ <{0}> ?p ?o }}",
    "SELECT (COUNT(*) AS ?n) {{ ?s ?p <{0}> }}",
)


def hostile(listener: str) -> list[str]:
    """Twenty queries that burn time or memory, or want out."""
    three = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
    return [
        f"SELECT (COUNT(*) AS ?n) {{ {three} }}",
        f"SELECT * {{ {three} }} ORDER BY ?i ?a",
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY DESC(?f)",
        "SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f)); separator='') AS ?x) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT ?a ?z { ?a (!<urn:x>)* ?z }",
        "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?z }",
        "SELECT ?a (COUNT(*) AS ?n) { ?a ?p ?o . ?b ?q ?r . FILTER(STR(?o) < STR(?r)) } GROUP BY ?a",
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = 'x') }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER REGEX(CONCAT(STR(?c), STR(?f)), '(.*)*(.*)*x$') }",
        "ASK { " + "?a ?b ?c . " * 2000 + "}",
        "SELECT * { ?s ?p ?o }" + " " * 109_000,
        f"SELECT * {{ SERVICE <{listener}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE SILENT <{listener}> {{ ?s ?p ?o }} }}",
        f"PREFIX : <{listener}> SELECT * {{ ?a ?b ?c . SERVICE:x {{ ?s ?p ?o }} }}",
        f"SELECT * {{ VALUES ?e {{ <{listener}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
        f"SELECT * FROM <{listener}> {{ ?s ?p ?o }}",
        f"LOAD <{listener}>",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "SELECT * {" + "{" * 20000 + "}" * 20000 + "}",
    ]


def honest(graph: Path) -> list[str]:
    """Two hundred different queries about the things of the graph."""
    things = sorted({q.subject.value for q in parse(path=str(graph), format=RdfFormat.N_QUADS) if q.predicate.value == LABEL})
    asked = [form.format(thing) for thing in things for form in ASKED]
    step = max(1, len(asked) // HONEST)
    return asked[::step][:HONEST]


async def post(query: str) -> tuple[int, float, int]:
    """Status, seconds and bytes of one query over a connection of its own."""
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    body = query.encode()
    head = (
        "POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/sparql-query\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with contextlib.suppress(ConnectionError):
        writer.write(head.encode() + body)
        await writer.drain()
    data = await reader.read()
    writer.close()
    return int(data[9:12] or b"0"), time.perf_counter() - begun, len(data)


async def in_turns(queries: Sequence[str], clients: int) -> list[tuple[int, float, int]]:
    """The answers when so many clients each ask one query after the other."""

    async def client(mine: Sequence[str]) -> list[tuple[int, float, int]]:
        return [await post(query) for query in mine]

    return [
        answer for answers in await asyncio.gather(*(client(queries[n::clients]) for n in range(clients))) for answer in answers
    ]


async def at_once(queries: Sequence[str]) -> list[tuple[int, float, int]]:
    """The answers when all queries are sent in the same instant."""
    return list(await asyncio.gather(*map(post, queries)))


async def attacked(
    bad: Sequence[str], ask: Callable[[], Awaitable[list[tuple[int, float, int]]]]
) -> tuple[list[tuple[int, float, int]], ...]:
    """Answers of hostile and of honest queries, the hostile ones sent a moment before."""
    attack = asyncio.gather(*map(post, bad))
    await asyncio.sleep(0.05)
    answers = await ask()
    return list(await attack), answers


def percentile(times: Sequence[float], part: float) -> float:
    """The smallest time that at least this part of the times do not exceed, in milliseconds."""
    return sorted(times)[max(0, int(len(times) * part + 0.999999) - 1)] * 1000


async def measure(graph: Path, listener: str, clients: int) -> bool:
    """Print all figures; whether every honest query was answered."""
    good, bad = honest(graph), hostile(listener)
    await in_turns(good[:20], 2)
    alone = await in_turns(good, clients)
    rounds = [
        (f"{clients} clients in turns, nobody hostile", ([], alone)),
        (f"{clients} clients in turns, {len(bad)} hostile", await attacked(bad, lambda: in_turns(good, clients))),
        (f"{len(good)} in one instant, {len(bad)} hostile", await attacked(bad, lambda: at_once(good))),
    ]
    for name, (attack, answers) in rounds:
        times = [seconds for _, seconds, _ in answers]
        failed = sum(status != 200 for status, _, _ in answers)
        shown = "  ".join(f"p{int(part * 100)} {percentile(times, part):.0f} ms" for part in (0.5, 0.95, 0.99))
        print(f"{len(answers)} honest, {name}: {shown}, {failed} failed")
        if attack:
            longest = max(seconds for _, seconds, _ in attack)
            print(f"   hostile: {dict(sorted(Counter(status for status, _, _ in attack).items()))}, longest {longest:.1f} s")
    return all(status == 200 for _, (_, answers) in rounds for status, _, _ in answers)


def memory_of(process: int) -> str:
    """Resident megabytes of a process, as the system tells them."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return "?"
    return str(next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), "?"))


def yardstick() -> float:
    """Seconds for three million additions, 0.1 to 0.2 on an idle desktop: says how much of a machine this is just now."""
    begun, total = time.perf_counter(), 0
    for number in range(3_000_000):
        total += number
    return time.perf_counter() - begun


def main() -> int:
    """Build where no folder is given, serve, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--clients", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, socket.create_server(("127.0.0.1", 0)) as trap:
        folder = options.folder or Path(made)
        if options.folder is None:
            build_graph(seed_documents(), folder)
        trap.setblocking(False)
        command = [sys.executable, "-m", "seriktes", "serve", str(folder), "--port", str(PORT)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr is not None
            print(
                server.stderr.readline().strip(),
                f"({os.cpu_count()} processors, load {os.getloadavg()[0]:.0f}, yardstick {yardstick():.2f} s)",
            )
            time.sleep(1)
            try:
                fine = asyncio.run(measure(folder / "graph.nq", f"http://127.0.0.1:{trap.getsockname()[1]}/x", options.clients))
                print(f"web process: {memory_of(server.pid)} MB")
            finally:
                server.send_signal(signal.SIGINT)
        reached = 0
        with contextlib.suppress(BlockingIOError):
            while trap.accept():
                reached += 1
    print(f"connections to the listener: {reached}")
    return 0 if fine and not reached else 1


if __name__ == "__main__":
    sys.exit(main())
