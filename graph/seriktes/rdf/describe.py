"""One annotation to quads: its claims in the graph of its document, and what is known of the document itself."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from seriktes import __version__
from seriktes.keeping.cards import Card
from seriktes.model import Annotation
from seriktes.rdf import stated, topics
from seriktes.rdf import terms as t
from seriktes.rdf.claims import describe_detail, describe_fact
from seriktes.rdf.clean import clean_label
from seriktes.rdf.iris import document_iri_of, rule_iri, software_iri, web_iri
from seriktes.rdf.page import literal_date, page_of, statement


def describe_claims(annotation: Annotation) -> set[Quad]:
    """All that a document says, in the named graph of the document: its claims, and what it mentions."""
    page = page_of(annotation)
    quads = {page.quad(page.iri, t.MENTIONS, page.node(entity.id)) for entity in annotation.entities}
    for fact in annotation.facts:
        quads.update(describe_fact(page, fact))
    for entity in annotation.entities:
        for detail in entity.details:
            quads.update(describe_detail(page, entity, detail))
    for entity, fact in stated.stated_countries(annotation):
        quads.update(statement(page, fact, page.node(entity.id), t.STATED_COUNTRY, Literal(entity.country or "")))
    for entity, topic, detail in topics.stated_topics(annotation):
        quads.update(statement(page, detail, page.node(entity.id), t.ABOUT, topic))
    return quads


def rules_of(annotation: Annotation, claims: Iterable[Quad]) -> set[str]:
    """The rules of the reader that the claims of a document name."""
    used = {quad.object for quad in claims if quad.predicate == t.GENERATED_BY}
    details = [detail.rule for entity in annotation.entities for detail in entity.details]
    rules = {stated.RULE, topics.RULE, *details, *(fact.rule for fact in annotation.facts)}
    return {rule for rule in rules if rule_iri(rule) in used}


def describe_document(document: Card, rules: Iterable[str]) -> set[Quad]:
    """What is known of a document: digest, language, date, publisher, file, and who read it with which rules."""
    iri, software = document_iri_of(document.digest), software_iri(__version__)
    reading = NamedNode(f"{iri.value}#reading")
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (iri, t.TYPE, t.SOURCE_DOCUMENT),
        (iri, t.SHA256, Literal(document.digest)),
        (iri, t.LANGUAGE, Literal(document.language)),
        (iri, t.IDENTIFIER, Literal(clean_label(document.id)[0])),
        (iri, t.FILE_NAME, Literal(clean_label(document.file)[0])),
        (reading, t.TYPE, t.ACTIVITY),
        (reading, t.USED, iri),
        (reading, t.ASSOCIATED_WITH, software),
    ]
    if document.published:
        said.append((iri, t.ISSUED, literal_date(document.published, document.file)))
    if document.publisher and clean_label(document.publisher)[0]:
        said.append((iri, t.PUBLISHER, Literal(clean_label(document.publisher)[0])))
    said += _origin(document, iri)
    quads = {Quad(*triple, t.DOCUMENTS_GRAPH) for triple in said}
    return quads | describe_copies(document) | describe_rules(rules)


def describe_copies(document: Card) -> set[Quad]:
    """What is known of the reprints of a document."""
    return {Quad(*triple, t.DOCUMENTS_GRAPH) for triple in _copies(document, document_iri_of(document.digest))}


def describe_rules(rules: Iterable[str]) -> set[Quad]:
    """The reader, and the rules of it that claims name."""
    software = software_iri(__version__)
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (software, t.TYPE, t.SOFTWARE_AGENT),
        (software, t.SOFTWARE_VERSION, Literal(__version__)),
    ]
    for rule in rules:
        node = rule_iri(rule)
        said += [
            (node, t.TYPE, t.ACTIVITY),
            (node, t.LABEL, Literal(clean_label(rule)[0] or "unnamed")),
            (node, t.ASSOCIATED_WITH, software),
        ]
    return {Quad(*triple, t.DOCUMENTS_GRAPH) for triple in said}


def describe_translations(pairs: Iterable[tuple[Annotation, Annotation]]) -> set[Quad]:
    """Documents that tell one report in two languages: alternates of each other, in both directions."""
    pages = [(page_of(one).iri, page_of(other).iri) for one, other in pairs]
    both = [*pages, *((other, one) for one, other in pages)]
    return {Quad(one, t.ALTERNATE_OF, other, t.DOCUMENTS_GRAPH) for one, other in both}


def _origin(document: Card, iri: NamedNode) -> list[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """The title and address that the file of a document states; a text file states none."""
    if document.origin is None:
        return []
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = []
    title, url = clean_label(document.origin.title or "")[0], web_iri(document.origin.url or "")
    if title:
        said.append((iri, t.NAMED, Literal(title)))
    if url is not None:
        said.append((iri, t.URL, url))
    return said


def _copies(document: Card, iri: NamedNode) -> list[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """The reprints of a document: where else the same words were printed."""
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = []
    for copy in document.copies:
        node, url = document_iri_of(copy.digest), web_iri(copy.url or "")
        said += [
            (node, t.IS_VERSION_OF, iri),
            (node, t.SHA256, Literal(copy.digest)),
            (node, t.IDENTIFIER, Literal(clean_label(copy.id)[0])),
            (node, t.FILE_NAME, Literal(clean_label(copy.file)[0])),
        ]
        if copy.published:
            said.append((node, t.ISSUED, literal_date(copy.published, copy.file)))
        if clean_label(copy.publisher or "")[0]:
            said.append((node, t.PUBLISHER, Literal(clean_label(copy.publisher or "")[0])))
        if url is not None:
            said.append((node, t.URL, url))
    return said
