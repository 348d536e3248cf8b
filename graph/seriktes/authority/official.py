"""Official names of what documents speak of."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.authority.records import load_authority
from seriktes.keeping.cards import cards_of
from seriktes.model import Annotation


def official_names(annotations: Sequence[Annotation]) -> dict[str, dict[str, str]]:
    """The listed names by key and language (kk, ru, en) of everything that an authority list knows."""
    authority = load_authority()
    names: dict[str, dict[str, str]] = {}
    named = {pair for card in cards_of(annotations) for pair in zip(card.types, card.keys, strict=True)}
    for type_, key in named:
        record = authority.records.get(key or "")
        if key and record is not None and record.type == type_:  # found in the lists by its mention, or later by comparing names
            names[key] = {str(language): listed[0] for language, listed in record.names.items() if listed}
    return names
