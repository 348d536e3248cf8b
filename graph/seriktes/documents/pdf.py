"""A PDF: the text layer of its pages by pypdf, its lines joined to paragraphs again."""

from __future__ import annotations

import hashlib
import io
import logging
import re
from collections import Counter

from seriktes.documents.extracted import Extracted
from seriktes.documents.limits import Limits, megabytes
from seriktes.documents.loading import load_whole
from seriktes.errors import DocumentError

#: A line of this share of the widest one was broken by the page; a shorter one ended by itself.
_FULL = 0.75
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
#: Parts of words that Russian joins with a hyphen which stays.
_KEPT = ("то", "либо", "нибудь", "таки", "ка")


def prepare() -> None:
    """Load the library, before the parsing process loses the right to open files."""
    load_whole("pypdf")


def read_pdf(data: bytes, name: str, limits: Limits) -> Extracted:
    """The text of a PDF. Raises DocumentError for one that is encrypted, damaged, or only pictures of text."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if len(data) > limits.file:
        raise DocumentError(name, f"is a PDF of more than {megabytes(limits.file)}", "split it into single reports")
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        if len(reader.pages) > limits.pages:
            raise DocumentError(name, f"has more than {limits.pages} pages", "split it into single reports")
        pages = [page.extract_text() for page in reader.pages]
        title = (reader.metadata.title if reader.metadata else None) or None
    except (FileNotDecryptedError, DependencyError) as error:
        raise DocumentError(name, "is encrypted", "save it without a password") from error
    except LimitReachedError as error:
        raise DocumentError(name, "unpacks to more than a report can hold", "save its text as a .txt file") from error
    except RecursionError as error:
        raise DocumentError(name, "is nested too deeply", "save its text as a .txt file") from error
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError) as error:
        raise DocumentError(
            name, f"is a PDF that is damaged ({type(error).__name__})", "save it again, or its text as a .txt file"
        ) from error
    text = paragraphs(pages)
    if sum(char.isalnum() for char in text) < 20:
        raise DocumentError(name, "is a PDF without a text layer", "run it through text recognition (OCR) first")
    return Extracted(name, text, "pdf", hashlib.sha256(data).hexdigest(), title if isinstance(title, str) else None)


def paragraphs(pages: list[str]) -> str:
    """The lines of pages joined to paragraphs; running heads, page numbers and hyphens at line ends left out.

    >>> print(paragraphs(["Екі қор ынтымақтас-\\nтық туралы меморандумға қол\\nқойды.\\nЖаңа абзац бар."]))
    Екі қор ынтымақтастық туралы меморандумға қол қойды.
    Жаңа абзац бар.
    """
    lines = _without_running_heads([[line.strip() for line in page.splitlines()] for page in pages])
    widest = max(map(len, lines), default=0)
    done: list[str] = []
    previous = ""
    for line in lines:
        if not line or not previous:
            done.append(line)
        elif _HYPHEN.search(previous) and line[:1].islower():
            done[-1] = (done[-1] if line.split()[0].strip(".,;:!?") in _KEPT else done[-1][:-1]) + line
        elif line[:1].islower() or len(previous) >= _FULL * widest:
            done[-1] += " " + line
        else:
            done.append(line)
        previous = line
    return "\n".join(part for part in done if part)


def _without_running_heads(pages: list[list[str]]) -> list[str]:
    """All lines; those at the top or bottom of most pages, and numbers standing alone there, are the page's."""
    edges = Counter(line for page in pages for line in {*page[:2], *page[-2:]} if line)
    running = {line for line, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    kept: list[str] = []
    for page in pages:
        last = len(page) - 1
        for place, line in enumerate(page):
            edge = place < 2 or place > last - 2
            if not (edge and (line in running or (len(pages) > 1 and re.fullmatch(r"[-–—\s]*\d{1,4}[-–—\s]*", line)))):
                kept.append(line)
    return kept
