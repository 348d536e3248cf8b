"""The HTTP server around the application."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable

import uvicorn

from seriktes.serve.app import create_app
from seriktes.serve.patience import PatientProtocol
from seriktes.serve.pool import Pool
from seriktes.serve.source import Source
from seriktes.serve.workers import Limits

#: Seconds a quiet connection stays open.
_QUIET = 5
#: Connections at once, with room below the 1024 files that most systems give a process; one more cuts the slowest.
_CONNECTIONS = 500


def listen(source: Source, host: str, port: int, limits: Limits, told: Callable[[], None]) -> bool:
    """Serve until interrupted; ``told`` is called when the build has been read.

    Gives whether the server came up. Raises DataError or StoreError when there is no whole build.
    """
    try:
        with asyncio.Runner(loop_factory=_new_loop) as runner:
            return runner.run(_serve(Pool(source, limits), host, port, told))
    except KeyboardInterrupt:
        return True


def _new_loop() -> asyncio.AbstractEventLoop:
    """libuv's loop where it can be had (not on Windows): taking hundreds of connections in one instant costs it half."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


async def _serve(pool: Pool, host: str, port: int, told: Callable[[], None]) -> bool:
    pool.source.check()
    await pool.start()
    told()
    config = uvicorn.Config(
        create_app(pool),
        host=host,
        port=port,
        http=PatientProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=_QUIET,
        timeout_graceful_shutdown=_QUIET,
        limit_concurrency=_CONNECTIONS,
    )
    server = uvicorn.Server(config)
    gc.collect()
    gc.freeze()  # what is loaded now stays; looking through it again in the middle of a rush would take tens of milliseconds
    gc.set_threshold(20_000, 20, 20)
    try:
        await server.serve()
    except SystemExit:  # uvicorn leaves so when the address is taken; it has said why
        return False
    finally:
        await pool.close()
    return server.started
