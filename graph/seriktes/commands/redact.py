"""The command for people who must not appear: redact."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from seriktes.commands.shared import built_option, say, show_progress
from seriktes.text.plurals import english

_PATHS = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@built_option
@click.option("--documents", multiple=True, type=_PATHS, help="Build again from these at once; may be given again.")
def redact(names: Sequence[str], folder: Path, documents: Sequence[Path]) -> None:
    """Take people out of a graph for good: put their NAMEs on the redaction list that every build obeys, and look what is left.

    A name in any spelling is enough: case forms, initials, both orders and the spellings of the three languages are found. The
    list (redactions.txt, one name a line, beside the documents or in DIR) is readable by you only; results never hold it.
    Exit code 1 and the files, while results of an earlier build still name somebody.

    \b
    Example:
      seriktes redact "Given Surname" --dir graph --documents press-releases/
    """
    from seriktes.building.build import Options, build_graph
    from seriktes.building.removing import add_names, drop_leftovers, still_named

    added = add_names(folder, names)
    say(f"{english(added, 'name')} added to {folder / 'redactions.txt'}", err=True)
    if documents:
        outcome = build_graph(list(documents), folder, show_progress if sys.stderr.isatty() else None, None, Options(fresh=True))
        say(outcome.summary(), err=True)
    drop_leftovers(folder)
    left = still_named(folder, names)
    for path in left:
        say(str(path))
    if left:
        say(
            f"{english(len(left), 'file')} of this folder still {'names' if len(left) == 1 else 'name'} somebody; build again: seriktes build DOCUMENTS --out {folder}",
            err=True,
        )
        sys.exit(1)
