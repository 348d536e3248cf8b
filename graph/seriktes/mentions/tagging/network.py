"""slovnet's networks for Russian, read from natasha's wheel and run with numpy alone: names, and who depends on whom.

The same numbers as slovnet's own program gives, but the table of word vectors stays on disk (25 MB), what the first layer makes of a
word is kept, and each further layer is one product of matrices. Measured beside slovnet and navec (`python benchmarks/speed.py`):
a third of the time a word, a tenth of the start, 100 MB less. Formats: github.com/natasha/slovnet, github.com/natasha/navec.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable, Sequence
from gzip import decompress
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from seriktes.mentions.tagging.heard import Heard, Seen
from seriktes.mentions.tagging.vectors import Vectors, Vocabulary
from seriktes.records import Kept, record

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]


@record(frozen=True)
class _Layer:
    """A convolution over three words, then ReLU and batch norm."""

    weight: Floats  # inputs × 3 filters: what a word tells the one behind it, itself, and the one before it
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, told: Floats) -> Floats:
        """``told`` are the words' inputs times the weights, words × 3 filters; beyond both ends stand zeros."""
        filters = len(self.bias)
        output: Floats = told[:, filters : 2 * filters] + self.bias
        output[1:] += told[:-1, :filters]
        output[:-1] += told[1:, 2 * filters :]
        np.maximum(output, 0, out=output)
        output *= self.scale
        output += self.shift
        return output


class Encoder:
    """What slovnet's networks begin with: words and their shapes as :meth:`rows` of numbers, each telling of its neighbours.

    ``like``: another network whose table of words is used, since all of them have the same.
    """

    def __init__(self, model: Path, vectors: Path, like: Encoder | None = None) -> None:
        with tarfile.open(model) as archive:
            self._scheme = json.loads(_read(archive, "model.json"))
            self.labels = _read(archive, f"vocabs/{self.vocabulary}.gz", packed=True).decode().splitlines()
            shapes = _read(archive, "vocabs/shape.gz", packed=True).decode().splitlines()
            self._words: Vocabulary = like._words if like else Vocabulary(_read(archive, "vocabs/word.gz", packed=True))
            arrays = {m.name: _read(archive, m.name) for m in archive.getmembers() if m.name.startswith("arrays/")}
        #: The numbers as they are stored, by the number of their file; forgotten when the network has taken its own.
        self._arrays = {int(name[7:-4]): np.frombuffer(data, np.float32) for name, data in arrays.items()}
        self._shapes = {shape: number for number, shape in enumerate(shapes)}
        emb = self._scheme["emb"]
        self._shape_vectors = self._array(emb["shape"]["weight"])
        self._layers = [self._layer(layer) for layer in self._scheme["encoder"]["layers"]]
        self._vectors: Vectors = like._vectors if like else Vectors(vectors, emb["word"])
        self._shape = _shape_teller()
        self.number_of: Callable[[str], Seen] = like.number_of if like else Kept(self._number_of, 20_000).__getitem__
        self._turn = Lock()
        self._heard = Heard(self.number_of, self._first_told, self._layers[0].weight.shape[1], self.kept)

    #: The file of the labels the network tells; of how many words is kept what the first layer makes of them (3 KB each).
    vocabulary: ClassVar[str]
    kept: ClassVar[int]

    def _array(self, entry: dict[str, Any]) -> Floats:
        return self._arrays[entry["array"]].reshape(entry["shape"])

    def _layer(self, entry: dict[str, Any]) -> _Layer:
        weight = self._array(entry["conv"]["weight"])  # filters × inputs × 3
        norm = {name: self._array(entry["norm"][name]) for name in ("weight", "bias", "mean", "std")}
        scale = norm["weight"] / norm["std"]
        flat = np.ascontiguousarray(weight.transpose(1, 2, 0).reshape(weight.shape[1], -1))
        return _Layer(flat, self._array(entry["conv"]["bias"]), scale, norm["bias"] - norm["mean"] * scale)

    def _number_of(self, word: str) -> Seen:
        """The numbers of a word and of its shape; no word is slovnet's ``<pad>``."""
        return (self._words.number(word), self._shapes[self._shape(word)]) if word else (self._words.pad, 0)

    def _first_told(self, seen: Sequence[Seen]) -> Floats:
        """What words tell the first layer: words × 3 filters."""
        numbers, shapes = zip(*seen, strict=True)
        rows = np.concatenate((self._vectors(numbers), self._shape_vectors[list(shapes)]), axis=1)
        told: Floats = rows @ self._layers[0].weight
        return told

    def rows(self, sentences: Sequence[Sequence[str]]) -> tuple[Floats, Ints]:
        """Words × features of all sentences in one, and how many words each sentence has.

        The sentences are read as one long row, each with two empty words behind it. What slovnet saw there when a longer
        sentence filled the batch is kept, since it weighs on the last word: a word called ``<pad>``.
        """
        sizes = np.array([len(sentence) for sentence in sentences])
        ends = np.cumsum(sizes + 2) - 2
        with self._turn:
            numbers = self._heard.numbers([word for sentence in sentences for word in (*sentence, "", "")])
            numbers[ends + 1] = 0
            numbers[ends[sizes == sizes.max()]] = 0
            told = self._heard.rows(numbers)
        real = np.ones(len(numbers), np.bool_)
        real[ends] = real[ends + 1] = False
        first, *others = self._layers
        rows = first(told)
        for layer in others:
            rows[~real] = 0
            rows = layer(rows @ layer.weight)
        return rows[real], sizes


class Network(Encoder):
    """The tagger: :meth:`scores` of each word and tag, and the :meth:`best` row of tags."""

    vocabulary, kept = "tag", 6_000

    def __init__(self, model: Path, vectors: Path) -> None:
        super().__init__(model, vectors)
        head = self._scheme["head"]
        self.tags = self.labels
        self._head = self._array(head["proj"]["weight"]), self._array(head["proj"]["bias"])
        self._transitions = self._array(head["crf"]["transitions"])
        self._arrays.clear()

    def scores(self, sentences: Sequence[Sequence[str]]) -> tuple[Floats, Ints]:
        """Words × tags of all sentences in one, and how many words each sentence has."""
        rows, sizes = self.rows(sentences)
        weight, bias = self._head
        return rows @ weight + bias, sizes

    def best(self, scores: Floats, sizes: Ints) -> list[int]:
        """The best row of tags of each sentence, one behind the other (Viterbi over all at once, the longest sentence first)."""
        order = np.argsort(-sizes)
        column = np.empty_like(order)
        column[order] = np.arange(len(order))
        columns = np.repeat(column, sizes)
        places = np.arange(len(scores)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        active = np.bincount(places).tolist()  # how many sentences reach so far
        top = np.zeros((len(active), len(self.tags), len(sizes)), np.float32)  # long rows are added faster
        top[places, :, columns] = scores
        between = self._transitions.reshape(len(self.tags), -1)
        by_both = between[:, :, None]
        for place, live in enumerate(active[1:], start=1):
            top[place, :, :live] += np.maximum.reduce(top[place - 1, :, None, :live] + by_both)
        best = np.empty((len(active), len(sizes)), np.intp)
        best[sizes - 1, column] = top[sizes - 1, :, column].argmax(1)
        for place in range(len(active) - 1, 0, -1):
            live = active[place]  # the best way to each tag behind
            best[place - 1, :live] = (top[place - 1, :, :live] + between.take(best[place, :live], 1)).argmax(0)
        found: list[int] = best[places, columns].tolist()
        return found


class Parser(Encoder):
    """The parser: :meth:`heads` tells on which word each word depends, and how (labels of Universal Dependencies)."""

    vocabulary, kept = "rel", 4_000

    def __init__(self, model: Path, vectors: Path, like: Encoder | None = None) -> None:
        super().__init__(model, vectors, like)
        self._arcs, self._relations = (self._side(self._scheme[name]) for name in ("head", "rel"))
        self._arrays.clear()

    def _side(self, entry: dict[str, Any]) -> dict[str, Floats]:
        found = {name: self._array(entry[name]) for name in ("root", "kernel")}
        for side in ("head", "tail"):
            found |= {f"{side} {part}": self._array(entry[side]["proj"][part]) for part in ("weight", "bias")}
        return found

    def heads(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[int], list[str]]]:
        """By sentence: the number of the word each word depends on (-1: none, the root), and the label of that arc."""
        rows, sizes = self.rows(sentences)
        firsts = np.cumsum(sizes) - sizes
        rooted = np.insert(rows, firsts, self._arcs["root"], axis=0)  # each sentence with its root before it
        firsts += np.arange(len(sizes))
        above, below = _turned(rooted, self._arcs, "head") @ self._arcs["kernel"], _turned(rooted, self._arcs, "tail")
        heads = [
            (above[first + 1 : end] @ below[first:end].T).argmax(1) for first, end in zip(firsts, firsts + sizes + 1, strict=True)
        ]
        rooted[firsts] = self._relations["root"]
        governing = np.concatenate(heads) + np.repeat(firsts, sizes)
        above = (_turned(rooted, self._relations, "head") @ self._relations["kernel"])[governing]
        below = _turned(rows, self._relations, "tail")
        scores = above.reshape(len(rows), -1, below.shape[1]) @ below[:, :, None]
        labels = iter([self.labels[i] for i in scores[:, :, 0].argmax(1).tolist()])
        return [((own - 1).tolist(), list(islice(labels, len(own)))) for own in heads]


def _turned(rows: Floats, layer: dict[str, Floats], side: str) -> Floats:
    """One dense layer with ReLU."""
    product: Floats = np.maximum(rows @ layer[f"{side} weight"] + layer[f"{side} bias"], 0)
    return product


def _shape_teller() -> Callable[[str], str]:
    """slovnet's ``word_shape``, its file read alone: the package would load tools of learning, too."""
    package = find_spec("slovnet")
    assert package is not None
    assert package.origin is not None
    spec = spec_from_file_location("slovnet_shape", Path(package.origin).with_name("shape.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    told: Callable[[str], str] = module.word_shape
    return told


def _read(archive: tarfile.TarFile, name: str, *, packed: bool = False) -> bytes:
    member = archive.extractfile(name)
    assert member is not None
    data = member.read()
    return decompress(data) if packed else data
