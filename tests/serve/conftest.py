"""A built folder of two small documents, and a client of the application that serves it."""

from __future__ import annotations

import json
import select
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from seriktes.analysis.claims import claims_from_annotations
from seriktes.analysis.network import build_network
from seriktes.annotations import to_json
from seriktes.model import Annotation
from seriktes.rdf.dataset import build_dataset
from seriktes.rdf.serialize import write_nquads
from seriktes.views.html import render_network

#: Seconds that a server may take to come or go, on the slowest machine.
PATIENCE = 60


@contextmanager
def _serving(command: list[str], port: int) -> Iterator[str]:
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = server.stderr.readline() if select.select([server.stderr], [], [], PATIENCE)[0] else "nothing"
            assert "serving" in said, f"the server said {said!r}"
            until = time.monotonic() + PATIENCE
            while time.monotonic() < until:
                with suppress(OSError):
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()


@pytest.fixture(scope="session")
def serving() -> Callable[[list[str], int], AbstractContextManager[str]]:
    """Runs a server process: its address; whatever happens, it neither is waited for without end nor outlives its test."""
    return _serving


def write_build(annotations: list[Annotation], folder: Path, picture: bool = True) -> None:
    """The files of a build that are served, the manifest last; the network page only where it is wished."""
    import hashlib

    files = {"graph.nq": write_nquads(build_dataset(annotations))}
    if picture:
        reading = claims_from_annotations(annotations)
        files["network.html"] = render_network(build_network(reading.claims, reading.nodes), reading.sources).encode()
    files |= {f"annotations/{n}.json": to_json(a).encode() for n, a in enumerate(annotations)}
    (folder / "annotations").mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    manifest = {"files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}}
    (folder / "making").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "making").replace(folder / "manifest.json")


@pytest.fixture(scope="session")
def writing() -> Callable[..., None]:
    return write_build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, made: list[Annotation]) -> Path:
    out = tmp_path_factory.mktemp("served")
    write_build(made, out)
    return out


@pytest.fixture(scope="module")
def made(make: Callable[..., list[Annotation]]) -> list[Annotation]:
    return make()


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Any]:
    pytest.importorskip("starlette", reason="the extra [serve] is not installed")
    from seriktes.serve.app import create_app
    from seriktes.serve.pool import Pool
    from seriktes.serve.workers import Limits
    from starlette.testclient import TestClient

    with TestClient(create_app(Pool(folder, Limits(seconds=2, memory=120_000_000, short=4, long=2)))) as ready:
        yield ready
