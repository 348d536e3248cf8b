"""Text that every file format can hold: labels without invisible characters, quotes of unchanged length."""

from __future__ import annotations

import re
from functools import lru_cache

from seriktes.text.invisible import INVISIBLE

_UNHOLDABLE = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_IN_LABEL = re.compile(f"[{_CONTROL}{INVISIBLE}{_UNHOLDABLE}]")
_IN_QUOTE = re.compile(f"[{_CONTROL}{_UNHOLDABLE}]")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=65536)
def clean_label(text: str) -> tuple[str, int]:
    """A label on one line without control, bidi-control and lone-surrogate characters, and how many were taken out.

    >>> clean_label("Б.\\xa0Сапар\\u202eбаев\\x00")
    ('Б. Сапарбаев', 2)
    """
    kept, removed = _IN_LABEL.subn("", text)
    return _SPACES.sub(" ", kept).strip(), removed


def clean_quote(text: str) -> str:
    """A quote with each character no file can hold replaced by U+FFFD, so that its length, and all offsets, stay.

    >>> clean_quote("a\\x00b")
    'a\ufffdb'
    """
    return _IN_QUOTE.sub("\ufffd", text)
