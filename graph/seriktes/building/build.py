"""The whole graph in one folder: documents read, judged, and written as the files of products.py.

Everything is made in a folder beside the results and moved in at the end, so that an interrupted build leaves the last
good one as it was.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from seriktes import __version__
from seriktes.building.engines import engine_for
from seriktes.building.gathering import Gathered, gather
from seriktes.building.judged import keep_judged
from seriktes.building.products import PRODUCTS, Material, write_manifest
from seriktes.building.resolving import Known, who_is_who
from seriktes.building.staying import Standing
from seriktes.building.unchanged import note, noted, parts_of, state_of
from seriktes.documents.limits import LIMITS, Limits
from seriktes.errors import DocumentError, OutputError
from seriktes.judgements.file import default_file, read_file
from seriktes.judgements.ledger import Note
from seriktes.judgements.statements import Statement
from seriktes.keeping.cache import BETWEEN, FOLDER, Cache, clear_between, key_of, open_cache
from seriktes.keeping.cards import cards_of
from seriktes.keeping.extractor import extractor_version
from seriktes.keeping.moving import MAKING, clear, held, staging
from seriktes.keeping.program import program
from seriktes.keeping.recalled import recalling
from seriktes.keeping.remembered import WHO, Remembered
from seriktes.keeping.runlog import RunLog, folders_of
from seriktes.keeping.seen import Seen
from seriktes.keeping.stock import Stock
from seriktes.pipeline import Manner, Progress, Skipped
from seriktes.processes.beside import beside
from seriktes.processes.collecting import collected, uncollected
from seriktes.rdf.building import make_graph
from seriktes.rdf.dataset import described
from seriktes.rdf.keeping import Keeping, graph_of
from seriktes.rdf.making import Made
from seriktes.redaction import redactions_for
from seriktes.text.plurals import counted, english
from seriktes.views.page import strings

#: From so many documents on, the graph is made in a process of its own.
LARGE = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made, and what it left out. ``things`` counts them by type; ``made`` is false where all was there already."""

    folder: Path
    documents: int
    things: Mapping[str, int]
    facts: int
    skipped: tuple[Skipped, ...]
    quads: int
    violations: tuple[str, ...]
    warnings: tuple[str, ...]
    judgement_file: Path | None = None
    notes: tuple[Note, ...] = ()
    made: bool = field(default=True, compare=False)

    @property
    def idle(self) -> tuple[Note, ...]:
        """The judgements that do not apply to these documents."""
        return tuple(note for note in self.notes if note.reason)

    def summary(self) -> str:
        """The closing lines of a build."""
        words = strings()["en"]
        told = [counted(n, f"{{n}} {words[f'count_{kind}']}".replace("|", "|{n} "), "en") for kind, n in _most_first(self.things)]
        lines = [
            f"{english(self.documents, 'document')}, {english(sum(self.things.values()), 'thing')} ({', '.join(told)}), "
            f"{english(self.facts, 'fact')}, {english(self.quads, 'quad')}",
            f"{'written to' if self.made else 'nothing changed in'} {self.folder}: open index.html, or ask with: seriktes query 1 --dir {self.folder}",
        ]
        if self.judgement_file:
            done = len(self.notes) - len(self.idle)
            lines.append(f"judgements of {self.judgement_file}: {done} applied, {len(self.idle)} not applicable here")
        if self.violations:
            lines.append(f"{english(len(self.violations), 'violation')} of the shapes, see report.md")
        if self.warnings:
            lines.append(f"{english(len(self.warnings), 'thing')} worth a look, see report.md")
        return "\n".join(lines)

    def told(self) -> dict[str, Any]:
        """What is noted of it for a build of the same."""
        return {
            "numbers": [self.documents, dict(self.things), self.facts],
            "graph": [self.quads, self.violations, self.warnings],
            "notes": [(note.statement.shown, note.reason) for note in self.notes],
        }


def _most_first(kinds: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))


@dataclass(frozen=True, slots=True)
class Options:
    """How a build is made; what comes out is the same.

    ``jobs``: processes that read; ``dask``: the address of a cluster that reads; ``fresh``: forget what earlier builds kept;
    ``limits``: how much of a document is read.
    """

    jobs: int = 1
    dask: str | None = None
    fresh: bool = False
    limits: Limits = LIMITS


def build_graph(
    paths: Sequence[Path],
    out: Path,
    progress: Progress | None = None,
    judgements: Path | None = None,
    options: Options = Options(),
) -> Outcome:
    """Read documents and write the whole graph into a folder.

    ``judgements`` is the file of what people decided; without it, ``judgements.txt`` beside the documents or in ``out``.
    Raises DataError for a mistake in that file, DocumentError when no document can be read (what was there stays),
    OutputError when the folder cannot be written. People named in ``redactions.txt`` beside the documents or in ``out`` appear
    nowhere.
    """
    file = judgements or default_file(paths, out)
    gone = redactions_for(paths, out)
    statements = gone.spared(read_file(file) if file else ())
    manner = Manner(options.limits, gone)
    version = f"{extractor_version()} {manner.digest}"
    with (
        held(out),
        open_cache(out, version, options.fresh) as cache,
        _between(out) as folder,
        _logged(out, options, paths) as log,
        uncollected(),
    ):
        with _recalling(cache) as (recalled, keep):
            with log.step("read"):
                stock, seen = Stock(out, "read", version, options.fresh), Seen(out, "documents", options.fresh)
                engine = engine_for(options.jobs, options.dask)
                found = gather(paths, cache, folder, engine, progress, manner, stock, seen.looked_at)
                seen.write()
            log.tell("read", new=found.read, known=found.known, left_out=len(found.skipped))
            if not found.annotations:
                raise _nothing(found.skipped, out)
            state = _state(found, version, statements, file)
            before = None if options.fresh else _as_before(out, state, found.skipped, statements, file)
            if before is not None:
                log.tell("unchanged")
                clear(out)
                cache.forget_unused()
                return before
            split = options.jobs > 1 or len(found.annotations) > LARGE
            judged = Stock(out, "judged", f"{program()} {version}", options.fresh)
            remembered = Remembered(out, WHO, f"{program()} {version}", options.fresh)
            known = who_is_who(found, statements, str(file), folder, recalled, remembered, log.step, split, judged)
            keep(known.recalled)
        skipped = found.skipped
        del found  # of each entity there is one with its key now
        with staging(out) as stage:

            def keeping() -> Keeping:
                graphs = {graph_of(card): known.digests[card.id] for card in cards_of(known.judged.annotations)}
                return Keeping(out, f"{program()} {version}", graphs, options.fresh)

            standing = Standing(out, state_of(version), options.fresh)
            outcome = _write(stage, out, known, skipped, file, log, options.jobs, keeping, standing)
        standing.write()
        keep_judged(judged, known.judged.annotations)
        note(out, state, outcome.told())
        cache.forget_unused()
        return outcome


@contextmanager
def _between(out: Path) -> Iterator[Path]:
    """A folder for what one step leaves to the next; what a killed build left of one is taken away. OutputError without room."""
    try:
        clear_between(out)
        made = TemporaryDirectory(prefix=BETWEEN, dir=out / FOLDER, ignore_cleanup_errors=True)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); free some space or choose another folder") from error
    with made as folder:
        yield Path(folder)


def _state(found: Gathered, version: str, statements: Sequence[Statement], file: Path | None) -> str:
    """What tells this build from another."""
    documents = [(card.id, r, card.copies) for card, r in zip(cards_of(found.annotations), found.readings, strict=True)]
    return state_of(version, parts_of(documents), found.skipped, statements, file and file.name)


def _as_before(
    out: Path, state: str, skipped: tuple[Skipped, ...], statements: Sequence[Statement], file: Path | None
) -> Outcome | None:
    """What the build that lies in the folder is, if it is of the same and whole."""
    told = noted(out, state)
    if told is None:
        return None
    shown = {statement.shown: statement for statement in statements}
    try:
        notes = tuple(Note(shown[name], reason) for name, reason in told["notes"])
        (documents, things, facts), (quads, *troubles) = told["numbers"], told["graph"]
        violations, warnings = map(tuple, troubles)
    except (KeyError, TypeError, ValueError):
        return None
    return Outcome(out, documents, things, facts, skipped, quads, violations, warnings, file, notes, False)


@contextmanager
def _recalling(cache: Cache) -> Iterator[tuple[Callable[[], bytes | None], Callable[[bytes | None], None]]]:
    """Within it texts and names that an earlier build of this program compared need not be compared again; what is given tells
    what was asked for, and keeps that.
    """
    key = key_of("recalled", program())

    def keep(new: bytes | None) -> None:
        if new is not None:
            cache.put_beside(key, new)

    with recalling(cache.beside(key) or b"") as told:
        yield told, keep


@contextmanager
def _logged(out: Path, options: Options, paths: Sequence[Path]) -> Iterator[RunLog]:
    """The log of a run, with its beginning, which tells where the documents lie, and its end; one that was killed has no end."""
    log, begun = RunLog(out), time.monotonic()
    where = folders_of(paths)
    log.tell("begun", program=__version__, jobs=options.jobs, dask=options.dask, fresh=options.fresh, folders=where)
    try:
        yield log
    except BaseException as error:
        log.tell("failed", seconds=round(time.monotonic() - begun, 3), error=f"{type(error).__name__}: {error}"[:500])
        raise
    log.tell("finished", seconds=round(time.monotonic() - begun, 3))


def _nothing(skipped: Sequence[Skipped], out: Path) -> DocumentError:
    """Why there is no graph: the first document that could not be read, and how many more."""
    first = skipped[0] if skipped else Skipped(str(out), "no document was given; name files or folders")
    more = f" (and {len(skipped) - 1} more could not be read either)" if len(skipped) > 1 else ""
    trouble, _, cure = first.reason.partition("; ")
    return DocumentError(first.file, trouble + more, cure or "give a text file")


def _write(
    stage: Path,
    out: Path,
    known: Known,
    skipped: tuple[Skipped, ...],
    file: Path | None,
    log: RunLog,
    jobs: int,
    keeping: Callable[[], Keeping],
    standing: Standing,
) -> Outcome:
    """All files of a build. The graph is made in a process of its own, beside network and pages with several ``jobs``, before
    them where it is large: then the memory it takes is free for them.
    """
    judged = known.judged

    def graph() -> Made:
        kept = keeping()
        pieces = described(judged.annotations, judged.names, judged.aliases, judged.different, kept, known.pairs)
        return make_graph(pieces, stage, Path(work), log.step, kept, jobs)

    with (
        TemporaryDirectory(prefix=MAKING, dir=out, ignore_cleanup_errors=True) as work,
        beside(graph, jobs > 1 or len(judged.annotations) > LARGE) as made,
    ):
        if jobs == 1:
            made()
        with collected(settled=True):
            with log.step("claims"):
                material = Material.of(judged, skipped, file, made, standing, known.digests)
            for product in PRODUCTS:
                with log.step(product.__name__.strip("_")):
                    product(material, stage)
        with log.step("manifest"):
            write_manifest(material, stage)
        told = made()
    named, facts, counts = set[tuple[str, str | None]](), 0, told.counts
    for card in cards_of(judged.annotations):
        named.update(zip(card.types, card.keys, strict=True))
        facts += len(card.facts)
    things = Counter(type_ for type_, _ in named)
    documents = len(judged.annotations)
    return Outcome(out, documents, things, facts, skipped, counts.quads, told.violations, told.warnings, file, judged.notes)
