"""The word lists of this step, read once."""

from __future__ import annotations

from functools import cache
from tomllib import TOMLDecodeError, loads
from typing import Any

from seriktes.errors import DataError
from seriktes.resources import read_text

PACKAGE = "seriktes.identity"


@cache
def word_data(name: str) -> dict[str, Any]:
    """The list ``words/<name>.toml``. Raises DataError with its name when it is garbled."""
    try:
        return loads(read_text(PACKAGE, f"words/{name}.toml"))
    except TOMLDecodeError as error:
        raise DataError(f"identity/words/{name}.toml: {error}") from error
