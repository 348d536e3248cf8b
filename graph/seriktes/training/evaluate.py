"""Measure the taggers: ``python -m seriktes.training.evaluate --corpora ../shared/corpora --corpus kaznerd``.

Only development parts are read. Models are trained afresh without what is measured: KazNERD is held out by source
sentence, factRuEval is cross-validated by document, CrossNER's dev part is held out; NEREL is in no training at all.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from seriktes.mentions import tagger
from seriktes.mentions.lexicon import key_of, word_class
from seriktes.model import Language
from seriktes.text.sentences import split_sentences
from seriktes.training import corpora
from seriktes.training.corpora import Example, Marked, outermost
from seriktes.training.train import PLANS, material, train_layer

#: Words that belong to a name or not as the corpus pleases: forgiven at the edges of a lenient match.
_FREE = frozenset({"org", "place", "event", "project", "post"})
FOLDS = 4


def tagged(example: Example, layers: Sequence[str]) -> dict[str, tuple[Marked, ...]]:
    """What the taggers mark in a text, by layer."""
    sentences = split_sentences(example.text, default=example.language)
    own = [
        s if s.language == example.language else type(s)(s.start, s.end, s.tokens, example.language, s.paragraph)
        for s in sentences
    ]
    return {
        layer: tuple(
            Marked(t.start, t.end, t.label) for found in tagger.tag_sentences(example.text, own, (layer,)) for t in found
        )
        for layer in layers
    }


class Score:
    """Counts of right, found and wanted, by label; exact, lenient and overlapping."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()

    def add(self, text: str, language: Language, wanted: Sequence[Marked], found: Sequence[Marked]) -> None:
        """Count one text; spans in unknown ground are neither right nor wrong."""
        unknown = [m for m in wanted if m.label == "?"]
        gold = [m for m in wanted if m.label != "?"]
        kept = [m for m in found if not any(u.overlaps(m) for u in unknown) or m in gold]
        for way, same in _WAYS.items():
            left = list(gold)
            for mark in kept:
                match = next((g for g in left if same(text, language, g, mark)), None)
                self.counts[way, mark.label, "found"] += 1
                if match is not None:
                    left.remove(match)
                    self.counts[way, mark.label, "right"] += 1
            for mark in gold:
                self.counts[way, mark.label, "wanted"] += 1

    def lines(self) -> Iterator[str]:
        """A table: precision, recall and F1 for each label and for all."""
        labels = sorted({label for _, label, _ in self.counts})
        yield f"{'':14}" + "".join(f"{way:>26}" for way in _WAYS)
        yield f"{'':14}" + "      P     R    F1     n  " * len(_WAYS)
        for label in [*labels, "all"]:
            yield f"{label:14}" + "".join(self._cells(way, labels if label == "all" else [label]) for way in _WAYS)

    def _cells(self, way: str, labels: Iterable[str]) -> str:
        right, found, wanted = (sum(self.counts[way, label, what] for label in labels) for what in ("right", "found", "wanted"))
        precision, recall = right / max(1, found), right / max(1, wanted)
        middle = 2 * right / max(1, found + wanted)
        return f"  {precision:6.1%}{recall:6.1%}{middle:6.1%}{wanted:5}"


def _exact(text: str, language: Language, gold: Marked, mark: Marked) -> bool:
    return gold == mark


def _core(text: str, language: Language, mark: Marked) -> tuple[str, ...]:
    words = [w.strip("«»“”„\"'().,") for w in text[mark.start : mark.end].split()]
    words = [w for w in words if w]
    while len(words) > 1 and word_class(words[-1], language) in _FREE:
        words.pop()
    while len(words) > 1 and word_class(words[0], language) in _FREE:
        words.pop(0)
    return tuple(key_of(w, language).lower() for w in words)


def _lenient(text: str, language: Language, gold: Marked, mark: Marked) -> bool:
    return _overlap(text, language, gold, mark) and _core(text, language, gold) == _core(text, language, mark)


def _overlap(text: str, language: Language, gold: Marked, mark: Marked) -> bool:
    return gold.label == mark.label and gold.overlaps(mark)


_WAYS: dict[str, Callable[[str, Language, Marked, Marked], bool]] = {"exact": _exact, "lenient": _lenient, "overlap": _overlap}


def _hold(number: int, part: int, source: str) -> bool:
    """A stable split by source id, the same for all variants of a sentence."""
    return sum(ord(c) * (i + 7) for i, c in enumerate(source)) % number == part


def folds(corpus: str, folder: Path) -> Iterator[tuple[frozenset[str], list[Example]]]:
    """Sources to hold out and the examples to measure on."""
    if corpus == "kaznerd":
        held = [e for e in corpora.kazakh(folder) if _hold(8, 3, e.source)]
        first: dict[str, Example] = {}
        for example in held:
            first.setdefault(example.source, example)
        yield frozenset(first), list(first.values())
    elif corpus == "factrueval":
        examples = list(corpora.russian(folder))
        for part in range(FOLDS):
            chosen = [e for e in examples if _hold(FOLDS, part, e.source)]
            yield frozenset(e.source for e in chosen), chosen
    elif corpus == "crossner":
        held = [e for e in corpora.english(folder) if e.source.startswith("crossner-dev")]
        yield frozenset(e.source for e in held), held
    else:
        yield frozenset(), list(corpora.nerel(folder))


def measure(corpus: str, folder: Path, layers: Sequence[str]) -> Score:
    """Train without what is measured, tag, and count."""
    score = Score()
    language: Language = {"kaznerd": "kk", "crossner": "en"}.get(corpus, "ru")  # type: ignore[assignment]
    for held_out, examples in folds(corpus, folder):
        with tempfile.TemporaryDirectory() as place:
            sentences = material(language, folder, held_out)
            for layer in layers:
                path = Path(place) / f"{language}.{layer}.crfsuite"
                train_layer(sentences, layer, path, PLANS[language, layer])
            with tagger.models_from(Path(place)):
                for example in examples:
                    known = [layer for layer in layers if layer in example.layers]
                    for layer, found in tagged(example, known).items():
                        score.add(example.text, language, outermost(example.layers[layer]), found)
    return score


def main() -> None:
    """Print the tables of one corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--corpus", choices=("kaznerd", "nerel", "factrueval", "crossner"), required=True)
    parser.add_argument("--layers", default="names,posts,titles")
    given = parser.parse_args()
    annotated = {"kaznerd": ("names", "posts", "titles"), "crossner": ("names", "titles")}
    layers = [x for x in given.layers.split(",") if x in annotated.get(given.corpus, ("names", "posts"))]
    for line in measure(given.corpus, given.corpora, layers).lines():
        print(line)


if __name__ == "__main__":
    main()
