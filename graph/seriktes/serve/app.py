"""The web process: reads requests, asks workers, sends answers. It never looks into the graph itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from seriktes.serve.headers import SafeHeaders
from seriktes.serve.http import OPEN, PREFLIGHT, answered, base_of, body_of, sent
from seriktes.serve.media import GRAPHS, HTML, TABLES, best
from seriktes.serve.pool import Pool
from seriktes.serve.protocol import ProtocolError, read_operation
from seriktes.serve.routes import not_allowed, not_found, routes
from seriktes.serve.wire import plain


def create_app(pool: Pool) -> Starlette:
    """The application that hands questions to a pool of workers; the pool lives as long as it."""
    methods = ["GET", "POST", "OPTIONS"]
    endpoint = [Route("/sparql", sparql, methods=methods), Route("/sparql/", sparql, methods=methods)]

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = pool
        await pool.start()
        yield
        await pool.close()

    app = Starlette(routes=[*endpoint, *routes()], lifespan=life, exception_handlers={404: not_found, 405: not_allowed})
    app.add_middleware(SafeHeaders)
    return app


async def sparql(request: Request) -> Response:
    """The SPARQL 1.1 Protocol, for queries."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=OPEN | PREFLIGHT)
    try:
        body = await body_of(request) if request.method == "POST" else b""
        operation = read_operation(request.method, request.url.query.encode(), request.headers, body)
    except ProtocolError as error:
        return sent(plain(error.status, error.reason), OPEN)
    accept = request.headers.get("accept")
    if operation.form is None and request.method != "POST" and _is_for_people(accept):
        asked = {"query": operation.query} if operation.query else {}
        return Response(
            status_code=303, headers={"location": "/query" + ("?" + urlencode(asked) if asked else ""), "vary": "Accept"}
        )
    if operation.query is None:
        question: dict[str, Any] = {"do": "describe", "endpoint": f"{base_of(request)}/sparql", "accept": accept}
    else:
        question = {
            "do": "query",
            "query": operation.query,
            "accept": accept,
            "default_graphs": operation.default_graphs,
            "named_graphs": operation.named_graphs,
            "form": operation.form,
        }
    return await answered(request, question, OPEN)


def _is_for_people(accept: str | None) -> bool:
    forms = [name for names in (*TABLES.values(), *GRAPHS.values()) for name in names]
    return accept is not None and HTML in accept and best(accept, [HTML, *forms]) == HTML
