"""What a worker can be asked: the one place where a question meets the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from seriktes.errors import SeriktesError
from seriktes.serve.snapshot import Snapshot
from seriktes.serve.sparql import answer_query, describe_service
from seriktes.serve.wire import Reply, plain


class Service:
    """A build that answers questions, each a dictionary whose ``do`` names what to do. It changes nothing."""

    def __init__(self, snapshot: Snapshot, rows: int) -> None:
        self.snapshot = snapshot
        self._rows = rows
        self._can: Mapping[str, Callable[[Mapping[str, Any]], Reply]] = {"query": self._query, "describe": self._describe}

    def warm(self) -> None:
        """Do once whatever opens files: a worker cannot."""
        self.reply({"do": "query", "query": "ASK {}"})

    def reply(self, question: Mapping[str, Any]) -> Reply:
        """The answer to a question."""
        try:
            return self._can[question["do"]](question)
        except SeriktesError as error:
            return plain(500, str(error))

    def _query(self, question: Mapping[str, Any]) -> Reply:
        return answer_query(
            self.snapshot.store,
            question["query"],
            question.get("accept"),
            question.get("default_graphs", ()),
            question.get("named_graphs", ()),
            question.get("form"),
            self._rows,
        )

    def _describe(self, question: Mapping[str, Any]) -> Reply:
        return describe_service(self.snapshot.store, question["endpoint"], question.get("accept"))
