"""The report: true figures, each claim with its sentence, three languages, safe and the same each time."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from seriktes.analysis.claims import Reading, claims_from_annotations
from seriktes.analysis.kinds import EDGE_KINDS
from seriktes.cli import main
from seriktes.report import charts
from seriktes.report.charts import Bar, Chart, plain_svg, plot_svg
from seriktes.report.contents import contents
from seriktes.report.html import html
from seriktes.report.markdown import markdown
from seriktes.report.words import Words, own_words

HOSTILE = "</script><img src=x onerror=alert(1)>$x_1$ =1+1 \u202e\x00\ud800|*_`[a](b)"


class Outline(HTMLParser):
    """Elements, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_all_words_stand_in_all_languages() -> None:
    words = own_words()
    assert words["en"].keys() == words["ru"].keys() == words["kk"].keys()
    for name in words["en"]:
        forms = [form for lang in words for form in words[lang][name].split("|")]  # a number asks for one of them
        assert len({tuple(sorted(re.findall(r"\{\w+\}", form))) for form in forms}) == 1, name
    for language in ("kk", "ru", "en"):
        told = Words(language)
        assert [kind for kind in EDGE_KINDS if told.kind(kind) == kind] == []


def test_figures_are_those_of_the_network(reading: Reading) -> None:
    told = contents(reading, "en")
    assert dict(told.figures) == {
        "Documents": 2, "People": 1, "Organisations": 3, "Events": 1, "Agreements": 1, "Links": 14,
    }  # fmt: skip
    kinds = {bar.name: bar.value for bar in told.charts[0].bars}
    assert (kinds["Agreement"], kinds["Co-organisers"], kinds["Took part"]) == (1, 3, 4)
    who = told.tables[0]
    assert who.columns[:3] == ("Name", "Country", "Partners")
    by_name = {row[0]: row for row in who.rows}
    assert by_name["Bridge"][1:4] == ("United Kingdom", "2", "3")
    assert any("75\u00a0%" in finding for finding in told.findings), "three of four partnerships join KZ and GB"


def test_every_link_stands_with_its_sentences(gold: Reading) -> None:
    told = contents(gold, "kk")
    quotes = {"".join(text for text, _ in proof.pieces) for kind in told.claims for link in kind.links for proof in link.proofs}
    claimed = {claim.quote for claim in gold.claims if claim.type != "dated"}
    assert quotes == claimed
    assert all(link.proofs for kind in told.claims for link in kind.links)
    page = markdown(told)
    assert all(" ".join(quote.split())[:40].replace("*", "\\*") in page for quote in claimed)


def test_links_beyond_the_most_are_counted_not_dropped_in_silence(gold: Reading) -> None:
    told = contents(gold, "en", most=1)
    whole = contents(gold, "en")
    assert [len(kind.links) + kind.left for kind in told.claims] == [len(kind.links) for kind in whole.claims]
    assert "more are not shown" in html(told, plain=True) and "more are not shown" in markdown(told)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("plain", [True, False])
def test_the_page_asks_for_nothing_and_runs_nothing(make: Callable[..., list[Any]], language: Any, plain: bool) -> None:
    reading = claims_from_annotations(make(lambda name: f"{name}{HOSTILE}"))
    page = Outline(html(contents(reading, language), plain))
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "base", "form"}
    names = {name for _, attributes in page.elements for name in attributes}
    assert not [name for name in names if name.startswith("on")] and "style" not in names and "src" not in names
    refs = [a[n] or "" for _, a in page.elements for n in ("href", "xlink:href") if n in a]
    assert all(ref.startswith("#") for ref in refs)
    policy = next(a["content"] for tag, a in page.elements if tag == "meta" and a.get("http-equiv"))
    assert policy and policy.startswith("default-src 'none'; style-src 'sha256-")
    assert any("<img src=x onerror=alert(1)>$x_1$" in text for text in page.texts)
    assert not re.search("[\x00\ud800]", "".join(page.texts))


def test_ids_of_a_page_are_its_own(gold: Reading) -> None:
    ids = [a["id"] for _, a in Outline(html(contents(gold, "en"))).elements if "id" in a]
    assert len(ids) == len(set(ids))


def test_same_reading_same_bytes(reading: Reading) -> None:
    turned = Reading(reading.nodes[::-1], reading.claims[::-1], reading.sources[::-1])
    for write in (html, markdown):
        assert write(contents(reading, "ru")) == write(contents(turned, "ru"))


def test_without_matplotlib_the_page_says_so(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "matplotlib":
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr(charts, "find_spec", lambda _: None)
    page = html(contents(reading, "en"))
    assert "Simple bars: with matplotlib" in page and page.count("<svg") == 4


def test_bars_are_as_long_as_their_values() -> None:
    svg = plain_svg(Chart("t", (Bar("a", 10), Bar("b", 5))))
    long, short = (float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', svg))
    assert long == pytest.approx(2 * short)


def test_plots_hold_the_names_as_text() -> None:
    pytest.importorskip("matplotlib", reason="pip install 'seriktes[plot]'")
    svg = plot_svg(Chart("t", (Bar("Қазақстан <b> $x^2$", 3, (0, 124, 145), (1, 4)),), ranks=True))
    assert "Қазақстан &lt;b&gt; $x^2$" in svg and "#007c91" in svg


def test_nothing_read_gives_a_short_report() -> None:
    told = contents(Reading((), (), ()), "en")
    assert told.findings == ("The documents name no partnership.",)
    assert "None." in html(told) and "None." in markdown(told)


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text(
        "The Kamkor Foundation and the Bridge Association signed a memorandum of cooperation in Uralsk on 17 June 2024.",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["report", str(tmp_path / "memo.txt"), "--lang", "kk", "--out", str(tmp_path / "r.html")])
    assert (result.exit_code, result.stdout) == (0, "")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert '<html lang="kk">' in page and "Желі сандармен" in page
    result = CliRunner().invoke(main, ["report", str(tmp_path / "memo.txt"), "--format", "markdown"])
    assert result.exit_code == 0 and "Bridge Association" in result.stdout and "memo.txt" in result.stdout
