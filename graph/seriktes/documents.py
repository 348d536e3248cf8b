"""Files to documents: which files, their text, and what is known of each before anyone reads it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from seriktes.errors import DocumentError
from seriktes.model import Document, Language, Respelled, Sentence, Span, Token
from seriktes.text.dates import find_dates
from seriktes.text.encoding import decode
from seriktes.text.furniture import find_furniture
from seriktes.text.language import foreign_reason, language_scores
from seriktes.text.latin_kazakh import is_latin_kazakh, respell
from seriktes.text.sentences import split_sentences
from seriktes.text.terminal import unseen

SUFFIXES = (".txt", ".text")
#: A text of more characters is a dump, not a report; it is refused rather than read for minutes.
LARGEST = 1_000_000
LONGEST_NAME = 200
STDIN = "-"
#: What people decided about the documents of a folder; never a document itself, unless it is named as one.
JUDGEMENTS = "judgements.txt"
_HEAD = 600
_ATTRIBUTED = re.compile(
    r"(?:деп\s+(?:жазады|хабарлайды)|хабарлады|передает|сообщает|пишет|reports|according to)\s+(?P<name>[A-Za-z][\w-]*\.(?:kz|ru|com|org|uk|net|kg|uz)|(?:Қазинформ|Казинформ|Kazinform|ҚазАқпарат))"
)
_SIGNATURE = re.compile(
    r"(?:Пресс-(?:центр|служба|служб\w+)|Баспасөз\s+қызметі|Press\s+(?:Service|Office|Center|Centre)|.{3,60}\s+баспасөз\s+қызметі).{0,120}"
)


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """All documents under the given files and folders, sorted within each folder.

    Raises DocumentError for a path that does not exist and for a folder without documents.
    """
    for path in paths:
        if path.is_dir():
            built = [manifest.parent for manifest in path.rglob("manifest.json") if _is_build(manifest)]
            found = sorted(
                p
                for p in path.rglob("*")
                if p.suffix.lower() in SUFFIXES
                and p.name != JUDGEMENTS
                and p.is_file()
                and not any(p.is_relative_to(folder) for folder in built)
            )
            if not found:
                raise DocumentError(str(path), "holds no document", f"put files ending in {', '.join(SUFFIXES)} there")
            yield from found
        elif str(path) == STDIN or path.exists():
            yield path
        else:
            raise DocumentError(str(path), "does not exist", "check the path")


def _is_build(manifest: Path) -> bool:
    """Whether a folder holds results of an earlier build, which are no documents."""
    try:
        return '"program": "seriktes' in manifest.read_text(encoding="utf-8", errors="replace")[:200]
    except OSError:
        return False


def _check_file(path: Path) -> None:
    """Refuse what cannot be a document by its name, kind or size. Raises DocumentError."""
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(shown, "has a name that is not UTF-8", "rename the file") from error
    if len(path.stem.encode()) > LONGEST_NAME:
        raise DocumentError(f"{shown[:80]}…", f"has a name of more than {LONGEST_NAME} bytes", "rename the file")
    if any(ord(c) < 32 for c in path.name) or unseen(path.name):
        raise DocumentError(shown.encode("unicode_escape").decode(), "has a control character in its name", "rename the file")
    if not path.is_file():
        raise DocumentError(shown, "is not a regular file", "give a text file or a folder")
    if path.stat().st_size > LARGEST:
        raise DocumentError(shown, f"is larger than {LARGEST // 1_000_000} MB", "split it into single reports")


def read_file(path: Path) -> Document:
    """Read one file (``-`` is standard input) as a document; its id is the file's stem.

    Raises DocumentError when it cannot be read or is in none of the three languages.
    """
    if str(path) == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise DocumentError("stdin", f"is larger than {LARGEST // 1_000_000} MB", "split it into single reports")
        return read_text(data, "stdin", "stdin")
    _check_file(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(str(path), f"cannot be read ({error.strerror})", "check the file and its permissions") from error
    return read_text(data, path.stem, str(path))


def read_text(data: bytes, identifier: str, file: str) -> Document:
    """The document made of the bytes of a file. Raises DocumentError as :func:`read_file`."""
    text, warnings = decode(data, file)
    if not text.strip("\ufeff \t\r\n"):
        raise DocumentError(file, "has no text in it", "give a file with text in it")
    if is_latin_kazakh(text):
        return _respelled(text, warnings, identifier, file)
    reason = foreign_reason(text)
    if reason:
        raise DocumentError(file, f"is {reason}", "give a text in Kazakh, Russian or English")
    return _document(text, warnings, identifier, file)


def _respelled(text: str, warnings: tuple[str, ...], identifier: str, file: str) -> Document:
    """Kazakh in Latin letters is read in Cyrillic ones; offsets and words of the text as given come back at the end."""
    cyrillic, offsets = respell(text)
    read = Respelled(_document(cyrillic, warnings, identifier, file), offsets)
    inner = read.document
    sentences = tuple(_sentence(read, text, s) for s in inner.sentences)
    furniture, captions = tuple(map(read.raw, inner.furniture)), tuple(map(read.raw, inner.captions))
    return replace(inner, text=text, sentences=sentences, furniture=furniture, captions=captions, respelled=read)


def _sentence(read: Respelled, text: str, sentence: Sentence) -> Sentence:
    places = [read.raw(token) for token in sentence.tokens]
    tokens = tuple(Token(place.start, place.end, text[place.start : place.end]) for place in places)
    raw = read.raw(sentence)
    return replace(sentence, start=raw.start, end=raw.end, tokens=tokens)


def _document(text: str, warnings: tuple[str, ...], identifier: str, file: str) -> Document:
    furniture, captions = find_furniture(text)
    language = document_language(text, furniture)
    sentences = split_sentences(text, furniture, language)
    return Document(
        identifier,
        Path(file).name,
        text,
        language,
        sentences,
        furniture,
        captions,
        published=publication_date(text),
        publisher=publisher(text),
        warnings=warnings,
    )


def document_language(text: str, furniture: Iterable[Span] = ()) -> Language:
    """The language most of the text is in, page furniture left out."""
    scores = language_scores(_without(text, furniture))
    languages: tuple[Language, ...] = ("kk", "ru", "en")
    return max(languages, key=lambda name: scores[name])


def _without(text: str, spans: Iterable[Span]) -> str:
    parts, place = [], 0
    for span in sorted(spans):
        parts.append(text[place : span.start])
        place = max(place, span.end)
    return " ".join([*parts, text[place:]])


def publication_date(text: str) -> str | None:
    """The date of the report, when its head or a line of its own gives a full one (a dateline, the date under a title).

    A range («14-15 қазан») is the date of an event, not of a report.
    """
    for date in find_dates(text, end=min(len(text), _HEAD)):
        if not date.complete or date.start_date != date.end_date or not date.start_date or len(date.start_date) != 10:
            continue
        start = text.rfind("\n", 0, date.start) + 1
        stop = text.find("\n", date.end)
        before, line = text[start : date.start], text[start : len(text) if stop < 0 else stop]
        column = before.rpartition("|")[2] + text[date.start : date.end] + line[date.end - start :].partition("|")[0]
        if len(" ".join((column if line.count("|") > 1 else line).split())) <= 60 or (
            len(before) <= 40 and re.match(r"[\s,.)]{0,4}(?:[–—-]|\(|/)", text[date.end : date.end + 6])
        ):
            return date.start_date
    return None


def publisher(text: str) -> str | None:
    """Who published the report, where its text says so: an agency line, or a press service's signature at the end."""
    found = _ATTRIBUTED.search(text)
    if found:
        return found.group("name")
    last = text.rstrip().rsplit("\n", 1)[-1].strip()
    return last if len(last) <= 120 and _SIGNATURE.fullmatch(last) else None
