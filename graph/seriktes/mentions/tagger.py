"""Names, posts and titles in a sentence, by trained models: one linear chain for each language and layer.

The layers are decoded apart from one another, so that a post may hold an organisation. Russian names come from two
voices: slovnet's network tags first, and a chain that sees those tags decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import pycrfsuite

from seriktes.mentions.borders import settle
from seriktes.mentions.features import sentence_features
from seriktes.mentions.voice import voice_tags
from seriktes.model import Language, Sentence, Span, Token

LAYERS: tuple[str, ...] = ("names", "posts", "titles")
#: Longer sentences are tables or noise; they are read in pieces of this many tokens.
_PIECE = 400


@dataclass(frozen=True, slots=True, order=True)
class Tagged(Span):
    """A span that a tagger marked: Person, Organization, Place, Event, Project or Post.

    ``score`` is the model's probability of the span's least certain token; ``source`` names the model.
    """

    label: str
    score: float = field(compare=False)
    source: str = field(compare=False)


class _Model:
    """One chain; the learner's tagger keeps the sentence it reads, so that threads must take turns."""

    def __init__(self, path: str, name: str) -> None:
        self.name = name
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(path)
        self._turn = Lock()

    def spans(self, items: Any) -> list[tuple[int, int, str, float]]:
        """First token, token after the last, label and score of what the model marks."""
        with self._turn:
            self._tagger.set(items)
            tags = self._tagger.tag()
            return [
                (start, end, label, min(self._tagger.marginal(tags[i], i) for i in range(start, end)))
                for start, end, label in _runs(tags)
            ]


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield start, i, label
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]


#: The last one counts; ``models_from`` adds to them while measuring.
_folders: list[Path] = [Path(__file__).parent.parent / "models"]


@contextmanager
def models_from(folder: Path) -> Iterator[None]:
    """Models of another folder for a while: to measure freshly trained ones."""
    _folders.append(folder)
    _model.cache_clear()
    try:
        yield
    finally:
        _folders.pop()
        _model.cache_clear()


@cache
def _model(language: Language, layer: str) -> _Model | None:
    name = f"{language}.{layer}.crfsuite"
    file = _folders[-1] / name
    return _Model(str(file), f"{language}.{layer}") if file.is_file() else None


def tag(text: str, sentence: Sentence, layers: Sequence[str] = LAYERS) -> tuple[Tagged, ...]:
    """What the models mark in one sentence, leftmost first; spans of different layers may nest.

    >>> from seriktes.text.sentences import split_sentences
    >>> text = "Қазақстан Сыртқы істер министрі Мұрат Нұртілеу Астанада сөз сөйледі."
    >>> found = tag(text, split_sentences(text)[0], layers=("names",))
    >>> [text[t.start:t.end] for t in found if t.label == "Person"]
    ['Мұрат Нұртілеу']
    """
    return tag_sentences(text, [sentence], layers)[0]


def tag_sentences(text: str, sentences: Sequence[Sentence], layers: Sequence[str] = LAYERS) -> list[tuple[Tagged, ...]]:
    """The same for many sentences; quicker for Russian, which is read in batches."""
    russian = [s.tokens for s in sentences if s.language == "ru"]
    voices = iter(voice_tags(russian)) if russian else iter(())
    return [_tag(text, sentence, layers, next(voices) if sentence.language == "ru" else ()) for sentence in sentences]


def _tag(text: str, sentence: Sentence, layers: Sequence[str], voice: Sequence[str]) -> tuple[Tagged, ...]:
    found: list[Tagged] = []
    for start in range(0, len(sentence.tokens), _PIECE):
        tokens = sentence.tokens[start : start + _PIECE]
        found += _tag_piece(text, tokens, sentence.language, layers, voice[start : start + _PIECE])
    return tuple(sorted(_posts_before_persons(text, found)))


def _posts_before_persons(text: str, found: Sequence[Tagged]) -> Iterator[Tagged]:
    """A post ends where the person begins who holds it."""
    people = [t.start for t in found if t.label == "Person"]
    for item in found:
        cut = min((start for start in people if item.start < start < item.end), default=item.end)
        if item.label == "Post" and cut < item.end:
            end = item.start + len(text[item.start : cut].rstrip(" \xa0,–—-"))
            item = replace(item, end=end)
        if item.start < item.end:
            yield item


def _tag_piece(
    text: str, tokens: Sequence[Token], language: Language, layers: Sequence[str], voice: Sequence[str]
) -> Iterator[Tagged]:
    items = pycrfsuite.ItemSequence(sentence_features(tokens, language, voice))
    for layer in layers:
        model = _model(language, layer)
        if model is None:
            continue
        for start, end, label, score in model.spans(items):
            for first, last in settle(tokens, start, end, label, language):
                yield Tagged(tokens[first].start, _end(tokens[last - 1]), label, score, model.name)


def _end(token: Token) -> int:
    """Where the name ends: an English ’s and “-based” are no part of it."""
    tail = next((tail for tail in ("’s", "'s", "-based") if token.text.endswith(tail) and token.text != tail), "")
    return token.end - len(tail)
