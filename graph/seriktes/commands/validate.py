"""The command ``validate``: a graph against the shapes and checks of the ontology."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seriktes.model import Language
from seriktes.text.terminal import printable


@click.command()
@click.argument("path", metavar="[DIR or FILE]", type=click.Path(path_type=Path), default=Path("exports"))
@click.option("--lang", "language", type=click.Choice(["kk", "ru", "en"]), default="en", show_default=True, help="Of the report.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "turtle"]),
    default="text",
    show_default=True,
    help="For people, for programs, or a SHACL validation report.",
)
@click.option("--most", type=click.IntRange(min=0), default=50, show_default=True, help="Troubles the text tells in full.")
def validate(path: Path, language: Language, form: str, most: int) -> None:
    """Hold a graph against the shapes and checks: what is wrong, where it stands, and what to do.

    DIR is the folder of a build (without it: exports), FILE any RDF file (.nq, .trig, .ttl, .nt, .rdf, .jsonld). Exit code 1
    when something is violated, 0 when there are warnings only, 3 when it cannot be read.

    \b
    Example:
      seriktes validate graph --lang kk
      seriktes validate corrected.ttl --format turtle
    """
    from seriktes.validating import validate_path

    found = validate_path(path)
    if form == "json":
        click.echo(found.json(), nl=False)
    elif form == "turtle":
        click.echo(found.turtle(), nl=False)
    else:
        for line in found.text(language, most).splitlines():
            click.echo(printable(line))
    if not found.conforms:
        sys.exit(1)
