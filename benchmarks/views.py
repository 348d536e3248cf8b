"""Draw made-up networks beside stock pyvis, open both in Chromium without a network, and print what each takes.

    python benchmarks/views.py [--nodes 10000] [--large 50000] [--pages KIND …] [--profile]

So many nodes (half of them organisations, the rest people, events and agreements, with names as in resolution.py) and twice as many
links, most of them within groups of fifty. Stock pyvis gets the same nodes, links, places and colours, physics off. «Interactive»
is the time from the beginning of loading until the picture is drawn and the page answers; «CPU» what the page's own thread took of
it, which other work on the machine hardly changes; «frame» the time to draw it anew after a zoom. Needs playwright and /usr/bin/chromium.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from pyvis.network import Network
from resolution import make_body, make_person
from seriktes.analysis.claims import Claim, Node, Reading, Source
from seriktes.analysis.kinds import GROUP_COLOURS, country_group
from seriktes.analysis.network import build_network
from seriktes.authority.records import load_authority
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.views.html import render_page
from seriktes.views.pictures import KINDS
from seriktes.views.things import Things

COUNTRIES = ("KZ", "KZ", "KZ", "KZ", "UZ", "KG", "RU", "RU", "GB", "INT", None)
GROUP, STAYS = 50, 0.85
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(performance.now())))))"
OURS = ("() => window.seriktes && window.seriktes.ready", "window.seriktes.zoom(1.2)")
STOCK = (
    "() => typeof network !== 'undefined' && network && network.body.nodeIndices.length > 0",
    "network.moveTo({scale: network.getScale() * 1.2})",
)


def made_up(size: int) -> Reading:
    """A reading of so many things and twice as many links, each with a sentence of its own."""
    chance = random.Random(11)
    given = [r for r in read_csv(ONTOLOGY, "names/given.csv") if r["script_language"] == "kk" and r["name"].isalpha()]
    records = load_authority().records.values()
    towns: list[Any] = [
        {x: r.names[x][0] for x in ("kk", "ru", "en")} for r in records if r.kind == "settlement" and r.country == "KZ"
    ][:60]
    bodies = [f"body-{k}" for k in range(size // 2)]
    people = [f"person-{k}" for k in range(size // 4)]
    events = [f"event-{k}" for k in range(size * 3 // 20)]
    deals = [f"agreement-{k}" for k in range(size - len(bodies) - len(people) - len(events))]
    place = {name: chance.choice(COUNTRIES) for name in (*bodies, *people)}
    nodes = [Node(name, "Organization", "ngo", place[name], dict(make_body(chance, given, towns)), ("d0",)) for name in bodies]
    nodes += [Node(name, "Person", "person", place[name], dict(make_person(chance, given)), ("d0",)) for name in people]
    nodes += [
        Node(name, "Event", "forum", "KZ", {"ru": f"Форум {name[6:]}", "en": f"Forum {name[6:]}"}, ("d0",)) for name in events
    ]
    nodes += [Node(name, "Agreement", "memorandum", None, {"ru": f"Меморандум {name[10:]}"}, ("d0",)) for name in deals]
    claims: list[Claim] = []

    def near(names: list[str], anchor: int, whole: int) -> str:
        """A name of the anchor's group, or now and then of any."""
        if chance.random() > STAYS:
            return chance.choice(names)
        width = max(1, GROUP * len(names) // whole)
        first = anchor * len(names) // whole // width * width
        return names[min(len(names) - 1, first + chance.randrange(width))]

    def say(kind: str, **arguments: str) -> None:
        words = "; ".join(arguments.values())
        quote = f"Стороны договорились о совместной работе: {words}."
        start = 60 * len(claims)
        claims.append(Claim(kind, arguments, f"d{start // 6000}", f"d{start // 6000}.txt", start, start + len(quote), quote))  # type: ignore[arg-type]

    for k, deal in enumerate(deals):
        for body in sorted({near(bodies, k, len(deals)), near(bodies, k, len(deals))}):
            say("party", agent=body, agreement=deal)
    for k, person in enumerate(people):
        say("post", person=person, organization=near(bodies, k, len(people)))
    while len(claims) < size * 13 // 10:
        k = chance.randrange(len(events))
        say("participation", agent=near(people if chance.random() < 0.7 else bodies, k, len(events)), event=events[k])
    while len(claims) < 2 * size - len(deals):
        k = chance.randrange(len(bodies))
        other = near(bodies, k, len(bodies))
        if other != bodies[k]:
            say("cooperation", a=bodies[k], b=other)
    sources = [Source(f"d{k}", f"d{k}.txt", "ru", f"{2005 + k % 20}-03-01") for k in range(len(claims) // 100 + 2)]
    return Reading(tuple(nodes), tuple(claims), tuple(sources))


def stock(things: Things) -> str:
    """The page that pyvis makes by itself of the same network, without physics, everything in one file."""
    net = Network(cdn_resources="in_line")
    places = things.places("everything")
    for node, (x, y) in places.items():
        data = things.network.nodes[node]
        colour = "#" + "".join(f"{part:02x}" for part in GROUP_COLOURS[country_group(data["country"])])
        net.add_node(node, label=data["label"], x=x, y=y, color=colour, size=8, title=data["label"])
    for source, target, data in things.links:
        net.add_edge(source, target, title=data["evidence"][0].quote)
    net.toggle_physics(False)
    page: str = net.generate_html()
    return page


def opened(browser: Any, page: str, ready: str, zoom: str) -> tuple[float, float, float]:
    """Milliseconds until a page is interactive, for a frame after a zoom, and of CPU until interactive."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(page, encoding="utf-8")
        room = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
        tab = room.new_page()
        watch = room.new_cdp_session(tab)
        watch.send("Performance.enable")
        tab.goto(path.as_uri(), wait_until="commit", timeout=120_000)
        tab.wait_for_function(ready, timeout=120_000)
        until = tab.evaluate(DRAWN)
        spent = {each["name"]: each["value"] for each in watch.send("Performance.getMetrics")["metrics"]}["ThreadTime"]
        frames = []
        for _ in range(3):
            before = tab.evaluate("performance.now()")
            tab.evaluate(zoom)
            frames.append(tab.evaluate(DRAWN) - before)
        room.close()
    return until, sorted(frames)[1], 1000 * spent


def measure(browser: Any, size: int, pages: list[str], with_stock: bool) -> None:
    """Print the rows of one size."""
    reading = made_up(size)
    things = Things(build_network(reading.claims, reading.nodes, largest_event=1), reading.sources)
    print(f"\n{things.network.number_of_nodes()} nodes, {things.network.number_of_edges()} edges")
    print(
        "| page | made in s | MB | kB a node above 1 MB | interactive in s | CPU in s | frame in ms |\n|---|---|---|---|---|---|---|"
    )
    start = time.perf_counter()
    things.places("everything")
    print(f"| (places) | {time.perf_counter() - start:.1f} | | | | | |", flush=True)
    taken = {}
    for kind in pages:
        start = time.perf_counter()
        page = render_page(things, kind)
        seconds, large = time.perf_counter() - start, len(page.encode("utf-8"))
        ready, frame, cpu = opened(browser, page, OURS[0], "0" if kind == "timeline" else OURS[1])
        taken[kind] = (ready, frame, large, cpu)
        print(
            f"| {kind} | {seconds:.1f} | {large / 1e6:.2f} | {(large - 1e6) / 1000 / size:.2f} "
            f"| {ready / 1000:.2f} | {cpu / 1000:.2f} | {frame:.0f} |",
            flush=True,
        )
    if with_stock:
        start = time.perf_counter()
        page = stock(things)
        seconds, large = time.perf_counter() - start, len(page.encode("utf-8"))
        ready, frame, cpu = opened(browser, page, *STOCK)
        print(f"| stock pyvis | {seconds:.1f} | {large / 1e6:.2f} | | {ready / 1000:.2f} | {cpu / 1000:.2f} | {frame:.0f} |")
        own = taken[pages[0]]
        print(
            f"{pages[0]} / stock pyvis: interactive {own[0] / ready:.2f}, CPU {own[3] / cpu:.2f}, frame {own[1] / frame:.2f}, size {own[2] / large:.2f}"
        )


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=50_000, help="a second size; 0 for none")
    parser.add_argument("--pages", nargs="*", choices=KINDS, default=["network", *KINDS[:-1]])
    parser.add_argument("--profile", action="store_true", help="only where the time of making the pages goes")
    given = parser.parse_args()
    if given.profile:
        reading = made_up(given.nodes)
        things = Things(build_network(reading.claims, reading.nodes, largest_event=1), reading.sources)
        with cProfile.Profile() as profile:
            for kind in KINDS:
                render_page(things, kind)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=SWITCHES)
        measure(browser, given.nodes, given.pages, with_stock=True)
        if given.large:
            measure(browser, given.large, given.pages, with_stock=False)
        browser.close()


if __name__ == "__main__":
    main()
