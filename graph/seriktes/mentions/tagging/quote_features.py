"""Which quotes belong together, and what a token is told of those that it is in or behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

_OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_ANY_OPENING = frozenset((*_OPENING, '"'))
_CLOSING = frozenset("»”›")
_STOPS = frozenset(",;:.!?()[]…")
_Looked = TypeVar("_Looked")


def quotes(words: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the opening and closing quotes that belong together, outermost pairs only; straight ones in turn.

    >>> quotes(["«", "А", "»", '"', "Б", '"'])
    [(0, 2), (3, 5)]
    """
    pairs: list[tuple[int, int]] = []
    if _ANY_OPENING.isdisjoint(words):
        return pairs
    opened: int | None = None
    for i, word in enumerate(words):
        if opened is None:
            if word in _ANY_OPENING:
                opened = i
        elif _closes(word, words[opened]):
            pairs.append((opened, i))
            opened = None
        elif word in ("«", "„"):
            opened = i
    return pairs


def _closes(word: str, opening: str) -> bool:
    if opening == '"':
        return word == '"'
    return word in _CLOSING or (word == "“" and opening == "„")


def add_quotes(
    rows: list[list[_Looked]], words: Sequence[str], classes: Sequence[str], look_up: Callable[[tuple[Any, ...]], _Looked]
) -> None:
    """Add to the groups of features of each token which quotes it is in, or behind; ``classes``: see ``word_class``."""
    for start, end in quotes(words):
        after = next((classes[j] for j in range(end + 1, min(end + 6, len(words))) if classes[j] or words[j] in _STOPS), "")
        before = classes[start - 1] if start else ""
        size = "long" if end - start > 6 else "short"
        for i in range(start, end + 1):
            rows[i].append(look_up(("in quotes", size, after, before, min(i - start, 4), min(end - i, 4))))
        for i in range(end + 1, min(end + 6, len(words))):
            if words[i] in _STOPS:
                break
            rows[i].append(look_up(("behind quotes", i - end, after)))


def _inside(size: str, after: str, before: str, from_start: int, to_end: int) -> tuple[str, ...]:
    return f"q={size}", f"qa={after}", f"qb={before}", f"qd={from_start}{to_end}"


def _behind(far: int, after: str) -> tuple[str, ...]:
    return f"aq={far}", f"aq={after}"


#: The writers of these groups of features by their names.
QUOTE_WRITERS: Mapping[str, Callable[..., tuple[str, ...]]] = {"in quotes": _inside, "behind quotes": _behind}
