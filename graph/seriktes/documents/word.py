"""A DOCX file: its paragraphs and tables in their order, by python-docx."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator

from seriktes.documents.extracted import Extracted
from seriktes.documents.limits import Limits, megabytes
from seriktes.errors import DocumentError

BODY = "word/document.xml"


def prepare() -> None:
    """Load the library and its template, before the parsing process loses the right to open files."""
    import docx

    made = io.BytesIO()
    docx.Document().save(made)
    made.seek(0)
    docx.Document(made)


def read_word(data: bytes, name: str, limits: Limits) -> Extracted:
    """The text of a DOCX file. Raises DocumentError for a bomb, for declared entities, and for a damaged file."""
    if len(data) > limits.file:
        raise DocumentError(name, f"is a DOCX of more than {megabytes(limits.file)}", "split it into single reports")
    _check(data, name, limits)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(line for line in _lines(document) if line.strip())
        title = document.core_properties.title or None
    except RecursionError as error:
        raise DocumentError(name, "is nested too deeply", "save its text as a .txt file") from error
    except (KeyError, ValueError, TypeError, AttributeError, SyntaxError, OSError, zipfile.BadZipFile) as error:
        raise DocumentError(
            name, f"is a damaged DOCX ({type(error).__name__})", "save it again, or its text as a .txt file"
        ) from error
    return Extracted(name, text, "docx", hashlib.sha256(data).hexdigest(), title)


def _check(data: bytes, name: str, limits: Limits) -> None:
    """Refuse by what the archive declares, before anything of it is unpacked for good."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            declared = sum(entry.file_size for entry in entries)
            if len(entries) > limits.entries:
                raise DocumentError(name, f"holds more than {limits.entries} parts", "save it again, or its text as a .txt file")
            if declared > limits.unpacked or any(entry.file_size > limits.entry for entry in entries):
                raise DocumentError(name, f"unpacks to {megabytes(declared)}", "save its text as a .txt file")
            if any(is_bomb(entry, limits) for entry in entries):
                raise DocumentError(name, "is packed more tightly than text can be", "save its text as a .txt file")
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")) and _declares(archive, entry):
                    raise DocumentError(
                        name, "declares entities, which no word processor writes", "save it again, or its text as a .txt file"
                    )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise DocumentError(name, "is a damaged or locked DOCX", "save it again without a password") from error


def is_bomb(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    """Whether a part of some size unpacks to more than any honest text does."""
    return entry.file_size > limits.text and entry.file_size > limits.ratio * max(1, entry.compress_size)


def _declares(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether an XML part has a document type: entities in it would take text away without a word.

    Every place is looked at, in UTF-8 and UTF-16: a declaration may stand behind a comment of any length.
    """
    data = archive.read(entry)
    return any(
        mark in data
        for mark in (
            b"<!DOCTYPE",
            b"<!ENTITY",
            *(m.encode(e) for m in ("<!DOCTYPE", "<!ENTITY") for e in ("utf-16-le", "utf-16-be")),
        )
    )


def _lines(document: object) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Table):
            for row in block.rows:
                cells = dict.fromkeys(cell.text.strip().replace("\n", " ") for cell in row.cells)
                yield " | ".join(cell for cell in cells if cell)
        else:
            yield block.text
