"""What a document says elsewhere of a word with a capital: natasha's network hears each sentence alone, a reader hears them all.

«Педченко родился …» is a person, because another sentence tells of «Григорий Педченко».
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from seriktes.mentions.lexicon import key_of, word_class
from seriktes.model import Token

_QUOTES = frozenset("«\"“„'")
#: Said of a word behind a type word of bodies («группа «Алиса»»), and of one that is part of a person's longer name.
_TYPED, _FULL = "typed", "full"
_LABELS = ("O", "PER", "ORG", "LOC")

#: Where a word stands, its stem, and what is told of it there: its label first.
_Place = tuple[int, str, tuple[str, ...]]


def elsewhere(sentences: Sequence[Sequence[Token]], voices: Sequence[Sequence[str]]) -> list[list[str]]:
    """Of each token of a Russian document's sentences what its word is elsewhere; empty where the document says nothing.

    ``voices`` are natasha's tags. Told are the label heard most often in other places (``O`` where none is), after a plus
    ``full`` where the word is part of a longer person's name there, and ``typed`` where a type word stands before it.

    >>> from seriktes.text.tokens import tokenize
    >>> voices = [["B-PER/O3", "I-PER/O3", "O/PER3"], ["O/PER0", "O/PER3"]]
    >>> elsewhere([tokenize("Пётр Ким прибыл"), tokenize("Ким уехал")], voices)
    [['', 'O', ''], ['PER+full', '']]
    """
    places = [list(_told(tokens, voice)) for tokens, voice in zip(sentences, voices, strict=True)]
    times = Counter(key for own in places for _, key, _ in own)
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for own in places:
        for _, key, told in own:
            if times[key] > 1:
                said[key].update(told)
    found = [[""] * len(tokens) for tokens in sentences]
    known: dict[tuple[str, tuple[str, ...]], str] = {}
    for row, own in zip(found, places, strict=True):
        for place, key, told in own:
            if times[key] > 1:
                if (key, told) not in known:
                    known[key, told] = _most(said[key], told)
                row[place] = known[key, told]
    return found


def _told(tokens: Sequence[Token], voice: Sequence[str]) -> Iterator[_Place]:
    """The words of a sentence with a capital."""
    for place, token in enumerate(tokens):
        if token.text[0].isupper():
            yield place, _key(token.text), _here(tokens, voice, place)


def _here(tokens: Sequence[Token], voice: Sequence[str], place: int) -> tuple[str, ...]:
    label = _label(voice[place])
    told = [label]
    beside = (voice[i] for i in (place - 1, place + 1) if 0 <= i < len(voice))
    if label == "PER" and any(_label(other) == "PER" for other in beside):
        told.append(_FULL)
    before = place - 1 - (place > 1 and tokens[place - 1].text in _QUOTES)
    if before >= 0 and word_class(tokens[before].text, "ru") == "org":
        told.append(_TYPED)
    return tuple(told)


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return key_of(word, "ru")


def _label(tag: str) -> str:
    return "O" if tag[0] == "O" else tag[2:5]


def _most(said: Counter[str], here: Sequence[str]) -> str:
    left = said.copy()
    left.subtract(here)
    label = max(_LABELS, key=left.__getitem__)
    return "+".join((label, *(mark for mark in (_FULL, _TYPED) if left[mark] > 0)))
