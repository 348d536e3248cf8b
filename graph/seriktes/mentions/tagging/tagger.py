"""Names, posts and titles in a sentence, by trained models: one linear chain for each language and layer.

The layers are decoded apart from one another, so that a post may hold an organisation. Russian names come from two
voices: slovnet's network tags first, and a chain that sees those tags decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from seriktes.mentions.tagging import english_bodies, kazakh_places, russian_bodies
from seriktes.mentions.tagging.borders import settle
from seriktes.mentions.tagging.elsewhere import elsewhere
from seriktes.mentions.tagging.named import Named
from seriktes.mentions.tagging.voice import voice_tags
from seriktes.model import Language, Sentence, Span, Token
from seriktes.processes.threads import with_one_thread
from seriktes.records import record

if TYPE_CHECKING:
    from seriktes.mentions.tagging.chain import Chain

LAYERS: tuple[str, ...] = ("names", "posts", "titles")
#: Longer sentences are tables or noise; they are read in pieces of this many tokens.
_PIECE = 400
_FORMER = "экс-"
#: What puts the names of a language right that its model marked.
_PUT_RIGHT: dict[tuple[Language, str], Callable[[Sequence[Token], Sequence[Named]], list[Named]]] = {
    ("kk", "names"): kazakh_places.put_right,
    ("ru", "names"): russian_bodies.put_right,
    ("en", "names"): english_bodies.put_right,
}


@record(frozen=True, slots=True, order=True)
class Tagged(Span):
    """A span that a tagger marked: Person, Organization, Place, Event, Project or Post.

    ``score`` is the model's probability of the span's least certain token; ``source`` names the model.
    """

    label: str
    score: float = field(compare=False)
    source: str = field(compare=False)


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of the marked runs, whether the model also tells ends (E) and single tokens (S) or not."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and tag not in (f"I-{label}", f"E-{label}"):
            yield start, i, label
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]


#: The last one counts; ``models_from`` adds to them while measuring.
_folders: list[Path] = [Path(__file__).parents[2] / "models"]


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
def _model(language: Language, layer: str) -> Chain | None:
    file = _folders[-1] / f"{language}.{layer}.crfsuite"
    if not file.is_file():
        return None
    with_one_thread()
    from seriktes.mentions.tagging.chain import Chain

    return Chain(file, language)


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
    """The same for many sentences, which are read together, those of each language by themselves."""
    found: list[list[Tagged]] = [[] for _ in sentences]
    for language in dict.fromkeys(s.language for s in sentences):
        numbers = [i for i, s in enumerate(sentences) if s.language == language]
        pieces = [(i, start) for i in numbers for start in range(0, len(sentences[i].tokens), _PIECE)]
        tokens = [sentences[i].tokens[start : start + _PIECE] for i, start in pieces]
        for (i, _), own in zip(pieces, _tag_pieces(tokens, language, layers), strict=True):
            found[i] += own
    return [tuple(sorted(_posts_before_persons(text, own))) for own in found]


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


def _tag_pieces(pieces: Sequence[Sequence[Token]], language: Language, layers: Sequence[str]) -> list[list[Tagged]]:
    """What the models mark in each piece of a text in the language."""
    voices = voice_tags(pieces) if language == "ru" else ()
    others = elsewhere(pieces, voices) if voices and "names" in layers else ()
    found: list[list[Tagged]] = [[] for _ in pieces]
    for layer in layers:
        chain = _model(language, layer)
        told = chain.read(pieces, voices, others if layer == "names" else ()) if chain is not None else ()
        for tokens, own, (labels, sure) in zip(pieces, found, told, strict=False):
            names = list(_settled(tokens, labels, sure, language))
            put_right = _PUT_RIGHT.get((language, layer))
            for name in put_right(tokens, names) if put_right else names:
                begin = post_start(tokens[name.start]) if name.label == "Post" else tokens[name.start].start
                own.append(Tagged(begin, _end(tokens[name.end - 1]), name.label, name.score, f"{language}.{layer}"))
    return found


def _settled(tokens: Sequence[Token], labels: Sequence[str], sure: Sequence[float], language: Language) -> Iterator[Named]:
    """The names that the labels mark, with their borders put right; ``sure``: how probable each label is."""
    for start, end, label in _runs(labels):
        parts = settle(tokens, start, end, label, language)
        for first, last in parts:
            score = min(sure[max(first, start) : min(last, end)] if len(parts) > 1 else sure[start:end])
            yield Named(first, last, label, score)


def post_start(token: Token) -> int:
    """Where a post begins that begins in the token: who is called «экс-президент» was a president."""
    return token.start + (len(_FORMER) if token.text.lower().startswith(_FORMER) else 0)


def _end(token: Token) -> int:
    """Where the name ends: an English ’s and “-based” are no part of it."""
    tail = next((tail for tail in ("’s", "'s", "-based") if token.text.endswith(tail) and token.text != tail), "")
    return token.end - len(tail)
