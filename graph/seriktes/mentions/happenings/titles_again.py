"""Titles that were found once, where they stand in quotes again without their type word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seriktes.mentions.happenings.lines import Line
from seriktes.model import Mention

_YEAR = re.compile(r"20\d\d")


def title_key(text: str) -> str:
    """A title for comparing: small letters, without quotes, punctuation and its year."""
    spoken = re.findall(r"\w+", text.lower().replace("ё", "е"))
    return " ".join(spoken[:-1] if len(spoken) > 2 and _YEAR.fullmatch(spoken[-1]) else spoken)


def repeated_titles(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """Further places where a found title stands in quotes without its type word."""
    known: dict[str, Mention] = {}
    for mention in found:
        if mention.rule.endswith((".quoted", ".latin", ".section")):
            known.setdefault(title_key(mention.text), mention)
    taken = {mention.start for mention in found}
    for line in lines:
        for opening, closing in line.quotes if known else ():
            if closing - opening < 2 or line.tokens[opening + 1].start in taken or _name_throughout(line, opening, closing):
                continue
            again = line.mention((opening + 1, closing), "Event", "other", "event.repeat", 0.8)
            same = known.get(title_key(again.text))
            if same is not None:
                yield replace(again, type=same.type, kind=same.kind, rule=f"{same.type.lower()}.repeat")


def _name_throughout(line: Line, opening: int, closing: int) -> bool:
    """Whether one name fills the quotes or reaches beyond them; a place that a title begins with does not."""
    name = line.names[opening + 1]
    return name is not None and not (name.type == "Place" and line.span(opening + 1, closing - 1).covers(name))
