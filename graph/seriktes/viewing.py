"""Drawing a built graph or documents: the pages as files."""

from __future__ import annotations

from pathlib import Path

from seriktes.analysis.network import build_network
from seriktes.dialogue.material import read_material
from seriktes.dialogue.reading import reading_of
from seriktes.errors import OutputError
from seriktes.views.pages import folder_pages
from seriktes.views.pictures import KINDS
from seriktes.views.things import Things
from seriktes.writers.files import write_whole

FOLDER = Path("views")


def write_pages(folder: Path, kind: str | None = None, out: Path | None = None) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The pages of a built graph or of documents; gives the files written, the start page last, and what was left out.

    ``out`` is the file of one page, or the folder of all. Raises DataError, OutputError.
    """
    if kind is None and out is not None and out.is_file():
        raise OutputError(f"{out}: is a file; name a folder for all pages, or one page with --kind")
    material = read_material([folder])
    reading = reading_of(material)
    things = Things(build_network(reading.claims, reading.nodes), reading.sources)
    written = []
    for name, page in folder_pages(things, (kind,) if kind else KINDS):
        single = out is not None and kind is not None and not out.is_dir()
        path = out if single and out is not None else (out or (Path() if kind else FOLDER)) / name
        write_whole(path, page)
        written.append(path)
    return tuple(written), material.left_out
