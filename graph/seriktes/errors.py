"""What can go wrong, by name. The command line alone turns these into a line for people."""

from __future__ import annotations


class SeriktesError(Exception):
    """Base of every error of the package; ``exit_code`` is what the command line returns for it."""

    exit_code = 3


class DocumentError(SeriktesError):
    """A document cannot be read: says which, why, and what to do."""

    def __init__(self, file: str, trouble: str, cure: str) -> None:
        super().__init__(f"{file}: {trouble}; {cure}")
        self.file = file
        self.trouble = trouble
        self.cure = cure


class DataError(SeriktesError):
    """A file of the package or of the user (list, frame, annotation, query) is not well formed."""


class OutputError(SeriktesError):
    """The results cannot be written."""


class ExtraError(SeriktesError, ImportError):
    """A library that the core does not need is missing: says which, and how to install it."""

    exit_code = 2


class QueryError(SeriktesError):
    """A SPARQL query is wrong or names something unknown."""

    exit_code = 2


class RefusedError(QueryError):
    """A SPARQL query wants to change or fetch something; the graph is only read."""


class LimitError(SeriktesError):
    """A limit of time, memory or rows was reached; nothing was cut silently."""

    exit_code = 4


class StoreError(SeriktesError):
    """A server that keeps the graph cannot be reached, refuses, or holds no whole graph."""
