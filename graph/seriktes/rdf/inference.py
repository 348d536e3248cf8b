"""The rules: SPARQL files run over the graph to a fixpoint; what they draw stands in a graph of its own.

Rule R10 is a negative one: attendance, a mention, a shared session or a quote never makes ``skt:partnersWith``. It
needs no query; a check (``ontology/checks``) holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, QueryTriples, Store

from seriktes.errors import DataError
from seriktes.model import Language
from seriktes.rdf import terms as t
from seriktes.rdf.iris import rule_iri
from seriktes.resources import ONTOLOGY, list_files, read_text

FOLDER = "rules"
#: Rules only feed later rules, so the second round adds nothing; the third is there to notice if that changes.
MAX_ROUNDS = 3
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


def _drawn(store: Store, rule: Rule) -> list[Quad]:
    found = store.query(rule.query, use_default_graph_as_union=True)
    if not isinstance(found, QueryTriples):
        raise DataError(f"rule {rule.id} is no CONSTRUCT query")
    return [Quad(triple.subject, triple.predicate, triple.object, t.INFERRED_GRAPH) for triple in found]


def _described(rules: Iterable[Rule], drawn: Iterable[Quad]) -> set[Quad]:
    """The rules that drew something, as activities with their sentences."""
    used = {quad.object for quad in drawn if quad.predicate == t.GENERATED_BY}
    described: set[Quad] = set()
    for rule in rules:
        node: NamedNode = rule_iri(rule.id)
        if node in used:
            described.add(Quad(node, t.TYPE, t.ACTIVITY, t.INFERRED_GRAPH))
            described.update(
                Quad(node, t.LABEL, Literal(rule.sentence(language), language=language), t.INFERRED_GRAPH)
                for language in LANGUAGES
            )
    return described


def infer(quads: Iterable[Quad], rules: Iterable[Rule] | None = None, rounds: int = MAX_ROUNDS) -> set[Quad]:
    """What the rules draw from the quads. Raises DataError when they do not settle within the rounds."""
    chosen = tuple(load_rules() if rules is None else rules)
    store = Store()
    store.bulk_extend(quads)
    drawn: set[Quad] = set()
    for _ in range(rounds):
        before = len(drawn)
        for rule in chosen:
            new = [quad for quad in _drawn(store, rule) if quad not in drawn]
            store.extend(new)
            drawn.update(new)
        if len(drawn) == before:
            return drawn | _described(chosen, drawn)
    raise DataError(f"the rules still draw new statements after {rounds} rounds")
