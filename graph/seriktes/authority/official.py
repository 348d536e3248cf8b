"""Official names of what documents speak of."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.authority.records import load_authority
from seriktes.model import Annotation


def official_names(annotations: Sequence[Annotation]) -> dict[str, dict[str, str]]:
    """The listed names by key and language (kk, ru, en) of everything that an authority list knows."""
    authority = load_authority()
    names: dict[str, dict[str, str]] = {}
    for key, type_ in {(e.key, e.type) for a in annotations for e in a.entities if e.key}:
        record = authority.records.get(key)
        if record is not None and record.type == type_:  # found in the lists by its mention, or later by comparing names
            names[key] = {str(language): listed[0] for language, listed in record.names.items() if listed}
    return names
