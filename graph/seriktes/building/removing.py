"""The redaction list of a folder: names put on it, and the files whose data still name somebody."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import sys
import zlib
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from gzip import decompress
from html import unescape
from html.parser import HTMLParser
from itertools import islice
from json import loads
from pathlib import Path

from seriktes.documents.files import REDACTIONS
from seriktes.errors import DataError, OutputError
from seriktes.identity.undecided import RULES
from seriktes.keeping.cache import FOLDER, clear_between
from seriktes.keeping.moving import clear, held, staged
from seriktes.keeping.remembered import WHO, forget
from seriktes.keeping.rows import FILE as ROWS
from seriktes.keeping.stock import drop
from seriktes.model import ARGUMENTS
from seriktes.rdf.inference import LANGUAGES, load_rules
from seriktes.rdf.keeping import FILE
from seriktes.rdf.void import HEADER
from seriktes.redaction import read_names
from seriktes.report.words import own_words
from seriktes.resources import ONTOLOGY, read_text
from seriktes.views.page import strings
from seriktes.writers.crate import DESCRIPTION
from seriktes.writers.files import write_whole


def add_names(folder: Path, names: Sequence[str]) -> int:
    """Put names on the list of a folder, which only its owner may read; returns how many were not on it.

    Raises DataError for what is no name, OutputError when the list cannot be written.
    """
    for name in names:
        if "\n" in name or "#" in name or not read_names([name]).people:
            raise DataError(f"{name!r} is no name to redact; write given name and surname")
    path = folder / REDACTIONS
    try:
        known = path.read_text(encoding="utf-8-sig").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error}); save it as UTF-8") from error
    new = [name for name in dict.fromkeys(names) if name not in known]
    if new:
        write_whole(path, "\n".join([*known, *new]) + "\n")
        path.chmod(0o600)
    return len(new)


def drop_leftovers(folder: Path) -> None:
    """Take away what a killed build left of texts and unfinished files, and the texts that a build left to the next; nothing while a
    build goes on in the folder.
    """
    if not (folder / FOLDER).is_dir():
        return
    with suppress(OutputError, OSError), held(folder):
        clear_between(folder)
        drop(folder)
        forget(folder, WHO)
        if staged(folder) is None:
            clear(folder)


def still_named(folder: Path, names: Sequence[str]) -> list[Path]:
    """The files of a folder, but for the list itself, whose name or data name one of these people.

    What is the same in every build is no data: code and words of pages, names of terms, fields and columns.
    """
    gone = read_names(names)
    found = []
    apart = (REDACTIONS, ".lock", FILE, ROWS)  # the last two hold digests and names of rules
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in apart):
        told = (piece for piece in _data_of(path) if piece not in _own_words())
        if gone.names(_APART.join(told)) or gone.names(path.name):
            found.append(path)
    return found


#: Between two pieces of data: so far apart no two words are one name.
_APART = "\n" * 8
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
#: An IRI or short form of something of ours: its last part may be made of a name.
_OURS = re.compile(r"/id/[\w-]+/([^>\s]+)|(?<!\S)id-\w+:(\S+)")
_DECLARED = re.compile(r"<(?:key|attribute|attributes|graphml|gexf)\b[^>]*>|<\?[^>]*>")
_TEXT_OR_VALUE = re.compile(r'="([^"]*)"|>([^<]+)<')


def _data_of(path: Path) -> Iterator[str]:
    """The pieces of data in a file, by its kind; all of it where the kind is not known or it cannot be read as that."""
    data = path.read_bytes()
    text = data.decode("utf-8", "replace")
    kind = path.suffix.lower()
    if kind == ".html":
        yield from _of_page(text)
    elif kind in (".nq", ".trig", ".ttl"):
        yield from (_literal(found[1]) for found in _QUOTED.finditer(text))
        yield from (part for found in _OURS.finditer(text) for part in found.groups() if part)
    elif kind in (".graphml", ".gexf"):
        for value, inside in _TEXT_OR_VALUE.findall(_DECLARED.sub("", text)):
            yield unescape(value or inside).strip()
    elif kind == ".csv":
        csv.field_size_limit(sys.maxsize)
        yield from (cell for row in islice(csv.reader(io.StringIO(text)), 1, None) for cell in row)
    elif kind == ".md":
        yield from (piece.strip(" #*-`") for piece in re.split(r"[|\n]", text))
    elif kind in (".json", ".jsonld", ".cyjs"):
        yield from _of_json(text)
    elif kind == ".sqlite":
        yield from _of_cache(path)
    else:
        yield text


def _literal(written: str) -> str:
    try:
        return str(loads(f'"{written}"')) if "\\" in written else written
    except ValueError:
        return written


def _of_json(text: str) -> Iterator[str]:
    try:
        waiting: list[object] = [loads(text)]
    except ValueError:
        yield text
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += [inside for key, inside in value.items() if key not in ("rule", "@context")]
        elif isinstance(value, list):
            waiting += value


class _Page(HTMLParser):
    """Gathers what a page tells: texts, the attributes that people see or follow, and the data of its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._script: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what may hold a name; of a script, what kind it is."""
        if tag in ("script", "style"):
            about = dict(attributes)
            self._script = "" if about.get("id") in ("facts", "options") else about.get("type") or ""
        else:
            self.told += [
                value for name, value in attributes if value and name in ("href", "title", "alt", "aria-label", "value")
            ]

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        if tag in ("script", "style"):
            self._script = None

    def handle_data(self, data: str) -> None:
        """Text, or the data of a script, which may be packed."""
        if self._script is None:
            self.told.append(data.strip())
        elif self._script == "application/json":
            self.told += _of_json(data)
        elif self._script == "application/gzip":
            self.told += _of_json(decompress(b64decode(data)).decode("utf-8", "replace"))


def _of_page(text: str) -> list[str]:
    page = _Page()
    page.feed(text)
    page.close()
    return page.told


def _of_cache(path: Path) -> Iterator[str]:
    with suppress(sqlite3.Error, zlib.error), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as kept:
        for (data,) in kept.execute("SELECT data FROM kept"):
            yield from _of_json((zlib.decompress(data[1:]) if data[:1] == b"z" else data[1:]).decode("utf-8", "replace"))


@cache
def _own_words() -> frozenset[str]:
    """What every build says: the words of pages and reports, the labels of the ontology, the names of types and kinds."""
    tables = [table for tables in (strings(), own_words()) for table in tables.values()]
    words = {form for table in tables for word in table.values() for form in (word, *word.split("|"))}
    words.update(key.partition("_")[2] for key in strings()["en"])
    words.update(ARGUMENTS)
    for name in ("seriktes.ttl", "schemes.ttl", "reused.ttl"):
        words.update(_QUOTED.findall(read_text(ONTOLOGY, name)))
    words.update(_QUOTED.findall(read_text("seriktes.writers", "crate.toml") + HEADER))
    words.add(DESCRIPTION)
    words.update(rule.sentence(language) for rule in load_rules() for language in LANGUAGES)
    words.update(why for told in RULES.values() for why in told.values())
    return frozenset(words)
