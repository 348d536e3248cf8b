"""Commands for the network as a whole: analyse and path."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from seriktes.analysis.kinds import ANALYSIS_NAMES, TIE_KINDS
from seriktes.commands.shared import built_or_documents_option, language_option, store_option
from seriktes.model import Language
from seriktes.text.plurals import english

_PATHS = click.Path(path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, type=_PATHS)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for one CSV a table and analyses.md.")
@click.option("--only", "names", multiple=True, type=click.Choice(ANALYSIS_NAMES), help="This analysis; may be given again.")
@click.option(
    "--edges", "kinds", multiple=True, type=click.Choice(TIE_KINDS), help="Count these edges; without it, those of partnership."
)
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="Rows to show of each table.")
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Where chance begins.")
@click.option("--samples", type=click.IntRange(1, 100_000), default=200, show_default=True, help="Samples of the bootstrap.")
@store_option
def analyse(
    paths: Sequence[Path],
    out: Path | None,
    names: Sequence[str],
    kinds: Sequence[str],
    top: int,
    seed: int,
    samples: int,
    store: str | None,
) -> None:
    """Weigh the network: who stands where and between whom, groups, what is more than chance, and how sure it is.

    PATHS are one folder of a built graph (without PATHS: exports), or documents. What each table means, with its formula and
    source: docs/analyses.md. The same input gives the same tables.

    \b
    Example:
      seriktes analyse graph --out analyses
      seriktes analyse graph --only who --edges agreement --top 20
      seriktes analyse --store http://localhost:7878
    """
    from seriktes.analysing import analyse_material, analyse_store
    from seriktes.dialogue.material import read_material
    from seriktes.store.remote import RemoteStore

    left_out: tuple[str, ...] = ()
    if store is not None:
        if paths:
            raise click.UsageError("give PATHS or --store, not both")
        found = analyse_store(RemoteStore(store), names, kinds, seed, samples)
    else:
        material = read_material(list(paths) or [Path("exports")])
        left_out = material.left_out
        found = analyse_material(material, names, kinds, seed, samples)
    if out is not None:
        files = found.write(out, top)
        click.echo(f"{english(len(files), 'file')} written to {out}: begin with {files[-1]}", err=True)
    click.echo(found.told(top), nl=False)
    for line in left_out:
        click.echo(f"seriktes: {line}", err=True)
    if left_out:
        sys.exit(3)


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@built_or_documents_option
@click.option("--most", type=click.IntRange(1, 100), default=1, show_default=True, help="Chains to show, of the shortest.")
@language_option
def path(first: str, second: str, folder: Path, most: int, language: Language) -> None:
    """Show the shortest chain of facts from A to B, each step with the sentences that state it.

    A and B are keys or names, in any of the three languages and in either script. Of equally short chains the surest comes first.

    \b
    Example:
      seriktes path mfa-kazakhstan undp --dir graph --lang ru
    """
    from seriktes.dialogue.explain import path as shortest
    from seriktes.dialogue.material import read_material

    material = read_material([folder])
    for line in material.left_out:
        click.echo(f"seriktes: {line}", err=True)
    click.echo(shortest(material, first, second, most, language), nl=False)
