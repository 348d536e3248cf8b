"""A line of a judgement file cut into words: bare ones, "quoted ones" and name="value"; a # begins a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seriktes.errors import DataError

_WORD = re.compile(r'(?P<bare>[^\s"]*)(?P<quoted>"(?:[^"]|"")*")?(?=\s|$)')
_CURLY = re.compile("[“”„«]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: what stands without quotes, and the text between quotes (None where there are none)."""

    bare: str
    quoted: str | None = None

    @property
    def shown(self) -> str:
        """The word as it is written."""
        return self.bare + (quote(self.quoted) if self.quoted is not None else "")


def quote(text: str) -> str:
    """A text between straight quotes; its own straight quotes are doubled.

    >>> quote('the "Bridge" fund')
    '"the ""Bridge"" fund"'
    """
    return '"' + text.replace('"', '""') + '"'


def brief(text: str, longest: int = 60) -> str:
    """A word of a file in a message about it.

    >>> brief("sane"), brief("very long", 5)
    ("'sane'", "'very …'")
    """
    return repr(text if len(text) <= longest else text[:longest] + "…")


def words_of(line: str) -> list[Word]:
    """The words of a line, without its comment. Raises DataError for quotes that do not fit.

    >>> [word.shown for word in words_of('rename akbota en "Aqbota" # as they write it')]
    ['rename', 'akbota', 'en', '"Aqbota"']
    """
    return list(_words(line))


def _words(line: str) -> Iterator[Word]:
    place = 0
    while place < len(line):
        if line[place].isspace():
            place += 1
            continue
        if line[place] == "#":
            return
        found = _WORD.match(line, place)
        if found is None or found.end() == place:
            raise DataError(f'the quotes do not fit at {line[place : place + 20]!r}; write "…", and a quote inside it twice: ""')
        quoted = found["quoted"]
        yield Word(found["bare"], None if quoted is None else quoted[1:-1].replace('""', '"'))
        place = found.end()


def hint_for(word: Word) -> str:
    """What to do about a word that should have stood in straight quotes, or about letters no key has."""
    if _CURLY.match(word.bare):
        return '; put it between straight quotes: "…"'
    return ""
