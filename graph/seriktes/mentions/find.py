"""All mentions of a document: names first, then events, agreements and projects among them."""

from __future__ import annotations

from seriktes.mentions.happenings.find import find_happenings, merge
from seriktes.mentions.names.find import find_names
from seriktes.model import Document, Mention


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Every mention of the document in order, none overlapping another."""
    names = find_names(document)
    return merge(names, find_happenings(document, names))
