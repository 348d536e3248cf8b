"""The addresses for people and for OpenRefine, and what each asks of a worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from seriktes.serve.frames import described, static
from seriktes.serve.http import OPEN, PREFLIGHT, answered, base_of, body_of, sent
from seriktes.serve.media import GRAPHS, HTML, best, form_of
from seriktes.serve.protocol import ProtocolError, parameters
from seriktes.serve.reconcile import manifest
from seriktes.serve.view import LANGUAGES
from seriktes.serve.wire import Reply, plain

#: Letters of a query that a page's address may carry.
_LONGEST = 100_000


def routes() -> list[Route]:
    """All routes but the endpoint's."""
    return [
        Route("/", _page("home")),
        Route("/search", _page("search", "q", "type")),
        Route("/questions", _page("questions")),
        Route("/questions/{name}", _question),
        Route("/query", _page("query", "query", "plain")),
        Route("/id/{path:path}", _node),
        Route("/doc/{digest}", _document),
        Route("/scheme/{path:path}", _node),
        Route("/rule/{path:path}", _node),
        Route("/ontology", _ontology),
        Route("/void.ttl", _void),
        Route("/.well-known/void", _well_known),
        Route("/openapi.json", _openapi),
        Route("/network.html", _network),
        Route("/static/{name}", _static),
        Route("/reconcile", _reconcile, methods=["GET", "POST", "OPTIONS"]),
        Route("/reconcile/suggest/entity", _suggest),
        Route("/reconcile/suggest/type", _suggest),
        Route("/reconcile/preview", _preview),
    ]


def language_of(request: Request) -> tuple[str, bool]:
    """The language of the answer, and whether the address says so; else the client's favourite of the three, else English."""
    chosen = request.query_params.get("lang", "")
    if chosen in LANGUAGES:
        return chosen, True
    # the same rules of preference as for media types, with one subtype for all
    wanted = ",".join(
        f"{part.strip().partition(';')[0].partition('-')[0]}/x{';' + part.partition(';')[2] if ';' in part else ''}"
        for part in request.headers.get("accept-language", "").split(",")
        if part.strip()
    )
    liked = best(wanted, [f"{code}/x" for code in ("en", "kk", "ru")]) if wanted else None
    return (liked or "en/x").removesuffix("/x"), False


def asking(request: Request, page: str, **more: Any) -> dict[str, Any]:
    """A worker's question for a page."""
    language, explicit = language_of(request)
    path = request.scope.get("raw_path", request.url.path.encode()).decode("ascii", "replace").partition("?")[0]
    params = [(name, value[:_LONGEST]) for name, value in request.query_params.multi_items()]
    return {"do": "page", "page": page, "lang": language, "explicit": explicit, "path": path, "params": params, **more}


async def page_of(request: Request, question: Mapping[str, Any]) -> Response:
    """A page; where a limit cut it short, a page that says so."""
    response = await answered(request, question)
    if response.status_code >= 400 and not response.headers["content-type"].startswith(HTML):
        text = bytes(response.body).decode("utf-8", "replace").strip()
        error = await answered(request, asking(request, "error", status=response.status_code, text=text))
        return error if error.headers["content-type"].startswith(HTML) else response
    return response


def _page(name: str, *parameters: str) -> Any:
    async def show(request: Request) -> Response:
        values = {key: request.query_params.get(key, "") for key in parameters}
        return await page_of(request, asking(request, name, endpoint=f"{base_of(request)}/sparql", **values))

    return show


async def _question(request: Request) -> Response:
    given = {name.removeprefix("p."): value for name, value in request.query_params.items() if name.startswith("p.")}
    return await page_of(request, asking(request, "question", name=request.path_params["name"], values=given))


async def not_found(request: Request, error: Exception) -> Response:
    """The answer where there is nothing: a page for people, a line for others."""
    if best(request.headers.get("accept"), [HTML, "text/plain"]) == HTML and HTML in request.headers.get("accept", ""):
        return await page_of(request, asking(request, "node", path="/id/-"))
    return sent(plain(404, "there is nothing here"))


async def not_allowed(request: Request, error: Exception) -> Response:
    """The answer to a method that an address does not know."""
    allowed = (getattr(error, "headers", None) or {}).get("Allow", "GET, HEAD")
    return sent(plain(405, f"{request.method} is not for this address; use {allowed}"), {"allow": allowed})


async def _node(request: Request) -> Response:
    return await _negotiated(request, "node")


async def _document(request: Request) -> Response:
    return await _negotiated(request, "document")


async def _ontology(request: Request) -> Response:
    return await _negotiated(request, None)


async def _void(request: Request) -> Response:
    return await _negotiated(request, None, {"do": "void", "base": base_of(request)})


async def _well_known(request: Request) -> Response:
    return Response(status_code=303, headers=OPEN | {"location": "/void.ttl"})


async def _openapi(request: Request) -> Response:
    return sent(Reply(200, "application/json", described()), OPEN | {"cache-control": "max-age=300"})


async def _negotiated(request: Request, page: str | None, data_of: Mapping[str, Any] | None = None) -> Response:
    """A thing as a page or as data, as the client likes it; ``format`` in the address decides for links."""
    wanted = request.query_params.get("format")
    accept = request.headers.get("accept")
    data = [name for names in GRAPHS.values() for name in names]
    if wanted is None and page and best(accept, [HTML, *data]) == HTML:
        return await page_of(request, asking(request, page))
    form = wanted if wanted in GRAPHS else None if wanted else (form_of(accept, GRAPHS) or ("", ""))[0]
    if not form:
        return sent(plain(406, f"to be had as {', '.join([HTML, *(names[0] for names in GRAPHS.values())])}"), OPEN)
    question = data_of or {"do": "data", "path": asking(request, "")["path"]}
    return await answered(request, {**question, "form": form}, OPEN)


async def _network(request: Request) -> Response:
    return await answered(request, {"do": "picture"})


async def _static(request: Request) -> Response:
    found = static().get(request.path_params["name"])
    if found is None:
        return sent(plain(404, "there is nothing here"))
    return sent(Reply(200, found[0], found[1]), {"cache-control": "max-age=300"})


async def _reconcile(request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=OPEN | PREFLIGHT)
    try:
        pairs = parameters(request.url.query.encode())
        if request.method == "POST":
            pairs += parameters(await body_of(request))
    except ProtocolError as error:
        return sent(plain(error.status, error.reason), OPEN)
    queries = dict(pairs).get("queries")
    if queries is None:
        return Response(_dumped(manifest(base_of(request))), media_type="application/json", headers=OPEN)
    return await answered(request, {"do": "reconcile", "queries": queries, "lang": language_of(request)[0]}, OPEN)


async def _suggest(request: Request) -> Response:
    question = {
        "do": "reconcile",
        "prefix": request.query_params.get("prefix", "")[:200],
        "types": request.url.path.endswith("/type"),
        "lang": language_of(request)[0],
    }
    return await answered(request, question, OPEN)


async def _preview(request: Request) -> Response:
    question = {"do": "preview", "id": request.query_params.get("id", ""), "lang": language_of(request)[0]}
    return await answered(request, question)


def _dumped(data: Mapping[str, Any]) -> bytes:
    import json

    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
