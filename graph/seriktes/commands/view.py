"""The command that draws: view."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seriktes.commands.shared import say
from seriktes.text.plurals import english

#: As in :data:`seriktes.views.pictures.KINDS`, which is too slow to import for a help text.
KINDS = ("partners", "people", "agreements", "countries", "timeline", "network")


@click.command()
@click.argument(
    "folder", metavar="[DIR]", required=False, default=Path("exports"), type=click.Path(path_type=Path, allow_dash=True)
)
@click.option("--kind", type=click.Choice(KINDS), help="Only this page; without it all, with a start page.")
@click.option("--out", type=click.Path(path_type=Path), help="The file of the page, or the folder of all.  [default: views]")
def view(folder: Path, kind: str | None, out: Path | None) -> None:
    """Draw a built graph, or documents, as pages for a browser: one file each, which works offline.

    DIR is a folder of a built graph (without it: exports), or documents. Pages: partners (organisations by agreement and
    cooperation), people (who took part where), agreements, countries, timeline, network (everything). A click on a line shows
    the sentences that prove it.

    \b
    Example:
      seriktes view graph --kind timeline --out timeline.html
      seriktes view graph --out pages
    """
    from seriktes.viewing import write_pages

    written, left_out = write_pages(folder, kind, out)
    for line in left_out:
        say(f"seriktes: {line}", err=True)
    say(f"{english(len(written), 'page')} written: open {written[-1]}", err=True)
    if left_out:
        sys.exit(3)
