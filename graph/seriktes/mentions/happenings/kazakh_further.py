"""Events a Kazakh report tells beside its own: «Марапаттау рәсімі 11 желтоқсанда … өтті», «палатада бизнес-форум ұйымдастырылып»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.centrality import may_be_central
from seriktes.mentions.happenings.introductions import introduction
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

#: So near behind its noun a verb of taking place may stand, where it does not end the sentence.
_NEAR = 6
_SUBJECT = ("", "ы", "і", "сы", "сі")


def kazakh_further(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """The subjects of verbs of taking place, with a day or a place of their own, whose noun no sentence before has told."""
    told: set[str] = set()
    for line in lines:
        heads = [head for head in line.heads if head.type == "Event"] if line.language == "kk" else []
        for head in heads if told else ():
            if head.noun not in told and _free(line, head, found) and _takes_place(line, head) and _set_apart(line):
                yield introduction(line, head, "event.separate", 0.65)
                break
        told |= {head.noun for head in heads}


def _free(line: Line, head: Head, found: Sequence[Mention]) -> bool:
    span = line.span(head.start, head.end)
    named = any(m.type == "Event" and line.sentence.covers(m) for m in found)
    return may_be_central(line, head) and not named and not any(m.overlaps(span) for m in found)


def _takes_place(line: Line, head: Head) -> bool:
    """Whether the noun is the subject of a verb of taking place: «көрме ашылды», «рәсімі … Ұлттық кітапханада өтті»."""
    if line.words[head.end - 1] not in {head.noun + ending for ending in _SUBJECT}:
        return False
    verbs = words("kk", "events.took_place")
    final = next((word for word in reversed(line.words) if word[0].isalnum()), "")
    return final in verbs or any(word in verbs for word in line.words[head.end : head.end + _NEAR])


def _set_apart(line: Line) -> bool:
    months = words("kk", "events.months")
    dated = any(word.startswith(tuple(months)) for word in line.words)
    return dated or any(name is not None and name.type == "Place" for name in line.names)
