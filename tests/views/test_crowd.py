"""A picture of thousands of things: drawn in few strokes, with everything found that a small one has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from seriktes.analysis.claims import Claim, Node, Source
from seriktes.analysis.network import build_network
from seriktes.views.html import render_network

pytestmark = pytest.mark.browser

BODIES = 1750


@pytest.fixture(scope="module")
def page() -> str:
    """Bodies each tied to the one before and to the first of all; the first two by a joint project's name besides."""
    nodes = [Node(f"n{k:04}", "Organization", "ngo", "KZ", {"en": f"Body {k}"}, ("d",)) for k in range(BODIES)]
    links = [(k - 1, k) for k in range(1, BODIES)] + [(0, k) for k in range(2, BODIES)]
    claims = [
        Claim("cooperation", {"a": f"n{a:04}", "b": f"n{b:04}"}, "d", "d.txt", 500 * k, 500 * k + 300, f"{a} works with {b}. " * 40)
        for k, (a, b) in enumerate(links)
    ]  # fmt: skip
    claims += [Claim("post", {"person": "p", "organization": "n0001"}, "d", "d.txt", 7, 9, "It.", role="head")]
    nodes.append(Node("p", "Person", "person", "KZ", {"en": "Somebody"}, ("d",)))
    return render_network(build_network(claims, nodes), (Source("d", "d.txt", "en", "2024-01-01"),), "network")


def test_a_crowd_answers_as_a_small_picture_does(opened: Callable[..., Any], page: str) -> None:
    with opened(page) as tab:
        assert tab.evaluate("window.seriktes.drawn().edges.length") == 2 * BODIES - 2
        # The first body has most ties: it is named, and the name leads to it.
        name = next(box for box in tab.evaluate("window.seriktes.labels()") if box["text"] == "Body 0")
        frame = tab.locator("#network").bounding_box()
        tab.mouse.click(frame["x"] + (name["x0"] + name["x1"]) / 2, frame["y"] + (name["y0"] + name["y1"]) / 2)
        assert tab.inner_text("#panel h2") == "Body 0"
        # Near enough, the line of a post is one that a click finds, with its sentence.
        post = tab.evaluate("window.seriktes.edges.find(e => e.kind === 'affiliation').id")
        tab.evaluate("id => window.seriktes.pick({ edge: id })", post)
        tab.evaluate("for (let k = 0; k < 9; k++) window.seriktes.zoom(1.6)")
        tab.evaluate("id => window.seriktes.look(id)", post)
        tab.wait_for_timeout(200)
        tab.keyboard.press("Escape")
        tab.mouse.click(*tab.evaluate("id => window.seriktes.edgePoint(id)", post))
        assert "It." in tab.inner_text("#panel blockquote")
        # Fewer than a crowd: the filter leaves one post, drawn by the library.
        tab.click("#filters summary")
        tab.click("#filter-sheet label:has-text('Stated cooperation')")
        assert tab.evaluate("window.seriktes.drawn().edges.length") == 1
        tab.mouse.click(*tab.evaluate("id => window.seriktes.edgePoint(id)", post))
        assert "It." in tab.inner_text("#panel blockquote")


def test_a_page_stays_below_one_megabyte_and_what_its_nodes_may_add(page: str) -> None:
    assert len(page.encode("utf-8")) <= 1_000_000 + 400 * (BODIES + 1)
