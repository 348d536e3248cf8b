"""Readers of the Russian corpora: factRuEval-2016 to train on, NEREL to measure with.

See ``models/MODELS.md`` for the licences. NEREL's labels never train a shipped model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from seriktes.model import Span
from seriktes.text.russian import part_of_speech
from seriktes.training.examples import Example, Marked, nested, outermost

_QUOTES = {"«": "»", "„": "“", '"': '"'}
FACTRUEVAL_LABELS = {"Person": "Person", "Org": "Organization", "Location": "Place", "LocOrg": "Place"}
NEREL_LABELS = {
    "PERSON": "Person",
    "ORGANIZATION": "Organization",
    "COUNTRY": "Place",
    "CITY": "Place",
    "STATE_OR_PROVINCE": "Place",
    "DISTRICT": "Place",
    "LOCATION": "Place",
    "FACILITY": "?",
    "PROFESSION": "Post",
}


def factrueval(folder: Path) -> Iterator[Example]:
    """The development set of factRuEval-2016: names with their type words, posts, projects."""
    for path in sorted((folder / "factrueval" / "devset").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        spans: dict[str, tuple[str, int, int]] = {}
        posts: list[Marked] = []
        for row in _rows(path.with_suffix(".spans")):
            start, end = int(row[2]), int(row[2]) + int(row[3])
            spans[row[0]] = (row[1], start, end)
            if row[1] == "job":
                posts.append(Marked(start, end, "Post"))
        names = []
        for row in _rows(path.with_suffix(".objects")):
            label = FACTRUEVAL_LABELS.get(row[1])
            parts = [spans[key] for key in row[2:] if key in spans and not _generic(text, spans[key])]
            if label and any(not kind.endswith("_descr") for kind, _, _ in parts):
                own = [p for p in parts if not p[0].endswith("_descr")]
                name = Span(min(p[1] for p in own), max(p[2] for p in own))
                start, end = min(p[1] for p in parts), max(p[2] for p in parts)
                names.append(Marked(start, with_closing_quote(text, start, end), label, name))
        yield Example(text, "ru", path.stem, {"names": outermost(names), "inner": nested(names), "posts": outermost(posts)})


def with_closing_quote(text: str, start: int, end: int) -> int:
    """The end of a name with the quote that closes what opens in it: both corpora end names before it.

    >>> with_closing_quote("клуб «Заря» выиграл", 0, 10)
    11
    """
    opened = next((q for q in reversed(text[start:end]) if q in _QUOTES or q in _QUOTES.values()), "")
    closing = _QUOTES.get(opened, "")
    odd = closing != opened or text.count(opened, start, end) % 2 == 1
    return end + len(closing) if closing and odd and text.startswith(closing, end) else end


def _generic(text: str, span: tuple[str, int, int]) -> bool:
    """«Город», «страна» beside a name are no part of it in this house."""
    word = text[span[1] : span[2]].lower()
    return span[0] == "loc_descr" and word.startswith(("город", "г.", "стран", "государств", "столиц"))


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split()
        if fields:
            yield fields


def wikinews(folder: Path) -> Iterator[Example]:
    """Texts of Russian Wikinews (CC BY 2.5) without any label: those that NEREL took for training."""
    for path in sorted((folder / "nerel" / "train").glob("*.txt")):
        yield Example(path.read_text(encoding="utf-8"), "ru", f"wikinews-{path.stem}", {})


def nerel(folder: Path, part: str = "dev") -> Iterator[Example]:
    """NEREL, to measure with: outermost names, the names inside them, and posts.

    Left open, as ``?``: what the corpus counts as a name and this house does not (adjectives such as «британский» and common
    nouns such as «полиция»), and buildings, squares and streets, which are places or seats of organisations elsewhere.
    """
    for path in sorted((folder / "nerel" / part).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        names: list[Marked] = []
        posts: list[Marked] = []
        for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
            found = re.match(r"T\d+\t(\w+) (\d+) (?:\d+;\d+ )*(\d+)\t", line)
            label = NEREL_LABELS.get(found.group(1)) if found else None
            if found and label:
                start = int(found.group(2))
                end = with_closing_quote(text, start, int(found.group(3)))
                label = "?" if label != "Post" and not _is_proper(text[start:end], label) else label
                (posts if label == "Post" else names).append(Marked(start, end, label))
        yield Example(text, "ru", path.stem, {"names": outermost(names), "inner": nested(names), "posts": outermost(posts)})


def _is_proper(name: str, label: str) -> bool:
    """Whether a name is more than a common noun, and a place's more than an adjective."""
    if name == name.lower():
        return False
    return label != "Place" or " " in name or part_of_speech(name) != "ADJF"
