"""The whole graph in one folder: documents read, judged, and written as the files of products.py.

Everything is made in a folder beside the results and moved in at the end, so that an interrupted build leaves the last
good one as it was.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from seriktes.documents.limits import LIMITS, Limits
from seriktes.errors import DocumentError, OutputError
from seriktes.judgements.file import default_file, read_file
from seriktes.judgements.judge import Judged, judge
from seriktes.judgements.ledger import Note
from seriktes.model import Annotation
from seriktes.pipeline import Progress, Skipped, annotate_each, read_all
from seriktes.products import MANIFEST, PRODUCTS, Material, write_manifest
from seriktes.redaction import redactions_for

LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made, and what it left out."""

    folder: Path
    annotations: tuple[Annotation, ...]
    skipped: tuple[Skipped, ...]
    quads: int
    violations: tuple[str, ...]
    warnings: tuple[str, ...]
    judgement_file: Path | None = None
    notes: tuple[Note, ...] = ()

    @property
    def idle(self) -> tuple[Note, ...]:
        """The judgements that do not apply to these documents."""
        return tuple(note for note in self.notes if note.reason)

    def summary(self) -> str:
        """The closing lines of a build."""
        facts = Counter(fact.type for a in self.annotations for fact in a.facts)
        keys = {(e.type, e.key) for a in self.annotations for e in a.entities}
        kinds = Counter(kind for kind, _ in keys)
        lines = [
            f"{_counted(len(self.annotations), 'document')}, {_counted(len(keys), 'thing')} ("
            + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
            + f"), {_counted(sum(facts.values()), 'fact')}, {self.quads} quads",
            f"written to {self.folder}: open network.html, or ask with: seriktes query 1 --dir {self.folder}",
        ]
        if self.judgement_file:
            done = len(self.notes) - len(self.idle)
            lines.append(f"judgements of {self.judgement_file}: {done} applied, {len(self.idle)} not applicable here")
        if self.violations:
            lines.append(f"{len(self.violations)} violation(s) of the shapes, see report.md")
        if self.warnings:
            lines.append(f"{len(self.warnings)} thing(s) worth a look, see report.md")
        return "\n".join(lines)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def build_graph(
    paths: Sequence[Path], out: Path, progress: Progress | None = None, judgements: Path | None = None, limits: Limits = LIMITS
) -> Outcome:
    """Read documents and write the whole graph into a folder.

    ``judgements`` is the file of what people decided; without it, ``judgements.txt`` beside the documents or in ``out``.
    People named in ``redactions.txt`` beside the documents or in ``out`` appear nowhere.
    Raises DataError for a mistake in that file, DocumentError when no document can be read (what was there stays),
    OutputError when the folder cannot be written.
    """
    file = judgements or default_file(paths, out)
    gone = redactions_for(paths, out)
    statements = tuple(s for s in (read_file(file) if file else ()) if not gone.names(s.shown))
    with _held(out):
        documents, skipped = read_all(paths, distinct=True, limits=limits, redactions=gone)
        if not documents:
            first = skipped[0] if skipped else Skipped(str(out), "no document was given; name files or folders")
            more = f" (and {len(skipped) - 1} more could not be read either)" if len(skipped) > 1 else ""
            trouble, _, cure = first.reason.partition("; ")
            raise DocumentError(first.file, trouble + more, cure or "give a text file")
        annotations, failed = annotate_each(documents, progress)
        judged = judge(annotations, statements, str(file))
        with _staging(out) as stage:
            outcome = _write(stage, out, judged, (*skipped, *failed), file)
            _move_in(stage, out)
        return outcome


def _write(stage: Path, out: Path, judged: Judged, skipped: tuple[Skipped, ...], file: Path | None) -> Outcome:
    material = Material.of(judged, skipped, file)
    for product in PRODUCTS:
        product(material, stage)
    write_manifest(material, stage)
    return Outcome(
        out, judged.annotations, skipped, len(material.quads), material.violations, material.warnings, file, judged.notes
    )


@contextmanager
def _held(out: Path) -> Iterator[None]:
    """Only one build at a time writes into a folder; the second is told who holds it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = (out / LOCK).open("a+", encoding="ascii")
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); choose another folder with --out") from error
    with lock:
        _lock(lock.fileno(), out)
        lock.seek(0)
        lock.truncate()
        lock.write(str(os.getpid()))
        lock.flush()
        yield  # the file stays: taking it away would let two builds hold two locks of one name


def _lock(descriptor: int, out: Path) -> None:
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = (out / LOCK).read_text(encoding="ascii") or "unknown"
        raise OutputError(
            f"{out}: another build (process {holder}) is writing there; wait for it or choose another folder"
        ) from error


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    for stale in out.glob(".making-*"):
        shutil.rmtree(stale, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=".making-", dir=out))
    try:
        yield stage
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); free some space or choose another folder") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _move_in(stage: Path, out: Path) -> None:
    """Move the finished files in, the manifest last, and take away what only the build before had."""
    before = _files_of(out / MANIFEST)
    names = [p.relative_to(stage) for p in sorted(stage.rglob("*")) if p.is_file()]
    for name in sorted(names, key=lambda n: str(n) == MANIFEST):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).replace(out / name)
    for stale in before - {str(n) for n in names}:
        (out / stale).unlink(missing_ok=True)


def _files_of(manifest: Path) -> set[str]:
    """The files the build before made, by its manifest; nothing outside the folder."""
    try:
        listed = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {name for name in listed if isinstance(name, str) and not name.startswith("/") and ".." not in Path(name).parts}
