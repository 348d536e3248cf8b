"""Real SPARQL servers, each a process of its own: none is imitated."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
#: The same server with each of the two meanings of «default graph» that the standard allows.
SERVERS = {"default-graph-apart": [], "default-graph-unites": ["--union-default-graph"]}


@contextmanager
def running(*options: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """An Oxigraph server in memory, and its address."""
    if OXIGRAPH is None:
        pytest.skip("the oxigraph server is not installed (pip install oxigraph)")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}", *options]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(400):
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.kill()


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty server."""
    with running(*SERVERS[request.param]) as (address, _):
        yield address


@pytest.fixture
def one_server() -> Iterator[str]:
    """The address of an empty server, where its default graph makes no difference."""
    with running() as (address, _):
        yield address


@pytest.fixture
def mortal_server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """An empty server with its process, to be killed."""
    with running() as found:
        yield found
