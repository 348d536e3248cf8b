"""Analysing a built graph or documents: the tables as files, and the headline ones as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from seriktes.analysis.analyses import ANALYSES, analyse
from seriktes.analysis.claims import Reading
from seriktes.analysis.from_graph import reading_of_graph
from seriktes.analysis.kinds import EDGE_KINDS, PARTNER_KINDS, TIE_KINDS
from seriktes.analysis.subject import Subject, subject_of
from seriktes.analysis.tables import Table
from seriktes.dialogue.material import Material
from seriktes.dialogue.reading import reading_of
from seriktes.store.port import Store
from seriktes.text.plurals import english
from seriktes.writers.analyses import SUMMARY, markdown, plain, table_csv
from seriktes.writers.files import write_whole

#: Tables that are printed when no analysis was chosen.
HEADLINES = ("who", "by-country", "brokers", "groups", "backbone", "ranks")


@dataclass(frozen=True, slots=True)
class Analysed:
    """The tables, what stands above them, and those of them to print."""

    head: tuple[str, ...]
    tables: tuple[Table, ...]
    headlines: tuple[Table, ...]

    def told(self, top: int) -> str:
        """The headline tables for a terminal."""
        return "\n".join(self.head) + "\n\n" + plain(self.headlines, top)

    def write(self, folder: Path, top: int) -> tuple[Path, ...]:
        """Write one CSV a table and the summary, each whole or not at all. Raises OutputError."""
        files = {f"{table.name}.csv": table_csv(table) for table in self.tables}
        files[SUMMARY] = markdown(self.tables, self.head, top)
        for name, text in files.items():
            write_whole(folder / name, text)
        return tuple(folder / name for name in files)


def analyse_material(
    material: Material, names: Sequence[str] = (), kinds: Sequence[str] = (), seed: int = 0, samples: int = 200
) -> Analysed:
    """The tables of some analyses (without ``names``: of all) by some edge kinds (without: those of partnership)."""
    return analyse_reading(reading_of(material), names, kinds, seed, samples)


def analyse_store(
    store: Store, names: Sequence[str] = (), kinds: Sequence[str] = (), seed: int = 0, samples: int = 200
) -> Analysed:
    """The same tables of the graph of a store. Raises StoreError when it holds no whole graph."""
    return analyse_reading(reading_of_graph(store.quads()), names, kinds, seed, samples)


def analyse_reading(reading: Reading, names: Sequence[str], kinds: Sequence[str], seed: int, samples: int) -> Analysed:
    """The same tables of claims, wherever they were read."""
    chosen = tuple(kind for kind in TIE_KINDS if kind in kinds) or PARTNER_KINDS
    subject = subject_of(reading, chosen, seed, samples)
    tables = tuple(analyse(subject, [name for name in ANALYSES if name in names]))
    headlines = tables if names else tuple(table for table in tables if table.name in HEADLINES)
    return Analysed(_head(subject), tables, headlines)


def _head(subject: Subject) -> tuple[str, ...]:
    kinds = Counter(kind for *_, kind in subject.network.edges(data="kind"))
    told = ", ".join(f"{kinds[kind]} {kind}" for kind in EDGE_KINDS if kinds[kind])
    documents, things = len(subject.published), subject.network.number_of_nodes()
    large = subject.network.graph["too_large_for_co_participation"]
    lines = [f"{english(documents, 'document')}, {english(things, 'thing')}; edges: {told or 'none'}."]
    if large:
        lines.append(f"Too large for co-participation: {', '.join(large)}.")
    return tuple(lines)
