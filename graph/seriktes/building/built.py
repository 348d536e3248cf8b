"""A built graph read back from its folder: the annotations, with as much of the texts as the graph quotes."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from seriktes.annotations import from_dict
from seriktes.building.whole import GRAPH, read_whole
from seriktes.errors import DataError
from seriktes.keeping.moving import MANIFEST, staged
from seriktes.model import Annotation, Document
from seriktes.rdf import terms as t
from seriktes.rdf.iris import document_iri_of

_QUOTE = re.compile(r"(.+)#q-(\d+)-(\d+)")


def is_build(folder: Path) -> bool:
    """Whether a folder holds a built graph."""
    return staged(folder) is not None or ((folder / MANIFEST).is_file() and (folder / GRAPH).is_file())


def read_build(folder: Path) -> tuple[Annotation, ...]:
    """The annotations of a build in the order of their documents.

    A build keeps no texts: a document's ``text`` holds its names and the passages that prove its facts, and blanks
    between them, so that all offsets fit. Raises DataError when the folder holds no whole build.
    """
    if not is_build(folder):
        raise DataError(f"{folder}: holds no graph; make one with: seriktes build --out {folder}")
    build = read_whole(folder, lambda name: name.startswith("annotations/"))
    try:
        digests = {document: str(about["sha256"]) for document, about in build.documents.items()}
    except (KeyError, TypeError) as error:
        raise DataError(f"{folder / MANIFEST}: cannot be read ({error}); run seriktes build again") from error
    quotes = _quotes(build.files[GRAPH], folder / GRAPH)
    return tuple(
        _annotation(build.files, document, quotes.get(document_iri_of(digests[document]).value, {}), folder)
        for document in sorted(digests)
    )


def _quotes(graph: bytes, path: Path) -> Mapping[str, Mapping[int, str]]:
    """The quoted passages of the graph by document and where they begin."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for subject, quote in _exact(graph, path):
        place = _QUOTE.fullmatch(subject)
        if place and len(quote) > len(found[place[1]].get(int(place[2]), "")):
            found[place[1]][int(place[2])] = quote
    return found


def _exact(graph: bytes, path: Path) -> Iterator[tuple[str, str]]:
    lines = b"".join(line for line in graph.splitlines(keepends=True) if t.EXACT.value.encode() in line)
    try:
        for quad in parse(lines, format=RdfFormat.N_QUADS):
            if quad.predicate == t.EXACT and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject.value, quad.object.value
    except SyntaxError as error:
        raise DataError(f"{path}: {error}; run seriktes build again") from error


def _annotation(files: Mapping[str, bytes], document_id: str, quotes: Mapping[int, str], folder: Path) -> Annotation:
    name = f"annotations/{document_id}.json"
    try:
        data = json.loads(files[name])
        about = data["document"]
        text = _filled({**_names(data), **quotes})
        document = Document(
            about["id"], about["file"], text, about["language"], (), published=about["published"], publisher=about["publisher"]
        )
        return from_dict(data, document)
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{folder / name}: cannot be read ({error}); run seriktes build again") from error


def _names(data: Mapping[str, Any]) -> dict[int, str]:
    return {mention["start"]: mention["text"] for entity in data["entities"] for mention in entity["mentions"]}


def _filled(pieces: Mapping[int, str]) -> str:
    """A text with pieces at their places and blanks between them; of two at one place the longer is there already."""
    text = [" "] * max((start + len(piece) for start, piece in pieces.items()), default=0)
    for start, piece in sorted(pieces.items(), key=lambda item: (len(item[1]), item[0])):
        text[start : start + len(piece)] = piece
    return "".join(text)
