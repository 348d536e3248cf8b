"""Training sentences: running text with marked spans by layer, and what all readers of corpora need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from seriktes.errors import DataError
from seriktes.model import Language, Span
from seriktes.records import record
from seriktes.text.sentences import split_sentences


@record(frozen=True, slots=True, order=True)
class Marked(Span):
    """A marked span; the label ``?`` says that the layer's truth is unknown there.

    ``name`` is the span without the type words, where the corpus tells them apart (org_descr in factRuEval).
    """

    label: str
    name: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence or document with its marks by layer; a layer that the corpus does not annotate is missing."""

    text: str
    language: Language
    source: str
    layers: dict[str, tuple[Marked, ...]]


def detokenize(words: Sequence[str]) -> tuple[str, list[Span]]:
    """Running text from tokens, and where each stands in it.

    >>> detokenize(["«", "Хабар", "»", ",", "деді", "(", "жи", ")", "."])[0]
    '«Хабар», деді (жи).'
    """
    text, spans, glue, straight = "", [], True, False
    for word in words:
        closing = word == '"' and straight
        if not (glue or closing or re.fullmatch(r"[,.;:!?»”)\]…%]|\.\.\.|'s|’s", word)):
            text += " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        straight ^= word == '"'
        glue = word in ("«", "“", "„", "(", "[") or (word == '"' and straight)
    return text, spans


def read_columns(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Sentence id, tokens and tags of a CoNLL file; an id line (``AID12 O``) may precede the tokens."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            rows.append(line.split())
        elif rows:
            source = rows.pop(0)[0] if re.fullmatch(r"[A-Z]+ID\d+", rows[0][0]) else ""
            if rows:
                yield source, [row[0] for row in rows], [row[-1] for row in rows]
            rows = []


def runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of the runs of IOB2 or IO tags."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, name = tag.partition("-")
        if label and (prefix != "I" or name != label):
            yield start, i, label
            label = ""
        if prefix != "O" and not label:
            start, label = i, name


def outermost(marks: Iterable[Marked]) -> tuple[Marked, ...]:
    """The marks that lie in no other, leftmost first."""
    kept: list[Marked] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.label)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def nested(marks: Iterable[Marked]) -> tuple[Marked, ...]:
    """The marks that lie inside another one."""
    chosen = set(marks)
    return tuple(sorted(chosen - set(outermost(chosen))))


def check_corpora(folder: Path, names: Iterable[str]) -> None:
    """Raise DataError when a corpus is not in the folder."""
    for name in names:
        if not (folder / name).is_dir():
            raise DataError(
                f"{folder / name}: this corpus is not there; give the folder of corpora with --corpora DIR"
                " (which ones, and where they come from: graph/seriktes/models/MODELS.md)"
            )


def sentences_of(example: Example) -> Iterator[Example]:
    """The example cut into sentences, its marks with it; marks that cross a border are left out."""
    for sentence in split_sentences(example.text, default=example.language):
        layers = {
            layer: tuple(Marked(m.start - sentence.start, m.end - sentence.start, m.label) for m in marks if sentence.covers(m))
            for layer, marks in example.layers.items()
        }
        yield Example(example.text[sentence.start : sentence.end], example.language, example.source, layers)
