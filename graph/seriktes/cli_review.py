"""Commands for what people decide and ask about single things: review and explain."""
from __future__ import annotations

from pathlib import Path

import click

judgements_option = click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of what people decided; without it, judgements.txt beside the documents or in the results.",
)


@click.command()
def review() -> None:
    """x"""


@click.command()
def explain() -> None:
    """x"""
