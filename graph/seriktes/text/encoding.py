"""Bytes to text: UTF-8 first, then the Cyrillic code pages by score. Never silent mojibake."""

from __future__ import annotations

import codecs
import re

from seriktes.errors import DocumentError
from seriktes.text.plurals import english

#: Eight-bit encodings of Kazakh and Russian texts, the likelier first; the score decides, ties fall to the earlier.
CODE_PAGES = ("kz1048", "cp1251", "ptcp154", "koi8_r", "cp866")

_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")
_KAZAKH = frozenset("әғқңөұүһі")
_PLAIN = frozenset(" \t\r\n.,;:!?()[]«»“”„\"'’–—-…№/%+*&@#=_•·\xa0")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BROKEN_SHARE = 0.01
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip, DOCX or similar archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x1f\x8b": "a gzip archive",
}


def decode(data: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file and warnings about its encoding.

    A byte order mark stays in the text as its first character, so that offsets address the file as given.

    >>> decode("Қарар қабылданды".encode("kz1048"), "a.txt")[0]
    'Қарар қабылданды'

    Raises DocumentError for binary files and for bytes that no known encoding explains.
    """
    if not data.strip():
        raise DocumentError(file, "is empty", "give a file with text in it")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise DocumentError(file, f"is {what}, not text", "save its text as a UTF-8 .txt file")
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _strict(data, name, file), ()
    if _CONTROLS.search(data[:65536]):
        raise DocumentError(file, "is a binary file, not text", "save its text as a UTF-8 .txt file")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _not_utf8(data, file, error)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(file, f"byte {error.start} is not valid {encoding}", "save the file as UTF-8") from error


def _not_utf8(data: bytes, file: str, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    multibyte = len(data) - len(repaired)
    if broken <= max(1, _BROKEN_SHARE * len(repaired)) and multibyte > 4 * broken:
        return repaired, (f"{english(broken, 'byte')} not valid UTF-8, the first at byte {error.start}: shown as \ufffd",)
    scored = []
    for rank, page in enumerate(CODE_PAGES):
        try:
            text = data.decode(page)
        except UnicodeDecodeError:
            continue
        scored.append((_cyrillic_score(text), -rank, page, text))
    if scored:
        score, _, page, text = max(scored)
        if score > 0.6:
            return text, (f"read as {page}",)
    raise DocumentError(file, f"its encoding is unknown (byte {error.start} is not UTF-8)", "save the file as UTF-8")


def _cyrillic_score(text: str) -> float:
    """How much a text looks like Kazakh or Russian, up to 1; wrong code pages give odd letters and capitals inside words."""
    right = wrong = 0
    previous = " "
    for char in text[:200_000]:
        lower = char.lower()
        if char.isascii() or char in _PLAIN:
            right += char.isascii() and char.isalpha()
        elif lower in _LETTERS:
            if char != lower and previous.islower():
                wrong += 1
            else:
                right += 1
        else:
            wrong += 3
        if lower in _KAZAKH and previous.isascii() and previous.isalpha():
            wrong += 1
        previous = char
    return (right - wrong) / max(1, right + wrong)
