"""Listed names as a tree of their words."""

from __future__ import annotations

from seriktes.authority.records import Record
from seriktes.records import record


class Node:
    """A word of names; most have no name that ends with them, or nothing behind them, and share what is empty."""

    __slots__ = ("children", "names")

    def __init__(self) -> None:
        self.children: dict[str, Node] = _NO_CHILDREN
        self.names: tuple[Name, ...] = ()

    def child(self, key: str) -> Node:
        """The node behind this one, made where there was none."""
        if self.children is _NO_CHILDREN:
            self.children = {}
        found = self.children.get(key)
        if found is None:
            found = self.children[key] = Node()
        return found


_NO_CHILDREN: dict[str, Node] = {}


@record(frozen=True, slots=True)
class Name:
    """A name of a record: its words, whether it must be written exactly so (an acronym), whether it is a short form."""

    record: Record
    words: tuple[str, ...]
    exact: bool
    short: bool
