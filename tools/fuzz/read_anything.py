"""Random files for the reader, by atheris; see README.md beside this file."""

from __future__ import annotations

import io
import sys

import atheris

with atheris.instrument_imports(include=["seriktes", "trafilatura", "pypdf", "docx", "warcio"]):
    from seriktes.documents import foreign
    from seriktes.documents.extracted import Begun, Extracted
    from seriktes.documents.limits import LIMITS
    from seriktes.documents.reading import read_extracted, read_text
    from seriktes.errors import DocumentError

FORMATS = ("text", "html", "pdf", "docx", "feed", "zip", "warc")


def read_one(data: bytes) -> None:
    """Read one input: the first byte chooses the format."""
    if not data:
        return
    form, content = FORMATS[data[0] % len(FORMATS)], data[1:]
    try:
        if form == "text":
            documents = [read_text(content, "fuzz", "fuzz")]
        else:
            parts = foreign._parts(io.BytesIO(content), form, "fuzz", LIMITS, 0)
            documents = [
                read_extracted(p, "fuzz", "fuzz") for p in parts if isinstance(p, Extracted) and not isinstance(p, Begun)
            ]
    except DocumentError as error:
        assert error.trouble and error.cure
        return
    for document in documents:
        assert all(0 <= s.start < s.end <= len(document.text) for s in document.sentences)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
