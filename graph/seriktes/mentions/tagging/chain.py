"""A linear chain of CRFsuite, read from its file and decoded by document.

CRFsuite looks up each feature of each token by its name, some sixty a token, most of which depend on one word alone. So what the
features of a word weigh together, a number a label, is summed up once and kept, and a text costs sums of such rows. Beside
CRFsuite's own tagger: the same tags, probabilities that differ in the last bits (`tests/mentions/test_chain.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain
from pathlib import Path
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from seriktes.mentions.tagging.chain_file import BESIDE, NOTHING, OWN, Floats, by_place, read_chain
from seriktes.mentions.tagging.features import Group, context_features, features_of
from seriktes.mentions.tagging.word_features import word_features
from seriktes.model import Language, Token

Ints = NDArray[np.intp]
#: So many words, and so many groups of features of context, are kept; then the table is begun anew.
_KEPT = 30_000
_BATCH = 64
#: Products of probabilities are scaled at every so many tokens, before they become too small for a number.
_SCALED = 8


_Key = TypeVar("_Key")


#: So many new words, or groups of features of context, are weighed at once.
_AT_ONCE = 256


class _Rows(dict[_Key, int]):
    """The number of each key's row in a table; new keys get the next numbers, and are weighed together before the table is used."""

    def __init__(self, weigh: Callable[[Sequence[_Key]], Floats]) -> None:
        super().__init__()
        self._weigh = weigh
        self._rows: Floats = np.zeros((0,))
        self._new: list[_Key] = []

    def __missing__(self, key: _Key) -> int:
        number = self[key] = len(self)
        self._new.append(key)
        return number

    def table(self) -> Floats:
        """The rows of all keys that were asked for."""
        for begin in range(0, len(self._new), _AT_ONCE):
            chosen = self._new[begin : begin + _AT_ONCE]
            rows = self._weigh(chosen)
            first = self[chosen[0]]
            last = first + len(chosen)
            if last > len(self._rows):
                grown = np.zeros((max(1_000, 2 * last), *rows.shape[1:]))
                grown[:first] = self._rows.reshape(-1, *rows.shape[1:])[:first]
                self._rows = grown
            self._rows[first:last] = rows
        self._new.clear()
        return self._rows

    def make_room(self) -> None:
        """Begin anew where too much is kept, or where reading was broken off; numbers given before are worth nothing then."""
        if len(self) > _KEPT or self._new:
            self.clear()
            self._new.clear()


class Chain:
    """One chain of a language: :meth:`read` gives the labels of sentences with their probabilities."""

    def __init__(self, file: Path, language: Language) -> None:
        self.labels, names, self._weights, self._between = read_chain(file)
        self._features, self._numbers = by_place(names)
        self._language = language
        self._turn = Lock()
        self._words: _Rows[str] = _Rows(self._weigh_words)
        self._context: _Rows[Group] = _Rows(lambda groups: self._sums(map(features_of, groups), OWN)[:, 0])

    def _weigh_words(self, words: Sequence[str]) -> Floats:
        """Words × places × labels: what each weighs for its own token, for those beside it, and for the next but one."""
        told = [word_features(word, self._language) for word in words]
        # what a word tells of the next but one is part of what it tells of the next, and the rest weighs nothing there
        return np.concatenate((self._sums((own for own, _ in told), OWN), self._sums((near for _, near in told), BESIDE)), axis=1)

    def _sums(self, told: Iterable[Sequence[str]], places: slice) -> Floats:
        """What the features of each row weigh together at some places for each label; those the model does not know weigh nothing."""
        rows: list[int] = []
        firsts: list[int] = []
        known = self._features.get
        for features in told:
            firsts.append(len(rows))
            rows.append(NOTHING)
            rows += [row for feature in features if (row := known(feature)) is not None]
        sums: Floats = np.add.reduceat(self._weights[self._numbers[rows, places]], firsts)
        return sums

    def read(
        self,
        sentences: Sequence[Sequence[Token]],
        voices: Sequence[Sequence[str]] = (),
        others: Sequence[Sequence[str]] = (),
    ) -> list[tuple[list[str], list[float]]]:
        """Of each sentence the label of each token, and how probable that is; the rest: see :func:`context_features`.

        No sentence may be empty.
        """
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        found: dict[int, tuple[list[str], list[float]]] = {}
        for begin in range(0, len(order), _BATCH):
            chosen = order[begin : begin + _BATCH]
            with self._turn:
                scores = self._scores(
                    [sentences[i] for i in chosen],
                    [voices[i] if voices else () for i in chosen],
                    [others[i] if others else () for i in chosen],
                )
            sizes = np.array([len(sentences[i]) for i in chosen])
            best, sure = _decoded(scores, sizes, self._between)
            for row, i in enumerate(chosen):
                numbers = best[row, : sizes[row]].tolist()
                found[i] = [self.labels[number] for number in numbers], sure[row, : sizes[row]].tolist()
        return [found[i] for i in range(len(sentences))]

    def _scores(
        self, sentences: Sequence[Sequence[Token]], voices: Sequence[Sequence[str]], others: Sequence[Sequence[str]]
    ) -> Floats:
        """Sentences × tokens × labels."""
        self._words.make_room()
        self._context.make_room()
        words: list[int] = []
        told: list[list[int]] = []  # of each token, one group at least
        for tokens, voice, other in zip(sentences, voices, others, strict=True):
            words += map(self._words.__getitem__, ("<", "<", *[token.text for token in tokens], ">", ">"))
            told += context_features(tokens, self._language, voice, other, self._context.__getitem__)
        context = list(chain.from_iterable(told))
        firsts = [0, *accumulate(map(len, told[:-1]))]
        table = self._words.table()[words]
        own = table[2:-2, 0] + table[1:-3, 1] + table[3:-1, 2] + table[:-4, 3] + table[4:, 4]
        sizes = np.array([len(tokens) for tokens in sentences])
        known = np.arange(sizes.max()) < sizes[:, None]
        inside = np.repeat(np.arange(len(sizes)) * 4, sizes) + np.arange(sizes.sum())  # past the marks of edges
        scores = np.zeros((*known.shape, len(self.labels)))
        scores[known] = own[inside] + np.add.reduceat(self._context.table()[context], firsts)
        return scores


def _decoded(scores: Floats, sizes: Ints, between: Floats) -> tuple[Ints, Floats]:
    """The best labels (Viterbi), and the probability of each of them (forward and backward sums).

    ``scores``: sentences × tokens × labels, the longest sentence first; ``sizes``: tokens of each.
    """
    places = scores.shape[1]
    active = [int((sizes > place).sum()) for place in range(places)]
    steps = np.exp(between - between.max())
    scores = np.ascontiguousarray(scores.swapaxes(0, 1))  # all sentences of one place lie together
    weights = np.exp(scores - np.maximum.reduce(scores, 2, keepdims=True))
    ahead, behind = np.zeros_like(weights), np.ones_like(weights)
    top = np.ascontiguousarray(scores.swapaxes(1, 2))  # places × labels × sentences: long rows are added faster
    ahead[0] = weights[0]
    by_both = between[:, :, None]
    for place, live in enumerate(active[1:], start=1):
        ways = top[place - 1, :, None, :live] + by_both
        top[place, :, :live] += np.maximum.reduce(ways)
        sums = np.multiply(ahead[place - 1, :live] @ steps, weights[place, :live], ahead[place, :live])
        if place % _SCALED == 0:
            np.divide(sums, np.add.reduce(sums, 1, keepdims=True), sums)
    best = np.zeros(scores.shape[:2], np.intp)
    turned = steps.T
    for place in range(places - 1, -1, -1):
        live, longer = active[place], active[place + 1] if place + 1 < places else 0
        if longer:  # the best way to the label behind
            best[place, :longer] = (top[place, :, :longer] + between.take(best[place + 1, :longer], 1)).argmax(0)
        if longer < live:
            best[place, longer:live] = top[place, :, longer:live].argmax(0)
        if place:
            sums = np.matmul(weights[place, :live] * behind[place, :live], turned, out=behind[place - 1, :live])
            if place % _SCALED == 0:
                np.divide(sums, np.add.reduce(sums, 1, keepdims=True), sums)
    sure = ahead * behind
    total = np.add.reduce(sure, 2)
    chosen = np.take_along_axis(sure, best[:, :, None], 2)[:, :, 0]
    return best.T, (chosen / np.where(total > 0, total, 1)).T
