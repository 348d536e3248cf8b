"""What became of each judgement: applied, not applicable any longer and why, or wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from seriktes.judgements.lines import refuse
from seriktes.judgements.statements import Statement


@dataclass(frozen=True, slots=True)
class Note:
    """A judgement, and why it was not applied (empty where it was)."""

    statement: Statement
    reason: str = ""

    @property
    def line(self) -> str:
        """The note as a line for people."""
        return f"line {self.statement.line} does not apply: {self.reason} ({self.statement.shown})"


@dataclass(slots=True)
class Ledger:
    """The book that is kept while the judgements of a file are applied."""

    file: str
    troubles: list[tuple[int, str]] = field(default_factory=list)
    reasons: dict[Statement, str] = field(default_factory=dict)

    def wrong(self, statement: Statement, trouble: str) -> None:
        """The file is at fault: nothing of it will be applied."""
        self.troubles.append((statement.line, f"line {statement.line}: {trouble}"))

    def idle(self, statement: Statement, reason: str) -> None:
        """The documents are at fault: this judgement says nothing about them."""
        self.reasons.setdefault(statement, reason)

    def close(self) -> None:
        """Raise DataError when anything was wrong."""
        refuse(self.file, [trouble for _, trouble in sorted(set(self.troubles))])

    def notes(self, statements: tuple[Statement, ...]) -> tuple[Note, ...]:
        """What became of all, in the order of their words, each said once."""
        known = {s.shown: Note(s, self.reasons.get(s, "")) for s in sorted(statements, key=lambda s: -s.line)}
        return tuple(known[shown] for shown in sorted(known))
