"""What was read in other letters, told in the letters and at the places of the text as given."""

from __future__ import annotations

from dataclasses import replace

from seriktes.model import Annotation, Document, Entity, Fact, Mention, Respelled


def in_own_letters(annotation: Annotation, document: Document) -> Annotation:
    """The annotation of a respelled document as one of the document itself.

    Offsets and the words of mentions are those of the text as given; names and titles stay in the letters they were read in,
    so that one thing has one name over all documents.
    """
    read = document.respelled
    if read is None:
        return annotation
    entities = tuple(_entity(read, document, entity) for entity in annotation.entities)
    return Annotation(document, entities, tuple(_fact(read, fact) for fact in annotation.facts))


def _entity(read: Respelled, document: Document, entity: Entity) -> Entity:
    mentions = tuple(_mention(read, document, mention) for mention in entity.mentions)
    details = tuple(replace(detail, evidence=read.raw(detail.evidence)) for detail in entity.details)
    return replace(entity, mentions=mentions, details=details)


def _mention(read: Respelled, document: Document, mention: Mention) -> Mention:
    raw = read.raw(mention)
    return replace(mention, start=raw.start, end=raw.end, text=document.slice(raw))


def _fact(read: Respelled, fact: Fact) -> Fact:
    return replace(fact, evidence=read.raw(fact.evidence))
