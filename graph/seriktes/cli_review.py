"""Commands for what people decide and ask about single things: review and explain."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from seriktes.judgements.doubts import Doubt
    from seriktes.reviewing import Review

_PATHS = click.Path(path_type=Path)
judgements_option = click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of what people decided; without it, judgements.txt beside the documents or in the results.",
)
_WORDS = {"s": "(s)ame", "d": "(d)ifferent", "k": "(k)eep", "r": "(r)eject"}


@click.command()
@click.argument("paths", nargs=-1, type=_PATHS)
@click.option(
    "--judgements",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File that answers are written to; without it, judgements.txt beside the documents or in the built folder.",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many questions.")
@click.option("--list", "listing", is_flag=True, help="Show the questions with the line each answer would write; ask nothing.")
@click.option("--undo", is_flag=True, help="Take the last judgement out of the file, and ask nothing.")
def review(paths: Sequence[Path], judgements: Path | None, limit: int, listing: bool, undo: bool) -> None:
    """Look at the most doubtful decisions first, and write what you decide into the judgement file.

    PATHS are one folder of a built graph (without PATHS: exports), or documents. A question's rank is how doubtful the
    decision is times the facts that hang on it. Each answer is one line of the file, written at once; build replays it.

    \b
    A line is one of these; # begins a comment:
      same THING THING            different THING THING
      rename THING kk "NAME"      kind THING ngo        country THING KZ
      reject party THING THING in DOCUMENT
      keep party THING THING in DOCUMENT
      add cooperation THING THING in DOCUMENT "the very words of the document"
    A THING is a key (kamkor-foundation), a type and a name (org "Kamkor Foundation"), or an entity of a document (memo#e1).

    \b
    Example:
      seriktes review graph --list --limit 5
      seriktes review press-releases/
    """
    from seriktes.documents import JUDGEMENTS
    from seriktes.material import read_material
    from seriktes.reviewing import start, take_back

    folders = list(paths) or [Path("exports")]
    if undo:
        file = judgements or (folders[0] if folders[0].is_dir() else folders[0].parent) / JUDGEMENTS
        click.echo(f"taken out of {file}: {take_back(file)}")
        return
    given = judgements if judgements is None or judgements.exists() else None
    material = read_material(folders, given)
    for line in material.left_out:
        click.echo(f"seriktes: {line}", err=True)
    if judgements is not None:
        from dataclasses import replace

        material = replace(material, file=judgements)
    found = start(material, limit)
    if listing:
        _list(found)
    else:
        _ask_all(found)


def _show(question: Doubt, place: int, of: int) -> None:
    click.echo(f"\n[{place}/{of}] {question.question}  (rank {question.weight:g})")
    for line in question.told:
        click.echo(f"  {line}")


def _list(found: Review) -> None:
    for place, question in enumerate(found.questions, start=1):
        _show(question, place, found.open)
        for letter, statement in question.answers.items():
            click.echo(f"  {_WORDS[letter]}: {statement.shown}")
    if not found.questions:
        click.echo("Nothing is in doubt.")


def _ask_all(found: Review) -> None:
    from seriktes.errors import DataError

    questions, place, answered = found.questions, 0, list[int]()
    if questions:
        click.echo(f"Answers go to {found.file}")
    while place < len(questions):
        question = questions[place]
        _show(question, place + 1, found.open)
        choices = ", ".join(_WORDS[letter] for letter in question.answers)
        try:
            letter = click.prompt(f"  {choices}, Enter: skip, (u)ndo, (q)uit", default="", show_default=False)[:1].lower()
        except click.Abort:
            click.echo()
            break
        if letter == "q":
            break
        if letter == "u":
            if found.undo():
                place = answered.pop()
                click.echo("  taken back")
            else:
                click.echo("  nothing to take back")
        elif letter in question.answers:
            try:
                statement = found.answer(question, letter)
            except DataError as error:
                click.echo(f"  not written: {error}")
                continue
            answered.append(place)
            click.echo(f"  written: {statement.shown}")
            place += 1
        elif letter in ("", "n"):
            place += 1
        else:
            click.echo(f"  {letter!r} is no answer here")
    done = len(found.written)
    if not found.questions:
        click.echo("Nothing is in doubt.")
    elif done:
        click.echo(f"{done} judgement{'' if done == 1 else 's'} in {found.file}; build again to apply: seriktes build --help")


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@click.option(
    "--dir",
    "folder",
    type=_PATHS,
    default=Path("exports"),
    show_default=True,
    help="Folder of a built graph, or documents (a file or a folder).",
)
def explain(first: str, second: str | None, folder: Path) -> None:
    """Say who A is and why, or how A and B are connected, step by step with the sentences.

    A and B are keys or names, in any of the three languages and in either script.

    \b
    Example:
      seriktes explain "Сыртқы істер министрлігі" --dir graph
      seriktes explain mfa-kazakhstan undp --dir graph
    """
    from seriktes.explaining import connection, who
    from seriktes.material import read_material

    material = read_material([folder])
    for line in material.left_out:
        click.echo(f"seriktes: {line}", err=True)
    click.echo(who(material, first) if second is None else connection(material, first, second), nl=False)
    sys.stdout.flush()
