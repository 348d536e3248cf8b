"""All pages of a network by their file names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.views.html import render_page
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


def folder_pages(things: Things, kinds: Sequence[str] = KINDS) -> Iterator[tuple[str, str]]:
    """The pages with their start page, for a folder that holds nothing else; of one kind alone, that page by itself."""
    if len(kinds) == 1:
        yield f"{kinds[0]}.html", render_page(things, kinds[0])
    else:
        yield from view_pages(things)
        yield START, render_start(things, KINDS)
