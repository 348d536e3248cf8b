"""Headers on every answer: nothing is guessed, framed, referred to, or loaded from elsewhere."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {framers}"
#: The query page's editor sets styles of its own and asks our endpoint; it runs no other script and asks nobody else.
EDITOR = "/query"
_EDITOR_POLICY = _POLICY.replace(
    "style-src 'self'", "script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'"
).replace("img-src 'self'", "img-src 'self' data:")
#: The preview of a name is made to be framed by OpenRefine, wherever that runs.
FRAMED = "/reconcile/preview"
#: The network page carries its own policy, with the hashes of its own script and style.
OWN_POLICY = "/network.html"
_MOST_HEADERS = 200


class SafeHeaders:
    """Adds the headers to the answers of an application, and sends away whoever sends too many."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["x-content-type-options"] = "nosniff"
                headers["referrer-policy"] = "no-referrer"
                framers = "*" if scope["path"] == FRAMED else "'none'"
                if scope["path"] == OWN_POLICY:
                    headers["content-security-policy"] = "frame-ancestors 'none'"
                else:
                    policy = _EDITOR_POLICY if scope["path"] == EDITOR else _POLICY
                    headers["content-security-policy"] = policy.format(framers=framers)
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif len(scope["headers"]) > _MOST_HEADERS:
            await PlainTextResponse("too many headers\n", 431)(scope, receive, send_safely)
        else:
            await self._app(scope, receive, send_safely)
