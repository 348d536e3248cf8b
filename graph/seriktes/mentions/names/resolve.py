"""Many voices, one answer: flat, outermost mentions."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable

from seriktes.model import Mention

#: Scores from here on are rules that know; below stand the models, and below them guesses.
_SURE, _LIKELY = 0.8, 0.5


#: Menu entries stand apart by blanks or bars; no name reaches over them.
_TORN = re.compile(r"[|#]|\n\s*\n| {3,}")


def _rank(mention: Mention) -> tuple[int, int, float, int, str, str]:
    start, score = mention.start, mention.score
    tier = -2 if score >= _SURE else -1 if score >= _LIKELY else 0
    return tier, start - mention.end, -score, start, mention.type, mention.rule


def resolve(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stand: surer ones first, then longer ones; none overlaps another. In order of the text.

    An exact duplicate hands its authority key, kind and country to the one that stands.
    """
    kept: list[Mention] = []
    starts: list[int] = []
    by_span: dict[tuple[int, int], Mention] = {}
    torn = _TORN.search
    whole = [m for m in found if not torn(m.text)]
    if len(whole) < 2:
        return tuple(whole)
    for mention in sorted(whole, key=_rank):
        twin = by_span.get((mention.start, mention.end))
        if twin is not None:
            if twin.type == mention.type:
                by_span[(mention.start, mention.end)] = _merged(twin, mention)
            continue
        place = bisect_left(starts, mention.start)
        if (place > 0 and kept[place - 1].end > mention.start) or (place < len(kept) and kept[place].start < mention.end):
            continue
        insort(starts, mention.start)
        kept.insert(place, mention)
        by_span[(mention.start, mention.end)] = mention
    return tuple(by_span[(m.start, m.end)] for m in kept)


def _merged(kept: Mention, other: Mention) -> Mention:
    return Mention(
        kept.start,
        kept.end,
        kept.text,
        kept.type,
        kept.kind or other.kind,
        kept.country or other.country,
        kept.authority or other.authority,
        kept.rule,
        max(kept.score, other.score),
    )
