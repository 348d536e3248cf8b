"""A review: the open questions in order, each answer written into the judgement file at once, and taken back whole."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from seriktes.errors import DataError
from seriktes.judgements.doubts import Doubt, doubts
from seriktes.judgements.file import read_file
from seriktes.judgements.judge import check
from seriktes.judgements.statements import Statement
from seriktes.judgements.words import words_of
from seriktes.material import Material
from seriktes.writers.files import write_whole

_HEADER = "# What people decided, one judgement a line, replayed on each build. How to write them: seriktes review --help\n"


@dataclass(slots=True)
class Review:
    """The first of the open questions about some material, how many are open, and the file that answers go to.

    ``written`` is what the file held before each answer of this review (None: there was no file).
    """

    material: Material
    questions: list[Doubt]
    open: int = 0
    written: list[bytes | None] = field(default_factory=list)

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
        before = self.file.read_bytes() if self.file.exists() else None
        text = _HEADER if before is None else before.decode("utf-8")
        end = "\r\n" if "\r\n" in text else "\n"
        text += "" if not text or text.endswith("\n") else end
        statement = replace(question.answers[letter], line=text.count("\n") + 1)
        known = read_file(self.file) if before is not None else ()
        check(self.material.things, (*known, statement), str(self.file))
        write_whole(self.file, f"{text}{statement.shown}  # {question.remark}{end}")
        self.written.append(before)
        return statement

    def undo(self) -> bool:
        """Give the file the bytes it had before the last answer of this review; False where there is none."""
        if not self.written:
            return False
        before = self.written.pop()
        if before is None:
            self.file.unlink(missing_ok=True)
        else:
            write_whole(self.file, before.decode("utf-8"))
        return True


def start(material: Material, most: int | None = None) -> Review:
    """The review of some material, the most doubtful decisions first, ``most`` of them."""
    return Review(material, *doubts(material.things, material.statements, most))


def take_back(file: Path) -> str:
    """Take the last judgement out of a file, all other bytes as they were; returns it.

    Raises DataError when there is none.
    """
    read_file(file)
    lines = file.read_bytes().decode("utf-8").splitlines(keepends=True)
    for number in reversed(range(len(lines))):
        if words_of(lines[number]):
            taken = lines.pop(number)
            write_whole(file, "".join(lines))
            return taken.strip()
    raise DataError(f"{file}: holds no judgement to take back")
