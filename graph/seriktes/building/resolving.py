"""Who is who, and who may be one, asked in a process of its own: what it takes to find out is gone with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from seriktes.building.gathering import Gathered
from seriktes.identity.undecided import OpenPair, undecided
from seriktes.judgements.judge import Judged, judge
from seriktes.judgements.statements import Statement
from seriktes.keeping.laid import Laid
from seriktes.model import Annotation
from seriktes.processes.beside import beside
from seriktes.rdf.keeping import digest_of
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
) -> Known:
    """Judge what was gathered, in another process if it is to be ``split`` off; what it gives is laid down in ``folder``.

    ``recalled`` is asked at the end what was compared; ``step`` is told what is done. Raises what :func:`~seriktes.judgements.judge.judge` raises.
    """

    def ask() -> Known:
        with step("who is who"):
            judged = judge(found.annotations, statements, file)
            # Asked here, where all names were compared a moment ago.
            pairs = undecided(judged.annotations, judged.different, outlines=judged.outlines)
            digests: dict[str, str] = {}

            def passing() -> Iterator[Annotation]:
                for annotation, reading in zip(judged.annotations, found.readings, strict=True):
                    digests[annotation.document.id] = digest_of(annotation, reading)
                    yield annotation

            laid = Laid(folder / "judged", passing())
            return Known(replace(judged, annotations=laid, outlines=[]), pairs, digests, recalled())

    with beside(ask, split) as known:
        return known()
