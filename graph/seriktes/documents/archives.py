"""Files of many files: zip archives and WARC, read member by member so that their size does not matter."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from seriktes.documents.extracted import Format, Refused
from seriktes.documents.formats import format_of, suffix_of
from seriktes.documents.limits import Limits, megabytes
from seriktes.documents.word import BODY, is_bomb
from seriktes.errors import DocumentError
from seriktes.records import record

_WEB: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@record(frozen=True, slots=True)
class Member:
    """One file of an archive: its name there, its format and bytes, and for a saved page its address and day."""

    name: str
    format: Format
    data: bytes
    url: str | None = None


def is_word(stream: BinaryIO) -> bool:
    """Whether a zip archive is a DOCX file under another name."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return BODY in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return False


def zip_members(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Member | Refused]:
    """The documents of a zip archive; links, archives in it, locked parts and bombs are refused one by one."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_furniture(entry.filename)]
            if len(entries) > limits.members:
                raise DocumentError(name, f"holds more than {limits.members} files", "split the archive")
            if not entries:
                raise DocumentError(name, "is an archive without files", "give one with documents in it")
            for entry in entries:
                yield _zip_member(archive, entry, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError) as error:
        raise DocumentError(name, "is a damaged zip archive", "pack it again") from error


def _is_furniture(name: str) -> bool:
    """What packing programs add by themselves."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] in (".DS_Store", "Thumbs.db", "desktop.ini")


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> Member | Refused:
    name = entry.filename
    if stat.S_ISLNK(entry.external_attr >> 16):
        return Refused(name, "is a link", "pack the file itself")
    if entry.flag_bits & 1:
        return Refused(name, "is encrypted", "pack it without a password")
    if entry.file_size > limits.entry or is_bomb(entry, limits):
        return Refused(name, f"unpacks to {megabytes(entry.file_size)}", "split it into single reports")
    try:
        data = archive.read(entry)
        kind = format_of(data[:4096], name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        return Refused(name, f"cannot be unpacked ({type(error).__name__})", "pack it again")
    except DocumentError as error:
        return Refused(name, error.trouble, error.cure)
    if kind in ("zip", "warc"):
        return Refused(name, "is an archive within an archive", "unpack it beside the others")
    return (
        Refused(name, "is of no known format", "give text, HTML, PDF or DOCX")
        if not suffix_of(name) and kind == "text"
        else Member(name, kind, data)
    )


def warc_members(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Member | Refused]:
    """The saved pages of a WARC file: its successful responses of a known kind."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = False
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type not in ("response", "resource"):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            headers = record.http_headers
            if headers is not None and headers.get_statuscode() != "200":
                continue
            kind = (headers or record.rec_headers).get_header("Content-Type") or ""
            form = _WEB.get(kind.partition(";")[0].strip().lower())
            if form is None:
                continue
            found = True
            data = record.content_stream().read(limits.entry + 1)
            if len(data) > limits.entry:
                yield Refused(url, f"unpacks to more than {megabytes(limits.entry)}", "save its text as a .txt file")
            else:
                yield Member(url, form, data, url if url.startswith(("http://", "https://")) else None)
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError) as error:
        raise DocumentError(name, "is a damaged WARC file", "what stands after the damage is not read; save it again") from error
    if not found:
        raise DocumentError(name, "is a WARC file without saved pages", "give one with responses in it")
