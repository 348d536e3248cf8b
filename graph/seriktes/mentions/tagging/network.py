"""slovnet's networks for Russian, read from natasha's wheel and run with numpy alone: names, and who depends on whom.

The same numbers as slovnet's own program gives, but the table of word vectors stays on disk (25 MB, mapped), its words
are looked up in one block of bytes, and each layer is one product of matrices. Measured beside slovnet and navec
(`python benchmarks/speed.py`): half the time a word, a tenth of the start, 100 MB less.
Formats: github.com/natasha/slovnet, github.com/natasha/navec.
"""

from __future__ import annotations

import json
import mmap
import tarfile
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from gzip import decompress
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from seriktes.records import record

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_HEADER = 16  # bytes of pq.bin before its table: four numbers
#: So many word vectors are kept (1.2 KB each).
_KEPT = 10_000


@record(frozen=True)
class _Layer:
    """A convolution over three words, then ReLU and batch norm."""

    weight: Floats  # 3 × inputs, filters
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """``rows`` are words × inputs; beyond both ends stand zeros."""
        beside = np.zeros((len(rows), 3, rows.shape[1]), np.float32)
        beside[1:, 0], beside[:, 1], beside[:-1, 2] = rows[:-1], rows, rows[1:]
        output: Floats = beside.reshape(len(rows), -1) @ self.weight
        output += self.bias
        np.maximum(output, 0, out=output)
        output *= self.scale
        output += self.shift
        return output


class _Vectors:
    """The vectors of words by their numbers: put together from the codes of their hundred parts, and kept."""

    def __init__(self, indexes: NDArray[np.uint8], codes: Floats) -> None:
        self._indexes, self._codes = indexes, codes
        self._begin_anew(_KEPT)

    def _begin_anew(self, room: int) -> None:
        self._kept: Floats = np.empty((room, self._codes.shape[0] * self._codes.shape[2]), np.float32)
        self._places = np.full(len(self._indexes), -1, np.int32)
        self._used = 0

    def _let_go(self) -> None:
        """Give back the pages of the table that were looked into: a few thousand words would keep all 25 MB of it in memory."""
        table = getattr(self._indexes, "_mmap", None)
        if table is not None and hasattr(mmap, "MADV_DONTNEED"):
            table.madvise(mmap.MADV_DONTNEED)

    def __call__(self, words: Ints) -> Floats:
        """One row a word."""
        new = np.unique(words[self._places[words] < 0])
        if len(new):
            if self._used + len(new) > len(self._kept):
                new = np.unique(words)
                self._begin_anew(max(_KEPT, len(new)))
            places = np.arange(self._used, self._used + len(new))
            parts = self._codes[np.arange(len(self._codes)), self._indexes[new]]
            self._let_go()
            self._kept[places], self._places[new] = parts.reshape(len(new), -1), places
            self._used += len(new)
        rows: Floats = self._kept[self._places[words]]
        return rows


class Encoder:
    """What slovnet's networks begin with: words and their shapes as :meth:`rows` of numbers, each telling of its neighbours.

    ``like``: another network whose table of words is used, since all of them have the same.
    """

    def __init__(self, model: Path, vectors: Path, like: Encoder | None = None) -> None:
        with tarfile.open(model) as archive:
            self._scheme = json.loads(_read(archive, "model.json"))
            self.labels = _read(archive, f"vocabs/{self.vocabulary}.gz", packed=True).decode().splitlines()
            shapes = _read(archive, "vocabs/shape.gz", packed=True).decode().splitlines()
            self._words: bytes = like._words if like else _read(archive, "vocabs/word.gz", packed=True)
            arrays = {m.name: _read(archive, m.name) for m in archive.getmembers() if m.name.startswith("arrays/")}
        #: The numbers as they are stored, by the number of their file; forgotten when the network has taken its own.
        self._arrays = {int(name[7:-4]): np.frombuffer(data, np.float32) for name, data in arrays.items()}
        self._shapes = {shape: number for number, shape in enumerate(shapes)}
        emb = self._scheme["emb"]
        self._shape_vectors = self._array(emb["shape"]["weight"])
        self._layers = [self._layer(layer) for layer in self._scheme["encoder"]["layers"]]
        self._vectors: _Vectors = like._vectors if like else _Vectors(*_quantised(vectors, emb["word"]))
        self._shape = _shape_teller()
        self.number_of = lru_cache(maxsize=20_000)(self._number_of)

    #: The file of the labels the network tells.
    vocabulary: ClassVar[str]

    def _array(self, entry: dict[str, Any]) -> Floats:
        return self._arrays[entry["array"]].reshape(entry["shape"])

    def _layer(self, entry: dict[str, Any]) -> _Layer:
        weight = self._array(entry["conv"]["weight"])  # filters × inputs × 3
        norm = {name: self._array(entry["norm"][name]) for name in ("weight", "bias", "mean", "std")}
        scale = norm["weight"] / norm["std"]
        flat = np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(-1, weight.shape[0]))
        return _Layer(flat, self._array(entry["conv"]["bias"]), scale, norm["bias"] - norm["mean"] * scale)

    @cached_property
    def _ends(self) -> Ints:
        """Where each word of the list ends: its words stand in order, but for ``<unk>`` and ``<pad>`` at the end."""
        return np.flatnonzero(np.frombuffer(self._words + b"\n", np.uint8) == ord("\n"))

    def _number_of(self, word: str) -> tuple[int, int]:
        """The numbers of a word and of its shape."""
        sought, ends = word.lower().encode("utf-8", "replace"), self._ends
        unknown = len(ends) - 2
        low, high = 0, unknown
        while low < high:
            middle = (low + high) // 2
            if self._word(middle) < sought:
                low = middle + 1
            else:
                high = middle
        return low if low < unknown and self._word(low) == sought else unknown, self._shapes[self._shape(word)]

    def _word(self, number: int) -> bytes:
        return self._words[self._ends[number - 1] + 1 if number else 0 : self._ends[number]]

    def rows(self, sentences: Sequence[Sequence[str]]) -> tuple[Floats, Ints]:
        """Words × features of all sentences in one, and how many words each sentence has.

        The sentences are read as one long row, each with two empty words behind it. What slovnet saw there when a longer
        sentence filled the batch is kept, since it weighs on the last word: a word called ``<pad>``.
        """
        sizes = np.array([len(sentence) for sentence in sentences])
        ends = np.cumsum(sizes + 2) - 2
        words = np.full(ends[-1] + 2, len(self._ends) - 1, np.intp)
        shapes = np.zeros_like(words)
        real = np.zeros(len(words), np.bool_)
        for end, size, sentence in zip(ends, sizes, sentences, strict=True):
            words[end - size : end], shapes[end - size : end] = zip(*map(self.number_of, sentence), strict=True)
            real[end - size : end] = True
        rows = np.concatenate((self._vectors(words), self._shape_vectors[shapes]), axis=1)
        rows[ends + 1] = 0
        rows[ends[sizes == sizes.max()]] = 0
        for layer in self._layers:
            rows = layer(rows)
            rows[~real] = 0
        return rows[real], sizes


class Network(Encoder):
    """The tagger: :meth:`scores` of each word and tag, and the :meth:`best` row of tags."""

    vocabulary = "tag"

    def __init__(self, model: Path, vectors: Path) -> None:
        super().__init__(model, vectors)
        head = self._scheme["head"]
        self.tags = self.labels
        self._head = self._array(head["proj"]["weight"]), self._array(head["proj"]["bias"])
        self._transitions = self._array(head["crf"]["transitions"])
        self._arrays.clear()

    def scores(self, sentences: Sequence[Sequence[str]]) -> tuple[Floats, Mask]:
        """Sentences × words × tags, and where there is a word."""
        rows, sizes = self.rows(sentences)
        weight, bias = self._head
        known = np.arange(sizes.max()) < sizes[:, None]
        scores = np.zeros((*known.shape, len(self.tags)), np.float32)
        scores[known] = rows @ weight + bias
        return scores, known

    def best(self, scores: Floats, known: Mask) -> list[Ints]:
        """The best row of tags of each sentence (Viterbi)."""
        places, tags = scores.shape[1:]
        own = np.ascontiguousarray(scores.transpose(1, 2, 0))  # places × tags × sentences: long rows are added faster
        top, between = own.copy(), self._transitions.reshape(tags, tags)[:, :, None]
        for place in range(1, places):
            ways = top[place - 1, :, None] + between
            ways += own[place]
            np.copyto(top[place], np.where(known[:, place], np.maximum.reduce(ways), top[place - 1]))
        best = np.empty((places, len(scores)), np.intp)
        best[-1] = top[-1].argmax(0)
        for place in range(places - 1, 0, -1):
            now = best[place]  # the best way to each, where the sentence reaches so far
            ways = top[place - 1] + between[:, :, 0].take(now, 1) + own[place].T[np.arange(len(now)), now]
            best[place - 1] = np.where(known[:, place], ways.argmax(0), now)
        return [best[:size, number] for number, size in enumerate(known.sum(1))]


class Parser(Encoder):
    """The parser: :meth:`heads` tells on which word each word depends, and how (labels of Universal Dependencies)."""

    vocabulary = "rel"

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
        found = []
        for end, size in zip(np.cumsum(sizes), sizes, strict=True):
            own = rows[end - size : end]
            arcs = _turned(np.vstack((self._arcs["root"], own)), self._arcs, "head") @ self._arcs["kernel"]
            heads = (arcs[1:] @ _turned(np.vstack((self._arcs["root"], own)), self._arcs, "tail").T).argmax(1)
            above = _turned(np.vstack((self._relations["root"], own))[heads], self._relations, "head")
            below = _turned(own, self._relations, "tail")
            scores = (above @ self._relations["kernel"]).reshape(size, -1, below.shape[1]) @ below[:, :, None]
            found.append(([int(h) - 1 for h in heads], [self.labels[i] for i in scores[:, :, 0].argmax(1)]))
        return found


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


def _quantised(vectors: Path, entry: dict[str, Any]) -> tuple[NDArray[np.uint8], Floats]:
    """The table of code numbers, left on disk, and the codes they stand for."""
    with tarfile.open(vectors) as archive:
        place = archive.getmember("pq.bin").offset_data + _HEADER
    indexes = np.memmap(vectors, np.uint8, "r", place, tuple(entry["indexes"]["shape"]))
    shape = tuple(entry["codes"]["shape"])
    codes = np.fromfile(vectors, np.float32, int(np.prod(shape)), offset=place + indexes.size)
    return indexes, codes.reshape(shape)
