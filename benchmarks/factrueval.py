"""The facts of factRuEval-2016 and the measure of its third track, written anew from its description.

As the official one: a fact found may stand for a gold fact of its type when one argument agrees; several may stand for one; the
assignment that gives the best F1 counts. The quality of a match is the share of arguments (a position weighs a half) that both
have, lowered when facts found tear the arguments apart; facts marked as difficult count neither way, phases are left out, and a
part of a body may stand for the body where ``isPartOf`` says so. Values agree at an edit distance of two, with any mention,
listed name or order of name parts; ё is е, capitals do not matter.

Otherwise than the official one: its list of positions in the nominative is not at hand, so a position must agree as it stands in
the text; quotation marks never matter; and where one document has too many assignments, facts are assigned one after another.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Levenshtein

TYPES = ("occupation", "meeting", "deal", "ownership")
WEIGHTS = {"position": 0.5}
APART = 2
_MOST = 50_000
_ORDERS = ("lfp", "fpl", "fp", "fl", "lf", "n", "f", "p", "l", "fn")
_PARTS = {"f": "firstname", "l": "lastname", "p": "patronymic", "n": "nickname"}


def plain(text: str) -> str:
    """A value for comparing."""
    return " ".join(re.sub("[«»“”„\"]", " ", text.lower().replace("ё", "е")).split())


@dataclass(frozen=True)
class Argument:
    """One argument with all values it may have."""

    name: str
    values: frozenset[str]

    def agrees(self, other: Argument) -> bool:
        """Whether the two may be one."""
        return self.name == other.name and any(
            Levenshtein.distance(a, b, score_cutoff=APART) <= APART for a in self.values for b in other.values
        )

    @property
    def weight(self) -> float:
        """How much it counts."""
        return WEIGHTS.get(self.name, 1.0)


@dataclass(frozen=True, eq=False)
class GoldFact:
    """A fact, gold or found; ``ignored``: counts neither way."""

    type: str
    arguments: tuple[Argument, ...]
    ignored: bool = False

    def may_be(self, other: GoldFact) -> bool:
        """Whether one argument agrees."""
        return self.type == other.type and any(a.agrees(b) for a in self.arguments for b in other.arguments)


@dataclass
class Metrics:
    """Sums of quality over gold and found facts."""

    gold_quality: float = 0.0
    found_quality: float = 0.0
    gold: int = 0
    found: int = 0

    def add(self, other: Metrics) -> None:
        """Sum up."""
        self.gold_quality += other.gold_quality
        self.found_quality += other.found_quality
        self.gold += other.gold
        self.found += other.found

    @property
    def precision(self) -> float:
        """Quality of what was found."""
        return self.found_quality / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Quality of what there was to find."""
        return self.gold_quality / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.found_quality else 0.0


def match(gold: Sequence[GoldFact], found: Sequence[GoldFact]) -> tuple[Metrics, list[int]]:
    """The best assignment of found facts of one type: its figures, and the gold number of each found fact (-1: none)."""
    options = [[*(i for i, g in enumerate(gold) if g.may_be(f)), -1] for f in found]
    if math.prod(map(len, options)) <= _MOST:
        choices = [list(c) for c in itertools.product(*options)]
    else:
        chosen: list[int] = []
        for number in range(len(found)):
            tried = [[*chosen, o, *([-1] * (len(found) - number - 1))] for o in options[number]]
            chosen = max(tried, key=lambda c: _figures(gold, found, c).f1)[: number + 1]
        choices = [chosen]
    best = max(choices, key=lambda c: _figures(gold, found, c).f1)
    return _figures(gold, found, best), best


def _figures(gold: Sequence[GoldFact], found: Sequence[GoldFact], chosen: Sequence[int]) -> Metrics:
    clusters: dict[int, list[GoldFact]] = defaultdict(list)
    for fact, number in zip(found, chosen, strict=True):
        clusters[number].append(fact)
    total = Metrics(found=len(clusters.pop(-1, [])), gold=sum(not g.ignored for g in gold))
    for number, own in clusters.items():
        if not gold[number].ignored:
            quality = _quality(gold[number], own)
            total.add(Metrics(quality, quality * len(own), 0, len(own)))
    return total


def _quality(gold: GoldFact, found: Sequence[GoldFact]) -> float:
    by_gold: dict[Argument, set[int]] = defaultdict(set)
    spurious = 0.0
    for number, fact in enumerate(found):
        for argument in fact.arguments:
            same = next((g for g in gold.arguments if g.agrees(argument)), None)
            if same is None:
                spurious += argument.weight
            else:
                by_gold[same].add(number)
    matched = sum(a.weight for a in by_gold)
    missed = sum(a.weight for a in gold.arguments if a not in by_gold)
    share = matched / (matched + missed + spurious)
    pairs = list(itertools.combinations(by_gold, 2))
    together = 1.0 if len(found) == 1 or not pairs else sum(bool(by_gold[a] & by_gold[b]) for a, b in pairs) / len(pairs)
    return (share + together * share) / 2


@dataclass
class _Entity:
    attributes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    mentions: list[str] = field(default_factory=list)

    def values(self) -> set[str]:
        names = {*self.mentions, *self.attributes["name"]}
        names |= {f"{d} {n}" for d in self.attributes["descriptor"] for n in self.attributes["name"]}
        for order in _ORDERS:
            parts = [self.attributes[_PARTS[p]] for p in order if self.attributes[_PARTS[p]]]
            names |= {" ".join(combination) for combination in itertools.product(*parts) if combination}
        return names


def read_gold(path: Path) -> list[GoldFact]:
    """The facts of ``book_N.txt`` from the files beside it."""
    text = path.read_text(encoding="utf-8")
    spans = {r[0]: (int(r[2]), int(r[2]) + int(r[3])) for r in _rows(path.with_suffix(".spans"))}
    objects = {r[0]: [spans[s] for s in r[2:] if s in spans] for r in _rows(path.with_suffix(".objects"))}
    entities: dict[str, _Entity] = {}
    for head, *rest in _blocks(path.with_suffix(".coref")):
        identifier, *parts = head.split()
        entity = entities[identifier] = _Entity()
        for part in parts:
            pieces = sorted(objects.get(part) or ([spans[part]] if part in spans else []))
            if pieces:
                entity.mentions += [" ".join(text[a:b] for a, b in pieces), text[pieces[0][0] : pieces[-1][1]]]
        for line in rest:
            name, _, value = line.partition(" ")
            entity.attributes[name].append(value)
    blocks = list(_blocks(path.with_suffix(".facts")))
    wholes: dict[str, set[str]] = defaultdict(set)
    for head, *lines in blocks:
        if head.split()[1] == "isPartOf":
            members = [m for line in lines for m in re.findall(r"obj(\d+)", line)]
            for member in members:
                wholes[member].update(n for o in members if o != member for n in entities[o].attributes["name"])
    return [_fact(head.split()[1].lower(), lines, text, spans, entities, wholes) for head, *lines in blocks
            if head.split()[1].lower() in TYPES]  # fmt: skip


def _fact(
    type_: str,
    lines: Sequence[str],
    text: str,
    spans: dict[str, tuple[int, int]],
    entities: dict[str, _Entity],
    wholes: dict[str, set[str]],
) -> GoldFact:
    arguments, ignored = [], False
    for line in lines:
        name, _, rest = line.partition(" ")
        name = name.lower()
        if name in ("модальность", "фаза", "сложность"):
            ignored = ignored or (name == "сложность" and rest.strip() == "повышенная")
            continue
        values: set[str] = set()
        for alternative in rest.split("|"):
            head, _, words = alternative.strip().partition(" ")
            if re.fullmatch(r"span\d+", head):
                start, end = spans[head[4:]]
                values |= {text[start:end], words}
            elif re.fullmatch(r"obj\d+", head):
                values |= {words, *entities[head[3:]].values()}
                if type_ == "occupation" and name == "where":
                    values |= wholes[head[3:]]
            else:
                values.add(alternative)
        arguments.append(Argument(name, frozenset(filter(None, map(plain, values)))))
    return GoldFact(type_, tuple(arguments), ignored)


def _rows(path: Path) -> list[list[str]]:
    return [f for line in path.read_text(encoding="utf-8").splitlines() if (f := line.split("#")[0].split())]


def _blocks(path: Path) -> list[list[str]]:
    """Runs of lines between blank ones."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [[line for line in block.splitlines() if line.strip()] for block in re.split(r"\n\s*\n", text) if block.strip()]
