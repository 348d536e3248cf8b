"""The command ``status``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from seriktes.commands.shared import say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("exports"))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(folder: Path, form: str) -> None:
    """Show what a results FOLDER holds: the build, whether it is whole, what is kept, how the last run ended.

    Exit code 1 when there is no whole build or the last run did not finish.

    \b
    Example:
      seriktes status exports
    """
    from seriktes.building.status import status_of

    found = status_of(folder)
    if form == "json":
        click.echo(json.dumps(found.as_dict(), indent=1))
    else:
        for line in found.lines():
            say(line)
    if found.build is None or found.last in ("interrupted", "failed"):
        sys.exit(1)
