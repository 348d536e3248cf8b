"""Page furniture: what a saved web page carries besides the report. Recognised line by line, never deleted: only spans."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads

from seriktes.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
#: Who wrote a report and when is told with a date.
_DIGIT = re.compile(r"\d")
_LONGEST = 400
_LONGEST_HEADLINE = 160


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What is cut out of lines, whole lines, captions, lines that say who wrote it and when, and those that open a list of others."""
    data = loads((files("seriktes.text") / "furniture.toml").read_text(encoding="utf-8"))
    named = (data[name] for name in ("cut", "line", "caption", "byline", "related"))
    return tuple(re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE) for patterns in named)


def find_furniture(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of page furniture, and those of photo captions.

    >>> find_furniture("122 рет\\nФорум өтті.\\nФото: Әкімдік")
    ((Span(start=0, end=7),), (Span(start=20, end=33),))

    Long lines are reports, whatever they begin with: only lines under 400 characters are looked at whole.
    """
    cut, whole, caption, byline, related = _patterns()
    furniture: list[Span] = []
    captions: list[Span] = []
    below_related = False
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip(" \t\xa0\ufeff\u200b")
        if not stripped or len(stripped) > _LONGEST:
            continue
        start = match.start() + line.index(stripped[0])
        below_related = bool(related.match(stripped)) or (
            below_related and len(stripped) <= _LONGEST_HEADLINE and stripped[-1] not in ".!?»”"
        )
        if whole.fullmatch(stripped):
            furniture.append(Span(start, start + len(stripped)))
            continue
        if below_related or caption.match(stripped) or (_DIGIT.search(stripped) and byline.match(stripped)):
            captions.append(Span(start, start + len(stripped)))
        if "=" in stripped or "<" in stripped:  # what is cut out are tags and their attributes
            furniture.extend(Span(start + c.start(), start + c.end()) for c in cut.finditer(stripped))
    return tuple(furniture), tuple(captions)
