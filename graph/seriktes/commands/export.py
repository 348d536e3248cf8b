"""The command that takes a graph to other programs: export."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriktes.commands.shared import say, show_progress

if TYPE_CHECKING:
    from seriktes.building.build import Outcome

#: The names of :data:`seriktes.exporting.FORMATS`, which is not imported before it is needed.
FORMAT_NAMES = ("graphml", "gexf", "csv", "tidy-csv", "jsonld", "turtle", "trig", "cytoscape", "ftm", "neo4j")
NETWORK_NAMES = ("everything", "partners", "people", "agreements")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", type=click.Choice(FORMAT_NAMES), required=True, help="What to write.")
@click.option("--network", "part", type=click.Choice(NETWORK_NAMES), help="Which part of the network; without it, everything.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("-"),
    help="The file, or for csv, tidy-csv and neo4j the folder; - (without it) is standard output.",
)
def export(paths: Sequence[Path], form: str, part: str | None, out: Path) -> None:
    """Write the graph for other programs: Gephi, spreadsheets, RDF tools, Cytoscape, Aleph, Neo4j.

    PATHS are one folder of a built graph (without PATHS: exports), or documents. A file is written whole or not at all.

    \b
    graphml, gexf   Gephi, yEd, networkx, igraph (docs/gephi.md)
    csv             spreadsheets: nodes, edges and sentences; no cell is run as a formula
    tidy-csv        statistics: one observation a row, values as they are
    jsonld, turtle, trig   RDF, with the shipped names
    cytoscape       Cytoscape and Cytoscape.js
    ftm             FollowTheMoney entities, one a line: Aleph
    neo4j           nodes.csv and relationships.csv of neo4j-admin database import

    \b
    Example:
      seriktes export graph --format gexf --network partners --out partners.gexf
      seriktes export graph --format csv --out tables
    """
    from seriktes.exporting import FORMATS, Built
    from seriktes.writers.files import write_all

    chosen = FORMATS[form]
    if part is not None and not chosen.parts:
        raise click.UsageError(f"--network is for {', '.join(name for name in FORMATS if FORMATS[name].parts)}, not for {form}")
    if chosen.several and str(out) == "-":
        raise click.UsageError(f"{form} is several files; name a folder with --out DIR")
    with built_folder(paths) as (folder, left_out):
        files = chosen.files(Built(folder), part or "everything")  # type: ignore[arg-type]
    if str(out) == "-":
        for text in files.values():
            click.echo(text, nl=False)
    else:
        folder = out if chosen.several else out.parent
        new = not folder.exists()
        write_all({out / name if chosen.several else out: text for name, text in files.items()})
        told = ", ".join(str(out / name) for name in files) if chosen.several else out
        say(f"written: {told}{f' (the folder {folder} is new)' if new else ''}", err=True)
    if left_out:
        sys.exit(3)


@contextmanager
def built_folder(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """The built folder that paths name, or one made of the documents they name; and whether some could not be read."""
    from seriktes.building.build import build_graph
    from seriktes.building.built import is_build
    from seriktes.errors import DataError

    named = list(paths) or [Path("exports")]
    if len(named) == 1 and is_build(named[0]):
        yield named[0], False
        return
    if not paths:
        raise DataError("exports: holds no graph; make one with: seriktes build, or name a folder or documents")
    with tempfile.TemporaryDirectory(prefix="seriktes-") as folder:
        outcome: Outcome = build_graph(named, Path(folder), show_progress if sys.stderr.isatty() else None)
        for skipped in outcome.skipped:
            say(f"seriktes: {skipped.file}: {skipped.reason}", err=True)
        yield Path(folder), any(not skipped.harmless for skipped in outcome.skipped)
