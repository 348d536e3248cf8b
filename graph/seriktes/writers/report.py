"""The report of a build, in Markdown: what was read, what was found, what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

import networkx as nx

from seriktes.analysis.measures import Standing, standings
from seriktes.analysis.network import edges_in_order, partnership_network
from seriktes.judgements.ledger import Note
from seriktes.keeping.cards import cards_of
from seriktes.model import Annotation


class LeftOut(Protocol):
    """A document that was not read, and why."""

    @property
    def file(self) -> str:
        """Which."""

    @property
    def reason(self) -> str:
        """Why, in words."""


def report(
    annotations: Sequence[Annotation],
    network: nx.MultiDiGraph,
    skipped: Iterable[LeftOut],
    violations: Sequence[str],
    judged: tuple[str, Sequence[Note]] | None = None,
    ranked: Sequence[Standing] | None = None,
) -> str:
    """The whole report. ``judged`` is the judgement file that was used, and what became of its judgements; ``ranked``: who stands
    where among the partners, if that is known already.
    """
    left = list(skipped)
    parts = ["# What was read and found", *_documents(annotations), *_partners(network, ranked), *_judged(judged)]
    parts += [*_left_out(left), *_shapes(violations)]
    return "\n".join(parts) + "\n"


def _cell(text: object) -> str:
    return " ".join(str(text).replace("|", "\\|").replace("<", "&lt;").split())


def _documents(annotations: Sequence[Annotation]) -> list[str]:
    lines = [
        "",
        "## Documents",
        "",
        "| document | language | published | things | facts | signed | took part |",
        "|---|---|---|---|---|---|---|",
    ]
    notes = []
    for card in cards_of(annotations):
        file, facts = _cell(card.file), Counter(card.facts)
        lines.append(
            f"| {file} | {card.language} | {card.published or 'not stated'} | {len(card.types)} | "
            f"{len(card.facts)} | {facts['party']} | {facts['participation']} |"
        )
        notes += [f"- {file}: {_cell(warning)}" for warning in card.warnings]
    return [*lines, *(["", "Notes on reading:", "", *notes] if notes else [])]


def _partners(network: nx.MultiDiGraph, ranked: Sequence[Standing] | None) -> list[str]:
    partnership = partnership_network(network)
    names = dict(network.nodes(data="label"))
    lines = ["", "## Who partners with whom", "", "| partner | partner | how | sentence |", "|---|---|---|---|"]
    for source, target, data in edges_in_order(partnership):
        proof = data["evidence"][0]
        lines.append(
            f"| {_cell(names.get(source, source))} | {_cell(names.get(target, target))} | {_cell(data.get('label') or data['kind'])} | "
            f"{_cell(proof.quote)[:300]} ({_cell(proof.file)}) |"
        )
    lines += ["", "## Who stands between others", "", "| body | partners | betweenness |", "|---|---|---|"]
    for standing in (standings(partnership) if ranked is None else ranked)[:15]:
        lines.append(f"| {_cell(names.get(standing.node, standing.node))} | {standing.partners} | {standing.betweenness:.3f} |")
    return lines


def _judged(judged: tuple[str, Sequence[Note]] | None) -> list[str]:
    if judged is None:
        return []
    file, notes = judged
    idle = [note for note in notes if note.reason]
    lines = ["", "## Judgements", "", f"Of {_cell(file)}: {len(notes) - len(idle)} applied, {len(idle)} not applicable here."]
    return lines + ([""] if idle else []) + [f"- `{_cell(n.statement.shown)}`: {_cell(n.reason)}" for n in idle]


def _left_out(skipped: Sequence[LeftOut]) -> list[str]:
    lines = ["", "## Left out", ""]
    return lines + ([f"- {_cell(s.file)}: {_cell(s.reason)}" for s in skipped] or ["Nothing."])


def _shapes(violations: Sequence[str]) -> list[str]:
    lines = ["", "## Shapes", ""]
    return lines + ([f"- {_cell(v)}" for v in violations] or ["The graph conforms to all shapes."])
