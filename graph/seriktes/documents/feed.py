"""RSS, Atom and sitemaps saved as files: one document an item that has text."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element, ParseError

from seriktes.documents.extracted import Extracted, Refused
from seriktes.documents.limits import Limits, megabytes
from seriktes.documents.markup import plain
from seriktes.documents.page import iso_date
from seriktes.errors import DocumentError
from seriktes.text.plurals import english

_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")


def prepare() -> None:
    """Load the library, before the parsing process loses the right to open files."""
    importlib.import_module("defusedxml.ElementTree")


def read_feed(data: bytes, name: str, limits: Limits) -> Iterator[Extracted | Refused]:
    """The items of a feed, or the headlines of a news sitemap. Raises DocumentError for XML that is neither."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if len(data) > limits.file:
        raise DocumentError(name, f"is a feed of more than {megabytes(limits.file)}", "split it")
    try:
        root = fromstring(data)
    except DefusedXmlException as error:
        raise DocumentError(name, "declares entities, which no feed needs", "save the feed again from its source") from error
    except (ParseError, ValueError, LookupError) as error:
        raise DocumentError(name, f"is not well-formed XML ({error})", "save the file again") from error
    kind = _local(root)
    if kind == "sitemapindex" or kind == "urlset":
        yield from _sitemap(root, limits)
        return
    if kind not in ("rss", "RDF", "feed"):
        raise DocumentError(name, f"is XML of another kind (<{kind[:40]}>)", "give RSS, Atom, a sitemap, or its text")
    head = next((child for child in root if _local(child) == "channel"), root)
    language = _text(head, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    items = [element for element in root.iter() if _local(element) in ("item", "entry")]
    if not items:
        raise DocumentError(name, "is a feed without items", "save the feed again, or the pages it names")
    yield from (
        _item(item, number, _text(head, "title"), language[:2].lower(), limits) for number, item in enumerate(items, start=1)
    )


def _sitemap(root: Element, limits: Limits) -> Iterator[Extracted | Refused]:
    """A sitemap names pages and has no text, but for the headlines in a sitemap of news."""
    entries = [element for element in root if _local(element) in ("url", "sitemap")]
    told = 0
    for number, entry in enumerate(entries, start=1):
        parts = {_local(part): (part.text or "").strip() for part in entry.iter()}
        title = parts.get("title", "")
        if title:
            told += 1
            yield _extracted(
                parts.get("loc", ""),
                number,
                title,
                title,
                iso_date(parts.get("publication_date")),
                parts.get("name"),
                parts.get("language", ""),
            )
    if not told:
        yield Refused(
            "",
            f"is a sitemap: it names {english(len(entries), 'page')} and holds no text",
            "save the pages themselves",
            harmless=True,
        )


def _item(item: Element, number: int, channel: str, language: str, limits: Limits) -> Extracted | Refused:
    title = plain(_text(item, "title"))
    body = next((text for text in (plain(_inner(item, tag)) for tag in _TEXTS) if text), "")
    link = _text(item, "link") or next((e.get("href", "") for e in item if _local(e) == "link"), "")
    date = next((found for found in (_day(_text(item, tag)) for tag in _DATES) if found), None)
    text = body if title and body.startswith(title) else "\n\n".join(part for part in (title, body) if part)
    if not text:
        return Refused(link or f"item {number}", "has no text", "save the page it names")
    return _extracted(link, number, text, title, date, channel, language)


def _extracted(
    link: str, number: int, text: str, title: str, date: str | None, publisher: str | None, language: str
) -> Extracted:
    url = link if link.startswith(("http://", "https://")) else None
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Extracted(url or f"item {number}", text, "feed", digest, title or None, date, publisher or None, language or None, url)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element, tag: str) -> str:
    return next(("".join(child.itertext()).strip() for child in element if _local(child) == tag), "")


def _inner(element: Element, tag: str) -> str:
    """The text of a child: HTML as text in RSS, elements of XHTML in Atom, each block of which begins a line."""
    child = next((child for child in element if _local(child) == tag), None)
    if child is None:
        return ""
    return "\n".join(child.itertext()) if len(child) else (child.text or "").strip()


def _day(text: str) -> str | None:
    if not text or iso_date(text):
        return iso_date(text)
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).date().isoformat()
