"""Entities of all documents to nodes: one for each type and key, with merged labels, kind and country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from seriktes.authority.records import load_authority
from seriktes.keeping.cards import cards_of
from seriktes.model import Annotation, Document, Entity, EntityType, Language
from seriktes.rdf import terms as t
from seriktes.rdf.clean import clean_label
from seriktes.rdf.iris import entity_iri, percent_safe, thing_of
from seriktes.rdf.page import key_of
from seriktes.rdf.posts import post_of
from seriktes.records import Kept

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_FORMAL = frozenset({"government", "parliament", "diplomatic_mission", "intergovernmental"})
_CLASSES: Mapping[EntityType, NamedNode] = {
    "Person": t.PERSON,
    "Organization": t.ORGANIZATION,
    "Place": t.PLACE,
    "Event": t.EVENT,
    "Agreement": t.AGREEMENT,
    "Project": t.PROJECT,
}
_KINDS: Mapping[EntityType, str] = {
    "Organization": "organization-kind",
    "Place": "place-kind",
    "Event": "event-kind",
    "Agreement": "agreement-kind",
}
_INITIAL = re.compile(r"\b\w\.")


@dataclass(slots=True)
class Node:
    """What all documents together say of one thing: how often which name, form, kind and country was given.

    ``spelled`` are English names made of Kazakh and Russian ones; a name that an English document has goes before them.
    """

    type: EntityType
    key: str
    names: dict[Language, Counter[str]] = field(default_factory=lambda: {lang: Counter() for lang in LANGUAGES})
    spelled: Counter[str] = field(default_factory=Counter)
    forms: dict[Language, set[str]] = field(default_factory=lambda: {lang: set() for lang in LANGUAGES})
    kinds: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    authorities: Counter[str] = field(default_factory=Counter)

    def add(self, entity: Entity, document: Document) -> int:
        """Take in what one document says; returns how many characters were taken out of its labels."""
        name, removed = clean_label(entity.name)
        if name:
            self.names[document.language][name] += 1
        if entity.name_en and document.language != "en":
            english, more = clean_label(entity.name_en)
            removed += more
            if english:
                self.spelled[english] += 1
        for mention in entity.mentions:
            form, more = clean_label(mention.text)
            removed += more
            if form:
                self.forms[document.language].add(form)
        for counter, value in ((self.kinds, entity.kind), (self.countries, entity.country), (self.authorities, entity.authority)):
            if value:
                counter[value] += 1
        return removed


def most_common(counter: Counter[str]) -> str | None:
    """What was said most often; among equals the first in order.

    >>> most_common(Counter(["b", "a"])), most_common(Counter())
    ('a', None)
    """
    return min(counter, key=lambda value: (-counter[value], value)) if counter else None


def merge_entities(annotations: Iterable[Annotation], only: Collection[str] | None = None) -> tuple[list[Node], int]:
    """One node for each type and key, sorted; and how many characters were taken out of labels. ``only`` some things, if given."""
    nodes: dict[tuple[str, str], Node] = {}
    removed = 0
    for annotation in annotations:
        for entity in annotation.entities:
            key = key_of(entity, annotation.document)
            if only is not None and thing_of(entity.type, key) not in only:
                continue
            node = nodes.setdefault((entity.type, key), Node(entity.type, key))
            removed += node.add(entity, annotation.document)
    return [nodes[place] for place in sorted(nodes)], removed


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a thing by language: at most one preferred, the other names, the forms found in texts."""

    preferred: Mapping[Language, str]
    others: Mapping[Language, Sequence[str]]
    hidden: Mapping[Language, Sequence[str]]


def _best_first(names: Counter[str], entity_type: EntityType) -> list[str]:
    """Names by how often they are given, longer ones first among equals; a person's with initials come last."""

    def rank(name: str) -> tuple[bool, int, int, str]:
        initials = entity_type == "Person" and _INITIAL.search(name) is not None
        return initials, -names[name], -len(name), name

    return sorted(names, key=rank)


def labels_of(node: Node, given: Mapping[Language, str] | None = None) -> Labels:
    """Choose the labels: a name given by people first, then the authority's, then what most documents say.

    No label stands twice.
    """
    record = load_authority().get(most_common(node.authorities) or node.key)
    if record is not None and record.type != node.type:
        record = None
    preferred: dict[Language, str] = {}
    others: dict[Language, Sequence[str]] = {}
    hidden: dict[Language, Sequence[str]] = {}
    for language in LANGUAGES:
        known = [clean_label(name)[0] for name in (record.names.get(language, ())[:1] if record else ())]
        short = [clean_label(name)[0] for name in (record.shorts.get(language, ())[:1] if record else ())]
        said = _best_first(node.names[language], node.type)
        if language == "en":
            said += _best_first(node.spelled, node.type)
        ordered = [
            name for name in dict.fromkeys([clean_label((given or {}).get(language, ""))[0], *known, *said, *short]) if name
        ]
        if ordered:
            preferred[language] = ordered[0]
        others[language] = ordered[1:]
        hidden[language] = sorted(node.forms[language] - set(ordered))
    return Labels(preferred, others, hidden)


def _label_quads(subject: NamedNode, labels: Labels, fallback: Literal) -> Iterator[Quad]:
    yield Quad(subject, t.LABEL, fallback, t.ENTITIES_GRAPH)
    for language in LANGUAGES:
        if language in labels.preferred:
            preferred = Literal(labels.preferred[language], language=language)
            yield Quad(subject, t.PREF_LABEL, preferred, t.ENTITIES_GRAPH)
        for predicate, names in ((t.ALT_LABEL, labels.others), (t.HIDDEN_LABEL, labels.hidden)):
            for name in names[language]:
                yield Quad(subject, predicate, Literal(name, language=language), t.ENTITIES_GRAPH)


def _own_label(node: Node, labels: Labels) -> Literal:
    """The label to show where the wished language has none: in the language most documents name the thing in."""
    counted = [(-sum(node.names[lang].values()), place, lang) for place, lang in enumerate(LANGUAGES) if lang in labels.preferred]
    if not counted:
        return Literal(clean_label(node.key)[0] or "?")
    # English names come with nearly every entity; they are shown only where no document's own language has a name.
    _, _, language = min((c for c in counted if c[2] != "en"), default=counted[0])
    return Literal(labels.preferred[language], language=language)


def _classes(node: Node, kind: str | None) -> Iterator[NamedNode]:
    if node.type == "Agreement" and kind == "resolution":
        yield t.RESOLUTION
        return
    yield _CLASSES[node.type]
    if node.type == "Agreement" and kind == "memorandum":
        yield t.MEMORANDUM
    if node.type == "Organization" and kind in _FORMAL:
        yield t.FORMAL_ORGANIZATION


def describe_node(node: Node, given: Mapping[Language, str] | None = None) -> Iterator[Quad]:
    """The quads of a thing: classes, key, kind, known country, labels."""
    subject = entity_iri(node.type, node.key)
    kind, country, labels = most_common(node.kinds), most_common(node.countries), labels_of(node, given)
    for cls in _classes(node, kind):
        yield Quad(subject, t.TYPE, cls, t.ENTITIES_GRAPH)
    yield Quad(subject, t.IDENTIFIER, Literal(clean_label(node.key)[0] or "?"), t.ENTITIES_GRAPH)
    if kind and node.type in _KINDS:
        yield Quad(subject, t.KIND, t.SCHEME(f"{_KINDS[node.type]}/{percent_safe(kind)}"), t.ENTITIES_GRAPH)
    if country:
        yield Quad(subject, t.KNOWN_COUNTRY, Literal(country), t.ENTITIES_GRAPH)
        if node.type == "Place" and kind == "country":
            yield Quad(subject, t.NOTATION, Literal(country), t.ENTITIES_GRAPH)
            yield Quad(subject, t.STATED_COUNTRY, Literal(country), t.ENTITIES_GRAPH)  # a country states itself
    yield from _label_quads(subject, labels, _own_label(node, labels))


def describe_posts(annotations: Iterable[Annotation], only: Collection[str] | None = None) -> Iterator[Quad]:
    """The posts that memberships name: where they are, their role, and their titles as found; ``only`` those of some bodies, if given."""
    titles: dict[tuple[str, str], Counter[tuple[str, Language]]] = {}
    for annotation in annotations:
        entities = {entity.id: entity for entity in annotation.entities}
        for fact in annotation.facts:
            title = clean_label(fact.values.get("title", ""))[0]
            if fact.type == "post" and title:
                key = key_of(entities[fact.arguments["organization"]], annotation.document)
                if only is not None and thing_of("Organization", key) not in only:
                    continue
                post = post_of(key, title)
                place = (key, post.iri.value if post else "")
                titles.setdefault(place, Counter())[title, annotation.document.language] += 1
    for (key, iri), counted in sorted(titles.items()):
        yield from _describe_post(key, NamedNode(iri), counted)


def _describe_post(key: str, subject: NamedNode, titles: Counter[tuple[str, Language]]) -> Iterator[Quad]:
    yield Quad(subject, t.TYPE, t.POST_CLASS, t.ENTITIES_GRAPH)
    yield Quad(subject, t.POST_IN, entity_iri("Organization", key), t.ENTITIES_GRAPH)
    ordered = sorted(titles, key=lambda item: (-titles[item], item))
    post = post_of(key, ordered[0][0])
    if post and post.role:
        yield Quad(subject, t.ROLE, post.role, t.ENTITIES_GRAPH)
    labelled: set[Language] = set()
    for title, language in ordered:
        predicate = t.ALT_LABEL if language in labelled else t.PREF_LABEL
        labelled.add(language)
        yield Quad(subject, predicate, Literal(title, language=language), t.ENTITIES_GRAPH)


def describe_aliases(aliases: Mapping[str, tuple[EntityType, str]]) -> set[Quad]:
    """Where other keys of things lead: links to a thing as it was before a merge stay good."""
    return {
        Quad(entity_iri(type_, old), t.IS_REPLACED_BY, entity_iri(type_, key), t.ENTITIES_GRAPH)
        for old, (type_, key) in aliases.items()
    }


def describe_entities(
    annotations: Sequence[Annotation],
    names: Mapping[str, Mapping[Language, str]] | None = None,
    only: Collection[str] | None = None,
) -> tuple[set[Quad], int]:
    """All things of all documents in the graph of entities, and how many characters were taken out of labels.

    With ``only``, those of them (:func:`~seriktes.rdf.iris.thing_of`), whatever documents name them, and the posts in them.
    """
    places = range(len(annotations)) if only is None else _naming(annotations, only)
    nodes, removed = merge_entities((annotations[place] for place in places), only)
    quads = {quad for node in nodes for quad in describe_node(node, (names or {}).get(node.key))}
    return quads.union(describe_posts((annotations[place] for place in places), only)), removed


def _naming(annotations: Sequence[Annotation], things: Collection[str]) -> list[int]:
    """The places of those that name some of the things."""
    wanted = Kept[tuple[EntityType, str | None], bool](lambda named: thing_of(named[0], named[1] or "") in things, 1 << 20)
    told = enumerate(cards_of(annotations))
    return [place for place, card in told if any(map(wanted.__getitem__, zip(card.types, card.keys, strict=True)))]
