"""The report as Markdown: the same contents, the charts as rows of blocks."""

from __future__ import annotations

from collections.abc import Iterable

from seriktes.report.charts import Chart
from seriktes.report.contents import Contents, Link
from seriktes.report.tables import ReportTable
from seriktes.writers.files import clean

_BLOCKS = 24


def markdown(report: Contents) -> str:
    """The whole report. Same report, same bytes."""
    words = report.words
    parts = [f"# {words('title')}", "", report.lead, "", f"## {words('findings')}", ""]
    parts += [f"- {_text(finding)}" for finding in report.findings]
    parts += ["", f"## {words('figures')}", "", *(f"- {_text(name)}: {number}" for name, number in report.figures)]
    for chart in report.charts:
        parts += ["", f"### {chart.title}", "", *_chart(chart)]
    for table in report.tables:
        parts += ["", f"## {table.title}", "", *_table(table, words("none"))]
    parts += ["", f"## {words('claims')}"]
    for kind in report.claims:
        parts += ["", f"### {kind.kind} ({len(kind.links) + kind.left})", ""]
        for link in kind.links:
            parts += _link(report, link)
        if kind.left:
            parts += ["", words("more", n=kind.left)]
    return clean("\n".join([*parts, "", report.measured, ""]))


def _chart(chart: Chart) -> Iterable[str]:
    most = max((bar.value for bar in chart.bars), default=1) or 1
    yield "| | |"
    yield "|---|---|"
    for bar in chart.bars:
        blocks = "" if chart.ranks else "█" * max(1, round(_BLOCKS * bar.value / most)) + " "
        between = f" ({bar.between[0]}–{bar.between[1]})" if bar.between else ""
        yield f"| {_text(bar.name)} | {blocks}{bar.value}{between} |"


def _table(table: ReportTable, none: str) -> list[str]:
    note = [_text(table.note), ""] if table.note else []
    if not table.rows:
        return [*note, none]
    rule = "|" + "|".join("---:" if place in table.numbers else "---" for place in range(len(table.columns))) + "|"
    return [*note, _row(table.columns), rule, *map(_row, table.rows)]


def _link(report: Contents, link: Link) -> Iterable[str]:
    label = f" · {_text(link.label)}" if link.label else ""
    yield f"- **{_text(link.source)}** — **{_text(link.target)}**{label}"
    for proof in link.proofs:
        quote = _text("".join(text for text, _ in proof.pieces))
        place = report.words.place(proof.start, proof.end, proof.confidence)
        date = proof.published or report.words("not_known")
        yield f"  > {quote} ({_text(proof.file)}, {date}, {place})"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_text(cell) for cell in cells) + " |"


def _text(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    line = " ".join(text.split()).replace("\\", "\\\\")
    for mark in "|*_`[]#":
        line = line.replace(mark, f"\\{mark}")
    return line.replace("<", "&lt;")
