"""A review: the open questions in order, each answer written into the judgement file at once, and taken back whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from seriktes.dialogue.doubts import Doubt, doubts
from seriktes.dialogue.material import Material
from seriktes.errors import DataError, OutputError
from seriktes.judgements.file import read_file
from seriktes.judgements.judge import check
from seriktes.judgements.statements import Statement
from seriktes.text.terminal import printable
from seriktes.writers.files import alone_in, write_whole

_HEADER = "# What people decided, one judgement a line, replayed on each build. How to write them: seriktes review --help\n"
#: A line with its end, as the file is read: nothing but a line feed ends one.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARK = "\ufeff"


@dataclass(slots=True)
class Review:
    """The first of the open questions about some material, how many are open, and the file that answers go to.

    ``written`` is what the file held before and after each answer of this review (None: there was no file).
    """

    material: Material
    questions: list[Doubt]
    open: int = 0
    written: list[tuple[bytes | None, bytes]] = field(default_factory=list)

    @property
    def file(self) -> Path:
        """The judgement file. Raises DataError when a build does not tell which one it was made with."""
        if self.material.file is None:
            raise DataError("this build was made with a judgement file that lies elsewhere; name it with --judgements FILE")
        return self.material.file

    def answer(self, question: Doubt, letter: str) -> Statement:
        """Write the judgement that an answer means at the end of the file; all other bytes stay.

        Raises DataError, with nothing written, when it contradicts a judgement of the file, OutputError when the file
        cannot be written.
        """
        with alone_in(_folder_of(self.file)):
            there = self.file.exists()
            known, before = (read_file(self.file), self.file.read_bytes()) if there else ((), None)
            text = _HEADER if before is None else before.decode("utf-8")
            end = "\r\n" if "\r\n" in text else "\n"
            ended = not text or text.endswith("\n")  # a file whose last line has no end goes on so: undo can tell
            text += "" if ended else end
            statement = replace(question.answers[letter], line=text.count("\n") + 1)
            check(self.material.things, (*known, statement), str(self.file))
            after = f"{text}{statement.shown}  # {printable(question.remark)}{end if ended else ''}"
            write_whole(self.file.resolve(), after)
        self.written.append((before, after.encode("utf-8")))
        return statement

    def undo(self) -> bool:
        """Give the file the bytes it had before the last answer of this review; False where there is none.

        Raises DataError, with nothing changed, when someone else has written into the file since.
        """
        if not self.written:
            return False
        before, after = self.written[-1]
        with alone_in(_folder_of(self.file)):
            if not self.file.exists() or self.file.read_bytes() != after:
                raise DataError(f"{self.file}: was changed by someone else since; take the line out there")
            if before is None:
                self.file.resolve().unlink()
            else:
                write_whole(self.file.resolve(), before.decode("utf-8"))
        self.written.pop()
        return True


def _folder_of(file: Path) -> Path:
    """Where a file lies, whatever links lead to it; made when it is not there."""
    try:
        folder = file.resolve().parent
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # a link that leads to itself is a RuntimeError
        raise OutputError(f"{file}: cannot be written ({error}); choose another file") from error
    return folder


def start(material: Material, most: int | None = None) -> Review:
    """The review of some material, the most doubtful decisions first, ``most`` of them."""
    return Review(material, *doubts(material.things, material.statements, most, material.aliases))


def take_back(file: Path) -> str:
    """Take the last judgement out of a file, all other bytes as they were; returns it. A file that held no more goes.

    Raises DataError when there is none.
    """
    with alone_in(_folder_of(file)):
        statements = read_file(file)
        if not statements:
            raise DataError(f"{file}: holds no judgement to take back")
        last = max(statement.line for statement in statements)
        text = file.read_bytes().decode("utf-8")
        lines: list[str] = _LINE.findall(text.removeprefix(_MARK))
        taken = lines.pop(last - 1)
        if not taken.endswith("\n") and lines:
            lines[-1] = lines[-1].removesuffix("\n").removesuffix("\r")
        mark = _MARK if text.startswith(_MARK) else ""
        if mark + "".join(lines) == _HEADER:  # there was no file before the first answer
            file.resolve().unlink()
        else:
            write_whole(file.resolve(), mark + "".join(lines))
    return taken.strip()
