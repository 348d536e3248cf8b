"""The annotation file: one JSON a document, the first artefact. Written for people and machines, read back for editing."""

from __future__ import annotations

import json
from dataclasses import asdict
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from seriktes.documents.files import TEXTS
from seriktes.errors import DataError
from seriktes.model import ARGUMENTS, Annotation, Detail, Document, Entity, Fact, Mention, Span, text_digest


def to_dict(annotation: Annotation, explain: bool = False, stored: bool = True) -> dict[str, Any]:
    """The annotation in the shape of the guidelines' schema; with ``explain``, rules and scores of the mentions too.

    Where the text was taken out of another format, the document names it: as the file it is ``stored`` in beside the
    annotation, or in full.
    """
    document = annotation.document
    return {
        "document": {
            "id": document.id,
            "file": document.file,
            "language": document.language,
            "published": document.published,
            "publisher": document.publisher,
            **_origin(document, stored),
            **({"copies": [{k: v for k, v in asdict(copy).items() if v} for copy in document.copies]} if document.copies else {}),
        },
        "entities": [_entity(entity, explain) for entity in annotation.entities],
        "facts": [_fact(fact, explain) for fact in annotation.facts],
    }


def _origin(document: Document, stored: bool) -> dict[str, Any]:
    origin = document.origin
    if origin is None:
        return {}
    text: dict[str, str] = {"sha256": text_digest(document.text)}
    text |= {"file": text_file(document.id)} if stored else {"content": document.text}
    said = {"title": origin.title, "url": origin.url}
    return {"format": origin.format, "sha256": origin.sha256, **{k: v for k, v in said.items() if v}, "text": text}


def text_file(document: str) -> str:
    """Where the extracted text of the document with an id is stored, seen from the folder of the results."""
    return f"{TEXTS}/{document}.txt"


def _entity(entity: Entity, explain: bool) -> dict[str, Any]:
    mentions = []
    for m in entity.mentions:
        mention: dict[str, Any] = {"start": m.start, "end": m.end, "text": m.text}
        if explain:
            mention |= {"rule": m.rule, "score": round(m.score, 3)}
        mentions.append(mention)
    more = {"authority": entity.authority} if explain and entity.authority else {}
    entry: dict[str, Any] = {
        "id": entity.id,
        "key": entity.key,
        "type": entity.type,
        "kind": entity.kind,
        "name": entity.name,
        "name_en": entity.name_en,
        "country": entity.country,
        "mentions": mentions,
        **more,
    }
    if entity.details:
        entry["details"] = [_detail(detail, explain) for detail in entity.details]
    return entry


def _detail(detail: Detail, explain: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": detail.type,
        "value": detail.value,
        "confidence": round(detail.confidence, 3),
        "evidence": {"start": detail.evidence.start, "end": detail.evidence.end},
    }
    if explain:
        entry["rule"] = detail.rule
    return entry


def _fact(fact: Fact, explain: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": fact.type,
        **fact.arguments,
        **fact.values,
        "confidence": round(fact.confidence, 3),
        "evidence": {"start": fact.evidence.start, "end": fact.evidence.end},
    }
    if explain:
        entry["rule"] = fact.rule
    return entry


def to_json(annotation: Annotation, explain: bool = False, stored: bool = True) -> str:
    """The annotation file's text, ending in a newline. Characters that no file can hold are escaped."""
    text = indented(to_dict(annotation, explain, stored))
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def indented(value: Any, before: str = "\n") -> str:
    """What ``json.dumps(value, ensure_ascii=False, indent=1)`` gives, in a third of the time: there the part written in C knows no indent.

    >>> indented({"a": [1, 0.5, None, True], "b": []}) == json.dumps({"a": [1, 0.5, None, True], "b": []}, indent=1)
    True
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inside = before + " "
    if isinstance(value, dict) and value:
        pairs = [f"{encode_basestring(key)}: {indented(item, inside)}" for key, item in value.items()]
        return f"{{{inside}{f',{inside}'.join(pairs)}{before}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{inside}{f',{inside}'.join([indented(item, inside) for item in value])}{before}]"
    return json.dumps(value) if value is None or isinstance(value, (bool, dict, list, tuple)) else repr(value)


def from_dict(data: dict[str, Any], document: Document) -> Annotation:
    """An annotation read back from its JSON shape, for the document it is about.

    Raises DataError when a part is missing or a fact names an unknown entity.
    """
    try:
        entities = tuple(_read_entity(entry, document) for entry in data["entities"])
        known = {entity.id for entity in entities}
        facts = tuple(_read_fact(entry, known) for entry in data["facts"])
    except (KeyError, TypeError) as error:
        raise DataError(f"{document.file}: the annotation lacks or garbles {error}") from error
    return Annotation(document, entities, facts)


def _read_entity(entry: dict[str, Any], document: Document) -> Entity:
    mentions = tuple(
        Mention(m["start"], m["end"], document.text[m["start"] : m["end"]], entry["type"], rule="annotation")
        for m in entry["mentions"]
    )
    return Entity(
        entry["id"],
        entry["type"],
        entry["name"],
        mentions,
        entry.get("kind"),
        entry.get("country"),
        entry.get("name_en"),
        entry.get("authority"),
        entry.get("key"),
        tuple(_read_detail(detail) for detail in entry.get("details", ())),
    )


def _read_detail(entry: dict[str, Any]) -> Detail:
    evidence = Span(entry["evidence"]["start"], entry["evidence"]["end"])
    return Detail(entry["type"], str(entry["value"]), evidence, entry.get("confidence", 1.0), entry.get("rule", "annotation"))


def _read_fact(entry: dict[str, Any], known: set[str]) -> Fact:
    arguments = {name: entry[name] for name in ARGUMENTS[entry["type"]]}
    unknown = set(arguments.values()) - known
    if unknown:
        raise DataError(f"a fact names unknown entities: {', '.join(sorted(unknown))}")
    evidence = Span(entry["evidence"]["start"], entry["evidence"]["end"])
    values = {name: entry[name] for name in ("role", "title", "start", "end") if entry.get(name)}
    return Fact(entry["type"], arguments, evidence, values, entry.get("confidence", 1.0), entry.get("rule", "annotation"))


def read_annotation(path: Path, document: Document) -> Annotation:
    """Read an annotation file. Raises DataError with the place of a JSON mistake."""
    try:
        return from_dict(json.loads(path.read_text(encoding="utf-8")), document)
    except json.JSONDecodeError as error:
        raise DataError(f"{path}:{error.lineno}:{error.colno}: {error.msg}") from error
