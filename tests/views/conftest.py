"""Pages of small networks, and a browser tab without a network that watches what a page does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from seriktes.analysis.claims import Reading
from seriktes.analysis.network import build_network
from seriktes.views.pages import folder_pages
from seriktes.views.things import Things

Opened = Callable[..., AbstractContextManager[Any]]


def pages_of(reading: Reading) -> dict[str, str]:
    """All pages of a reading by kind, the start page as index."""
    things = Things(build_network(reading.claims, reading.nodes), reading.sources)
    return {name.removesuffix(".html"): page for name, page in folder_pages(things)}


@pytest.fixture(scope="session")
def drawing() -> Callable[[Reading], dict[str, str]]:
    """Makes all pages of a reading, by kind."""
    return pages_of


@pytest.fixture
def pages(reading: Reading) -> dict[str, str]:
    """The pages of the two made-up documents."""
    return pages_of(reading)


@pytest.fixture(scope="session")
def gold_pages(gold: Reading) -> dict[str, str]:
    """The pages of the five documents as people annotated them."""
    return pages_of(gold)


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Opened:
    """Opens a page in a tab that has no network; fails on any request but the file, and on any console error."""

    @contextmanager
    def opening(page: str, fragment: str = "lang=en", name: str = "page.html", **context: Any) -> Iterator[Any]:
        path = tmp_path / name
        path.write_text(page, encoding="utf-8")
        room = chromium.new_context(offline=True, **({"viewport": {"width": 1440, "height": 900}} | context))
        tab = room.new_page()
        requests: list[str] = []
        troubles: list[str] = []
        tab.on("request", lambda request: requests.append(request.url))
        tab.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        tab.on("dialog", lambda dialog: (troubles.append("dialog"), dialog.dismiss()))
        tab.goto(f"{path.as_uri()}#{fragment}")
        tab.wait_for_function("() => window.seriktes && window.seriktes.ready")
        tab.evaluate("async () => { await window.seriktes.read; }")
        tab.wait_for_timeout(250)
        yield tab
        assert [url for url in requests if not url.startswith((path.as_uri(), "blob:"))] == []
        assert troubles == []
        room.close()

    return opening
