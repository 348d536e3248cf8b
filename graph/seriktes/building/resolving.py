"""Who is who, and who may be one, asked in a process of its own: what it takes to find out is gone with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from seriktes.building.gathering import Gathered
from seriktes.building.judged import lay_judged
from seriktes.identity.undecided import OpenPair, undecided
from seriktes.judgements.judge import Judged, judge
from seriktes.judgements.statements import Statement
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
    step: Step,
    split: bool,
    before: Stock | None = None,
) -> Known:
    """Judge what was gathered, in another process if it is to be ``split`` off; what it gives is laid down in ``folder``.

    ``before`` has what the build before judged; ``recalled`` is asked at the end what was compared; ``step`` is told what is done. Raises what :func:`~seriktes.judgements.judge.judge` raises.
    """

    def ask() -> Known:
        with step("who is who"):
            judged = judge(found.annotations, statements, file)
            # Asked here, where all names were compared a moment ago.
            pairs = undecided(judged.annotations, judged.different, outlines=judged.outlines)
            laid, digests = lay_judged(folder / "judged", found, judged.annotations, before)
            return Known(replace(judged, annotations=laid, outlines=[]), pairs, digests, recalled())

    with beside(ask, split) as known:
        return known()
