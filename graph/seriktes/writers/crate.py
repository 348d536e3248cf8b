"""The build as an RO-Crate 1.1: a JSON-LD file that tells archives what each of its files is.

The context stands in the file itself, so that nobody has to fetch one to read it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from seriktes.annotations import indented
from seriktes.keeping.cards import Card, cards_of
from seriktes.model import Annotation
from seriktes.rdf.iris import document_iri_of
from seriktes.resources import read_text

CRATE = "ro-crate-metadata.json"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_SCHEMA = "http://schema.org/"
#: The terms of the RO-Crate context that are used here.
_TERMS = (
    "CreativeWork Dataset SoftwareApplication CreateAction Organization about name description datePublished license hasPart "
    "encodingFormat contentSize publisher inLanguage temporalCoverage instrument object result version mentions"
).split()
_CONTEXT = {
    **{term: f"{_SCHEMA}{term}" for term in _TERMS},
    "File": f"{_SCHEMA}MediaObject",
    "conformsTo": "http://purl.org/dc/terms/conformsTo",
    "sha256": "https://w3id.org/ro/terms/workflow-run#sha256",
}
#: Said of a build whose documents have no date: that of the version of the vocabulary.
_UNDATED = "2026-11-22"

DESCRIPTION = (
    "Persons, organisations, events, agreements and partners, each statement with its quote. "
    "The texts belong to their publishers; the files hold quotes only."
)
Node = dict[str, Any]


@cache
def _known() -> Sequence[Mapping[str, str]]:
    known: Sequence[Mapping[str, str]] = tomllib.loads(read_text("seriktes.writers", "crate.toml"))["file"]
    return known


def crate(annotations: Sequence[Annotation], files: Mapping[str, tuple[int, str]], version: str) -> str:
    """The metadata of a build with its files, the size and the SHA-256 of each, as JSON-LD. The same build gives the same text."""
    parts = [_file(name, *told) for name, told in sorted(files.items())]
    cards = list(cards_of(annotations))
    dates = sorted(card.published for card in cards if card.published)
    root: Node = {
        "@id": "./",
        "@type": "Dataset",
        "name": "A graph of partners read by seriktes",
        "description": DESCRIPTION,
        "datePublished": dates[-1] if dates else _UNDATED,
        "license": {"@id": _LICENCE},
        "publisher": {"@id": "#project"},
        "inLanguage": sorted({card.language for card in cards}),
        "hasPart": [{"@id": part["@id"]} for part in parts],
        "mentions": {"@id": "#build"},
    }
    if dates:
        root["temporalCoverage"] = f"{dates[0]}/{dates[-1]}"
    graph = [_metadata(), root, *parts, *_context_entities(cards, version)]
    return indented({"@context": _CONTEXT, "@graph": graph}) + "\n"


def _metadata() -> Node:
    return {"@id": CRATE, "@type": "CreativeWork", "conformsTo": {"@id": _PROFILE}, "about": {"@id": "./"}}


def _file(name: str, size: int, digest: str) -> Node:
    told: Node = {
        "@id": name,
        "@type": "File",
        "name": Path(name).name,
        "contentSize": str(size),
        "sha256": digest,
    }
    known = next((file for file in _known() if fnmatchcase(name, file["name"])), None)
    if known:
        told |= {"encodingFormat": known["media"], "description": known["says"]}
    return told


def _context_entities(cards: Sequence[Card], version: str) -> list[Node]:
    """What files and root point at: who made them with what from what, under which licence."""
    return [
        {"@id": _LICENCE, "@type": "CreativeWork", "name": "Creative Commons Attribution 4.0"},
        {"@id": "#project", "@type": "Organization", "name": "The seriktes project"},
        {"@id": "#software", "@type": "SoftwareApplication", "name": "seriktes", "version": version},
        {
            "@id": "#build",
            "@type": "CreateAction",
            "name": "seriktes build",
            "instrument": {"@id": "#software"},
            "object": [{"@id": _document(card)} for card in cards],
            "result": {"@id": "./"},
        },
        *({"@id": _document(card), "@type": "CreativeWork", "name": card.file} for card in cards),
    ]


def _document(card: Card) -> str:
    """The IRI of a document, as the graph has it."""
    return document_iri_of(card.digest).value
