"""Whether a report's event is another than those it names: names that stand beside it only (Russian; English where people came for them)."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.mentions.happenings.centrality import held_near, may_be_central
from seriktes.mentions.happenings.deeds import meets
from seriktes.mentions.happenings.event_signs import is_held
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.told_events import tells_of_meeting
from seriktes.mentions.headwords import Head
from seriktes.model import Mention
from seriktes.text import russian

#: How near a word stands that tells an event named in passing.
_PASSING = 4
#: How many characters before a title its type word stands at most.
_BESIDE = 40


def set_apart(
    lines: Sequence[Line], lead: Sequence[Line], named: Sequence[tuple[Line, Mention]], found: Sequence[Mention]
) -> bool:
    """Russian: whether the report's event is another than those named: held in the first sentence, where none of them stands
    («состоялось открытие центра … Гостям показали выставку «X»»), or told beside them («прибывший для участия в заседании X, встретился»).
    """
    first = next((line for line in lead if line.language != "ru" or _has_verb(line)), lead[0] if lead else None)
    if first is None or first.language == "kk":
        return False
    if first.language == "en":
        return all(_come_to(line, mention) for line, mention in named) and any(_met_there(line, found) for line in lines)
    if all(_come_for(line, mention) for line, mention in named):
        heads = any(_held_apart(line, head, found) for line in lines for head in line.heads)
        return heads or any(tells_of_meeting(line) for line in lines)
    if all(not (line.heading or line is first or _held_beside(line, m)) for line, m in named) and tells_of_meeting(first):
        return True
    if any(line.heading or line is first or any(is_held(line, i) for i in range(len(line))) for line, _ in named):
        return False  # «… недельный тренинг. Летняя школа «X» проходила …»: one event, named in the second sentence
    nouns = {head.noun for line, m in named for head in line.heads if m.start - _BESIDE <= line.tokens[head.start].start < m.end}
    return any(_held_apart(first, head, found) and head.noun not in nouns for head in first.heads)


def _has_verb(line: Line) -> bool:
    """Whether a sentence tells anything: «Бишкек, 19 июня 2025 года.» is a dateline."""
    return any(russian.part_of_speech(word) in ("VERB", "PRTS") for word in line.words if word[0].isalpha())


def _held_apart(line: Line, head: Head, found: Sequence[Mention]) -> bool:
    free = not any(m.overlaps(line.span(head.start, head.end)) for m in found)
    return head.type == "Event" and free and may_be_central(line, head) and held_near(line, head)


def _held_beside(line: Line, mention: Mention) -> bool:
    """Whether a word of being held stands near a title."""
    inside = [place for place, token in enumerate(line.tokens) if mention.start <= token.start < mention.end]
    near = range(max(0, inside[0] - _PASSING), min(len(line), inside[-1] + 1 + _PASSING)) if inside else range(len(line))
    return any(is_held(line, i) and not _to_come(line.words[i]) for i in near)


def _to_come(word: str) -> bool:
    """Whether a Russian verb stands in the future: «Алматы примет форум «X»»."""
    return bool(russian.parses(word)[0].tag.tense == "futr")


def _met_there(line: Line, found: Sequence[Mention]) -> bool:
    """English: whether a sentence tells, by a verb or a noun, of people who met."""
    return meets(line) or any(head.kind == "meeting" and _held_apart(line, head, found) for head in line.heads)


def _come_to(line: Line, mention: Mention) -> bool:
    """ "Who arrived in Astana to attend the forum", "in town for the congress": what brought somebody there, not what is told."""
    before = [word for word, token in zip(line.words, line.tokens, strict=True) if token.start < mention.start][-_PASSING - 1 :]
    return "to" in before and not {"participate", "attend", "part", "participation"}.isdisjoint(before)


def _come_for(line: Line, mention: Mention) -> bool:
    """«Прибывший в Ташкент для участия в заседании …»: what brought somebody to town."""
    before = [word for word, token in zip(line.words, line.tokens, strict=True) if token.start < mention.start][-_PASSING:]
    return "участия" in before and "для" in before
