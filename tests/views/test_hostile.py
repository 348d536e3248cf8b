"""Pages whose every text is an attack, pages of next to nothing, and pages looked over for barriers.

Where axe-core lies under ``node_modules`` of the checkout (``npm install --no-save axe-core``), each page is looked over by it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from seriktes.analysis.claims import Claim, Node, Reading, Source, claims_from_annotations
from seriktes.analysis.network import build_network
from seriktes.views.pictures import KINDS
from seriktes.views.start import render_start
from seriktes.views.things import Things

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ALL = ("index", *KINDS)
#: What no page makes of itself, so that it can only come from a name.
MADE = "img, iframe, object, form, details:not(.menu, .findings details), svg[onload], base, link[rel=stylesheet], meta[http-equiv=refresh]"

#: Names that would act in a page that is not careful; the pages of the server are shown the same ones.
HOSTILE: tuple[str, ...] = tuple(json.loads((Path(__file__).resolve().parents[1] / "attacks.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def hostile_pages(make: Callable[..., Any], drawing: Callable[[Reading], dict[str, str]]) -> dict[str, str]:
    """The pages of the made-up documents, once for each attack, with the attack in every text."""
    documents = [document for text in HOSTILE for document in make(lambda name, text=text: text + name)]
    return drawing(claims_from_annotations(documents))


def test_there_are_forty_attacks() -> None:
    assert len(set(HOSTILE)) == 40


#: The pictures with a graph share their scripts: of them one is attacked in every run, the others in the slow ones.
ATTACKED = [
    kind if kind in ("partners", "countries", "timeline") else pytest.param(kind, marks=pytest.mark.slow) for kind in KINDS
]


@pytest.mark.parametrize("kind", ATTACKED)
def test_hostile_names_are_text_in_every_slot(opened: Any, hostile_pages: dict[str, str], kind: str) -> None:
    with opened(hostile_pages[kind]) as tab:
        assert tab.evaluate("window.seriktes.edges.filter(e => !e.parts).length") == 14 * len(HOSTILE)
        # Every fifth: of the six nodes and fourteen edges of each attack, one at least, and every kind in turn.
        tab.evaluate("for (let id = 0; id < window.seriktes.nodes.length; id += 5) window.seriktes.pick({ node: id })")
        tab.evaluate("window.seriktes.edges.filter((_, k) => k % 5 === 0).forEach(e => window.seriktes.pick({ edge: e.id }))")
        if tab.is_visible("#more"):
            tab.click("#more")
        for rows in ("names", "links"):
            tab.click(f"#rows [data-value={rows}]")
        for language in ("kk", "ru"):
            tab.click(f"#languages [data-value={language}]")
        tab.fill("#search", "a")
        for menu in ("filters", "look", "take"):
            tab.click(f"#{menu} summary")
        tab.wait_for_timeout(200)
        assert tab.evaluate("window.__xss") is None
        assert tab.evaluate(f"document.querySelectorAll('{MADE}').length") == 0
        assert HOSTILE[0] in tab.evaluate(
            "document.querySelector('#panel').textContent + document.querySelector('#table').textContent"
        )


def test_a_hostile_address_is_only_a_choice_not_known(opened: Any, pages: dict[str, str]) -> None:
    for attack in ("<script>window.__xss=1</script>", "__proto__", "javascript:1"):
        fields = (
            "lang",
            "theme",
            "size",
            "colour",
            "sure",
            "since",
            "until",
            "off-kinds",
            "off-x",
            "focus",
            "node",
            "edge",
            "pair",
        )
        with opened(pages["countries"], "&".join(f"{field}={attack}" for field in fields)) as tab:
            assert tab.evaluate("window.__xss") is None
            assert tab.locator("#panel h2").count() == 0


def _start_page(make: Callable[..., Any], attack: str) -> str:
    reading = claims_from_annotations(make(lambda name: attack + name))
    return render_start(Things(build_network(reading.claims, reading.nodes), reading.sources), KINDS, [f"{attack}.csv"])


def test_the_start_page_shows_hostile_names_as_text(opened: Any, make: Callable[..., Any], tmp_path: Path) -> None:
    with opened(_start_page(make, HOSTILE[0])) as tab:
        for number, attack in enumerate(HOSTILE):
            page = tmp_path / f"page.html-{number}.html"
            page.write_text(_start_page(make, attack), encoding="utf-8")
            tab.goto(page.as_uri())
            tab.wait_for_function("() => window.seriktes && window.seriktes.ready")
            assert tab.evaluate("window.__xss") is None, attack
            assert tab.evaluate(f"document.querySelectorAll('{MADE}').length") == 0, attack


def _of(nodes: int) -> Reading:
    """A reading of so many bodies, each tied to the one before it."""
    made = [Node(f"n{k}", "Organization", "ngo", "KZ", {"en": f"Body {k}"}, ("d",)) for k in range(nodes)]
    claims = [
        Claim("cooperation", {"a": f"n{k - 1}", "b": f"n{k}"}, "d", "d.txt", 0, 4, "They") for k in range(1, nodes)
    ]  # fmt: skip
    return Reading(tuple(made), tuple(claims), (Source("d", "d.txt", "en", "2024-01-01"),))


@pytest.mark.parametrize("nodes", [0, 1, 2])
@pytest.mark.parametrize("kind", ALL)
def test_next_to_nothing_is_no_error(opened: Any, drawing: Callable[[Reading], dict[str, str]], nodes: int, kind: str) -> None:
    with opened(drawing(_of(nodes))[kind]) as tab:
        if kind in ("partners", "network", "countries") and nodes == 2:
            assert not tab.is_visible("#message")
        elif kind != "index":
            assert tab.is_visible("#message")
        if nodes == 0:
            assert "seriktes build" in tab.inner_text("body")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ALL)
def test_axe_finds_nothing_serious(opened: Any, gold_pages: dict[str, str], kind: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not in node_modules (npm install --no-save axe-core)")
    with opened(gold_pages[kind], color_scheme=scheme) as tab:
        tab.evaluate(AXE.read_text(encoding="utf-8"))
        for act in (
            "null",
            "document.querySelectorAll('details').forEach(d => { d.open = true; })",
            "window.seriktes.pick && window.seriktes.pick({ node: 0 })",
        ):
            tab.evaluate(act)
            found = tab.evaluate("async () => (await axe.run()).violations.map(v => [v.id, v.impact, v.nodes[0].html])")
            assert not [each for each in found if each[1] in ("serious", "critical")]
