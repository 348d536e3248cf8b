"""The steps in order: the only module that knows them all.

files → documents → mentions → entities of a document → facts → identity over documents.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from seriktes.coreference.group import group
from seriktes.documents import find_files, left_aside, read_files
from seriktes.documents.limits import LIMITS, Limits
from seriktes.documents.reprints import fold_reprints
from seriktes.errors import DocumentError, SeriktesError
from seriktes.facts.countries import complete_countries
from seriktes.facts.details import with_details
from seriktes.facts.find import find_facts
from seriktes.identity.resolve import resolve
from seriktes.mentions.find import find_mentions
from seriktes.model import Annotation, Document
from seriktes.redaction import Redactions, redactions_for
from seriktes.respelling import in_own_letters

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that was left out: which, and why in words; ``harmless`` where nothing is lost by it."""

    file: str
    reason: str
    harmless: bool = False


def annotate(document: Document) -> Annotation:
    """What one document says: its entities and facts, keys not yet set."""
    if document.respelled is not None:
        return in_own_letters(annotate(document.respelled.document), document)
    entities = group(document, find_mentions(document))
    facts = find_facts(document, entities)
    known = with_details(document, complete_countries(document, entities, facts), facts)
    return Annotation(document, known, facts)


def read_all(
    paths: Iterable[Path], distinct: bool = False, limits: Limits = LIMITS, redactions: Redactions | None = None
) -> tuple[list[Document], list[Skipped]]:
    """All documents under the paths, sorted by id so that the order of files never matters, and those left out.

    Two files with one stem would be one document: the second is left out and named. With ``distinct``, so is a file with
    the text of another, or a reprint of it, which would count everything twice. ``redactions`` are the people who must not
    appear; without them, those of the lists beside the documents.
    """
    paths = list(paths)
    gone = redactions_for(paths) if redactions is None else redactions
    documents: dict[str, Document] = {}
    skipped: list[Skipped] = []
    texts: dict[str, Document] = {}
    for document in (each for path in _files(paths, skipped) for each in read_files(path, limits, gone.mask)):
        if isinstance(document, DocumentError):
            skipped.append(Skipped(document.file, f"{document.trouble}; {document.cure}", document.harmless))
            continue
        document = gone.cleared(document)
        known = documents.get(document.id)
        twin = texts.setdefault(document.text, document)
        if distinct and known is None and twin is not document:
            skipped.append(Skipped(document.file, f"has the same text as {twin.file}; it was read once", harmless=True))
        elif known is None:
            documents[document.id] = document
        elif known.text != document.text:
            skipped.append(Skipped(document.file, f"another document already has the id {document.id}; rename the file"))
    ordered = [documents[name] for name in sorted(documents)]
    if not distinct:
        return ordered, _cleared(skipped, gone)
    folded = fold_reprints(ordered)
    skipped += [
        Skipped(copy.file, f"is a reprint of {of.file}; what it says was counted once, it is named as a source", harmless=True)
        for copy, of in folded.reprints
    ]
    return folded.documents, _cleared(skipped, gone)


def _cleared(skipped: list[Skipped], redactions: Redactions) -> list[Skipped]:
    """What was left out, without the names of redacted people in names of files."""
    return [replace(s, file=redactions.mask(s.file), reason=redactions.mask(s.reason)) for s in skipped]


def _files(paths: Iterable[Path], skipped: list[Skipped]) -> Iterator[Path]:
    found: set[Path] = set()
    for path in paths:
        try:
            found.update(find_files([path]))
        except DocumentError as error:
            skipped.append(Skipped(str(path), f"{error.trouble}; {error.cure}"))
        skipped += [Skipped(error.file, f"{error.trouble}; {error.cure}") for error in left_aside(path)]
    return iter(sorted(found))


def annotate_all(documents: Sequence[Document], progress: Progress | None = None) -> tuple[list[Annotation], list[Skipped]]:
    """Annotate documents one by one and resolve who is who over all of them."""
    annotations, skipped = annotate_each(documents, progress)
    return list(resolve(annotations)), skipped


def annotate_each(documents: Sequence[Document], progress: Progress | None = None) -> tuple[list[Annotation], list[Skipped]]:
    """Annotate documents one by one; who is who over all of them is not asked yet."""
    annotations: list[Annotation] = []
    skipped: list[Skipped] = []
    for number, document in enumerate(documents):
        if progress is not None:
            progress(number, len(documents), document.file)
        try:
            annotations.append(annotate(document))
        except SeriktesError as error:
            skipped.append(Skipped(document.file, str(error)))
        except Exception as error:  # one document that breaks the reader must not cost the batch
            where = traceback.extract_tb(error.__traceback__)[-1]
            skipped.append(
                Skipped(
                    document.file,
                    f"the reader failed on it ({type(error).__name__}: {error}, {Path(where.filename).name}:"
                    f"{where.lineno}); please report it with the document",
                )
            )
    if progress is not None:
        progress(len(documents), len(documents), "resolving identities")
    return annotations, skipped
