"""A page put together from its parts, and the security policy that lets nothing else run in it."""

from __future__ import annotations

import json
import re
import tomllib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import chain, islice
from typing import Any, NamedTuple
from zlib import compressobj

from jinja2 import DictLoader, Environment
from markupsafe import Markup

from seriktes.errors import DataError
from seriktes.resources import ONTOLOGY, read_csv, read_text

VIEWS_PACKAGE = "seriktes.views"
#: The pages' own scripts, in the order they are joined; each sees the names of those before it.
SCRIPTS = (
    "data.js", "words.js", "theme.js", "measures.js", "filters.js", "labels.js", "crowd.js", "picture.js", "matrix.js",
    "timeline.js", "panel.js", "search.js", "table.js", "take.js", "keys.js", "address.js", "main.js",
)  # fmt: skip
#: Scripts of one kind of page only, or of all pages but one.
_ONLY = {"timeline.js": ("timeline",), "matrix.js": ("countries",)}
_NOT = {"timeline": ("labels.js", "crowd.js", "picture.js")}
VENDORED = "vendor/vis-network.min.js"
#: In vis-network's bundle: style sheets for its toolbars, which it would put into the page when loaded.
_INJECTED_STYLE = re.compile(r"""(?<=[};])A\((["'])(?:\.vis|div\.vis)(?:(?!\1)[^\\]|\\.)*\1\);?""")
_INJECTED_STYLES = 7
#: Data of more characters than this are packed: a page stays below 1 MB and 0.4 kB a node at every size.
_PACKED_FROM = 200_000
#: How many items of a list are put into JSON at a time.
_AT_ONCE = 1_000
#: What zlib calls the format of gzip files.
_GZIP = 31
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Parts(NamedTuple):
    """Style and scripts of a page (safe as they are), and the content security policy that names their hashes."""

    style: Markup
    vis_network: Markup
    script: Markup
    policy: str


def scripts(kind: str) -> tuple[str, ...]:
    """The scripts of a kind of page."""
    return tuple(name for name in SCRIPTS if kind in _ONLY.get(name, (kind,)) and name not in _NOT.get(kind, ()))


@cache
def vis_network() -> str:
    """The vendored library without the style sheets it brings. Raises DataError when it is not the one expected."""
    text, found = _INJECTED_STYLE.subn("", read_text(VIEWS_PACKAGE, VENDORED))
    if found != _INJECTED_STYLES:
        raise DataError(f"{VENDORED}: {found} style sheets in it, not {_INJECTED_STYLES}; see vendor/README.md")
    return text


@cache
def parts(kind: str = "network") -> Parts:
    """The fixed parts of a kind of page; the timeline, which is an SVG, goes without the library."""
    style = read_text(VIEWS_PACKAGE, "page/style.css")
    own = "\n".join(read_text(VIEWS_PACKAGE, f"page/{name}") for name in scripts(kind))
    return put_together(
        style, "" if kind == "timeline" else vis_network(), f'(async function () {{\n"use strict";\n{own}\n}})();\n'
    )


def put_together(style: str, vis_network: str, script: str) -> Parts:
    """Parts with the policy that names their hashes."""
    allowed = " ".join(_hash(text) for text in (vis_network, script) if text)
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Parts(Markup(style), Markup(vis_network), Markup(script), policy)


@cache
def environment() -> Environment:
    """The template environment: everything is escaped but the fixed parts and embedded JSON."""
    names = ("template.html", "start.html", "frame.html")
    made = Environment(
        loader=DictLoader({name: read_text(VIEWS_PACKAGE, f"page/{name}") for name in names}),
        autoescape=True,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    made.filters["embedded"] = lambda value: Markup(embedded_json(value))  # escaped by embedded_json
    made.filters["packed"] = embedded
    made.filters["fromjson"] = json.loads
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


def embedded(value: Any) -> dict[str, Markup]:
    """Data for a script element: its ``type`` and ``text``, JSON as it is or, where that is large, packed by gzip.

    A mapping may have iterators for lists: what they give is never held whole.
    """
    pieces, first, size = _json_pieces(value), list[str](), 0
    for piece in pieces:
        first.append(piece)
        size += len(piece)
        if size >= _PACKED_FROM:
            break
    else:
        return {"type": Markup("application/json"), "text": Markup("".join(first))}
    packing = compressobj(6, wbits=_GZIP)
    packed = b"".join([*(packing.compress(piece.encode("utf-8")) for piece in chain(first, pieces)), packing.flush()])
    return {"type": Markup("application/gzip"), "text": Markup(b64encode(packed).decode("ascii"))}


def _json_pieces(value: Any) -> Iterator[str]:
    """The JSON of a value in pieces; each can stand inside a script element."""
    if not isinstance(value, Mapping):
        yield embedded_json(value)
        return
    before = "{"
    for name, item in value.items():
        yield f"{before}{embedded_json(name)}:"
        before = ","
        if isinstance(item, Iterator):
            yield "["
            yield from _listed(item)
            yield "]"
        else:
            yield embedded_json(item)
    yield "{}" if before == "{" else "}"


def _listed(items: Iterator[Any]) -> Iterator[str]:
    """The JSON of items with commas between them, many at a time."""
    before = ""
    while some := list(islice(items, _AT_ONCE)):
        yield before + embedded_json(some)[1:-1]
        before = ","


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
