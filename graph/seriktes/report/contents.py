"""What the report says, in the words of one language and in no format yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from seriktes import __version__
from seriktes.analysis.claims import Reading, Source
from seriktes.analysis.kinds import COUNTRY_GROUPS, EDGE_KINDS, GROUP_COLOURS
from seriktes.analysis.mixing import matrix, slices
from seriktes.analysis.network import Evidence, edges_in_order
from seriktes.analysis.subject import Subject, subject_of
from seriktes.analysis.sureness import Interval, bootstrap, supports
from seriktes.model import ENTITY_TYPES, Language
from seriktes.report.charts import Bar, Chart
from seriktes.report.tables import (
    ReportTable,
    brokers_table,
    countries_table,
    decisions_table,
    documents_table,
    groups_table,
    who_table,
)
from seriktes.report.words import Words

#: Bodies whose ranks are drawn.
_RANKED = 12
#: Links of one kind that are told; the tables have them all.
MOST_LINKS = 400


@dataclass(frozen=True, slots=True)
class Proof:
    """A run of sentences that proves a link: its words cut where the names of the two ends begin and end, and where it stands.

    ``pieces`` are texts with 0 for the source's name, 1 for the target's, 2 for another, None for the words between.
    """

    pieces: tuple[tuple[str, int | None], ...]
    file: str
    published: str | None
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Link:
    """An edge in words, with its proofs."""

    source: str
    target: str
    label: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class LinksOfKind:
    """The links of one kind; ``left`` more are not told."""

    kind: str
    links: tuple[Link, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The whole report in one language."""

    words: Words
    lead: str
    findings: tuple[str, ...]
    figures: tuple[tuple[str, int], ...]
    charts: tuple[Chart, ...]
    tables: tuple[ReportTable, ...]
    claims: tuple[LinksOfKind, ...]
    measured: str


def contents(reading: Reading, language: Language, seed: int = 0, samples: int = 200, most: int = MOST_LINKS) -> Contents:
    """The report of a reading. The same reading, seed and samples give the same report."""
    words, subject = Words(language), subject_of(reading, seed=seed, samples=samples)
    network = subject.network
    held = supports(subject.claims, subject.kinds, subject.ties)
    documents = sorted(subject.published)
    ranked = bootstrap(held, documents, seed, samples) if subject.ties.number_of_edges() else []
    groups = groups_table(subject, words)
    told = {node for node, _ in network.nodes(data=True)}
    things = Counter(type_ for _, type_ in network.nodes(data="type"))
    return Contents(
        words,
        words("lead", documents=len(documents), things=len(told), edges=network.number_of_edges()),
        tuple(_findings(subject, words, ranked, groups)),
        (
            (words("figure_documents"), len(documents)),
            *((words(f"things_{type_}"), things[type_]) for type_ in ENTITY_TYPES if things[type_]),
            (words("figure_links"), network.number_of_edges()),
        ),
        tuple(chart for chart in _charts(subject, words, ranked) if chart.bars),
        (
            who_table(subject, words, ranked),
            brokers_table(subject, words),
            countries_table(subject, words),
            groups,
            decisions_table(subject, words, held, reading.sources),
            documents_table(reading.sources, network, words),
        ),
        tuple(_claims(network, reading.sources, words, most)),
        words("measured", version=__version__),
    )


def _findings(subject: Subject, words: Words, ranked: Sequence[Interval], groups: ReportTable) -> Iterator[str]:
    if not ranked:
        yield words("finding_none")
        return
    for row in [row for row in ranked if row.rank == 1][:3]:
        name = words.name(subject.network.nodes[row.node])
        yield words("finding_most", name=name, n=row.partners, share=words.share(row.first))
    counted = sum((matrix(subject.part, kind, "country") for kind in subject.kinds), Counter[tuple[str | None, str | None]]())
    known = {pair: n for pair, n in counted.items() if None not in pair}
    if known:
        across = sum(n for (a, b), n in known.items() if a != b)
        yield words("finding_across", share=words.share(across / sum(known.values())), n=sum(known.values()))
    if groups.rows:
        yield words("finding_groups", n=groups.total, most=groups.rows[0][0])


def _charts(subject: Subject, words: Words, ranked: Sequence[Interval]) -> Iterator[Chart]:
    kinds = Counter(kind for *_, kind in subject.network.edges(data="kind"))
    yield Chart(words("chart_kinds"), tuple(Bar(words.kind(kind), kinds[kind]) for kind in EDGE_KINDS if kinds[kind]))
    groups = Counter(group for _, group in subject.network.nodes(data="group"))
    bars = (Bar(words.group(group), groups[group], GROUP_COLOURS[group]) for group in COUNTRY_GROUPS if groups[group])
    yield Chart(words("chart_countries"), tuple(bars))
    years = slices(subject.network, subject.part, subject.published)
    told = tuple(Bar(year or words("not_known"), part.number_of_edges()) for year, part in years.items())
    yield Chart(words("chart_years"), told)
    lines = tuple(
        Bar(
            words.name(subject.network.nodes[row.node]),
            row.rank,
            GROUP_COLOURS[subject.network.nodes[row.node]["group"]],
            (row.low, row.high),
        )
        for row in ranked[:_RANKED]
    )
    yield Chart(words("chart_ranks"), lines, ranks=True)


def _claims(network: nx.MultiDiGraph, sources: Iterable[Source], words: Words, most: int) -> Iterator[LinksOfKind]:
    """Every link but co-participation, which rests on the participations told here."""
    published = {source.id: source.published for source in sources}
    by_kind: dict[str, list[tuple[str, str, Mapping[str, object]]]] = {}
    for source, target, data in edges_in_order(network):
        if data["kind"] != "co-participation":
            by_kind.setdefault(data["kind"], []).append((source, target, data))
    for kind, edges in by_kind.items():
        links = tuple(_link(network, words, published, *edge) for edge in edges[:most])
        yield LinksOfKind(words.kind(kind), links, max(0, len(edges) - most))


def _link(
    network: nx.MultiDiGraph,
    words: Words,
    published: Mapping[str, str | None],
    source: str,
    target: str,
    data: Mapping[str, object],
) -> Link:
    evidence: tuple[Evidence, ...] = data["evidence"]  # type: ignore[assignment]
    via = data["via"]
    label = words.name(network.nodes[via]) if via in network else words.label(data)
    proofs = tuple(_proof(item, source, target, published) for item in evidence)
    return Link(words.name(network.nodes[source]), words.name(network.nodes[target]), label, proofs)


def _proof(item: Evidence, source: str, target: str, published: Mapping[str, str | None]) -> Proof:
    """The quote in pieces; of names that overlap those of the two ends come first, then the longer."""
    marks: list[tuple[int, int, int]] = []
    for mark in sorted(item.marks, key=lambda m: (m.node not in (source, target), m.start - m.end, m.start)):
        start, end = mark.start - item.start, mark.end - item.start
        if 0 <= start < end <= len(item.quote) and all(end <= other[0] or other[1] <= start for other in marks):
            marks.append((start, end, 0 if mark.node == source else 1 if mark.node == target else 2))
    pieces: list[tuple[str, int | None]] = []
    place = 0
    for start, end, number in sorted(marks):
        pieces += [(item.quote[place:start], None), (item.quote[start:end], number)]
        place = end
    pieces.append((item.quote[place:], None))
    kept = tuple(piece for piece in pieces if piece[0])
    return Proof(kept, item.file, published.get(item.document), item.start, item.end, item.confidence)
