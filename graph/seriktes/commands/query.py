"""The command ``query``: a built graph asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from seriktes.commands.shared import built_option, store_option


@click.command()
@click.argument("question", required=False)
@built_option
@click.option("--file", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Read the SPARQL from a file.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Fill a parameter of a shipped question.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--list", "listing", is_flag=True, help="Show the shipped questions and their parameters.")
@store_option
def query(
    question: str | None,
    folder: Path,
    file: Path | None,
    settings: Sequence[str],
    form: str,
    listing: bool,
    store: str | None,
) -> None:
    """Ask the built graph: a shipped question by name or number, SPARQL in quotes, or a file.

    \b
    Example:
      seriktes query --list
      seriktes query 3 --set name="Қазақстанның Азаматтық альянсы"
      seriktes query "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
      seriktes query 3 --store http://localhost:7878
    """
    from seriktes.asking import ask, list_questions

    if listing:
        click.echo(list_questions())
        return
    if (question is None) == (file is None):
        raise click.UsageError("give one question: a name, a number, SPARQL text, or --file FILE (see --list)")
    answer = ask(folder, question, file, _settings(settings), form, store)
    click.echo(answer, nl=False)
    if (
        form == "table" and len(lines := answer.splitlines()) == 2 and not lines[1].strip("─ ")
    ):  # the head of a table, and no more
        click.echo(
            "no rows: the graph states nothing of the kind; 'seriktes explain NAME' says whether it knows a name", err=True
        )


def _settings(pairs: Sequence[str]) -> dict[str, str]:
    settings = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--set takes NAME=VALUE, not {pair!r}")
        settings[name] = value
    return settings
