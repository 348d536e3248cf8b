"""The pages in a browser: three ways through them, without an error on the console or a request to elsewhere.

Where axe-core lies under ``node_modules`` of the checkout (``python tools/fetch_axe.py``), each page is also looked over by it.
"""

from __future__ import annotations

import hashlib
import re
import socket
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PATHS = (
    "/",
    "/search?q=bridge",
    "/search?q=none-such",
    "/id/org/akbota",
    "/id/agreement/memorandum",
    "/scheme/agreement-kind/memorandum",
    "/questions",
    "/questions/partners-of",
    "/query",
    "/query?plain=1&query=ASK+%7B%7D",
    "/query?query=SELEC",
    "/nothing/here",
    "/reconcile/preview?id=org/akbota",
    "/network.html",
)
#: Pages of others' making (YASGUI) or of another part of the program: nothing serious is asked of them here.
FOREIGN = ("/query", "/query?query=SELEC", "/network.html")


@pytest.fixture(scope="module")
def address(folder: Path, serving: Callable[..., Any]) -> Iterator[str]:
    """A served build at an address of its own."""
    pytest.importorskip("uvicorn", reason="the extra [serve] is not installed")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "seriktes", "serve", str(folder), "--port", str(port)]
    with serving(command, port) as found:
        yield found


@pytest.fixture
def tab(chromium: Any, address: str) -> Iterator[Any]:
    """A page without JavaScript; at the end nothing was wrong and nobody else was asked."""
    yield from opened(chromium, address, scripts=False)


@pytest.fixture
def live_tab(chromium: Any, address: str) -> Iterator[Any]:
    """A page with JavaScript; at the end nothing was wrong and nobody else was asked."""
    yield from opened(chromium, address, scripts=True)


def opened(chromium: Any, address: str, scripts: bool) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="ru-RU", java_script_enabled=scripts)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else troubles.append(request.url))
    yield page
    context.close()
    assert not troubles


def test_from_a_search_to_the_sentence_that_proves_it(tab: Any, address: str) -> None:
    tab.goto(address)
    tab.get_by_role("searchbox").fill("акбота")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Фонд «Акбота»").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "Фонд «Акбота»"
    tab.get_by_role("link", name="к предложению").first.click()
    target = tab.locator(".claims li:target")
    assert target.count() == 1
    passage = tab.locator(".passage", has=target)
    assert "«Ақбота» қоры" in passage.locator("mark").first.inner_text()
    passage.locator(".source a").click()
    assert "kk1.txt" in tab.get_by_role("heading", level=1).inner_text()
    tab.get_by_role("link", name="қаз").click()
    assert "Құжаттар не дейді" in tab.content()


def test_a_shipped_question_is_asked_with_another_name(tab: Any, address: str) -> None:
    tab.goto(f"{address}/questions?lang=en")
    tab.get_by_role("link", name="partners", exact=False).first.click()
    tab.get_by_label("name of the organisation").fill("Bridge")
    tab.get_by_role("button", name="Ask").click()
    assert tab.get_by_role("cell").first.inner_text().strip() == "Aqbota Foundation"
    with tab.expect_download() as download:
        tab.get_by_role("link", name="CSV").click()
    assert "akbota" in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_query_is_written_and_a_wrong_one_told(tab: Any, address: str) -> None:
    tab.goto(f"{address}/query?lang=en")
    tab.get_by_label("SPARQL query").fill("SELECT ?a { ?a a skt:Memorandum }")
    tab.get_by_role("button", name="Ask").click()
    assert tab.get_by_role("cell").count() == 1
    tab.get_by_role("cell").get_by_role("link").click()
    assert tab.get_by_role("heading", name="Parties").count() == 1


def test_the_editor_asks_this_server_alone_and_its_answers_lead_to_our_pages(live_tab: Any, address: str) -> None:
    live_tab.goto(f"{address}/query?lang=en")
    live_tab.locator(".CodeMirror").click()
    live_tab.keyboard.press("Control+a")
    live_tab.keyboard.insert_text("SELECT ?a { ?a a skt:Memorandum }")
    live_tab.keyboard.press("Control+Enter")
    live_tab.locator(".answers td a").first.click()
    assert live_tab.get_by_role("heading", name="Parties").count() == 1
    live_tab.go_back()
    assert "Memorandum" in live_tab.locator(".CodeMirror").inner_text(), "the address keeps the query"


def test_the_editor_completes_our_terms_and_shows_what_is_wrong(live_tab: Any, address: str) -> None:
    live_tab.goto(f"{address}/query?lang=en")
    live_tab.locator(".CodeMirror").click()
    live_tab.keyboard.press("Control+a")
    live_tab.keyboard.insert_text("PREFIX skt: <https://w3id.org/seriktes/ontology#>\nASK { ?s skt:partn")
    live_tab.keyboard.press("Control+Space")
    live_tab.get_by_text("skt:partnersWith").first.wait_for()
    live_tab.keyboard.press("Escape")


def test_the_keyboard_leaves_the_editor(live_tab: Any, address: str) -> None:
    live_tab.goto(f"{address}/query?lang=en")
    live_tab.locator(".CodeMirror").click()
    live_tab.keyboard.press("Tab")
    live_tab.keyboard.press("Tab")
    assert live_tab.evaluate("!document.activeElement.closest('.editor')")


def test_the_vendored_files_are_the_ones_written_down() -> None:
    folder = files("seriktes.serve").joinpath("vendor")
    for name in ("yasgui.min.js", "yasgui.min.css"):
        digest = hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest()
        assert f"`{name}`: `{digest}`" in folder.joinpath("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_screen_and_the_keyboard_reaches_the_content(chromium: Any, address: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    for path in PATHS[:-2]:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_axe_finds_nothing_serious(chromium: Any, address: str, folder: Path, width: int, scheme: str, language: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not in node_modules (python tools/fetch_axe.py)")
    context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, locale=language)
    page = context.new_page()
    for path in (*PATHS, f"/doc/{document(address)}"):
        page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
        if path == "/query":
            page.get_by_role("button").first.click()
            page.locator(".answers td").first.wait_for()
        page.evaluate(AXE.read_text(encoding="utf-8"))  # not through a tag, which the page's policy would refuse
        found = page.evaluate("async () => (await axe.run()).violations.map(v => [v.id, v.impact, v.nodes[0].html])")
        assert not [violation for violation in found if violation[1] in ("serious", "critical")], (path, found)
        assert path in FOREIGN or not found, (path, found)
    context.close()


def document(address: str) -> str:
    """The digest of a document that is served."""
    with urlopen(f"{address}/") as page:
        return str(re.search(r"/doc/([0-9a-f]+)", page.read().decode("utf-8"))[1])  # type: ignore[index]
