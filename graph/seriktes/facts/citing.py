"""English reports name their source: such a body told of something and took no part in it."""

from __future__ import annotations

from seriktes.facts.view import View
from seriktes.facts.word_lists import words

_ENDS = (".", "”", '"', "»", "")


def cited(view: View, index: int) -> bool:
    """Whether a body is only the source: ", the Embassy reported.", "has learnt from the Ministry", "citing the Akimat"."""
    before = index - 1 - (view.word(index - 1) in ("the", "its"))
    if view.word(before) == "," and view.word(index + 1) in words("en", "tells") and view.word(index + 2) in _ENDS:
        return True
    if view.word(before) in words("en", "citing"):
        return True
    return view.word(before) in words("en", "learnt_from") and view.word(before - 1) in words("en", "learnt")
