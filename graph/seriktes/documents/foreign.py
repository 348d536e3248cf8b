"""Formats that need a parser, read in a process of its own: limited in memory and time, without files and network.

The process answers with data only (JSON), so that whoever takes it over can lie about a text and nothing more. When one
part of an archive ends it, that part is named and another process goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from seriktes.documents import archives, feed, page, pdf, word
from seriktes.documents.extracted import Begun, Extracted, Format, Found, Refused, from_bytes, to_bytes
from seriktes.documents.limits import Limits, megabytes
from seriktes.documents.loading import load_encodings, load_whole
from seriktes.errors import DocumentError, LimitError
from seriktes.processes.apart import can_fork, stream_apart
from seriktes.text.encoding import decode

_SINGLE: dict[Format, Callable[[bytes, str, Limits], Extracted]] = {
    "html": page.read_page,
    "pdf": pdf.read_pdf,
    "docx": word.read_word,
}
_PREPARE: dict[Format, Callable[[], None]] = {
    "html": page.prepare,
    "pdf": pdf.prepare,
    "docx": word.prepare,
    "feed": feed.prepare,
}
_TOLD = {"html": "a web page", "pdf": "a PDF", "docx": "a DOCX file", "feed": "a feed", "warc": "a WARC file"}
#: Parts of one archive that may end the parsing process; after that the rest is left out.
_DEATHS = 20
_UNKNOWN_TO_XML = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF), "\ufffd")


def extract(stream: BinaryIO, form: Format, name: str, limits: Limits) -> Iterator[Extracted | Refused]:
    """The texts of a file in a foreign format, and what of it cannot be read.

    Raises DocumentError when nothing of it can, LimitError never: a limit that is reached is told as a part left out.
    """
    _prepare(form, name)
    done = 0
    for _ in range(_DEATHS):
        begun = Begun("")
        try:
            for message in stream_apart(
                lambda skip=done: map(to_bytes, _parts(stream, form, name, limits, skip)),  # type: ignore[misc]
                limits.processor,
                limits.wait,
                limits.memory,
                6 * max(limits.text, 1_000_000) + 100_000,
            ):
                found = from_bytes(message)
                if isinstance(found, Begun):
                    begun, done = found, done + 1
                else:
                    yield found
            return
        except LimitError as error:
            yield Refused(begun.name, str(error), "save its text as a .txt file")
            if form not in ("zip", "warc") or not begun.name:
                return
    yield Refused("", f"{_DEATHS} of its parts could not be read within the limits; the rest is left out", "split the archive")


def _prepare(form: Format, name: str) -> None:
    """Load the parsers and the encodings here, once. Raises DocumentError where the extra is not installed."""
    load_encodings()
    wanted: tuple[Format, ...] = ("html", "pdf", "docx", "feed") if form in ("zip", "warc") else (form,)
    missing = False
    for prepare in [*(_PREPARE[each] for each in wanted), *([_prepare_warc] if form == "warc" else [])]:
        try:
            prepare()
        except ImportError:
            missing = True
    if missing and form != "zip":
        raise DocumentError(name, f"is {_TOLD[form]}, which needs a parser", "run: pip install 'seriktes[ingest]'")


def _prepare_warc() -> None:
    load_whole("warcio")


def _parts(stream: BinaryIO, form: Format, name: str, limits: Limits, skip: int) -> Iterator[Found]:
    """What a file holds, part by part; each is announced before it is read. Runs in the parsing process."""
    try:
        stream.seek(0)
        if form == "zip" and not archives.is_word(stream):
            yield from _members(archives.zip_members(stream, name, limits), limits, skip)
        elif form == "warc":
            yield from _members(archives.warc_members(stream, name, limits), limits, skip)
        else:
            stream.seek(0)
            data = stream.read(limits.file + 1)
            yield from _texts(archives.Member("", "docx" if form == "zip" else form, data), limits)
    except DocumentError as error:
        yield Refused("", error.trouble, error.cure)
    except MemoryError:
        yield _too_big("", limits)
    except Exception as error:
        yield Refused("", f"its parser failed ({type(error).__name__})", "save its text as a .txt file")


def _members(members: Iterator[archives.Member | Refused], limits: Limits, skip: int) -> Iterator[Found]:
    for number, member in enumerate(members):
        if number < skip:
            continue
        if number >= limits.members:
            yield Refused("", f"holds more than {limits.members} documents; the rest is left out", "split it")
            return
        yield Begun(member.name)
        if isinstance(member, Refused):
            yield member
        else:
            yield from _texts(member, limits)


def _texts(member: archives.Member, limits: Limits) -> Iterator[Extracted | Refused]:
    """The texts of one file. Whatever a parser does to it, the files after it are read."""
    try:
        if member.format == "feed":
            found = feed.read_feed(member.data, member.name, limits)
        elif member.format == "text":
            found = iter([_plain(member)])
        else:
            found = iter([_SINGLE[member.format](member.data, member.name, limits)])
        for each in found:
            yield _bounded(each, limits) if isinstance(each, Extracted) else each
    except DocumentError as error:
        yield Refused(member.name, error.trouble, error.cure)
    except ImportError:
        yield Refused(member.name, "needs a parser", "run: pip install 'seriktes[ingest]'")
    except MemoryError:
        yield _too_big(member.name, limits)
    except Exception as error:  # a parser may fail in any way it likes
        yield Refused(member.name, f"its parser failed ({type(error).__name__})", "save its text as a .txt file")


def _plain(member: archives.Member) -> Extracted:
    import hashlib

    text, warnings = decode(member.data, member.name)
    return Extracted(member.name, text, "text", hashlib.sha256(member.data).hexdigest(), url=member.url, warnings=warnings)


def _bounded(found: Extracted, limits: Limits) -> Extracted | Refused:
    """The text without what no file format can hold (only where it is not text as given), if it is no dump."""
    if len(found.text.encode("utf-8", "surrogatepass")) > limits.text:
        return Refused(
            found.name, f"has more than {megabytes(limits.text)} of text", "split it into single reports or raise --largest"
        )
    if found.format == "text":
        return found
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNKNOWN_TO_XML)
    text = text.encode("utf-8", "replace").decode("utf-8")
    odd = text.count("\ufffd") - found.text.count("\ufffd")
    told = (*found.warnings, f"{odd} character(s) that are no text are shown as \ufffd") if odd > 0 else found.warnings
    return replace(found, text=text, warnings=told)


def _too_big(name: str, limits: Limits) -> Refused:
    apart = "" if can_fork() else " (no limit holds on this system)"
    return Refused(
        name, f"needs more than {megabytes(limits.memory)} of memory to be read{apart}", "save its text as a .txt file"
    )
