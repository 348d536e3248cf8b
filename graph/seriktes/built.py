"""A built graph read back from its folder: the annotations, with as much of the texts as the graph quotes."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from seriktes.annotations import from_dict
from seriktes.errors import DataError
from seriktes.model import Annotation, Document
from seriktes.rdf import terms as t
from seriktes.rdf.iris import document_iri_of

MANIFEST = "manifest.json"
_QUOTE = re.compile(r"(.+)#q-(\d+)-(\d+)")


def is_build(folder: Path) -> bool:
    """Whether a folder holds a built graph."""
    return (folder / MANIFEST).is_file() and (folder / "graph.nq").is_file()


def check_whole(path: Path) -> None:
    """Compare a file with the build's manifest: a flipped byte must not give a silently wrong answer.

    Raises DataError when it is not the file the build wrote.
    """
    manifest = next((folder / MANIFEST for folder in path.parents if (folder / MANIFEST).is_file()), None)
    try:
        expected = (
            json.loads(manifest.read_text(encoding="utf-8"))["files"][str(path.relative_to(manifest.parent))] if manifest else ""
        )
    except (OSError, ValueError, KeyError, TypeError):
        return
    if expected and hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        raise DataError(f"{path}: is not the file the build wrote; run seriktes build again")


def read_build(folder: Path) -> tuple[Annotation, ...]:
    """The annotations of a build in the order of their documents.

    A build keeps no texts: a document's ``text`` holds its names and the passages that prove its facts, and blanks
    between them, so that all offsets fit. Raises DataError when the folder holds no whole build.
    """
    if not is_build(folder):
        raise DataError(f"{folder}: holds no graph; make one with: seriktes build --out {folder}")
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["documents"]
        digests = {document: str(about["sha256"]) for document, about in known.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{folder / MANIFEST}: cannot be read ({error}); run seriktes build again") from error
    quotes = _quotes(folder / "graph.nq")
    return tuple(
        _annotation(folder / "annotations" / f"{document}.json", quotes.get(document_iri_of(digests[document]).value, {}))
        for document in sorted(digests)
    )


def _quotes(path: Path) -> Mapping[str, Mapping[int, str]]:
    """The quoted passages of the graph by document and where they begin."""
    check_whole(path)
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for subject, quote in _exact(path):
        place = _QUOTE.fullmatch(subject)
        if place and len(quote) > len(found[place[1]].get(int(place[2]), "")):
            found[place[1]][int(place[2])] = quote
    return found


def _exact(path: Path) -> Iterator[tuple[str, str]]:
    with path.open("rb") as stream:
        lines = b"".join(line for line in stream if t.EXACT.value.encode() in line)
    try:
        for quad in parse(lines, format=RdfFormat.N_QUADS):
            if quad.predicate == t.EXACT and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject.value, quad.object.value
    except SyntaxError as error:
        raise DataError(f"{path}: {error}; run seriktes build again") from error


def _annotation(path: Path, quotes: Mapping[int, str]) -> Annotation:
    check_whole(path)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        about = data["document"]
        text = _filled({**_names(data), **quotes})
        document = Document(
            about["id"], about["file"], text, about["language"], (), published=about["published"], publisher=about["publisher"]
        )
        return from_dict(data, document)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path}: cannot be read ({error}); run seriktes build again") from error


def _names(data: Mapping[str, Any]) -> dict[int, str]:
    return {mention["start"]: mention["text"] for entity in data["entities"] for mention in entity["mentions"]}


def _filled(pieces: Mapping[int, str]) -> str:
    """A text with pieces at their places and blanks between them; of two at one place the longer is there already."""
    text = [" "] * max((start + len(piece) for start, piece in pieces.items()), default=0)
    for start, piece in sorted(pieces.items(), key=lambda item: (len(item[1]), item[0])):
        text[start : start + len(piece)] = piece
    return "".join(text)
