"""A name that a tagger marked, while its borders and label are still put right."""

from __future__ import annotations

from typing import NamedTuple


class Named(NamedTuple):
    """A name by its tokens (first, and after the last), its label, and how probable the model holds it."""

    start: int
    end: int
    label: str
    score: float
