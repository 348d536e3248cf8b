"""A page put together from its parts, and the security policy that lets nothing else run in it."""

from __future__ import annotations

import json
import re
import tomllib
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

from jinja2 import DictLoader, Environment
from markupsafe import Markup

from seriktes.errors import DataError
from seriktes.resources import ONTOLOGY, read_csv, read_text

VIEWS_PACKAGE = "seriktes.views"
#: The page's own scripts, in the order they are joined; each sees the names of those before it.
SCRIPTS = (
    "data.js",
    "words.js",
    "theme.js",
    "filters.js",
    "labels.js",
    "picture.js",
    "panel.js",
    "search.js",
    "table.js",
    "main.js",
)
VENDORED = "vendor/vis-network.min.js"
#: In vis-network's bundle: style sheets for its toolbars, which it would put into the page when loaded.
_INJECTED_STYLE = re.compile(r"""(?<=[};])A\((["'])(?:\.vis|div\.vis)(?:(?!\1)[^\\]|\\.)*\1\);?""")
_INJECTED_STYLES = 7
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Parts(NamedTuple):
    """Style and scripts of a page, and the content security policy that names their hashes."""

    style: str
    vis_network: str
    script: str
    policy: str


@cache
def parts() -> Parts:
    """The fixed parts of every network page. Raises DataError when the vendored script is not the one expected."""
    style = read_text(VIEWS_PACKAGE, "page/style.css")
    vis_network, found = _INJECTED_STYLE.subn("", read_text(VIEWS_PACKAGE, VENDORED))
    if found != _INJECTED_STYLES:
        raise DataError(f"{VENDORED}: {found} style sheets in it, not {_INJECTED_STYLES}; see vendor/README.md")
    own = "\n".join(read_text(VIEWS_PACKAGE, f"page/{name}") for name in SCRIPTS)
    script = f'(function () {{\n"use strict";\n{own}\n}})();\n'
    policy = (
        "default-src 'none'; "
        f"script-src {_hash(vis_network)} {_hash(script)}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Parts(style, vis_network, script, policy)


@cache
def environment() -> Environment:
    """The template environment: everything is escaped but the parts of :func:`parts` and embedded JSON."""
    made = Environment(
        loader=DictLoader({"template.html": read_text(VIEWS_PACKAGE, "page/template.html")}),
        autoescape=True,
        keep_trailing_newline=True,
    )
    made.filters["embedded"] = lambda value: Markup(embedded_json(value))  # escaped by embedded_json
    made.filters["fromjson"] = json.loads
    made.globals |= {"parts": {name: Markup(text) for name, text in parts()._asdict().items()}}
    return made


@cache
def strings() -> Mapping[str, Mapping[str, str]]:
    """The words of the pages, by language and key."""
    read: Mapping[str, Mapping[str, str]] = tomllib.loads(read_text(VIEWS_PACKAGE, "page/strings.toml"))
    return read


def country_names(codes: set[str]) -> dict[str, list[str]]:
    """The kk, ru and en names of countries, by ISO code, as the authority list has them."""
    rows = {row["country"]: row for row in read_csv(ONTOLOGY, "authority/countries.csv") if row["kind"] == "country"}
    return {
        code: [rows[code][language].split("|")[0] or code for language in ("kk", "ru", "en")]
        for code in sorted(codes)
        if code in rows
    }


def embedded_json(value: Any) -> str:
    r"""JSON that can stand inside a script element whatever is in it.

    >>> embedded_json({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'

    Halves of surrogate pairs, which no UTF-8 file can hold, become U+FFFD.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escaped in _UNSAFE.items():
        text = text.replace(character, escaped)
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
