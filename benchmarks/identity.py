"""Name pairs judged, and growth measured: ``python benchmarks/identity.py [things …]``.

Prints precision and recall on ``tests/identity/pairs.csv`` by kind and pair of languages, the pairs judged wrongly,
and, for each number of things given, the seconds and memory that resolving made-up documents takes. Where nomenklatura is
installed (``pip install nomenklatura``, which needs the headers of ICU: ``apt install libicu-dev``), its LogicV2 judges the
same pairs in the same run: at its own threshold, and at the lowest that keeps the precision the issue asks for.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from seriktes.identity.resolve import resolve

TESTS = Path(__file__).parent.parent / "tests" / "identity"


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TESTS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def print_pairs() -> None:
    """The tables of the name-pair bench, first and further pairs, and what it got wrong."""
    bench = _load("bench")
    for title, path in (("pairs", bench.FILE), ("further pairs", bench.FURTHER)):
        _print_table(bench, title, path)


def _print_table(bench: ModuleType, title: str, path: Path) -> None:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for pair in bench.read_pairs(path):
        same = bench.judged_same(pair)
        for group in pair.groups:
            table[group].update(gold=pair.same, predicted=same, right=pair.same and same, pairs=1)
        if same != pair.same:
            wrong.append(f"  {'merged' if same else 'apart '}  {pair.left} | {pair.right}   {pair.note}")
    print(f"{title:<26}{'P':>7}{'R':>7}{'pairs':>7}{'same':>6}")
    for group, c in sorted(table.items()):
        precision, recall = c["right"] / max(c["predicted"], 1), c["right"] / max(c["gold"], 1)
        print(f"{group:<26}{precision:7.3f}{recall:7.3f}{c['pairs']:7}{c['gold']:6}")
    print(*wrong, sep="\n")


#: The score from which its users take LogicV2 to say "the same", and the precision asked of us.
LOGIC_V2_THRESHOLD, PRECISION = 0.7, 0.97


def print_logic_v2() -> None:
    """What LogicV2 reaches on the same pairs, told the same names and countries; it has no use for institutions."""
    if importlib.util.find_spec("nomenklatura") is None:
        print("\nnomenklatura is not installed: no comparison with LogicV2")
        return
    from followthemoney import EntityProxy
    from nomenklatura.matching import LogicV2

    config = LogicV2.default_config()
    scored = []
    for number, pair in enumerate(_load("bench").read_pairs()):
        sides = [  # it remembers names by id, so that no two may share one; a country other than in small letters is none
            EntityProxy.from_dict(
                {"id": f"{side} {number}", "schema": pair.kind, "properties": {"name": [name], "country": [country.lower()]}}
            )
            for side, name, country in zip("lr", (pair.left, pair.right), pair.countries, strict=True)
        ]
        scored.append((LogicV2.compare(*sides, config).score, pair))
    lowest = next((t for t in sorted({s for s, _ in scored}) if _shares(scored, t, "all")[0] >= PRECISION), 1.0)
    for threshold in (LOGIC_V2_THRESHOLD, lowest):
        print(f"\n{f'LogicV2, from {threshold:.3f}':<26}{'P':>7}{'R':>7}")
        for group in ("all", "Person", "Organization", "translated organisations"):
            precision, recall = _shares(scored, threshold, group)
            print(f"{group:<26}{precision:7.3f}{recall:7.3f}")


def _shares(scored: list[tuple[float, Any]], threshold: float, group: str) -> tuple[float, float]:
    """Precision and recall of calling the same what scores at least so much."""
    own = [(score >= threshold, pair.same) for score, pair in scored if group in pair.groups]
    right = sum(found and same for found, same in own)
    return right / max(sum(found for found, _ in own), 1), right / max(sum(same for _, same in own), 1)


def print_growth(sizes: list[int]) -> None:
    """Seconds, peak memory, precision and recall of resolving so many things, each named twice."""
    documents = _load("synthetic").documents
    for size in sizes:
        made = list(documents(size))
        truth = {(a.document.id, entity): thing for a, known in made for entity, thing in known.items()}
        start = time.perf_counter()
        found = resolve([a for a, _ in made])
        seconds = time.perf_counter() - start
        clusters: dict[str, list[int]] = defaultdict(list)
        for annotation in found:
            for entity in annotation.entities:
                clusters[entity.key or ""].append(truth[annotation.document.id, entity.id])
        predicted = sum(len(c) * (len(c) - 1) // 2 for c in clusters.values())
        right = sum(n * (n - 1) // 2 for c in clusters.values() for n in Counter(c).values())
        gold = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:>8} things {len(truth):>8} entities {seconds:8.1f} s {memory:6} MB"
            f"   P {right / predicted:.4f} R {right / gold:.4f}",
            flush=True,
        )


def main() -> None:
    """The name pairs, LogicV2 beside them, growth for each number of things."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "things", type=int, nargs="*", metavar="THINGS", help="How many made-up things are resolved, each named twice."
    )
    given = parser.parse_args()
    print_pairs()
    print_logic_v2()
    print_growth(given.things)


if __name__ == "__main__":
    main()
