"""What a person needs to see a trouble: the names of things and properties, and the sentences behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from seriktes.model import Language
from seriktes.rdf import terms as t
from seriktes.rdf.shapes import LANGUAGES, Term
from seriktes.rdf.trig import compact
from seriktes.rdf.validate import Violation

_IRI = re.compile(r"<([^>]+)>")
#: A trouble about hundreds of claims is told by the first few.
_MOST_PROOFS = 3
_NAMES = (t.PREF_LABEL, t.LABEL)
#: What claims are about, by the kind of claim.
_CLAIMED = (
    (t.SUBJECT, t.PREDICATE, t.OBJECT),
    (t.PARTICIPANT, t.PARTICIPANT_ROLE),
    (t.MEMBER, t.IN_ORGANIZATION),
    (t.REPRESENTATIVE, t.REPRESENTS),
    (t.PARTNER,),
    (t.CO_PARTICIPANT,),
)


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """Where the statement at fault stands: the file of the document and, where there is one, the passage."""

    file: str
    start: int = -1
    end: int = -1
    quote: str = ""


def node_of(text: str) -> NamedNode | BlankNode:
    """The node that a trouble tells as text."""
    return BlankNode(text.removeprefix("_:")) if text.startswith("_:") else NamedNode(text)


def properties_of(trouble: Violation) -> list[str]:
    """The IRIs of the properties on the path of a trouble."""
    return _IRI.findall(trouble.path)


def name_of(store: Store, iri: str, language: Language) -> str:
    """The name of a thing or term in a language, else in another one, else its short IRI."""
    if not iri or iri.startswith("_:"):
        return iri
    for predicate in _NAMES:
        found = {
            quad.object.language: quad.object.value
            for quad in store.quads_for_pattern(NamedNode(iri), predicate, None)
            if isinstance(quad.object, Literal)
        }
        for wished in (language, *LANGUAGES, None):
            if wished in found:
                return found[wished]
    return compact(iri)


def title_of(store: Store, iri: str, language: Language) -> str:
    """The name of a thing; of a claim, which has none, the names of what it is about."""
    node = node_of(iri)
    about = [value for parts in _CLAIMED for part in parts for value in _objects(store, node, part)]
    if not about:
        return name_of(store, iri, language)
    return " – ".join(name_of(store, v.value, language) if isinstance(v, NamedNode) else _words(v) for v in about)


def _words(term: Term) -> str:
    return term.value if isinstance(term, Literal) else str(term)


def kinds_of(store: Store, iri: str, language: Language) -> str:
    """The classes of a thing by name, those of evidence last."""
    classes = [
        quad.object.value for quad in store.quads_for_pattern(node_of(iri), t.TYPE, None) if isinstance(quad.object, NamedNode)
    ]
    ordered = sorted(classes, key=lambda cls: (cls == t.ASSERTION.value, cls))
    return ", ".join(dict.fromkeys(name_of(store, cls, language) for cls in ordered))


def proofs_of(store: Store, trouble: Violation) -> list[Proof]:
    """Where documents say what is at fault: at most three places, in order."""
    focus = node_of(trouble.focus)
    claims = sorted({str(claim): claim for claim in _claims(store, focus, trouble)}.items())
    found = {proof for _, claim in claims for proof in passages_of(store, claim)}
    if not found:
        found = {Proof(file) for file in _files(store, focus)}
    return sorted(found)[:_MOST_PROOFS]


def _objects(store: Store, subject: Term, predicate: NamedNode) -> Iterator[Term]:
    if isinstance(subject, (NamedNode, BlankNode)):
        for quad in store.quads_for_pattern(subject, predicate, None):
            yield quad.object


def _subjects(store: Store, predicate: NamedNode, value: Term) -> Iterator[NamedNode | BlankNode]:
    if not isinstance(value, Literal):
        for quad in store.quads_for_pattern(None, predicate, value):
            yield _subject(quad)


def _subject(quad: Quad) -> NamedNode | BlankNode:
    if not isinstance(quad.subject, (NamedNode, BlankNode)):
        raise TypeError(f"{quad.subject} is no node")
    return quad.subject


def _claims(store: Store, focus: NamedNode | BlankNode, trouble: Violation) -> Iterator[NamedNode | BlankNode]:
    """The claims that say what is at fault: the focus itself, what it was derived from, or claims about it."""
    if any(_objects(store, focus, t.SELECTOR)):
        yield focus
    for predicate in (t.SELECTOR, t.HAS_PARTICIPATION):
        if trouble.shape.startswith(("Position", "Quote", "Participation")):
            yield from _subjects(store, predicate, focus)
    for claim in _objects(store, focus, t.DERIVED_FROM):
        if isinstance(claim, (NamedNode, BlankNode)):
            yield claim
    wanted = {NamedNode(iri) for iri in properties_of(trouble)}
    values = {trouble.term} if trouble.term else set()
    for claim in _subjects(store, t.SUBJECT, focus):
        said = {*_objects(store, claim, t.PREDICATE)}
        about = {str(value) for value in _objects(store, claim, t.OBJECT)}
        if (not wanted or wanted & said or values & {str(p) for p in said}) and (not values or not wanted or values & about):
            yield claim


def passages_of(store: Store, claim: NamedNode | BlankNode) -> Iterator[Proof]:
    """Where the document of a claim says it."""
    files = [file for document in _objects(store, claim, t.PRIMARY_SOURCE) for file in _files_of(store, document)]
    start, end, quote = -1, -1, ""
    for selector in _objects(store, claim, t.SELECTOR):
        start = max((_number(value) for value in _objects(store, selector, t.START)), default=start)
        end = max((_number(value) for value in _objects(store, selector, t.END)), default=end)
        quote = next((value.value for value in _objects(store, selector, t.EXACT) if isinstance(value, Literal)), quote)
    if files:
        yield Proof(files[0], start, end, quote)


def _number(term: Term) -> int:
    return int(term.value) if isinstance(term, Literal) and term.value.isdigit() else -1


def _files_of(store: Store, document: Term) -> list[str]:
    return [name.value for name in _objects(store, document, t.FILE_NAME) if isinstance(name, Literal)]


def _files(store: Store, focus: NamedNode | BlankNode) -> Iterator[str]:
    """The files of the documents that mention a thing, or of the document that it is."""
    yield from _files_of(store, focus)
    for document in _subjects(store, t.MENTIONS, focus):
        yield from _files_of(store, document)
