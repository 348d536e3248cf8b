"""How far the confidence of facts can be trusted: predicted and true shares on the annotated documents of tests/documents.

    python benchmarks/calibration.py [--write]      with --write (or `make calibration`): remake the table that ships

The figures are held out: the documents are dealt into ten parts, and the confidence of a fact comes from the other nine.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from seriktes.annotations import to_dict
from seriktes.authority.records import LANGUAGES
from seriktes.evaluation import compare_files, read_files
from seriktes.pipeline import annotate, read_all
from seriktes.training.calibrate import Judged, confidence, fit, lines

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
FILE = ROOT / "graph" / "seriktes" / "facts" / "confidence.toml"
#: The development documents and the pages were read while the rules were written: what is right there is right less often elsewhere.
SETS = {"": 0.25, "pages": 0.25, "varied": 1.0, "held_out": 1.0, "later": 1.0}
PARTS = 10
#: Bounds of the bins of predicted confidence.
BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
#: A fact with the confidence foretold for it.
Foretold = tuple[float, Judged]


def judged_facts() -> Iterator[Judged]:
    """Every fact read from the documents, and whether the gold has it."""
    for folder, weight in SETS.items():
        for language in LANGUAGES:
            place = DOCUMENTS / folder / language
            found = [annotate(document) for document in read_all([place])[0]]
            compared = compare_files(read_files(place), {a.document.id: to_dict(a, explain=True) for a in found})
            for document, fact, right in compared.judged:
                yield Judged(f"{folder or 'development'} {document}", language, fact["type"], fact["rule"], right, weight)  # type: ignore[arg-type]


def foretold(judged: Sequence[Judged]) -> list[Foretold]:
    """Each fact with what the documents of the other parts say of it."""
    part = {document: number % PARTS for number, document in enumerate(sorted({f.document for f in judged}))}
    result = []
    for number in range(PARTS):
        table = fit(f for f in judged if part[f.document] != number)
        result += [(confidence(table, f), f) for f in judged if part[f.document] == number]
    return result


def brier(rows: Sequence[Foretold]) -> float:
    """Mean squared difference of confidence and truth: 0 is best, 0.25 is told by a coin."""
    return sum((share - fact.right) ** 2 for share, fact in rows) / len(rows)


def in_bins(rows: Sequence[Foretold]) -> Iterator[tuple[float, float, float, float, int]]:
    """For each bin that holds facts: its bounds, mean confidence, share right, number."""
    for low, high in itertools.pairwise(BINS):
        own = [(share, fact.right) for share, fact in rows if low <= share < high or share == high == 1.0]
        if own:
            yield low, high, sum(s for s, _ in own) / len(own), sum(r for _, r in own) / len(own), len(own)


def calibration_error(rows: Sequence[Foretold]) -> float:
    """Expected calibration error: how far confidence and truth lie apart in a bin, on average over facts."""
    return sum(number * abs(mean - right) for _, _, mean, right, number in in_bins(rows)) / len(rows)


def main() -> None:
    """Print the tables; write the data file when asked to."""
    judged = list(judged_facts())
    rows = foretold(judged)
    print(f"{'':<26}{'facts':>6}{'right':>7}{'told':>7}{'Brier':>7}{'ECE':>7}")
    groups: dict[str, Callable[[Judged], bool]] = {
        "all": lambda f: True,
        **{language: (lambda f, x=language: f.language == x) for language in LANGUAGES},  # type: ignore[misc]
        "development, pages": lambda f: f.document.startswith(("development", "pages")),
        "varied, held out, later": lambda f: not f.document.startswith(("development", "pages")),
    }
    for name, belongs in groups.items():
        own = [(share, fact) for share, fact in rows if belongs(fact)]
        right, told = sum(f.right for _, f in own) / len(own), sum(s for s, _ in own) / len(own)
        print(f"{name:<26}{len(own):>6}{right:>7.3f}{told:>7.3f}{brier(own):>7.3f}{calibration_error(own):>7.3f}")
    tables = {name: [(s, f) for s, f in rows if groups[name](f)] for name in ("all", *LANGUAGES, "varied, held out, later")}
    print("\nshare right (facts) by confidence")
    print(f"{'':<12}" + "".join(f"{name:>21}" for name in tables))
    cells: dict[tuple[float, float], dict[str, str]] = defaultdict(dict)
    for name, own in tables.items():
        for low, high, mean, right, number in in_bins(own):
            cells[low, high][name] = f"{mean:.2f}: {right:.2f} ({number})"
    for (low, high), row in sorted(cells.items()):
        print(f"{low:.1f}-{high:.1f}".ljust(12) + "".join(f"{row.get(name, '-'):>21}" for name in tables))
    if "--write" in sys.argv:
        FILE.write_text("\n".join(lines(fit(judged))), encoding="utf-8")
        print(f"\nwritten: {FILE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
