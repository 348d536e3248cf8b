"""Answers to queries as text: an aligned table for people, CSV for tables, SPARQL JSON for machines."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode

from seriktes.rdf.clean import clean_label, clean_quote
from seriktes.rdf.trig import compact
from seriktes.store import Result, Value, text_of

#: What a spreadsheet takes for the beginning of a formula (OWASP ASVS 1.2.10), full-width forms among them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
WIDEST_CELL = 60


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("Қазақстан"), width("中"), width("e\\u0301")
    (9, 2, 1)
    """
    return sum(
        0 if unicodedata.category(char) in _NO_WIDTH else 2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text
    )


def _cut(text: str, widest: int) -> str:
    if width(text) <= widest:
        return text
    kept, used = [], 1
    for char in text:
        used += width(char)
        if used > widest:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _cell(value: Value) -> str:
    if isinstance(value, NamedNode):
        short = compact(value.value)
        return short.replace("\\", "") if not short.startswith("<") else value.value
    return clean_label(text_of(value))[0]


def to_table(result: Result, widest: int | None = WIDEST_CELL) -> str:
    """The answer as an aligned table with short IRIs; cells wider than ``widest`` are cut and end in «…»."""
    if result.boolean is not None:
        return f"{str(result.boolean).lower()}\n"
    return aligned(result.variables, ([_cell(value) for value in row] for row in result.rows), widest)


def aligned(names: Sequence[str], cells: Iterable[Sequence[str]], widest: int | None = WIDEST_CELL) -> str:
    """Cells in columns under their names, for a terminal.

    >>> print(aligned(["name", "n"], [["Астана", "2"]]), end="")
    name    n
    ──────  ─
    Астана  2
    """
    rows = [[cell if widest is None else _cut(cell, widest) for cell in row] for row in cells]
    columns = [max([width(name), *(width(row[place]) for row in rows)]) for place, name in enumerate(names)]
    lines = [list(names), ["─" * size for size in columns], *rows]
    return "".join(_aligned(line, columns) + "\n" for line in lines)


def _aligned(cells: Sequence[str], columns: Sequence[int]) -> str:
    return "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(cells, columns, strict=True)).rstrip()


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> safe_cell("=1+1"), safe_cell("Астана")
    ("'=1+1", 'Астана')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_csv(result: Result, safe: bool = False) -> str:
    """The answer as SPARQL CSV; with ``safe``, cells that look like formulas begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if result.boolean is not None:
        return f"boolean\r\n{str(result.boolean).lower()}\r\n"
    writer.writerow(result.variables)
    for row in result.rows:
        cells = [clean_quote(_csv_text(value)) for value in row]
        writer.writerow([safe_cell(cell) for cell in cells] if safe else cells)
    return out.getvalue()


def _csv_text(value: Value) -> str:
    return f"_:{value.value}" if isinstance(value, BlankNode) else text_of(value)


def to_json(result: Result) -> str:
    """The answer as SPARQL 1.1 Query Results JSON, one row a line."""
    if result.boolean is not None:
        return json.dumps({"head": {}, "boolean": result.boolean}) + "\n"
    rows = (
        {name: _json_term(value) for name, value in zip(result.variables, row, strict=True) if value is not None}
        for row in result.rows
    )
    # row by row and without indent: so the encoder written in C does it, ten times as fast
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    head = json.dumps({"vars": list(result.variables)}, ensure_ascii=False)
    return f'{{"head": {head}, "results": {{"bindings": [\n{lines}\n]}}}}\n'


def _json_term(value: Value) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, BlankNode):
        return {"type": "bnode", "value": value.value}
    term = {"type": "literal", "value": text_of(value)}
    if isinstance(value, Literal):
        if value.language:
            term["xml:lang"] = value.language
        elif not value.datatype.value.endswith("#string"):
            term["datatype"] = value.datatype.value
    return term


def to_xml(result: Result) -> str:
    """The answer as SPARQL Query Results XML."""
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in result.variables)
    if result.boolean is not None:
        body = f"<boolean>{str(result.boolean).lower()}</boolean>"
    else:
        body = "<results>" + "".join(_xml_row(result.variables, row) for row in result.rows) + "</results>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>{head}</head>{body}</sparql>\n'
    )


def _xml_row(variables: Sequence[str], row: Sequence[Value]) -> str:
    cells = (
        f"<binding name={quoteattr(name)}>{_xml_term(value)}</binding>"
        for name, value in zip(variables, row, strict=True)
        if value is not None
    )
    return f"<result>{''.join(cells)}</result>\n"


def _xml_term(value: Value) -> str:
    term = _json_term(value)
    # A carriage return would be read back as a line feed; other control characters no XML can hold.
    text = escape(clean_quote(term["value"]), {"\r": "&#13;"})
    if term["type"] != "literal":
        return f"<{term['type']}>{text}</{term['type']}>"
    kind = f" xml:lang={quoteattr(term['xml:lang'])}" if "xml:lang" in term else ""
    kind = f" datatype={quoteattr(term['datatype'])}" if "datatype" in term else kind
    return f"<literal{kind}>{text}</literal>"


def to_tsv(result: Result) -> str:
    """The answer as SPARQL TSV: terms as in Turtle, one row a line."""
    if result.boolean is not None:
        return f"?boolean\n{str(result.boolean).lower()}\n"
    lines = ["\t".join(f"?{name}" for name in result.variables)]
    lines += ["\t".join("" if value is None else str(value).replace("\t", "\\t") for value in row) for row in result.rows]
    return "\n".join(lines) + "\n"


FORMATS: Mapping[str, Callable[[Result], str]] = {"table": to_table, "csv": to_csv, "json": to_json}
