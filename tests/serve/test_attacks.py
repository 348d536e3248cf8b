"""Forty attacks in every text a build has and in every word a visitor can send, in a browser that would run them.

The pages have two walls, and each is tried alone: what is sent is only text (the browser leaves the policy out), and the policy
runs no script that is not a file of this server (a script is put into the page on its way).
"""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.browser
HOSTILE: tuple[str, ...] = tuple(json.loads((Path(__file__).resolve().parents[1] / "attacks.json").read_text(encoding="utf-8")))
#: What would act if it were more than text, and what no page of the server has.
ACTS = """() => [...document.querySelectorAll('*')].filter(e =>
    [...e.attributes].some(a => a.name.startsWith('on') || (/^(href|src|srcdoc|action|formaction|data|xlink:href|style|content)$/.test(a.name)
        && /^\\s*(javascript|data|vbscript):/i.test(a.value)))
    || e.matches('img, iframe, object, embed, base, math, body form form, meta[http-equiv=refresh]')
    || (e.matches('script') && !e.src && e.type !== 'application/json')
    || (e.matches('script[src], link[href], a[href], form[action]') && ![location.origin, 'null'].includes(
        new URL(e.getAttribute('src') || e.getAttribute('href') || e.getAttribute('action'), location).origin))
).map(e => e.outerHTML)"""


def sent(text: str) -> str:
    return quote(text.encode("utf-8", "replace").decode("utf-8", "replace"), safe="")


@pytest.fixture(scope="module")
def hostile(
    make: Callable[..., Any], writing: Callable[..., None], serving: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server with a build in which every name, title, file and text is an attack."""
    pytest.importorskip("uvicorn", reason="the extra [serve] is not installed")
    folder = tmp_path_factory.mktemp("hostile")
    writing([document for text in HOSTILE for document in make(lambda name, text=text: name + text)], folder)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "seriktes", "serve", str(folder), "--port", str(port)]
    with serving(command, port) as found:
        yield found


@pytest.fixture(scope="module")
def page(chromium: Any, hostile: str) -> Iterator[Any]:
    """A page without the policy: whatever gets into it as more than text would run."""
    context = chromium.new_context(bypass_csp=True)
    context.add_init_script("window.alert = window.confirm = window.prompt = () => { window.__xss = 1; }")
    found = context.new_page()
    found.asked = []
    found.on("request", lambda request: None if request.url.startswith(hostile) else found.asked.append(request.url))
    yield found
    context.close()


def harmless(page: Any, address: str) -> None:
    page.goto(address, wait_until="domcontentloaded")
    assert page.evaluate("window.__xss") is None, address
    assert page.evaluate(ACTS) == [], address
    assert not page.asked, address


PATHS = (
    "/search?q={}&type={}&lang={}",
    "/questions/partners-of?p.name={}&p.lang={}&lang={}",
    "/query?plain=1&lang=en&query={}",
    "/id/org/{}?lang=ru",
    "/nothing/{}?{}={}",
)


@pytest.mark.parametrize("times", [1, pytest.param(len(PATHS), marks=pytest.mark.slow)])
def test_what_a_visitor_sends_is_only_text(page: Any, hostile: str, times: int) -> None:
    """Each attack in every word of one kind of page, in turn; in the slow run of all kinds."""
    page.set_extra_http_headers({"accept": "text/html"})
    for number, attack in enumerate(HOSTILE):
        for more in range(times):
            harmless(page, hostile + PATHS[(number + more) % len(PATHS)].replace("{}", sent(attack)))
    page.set_extra_http_headers({})


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.slow)])
def test_every_page_of_a_hostile_build_is_only_text(page: Any, hostile: str, step: int) -> None:
    """All lists, which name everything, and of the pages of things and documents every fourth; in the slow run all."""
    seen = []
    for type_ in ("Organization", "Person", "Event", "Agreement"):
        harmless(page, f"{hostile}/search?type={type_}&lang=en")
        links = page.evaluate("[...document.querySelectorAll('main a[href^=\"/id/\"]')].map(a => a.getAttribute('href'))")
        assert len(links) >= 30
        seen += links[:: step * 3 if type_ == "Organization" else step]
    harmless(page, hostile)
    documents = page.evaluate("[...document.querySelectorAll('a[href^=\"/doc/\"]')].map(a => a.getAttribute('href'))")
    assert documents and len(seen) >= 40 / step * 3
    for path in (*seen, *documents):
        harmless(page, hostile + path)


def test_answers_of_the_editor_and_of_the_plain_page_are_only_text(page: Any, hostile: str) -> None:
    names = "SELECT ?name ?thing { ?thing a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"
    for mode in ("&plain=1", ""):
        harmless(page, f"{hostile}/query?lang=en{mode}&query={sent(names)}")
    page.get_by_role("button").first.click()
    page.locator(".answers td").first.wait_for()
    assert page.evaluate("window.__xss") is None
    assert "<img src=x onerror" in page.inner_text("body")


def test_the_policy_runs_no_script_put_into_a_page(chromium: Any, hostile: str) -> None:
    tab = chromium.new_page()
    inside = "<script>window.__put=1</script><img src=x onerror='window.__put=1'>"

    def put(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</body>", f"{inside}</body>", 1))

    tab.route(f"{hostile}/**", lambda route: put(route) if route.request.resource_type == "document" else route.continue_())
    for path in ("/", "/id/org/nobody", "/query", "/reconcile/preview?id=x"):
        tab.goto(hostile + path)
        assert tab.evaluate("document.body.innerHTML").count("window.__put=1") == 2, "it is in the page"
        assert tab.evaluate("window.__put") is None, path
    tab.close()
