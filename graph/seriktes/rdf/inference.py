"""The rules: SPARQL files run over the graph to a fixpoint; what they draw stands in a graph of its own.

Rule R10 is a negative one: attendance, a mention, a shared session or a quote never makes ``skt:partnersWith``. It
needs no query; a check (``ontology/checks``) holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, QueryTriples, RdfFormat, Store

from seriktes.errors import DataError
from seriktes.model import Language
from seriktes.rdf import terms as t
from seriktes.rdf.iris import rule_iri
from seriktes.rdf.serialize import to_lines
from seriktes.resources import ONTOLOGY, list_files, read_text

FOLDER = "rules"
#: The second round adds nothing, see draw_in_order; the third is there to notice if that changes.
MAX_ROUNDS = 3
#: Quads, or their lines, that are held at a time.
_AT_ONCE = 20_000
_END = f"{t.INFERRED_GRAPH} .".encode()
_HEADER = re.compile(r"^# (id|kk|ru|en): (.+)$", re.MULTILINE)
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, what it says in three languages, and its CONSTRUCT query."""

    id: str
    kk: str
    ru: str
    en: str
    query: str

    def sentence(self, language: Language) -> str:
        """What the rule says, in a language."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]


@cache
def load_rules() -> tuple[Rule, ...]:
    """The shipped rules in the order of their ids. Raises DataError for one without id or sentence."""
    rules = []
    for name in list_files(ONTOLOGY, FOLDER, ".rq"):
        text = read_text(ONTOLOGY, name)
        header = dict(_HEADER.findall(text))
        missing = {"id", *LANGUAGES} - header.keys()
        if missing:
            raise DataError(f"{name}: the header lacks {', '.join(sorted(missing))}")
        rules.append(Rule(header["id"], header["kk"], header["ru"], header["en"], text))
    return tuple(sorted(rules, key=lambda rule: (len(rule.id), rule.id)))


def _found(store: Store, rule: Rule) -> QueryTriples:
    found = store.query(rule.query, use_default_graph_as_union=True)
    if not isinstance(found, QueryTriples):
        raise DataError(f"rule {rule.id} is no CONSTRUCT query")
    return found


def _drawn(store: Store, rule: Rule) -> Iterator[Quad]:
    return (Quad(triple.subject, triple.predicate, triple.object, t.INFERRED_GRAPH) for triple in _found(store, rule))


def _described(rules: Iterable[Rule], store: Store) -> Iterator[Quad]:
    """The rules that drew something, as activities with their sentences."""
    for rule in rules:
        node: NamedNode = rule_iri(rule.id)
        if any(True for _ in store.quads_for_pattern(None, t.GENERATED_BY, node, t.INFERRED_GRAPH)):
            yield from _sentences(rule)


def _sentences(rule: Rule) -> Iterator[Quad]:
    node = rule_iri(rule.id)
    yield Quad(node, t.TYPE, t.ACTIVITY, t.INFERRED_GRAPH)
    for language in LANGUAGES:
        yield Quad(node, t.LABEL, Literal(rule.sentence(language), language=language), t.INFERRED_GRAPH)


def infer(quads: Iterable[Quad], rules: Iterable[Rule] | None = None, rounds: int = MAX_ROUNDS) -> set[Quad]:
    """What the rules draw from the quads. Raises DataError when they do not settle within the rounds."""
    store = Store()
    store.bulk_extend(quads)
    draw(store, rules, rounds)
    return set(inferred(store))


def draw(store: Store, rules: Iterable[Rule] | None = None, rounds: int = MAX_ROUNDS) -> None:
    """Add to a store what the rules draw from it. Raises DataError when they do not settle within the rounds."""
    chosen = tuple(load_rules() if rules is None else rules)
    for _ in range(rounds):
        if not draw_once(store, chosen):
            store.extend(list(_described(chosen, store)))
            return
    raise DataError(f"the rules still draw new statements after {rounds} rounds")


def draw_in_order(store: Store, between: Path) -> Iterator[Sequence[bytes]]:
    """Add to a store what the shipped rules draw from it, and give it as lines of N-Quads, some at a time.

    Each is asked once, since no rule feeds an earlier one or itself; tests hold that :func:`draw` finds no more. What a rule draws
    goes through the file ``between`` as Oxigraph writes it, which is faster than as objects of Python.
    """
    for rule in load_rules():
        _found(store, rule).serialize(str(between), format=RdfFormat.N_TRIPLES)
        store.bulk_load(path=str(between), format=RdfFormat.N_TRIPLES, to_graph=t.INFERRED_GRAPH, lenient=True)
        with between.open("rb") as stream:
            while some := [line[: -len(b".\n")] + _END for line in islice(stream, _AT_ONCE)]:
                yield some
    described = list(_described(load_rules(), store))
    store.extend(described)
    yield to_lines(described)


def drawn_from(rule: Rule, lines: Iterable[bytes]) -> set[bytes]:
    """What a rule draws from some lines of N-Quads, as such lines."""
    store = Store()
    store.bulk_load(b"\n".join(lines), format=RdfFormat.N_QUADS, lenient=True)
    found = _found(store, rule).serialize(format=RdfFormat.N_TRIPLES)
    return {line[: -len(b".")] + _END for line in (found or b"").splitlines()}


def about_rule(rule: Rule) -> list[bytes]:
    """What is said of a rule that drew something: that it is an activity, and its sentences; as lines of N-Quads."""
    return to_lines(_sentences(rule))


def draw_once(store: Store, rules: Iterable[Rule]) -> int:
    """Add what rules draw, one after the other; returns how many statements are new."""
    return sum(_add(store, _drawn(store, rule)) for rule in rules)


def inferred(store: Store) -> Iterator[Quad]:
    """What rules drew, in a store."""
    return store.quads_for_pattern(None, None, None, t.INFERRED_GRAPH)


def _add(store: Store, quads: Iterator[Quad]) -> int:
    """Add quads, some at a time; returns how many were new."""
    new = 0
    while some := set(islice(quads, _AT_ONCE)):
        fresh = [quad for quad in some if quad not in store]
        store.extend(fresh)
        new += len(fresh)
    return new
