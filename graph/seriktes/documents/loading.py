"""Libraries loaded whole before a process loses the right to open files: what they load late would fail there."""

from __future__ import annotations

import codecs
import contextlib
import importlib
import pkgutil
from functools import cache

from seriktes.text.encoding import CODE_PAGES

#: What pages and PDFs declare; another encoding cannot be loaded by a process that opens no files.
_ENCODINGS = (
    *("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "ascii", "latin-1", "charmap", "cp1252", "cp1254", "cp1250"),
    *(
        "iso8859-5",
        "iso8859-9",
        "koi8-u",
        "mac-cyrillic",
        "mac-roman",
        "unicode_escape",
        "raw_unicode_escape",
        "idna",
        "punycode",
    ),
)


@cache
def load_encodings() -> None:
    """All encodings that a text may be in."""
    for encoding in (*CODE_PAGES, *_ENCODINGS):
        codecs.lookup(encoding)


@cache
def load_whole(package: str) -> None:
    """A package with all its modules, but for those whose own needs are not installed. Raises ImportError without it."""
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, f"{package}.", onerror=lambda name: None):
        if not module.name.rpartition(".")[2].startswith("__"):
            with contextlib.suppress(Exception):
                importlib.import_module(module.name)
