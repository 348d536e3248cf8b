"""Bits of HTML by the standard library alone: how deep it is nested, and the plain text of a fragment."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: lxml drops what is nested deeper, without a word.
DEEPEST = 256
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Elements that end where the next of their kind begins, and so do not nest when nobody closes them.
_OPEN = frozenset("p li dt dd tr td th option thead tbody tfoot colgroup".split())
_BLOCK = frozenset(
    "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header footer figure figcaption hr dt dd pre".split()
)
_SILENT = frozenset(("script", "style", "template", "noscript"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*?(/?)>")
_RAW = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


def depth(html: str) -> int:
    """How many elements stand in one another at the deepest place, void and unclosed ones left out.

    >>> depth("<div><p>a<p>b<br></div><div><b><i>c</i></b></div>")
    3
    """
    level = deepest = 0
    for match in _TAG.finditer(_RAW.sub(" ", html)):
        closing, name, selfclosed = match[1], match[2].lower(), match[3]
        if name in _VOID or name in _OPEN or selfclosed:
            continue
        level = max(0, level - 1) if closing else level + 1
        deepest = max(deepest, level)
    return deepest


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCK:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in _SILENT))
        if tag in _BLOCK:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def plain(fragment: str) -> str:
    """The text of an HTML fragment, one block a line.

    >>> plain("<p>Қор &amp; бірлестік</p><script>x()</script><p>екінші<br>жол</p>")
    'Қор & бірлестік\\nекінші\\nжол'
    """
    parser = _Text()
    parser.feed(fragment)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
