"""All pages of a network by their file names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from markupsafe import Markup

from seriktes.analysis.layout import Places
from seriktes.processes.beside import beside
from seriktes.views.html import render_page, share
from seriktes.views.pictures import KINDS
from seriktes.views.start import render_start
from seriktes.views.things import Things
from seriktes.views.thumbnails import keep_small

START = "index.html"


def view_pages(things: Things) -> Iterator[tuple[str, str]]:
    """Each page with its file name, each with links to the others. Of its picture only what the start page shows is kept."""
    for kind in KINDS:
        yield f"{kind}.html", render_page(things, kind, ("index", *KINDS))
        keep_small(things, kind)
    things.forget_pages()


def write_pages(things: Things, folder: Path, apart: bool) -> None:
    """Write each page into a folder; each ``apart`` in a process of its own, so that all it takes to draw one is gone with it.

    What the files of the network and the start page need of them is kept. OSError where there is no room.
    """
    if apart:
        share(things)
    for kind in KINDS:
        with beside(partial(_written, things, kind, folder), apart) as written:
            small, places = written()
        things.kept[f"small {kind}"] = small
        if places is not None:
            things.know("everything", places)
    things.forget_pages()


def _written(things: Things, kind: str, folder: Path) -> tuple[Markup, Places | None]:
    """Write a page; its small picture and, of the whole network, where all nodes stand."""
    page = render_page(things, kind, ("index", *KINDS))
    (folder / f"{kind}.html").write_text(page, encoding="utf-8", newline="\n")
    keep_small(things, kind)
    return things.kept[f"small {kind}"], things.places("everything") if kind == "network" else None


def folder_pages(things: Things, kinds: Sequence[str] = KINDS) -> Iterator[tuple[str, str]]:
    """The pages with their start page, for a folder that holds nothing else; of one kind alone, that page by itself."""
    if len(kinds) == 1:
        yield f"{kinds[0]}.html", render_page(things, kinds[0])
    else:
        yield from view_pages(things)
        yield START, render_start(things, KINDS)
