"""The steps in order: the only module that knows them all.

files → documents → mentions → entities of a document → facts → identity over documents.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path

from seriktes.coreference.group import group
from seriktes.documents import find_files, left_aside, read_files
from seriktes.documents.limits import LIMITS, Limits
from seriktes.documents.reprints import fold_reprints
from seriktes.errors import DocumentError, SeriktesError
from seriktes.facts.context import make_context
from seriktes.facts.countries import complete_countries
from seriktes.facts.details import with_details
from seriktes.facts.find import facts_of
from seriktes.keeping.cards import Card, document_card
from seriktes.mentions.find import find_mentions
from seriktes.model import Annotation, Document
from seriktes.records import record
from seriktes.redaction import Redactions, redactions_for
from seriktes.respelling import in_own_letters

Progress = Callable[[int, int, str], None]


@record(frozen=True, slots=True)
class Skipped:
    """A document that was left out: which, and why in words; ``harmless`` where nothing is lost by it."""

    file: str
    reason: str
    harmless: bool = False


@record(frozen=True, slots=True)
class Manner:
    """How files are read: how much of them, and who is blacked out. What is kept of a reading is kept for one manner."""

    limits: Limits = LIMITS
    redactions: Redactions = field(default_factory=Redactions)

    @property
    def digest(self) -> str:
        """What tells this manner from others."""
        return f"{self.limits.text} {self.redactions.digest}"


MANNER = Manner()


def annotate(document: Document) -> Annotation:
    """What one document says: its entities and facts, keys not yet set."""
    if document.respelled is not None:
        return in_own_letters(annotate(document.respelled.document), document)
    entities = group(document, find_mentions(document))
    context = make_context(document, entities)
    facts = facts_of(context)
    known = with_details(context, complete_countries(document, entities, facts), facts)
    return Annotation(document, known, facts)


def read_all(paths: Iterable[Path], distinct: bool = False, manner: Manner | None = None) -> tuple[list[Document], list[Skipped]]:
    """All documents under the paths, sorted by id so that the order of files never matters, and those left out.

    Two files with one stem would be one document: the second is left out and named. With ``distinct``, so is a file with
    the text of another, or a reprint of it, which would count everything twice. Without a ``manner``, the people on the lists
    beside the documents are blacked out.
    """
    paths = list(paths)
    manner = manner or Manner(redactions=redactions_for(paths))
    files, skipped = files_under(paths)
    chosen, taken = Chosen(distinct, skipped), dict[str, Document]()
    for path in files:
        for found in read_path(path, manner):
            if isinstance(found, Skipped):
                skipped.append(found)
            elif chosen.offer(document_card(found), str(path)):
                taken[found.id] = found
    documents = [taken[name] for name in sorted(taken)]
    if distinct:
        folded = fold_reprints(documents)
        documents = folded.documents
        skipped += reprinted((copy.file, of.file) for copy, of in folded.reprints)
    return documents, blacked_out(skipped, manner.redactions)


def read_path(path: Path, manner: Manner = MANNER) -> Iterator[Document | Skipped]:
    """The documents of a file, and what of it is left out."""
    for found in read_files(path, manner.limits, manner.redactions.mask):
        if isinstance(found, DocumentError):
            yield Skipped(found.file or str(path), f"{found.trouble}; {found.cure}", found.harmless)
        else:
            yield manner.redactions.cleared(found)


def reprinted(pairs: Iterable[tuple[str, str]]) -> list[Skipped]:
    """The reprints that were put behind another document, of their files."""
    return [
        Skipped(copy, f"is a reprint of {of}; what it says was counted once, it is named as a source", harmless=True)
        for copy, of in pairs
    ]


def blacked_out(skipped: Iterable[Skipped], redactions: Redactions) -> list[Skipped]:
    """What was left out, without the names of redacted people in names of files."""
    return [replace(s, file=redactions.mask(s.file), reason=redactions.mask(s.reason)) for s in skipped]


class Chosen:
    """The documents of a build, offered by their cards in the order of their files: one for each id and, if ``distinct``, for each text.

    What is left out is told in ``skipped``.
    """

    def __init__(self, distinct: bool, skipped: list[Skipped]) -> None:
        self.skipped = skipped
        self._distinct = distinct
        #: The text of each document, and the file with each text, by digests.
        self._told: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def offer(self, document: Card, path: str) -> bool:
        """Whether the document is taken; if not, ``skipped`` says why where there is something to say."""
        known, twin = self._told.get(document.id), self._texts.get(document.digest)
        if known is None and not (self._distinct and twin is not None):
            self._told[document.id] = document.digest
            self._texts[document.digest] = document.file
            return True
        name = Path(path).name
        path = path + document.file[len(name) :] if document.file.startswith(name) else document.file
        if known is None:
            self.skipped.append(Skipped(path, f"has the same text as {twin}; it was read once", harmless=True))
        elif known != document.digest:
            self.skipped.append(Skipped(path, f"another document already has the id {document.id}; rename the file"))
        return False


def left_out(path: Path | str, error: DocumentError) -> Skipped:
    """A file that cannot be read."""
    return Skipped(str(path), f"{error.trouble}; {error.cure}")


def files_under(paths: Iterable[Path]) -> tuple[list[Path], list[Skipped]]:
    """All files that may be documents, each once and sorted, and the paths that hold none."""
    found: set[Path] = set()
    skipped: list[Skipped] = []
    for path in paths:
        try:
            found.update(find_files([path]))
        except DocumentError as error:
            skipped.append(left_out(path, error))
        skipped += [left_out(error.file, error) for error in left_aside(path)]
    return sorted(found, key=lambda path: path.parts), skipped


def annotate_all(documents: Sequence[Document], progress: Progress | None = None) -> tuple[list[Annotation], list[Skipped]]:
    """Annotate documents one by one and resolve who is who over all of them."""
    from seriktes.identity.resolve import resolve  # reading alone starts without it

    annotations, skipped = annotate_each(documents, progress)
    return list(resolve(annotations)), skipped


def annotate_each(documents: Sequence[Document], progress: Progress | None = None) -> tuple[list[Annotation], list[Skipped]]:
    """Annotate documents one by one; who is who over all of them is not asked yet."""
    annotations: list[Annotation] = []
    skipped: list[Skipped] = []
    for number, document in enumerate(documents):
        if progress is not None:
            progress(number, len(documents), document.file)
        found = try_to_annotate(document)
        if isinstance(found, Annotation):
            annotations.append(found)
        else:
            skipped.append(found)
    if progress is not None:
        progress(len(documents), len(documents), "resolving identities")
    return annotations, skipped


def try_to_annotate(document: Document) -> Annotation | Skipped:
    """What one document says, or why it was left out: one that breaks the reader must not cost the batch."""
    try:
        return annotate(document)
    except SeriktesError as error:
        return Skipped(document.file, str(error))
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return Skipped(
            document.file,
            f"the reader failed on it ({type(error).__name__}: {error}, {Path(where.filename).name}:{where.lineno}); "
            "please report it with the document",
        )
