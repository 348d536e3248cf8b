"""Headers on every answer: nothing is guessed, framed, referred to, or loaded from elsewhere."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {framers}"
#: The preview of a name is made to be framed by OpenRefine, wherever that runs.
FRAMED = "/reconcile/preview"
#: The network page carries its own policy, with the hashes of its own script and style.
OWN_POLICY = "/network.html"


class SafeHeaders:
    """Adds the headers to the answers of an application."""

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
                    headers["content-security-policy"] = _POLICY.format(framers=framers)
            await send(message)

        await self._app(scope, receive, send_safely if scope["type"] == "http" else send)
