"""A linear chain of CRFsuite, read from its file and decoded by document.

CRFsuite looks up each feature of each token by its name, some sixty a token, most of which depend on one word alone. So what the
features of a word weigh together, a number a label, is summed up once and kept, and a text costs sums of such rows. Beside
CRFsuite's own tagger: the same tags, probabilities that differ in the last bits (`tests/mentions/test_chain.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from seriktes.mentions.chain_file import Floats, read_chain
from seriktes.mentions.features import Group, context_features, word_features
from seriktes.model import Language, Token

Ints = NDArray[np.intp]
#: So many words, and so many groups of features of context, are kept; then the table is begun anew.
_KEPT = 30_000
_BATCH = 64
#: Products of probabilities are scaled at every so many tokens, before they become too small for a number.
_SCALED = 8


_Key = TypeVar("_Key")


#: The last row of the weights, which are nothing: that of no feature.
_NOTHING = -1


class _Rows(dict[_Key, int]):
    """The number of each key's row in a table that grows; a new key is weighed first."""

    def __init__(self, weigh: Callable[[_Key], Floats]) -> None:
        super().__init__()
        self._weigh = weigh
        self.table: Floats = np.zeros((0,))

    def __missing__(self, key: _Key) -> int:
        row = self._weigh(key)
        number = len(self)
        if number >= len(self.table):
            grown = np.zeros((max(1_000, 2 * number), *row.shape))
            grown[:number] = self.table.reshape(-1, *row.shape)[:number]
            self.table = grown
        self.table[number] = row
        self[key] = number
        return number

    def make_room(self) -> None:
        """Begin anew where too much is kept; numbers given before are worth nothing then."""
        if len(self) > _KEPT:
            self.clear()


class Chain:
    """One chain of a language: :meth:`read` gives the labels of sentences with their probabilities."""

    def __init__(self, file: Path, language: Language) -> None:
        self.labels, self._features, weights, self._between = read_chain(file)
        self._weights = np.vstack((weights, np.zeros(len(self.labels))))
        self._language = language
        self._turn = Lock()
        self._words: _Rows[str] = _Rows(lambda word: self._sums(word_features(word, language)))
        self._context: _Rows[Group] = _Rows(lambda group: self._sums((group,))[0])

    def _sums(self, told: Sequence[Sequence[str]]) -> Floats:
        """What the features of each row weigh together for each label; those the model does not know weigh nothing."""
        numbers: list[int] = []
        firsts: list[int] = []
        for features in told:
            firsts.append(len(numbers))
            numbers.append(_NOTHING)
            numbers += [number for feature in features if (number := self._features.get(feature)) is not None]
        sums: Floats = np.add.reduceat(self._weights[numbers], firsts)
        return sums

    def read(
        self, sentences: Sequence[Sequence[Token]], voices: Sequence[Sequence[str]] = ()
    ) -> list[tuple[list[str], list[float]]]:
        """Of each sentence the label of each token, and how probable that is; ``voices``: see :func:`context_features`.

        No sentence may be empty.
        """
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        found: dict[int, tuple[list[str], list[float]]] = {}
        for begin in range(0, len(order), _BATCH):
            chosen = order[begin : begin + _BATCH]
            with self._turn:
                scores = self._scores([sentences[i] for i in chosen], [voices[i] if voices else () for i in chosen])
            sizes = np.array([len(sentences[i]) for i in chosen])
            best, sure = _decoded(scores, sizes, self._between)
            for row, i in enumerate(chosen):
                numbers = best[row, : sizes[row]].tolist()
                found[i] = [self.labels[number] for number in numbers], sure[row, : sizes[row]].tolist()
        return [found[i] for i in range(len(sentences))]

    def _scores(self, sentences: Sequence[Sequence[Token]], voices: Sequence[Sequence[str]]) -> Floats:
        """Sentences × tokens × labels."""
        self._words.make_room()
        self._context.make_room()
        words: list[int] = []
        context: list[int] = []
        firsts: list[int] = []
        for tokens, voice in zip(sentences, voices, strict=True):
            words += map(self._words.__getitem__, ("<", "<", *(token.text for token in tokens), ">", ">"))
            for groups in context_features(tokens, self._language, voice):  # each token has one at least
                firsts.append(len(context))
                context += map(self._context.__getitem__, groups)
        table = self._words.table[words]
        own = table[2:-2, 0] + table[1:-3, 1] + table[3:-1, 2] + table[:-4, 3] + table[4:, 4]
        sizes = np.array([len(tokens) for tokens in sentences])
        known = np.arange(sizes.max()) < sizes[:, None]
        inside = np.repeat(np.arange(len(sizes)) * 4, sizes) + np.arange(sizes.sum())  # past the marks of edges
        scores = np.zeros((*known.shape, len(self.labels)))
        scores[known] = own[inside] + np.add.reduceat(self._context.table[context], firsts)
        return scores


def _decoded(scores: Floats, sizes: Ints, between: Floats) -> tuple[Ints, Floats]:
    """The best labels (Viterbi), and the probability of each of them (forward and backward sums).

    ``scores``: sentences × tokens × labels, the longest sentence first; ``sizes``: tokens of each.
    """
    places = scores.shape[1]
    active = [int((sizes > place).sum()) for place in range(places)]
    steps = np.exp(between - between.max())
    weights = np.exp(scores - scores.max(2, keepdims=True))
    best = np.zeros(scores.shape[:2], np.intp)
    back = np.zeros(scores.shape, np.intp)
    ahead = np.zeros_like(weights)
    behind = np.ones_like(weights)
    top = scores[:, 0].copy()
    ahead[:, 0] = weights[:, 0]
    for place in range(1, places):
        live = slice(active[place])
        ways = top[live, :, None] + between
        back[live, place] = ways.argmax(1)
        top[live] = ways.max(1) + scores[live, place]
        sums = ahead[live, place - 1] @ steps * weights[live, place]
        ahead[live, place] = sums if place % _SCALED else sums / sums.sum(1, keepdims=True)
    label = top.argmax(1)
    rows = np.arange(len(sizes))
    for place in range(places - 1, -1, -1):
        live = slice(active[place])
        best[live, place] = label[live]
        if place:
            label[live] = back[rows[live], place, label[live]]
            sums = (weights[live, place] * behind[live, place]) @ steps.T
            behind[live, place - 1] = sums if place % _SCALED else sums / sums.sum(1, keepdims=True)
    sure = ahead * behind
    total = sure.sum(2)
    chosen = np.take_along_axis(sure, best[:, :, None], 2)[:, :, 0]
    return best, chosen / np.where(total > 0, total, 1)
