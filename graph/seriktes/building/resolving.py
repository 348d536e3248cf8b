"""Who is who, and who may be one, asked in a process of its own: what it takes to find out is gone with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from pickle import UnpicklingError

from seriktes.building.gathering import Gathered
from seriktes.building.judged import lay_judged
from seriktes.identity.growing.again import NOTHING, Kept, OtherwiseListedError, read_kept, who_is_who_again
from seriktes.identity.keyed import Keyed
from seriktes.identity.undecided import OpenPair, undecided
from seriktes.judgements.judge import Judged, judge
from seriktes.judgements.statements import Statement
from seriktes.keeping.remembered import Remembered
from seriktes.keeping.stock import Stock
from seriktes.processes.beside import beside
from seriktes.rdf.making import Step


@dataclass(frozen=True, slots=True)
class Known:
    """Who is who; the things that may be one; of each document, by its id, a digest of all that is told of it; and what is worth
    recalling by the next build."""

    judged: Judged
    pairs: Sequence[OpenPair]
    digests: dict[str, str]
    recalled: bytes | None


def who_is_who(
    found: Gathered,
    statements: Sequence[Statement],
    file: str,
    folder: Path,
    recalled: Callable[[], bytes | None],
    remembered: Remembered,
    step: Step,
    split: bool,
    before: Stock | None = None,
) -> Known:
    """Judge what was gathered, in another process if it is to be ``split`` off; what it gives is laid down in ``folder``.

    ``before`` has what the build before judged; ``recalled`` is asked at the end what was compared; ``remembered`` has what the
    build before found, and gets what this one does; ``step`` is told what is done. Raises what
    :func:`~seriktes.judgements.judge.judge` raises.
    """

    def ask() -> Known:
        with step("who is who"):
            judged, pairs = all_judged(found, statements, file, remembered)
            laid, digests = lay_judged(folder / "judged", found, judged.annotations, before)
            return Known(replace(judged, annotations=laid, outlines=[]), pairs, digests, recalled())

    with beside(ask, split) as known:
        return known()


def all_judged(
    found: Gathered, statements: Sequence[Statement], file: str, remembered: Remembered
) -> tuple[Judged, Sequence[OpenPair]]:
    """Who is who, and what may be one, from what the build before found where nobody judged it."""
    if not statements:
        with suppress(OtherwiseListedError):
            answer = who_is_who_again(found.annotations, found.readings, _before(remembered))
            remembered.keep(answer.kept.write)
            return Judged(Keyed(found.annotations, answer.keys), {}, answer.aliases), answer.pairs
    remembered.forget()
    judged = judge(found.annotations, statements, file)
    #: Asked here, where all names were compared a moment ago.
    return judged, undecided(judged.annotations, judged.different, outlines=judged.outlines)


def _before(remembered: Remembered) -> Kept:
    with suppress(UnpicklingError):
        return remembered.read(read_kept) or NOTHING
    return NOTHING
