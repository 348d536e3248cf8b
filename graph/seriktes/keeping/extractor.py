"""Which reader this is: a digest of all that decides what is read from a document.

Another version of a rule, list or model must never meet results of the one before it.
"""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from seriktes.resources import ONTOLOGY

#: What comes after reading, and can change without another word being read; whatever is not named here counts.
_LATER = frozenset(
    "analysis dialogue identity judgements rdf report serve store training views writers analysing asking building cli commands "
    "evaluation exporting guard processes publishing queries telling trying validating viewing".split()
)

#: Of the extra [ingest].
_PARSERS = ("trafilatura", "htmldate", "courlan", "jusText", "lxml", "pypdf", "python-docx", "warcio", "defusedxml")
#: Libraries whose version decides what is read.
_LIBRARIES = (
    "natasha",
    "navec",
    "slovnet",
    "razdel",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "python-crfsuite",
    "rapidfuzz",
    *_PARSERS,
)
_SUFFIXES = (".py", ".toml", ".csv", ".crfsuite", ".txt", ".json")


@cache
def extractor_version() -> str:
    """64 hexadecimal digits; takes some tenths of a second the first time."""
    digest = hashlib.sha256()
    for name in _LIBRARIES:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} –\n".encode())
    digest.update(platform.python_version().encode())
    for name, file in sorted(_files(files("seriktes"), "") + _files(files(ONTOLOGY), "ontology/")):
        digest.update(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        first = (prefix + item.name).partition("/")[0].partition(".")[0]
        if first in _LATER:
            continue
        if item.is_dir():
            found += _files(item, f"{prefix}{item.name}/")
        elif item.name.endswith(_SUFFIXES):
            found.append((prefix + item.name, item))
    return found
