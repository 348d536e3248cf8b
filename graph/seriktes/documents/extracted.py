"""What a parser gives back: the text taken out of a file of a foreign format, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Literal

from seriktes.errors import DocumentError
from seriktes.records import record

Format = Literal["text", "html", "pdf", "docx", "feed", "zip", "warc"]


@record(frozen=True, slots=True)
class Extracted:
    """A text with what its file says of itself.

    ``name`` tells it from others of the same file (a path in an archive, an address in a feed or WARC; empty where the file
    holds just this). ``sha256`` is of the bytes the text was taken from. ``published`` is an ISO date.
    """

    name: str
    text: str
    format: Format
    sha256: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Refused:
    """A part of a file that was not read: its name there (empty: the file itself), what is wrong and what to do.

    ``harmless`` where no text is lost by it.
    """

    name: str
    trouble: str
    cure: str
    harmless: bool = False


@record(frozen=True, slots=True)
class Begun:
    """A part is about to be read: should the reader die, it died of this one."""

    name: str


Found = Extracted | Refused | Begun
_KINDS: dict[str, type[Extracted] | type[Refused] | type[Begun]] = {"e": Extracted, "r": Refused, "b": Begun}


def to_bytes(found: Found) -> bytes:
    """One finding as it goes from the parsing process to the one that asked: data, never code."""
    letter = next(letter for letter, kind in _KINDS.items() if isinstance(found, kind))
    return json.dumps([letter, asdict(found)]).encode("ascii")


def from_bytes(data: bytes) -> Found:
    """The finding again. Raises DocumentError for what is none: the process that sent it is not trusted."""
    try:
        letter, fields = json.loads(data)
        if "warnings" in fields:
            fields["warnings"] = tuple(map(str, fields["warnings"]))
        found = _KINDS[letter](**fields)
    except (ValueError, TypeError, KeyError) as error:
        raise DocumentError("", "its parser answered nonsense", "please report it with the file") from error
    _check(found)
    return found


def _check(found: Found) -> None:
    for name in found.__slots__:
        value = getattr(found, name)
        if name not in ("warnings", "harmless") and not isinstance(value, str) and value is not None:
            raise DocumentError("", "its parser answered nonsense", "please report it with the file")


def troubles(error: DocumentError, name: str = "") -> Iterator[Refused]:
    """An error of one part as a finding, so that the parts after it are still read."""
    yield Refused(name, error.trouble, error.cure)
