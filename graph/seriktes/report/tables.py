"""The tables of the report, in the words of one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from seriktes.analysis.brokerage import ROLES, brokerage
from seriktes.analysis.claims import Source
from seriktes.analysis.groups import communities
from seriktes.analysis.mixing import matrix
from seriktes.analysis.standing import betweenness, strength
from seriktes.analysis.subject import Subject
from seriktes.analysis.sureness import Decision, Held, Interval, decisions
from seriktes.report.words import Words

_TOP = 15
_DECISIONS = 10
_MEMBERS = 5


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Cells in words under columns; ``numbers`` are the columns that hold figures, ``total`` the rows there are in all."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    numbers: frozenset[int] = frozenset()
    total: int = 0


def who_table(subject: Subject, words: Words, ranked: Sequence[Interval]) -> ReportTable:
    """The bodies with most partners, with the interval of their rank over samples of documents."""
    between, strong, network = betweenness(subject.ties, subject.seed), strength(subject.ties), subject.network
    columns = ("name", "country", "partners", "strength", "betweenness", "rank", "interval", "first")
    rows = tuple(
        (
            words.name(network.nodes[row.node]),
            words.country(network.nodes[row.node]["country"]),
            str(row.partners),
            words.number(strong[row.node], 0),
            words.number(between[row.node][0]),
            str(row.rank),
            f"{row.low}–{row.high}",
            words.share(row.first),
        )
        for row in ranked[:_TOP]
    )
    errors = [error for _, error in between.values() if error is not None]
    exact = words("note_error", error=words.number(max(errors), 4)) if errors else words("note_exact")
    note = f"{words('note_who', samples=subject.samples)} {exact}"
    return ReportTable(words("table_who"), _told(words, columns), rows, note, frozenset(range(2, 8)), len(ranked))


def brokers_table(subject: Subject, words: Words) -> ReportTable:
    """Who stands between whom, by the five roles."""
    counted = brokerage(subject.ties, dict(subject.ties.nodes(data="group")))
    standing = [(sum(roles.values()), node, roles) for node, roles in counted.items() if any(roles.values())]
    ordered = sorted(standing, key=lambda item: (-item[0], item[1]))
    rows = tuple(
        (words.name(subject.network.nodes[node]), *(str(roles[role]) for role in ROLES), str(total))
        for total, node, roles in ordered[:_TOP]
    )
    columns = _told(words, ("name", *ROLES, "total"))
    return ReportTable(
        words("table_brokers"), columns, rows, words("note_brokers"), frozenset(range(1, len(columns))), len(ordered)
    )


def countries_table(subject: Subject, words: Words) -> ReportTable:
    """How many links of each kind run between each two countries."""
    counted = [
        (n, kind, words.country(a), words.country(b))
        for kind in subject.kinds
        for (a, b), n in matrix(subject.part, kind, "country").items()
    ]
    ordered = sorted(counted, key=lambda item: (-item[0], item[1:]))
    rows = tuple((words.kind(kind), a, b, str(n)) for n, kind, a, b in ordered[:_TOP])
    columns = _told(words, ("link", "country", "country", "number"))
    return ReportTable(words("table_countries"), columns, rows, "", frozenset({3}), len(ordered))


def groups_table(subject: Subject, words: Words) -> ReportTable:
    """The communities, the largest first, with the best connected of each and how stable they are."""
    found, graph = communities(subject.ties, subject.seed), subject.ties
    parts = [part for part in found.parts if len(part) > 1]
    rows = []
    for part in parts[:_TOP]:
        first = sorted(part, key=lambda node: (-graph.degree(node), node))[:_MEMBERS]
        names = "; ".join(words.name(graph.nodes[node]) for node in first)
        stability = sum(found.stability[node] for node in part) / len(part)
        rows.append((str(len(part)), names, words.number(stability, 2)))
    columns = _told(words, ("size", "members", "stability"))
    return ReportTable(words("table_groups"), columns, tuple(rows), words("note_groups"), frozenset({0, 2}), len(parts))


def decisions_table(subject: Subject, words: Words, held: Held, sources: Iterable[Source]) -> ReportTable:
    """The single decisions that move the ranks most, with the sentence of a fact."""
    files = {source.id: source.file for source in sources}
    found = decisions(held, sorted(subject.published))
    rows = tuple(_decision(subject, words, decision, files) for decision in found[:_DECISIONS])
    columns = _told(words, ("decision", "where", "sentence", "moved"))
    return ReportTable(words("table_decisions"), columns, rows, words("note_decisions"), frozenset({3}), len(found))


def _decision(subject: Subject, words: Words, decision: Decision, files: dict[str, str]) -> tuple[str, ...]:
    what = {"document": "decision_document", "one body": "decision_body"}.get(decision.what, "decision_fact")
    of_body = decision.what == "one body"
    where = words.name(subject.network.nodes[decision.subject]) if of_body else files.get(decision.subject, decision.subject)
    quote = " ".join(decision.claim.quote.split()) if decision.claim else ""
    return words(what), where, quote, str(decision.effect)


def documents_table(sources: Sequence[Source], network: nx.MultiDiGraph, words: Words) -> ReportTable:
    """The documents, and how many links each proves."""
    proved = dict.fromkeys((source.id for source in sources), 0)
    for _, _, data in network.edges(data=True):
        if data["kind"] != "co-participation":
            for document in {item.document for item in data["evidence"]}:
                proved[document] = proved.get(document, 0) + 1
    ordered = sorted(sources, key=lambda source: (-proved[source.id], source.id))
    rows = tuple(
        (s.file, words.reading(s.language), s.published or words("not_known"), s.publisher or "", str(proved[s.id]))
        for s in ordered[: 4 * _TOP]
    )
    columns = _told(words, ("file", "language", "published", "publisher", "strength"))
    return ReportTable(words("table_documents"), columns, rows, "", frozenset({4}), len(ordered))


def _told(words: Words, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(words(key) for key in keys)
