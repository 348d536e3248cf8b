"""Facts on two public corpora: factRuEval-2016 (track 3, development set) and NEREL (relations over gold entities).

    python benchmarks/public_facts.py factrueval [--corpora DIR] [--models DIR] [--folds N …] [--errors]
    python benchmarks/public_facts.py nerel [--corpora DIR] [--part dev|train] [--errors]

factRuEval is cross-validated: the Russian tagger of names is trained four times without the documents it then reads (kept
in --models when given). The rules for facts learn nothing from either corpus, but their authors have seen the errors made on
factRuEval's development set, NEREL's train part and, of places and participants, its dev part. Test parts are never read.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import factrueval
import nerel
from seriktes.documents import read_file
from seriktes.evaluation import Score
from seriktes.mentions.tagging import tagger
from seriktes.model import Annotation, Entity, Fact
from seriktes.pipeline import annotate
from seriktes.training.evaluate import FOLDS, folds
from seriktes.training.train import PLANS, material, train_layer

SHIPPED = Path(tagger.__file__).parents[2] / "models"


def folded(corpora: Path, models: Path, chosen: Collection[int]) -> Iterator[Annotation]:
    """The documents of the chosen parts of factRuEval's development set, read by a tagger that never saw them."""
    for number, (held_out, examples) in enumerate(folds("factrueval", corpora)):
        if number not in chosen:
            continue
        folder = models / str(number)
        own = folder / "ru.names.crfsuite"
        if not own.is_file():
            train_layer(material("ru", corpora, held_out), "names", own, PLANS["ru", "names"])
        for shipped in SHIPPED.glob("*.names.crfsuite"):
            if not (folder / shipped.name).exists():
                shutil.copy(shipped, folder)
        with tagger.models_from(folder):
            for example in examples:
                yield annotate(read_file(corpora / "factrueval" / "devset" / f"{example.source}.txt"))


def told(annotation: Annotation) -> Iterator[factrueval.GoldFact]:
    """Our facts in the shape of the track: posts as occupations, agreements and parties as deals, meetings, no ownership."""
    names = {e.id: e for e in annotation.entities}
    for fact in annotation.facts:
        if fact.type in ("post", "represents"):
            person, owner = (names[i] for i in fact.arguments.values())
            position, where = _as_in_the_corpus(fact, owner)
            values = {"who": person.name, "where": where, "position": position}
            yield _fact("occupation", [(name, value) for name, value in values.items() if value])
    groups: dict[str, list[str]] = defaultdict(list)
    for fact in annotation.facts:
        if (
            fact.type,
            names[fact.arguments.get("event", "") or fact.arguments.get("agreement", "") or next(iter(names))].kind,
        ) in (
            ("participation", "meeting"),
            ("participation", "visit"),
        ) or fact.type == "party":
            groups[fact.arguments.get("event") or fact.arguments["agreement"]].append(fact.arguments["agent"])
    for thing, agents in groups.items():
        meeting = names[thing].type == "Event"
        own = [names[a] for a in agents if not meeting or names[a].type == "Person"]
        if len(own) > 1:
            yield _fact("meeting" if meeting else "deal", [("participant", e.name) for e in own])


def _as_in_the_corpus(fact: Fact, owner: Entity) -> tuple[str, str]:
    """Position and place of a post: our *minister* at «обороны России» is the corpus's *minister of defence* at «России»."""
    title = fact.values.get("title", "")
    named = [m for m in owner.mentions if m.rule == "pattern:title" and fact.evidence.covers(m)]
    if not named:
        return title, owner.name
    words = named[0].text.split()
    field = next((i for i, word in enumerate(words) if word[0].isupper()), len(words))
    return f"{title} {' '.join(words[:field])}".strip(), " ".join(words[field:]) or owner.name


def _fact(type_: str, arguments: Sequence[tuple[str, str]]) -> factrueval.GoldFact:
    return factrueval.GoldFact(type_, tuple(factrueval.Argument(n, frozenset({factrueval.plain(v)})) for n, v in arguments))


def print_factrueval(corpora: Path, models: Path, chosen_folds: Collection[int], errors: bool) -> None:
    """The table of track 3."""
    table: dict[str, factrueval.Metrics] = defaultdict(factrueval.Metrics)
    for annotation in folded(corpora, models, chosen_folds):
        gold = factrueval.read_gold(corpora / "factrueval" / "devset" / f"{annotation.document.id}.txt")
        found = list(told(annotation))
        for type_ in factrueval.TYPES:
            own, ours = [g for g in gold if g.type == type_], [f for f in found if f.type == type_]
            metrics, chosen = factrueval.match(own, ours)
            table[type_].add(metrics)
            table["overall"].add(metrics)
            if errors:
                for i, g in enumerate(own):
                    if i not in chosen and not g.ignored:
                        print("missed  ", annotation.document.id, _shown(g))
                for f, i in zip(ours, chosen, strict=True):
                    if i < 0 or not all(any(a.agrees(b) for b in own[i].arguments) for a in f.arguments):
                        print("invented", annotation.document.id, _shown(f), "" if i < 0 else f"for {_shown(own[i])}")
    print(f"{'factRuEval, track 3':<22}{'P':>7}{'R':>7}{'F1':>7}{'found':>7}{'gold':>6}")
    for type_ in (*factrueval.TYPES, "overall"):
        m = table[type_]
        print(f"{type_:<22}{100 * m.precision:7.1f}{100 * m.recall:7.1f}{100 * m.f1:7.1f}{m.found:7}{m.gold:6}")


def _shown(fact: factrueval.GoldFact) -> str:
    return f"{fact.type}: " + ", ".join(f"{a.name}={min(a.values, key=lambda v: (len(v), v))}" for a in fact.arguments)


def print_nerel(folder: Path, errors: bool) -> None:
    """The table of relations."""
    table: dict[str, Score] = defaultdict(Score)
    for gold in nerel.read_all(folder):
        found = nerel.found_relations(gold)
        for relation, name in nerel.RELATIONS.items():
            own, ours = ({r for r in some if r[0] == relation} for some in (gold.relations, found))
            score = Score(len(own & ours), len(ours), len(own))
            for row in dict.fromkeys((relation, name, "the five")):
                table[row].add(score)
            if errors:
                for what, some in (("missed  ", own - ours), ("invented", ours - own)):
                    print(*(f"{what} {gold.document.id} {' | '.join(r)}" for r in sorted(some)), sep="\n", end="\n" * bool(some))
        own, ours = ({r[1:] for r in some if r[0] in (nerel.AGENT, "PARTICIPANT_IN")} for some in (gold.relations, found))
        table["PARTICIPANT_IN or AGENT"].add(Score(len(own & ours), len(ours), len(own)))
    print(f"{'NEREL ' + folder.name:<24}{'P':>7}{'R':>7}{'F1':>7}{'found':>7}{'gold':>6}")
    for name in (*dict.fromkeys((*nerel.RELATIONS, *nerel.RELATIONS.values())), "the five", "PARTICIPANT_IN or AGENT"):
        s = table[name]
        print(f"{name:<24}{s.precision:7.3f}{s.recall:7.3f}{s.f1:7.3f}{s.predicted:7}{s.gold:6}")


def main() -> None:
    """Print the table of one corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=("factrueval", "nerel"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--models", type=Path, help="keep the taggers of the folds here")
    parser.add_argument("--folds", type=int, nargs="+", choices=range(FOLDS), default=range(FOLDS), help="only these parts")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    if given.corpus == "nerel":
        print_nerel(given.corpora / "nerel" / given.part, given.errors)
        return
    with tempfile.TemporaryDirectory() as folder:
        print_factrueval(given.corpora, given.models or Path(folder), given.folds, given.errors)


if __name__ == "__main__":
    main()
