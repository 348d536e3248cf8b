"""Stable IRIs: an entity's from its type and key, a document's from its text, a claim's from what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from seriktes.model import EntityType
from seriktes.rdf.terms import BASE

SEGMENTS: Mapping[EntityType, str] = {
    "Person": "person",
    "Organization": "org",
    "Event": "event",
    "Agreement": "agreement",
    "Place": "place",
    "Project": "project",
}


def percent_safe(key: str) -> str:
    """A key as one path segment: unreserved characters stay, every other one is percent-encoded.

    >>> percent_safe("mfa-kazakhstan"), percent_safe("a/б"), percent_safe("..")
    ('mfa-kazakhstan', 'a%2F%D0%B1', '%2E%2E')
    """
    # «.» and «..» would be resolved away as steps of a path.
    if key.strip(".") == "":
        return "%2E" * len(key)
    return quote(key, safe="", errors="surrogatepass")


@lru_cache(maxsize=65536)
def entity_iri(entity_type: EntityType, key: str) -> NamedNode:
    """The IRI of a thing.

    >>> entity_iri("Organization", "mfa-kazakhstan").value
    'https://w3id.org/seriktes/id/org/mfa-kazakhstan'
    """
    return NamedNode(f"{BASE}id/{SEGMENTS[entity_type]}/{percent_safe(key)}")


def post_iri(organization_key: str, name: str) -> NamedNode:
    """The IRI of a post at an organisation; ``name`` is its role, or its title where the role is not known."""
    return NamedNode(f"{BASE}id/post/{percent_safe(organization_key)}/{percent_safe(name)}")


def text_digest(text: str) -> str:
    """SHA-256 of a document's text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_iri(text: str) -> NamedNode:
    """The IRI of a document, and of the named graph with its claims."""
    return document_iri_of(text_digest(text))


def document_iri_of(digest: str) -> NamedNode:
    """The IRI of the document with a digest, as a manifest keeps it."""
    return NamedNode(f"{BASE}doc/{digest[:16]}")


def claim_iri(document: NamedNode, *said: str) -> NamedNode:
    """The IRI of a claim of a document: the same words give the same IRI, whatever else the document says.

    >>> doc = NamedNode("https://w3id.org/seriktes/doc/00")
    >>> claim_iri(doc, "party", "a", "b") == claim_iri(doc, "party", "a", "b") != claim_iri(doc, "party", "ab")
    True
    """
    digest = hashlib.sha256("\x1f".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    return NamedNode(f"{document.value}#c-{digest[:12]}")


def rule_iri(rule: str) -> NamedNode:
    """The IRI of a rule of the reader, or of an inference rule."""
    return NamedNode(f"{BASE}rule/{percent_safe(rule or 'unnamed')}")


def software_iri(version: str) -> NamedNode:
    """The IRI of a version of the program."""
    return NamedNode(f"{BASE}software/{percent_safe(version)}")
