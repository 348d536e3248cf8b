"""What may stand in a line for people: nothing that steers a terminal or turns the order of what is read."""

from __future__ import annotations

#: Control characters but tab and line feed, line and paragraph separators, what turns the writing direction, half characters.
_UNSEEN = frozenset(
    chr(code)
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        0x2028,
        0x2029,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    )
) - {"\t", "\n"}
_REPLACED = dict.fromkeys(map(ord, _UNSEEN), "\ufffd")


def printable(text: str) -> str:
    r"""The text with a mark in place of each character that steers instead of being seen.

    >>> printable("Ақ\x1b[2Jбота\u202e")
    'Ақ�[2Jбота�'
    """
    return text.translate(_REPLACED)


def unseen(text: str) -> str:
    r"""The first character of a text that steers instead of being seen, by its number; empty where there is none.

    >>> unseen("Ақ\x1b[2Jбота"), unseen("Ақбота")
    ('U+001B', '')
    """
    return next((f"U+{ord(c):04X}" for c in text if c in _UNSEEN), "")
