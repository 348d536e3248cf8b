"""How the program begins and ends, whichever command is asked for."""

from __future__ import annotations

import atexit
import errno
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click

from seriktes.commands.shared import say
from seriktes.errors import SeriktesError

#: What the system may lack at any moment, and what helps.
_LACKING = {
    errno.ENOSPC: "free some space",
    errno.EMFILE: "allow more open files (ulimit -n)",
    errno.ENFILE: "close other programs",
    errno.EAGAIN: "close other programs, or ask for fewer --jobs",
}


class Commands(click.Group):
    """A group that tells the package's own errors in one line, with the right exit code, and suggests close commands."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The whole life of the process, but for a caller of its own (``standalone_mode=False``). What it holds at the end is left
        to the system, which lets go of it at once: to take it apart object by object takes a build of thousands of documents seconds.
        """
        if not kwargs.get("standalone_mode", True):
            return super().__call__(*args, **kwargs)
        code: object = 0
        try:
            super().__call__(*args, **kwargs)
        except SystemExit as end:
            code = end.code
        if not (code is None or isinstance(code, int)):
            sys.exit(str(code))
        atexit._run_exitfuncs()
        for stream in filter(None, (sys.stdout, sys.stderr)):  # one that was closed before the program began is none
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code or 0)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn errors of the package into a line for people."""
        try:
            return super().invoke(ctx)
        except SeriktesError as error:
            fail(str(error), error.exit_code)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except KeyboardInterrupt:
            fail("interrupted; what was there before is unchanged", 130)
        except MemoryError:
            fail("out of memory; give fewer or smaller documents", 4)
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _LACKING:
                fail(f"{error.strerror}; {_LACKING[error.errno]}", 3)
            place = traceback.extract_tb(error.__traceback__)[-1]
            fail(
                f"an error of seriktes itself ({type(error).__name__}: {error}, {Path(place.filename).name}:{place.lineno}); please report it",
                3,
            )


def fail(message: str, code: int) -> NoReturn:
    """Say in one line on stderr what is wrong and leave with an exit code."""
    line = " ".join(message.split())
    say(f"seriktes: {line}", err=True)
    sys.exit(code)
