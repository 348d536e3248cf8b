"""Things that may be one, in the graph: the pair said both ways, and the derivation: which evidence, what sum, which documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from seriktes.identity.undecided import RULES, OpenPair
from seriktes.keeping.cards import cards_of
from seriktes.model import Annotation
from seriktes.rdf import terms as t
from seriktes.rdf.clean import clean_quote
from seriktes.rdf.iris import claim_iri, document_iri_of, entity_iri, rule_iri


def describe_undecided(pairs: Iterable[OpenPair], annotations: Iterable[Annotation]) -> set[Quad]:
    """The quads of pairs that may be one, in the graph of entities, each with an Inference that says why."""
    documents = {card.id: document_iri_of(card.digest) for card in cards_of(annotations)}
    return {quad for pair in pairs for quad in (*_said(pair), *_derived(pair, documents))}


def _said(pair: OpenPair) -> Iterator[Quad]:
    one, other = entity_iri(pair.type, pair.left), entity_iri(pair.type, pair.right)
    yield Quad(one, t.POSSIBLY_SAME_AS, other, t.ENTITIES_GRAPH)
    yield Quad(other, t.POSSIBLY_SAME_AS, one, t.ENTITIES_GRAPH)


def _derived(pair: OpenPair, documents: Mapping[str, NamedNode]) -> Iterator[Quad]:
    one, other = entity_iri(pair.type, pair.left), entity_iri(pair.type, pair.right)
    digest = claim_iri(one, t.POSSIBLY_SAME_AS.value, one.value, other.value).value.rsplit("#c-", 1)[1]
    node, rule = NamedNode(f"{t.BASE}id/derived/{digest}"), rule_iri(pair.rule)
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (node, t.TYPE, t.INFERENCE),
        (node, t.SUBJECT, one),
        (node, t.PREDICATE, t.POSSIBLY_SAME_AS),
        (node, t.OBJECT, other),
        (node, t.SCORE, _decimal(pair.score)),
        (node, t.GENERATED_BY, rule),
        (rule, t.TYPE, t.ACTIVITY),
    ]
    said += [(node, t.DERIVED_FROM, documents[document]) for document in pair.documents]
    said += [(node, t.COMMENT, Literal(clean_quote(piece), language="en")) for piece in pair.evidence]
    said += [(rule, t.LABEL, Literal(words, language=language)) for language, words in RULES[pair.rule].items()]
    for triple in said:
        yield Quad(*triple, t.ENTITIES_GRAPH)


def _decimal(value: float) -> Literal:
    digits = f"{value:.2f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, datatype=t.XSD("decimal"))
