"""What people decided, as tables: other keys of things, and what became of each judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from seriktes.judgements.ledger import Note
from seriktes.model import EntityType
from seriktes.writers.tables import to_csv

ALIAS_COLUMNS = ("Old id", "Id", "Type")
JUDGEMENT_COLUMNS = ("Judgement", "Applied", "Why not")


def aliases_csv(aliases: Mapping[str, tuple[EntityType, str]]) -> str:
    """One row for each other key of a thing: where links to it lead now."""
    return to_csv(ALIAS_COLUMNS, ((old, key, type_) for old, (type_, key) in sorted(aliases.items())))


def judgements_csv(notes: Iterable[Note]) -> str:
    """One row a judgement, in the order of their words: the order of lines in the file leaves no trace."""
    return to_csv(JUDGEMENT_COLUMNS, ((n.statement.shown, "no" if n.reason else "yes", n.reason) for n in notes))
