"""The word lists of this step, read once."""

from __future__ import annotations

from functools import cache
from tomllib import loads

from seriktes.resources import read_text


@cache
def listed(name: str) -> tuple[str, ...]:
    """A list of ``words/forms.toml``, in its order."""
    return tuple(loads(read_text("seriktes.coreference", "words/forms.toml"))[name].split())
