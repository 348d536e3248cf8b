"""What a short text tells, as lines one can read aloud."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seriktes.documents import read_text
from seriktes.pipeline import annotate


class Lines(list[str]):
    """Lines of entities («Organization British Council GB») or of facts («post Анна Ким > «Тірек» қоры директор»)."""

    def hold(self, wanted: str) -> bool:
        """Whether one line has all parts of «a|b|c» in it."""
        return any(all(part in line for part in wanted.split("|")) for line in self)


def _told(text: str) -> tuple[Lines, Lines]:
    annotation = annotate(read_text(text.encode(), "test", "test.txt"))
    names = {e.id: e.name for e in annotation.entities}
    facts = (
        f"{f.type} {' > '.join(names[i] for i in f.arguments.values())} {' '.join(f.values.values())}" for f in annotation.facts
    )
    return Lines(f"{e.type} {e.name} {e.country}" for e in annotation.entities), Lines(facts)


@pytest.fixture(scope="session")
def told() -> Callable[[str], tuple[Lines, Lines]]:
    """The entities and the facts of a text."""
    return _told
