"""Files to documents, whatever their format; one file may hold many."""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from seriktes.documents.extracted import Extracted
from seriktes.documents.files import LONGEST_NAME, STDIN, open_file, shown
from seriktes.documents.formats import format_of, stem_of
from seriktes.documents.limits import LIMITS, Limits, megabytes
from seriktes.documents.reading import Mask, read_extracted, read_text
from seriktes.errors import DocumentError
from seriktes.model import Document
from seriktes.text.terminal import printable

_HEAD = 4096
_LONGEST_PART = 60


def read_files(path: Path, limits: Limits = LIMITS, mask: Mask | None = None) -> Iterator[Document | DocumentError]:
    """The documents of one file (``-`` is standard input), and what of it cannot be read, as errors that are not raised.

    A file with one document gives it the file's stem as id; documents of archives, feeds and WARC files get their own name
    there behind it. ``mask`` as for :func:`read_text`.
    """
    try:
        if str(path) == STDIN:
            yield from _read(io.BytesIO(sys.stdin.buffer.read(limits.file + 1)), "stdin", "stdin", limits, mask)
            return
        with closing(open_file(path)) as stream:
            yield from _read(stream, stem_of(path.name), str(path), limits, mask)
    except DocumentError as error:
        yield error
    except OSError as error:
        yield DocumentError(shown(path), f"cannot be read ({error.strerror})", "check the file and its permissions")


def read_file(path: Path, limits: Limits = LIMITS) -> Document:
    """The document of a file that holds one. Raises DocumentError when it cannot be read or holds several."""
    found = list(read_files(path, limits))
    error = next((each for each in found if isinstance(each, DocumentError)), None)
    if error is not None:
        raise error
    documents = [each for each in found if isinstance(each, Document)]
    if len(documents) != 1:
        raise DocumentError(shown(path), f"holds {len(documents)} documents, not one", "give a file with one")
    return documents[0]


def _read(stream: BinaryIO, stem: str, file: str, limits: Limits, mask: Mask | None) -> Iterator[Document | DocumentError]:
    head = stream.read(_HEAD)
    stream.seek(0)
    try:
        form = format_of(head, file)
        if form == "text":
            data = stream.read(limits.text + 1)
            if len(data) > limits.text:
                raise DocumentError(
                    file, f"is larger than {megabytes(limits.text)}", "split it into single reports, or raise --largest"
                )
            yield read_text(data, stem, file, mask)
            return
        from seriktes.documents.foreign import extract  # parsers that plain text does without

        used: set[str] = set()
        for found in extract(stream, form, file, limits):
            part = f"{file}#{printable(found.name)[:200]}" if found.name and found.name != file else file
            if not isinstance(found, Extracted):
                yield DocumentError(part, found.trouble, found.cure, found.harmless)
                continue
            identifier = stem if part == file else _identifier(stem, found.name, used)
            used.add(identifier)
            yield _document(found, identifier, f"{Path(file).name}{part[len(file) :]}", mask)
    except DocumentError as error:
        yield DocumentError(error.file or file, error.trouble, error.cure, error.harmless)


def _document(found: Extracted, identifier: str, file: str, mask: Mask | None) -> Document | DocumentError:
    try:
        return read_extracted(found, identifier, file, mask)
    except DocumentError as error:
        return error


def _identifier(stem: str, name: str, used: set[str]) -> str:
    """An id from the file's stem and a name in it: letters, digits, hyphens and dots; a digest where something was lost.

    >>> _identifier("pack", "report.html", set()), _identifier("pack", "../../etc/x.txt", set())
    ('pack-report', 'pack-etc-x-4d8c587a')
    """
    plain = re.sub(r"[^\w.-]+", "-", re.sub(r"^https?://", "", stem_of(name) if "/" not in name else name.removesuffix(".txt")))
    part = plain.strip("-.")[:_LONGEST_PART]
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    identifier = f"{stem}-{part}"
    if part != stem_of(name) or len(identifier.encode()) > LONGEST_NAME or identifier in used:
        identifier = f"{stem.encode()[:100].decode(errors='ignore')}-{part[:20] if len(part.encode()) > 80 else part}-{digest}"
    return identifier if identifier not in used else f"{identifier}-{len(used)}"
