"""The command that tells the network in figures: report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriktes.commands.export import built_folder

if TYPE_CHECKING:
    from seriktes.model import Language


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--lang", "language", type=click.Choice(["kk", "ru", "en"]), default="en", show_default=True, help="Its language.")
@click.option("--format", "form", type=click.Choice(["html", "markdown"]), default="html", show_default=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=Path("-"),
    help="The file; - (without it) is standard output.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Where chance begins.")
@click.option("--samples", type=click.IntRange(1, 100_000), default=200, show_default=True, help="Samples of the bootstrap.")
def report(paths: Sequence[Path], language: Language, form: str, out: Path, seed: int, samples: int) -> None:
    """Tell the network in figures: plots, who matters and how sure that is, and every link with its sentences.

    PATHS are one folder of a built graph (without PATHS: exports), or documents. The page is one file that asks for nothing;
    its plots are full where matplotlib is installed (pip install "seriktes[plot]"), plain bars elsewhere.

    \b
    Example:
      seriktes report graph --lang kk --out report.html
      seriktes report graph --format markdown
    """
    from seriktes.exporting import Built
    from seriktes.report.contents import contents
    from seriktes.report.html import html
    from seriktes.report.markdown import markdown
    from seriktes.writers.files import write_whole

    with built_folder(paths) as (folder, left_out):
        told = contents(Built(folder).reading, language, seed, samples)
    text = html(told) if form == "html" else markdown(told)
    if str(out) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(out, text)
        click.echo(f"written: {out}", err=True)
    if left_out:
        sys.exit(3)
