"""What several commands share: an option, the line that tells how far they are, and text that is safe to show."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seriktes.text.terminal import printable

judgements_option = click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of what people decided; without it, judgements.txt beside the documents or in the results.",
)

largest_option = click.option(
    "--largest",
    type=click.IntRange(1, 1000),
    default=1,
    show_default=True,
    metavar="MB",
    help="The longest text to read; documents with more are left out.",
)

built_or_documents_option = click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("exports"),
    show_default=True,
    help="Folder of a built graph, or documents (a file or a folder).",
)

store_option = click.option(
    "--store",
    "store",
    metavar="URL",
    help="A SPARQL 1.1 server that holds the graph, as http://localhost:7878 (docs/servers.md).",
)


def say(text: str = "", err: bool = False) -> None:
    """A line for people: whatever documents and files hold in it, it does not steer their terminal."""
    click.echo(printable(text), err=err)


def show_progress(done: int, total: int, what: str) -> None:
    """A line on stderr: overwritten in place on a terminal, every hundredth document elsewhere."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{done}/{total} {printable(what[:60])}", err=True, nl=done == total)
    elif done == 0 or done == total or done % 100 == 0:
        click.echo(f"{done}/{total} documents read", err=True)
