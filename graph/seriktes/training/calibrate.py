"""From facts whose truth is known to the confidence of each rule.

The share of right facts of a rule in a language is drawn towards that of the rule in all languages, this towards that of its
type, and so on: rules seen seldom say little of themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seriktes.authority.records import LANGUAGES
from seriktes.model import FactType, Language

#: How many facts a rule must have been judged by for its own share to count as much as the wider one.
STRENGTH = 20.0
#: Before anything is known.
_PRIOR = 0.7
_HEAD = """\
# How often facts were right, by language, type and rule, on annotated documents: the confidence of a fact.
# Made by `make calibration`; not to be edited. Rules not listed have the figure of their type.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact that was read from a document, and whether it was right; ``weight``: how much it counts."""

    document: str
    language: Language
    type: FactType
    rule: str
    right: bool
    weight: float = 1.0


Table = Mapping[str, Mapping[str, float]]


def fit(judged: Iterable[Judged]) -> Table:
    """For each language, a fact type, or a type and a rule (``"post posts.beside"``), to the smoothed share of right ones."""
    counts: dict[tuple[str, ...], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for fact in judged:
        for key in _keys(fact.language, fact.type, fact.rule):
            counts[key][0] += fact.weight * fact.right
            counts[key][1] += fact.weight
    types = sorted({key[1] for key in counts if len(key) == 2})
    table: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        rows = {type_: _share(counts, _keys(language, type_, "")[:3]) for type_ in types}
        for key in counts:
            if key[0:1] == ("rule",) and key[3:] == (language,):
                rows[f"{key[1]} {key[2]}"] = _share(counts, _keys(language, key[1], key[2]))
        table[language] = dict(sorted(rows.items()))
    return table


def _keys(language: str, type_: str, rule: str) -> tuple[tuple[str, ...], ...]:
    """What a fact belongs to, the widest first."""
    return (), ("type", type_), ("type", type_, language), ("rule", type_, rule), ("rule", type_, rule, language)


def _share(counts: Mapping[tuple[str, ...], list[float]], keys: Iterable[tuple[str, ...]]) -> float:
    share = _PRIOR
    for key in keys:
        right, all_ = counts.get(key, (0.0, 0.0))
        share = (right + STRENGTH * share) / (all_ + STRENGTH)
    return round(share, 3)


def confidence(table: Table, fact: Judged) -> float:
    """What the table says of a fact."""
    rows = table[fact.language]
    return rows.get(f"{fact.type} {fact.rule}", rows.get(fact.type, _PRIOR))


def lines(table: Table) -> Iterator[str]:
    """The table as the lines of its data file."""
    yield _HEAD
    for language, rows in table.items():
        yield f"[{language}]"
        yield from (f'"{key}" = {share:.3f}' for key, share in rows.items())
        yield ""
