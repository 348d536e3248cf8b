"""Events a Russian report tells beside its own: «На полях форума состоялась встреча X с Y», «В рамках саммита прошёл и деловой форум»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import key_of, phrases, words
from seriktes.mentions.happenings.centrality import is_subject
from seriktes.mentions.happenings.introductions import introduction
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.named_events import swallowed
from seriktes.mentions.happenings.visits import of_other_time, plural
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

#: How many words of a sentence may say that what it tells is another event, and how near before its noun.
_OPENING, _NEAR = 8, 6


def further_events(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """The subjects of verbs of taking place in sentences that set them apart from what was told before."""
    told: set[str] = set()
    for line in lines:
        heads = [head for head in line.heads if head.type == "Event"] if line.language == "ru" else []
        for head in heads if told else ():
            if _free(line, head, found) and is_subject(line, head) and _set_apart(line, head, told):
                yield introduction(line, head, "event.separate", 0.65)
                break
        told |= {head.noun for head in heads}


def _free(line: Line, head: Head, found: Sequence[Mention]) -> bool:
    known = phrases("ru", "events.central")
    if not known & {head.key, head.noun} or line.names[head.start] is not None or swallowed(line, head):
        return False
    if plural(line, head) or of_other_time(line, head):
        return False
    return not any(m.overlaps(line.span(head.start, head.end)) for m in found)


def _set_apart(line: Line, head: Head, told: set[str]) -> bool:
    near = (*line.words[:_OPENING], *line.words[max(0, head.start - _NEAR) : head.start])
    if words("ru", "events.apart").intersection(near):
        return True
    within = words("ru", "events.beside_another").intersection(near) or key_of(line.word(head.start - 1), "ru") == "и"
    return bool(within) and head.noun not in told
