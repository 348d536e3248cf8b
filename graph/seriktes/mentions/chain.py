"""A linear chain of CRFsuite, read from its file and decoded by document.

CRFsuite takes each feature of each token as a string, some sixty a token, most of which depend on one word alone. So it is asked
once what a set of features that come together weighs; the answer, a number a label, is kept, and a text costs sums of such
rows. Beside CRFsuite's own tagger: a third of the time, the same tags, probabilities that differ in the last bits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

from seriktes.mentions.features import context_features, word_features
from seriktes.model import Language, Token

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
#: So many words, and so many features of context, are kept; then the table is begun anew.
_KEPT = 30_000
_LEAST = 1e-300  # a probability that is none
_BATCH = 64


class _Rows(dict[str, int]):
    """The number of each key's row in a table that grows; a new key is weighed first."""

    def __init__(self, weigh: Callable[[str], Floats]) -> None:
        super().__init__()
        self._weigh = weigh
        self.table: Floats = np.zeros((0,))

    def __missing__(self, key: str) -> int:
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
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(file))
        self.labels: list[str] = self._tagger.labels()
        self._language = language
        self._turn = Lock()
        self._between = self._transitions()
        self._words = _Rows(lambda word: self._weights(word_features(word, language)))
        self._context = _Rows(lambda feature: self._weights([[feature] if feature else []])[0])

    def _weights(self, sets: Sequence[Sequence[str]]) -> Floats:
        """What each set of features of one token weighs for each label, but for what it weighs for all alike."""
        told: list[float] = []
        for features in sets:
            self._tagger.set([features])
            told += [self._tagger.marginal(label, 0) for label in self.labels]
        return np.log(np.maximum(told, _LEAST)).reshape(len(sets), -1)

    def _transitions(self) -> Floats:
        """What it weighs that a label (row) goes before another (column), but for what weighs for all alike."""
        self._tagger.set([[], []])
        told = [[self._tagger.probability([one, other]) for other in self.labels] for one in self.labels]
        return np.log(np.maximum(told, _LEAST))

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
        nothing = self._context[""]
        for tokens, voice in zip(sentences, voices, strict=True):
            words += [self._words[word] for word in ("<", "<", *(token.text for token in tokens), ">", ">")]
            for features in context_features(tokens, self._language, voice):
                firsts.append(len(context))
                context.append(nothing)
                context += [self._context[feature] for feature in features]
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
        ahead[live, place] = sums / sums.sum(1, keepdims=True)
    label = top.argmax(1)
    rows = np.arange(len(sizes))
    for place in range(places - 1, -1, -1):
        live = slice(active[place])
        best[live, place] = label[live]
        if place:
            label[live] = back[rows[live], place, label[live]]
            sums = (weights[live, place] * behind[live, place]) @ steps.T
            behind[live, place - 1] = sums / sums.sum(1, keepdims=True)
    sure = ahead * behind
    total = sure.sum(2)
    chosen = np.take_along_axis(sure, best[:, :, None], 2)[:, :, 0]
    return best, chosen / np.where(total > 0, total, 1)
