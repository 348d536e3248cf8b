"""How well reprints are put behind one report, on reports written for it (reprints.toml), and how the time grows.

    python benchmarks/reprints.py            # pairwise precision, recall and F1; time for 500, 1,000 and 2,000 documents

The reports were written by the same hand as the rules and looked at while they were made: the figure says that the rules do what
they are meant to, not how the press of a country would be grouped.
"""

from __future__ import annotations

import random
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from seriktes.documents import read_text
from seriktes.documents.reprints import fold_reprints
from seriktes.model import Document

GOLD = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Score:
    """Pairs of documents that are one report."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold)


def gold_documents() -> Iterator[tuple[str, Document]]:
    """Each document of the gold with the id of the report it prints."""
    for report in tomllib.loads(GOLD.read_text(encoding="utf-8"))["report"]:
        for number, change in enumerate([{}, *report.get("reprint", [])]):
            parts = [part for place, part in enumerate(report["text"]) if place not in change.get("cut", ())]
            if change.get("no_title"):
                parts[0] = change["head"]
            elif change.get("head"):
                parts = (
                    [parts[0], change["head"] + parts[1], *parts[2:]]
                    if 0 not in change.get("cut", ())
                    else [change["head"], *parts]
                )
            text = "\n\n".join([*parts, *([change["foot"]] if change.get("foot") else [])])
            name = f"{report['id']}-{number}"
            yield report["id"], read_text(text.encode(), name, f"{name}.txt")


def score(documents: list[tuple[str, Document]]) -> tuple[Score, list[str]]:
    """Pairs found and wanted, and the pairs that are wrong or missing."""
    folded = fold_reprints([document for _, document in documents])
    group = {copy.id: of.id for copy, of in folded.reprints}
    wanted = {(a.id, b.id) for (g, a), (h, b) in combinations(documents, 2) if g == h}
    found = {(a.id, b.id) for (_, a), (_, b) in combinations(documents, 2) if group.get(a.id, a.id) == group.get(b.id, b.id)}
    errors = [f"wrongly together: {a} {b}" for a, b in sorted(found - wanted)]
    errors += [f"not found: {a} {b}" for a, b in sorted(wanted - found)]
    return Score(len(found & wanted), len(found), len(wanted)), errors


def _many(number: int) -> list[Document]:
    """Documents of shuffled sentences, each fifth one a reprint of another."""
    chance = random.Random(number)
    sentences = [s for _, d in gold_documents() for s in d.text.split(". ") if d.language == "ru"]
    made: list[Document] = []
    for place in range(number):
        if place % 5 == 4:
            text = "Перепечатано без изменений. " + made[-1].text
        else:
            words = " ".join(chance.sample(sentences, 8)).split()
            text = " ".join(w if chance.random() > 0.3 else f"{w}{chance.randrange(999)}" for w in words)
        made.append(Document(f"d{place:05}", f"d{place:05}.txt", text, "ru", ()))
    return made


def main() -> None:
    """Print the table."""
    documents = list(gold_documents())
    result, errors = score(documents)
    print(f"{len(documents)} documents, {len({g for g, _ in documents})} reports")
    print(f"precision {result.right / result.found:.3f}  recall {result.right / result.gold:.3f}  F1 {result.f1:.3f}")
    print("\n".join(errors))
    for number in (500, 1_000, 2_000):
        many = _many(number)
        start = time.process_time()
        folded = fold_reprints(many)
        spent = time.process_time() - start
        print(f"{number} documents: {1000 * spent / number:.2f} ms each, {len(folded.reprints)} reprints")
    sys.exit(result.f1 < 0.95)


if __name__ == "__main__":
    main()
