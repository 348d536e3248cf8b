"""How well annotations agree with gold ones: spans, entities, facts, roles, countries, identity.

The measure is that of the annotation guidelines: a predicted entity stands for the gold entity of its type with which
it shares the most mention characters (one to one); a fact is right when its type and all its arguments agree through
that alignment. Gold entities and facts marked ``optional`` count neither way.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from seriktes.errors import DataError
from seriktes.model import ARGUMENTS, ENTITY_TYPES

File = dict[str, Any]
_WORD = re.compile(r"\w+")


@dataclass
class Score:
    """Counts of right, predicted and gold, with the usual shares."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0

    def add(self, other: Score) -> None:
        """Sum up."""
        self.right += other.right
        self.predicted += other.predicted
        self.gold += other.gold


@dataclass
class Comparison:
    """All tables of one comparison; ``missed`` and ``invented`` hold readable lines.

    ``judged`` are the facts that were predicted, each with the document's id and whether it was right; optional ones left out.
    """

    documents: int = 0
    sections: dict[str, dict[str, Score]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Score)))
    role: Score = field(default_factory=Score)
    country: Score = field(default_factory=Score)
    identity: Score = field(default_factory=Score)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    judged: list[tuple[str, File, bool]] = field(default_factory=list)


def read_files(path: Path) -> dict[str, File]:
    """Annotation files by document id. Raises DataError when there is none or one is broken."""
    files = {}
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
        except json.JSONDecodeError as error:
            raise DataError(f"{file}:{error.lineno}: {error.msg}; give annotation files") from error
        if isinstance(data, dict) and "entities" in data:
            files[data.get("document", {}).get("id") or file.stem] = data
    if not files:
        raise DataError(f"{path}: holds no annotation file; make some with: seriktes extract … --out DIR")
    return files


def compare(gold_path: Path, predicted_path: Path) -> Comparison:
    """Compare a gold file or folder with a predicted one."""
    gold, predicted = read_files(gold_path), read_files(predicted_path)
    return compare_files(gold, predicted)


def compare_files(gold: Mapping[str, File], predicted: Mapping[str, File]) -> Comparison:
    """Compare annotation files already read, paired by document id."""
    result = Comparison(len(gold))
    nodes: list[tuple[str, Any, Any]] = []
    for name, truth in gold.items():
        guess = predicted.get(name, {"entities": [], "facts": []})
        ids = _align(truth, guess)
        spare = {e["id"] for e in truth["entities"] if e.get("optional")}
        for kind in ENTITY_TYPES:
            for section, score in _mentions(truth, guess, kind).items():
                result.sections[section][kind].add(score)
            own = {e["id"] for e in truth["entities"] if e["type"] == kind} - spare
            result.sections["entities"][kind].add(
                Score(
                    sum(v in own for v in ids.values()),
                    sum(e["type"] == kind and ids.get(e["id"]) not in spare for e in guess["entities"]),
                    len(own),
                )
            )
        truths = {e["id"]: e for e in truth["entities"]}
        guesses = {e["id"]: e for e in guess["entities"]}
        for pid, gid in ids.items():
            if gid in spare:
                continue
            if truths[gid].get("country"):
                right = truths[gid]["country"] == guesses[pid].get("country")
                result.country.add(Score(int(right), 1, 1))
            nodes.append((name, truths[gid].get("key"), guesses[pid].get("key")))
        _facts(result, name, truth, guess, ids, spare)
    result.identity = _identity(nodes)
    return result


def _overlap(a: File, b: File) -> int:
    return int(max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])))


def _mentions(truth: File, guess: File, kind: str) -> dict[str, Score]:
    gold = sorted(
        {(m["start"], m["end"]) for e in truth["entities"] if e["type"] == kind and not e.get("optional") for m in e["mentions"]}
    )
    spare = [(m["start"], m["end"]) for e in truth["entities"] if e.get("optional") for m in e["mentions"]]
    found = sorted({(m["start"], m["end"]) for e in guess["entities"] if e["type"] == kind for m in e["mentions"]})
    found = [s for s in found if s in gold or not any(min(s[1], b) > max(s[0], a) for a, b in spare)]
    pairs = sorted(
        (
            (min(ge, fe) - max(gs, fs), i, j)
            for i, (gs, ge) in enumerate(gold)
            for j, (fs, fe) in enumerate(found)
            if min(ge, fe) > max(gs, fs)
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in pairs:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
    return {
        "mentions, exact": Score(len(set(gold) & set(found)), len(found), len(gold)),
        "mentions, overlap": Score(len(used_gold), len(found), len(gold)),
    }


def _align(truth: File, guess: File) -> dict[str, str]:
    shared = []
    for g in truth["entities"]:
        for p in guess["entities"]:
            if g["type"] == p["type"]:
                common = sum(_overlap(m, n) for m in g["mentions"] for n in p["mentions"])
                if common:
                    shared.append((-common, g["id"], p["id"]))
    pairs: dict[str, str] = {}
    for _, gid, pid in sorted(shared):
        if gid not in pairs.values() and pid not in pairs:
            pairs[pid] = gid
    return pairs


def _key(fact: File, ids: Mapping[str, str] | None) -> tuple[str, ...] | None:
    named = [fact.get(a) for a in ARGUMENTS.get(fact["type"], ())]
    found = [n if ids is None else ids.get(n) for n in named if n is not None]
    if not found or len(found) < len(named) or any(f is None for f in found):
        return None
    names = [str(f) for f in found]
    return (fact["type"], *(sorted(names) if fact["type"] == "cooperation" else names))


def _agrees(truth: File, guess: File) -> bool:
    if truth["type"] in ("post", "represents"):
        gold, found = (set(_WORD.findall((f.get("title") or "").lower())) for f in (truth, guess))
        return not gold or 2 * len(gold & found) >= max(len(gold), len(found))
    if truth["type"] == "dated":
        return all(not truth.get(e) or (guess.get(e) or "").startswith(truth[e]) for e in ("start", "end"))
    return True


def _facts(result: Comparison, name: str, truth: File, guess: File, ids: Mapping[str, str], spare_ids: set[str]) -> None:
    table = result.sections["facts"]
    gold: dict[tuple[str, ...], File] = {}
    spare = set()
    for fact in truth["facts"]:
        key = _key(fact, None)
        if key is not None and (fact.get("optional") or spare_ids.intersection(key[1:])):
            spare.add(key)
        elif key is not None:
            gold.setdefault(key, fact)
    for key in gold:
        table[key[0]].gold += 1
    seen, found = set(), set()
    for fact in guess["facts"]:
        raw = (fact["type"], *(str(fact.get(a)) for a in ARGUMENTS.get(fact["type"], ())))
        key = _key(fact, ids)
        aligned = {ids.get(str(fact.get(a))) for a in ARGUMENTS.get(fact["type"], ())}
        if raw in seen or (key not in gold and (key in spare or spare_ids & aligned)):
            continue
        seen.add(raw)
        table[fact["type"]].predicted += 1
        same = gold.get(key) if key is not None else None
        right = same is not None and key not in found and _agrees(same, fact)
        result.judged.append((name, fact, right))
        if right:
            assert key is not None and same is not None
            found.add(key)
            table[fact["type"]].right += 1
            if fact["type"] == "participation":
                result.role.add(Score(int(same.get("role") == fact.get("role")), 1, 1))
        else:
            result.invented.append(_line("invented", name, fact, guess))
    result.missed.extend(_line("missed", name, f, truth) for k, f in gold.items() if k not in found)


def _line(what: str, name: str, fact: File, source: File) -> str:
    names = {e["id"]: e["name"] for e in source["entities"]}
    return f"{what} {name} {fact['type']}: " + " | ".join(
        str(names.get(fact.get(a), "?")) for a in ARGUMENTS.get(fact["type"], ())
    )


def _identity(nodes: Iterable[tuple[str, Any, Any]]) -> Score:
    score = Score()
    for (da, ga, pa), (db, gb, pb) in combinations(nodes, 2):
        if da == db:
            continue
        same_gold, same_found = ga is not None and ga == gb, pa is not None and pa == pb
        score.add(Score(int(same_gold and same_found), int(same_found), int(same_gold)))
    return score


def table(result: Comparison, errors: bool = False) -> str:
    """The tables as text: one row a type, precision, recall, F1 and the counts behind them."""
    lines = [f"documents {result.documents}"]
    for section, rows in result.sections.items():
        lines.append(f"\n{section:<20}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'found':>7}{'gold':>7}")
        total = Score()
        for name, score in sorted(rows.items()):
            if score.gold or score.predicted:
                lines.append(_row(name, score))
                total.add(score)
        lines.append(_row("all", total))
    lines.append("")
    lines += [
        f"{name:<20}{score.right / score.gold:7.3f}   ({score.right} of {score.gold})"
        for name, score in (("role accuracy", result.role), ("country accuracy", result.country))
        if score.gold
    ]
    lines.append(
        f"identity            P {result.identity.precision:.3f} R {result.identity.recall:.3f} F1 {result.identity.f1:.3f}"
        f"   ({result.identity.gold} gold pairs)"
    )
    if errors:
        lines += ["", *sorted(result.missed), *sorted(result.invented)]
    return "\n".join(lines) + "\n"


def _row(name: str, score: Score) -> str:
    return (
        f"  {name:<18}{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}{score.right:8d}{score.predicted:7d}{score.gold:7d}"
    )
