"""The command ``serve``: a built graph over HTTP."""

from __future__ import annotations

import sys
from ipaddress import ip_address
from pathlib import Path

import click

from seriktes.commands.shared import store_option


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=Path("exports"))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--timeout", type=click.FloatRange(0.1, 60), default=10.0, show_default=True, help="Seconds one query may take.")
@click.option("--memory", type=click.IntRange(64), default=500, show_default=True, help="Megabytes one query may take.")
@click.option("--rows", type=click.IntRange(1), default=10_000, show_default=True, help="Rows one answer may have.")
@click.option("--long", "long", type=click.IntRange(1, 64), default=8, show_default=True, help="Long queries answered at once.")
@store_option
def serve(folder: Path, host: str, port: int, timeout: float, memory: int, rows: int, long: int, store: str | None) -> None:
    """Serve a built graph: pages for people, a SPARQL endpoint, names for OpenRefine. Read-only.

    DIR is the folder of a build; with --store the graph is read from that server instead. A new build is served as soon as
    it is whole. Needs the extra: pip install seriktes[serve]

    \b
    Example:
      seriktes build press-releases/ --out graph
      seriktes serve graph --port 8000     # then open http://127.0.0.1:8000/
      seriktes serve --store http://localhost:7878
    """
    from seriktes.processes.apart import can_fork

    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        raise click.UsageError("serve needs two more libraries; run: pip install seriktes[serve]") from None
    if not can_fork():
        raise click.UsageError("serve needs a system that can split processes (Linux, macOS, WSL)")
    from seriktes.serve.listen import listen
    from seriktes.serve.source import Folder, Server
    from seriktes.serve.workers import Limits

    if not _is_loopback(host):
        click.echo(f"seriktes: {host} can be reached by others; put a server with TLS and rate limits in front", err=True)

    source = Server(store) if store else Folder(folder)

    def told() -> None:
        click.echo(f"serving {store or folder} at http://{_shown(host)}:{port}/ (Ctrl-C ends it)", err=True)

    if not listen(source, host, port, Limits(seconds=timeout, memory=memory * 1_000_000, rows=rows, long=long), told):
        sys.exit(3)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
