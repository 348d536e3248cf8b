"""What the page of a concept (a topic, a kind, a role) or of a scheme tells people, and what belongs to any node."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode

from seriktes.rdf import terms as t
from seriktes.serve.view import LANGUAGES, SCHEMES, View, types
from seriktes.store import GraphStore, text_of

#: Of what belongs to one node, so many are listed.
MOST_LISTED = 500
_CONCEPT, _SCHEME = t.SKOS("Concept"), t.SKOS("ConceptScheme")
_UP = (t.SKOS("broader"), t.SKOS("inScheme"))
Named = dict[str, str | None]


def is_concept(store: GraphStore, iri: str) -> bool:
    """Whether a node is a concept of a scheme, or a scheme."""
    return any(quad.object in (_CONCEPT, _SCHEME) for quad in store.match(NamedNode(iri), t.TYPE, None))


def concept(store: GraphStore, iri: str, view: View, words: Mapping[str, str]) -> dict[str, Any]:
    """Names, definition, what stands above, beside and below, and the things about it by their type."""
    own = {language: _literals(store, iri, t.PREF_LABEL, language) for language in LANGUAGES}
    other = {language: _literals(store, iri, t.ALT_LABEL, language) for language in LANGUAGES}
    defined = _literals(store, iri, t.SKOS("definition"), view.language)
    above = {text_of(q.object) for predicate in _UP for q in store.match(NamedNode(iri), predicate, None)}
    below = {text_of(q.subject) for q in store.match(None, t.SKOS("broader"), NamedNode(iri))}
    below |= {text_of(q.object) for q in store.match(NamedNode(iri), t.SKOS("narrower"), None)}
    below |= {text_of(q.subject) for q in store.match(None, t.SKOS("inScheme"), NamedNode(iri))}
    pointing = {text_of(q.subject) for q in store.match(None, None, NamedNode(iri))}
    about = []
    for type_ in types():
        found = [x for x in pointing if x in view.things.by_iri and view.things.by_iri[x].type == type_]
        if found:
            about.append((words[f"types_{type_}"], len(found), named(found, view)))
    return {
        "definition": " ".join(defined),
        "names": [(x, words[f"language_{x}"], ", ".join(own[x])) for x in LANGUAGES if own[x]],
        "others": [name for language in LANGUAGES for name in other[language]],
        "broader": named(above, view),
        "narrower": named(below, view),
        "about": about,
    }


def belonging(store: GraphStore, iri: str, view: View) -> tuple[int, list[Named]]:
    """How many things and concepts point to a node, and the first of them by name."""
    found = {text_of(q.subject) for q in store.match(None, None, NamedNode(iri))}
    listed = [x for x in found if x in view.things.by_iri or x.startswith(SCHEMES)]
    return len(listed), named(listed, view)


def named(iris: set[str] | list[str], view: View) -> list[Named]:
    """Things and terms with the addresses of their pages, by name, at most :data:`MOST_LISTED`."""
    found: list[Named] = [{"name": view.things.called(iri, view.language), "href": view.href(iri)} for iri in iris]
    return sorted(found, key=lambda item: ((item["name"] or "").casefold(), item["href"] or ""))[:MOST_LISTED]


def _literals(store: GraphStore, iri: str, predicate: NamedNode, language: str) -> list[str]:
    values = (quad.object for quad in store.match(NamedNode(iri), predicate, None))
    return sorted({value.value for value in values if isinstance(value, Literal) and value.language == language})
