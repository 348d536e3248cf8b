"""A saved web page: its main text by trafilatura, and what it says of itself."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import cache

from seriktes.documents.extracted import Extracted
from seriktes.documents.limits import Limits, megabytes
from seriktes.documents.markup import DEEPEST, depth
from seriktes.errors import DocumentError
from seriktes.text.encoding import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,1000}\blang\s*=\s*[\"']?\s*([A-Za-z]{2,3})\b", re.IGNORECASE)
#: Dates are taken from where a page states them, not guessed from its text; the last day keeps the answer the same tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
#: Pages that make the library load all it has: a long one, and one so short that its last resorts are tried.
_SAMPLES = tuple(
    f'<html lang="ru"><head><title>a</title><meta property="article:published_time" content="2024-05-16T10:00:00+06:00">'
    f'<link rel="canonical" href="https://example.org/a"><base href="https://example.org/"></head>'
    f"<body><article><h1>a</h1><p>{'One plain sentence. ' * times}</p></article></body></html>"
    for times in (30, 1)
)


#: What would make the parser give up on the whole page.
_CONTROLS = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF), "\ufffd")
_REFERENCE = re.compile(r"&#(?:0*([0-9]{1,7})|[xX]0*([0-9A-Fa-f]{1,6}));?")


@cache
def prepare() -> None:
    """Load the library and all it loads late, before the parsing process loses the right to open files."""
    from tld import get_tld
    from trafilatura import bare_extraction

    # Its list of domains is shipped; where it cannot be opened, the library would ask the network for it.
    get_tld("https://example.org/", fail_silently=True)
    for sample in _SAMPLES:
        bare_extraction(sample, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES))


def read_page(data: bytes, name: str, limits: Limits) -> Extracted:
    """The main text of a page, its title first. Raises DocumentError where there is none."""
    if len(data) > limits.page:
        raise DocumentError(name, f"is a web page of more than {megabytes(limits.page)}", "save the article alone")
    html, warnings = _decoded(data, name)
    html = _REFERENCE.sub(_no_control, html).translate(_CONTROLS)
    nested = depth(html)
    if nested > DEEPEST:
        warnings += (f"its elements are nested {nested} deep; text below {DEEPEST} levels may be missing",)
    try:
        from trafilatura import bare_extraction

        found = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES))
    except RecursionError as error:
        raise DocumentError(name, f"is nested {nested} elements deep", "save its text as a .txt file") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        lost = f" (its elements are nested {nested} deep)" if nested > DEEPEST else ""
        raise DocumentError(name, f"has no main text{lost}", "save the text of the article as a .txt file")
    language = _LANGUAGE.search(html[:20_000])
    return Extracted(
        name,
        _with_title(found.title, found.text or ""),
        "html",
        hashlib.sha256(data).hexdigest(),
        found.title or None,
        iso_date(found.date),
        found.sitename or None,
        language[1].lower() if language else None,
        found.url if (found.url or "").startswith(("http://", "https://")) else None,
        warnings,
    )


def _no_control(reference: re.Match[str]) -> str:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return "\ufffd" if code in _CONTROLS or 0xD800 <= code < 0xE000 or code > 0x10FFFF else reference[0]


def iso_date(text: str | None) -> str | None:
    """The day of an ISO date or date and time; None for anything else.

    >>> iso_date("2024-05-16T10:00:00+06:00"), iso_date("16.05.2024")
    ('2024-05-16', None)
    """
    try:
        return date.fromisoformat((text or "")[:10]).isoformat()
    except ValueError:
        return None


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """UTF-8 or a scored Cyrillic page first: what a page declares is often not what it is in."""
    try:
        return decode(data, name)
    except DocumentError:
        declared = _CHARSET.search(data[:4096])
        if not declared:
            raise
    charset = declared[1].decode("ascii")
    try:
        return data.decode(charset), (f"read as {charset}, which the page declares",)
    except (LookupError, UnicodeDecodeError, OSError) as error:  # OSError: an encoding that is not loaded
        raise DocumentError(name, f"its encoding is not {charset}, which it declares", "save the page as UTF-8") from error


def _with_title(title: str | None, text: str) -> str:
    """The headline is part of the report; extraction often leaves it out of the main text."""
    title, text = " ".join((title or "").split()), text.strip()
    begins = " ".join(text[: 2 * len(title) + 200].split())
    return f"{title}\n\n{text}" if title and title not in begins else text
