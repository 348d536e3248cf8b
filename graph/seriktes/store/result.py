"""The answer to a query, wherever the graph is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Value = NamedNode | BlankNode | Literal | Triple | None


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query: rows of terms under variables, or for ASK a boolean.

    A CONSTRUCT or DESCRIBE has the variables ``subject``, ``predicate`` and ``object``, and ``triples`` is true.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    boolean: bool | None = None
    triples: bool = False

    def dicts(self) -> Iterator[dict[str, str]]:
        """The rows as texts by variable; unbound variables are left out."""
        for row in self.rows:
            yield {name: text_of(value) for name, value in zip(self.variables, row, strict=True) if value is not None}


def text_of(value: Value) -> str:
    """The text of a term: an IRI, or a literal's words without tag and datatype."""
    return value.value if isinstance(value, (NamedNode, BlankNode, Literal)) else str(value or "")
