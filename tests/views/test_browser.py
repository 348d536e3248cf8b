"""The page in a browser without a network: what is seen, what happens on a click, and what never runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from seriktes.analysis.claims import Reading, claims_from_annotations
from seriktes.analysis.network import build_network
from seriktes.views.html import render_network

pytestmark = pytest.mark.browser

EDGES = "JSON.parse(document.getElementById('data').textContent).edges"

HOSTILE = (
    "<script>window.__xss=1</script>",
    "</script><script>window.__xss=1</script>",
    "<img src=x onerror=window.__xss=1>",
    "<svg onload=window.__xss=1>",
    '"><script>window.__xss=1</script>',
    "'><img src=x onerror='window.__xss=1'>",
    "javascript:window.__xss=1",
    "<a href=javascript:window.__xss=1>x</a>",
    "<iframe srcdoc='<script>parent.__xss=1</script>'>",
    "</style><script>window.__xss=1</script>",
    "</title><script>window.__xss=1</script>",
    "</textarea><script>window.__xss=1</script>",
    "<!--<script>window.__xss=1//-->",
    "]]><script>window.__xss=1</script>",
    "{{7*7}}",
    "{% raw %}",
    "${window.__xss=1}",
    "`;window.__xss=1;`",
    "';window.__xss=1;'",
    '";window.__xss=1;"',
    '\\";window.__xss=1;//',
    "</SCRIPT ><SCRIPT>window.__xss=1</SCRIPT>",
    "<body onload=window.__xss=1>",
    "<details open ontoggle=window.__xss=1>",
    "<input autofocus onfocus=window.__xss=1>",
    "<math><mtext></p><script>window.__xss=1</script>",
    "<object data=javascript:window.__xss=1>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:window.__xss=1'>",
    "&lt;script&gt;window.__xss=1&lt;/script&gt;",
    "&#60;script&#62;window.__xss=1",
    "\u2028window.__xss=1\u2029",
    "__proto__",
    "constructor",
    "\u202egnp.exe",
    "\u0000\u0007\u001b[31m",
    "\ud800<b>",
    '{"__xss":1}',
    "toString<form action=//evil.example><button>",
)


@contextmanager
def opened(browser: Any, folder: Path, page: str, fragment: str = "lang=en", **context: Any) -> Iterator[Any]:
    """The page open in a browser that has no network; fails on any request but the file, any console error."""
    path = folder / "network.html"
    path.write_text(page, encoding="utf-8")
    room = browser.new_context(offline=True, **({"viewport": {"width": 1440, "height": 900}} | context))
    tab = room.new_page()
    requests: list[str] = []
    troubles: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: (troubles.append("dialog"), dialog.dismiss()))
    tab.goto(f"{path.as_uri()}#{fragment}")
    tab.wait_for_function("window.seriktes && window.seriktes.ready")
    tab.wait_for_timeout(250)
    yield tab
    assert [url for url in requests if not url.startswith(path.as_uri())] == []
    assert troubles == []
    room.close()


@pytest.fixture
def page(reading: Reading) -> str:
    return render_network(build_network(reading.claims, reading.nodes), reading.sources)


@pytest.fixture(scope="module")
def gold_page(gold: Reading) -> str:
    return render_network(build_network(gold.claims, gold.nodes), gold.sources)


def overlapping(tab: Any) -> list[tuple[str, str]]:
    boxes = tab.evaluate("window.seriktes.labels()")
    return [
        (a["text"], b["text"])
        for a, b in combinations(boxes, 2)
        if a["x0"] < b["x1"] and b["x0"] < a["x1"] and a["y0"] < b["y1"] and b["y0"] < a["y1"]
    ]


@pytest.mark.parametrize("view", ["partners", "people", "everything"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_two_names_overlap_at_first_sight(chromium: Any, gold_page: str, tmp_path: Path, view: str, language: str) -> None:
    with opened(chromium, tmp_path, gold_page, f"lang={language}&view={view}") as tab:
        assert overlapping(tab) == []
        assert len(tab.evaluate("window.seriktes.labels()")) >= 20


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_partner_and_agreement_is_named_at_first_sight(
    chromium: Any, gold_page: str, tmp_path: Path, language: str
) -> None:
    with opened(chromium, tmp_path, gold_page, f"lang={language}") as tab:
        boxes = tab.evaluate("window.seriktes.labels()")
        assert len([box for box in boxes if "node" in box]) == 21
        edges = tab.evaluate(f"{EDGES}.map(e => [e.id, e.kind])")
        kinds = [dict(edges)[box["edge"]] for box in boxes if "edge" in box]
        assert kinds.count("agreement") == 7


def test_a_click_on_an_edge_shows_its_sentences_with_both_names_marked(chromium: Any, page: str, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, page) as tab:
        edge = tab.evaluate(f"{EDGES}.find(e => e.kind === 'agreement').id")
        x, y = tab.evaluate("id => window.seriktes.edgePoint(id)", edge)
        tab.mouse.click(x, y)
        tab.wait_for_selector("#panel blockquote")
        panel = tab.inner_text("#panel")
        assert "«Ақбота» қоры мен «Bridge» ұйымы меморандумға қол қойды." in panel
        assert "published 2025-10-08" in panel and "kk1.txt" in panel and "characters 0–56" in panel
        assert tab.locator("#panel blockquote").count() == 2
        assert tab.locator("#panel mark.m0").all_inner_texts() == ["«Ақбота» қоры", "Фонд «Акбота»"]
        assert tab.locator("#panel mark.m1").all_inner_texts() == ["«Bridge» ұйымы", "организация «Bridge»"]


def test_a_click_on_a_name_shows_names_posts_and_links(chromium: Any, page: str, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, page, "lang=en&view=people") as tab:
        box = next(box for box in tab.evaluate("window.seriktes.labels()") if box["text"] == "Aliya Seiit")
        frame = tab.locator("#network").bounding_box()
        tab.mouse.click(frame["x"] + (box["x0"] + box["x1"]) / 2, frame["y"] + (box["y0"] + box["y1"]) / 2)
        panel = tab.inner_text("#panel")
        for text in ("Әлия Сейіт", "Алия Сеит", "Aliya Seiit", "Kazakhstan", "директор", "speaker"):
            assert text in panel


def test_languages_switch_live(chromium: Any, page: str, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, page) as tab:
        named = "window.seriktes.labels().filter(b => 'node' in b).map(b => b.text).sort()"
        assert tab.evaluate(named) == ["Aqbota Foundation", "Bridge", "Ministry of Education"]
        tab.click("#languages [data-value=ru]")
        tab.wait_for_timeout(200)
        assert tab.evaluate(named) == ["Білім министрлігі", "Организация «Bridge»", "Фонд «Акбота»"]
        assert tab.inner_text("h1") == "Кто с кем сотрудничает"
        tab.click("#languages [data-value=kk]")
        tab.wait_for_timeout(200)
        assert "«Ақбота» қоры" in tab.evaluate(named)
        assert tab.evaluate("document.documentElement.lang") == "kk"


@pytest.mark.parametrize("query", ["ақбота", "АКБОТА", "aqbota", "Akbota", "фонд акб"])
def test_search_finds_in_any_script_and_case(chromium: Any, page: str, tmp_path: Path, query: str) -> None:
    with opened(chromium, tmp_path, page) as tab:
        tab.fill("#search", query)
        assert "Aqbota Foundation" in tab.inner_text("#suggestions li >> nth=0")
        tab.press("#search", "Enter")
        assert "Aqbota Foundation" in tab.inner_text("#panel h2")


def test_search_of_nothing_known_says_so(chromium: Any, page: str, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, page) as tab:
        tab.fill("#search", "qwertyuiop")
        assert tab.inner_text("#suggestions") == "Nothing found"


def test_filters_hide_and_bring_back(chromium: Any, page: str, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, page) as tab:
        rows = tab.locator("#table tbody tr")
        assert rows.count() == 4
        tab.click("#filters summary")
        tab.click("#filter-sheet label:has-text('Co-organisers')")
        assert rows.count() == 1
        tab.click("#filter-sheet label:has-text('United Kingdom')")
        assert rows.count() == 0 and tab.is_visible("#message")
        tab.click("#filter-sheet button")
        assert rows.count() == 4 and not tab.is_visible("#message")


def test_the_table_sorts_and_opens_by_keyboard(chromium: Any, page: str, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, page, "lang=en&view=everything") as tab:
        tab.focus("#table thead th:nth-child(3) button")
        tab.keyboard.press("Enter")
        assert tab.get_attribute("#table thead th:nth-child(3)", "aria-sort") == "ascending"
        shown = tab.locator("#table tbody td:nth-child(3)").all_inner_texts()
        assert shown == sorted(shown)
        tab.keyboard.press("Enter")
        assert tab.get_attribute("#table thead th:nth-child(3)", "aria-sort") == "descending"
        tab.focus("#table tbody tr:first-child .act")
        tab.keyboard.press("Enter")
        assert tab.locator("#panel blockquote").count() >= 1
        tab.keyboard.press("Escape")
        assert tab.locator("#panel blockquote").count() == 0


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_cut_at_either_width(chromium: Any, gold_page: str, tmp_path: Path, width: int) -> None:
    with opened(chromium, tmp_path, gold_page, viewport={"width": width, "height": 844}) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        frame = tab.locator("#network").bounding_box()
        assert all(box["x0"] >= 0 and box["x1"] <= frame["width"] for box in tab.evaluate("window.seriktes.labels()"))


def test_dark_follows_the_system_and_the_switch(chromium: Any, page: str, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, page, color_scheme="dark") as tab:
        assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
        tab.click("#theme")
        assert tab.evaluate("document.documentElement.dataset.theme") == "light"


def test_hostile_names_are_text_in_every_slot(chromium: Any, make_annotations: Callable[..., Any], tmp_path: Path) -> None:
    assert len(HOSTILE) == 40
    documents = [document for text in HOSTILE for document in make_annotations(lambda name, text=text: text + name)]
    reading = claims_from_annotations(documents)
    page = render_network(build_network(reading.claims, reading.nodes), reading.sources)
    with opened(chromium, tmp_path, page, "lang=en&view=everything") as tab:
        assert tab.evaluate(f"{EDGES}.length") == 14 * len(HOSTILE)
        # Every fifth: of the six nodes and fourteen edges of each payload, one at least, and every kind in turn.
        tab.evaluate("count => { for (let id = 0; id < count; id += 5) window.seriktes.pick({ node: id }); }", len(reading.nodes))
        tab.evaluate(f"{EDGES}.filter((_, k) => k % 5 === 0).forEach(e => window.seriktes.pick({{ edge: e.id }}))")
        tab.click("#more")
        for language in ("kk", "ru"):
            tab.click(f"#languages [data-value={language}]")
        for view in ("people", "partners"):
            tab.click(f"#views [data-value={view}]")
        tab.fill("#search", "a")
        tab.wait_for_timeout(300)
        assert tab.evaluate("window.__xss") is None
        made = "img, iframe, object, form, details:not(#filters), svg[onload], base, link[rel=stylesheet]"
        assert tab.evaluate(f"document.querySelectorAll('{made}').length") == 0
        assert HOSTILE[0] in tab.inner_text("#panel") + tab.inner_text("#table")
