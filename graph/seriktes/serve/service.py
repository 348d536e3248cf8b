"""What a worker can be asked: the one place where a question meets the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyoxigraph import NamedNode, Triple

from seriktes.errors import SeriktesError
from seriktes.rdf import terms as t
from seriktes.serve.catalogue import served
from seriktes.serve.claims import claims_about
from seriktes.serve.media import GRAPHS
from seriktes.serve.names import NameIndex
from seriktes.serve.pages import Pages
from seriktes.serve.reconcile import Reconciler
from seriktes.serve.snapshot import Snapshot
from seriktes.serve.sparql import answer_query, describe_service, write_triples
from seriktes.serve.things import DOC, Things, local_iri
from seriktes.serve.wire import Reply, plain
from seriktes.views.page import country_names

Asking = Mapping[str, Any]


class Service:
    """A build that answers questions, each a dictionary whose ``do`` names what to do. It changes nothing."""

    def __init__(self, snapshot: Snapshot, seconds: float, rows: int) -> None:
        self.snapshot = snapshot
        self._rows = rows
        things = Things(snapshot.store)
        index = NameIndex(things)
        self._pages = Pages(snapshot, things, index, {"seconds": seconds, "rows": rows})
        self._reconciler = Reconciler(index)
        self._can: Mapping[str, Callable[[Asking], Reply]] = {
            "query": self._query,
            "describe": self._describe,
            "page": self._pages.page,
            "preview": self._pages.preview,
            "data": self._data,
            "reconcile": self._reconciler.reply,
            "picture": self._picture,
            "void": self._void,
        }

    def warm(self) -> None:
        """Do once whatever opens files or loads code: a worker cannot."""
        page = {"do": "page", "lang": "en", "explicit": False, "params": [], "endpoint": "/sparql"}
        first = next(iter(self._pages.paths()), "/id/none")
        country_names(set())  # reads the list of countries, which the first page may not need
        for question in (
            {"do": "query", "query": "ASK {}", "accept": "application/json"},
            {"do": "query", "query": "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "accept": "application/ld+json"},
            {"do": "describe", "endpoint": "http://localhost/sparql"},
            {**page, "page": "home", "path": "/"},
            {**page, "page": "search", "path": "/search", "q": "qqqq"},
            {**page, "page": "node", "path": first},
            {**page, "page": "questions", "path": "/questions"},
            {**page, "page": "query", "path": "/query", "query": "ASK {}"},
            {"do": "reconcile", "queries": '{"a": {"query": "a"}}', "lang": "en"},
        ):
            self.reply(question)

    def reply(self, question: Asking) -> Reply:
        """The answer to a question."""
        try:
            return self._can[question["do"]](question)
        except SeriktesError as error:
            return plain(500, str(error))

    def _query(self, question: Asking) -> Reply:
        return answer_query(
            self.snapshot.store,
            question["query"],
            question.get("accept"),
            question.get("default_graphs", ()),
            question.get("named_graphs", ()),
            question.get("form"),
            self._rows,
        )

    def _describe(self, question: Asking) -> Reply:
        return describe_service(self.snapshot.store, question["endpoint"], question.get("accept"))

    def _data(self, question: Asking) -> Reply:
        """What the graph holds of a thing: its own triples, and the claims it stands in with their sentences."""
        store = self.snapshot.store
        iri = local_iri(question["path"].lstrip("/"))
        node = NamedNode(iri)
        if iri.startswith(DOC):
            quads = [*store.match(node, None, None), *store.match(None, None, None, node)]
        elif iri == f"{t.BASE}ontology":
            quads = list(store.match(None, None, None, t.ONTOLOGY_GRAPH))
        else:
            quads = list(store.match(node, None, None))
            for claim in claims_about(store, iri)[0]:
                quads += store.match(NamedNode(claim.iri), None, None)
            selectors = {quad.object for quad in quads if quad.predicate == t.SELECTOR and isinstance(quad.object, NamedNode)}
            for selector in selectors:
                quads += store.match(selector, None, None)
        if not quads:
            return plain(404, "the graph has nothing at this address")
        triples = sorted({Triple(q.subject, q.predicate, q.object) for q in quads}, key=str)
        form = question["form"]
        return Reply(200, f"{GRAPHS[form][0]}; charset=utf-8", write_triples(triples, form))

    def _picture(self, question: Asking) -> Reply:
        if self.snapshot.picture is None:
            return plain(404, "this build has no network page")
        return Reply(200, "text/html; charset=utf-8", self.snapshot.picture)

    def _void(self, question: Asking) -> Reply:
        """The description of the graph for catalogues; files of the build's folder are not served, so none is named."""
        if self.snapshot.void is None:
            return plain(404, "this build has no description for catalogues")
        form = question["form"]
        return Reply(200, f"{GRAPHS[form][0]}; charset=utf-8", write_triples(served(self.snapshot.void, question["base"]), form))
