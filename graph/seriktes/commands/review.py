"""Commands for what people decide and ask about single things: review and explain."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriktes.commands.shared import built_or_documents_option, judgements_option, language_option, say, show_progress
from seriktes.model import Language
from seriktes.text.plurals import english

if TYPE_CHECKING:
    from seriktes.dialogue.doubts import Doubt
    from seriktes.dialogue.material import Material
    from seriktes.dialogue.review import Review

_PATHS = click.Path(path_type=Path)
_WORDS = {"s": "same", "d": "different", "k": "keep", "r": "reject", "u": "undo", "q": "quit", "": "skip"}


@click.command()
@click.argument("paths", nargs=-1, type=_PATHS)
@click.option(
    "--judgements",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File that answers are written to; without it, judgements.txt beside the documents.",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many questions.")
@click.option("--list", "listing", is_flag=True, help="Show the questions with the line each answer would write; ask nothing.")
@click.option("--undo", is_flag=True, help="Take the last judgement out of the file, and ask nothing.")
def review(paths: Sequence[Path], judgements: Path | None, limit: int, listing: bool, undo: bool) -> None:
    """Look at the most doubtful decisions first, and write what you decide into the judgement file.

    PATHS are one folder of a built graph (without PATHS: exports), or documents. A question's rank is how doubtful the
    decision is times the facts that hang on it. Each answer is one line of the file, written at once; build replays it. The file
    lies beside the documents that the graph was built from; in DIR where they lie in several folders or are not at hand.

    \b
    A line is one of these; # begins a comment:
      same THING THING            different THING THING
      rename THING kk "NAME"      kind THING ngo        country THING KZ
      reject FACT THING THING in DOCUMENT
      keep FACT THING THING in DOCUMENT
      add FACT THING THING in DOCUMENT "the very words of the document"
    A THING is a key (kamkor-foundation), a type and a name (org "Kamkor Foundation"), or an entity of a document (memo#e1).

    \b
    FACT is one of these, with its THINGS in this order:
      party AGENT AGREEMENT            signatory AGENT AGREEMENT
      participation AGENT EVENT        post PERSON ORGANIZATION
      represents PERSON PLACE          located SUBJECT PLACE
      dated SUBJECT                    part_of PART WHOLE
      concluded_at AGREEMENT EVENT     implements AGENT PROJECT
      covers AGREEMENT PROJECT         cooperation A B
    A line about a participation may end in role=speaker, one about a post in title="director", one about a date in
    start=2024-05-16 end=2024-05-17. Any other line may end in the documents it was seen in: in memo second

    \b
    Example:
      seriktes review graph --list --limit 5
      seriktes review press-releases/
    """
    from seriktes.dialogue.material import bring_beside, judgements_of, read_material
    from seriktes.dialogue.review import start, take_back

    folders = list(paths) or [Path("exports")]
    moved = None if judgements or listing else bring_beside(folders[0])
    if moved:
        say(f"your judgements moved from {moved[0]} to {moved[1]}, beside the documents; builds read them there", err=True)
    if undo:
        file = judgements or judgements_of(folders[0] if folders[0].is_dir() else folders[0].parent)
        say(f"taken out of {file}: {take_back(file)}")
        return
    material = read_material(folders, judgements, show_progress if sys.stderr.isatty() else None)
    found = start(material, limit)
    if not found.questions:
        say("Nothing is in doubt.")
    elif listing:
        _list(found)
    else:
        _ask_all(found)
    _tell_left_out(material)


def _tell_left_out(material: Material) -> None:
    """Documents that could not be read are told and make the exit code that of bad input."""
    for line in material.left_out:
        say(f"seriktes: {line}", err=True)
    if material.left_out:
        sys.stdout.flush()
        sys.exit(3)


def _show(question: Doubt, place: int, of: int) -> None:
    say(f"\n[{place}/{of}] {question.question}  (rank {question.weight:g})")
    for line in question.told:
        say(f"  {line}")


def _list(found: Review) -> None:
    for place, question in enumerate(found.questions, start=1):
        _show(question, place, found.open)
        for letter, statement in question.answers.items():
            say(f"  {_marked(letter)}: {statement.shown}")


def _marked(letter: str) -> str:
    """A word with the letter that is enough for it: (s)ame."""
    return f"({letter}){_WORDS[letter].removeprefix(letter)}"


def _ask_all(found: Review) -> None:
    """Ask one question after another; an answer that cannot be written is asked again."""
    say(f"Answers go to {found.file}")
    place, answered = 0, list[int]()
    while place < len(found.questions):
        question = found.questions[place]
        _show(question, place + 1, found.open)
        letter = _letter(question)
        if letter == "q":
            break
        if letter == "u":
            place = _undo(found, answered, place)
        elif not letter or _write(found, question, letter):
            if letter:
                answered.append(place)
            place += 1
    _close(found, place)


def _letter(question: Doubt) -> str:
    """The letter of the answer that is typed, by letter or by word; nothing else is an answer. Ctrl-C quits."""
    known = {**question.answers, "u": None, "q": None, "": None}
    words = {_WORDS[letter]: letter for letter in known}
    choices = ", ".join(_marked(letter) for letter in question.answers)
    while True:
        try:
            typed = click.prompt(f"  {choices}, Enter: skip, (u)ndo, (q)uit", default="", show_default=False).strip().lower()
        except click.Abort:
            say()
            return "q"
        if typed in known or typed in words:
            return words.get(typed, typed)
        say(f"  {typed[:40]!r} is no answer here")


def _undo(found: Review, answered: list[int], place: int) -> int:
    """Take the last answer back; returns the place of its question."""
    from seriktes.errors import SeriktesError

    try:
        done = found.undo()
    except SeriktesError as error:
        say(f"  not taken back: {error}")
        return place
    say("  taken back" if done else "  nothing to take back")
    return answered.pop() if done else place


def _write(found: Review, question: Doubt, letter: str) -> bool:
    from seriktes.errors import DataError

    try:
        say(f"  written: {found.answer(question, letter).shown}")
    except DataError as error:
        say(f"  not written: {error}")
        return False
    return True


def _close(found: Review, place: int) -> None:
    done = len(found.written)
    if place == len(found.questions) < found.open:
        left = found.open - place
        say(f"{left} more {'is' if left == 1 else 'are'} open; ask for more with --limit")
    if done:
        say(f"{english(done, 'judgement')} in {found.file}; build again to apply: seriktes build --help")


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@built_or_documents_option
@judgements_option
@language_option
def explain(first: str, second: str | None, folder: Path, judgements: Path | None, language: Language) -> None:
    """Say who A is and why, or how A and B are connected, step by step with the sentences.

    A and B are keys or names, in any of the three languages and in either script.

    \b
    Example:
      seriktes explain "Сыртқы істер министрлігі" --dir graph
      seriktes explain mfa-kazakhstan undp --dir graph --lang kk
    """
    from seriktes.dialogue.explain import connection, who
    from seriktes.dialogue.material import read_material

    material = read_material([folder], judgements, show_progress if sys.stderr.isatty() else None)
    found = who(material, first, language) if second is None else connection(material, first, second, language)
    say(found.removesuffix("\n"))
    _tell_left_out(material)
