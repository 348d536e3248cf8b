"""What several commands share: an option, the line that tells how far they are, and text that is safe to show."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from seriktes.text.terminal import printable

judgements_option = click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of what people decided; without it, judgements.txt beside the documents or in the results.",
)

largest_option = click.option(
    "--largest",
    type=click.IntRange(1, 1000),
    default=1,
    show_default=True,
    metavar="MB",
    help="The longest text to read; documents with more are left out.",
)

language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["kk", "ru", "en"]),
    default="en",
    show_default=True,
    help="Language of the answer; sentences stay as they were written.",
)

built_option = click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports"),
    show_default=True,
    help="Folder of a built graph.",
)

built_or_documents_option = click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("exports"),
    show_default=True,
    help="Folder of a built graph, or documents (a file or a folder).",
)

store_option = click.option(
    "--store",
    "store",
    metavar="URL",
    help="A SPARQL 1.1 server that holds the graph, as http://localhost:7878 (docs/servers.md).",
)


def say(text: str = "", err: bool = False) -> None:
    """A line for people: whatever documents and files hold in it, it does not steer their terminal."""
    click.echo(printable(text), err=err)


class ProgressLine:
    """A line on stderr: overwritten in place on a terminal, every hundredth document elsewhere, with rate and time left."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: tuple[int, float] | None = None
        self._told = 0

    def __call__(self, done: int, total: int, what: str) -> None:
        """``done`` of ``total`` documents are read; ``what`` comes next."""
        if self._begun is None or done < self._begun[0]:
            self._begun = done, self._clock()
        line = f"{done}/{total} documents read{self._rate(done, total)}"
        if sys.stderr.isatty():
            click.echo(f"\r\033[K{line}, {printable(what[:60])}", err=True, nl=done == total)
        elif done == 0 or done == total or done // 100 != self._told:
            click.echo(line, err=True)
        self._told = done // 100
        if done == total:
            self._begun = None

    def _rate(self, done: int, total: int) -> str:
        first, begun = self._begun or (0, 0.0)
        took = self._clock() - begun
        if done == first or took < 1:
            return ""
        rate = (done - first) / took
        left = f", {duration((total - done) / rate)} left" if done < total else ""
        return f", {rate:.1f} a second{left}"


def duration(seconds: float) -> str:
    """A time as people say it.

    >>> duration(59.6), duration(3599), duration(7260)
    ('1 min', '60 min', '2 h 1 min')
    """
    minutes = max(1, round(seconds / 60)) if seconds >= 59.5 else 0
    if not minutes:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes <= 60 else f"{minutes // 60} h {minutes % 60} min"


show_progress = ProgressLine()
