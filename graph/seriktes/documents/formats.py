"""Which format a file is in: by its first bytes where they tell, by its name where they do not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from seriktes.documents.extracted import Format
from seriktes.errors import DocumentError

#: The ends of names that a folder is searched for.
SUFFIXES: Mapping[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".zip": "zip",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "warc",
    ".warc.gz": "warc",
}
_NAMES: Mapping[Format, str] = {"pdf": "PDF", "docx": "DOCX", "zip": "zip archive", "warc": "WARC file"}
_HTML = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"<\?xml\b|<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b")
_HEAD = 4096


def suffix_of(name: str) -> str:
    """The end of a name that says its format; empty where none is known.

    >>> suffix_of("news.WARC.gz"), suffix_of("a.b.html"), suffix_of("notes.md")
    ('.warc.gz', '.html', '')
    """
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return ".warc.gz"
    suffix = PurePath(lower).suffix
    return suffix if suffix in SUFFIXES else ""


def stem_of(name: str) -> str:
    """The name without what says the format.

    >>> stem_of("news.warc.gz"), stem_of("report.v2.txt")
    ('news', 'report.v2')
    """
    return name[: -len(".warc.gz")] if suffix_of(name) == ".warc.gz" else PurePath(name).stem


def format_of(head: bytes, name: str) -> Format:
    """The format of a file, from its beginning and its name; what nothing else is known of is text.

    >>> format_of(b"%PDF-1.7", "a.txt"), format_of(b"<html>", "-"), format_of(b"<html>", "a.txt")
    ('pdf', 'html', 'text')

    Raises DocumentError for a file whose name promises what it does not hold.
    """
    named = SUFFIXES.get(suffix_of(name))
    if head.startswith(b"%PDF") or (named == "pdf" and b"%PDF" in head[:1024]):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "docx" if named == "docx" else "zip"
    if head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and named == "warc"):
        return "warc"
    if named is not None and named in _NAMES:
        if not head.strip():
            raise DocumentError(name, "is empty", "give a file with text in it")
        raise DocumentError(name, f"is named as a {_NAMES[named]} but is none", "save it again, or name it as what it is")
    return named or _sniffed(head[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip())


def _sniffed(head: bytes) -> Format:
    if _HTML.match(head):
        return "html"
    return "feed" if _XML.match(head) else "text"
