"""How sure a fact is: the share of facts of its rule, type and language that were right where the truth is known.

The table ``confidence.toml`` is made by ``make calibration`` from annotated documents; see docs/quality.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from tomllib import TOMLDecodeError, loads

from seriktes.errors import DataError
from seriktes.model import Fact, Language
from seriktes.resources import read_text


def calibrated(fact: Fact, language: Language) -> Fact:
    """The fact with the confidence of its rule; that of its type where the rule is new, its own where no table knows it."""
    table = _table().get(language, {})
    told = table.get(f"{fact.type} {fact.rule}", table.get(fact.type, fact.confidence))
    return Fact(fact.type, fact.arguments, fact.evidence, fact.values, told, fact.rule)


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    """For each language, a fact type, or a type and a rule, to a share. Raises DataError when the file is garbled."""
    try:
        return loads(read_text("seriktes.facts", "confidence.toml"))
    except TOMLDecodeError as error:
        raise DataError(f"facts/confidence.toml: {error}; remake it with: make calibration") from error
