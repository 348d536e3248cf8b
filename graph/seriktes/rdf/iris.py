"""Stable IRIs: an entity's from its type and key, a document's from its text, a claim's from what it says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from seriktes.model import EntityType, text_digest
from seriktes.rdf.terms import BASE

_WEB = re.compile(r"https?://[^\x00-\x20\x7f-\x9f<>\"{}|^`\\\s\ud800-\udfff]+")

SEGMENTS: Mapping[EntityType, str] = {
    "Person": "person",
    "Organization": "org",
    "Event": "event",
    "Agreement": "agreement",
    "Place": "place",
    "Project": "project",
}


@lru_cache(maxsize=65536)
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
    return NamedNode(f"{BASE}id/{thing_of(entity_type, key)}")


def thing_of(entity_type: EntityType, key: str) -> str:
    """The end of the IRI of a thing, which tells it from all others.

    >>> thing_of("Organization", "mfa-kazakhstan")
    'org/mfa-kazakhstan'
    """
    return f"{SEGMENTS[entity_type]}/{percent_safe(key)}"


def post_iri(organization_key: str, name: str) -> NamedNode:
    """The IRI of a post at an organisation; ``name`` is its role, or its title where the role is not known."""
    return NamedNode(f"{BASE}id/post/{percent_safe(organization_key)}/{percent_safe(name)}")


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


@lru_cache(maxsize=4096)
def rule_iri(rule: str) -> NamedNode:
    """The IRI of a rule of the reader, or of an inference rule."""
    return NamedNode(f"{BASE}rule/{percent_safe(rule or 'unnamed')}")


def software_iri(version: str) -> NamedNode:
    """The IRI of a version of the program."""
    return NamedNode(f"{BASE}software/{percent_safe(version)}")


def web_iri(url: str) -> NamedNode | None:
    """The address of a page as an IRI; None for what is no address or could not stand in a file of RDF.

    >>> web_iri("https://example.org/жаңалық").value, web_iri("javascript:x"), web_iri("https://a b")
    ('https://example.org/жаңалық', None, None)
    """
    return NamedNode(url) if _WEB.fullmatch(url) else None
