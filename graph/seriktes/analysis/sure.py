"""Tables of how sure: intervals for ranks, and the decisions they rest on."""

from __future__ import annotations

from seriktes.analysis.claims import Claim
from seriktes.analysis.subject import NO_WEIGHT, Subject
from seriktes.analysis.sureness import FIRST, bootstrap, decisions, supports
from seriktes.analysis.tables import Row, Table
from seriktes.telling import tell
from seriktes.text.plurals import english


def sure(subject: Subject) -> list[Table]:
    """How sure the ranks by partners are over documents, and which single decisions move them most."""
    found, documents = supports(subject.claims, subject.kinds, subject.ties), sorted(subject.published)
    rows: list[Row] = [
        (row.node, subject.label(row.node), row.rank, row.partners, row.low, row.high, row.first)
        for row in bootstrap(found, documents, subject.seed, subject.samples)
    ]
    note = f"{subject.samples} samples of {english(len(documents), 'document')}, drawn with replacement; bounds hold nine samples in ten."
    columns = ("Id", "Label", "Rank", "Partners", "Rank from", "Rank to", f"Among first {FIRST}")
    resting: list[Row] = []
    for decision in decisions(found, documents):
        told = _told(subject, decision.claim) if decision.claim else _name(subject, decision.what, decision.subject)
        resting.append((decision.what, decision.subject, told, decision.effect, decision.confidence))
    of_decisions = ("Decision", "Where", "What", "Ranks moved", "Confidence")
    why = "Each decision reversed alone; the sum of the moves of the first twenty ranks."
    return [
        Table("ranks", "How sure the ranks by partners are", columns, tuple(rows), subject.edges, NO_WEIGHT, note, columns[1:]),
        Table("decisions", "Decisions the ranks rest on", of_decisions, tuple(resting), subject.edges, NO_WEIGHT, why),
    ]


def _name(subject: Subject, what: str, node: str) -> str:
    return f"{subject.label(node)} is one in all its documents" if what == "one body" else "was read"


def _told(subject: Subject, claim: Claim) -> str:
    names = {argument: subject.label(node) for argument, node in claim.arguments.items()}
    values = {"role": claim.role, "title": claim.title, "start": claim.date_start, "end": claim.date_end}
    return tell(claim.type, names, {name: value for name, value in values.items() if value})
