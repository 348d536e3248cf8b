"""The word lists of this step, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from tomllib import loads

from seriktes.resources import read_text


def noun_of(form: str) -> str | None:
    """What a body of a legal form is called alone: «фонд» for «ОФ»."""
    return _nouns().get(form)


@cache
def _nouns() -> Mapping[str, str]:
    pairs = listed("stands_for")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


@cache
def listed(name: str) -> tuple[str, ...]:
    """A list of ``words/forms.toml``, in its order."""
    return tuple(loads(read_text("seriktes.coreference", "words/forms.toml"))[name].split())
