"""The pages in a browser without a network: what is seen, and what happens on a click, a key, a choice."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from seriktes.views.pictures import KINDS

pytestmark = pytest.mark.browser

Pages = dict[str, str]
EDGES = "window.seriktes.edges"
ALL = ("index", *KINDS)


def overlapping(tab: Any) -> list[tuple[str, str]]:
    boxes = tab.evaluate("window.seriktes.labels()")
    return [
        (a["text"], b["text"])
        for a, b in combinations(boxes, 2)
        if a["x0"] < b["x1"] and b["x0"] < a["x1"] and a["y0"] < b["y1"] and b["y0"] < a["y1"]
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_two_names_overlap_at_first_sight(opened: Any, gold_pages: Pages, kind: str, language: str) -> None:
    with opened(gold_pages[kind], f"lang={language}") as tab:
        assert overlapping(tab) == []
        assert len(tab.evaluate("window.seriktes.labels()")) >= (5 if kind == "countries" else 20)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_partner_and_agreement_is_named_at_first_sight(opened: Any, gold_pages: Pages, language: str) -> None:
    with opened(gold_pages["partners"], f"lang={language}") as tab:
        boxes = tab.evaluate("window.seriktes.labels()")
        assert len([box for box in boxes if "node" in box]) == 21
        kinds = dict(tab.evaluate(f"{EDGES}.map(e => [e.id, e.kind])"))
        assert [kinds[box["edge"]] for box in boxes if "edge" in box].count("agreement") == 7


def test_a_click_on_an_edge_shows_its_sentences_with_both_names_marked(opened: Any, pages: Pages) -> None:
    with opened(pages["partners"]) as tab:
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


def test_a_click_on_a_name_shows_names_posts_measures_and_links(opened: Any, pages: Pages) -> None:
    with opened(pages["people"]) as tab:
        box = next(box for box in tab.evaluate("window.seriktes.labels()") if box["text"] == "Aliya Seiit")
        frame = tab.locator("#network").bounding_box()
        tab.mouse.click(frame["x"] + (box["x0"] + box["x1"]) / 2, frame["y"] + (box["y0"] + box["y1"]) / 2)
        panel = tab.inner_text("#panel")
        for text in ("Әлия Сейіт", "Алия Сеит", "Aliya Seiit", "Kazakhstan", "директор", "speaker", "Go-between"):
            assert text in panel


def test_languages_switch_live(opened: Any, pages: Pages) -> None:
    with opened(pages["partners"]) as tab:
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
@pytest.mark.parametrize("kind", ["partners", "timeline"])
def test_search_finds_in_any_script_and_case(opened: Any, pages: Pages, query: str, kind: str) -> None:
    with opened(pages[kind]) as tab:
        tab.fill("#search", query)
        assert "Aqbota Foundation" in tab.inner_text("#suggestions li >> nth=0")
        tab.press("#search", "Enter")
        assert "Aqbota Foundation" in tab.inner_text("#panel h2")


def test_search_of_nothing_known_says_so(opened: Any, pages: Pages) -> None:
    with opened(pages["partners"]) as tab:
        tab.fill("#search", "qwertyuiop")
        assert tab.inner_text("#suggestions") == "Nothing found"


def test_filters_hide_and_bring_back(opened: Any, pages: Pages) -> None:
    with opened(pages["partners"]) as tab:
        rows = tab.locator("#table tbody tr")
        assert rows.count() == 4
        tab.click("#filters summary")
        tab.click("#filter-sheet label:has-text('Co-organisers')")
        assert rows.count() == 1
        tab.click("#filter-sheet label:has-text('United Kingdom')")
        assert rows.count() == 0 and tab.is_visible("#message")
        tab.click("#filter-sheet button")
        assert rows.count() == 4 and not tab.is_visible("#message")


def test_roles_are_filtered_apart(opened: Any, pages: Pages) -> None:
    with opened(pages["people"]) as tab:
        rows = tab.locator("#table tbody tr")
        before = rows.count()
        tab.click("#filters summary")
        tab.click("#filter-sheet label:has-text('organiser')")
        assert rows.count() == 1 < before
        assert tab.inner_text("#table tbody tr td:nth-child(4)") == "speaker"


def test_what_is_doubtful_or_of_another_time_can_be_hidden(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["agreements"]) as tab:
        days = tab.evaluate("window.seriktes.drawn().edges.map(e => e.day)")
        tab.click("#filters summary")
        tab.focus("#filter-sheet .slide:has-text('From') input")
        tab.keyboard.press("End")
        last = max(day for day in days if day)
        assert set(tab.evaluate("window.seriktes.drawn().edges.map(e => e.day)")) == {last}
        assert f"since={last}" in tab.url
        tab.click("#filter-sheet button")
        tab.focus("#filter-sheet .slide:has-text('Confidence') input")
        tab.keyboard.press("End")
        assert all(tab.evaluate("window.seriktes.drawn().edges.map(e => e.sure >= 1)")) and "sure=1.00" in tab.url


def test_only_the_surroundings_of_a_name(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["partners"]) as tab:
        node = tab.evaluate("window.seriktes.drawn().nodes.find(n => n.names.includes('Civic Alliance of Kazakhstan')).id")
        tab.evaluate("id => window.seriktes.pick({ node: id })", node)
        tab.click("#panel .actions button >> nth=0")
        shown = tab.evaluate("window.seriktes.drawn().nodes.map(n => n.id)")
        ends = "e => [e.from, e.to]"
        near = tab.evaluate(
            f"id => [...new Set({EDGES}.filter(e => e.kind === 'agreement' && (e.from === id || e.to === id)).flatMap({ends}))]",
            node,
        )
        assert set(near) <= set(shown) and len(shown) < 10 and "focus=" in tab.url
        tab.click("#focus button")
        assert len(tab.evaluate("window.seriktes.drawn().nodes")) == 21


@pytest.mark.parametrize("measure", ["strength", "betweenness", "core", "none"])
def test_size_and_colour_follow_the_measure_chosen(opened: Any, gold_pages: Pages, measure: str) -> None:
    with opened(gold_pages["partners"]) as tab:
        tab.click("#look summary")
        tab.select_option("#look-size", measure)
        tab.select_option("#look-colour", "core")
        assert f"size={measure}" in tab.url and "colour=core" in tab.url
        assert "many" in tab.inner_text("#legend")


def test_the_address_opens_the_same_view(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["partners"]) as tab:
        tab.click("#filters summary")
        tab.click("#filter-sheet label:has-text('Russia')")
        tab.evaluate("window.seriktes.pick({ node: window.seriktes.drawn().nodes[3].id })")
        title, rows, fragment = tab.inner_text("#panel h2"), tab.locator("#table tbody tr").count(), tab.url.split("#")[1]
    with opened(gold_pages["partners"], fragment) as tab:
        assert (tab.inner_text("#panel h2"), tab.locator("#table tbody tr").count()) == (title, rows)


def test_the_table_sorts_and_opens_by_keyboard(opened: Any, pages: Pages) -> None:
    with opened(pages["network"]) as tab:
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


def test_arrow_keys_go_from_name_to_name(opened: Any, pages: Pages) -> None:
    with opened(pages["partners"]) as tab:
        tab.focus("#network")
        seen = set()
        for key in ("ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
            tab.keyboard.press(key)
            seen.add(tab.inner_text("#panel h2"))
        assert len(seen) >= 2
        tab.keyboard.press("/")
        assert tab.evaluate("document.activeElement.id") == "search"


def test_a_field_of_the_matrix_tells_the_links_it_counts(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["countries"]) as tab:
        cell = tab.locator("#matrix .cell[aria-label^='Kazakhstan – Russia']")
        count = int(cell.locator("text").text_content())
        cell.focus()
        tab.keyboard.press("Enter")
        assert tab.inner_text("#panel h2") == "Kazakhstan – Russia"
        assert tab.locator("#panel button.row").count() == count > 1
        tab.locator("#panel button.row").first.click()
        assert tab.locator("#panel blockquote").count() >= 1


def test_a_line_between_countries_tells_its_links(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["countries"]) as tab:
        edge = tab.evaluate(f"{EDGES}.find(e => e.parts && e.from !== e.to && e.parts.length > 1)")
        tab.evaluate("id => window.seriktes.pick({ edge: id })", edge["id"])
        assert tab.locator("#panel button.row").count() == len(edge["parts"])


def test_a_row_of_the_timeline_opens_what_is_said_of_it(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["timeline"]) as tab:
        rows = tab.locator(".timeline.wide .item")
        starts = tab.evaluate(
            "[...document.querySelectorAll('.timeline.wide .item')].map(i => window.seriktes.nodes[i.dataset.node].start)"
        )
        assert starts == sorted(starts) and len(starts) >= 20
        rows.first.click()
        assert tab.locator("#panel h2").count() == 1 and tab.locator(".timeline.wide .item.chosen").count() == 1
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        assert tab.locator(".timeline.wide .item.chosen").get_attribute("data-node") == rows.nth(1).get_attribute("data-node")


def test_the_timeline_of_one_body_sized_and_coloured_by_a_measure(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["timeline"]) as tab:
        agent = tab.evaluate(
            f"{EDGES}.find(e => e.kind === 'participation' && window.seriktes.nodes[e.to].start && !window.seriktes.nodes[e.from].start).from"
        )
        tab.evaluate("id => window.seriktes.pick({ node: id })", agent)
        tab.click("#panel .actions button >> nth=0")
        rows = tab.locator(".timeline.wide .item:not(.out)")
        shown = {int(row.get_attribute("data-node")) for row in rows.all()}
        tied = tab.evaluate(f"id => {EDGES}.filter(e => e.from === id || e.to === id).flatMap(e => [e.from, e.to])", agent)
        assert shown and shown <= set(tied) and "focus=" in tab.url
        tab.click("#panel .actions button >> nth=1")
        assert shown < {int(row.get_attribute("data-node")) for row in rows.all()}
        tab.click("#focus button")
        tab.click("#look summary")
        tab.select_option("#look-size", "strength")
        tab.select_option("#look-colour", "core")
        marks = "[...document.querySelectorAll('.timeline.wide .item')]"
        sizes = tab.evaluate(f"{marks}.map(i => i.querySelector('.mark').getAttribute('transform').match(/scale.(.*).$/)[1])")
        assert len(set(sizes)) > 2 and len(set(tab.evaluate(f"{marks}.map(i => i.style.color)"))) > 1
        assert "many" in tab.inner_text("#legend") and "size=strength" in tab.url


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_saved(opened: Any, pages: Pages, kind: str) -> None:
    with opened(pages[kind], accept_downloads=True) as tab:
        for ending, head in (("svg", b"<svg"), ("png", b"\x89PNG")):
            tab.click("#take summary")
            with tab.expect_download() as saved:
                tab.click(f"#take-sheet button:has-text('({ending.upper()})')")
            data = Path(saved.value.path()).read_bytes()
            assert saved.value.suggested_filename == f"seriktes-{kind}.{ending}" and data.startswith(head)
            assert ending == "png" or (b"Forum" if kind in ("people", "timeline") else b"</text>") in data
            assert ending == "png" or kind == "timeline" or b">Kazakhstan<" in data


#: The width of a landscape sheet of A4 within its margins, in CSS pixels.
SHEET = 1039


@pytest.mark.parametrize("kind", ["partners", "timeline", "countries"])
def test_on_paper_stand_picture_legend_and_whole_table(opened: Any, gold_pages: Pages, kind: str) -> None:
    with opened(gold_pages[kind], "lang=en&theme=dark", viewport={"width": SHEET, "height": 718}) as tab:
        rows = tab.evaluate("window.seriktes.drawn().edges.flatMap(e => e.parts || [e]).length")
        tab.click("#rows [data-value=links]")
        tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        tab.emulate_media(media="print")
        assert tab.evaluate("document.documentElement.dataset.theme") == "light"
        assert tab.evaluate("document.documentElement.scrollWidth") <= SHEET
        assert tab.locator("#table tbody tr").count() == rows
        boxes = [tab.locator(".printed").nth(place).bounding_box() for place in range(tab.locator(".printed").count())]
        assert boxes and all(box["x"] >= 0 and box["x"] + box["width"] <= SHEET and 40 < box["height"] < 718 for box in boxes)
        assert tab.is_visible("#legend") and not tab.is_visible("#panel") and not tab.is_visible("#search")
        if kind == "timeline":
            assert tab.locator(".printed .item").count() == tab.locator(".timeline.wide .item:not(.printed *)").count()
        else:
            assert tab.locator(".printed text").count() >= len(tab.evaluate("window.seriktes.labels()")) > 3
        tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert tab.locator(".printed").count() == 0 and tab.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", ALL)
def test_nothing_is_cut_at_either_width(opened: Any, gold_pages: Pages, width: int, kind: str) -> None:
    with opened(gold_pages[kind], viewport={"width": width, "height": 844}) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        if kind not in ("index", "timeline"):
            frame = tab.locator("#network").bounding_box()
            assert all(box["x0"] >= 0 and box["x1"] <= frame["width"] for box in tab.evaluate("window.seriktes.labels()"))


@pytest.mark.parametrize("kind", ["partners", "index"])
def test_dark_follows_the_system_and_the_switch(opened: Any, pages: Pages, kind: str) -> None:
    with opened(pages[kind], color_scheme="dark") as tab:
        assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
        tab.click("#theme")
        assert tab.evaluate("document.documentElement.dataset.theme") == "light"


def test_the_start_page_tells_findings_with_their_sentences(opened: Any, gold_pages: Pages) -> None:
    with opened(gold_pages["index"], "lang=ru") as tab:
        tab.click(".findings summary >> nth=0")
        assert tab.locator(".findings blockquote mark").first.is_visible()
        assert tab.locator(".found").count() == 4
        assert tab.evaluate("[...document.querySelectorAll('.said:not([lang=ru])')].every(e => !e.getClientRects().length)")
        leads = tab.evaluate("[...document.querySelectorAll('.findings a')].map(a => a.getAttribute('href'))")
        tab.click("#languages [data-value=kk]")
        assert "Шолу" in tab.inner_text("#pages")
    for lead in leads:
        page, fragment = lead.split(".html#")
        with opened(gold_pages[page], fragment) as tab:
            assert tab.locator("#panel h2").count() == 1, lead
            assert tab.locator("#panel button.row, #panel blockquote").count() >= 1
