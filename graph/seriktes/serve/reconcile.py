"""The Reconciliation Service API 0.2 (W3C community group), so that OpenRefine can match names with the graph's things."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from seriktes import __version__
from seriktes.rdf.terms import BASE
from seriktes.serve.frames import words
from seriktes.serve.names import Hit, NameIndex
from seriktes.serve.view import LANGUAGES, types
from seriktes.serve.wire import Reply, plain

#: Queries of one batch, and candidates of one query.
MOST_QUERIES = 100
MOST_CANDIDATES = 25
_USUAL = 5
#: From this score on a candidate is right without a person's look, if no other one is near.
_SURE = 95.0
_AHEAD = 10.0
_WIDTH, _HEIGHT = 430, 220


def manifest(base: str) -> dict[str, Any]:
    """What the service can do, for the address it has been asked at."""
    service = f"{base}/reconcile"
    return {
        "versions": ["0.2"],
        "name": "seriktes",
        "identifierSpace": f"{BASE}id/",
        "schemaSpace": f"{BASE}ontology#",
        "documentation": f"{base}/",
        "serviceVersion": __version__,
        "logo": f"{base}/static/icon.svg",
        "defaultTypes": [_type(name, "en") for name in types()],
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "preview": {"url": f"{service}/preview?id={{{{id}}}}", "width": _WIDTH, "height": _HEIGHT},
        "suggest": {
            "entity": {"service_url": service, "service_path": "/suggest/entity"},
            "type": {"service_url": service, "service_path": "/suggest/type"},
        },
    }


def _type(name: str, language: str) -> dict[str, str]:
    return {"id": name, "name": words()[language][f"type_{name}"]}


class Reconciler:
    """Answers batches of names with candidates."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    def reply(self, asking: Mapping[str, Any]) -> Reply:
        """The answer to a batch (``queries``), to a beginning of a name (``prefix``), or of a type's name (``types``)."""
        language = asking["lang"]
        if "queries" in asking:
            return self._batch(asking["queries"], language)
        prefix = str(asking["prefix"])
        if asking.get("types"):
            wanted = [n for n in types() if any(words()[x][f"type_{n}"].lower().startswith(prefix.lower()) for x in LANGUAGES)]
            return _json({"result": [_type(name, language) for name in wanted]})
        hits = self._index.find(prefix, most=MOST_CANDIDATES)
        return _json({"result": [self._candidate(hit, language, "notable") for hit in hits]})

    def _batch(self, text: str, language: str) -> Reply:
        try:
            queries = json.loads(text)
        except ValueError as error:
            return plain(400, f"queries is not JSON: {error}")
        except RecursionError:
            return plain(400, "queries is nested too deeply")
        if not isinstance(queries, dict) or not all(isinstance(query, dict) for query in queries.values()):
            return plain(400, "queries must be an object of query objects")
        if len(queries) > MOST_QUERIES:
            return plain(413, f"more than {MOST_QUERIES} queries in a batch")
        answers = {}
        for name, query in queries.items():
            if not isinstance(query.get("query", ""), str):
                return plain(400, f"{name[:50]}: query must be a text")
            answers[name] = {"result": self._candidates(query, language)}
        return _json(answers)

    def _candidates(self, query: Mapping[str, Any], language: str) -> list[dict[str, Any]]:
        wanted = query.get("type") or []
        asked = [wanted] if isinstance(wanted, str) else [name for name in wanted if isinstance(name, str)]
        most = _most(query.get("limit", _USUAL))
        known = [name for name in asked if name in types()]
        hits = [] if asked and not known else self._index.find(query.get("query", ""), known, max(most, 2))
        candidates = []
        for place, hit in enumerate(hits[:most]):
            ahead = hit.score - (hits[1].score if len(hits) > 1 else 0)
            candidates.append(
                {
                    **self._candidate(hit, language, "type"),
                    "score": hit.score,
                    "match": place == 0 and hit.score >= _SURE and ahead >= _AHEAD,
                }
            )
        return candidates

    def _candidate(self, hit: Hit, language: str, types_key: str) -> dict[str, Any]:
        name = hit.thing.name(language)
        candidate = {"id": hit.thing.path, "name": name, types_key: [_type(hit.thing.type, language)]}
        parts = [
            part for part in (words()[language][f"type_{hit.thing.type}"], hit.thing.country, hit.name) if part and part != name
        ]
        return {**candidate, "description": " · ".join(parts)}


def _most(limit: object) -> int:
    """How many candidates a query asks for: JSON of Python also has Infinity and NaN."""
    if not isinstance(limit, (int, float)) or limit != limit:
        return _USUAL
    return int(max(1, min(limit, MOST_CANDIDATES)))


def _json(data: Any) -> Reply:
    return Reply(200, "application/json; charset=utf-8", (json.dumps(data, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
