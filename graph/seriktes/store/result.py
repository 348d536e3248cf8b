"""The answer to a query, wherever the graph is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

#: How Python has the numbers and truth values of RDF.
_READ: Mapping[str, Callable[[str], bool | int | float]] = {
    **dict.fromkeys(("integer", "nonNegativeInteger", "positiveInteger", "int", "long"), int),
    **dict.fromkeys(("decimal", "double", "float"), float),
    "boolean": lambda text: text in ("true", "1"),
}
_XSD = "http://www.w3.org/2001/XMLSchema#"

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


def value_of(value: Value) -> str | bool | int | float | None:
    """A term as Python has it: numbers and truth values as such, all else as text.

    >>> value_of(Literal(3)), value_of(Literal("Астана", language="kk")), value_of(None)
    (3, 'Астана', None)
    """
    if isinstance(value, Literal):
        read = _READ.get(value.datatype.value.removeprefix(_XSD))
        return read(value.value) if read else value.value
    return None if value is None else text_of(value)
