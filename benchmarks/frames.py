"""Print how well the frames read facts when the names are given (the gold entities): what is lost is the frames' own doing.

    python benchmarks/frames.py [--rules]      with --rules: how often each rule was right

The gold of the five documents lies beside the checkout (../shared/gold/seeds); without it that row is left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from seriktes.annotations import read_annotation, to_dict
from seriktes.documents import read_file
from seriktes.evaluation import Score, compare_files
from seriktes.facts.find import find_facts
from seriktes.model import ARGUMENTS, Annotation, Fact

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT = ROOT / "tests" / "documents"
SETS = {
    "the five documents": (ROOT / "seeds" / "documents", ROOT.parent / "shared" / "gold" / "seeds"),
    **{f"{name}, {language}": (DEVELOPMENT / folder / language,) * 2
       for name, folder in (("development", ""), ("varied", "varied"), ("held out", "held_out"), ("later", "later")) for language in ("kk", "ru", "en")},
}  # fmt: skip


def key(fact: Fact) -> tuple[str, ...]:
    """What makes two facts one: type and arguments."""
    return (fact.type, *(fact.arguments[name] for name in ARGUMENTS[fact.type]))


def main() -> None:
    """One row a set: precision, recall and F1 of facts over gold entities."""
    rules: Counter[tuple[str, bool]] = Counter()
    print(f"{'set':<22}{'docs':>5}{'facts P':>9}{'R':>7}{'F1':>7}")
    for name, (documents, gold_folder) in SETS.items():
        gold, predicted = {}, {}
        for path in sorted(gold_folder.glob("*.json")):
            document = read_file(documents / f"{path.stem}.txt")
            annotation = read_annotation(path, document)
            facts = find_facts(document, annotation.entities)
            gold[document.id] = json.loads(path.read_text(encoding="utf-8"))
            predicted[document.id] = to_dict(Annotation(document, annotation.entities, facts))
            known = {key(fact) for fact in annotation.facts}
            rules.update((fact.rule, key(fact) in known) for fact in facts)
        if gold:
            together = Score()
            for score in compare_files(gold, predicted).sections["facts"].values():
                together.add(score)
            print(f"{name:<22}{len(gold):>5}{together.precision:>9.3f}{together.recall:>7.3f}{together.f1:>7.3f}")
    if "--rules" in sys.argv:
        print(f"\n{'rule':<40}{'right':>7}{'wrong':>7}")
        for rule in sorted({rule for rule, _ in rules}):
            print(f"{rule:<40}{rules[rule, True]:>7}{rules[rule, False]:>7}")


if __name__ == "__main__":
    main()
