"""The page as text: put together safely, the same each time, with every word in three languages."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from datetime import date
from gzip import decompress
from hashlib import sha256
from html.parser import HTMLParser
from typing import get_args

import networkx as nx
import pytest
from seriktes.analysis.claims import Reading
from seriktes.analysis.kinds import COUNTRY_GROUPS, EDGE_KINDS, ROLES
from seriktes.analysis.network import build_network
from seriktes.model import EntityType
from seriktes.resources import read_text
from seriktes.views.html import render_network
from seriktes.views.page import SCRIPTS, VENDORED, embedded, embedded_json, parts, strings
from seriktes.views.pictures import KINDS, MEASURES
from seriktes.views.start import _Words
from seriktes.views.things import Things
from seriktes.views.timeline import scale_of


class Reader(HTMLParser):
    """Collects scripts, styles and every attribute that could fetch something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inline: list[tuple[str, str, str]] = []
        self.fetched: list[str] = []
        self.policy = ""
        self._open: tuple[str, str] | None = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.fetched += [value for name, value in attrs if name in ("src", "href", "action", "data", "srcset")]
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        self._open = (tag, attributes.get("type", "")) if tag in ("script", "style") else None

    def handle_data(self, data):
        if self._open:
            self.inline.append((*self._open, data))

    def handle_endtag(self, tag):
        self._open = None


@pytest.fixture
def page(pages: dict[str, str]) -> str:
    return pages["partners"]


@pytest.mark.parametrize("kind", ["index", *KINDS])
def test_nothing_is_fetched_and_only_hashed_parts_may_run(pages: dict[str, str], kind: str) -> None:
    found = Reader(pages[kind])
    assert {where for where in found.fetched if not re.fullmatch(r"(?:[a-z]+\.html)?#?", where)} == {"data:,"}
    assert found.policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in found.policy and "http" not in found.policy
    for tag, kind, text in found.inline:
        if kind != "application/json":
            digest = b64encode(sha256(text.encode("utf-8")).digest()).decode()
            assert f"'sha256-{digest}'" in found.policy, f"{tag} is not named by the policy"


def test_the_data_is_json_without_a_way_out(page: str) -> None:
    texts = [text for _, kind, text in Reader(page).inline if kind == "application/json"]
    assert len(texts) == 5
    assert not any(re.search("[<>&\u2028\u2029]", text) for text in texts)
    data = json.loads(texts[0])
    assert len(data["nodes"]) == 6 and len(data["edges"]) == 14
    assert len(json.loads(texts[1])["evidence"]) == 14


def test_embedded_json_keeps_what_it_holds() -> None:
    value = {"</script><!--": "\u2028 & ' \" \\ 😀"}
    assert json.loads(embedded_json(value)) == value
    assert json.loads(embedded_json("\ud800")) == "\ufffd"


@pytest.mark.parametrize("kind", KINDS)
def test_same_network_same_page(reading: Reading, kind: str) -> None:
    again = build_network(reading.claims[::-1], reading.nodes[::-1])
    page = render_network(build_network(reading.claims, reading.nodes), reading.sources, kind)
    assert render_network(again, reading.sources[::-1], kind) == page


def test_size(pages: dict[str, str]) -> None:
    assert all(len(page.encode("utf-8")) < 800_000 for page in pages.values())
    assert len(pages["timeline"].encode("utf-8")) < 200_000


def test_large_data_are_packed_and_unpack_to_the_same() -> None:
    value = {"names": ["Қазақстан халқы Ассамблеясы " * 9] * 6000, "more": list(range(1000))}
    packed = embedded(value)
    assert packed["type"] == "application/gzip" and len(packed["text"]) < 100_000
    assert json.loads(decompress(b64decode(packed["text"]))) == value
    assert embedded({"a": 1}) == {"type": "application/json", "text": '{"a":1}'}
    assert embedded({name: iter(items) for name, items in value.items()}) == packed
    assert embedded({"a": iter("bc"), "d": iter(())}) == embedded({"a": ["b", "c"], "d": []})


def test_an_empty_network_still_gives_a_page() -> None:
    for kind in KINDS:
        assert "</html>" in render_network(build_network([], []), [], kind)


def test_words_in_three_languages() -> None:
    words = strings()
    assert set(words) == {"kk", "ru", "en"}
    assert set(words["kk"]) == set(words["ru"]) == set(words["en"])
    assert all(text for language in words.values() for text in language.values())
    for prefix, values in (
        ("kind_", EDGE_KINDS),
        ("type_", get_args(EntityType)),
        ("group_", COUNTRY_GROUPS),
        ("role_", ROLES),
        *((prefix, KINDS) for prefix in ("page_", "title_", "hint_")),
        ("measure_", MEASURES),
    ):
        assert {prefix + value for value in values} <= set(words["en"])


def test_words_have_the_same_gaps() -> None:
    words = strings()
    for key, text in words["en"].items():
        forms = {language: words[language][key].split("|") for language in words}
        gaps = sorted(re.findall(r"\{\w+\}", forms["en"][0]))
        assert all(sorted(re.findall(r"\{\w+\}", form)) == gaps for told in forms.values() for form in told), key
        counted = {language: len(told) for language, told in forms.items()}
        assert "|" not in text or counted in ({"en": 2, "ru": 3, "kk": 1}, {"en": 2, "ru": 1, "kk": 1}), key


def test_numbers_and_nouns_agree_on_the_start_page() -> None:
    words = _Words(Things(nx.MultiDiGraph(), ()))
    for n, told in ((1, ("1 событие", "1 event", "1 іс-шара")), (4, ("4 события", "4 events", "4 іс-шара"))):
        said = str(words.say("count_Event", n=n))
        assert all(f">{text.partition(' ')[2]}<" in said for text in told), said


def test_words_used_by_the_scripts_exist() -> None:
    scripts = "".join(read_text("seriktes.views", f"page/{name}") for name in SCRIPTS)
    template = "".join(read_text("seriktes.views", f"page/{name}.html") for name in ("template", "start"))
    used = set(re.findall(r'\bt\("(\w+)"', scripts))
    used |= set(re.findall(r'\bsay\("(\w+)"[,)]', template))
    used |= set(re.findall(r'data-(?:text|label|placeholder)="(\w+)"', template))
    assert used and used <= set(strings()["en"])


def test_the_vendored_script_is_the_one_written_down() -> None:
    digest = sha256(read_text("seriktes.views", VENDORED).encode("utf-8")).hexdigest()
    assert digest in read_text("seriktes.views", "vendor/README.md")


def test_the_library_brings_no_styles() -> None:
    assert "vis-manipulation{" not in parts().vis_network
    assert "vis-network" in parts().vis_network


def test_the_lines_of_the_timeline_are_days_months_or_years() -> None:
    one, later, long = date(2025, 10, 8), date(2026, 3, 1), date(2031, 1, 1)
    days, months, years = (scale_of(one, last) for last in (one, later, long))
    named = [[day.isoformat()[: scale.letters] for day in scale.ticks] for scale in (days, months, years)]
    assert named[0][3] == "2025-10-08" and len(named[0]) == 7
    assert named[1] == ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"]
    assert named[2] == [str(year) for year in range(2025, 2033)]
    assert scale_of(date(9999, 12, 31), date(9999, 12, 31)).ticks[-1].year == 9999
