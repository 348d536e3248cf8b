"""The things of a build by IRI: what they are called, what they are, where their page is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from seriktes.authority.records import LANGUAGES
from seriktes.model import EntityType
from seriktes.rdf import terms as t
from seriktes.rdf.iris import SEGMENTS, percent_safe
from seriktes.store import GraphStore, text_of

ID = f"{t.BASE}id/"
DOC = f"{t.BASE}doc/"
_TYPES: Mapping[str, EntityType] = {segment: kind for kind, segment in SEGMENTS.items()}


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, organisation, event, agreement, place or project.

    ``path`` is its IRI below ``…/id/``, ``names`` the preferred ones by language, ``others`` all further spellings.
    """

    iri: str
    path: str
    type: EntityType
    kind: str | None
    country: str | None
    label: str
    names: Mapping[str, str]
    others: tuple[str, ...]

    def name(self, language: str) -> str:
        """What to call it in a language; the name of its own document where there is none."""
        return self.names.get(language) or self.label


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document that was read: its IRI, the file, and what is known of it."""

    iri: str
    digest: str
    id: str
    file: str
    language: str
    published: str | None
    publisher: str | None


class Things:
    """All things and documents of a store, and the labels of the vocabulary."""

    def __init__(self, store: GraphStore) -> None:
        self._terms = _vocabulary(store)
        self.vocabulary = _completions({iri for iri, _ in self._terms})
        self.by_iri = {thing.iri: thing for thing in _things(store)}
        self.by_path = {thing.path: thing for thing in self.by_iri.values()}
        self.documents = {document.iri: document for document in _documents(store)}
        self.document_ids = {iri: document.id for iri, document in self.documents.items()}
        self.by_document_id = {document.id: document for document in self.documents.values()}
        self.by_file = {document.file: iri for iri, document in self.documents.items()}

    def term(self, iri: str, language: str) -> str:
        """A class, property or concept in words; the end of its IRI where it has none."""
        return self._terms.get((iri, language)) or unquote(iri.rstrip("/").replace("#", "/").rpartition("/")[2])

    def is_term(self, iri: str) -> bool:
        """Whether the ontology has a word for an IRI."""
        return any((iri, language) in self._terms for language in LANGUAGES)

    def called(self, iri: str, language: str) -> str:
        """The name of a thing, a document or a term."""
        if iri in self.by_iri:
            return self.by_iri[iri].name(language)
        if iri in self.documents:
            return self.documents[iri].file
        return self.term(iri, language)


def local_iri(path: str) -> str:
    """The IRI of a path of the service, as the graph writes it.

    >>> local_iri("id/org/mfa-kazakhstan"), local_iri("id/org/%D0%B0"), local_iri("id/org%2Fmfa")
    ('https://w3id.org/seriktes/id/org/mfa-kazakhstan', 'https://w3id.org/seriktes/id/org/%D0%B0', 'https://w3id.org/seriktes/id/org/mfa')
    """
    parts = path.split("/")
    if len(parts) == 2 and parts[0] == "id":  # a client has written the slash of the key as %2F
        parts = [parts[0], *unquote(parts[1]).split("/", 1)]
    return t.BASE + "/".join(percent_safe(unquote(part, errors="replace")) for part in parts)


def _vocabulary(store: GraphStore) -> dict[tuple[str, str], str]:
    labels = {}
    for predicate in (t.LABEL, t.PREF_LABEL):
        for quad in store.match(None, predicate, None, t.ONTOLOGY_GRAPH):
            if isinstance(quad.object, Literal) and quad.object.language:
                labels[(text_of(quad.subject), quad.object.language)] = quad.object.value
    return labels


def _completions(iris: set[str]) -> dict[str, object]:
    """What an editor offers to complete: our prefixes, and the terms the ontology labels; classes begin with a capital."""
    ends = {iri: iri.replace("#", "/").rpartition("/")[2] for iri in sorted(iris) if f"{t.BASE}scheme/" not in iri}
    return {
        "base": t.BASE,
        "prefixes": dict(t.PREFIXES),
        "classes": [iri for iri, end in ends.items() if end[:1].isupper()],
        "properties": [iri for iri, end in ends.items() if end[:1].islower()],
    }


def _things(store: GraphStore) -> list[Thing]:
    found: dict[str, dict[str, list[Literal]]] = defaultdict(lambda: defaultdict(list))
    kinds: dict[str, str] = {}
    for quad in store.match(None, None, None, t.ENTITIES_GRAPH):
        iri = text_of(quad.subject)
        if isinstance(quad.object, Literal):
            found[iri][quad.predicate.value].append(quad.object)
        elif quad.predicate == t.KIND:
            kinds[iri] = text_of(quad.object)
    things = []
    for iri in sorted(found):
        segment, _, key = iri.removeprefix(ID).partition("/")
        if iri.startswith(ID) and segment in _TYPES and key:
            things.append(_thing(iri, _TYPES[segment], kinds.get(iri), found[iri]))
    return things


def _thing(iri: str, type_: EntityType, kind: str | None, said: Mapping[str, list[Literal]]) -> Thing:
    names = {literal.language or "": literal.value for literal in sorted(said.get(t.PREF_LABEL.value, ()), key=str)}
    labels = [literal.value for literal in said.get(t.LABEL.value, ())]
    others = {literal.value for predicate in (t.ALT_LABEL, t.HIDDEN_LABEL) for literal in said.get(predicate.value, ())}
    countries = sorted(literal.value for literal in said.get(t.KNOWN_COUNTRY.value, ()))
    label = min(labels) if labels else next(iter(names.values()), unquote(iri.rpartition("/")[2]))
    own: dict[str, str] = {language: names[language] for language in LANGUAGES if language in names}
    return Thing(
        iri,
        iri.removeprefix(ID),
        type_,
        kind,
        countries[0] if countries else None,
        label,
        own,
        tuple(sorted(others - set(own.values()) - {label})),
    )


def _documents(store: GraphStore) -> list[SourceDocument]:
    documents = []
    for quad in store.match(None, t.TYPE, t.SOURCE_DOCUMENT, t.DOCUMENTS_GRAPH):
        iri = text_of(quad.subject)
        said = {q.predicate: text_of(q.object) for q in store.match(NamedNode(iri), None, None, t.DOCUMENTS_GRAPH)}
        documents.append(
            SourceDocument(
                iri,
                iri.removeprefix(DOC),
                said.get(t.IDENTIFIER, ""),
                said.get(t.FILE_NAME, iri),
                said.get(t.LANGUAGE, ""),
                said.get(t.ISSUED),
                said.get(t.PUBLISHER),
            )
        )
    return sorted(documents, key=lambda document: (document.file, document.iri))
