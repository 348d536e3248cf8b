"""What the rules draw about a thing, or about two: the rule in words, and the sentences it was drawn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from seriktes.dialogue.passages import one_line
from seriktes.dialogue.words import Words
from seriktes.judgements.things import Things
from seriktes.rdf import terms as t
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.inference import load_rules
from seriktes.rdf.iris import entity_iri, rule_iri
from seriktes.rdf.proofs import Proof, passages_of
from seriktes.rdf.validate import store_of

#: Whom a drawn node is about.
_ABOUT = (t.PARTNER, t.CO_PARTICIPANT, t.SUBJECT, t.OBJECT, t.PARTICIPANT)
#: Of each rule, more than this is only counted.
_MOST = 6


@dataclass(frozen=True, slots=True, order=True)
class Drawn:
    """A statement that rules drew: whom it is about, on what it rests (keys), the rules by id, and the passages behind it."""

    about: tuple[str, ...]
    on: tuple[str, ...]
    rules: tuple[str, ...]
    passages: tuple[Proof, ...]


def drawn(things: Things, keys: Iterable[str]) -> list[Drawn]:
    """What the rules draw about all of some things together, sorted; what is about one thing alone only restates a fact.

    The rules run over all annotations at hand, as a build runs them.
    """
    store = store_of(build_dataset(things.annotations))
    nodes = _nodes(store, {entity_iri(e.type, e.key).value: e.key for e in things.entities.values() if e.key})
    wanted, ids = set(keys), {rule_iri(rule.id): rule.id for rule in load_rules()}
    found = []
    for node, (about, on) in nodes.items():
        if wanted <= about | on and len(about | on) > 1:
            rules = sorted(ids[rule] for rule in _objects(store, node, t.GENERATED_BY) if rule in ids)
            passages = {passage for claim in _objects(store, node, t.DERIVED_FROM) for passage in passages_of(store, claim)}
            found.append(Drawn(tuple(sorted(about)), tuple(sorted(on)), tuple(rules), tuple(sorted(passages))))
    return sorted(found)


def _nodes(store: Store, keys: Mapping[str, str]) -> dict[NamedNode, tuple[set[str], set[str]]]:
    """The drawn nodes with the keys of whom they are about and on what they rest."""
    found: dict[NamedNode, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for quad in store.quads_for_pattern(None, None, None, t.INFERRED_GRAPH):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode):
            continue
        if quad.predicate in _ABOUT and value.value in keys:
            found[subject][0].add(keys[value.value])
        elif quad.predicate == t.BASIS and value.value in keys:
            found[subject][1].add(keys[value.value])
        elif quad.predicate == t.HAS_PARTICIPATION:
            found[value][1].add(keys[subject.value])
    return found


def _objects(store: Store, subject: NamedNode, predicate: NamedNode) -> Iterator[NamedNode]:
    for quad in store.quads_for_pattern(subject, predicate, None):
        if isinstance(quad.object, NamedNode):
            yield quad.object


def told(things: Things, keys: Iterable[str], words: Words) -> Iterator[str]:
    """Lines that explain what the rules draw about some things together, by rule."""
    by_rule: dict[tuple[str, ...], list[Drawn]] = defaultdict(list)
    for item in drawn(things, keys):
        by_rule[item.rules].append(item)
    if by_rule:
        yield ""
        yield words("drawn", n=sum(map(len, by_rule.values())))
    known = {rule.id: rule for rule in load_rules()}
    for rules, items in sorted(by_rule.items()):
        yield from (f"  {rule}: {known[rule].sentence(words.language)}" for rule in rules)
        for item in items[:_MOST]:
            yield from _item(item, words)
        if len(items) > _MOST:
            yield f"    {words('more_by_rule', n=len(items) - _MOST)}"


def _item(item: Drawn, words: Words) -> Iterator[str]:
    *before, last = [words.quoted(key) for key in item.about] or ["?"]
    names = words("and", a=", ".join(before), b=last) if before else last
    basis = ", ".join(words.quoted(key) for key in item.on)
    yield f"    {words('on', names=names, basis=basis) if basis else names}"
    for passage in dict.fromkeys(item.passages):
        yield f"      “{one_line(passage.quote)}” ({passage.file})"
