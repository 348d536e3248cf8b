"""What rules draw and checks find around the lines that changed, with what stood before, is what they give of everything."""

from __future__ import annotations

import random
from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.differing import Differing
from seriktes.rdf.evidence import checks_apart
from seriktes.rdf.inference import draw_in_order
from seriktes.rdf.ontology import ontology
from seriktes.rdf.recount import digests_of, recount
from seriktes.rdf.redrawn import recheck, redraw, stages
from seriktes.rdf.serialize import to_lines, write_nquads
from seriktes.rdf.trig import cut_all
from seriktes.rdf.validate import Violation, check_troubles
from seriktes.rdf.void import Counting, Counts

INFERRED = f" {t.INFERRED_GRAPH} .".encode()


def stated(lines: Sequence[bytes]) -> list[bytes]:
    return [line for line in lines if not line.endswith(INFERRED)]


def whole(lines: Sequence[bytes], folder: Path) -> list[bytes]:
    """Stated lines with all that the rules draw."""
    store = Store()
    store.bulk_load(b"\n".join(lines), format=RdfFormat.N_QUADS, lenient=True)
    drawn = {line for some in draw_in_order(store, folder / "between") for line in some}
    return sorted({*lines, *drawn})


def checked(lines: Sequence[bytes]) -> set[Violation]:
    store = Store()
    store.bulk_load(b"\n".join(lines), format=RdfFormat.N_QUADS, lenient=True)
    store.bulk_extend(ontology())
    return set(check_troubles(store, checks_apart()[1]))


def counted(lines: Sequence[bytes], folder: Path) -> tuple[Counts, array[int]]:
    counting = Counting(folder)
    counting.take(cut_all(lines))
    return counting.counted(), digests_of(counting.objects())


def edited(lines: Sequence[bytes], chance: random.Random, edits: int) -> list[bytes]:
    """The lines with some taken away, and some of which a part is that of another line, mostly of one with the same predicate."""
    found = list(lines)
    for _ in range(edits):
        place = chance.randrange(len(found))
        ours = found[place].split(b" ", 2)
        alike = [line for line in found if line.split(b" ", 2)[1] == ours[1]]
        theirs = chance.choice(alike if chance.random() < 0.8 else found).split(b" ", 2)
        part = chance.randrange(7)
        if part in (0, 1, 5):
            found.pop(place)
        if part < 3:
            found.append(b" ".join([*ours[:part], theirs[part], *ours[part + 1 :]]))
        elif part == 3:
            found.append(b" ".join([theirs[0], *ours[1:]]))
        elif part == 4:
            found.append(b" ".join([*ours[:2], theirs[2]]))
    return sorted(set(found))


@pytest.fixture(scope="session")
def gold_lines(gold_annotations: Sequence[Annotation]) -> list[bytes]:
    return stated(write_nquads(build_dataset(gold_annotations)).splitlines())


def check_seed(lines: Sequence[bytes], seed: int, folder: Path) -> None:
    chance = random.Random(seed)
    first = edited(lines, chance, chance.choice((0, 40)))
    second = edited(first, chance, chance.choice((1, 5, 60)))
    before = whole(first, folder)
    graph = Differing(b"".join(line + b"\n" for line in before), to_lines(ontology()))
    graph.change(set(first) - set(second), set(second) - set(first))
    redraw(graph)
    now = whole(second, folder)
    assert sorted((set(before) - graph.gone) | graph.added) == now
    assert recheck(graph, checked(before)) == checked(now)
    assert recount(*counted(before, folder), graph) == counted(now, folder)


@pytest.mark.parametrize("seed", [*range(20), 305])
def test_rules_and_checks_around_what_changed_give_what_everything_gives(
    gold_lines: list[bytes], seed: int, tmp_path: Path
) -> None:
    check_seed(gold_lines, seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [seed for seed in range(20, 400) if seed != 305])
def test_rules_and_checks_give_the_same_around_many_changes(gold_lines: list[bytes], seed: int, tmp_path: Path) -> None:
    check_seed(gold_lines, seed, tmp_path)


def test_rules_that_could_feed_another_come_in_an_earlier_stage() -> None:
    """Told by predicates alone, so that rules may be kept apart that need not."""
    assert [[rule.id for rule in rules] for rules in stages()] == [["R1", "R2", "R3", "R4"], ["R5", "R6"], ["R7"], ["R8", "R9"]]


def test_short_names_among_many_long_ones_are_found() -> None:
    """More terms than are looked for by name, of which many begin alike and one is short."""
    terms = [b"<https://w3id.org/seriktes/id/event/a-forum-of-a-long-name-%d>" % number for number in range(60)]
    short = b"<https://w3id.org/seriktes/id/place/osh>"
    lines = sorted(b"<https://w3id.org/seriktes/id/x/%d> <p> %s <g> ." % (at, term) for at, term in enumerate([*terms, short]))
    found = Differing(b"".join(line + b"\n" for line in lines)).naming([*terms, short])
    assert all(len(found[term]) == 1 for term in (*terms, short))


def test_a_name_that_another_goes_on_from_is_found() -> None:
    terms = [b"<https://w3id.org/seriktes/id/event/forum-10>", b"<https://w3id.org/seriktes/id/event/forum-10-session-1>"]
    lines = sorted(b"<https://w3id.org/seriktes/id/x/%d> <p> %s <g> ." % (at, term) for at, term in enumerate(terms))
    found = Differing(b"".join(line + b"\n" for line in lines)).naming(terms)
    assert all(len(found[term]) == 1 for term in terms)
