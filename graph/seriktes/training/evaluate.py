"""Measure the taggers on the public corpora; only development parts are read.

Models are trained afresh without what is measured: KazNERD is cross-validated by source sentence, factRuEval by document,
CrossNER's development part by sentence (its small training part always trains); NEREL is in no training at all.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from seriktes.mentions.lexicon import key_of, lexicon
from seriktes.mentions.small_words import small_words_in_use
from seriktes.mentions.tagging import tagger
from seriktes.model import Language
from seriktes.text.sentences import split_sentences
from seriktes.text.tokens import tokenize
from seriktes.training import corpora, russian
from seriktes.training.conventions import as_nerel_cuts
from seriktes.training.examples import Example, Marked, check_corpora
from seriktes.training.scoring import Score, Verdict, verdicts
from seriktes.training.train import CORPORA_OF, PLANS, material, small_words_of, train_layer

#: Into how many parts a corpus is cut; each is measured on models of the others.
FOLDS = 4
#: What each corpus annotates, of what the taggers mark.
MEASURED: dict[str, tuple[Language, tuple[str, ...]]] = {
    "kaznerd": ("kk", ("names", "posts", "titles")),
    "nerel": ("ru", ("names", "posts")),
    "factrueval": ("ru", ("names", "posts")),
    "crossner": ("en", ("names", "titles")),
}
_MOST_ERRORS = 25

Told = Callable[[str], None]
Cut = Callable[[str, Sequence[Marked]], tuple[Marked, ...]]
#: Corpora that settle otherwise than this house where a name begins and ends, and how their rule is told.
CUTS: dict[str, Cut] = {"nerel": as_nerel_cuts}


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


def _hold(number: int, part: int, source: str) -> bool:
    """A stable split by source id, the same for all variants of a sentence."""
    return sum(ord(c) * (i + 7) for i, c in enumerate(source)) % number == part


def folds(corpus: str, folder: Path, parts: int = FOLDS) -> Iterator[tuple[frozenset[str], list[Example]]]:
    """Sources to hold out and the examples to measure on, for the first so many parts of the corpus."""
    if corpus == "nerel":
        yield frozenset(), list(russian.nerel(folder))
        return
    examples = _measured_examples(corpus, folder)
    for part in range(parts):
        chosen = [e for e in examples if _hold(FOLDS, part, e.source)]
        yield frozenset(e.source for e in chosen), chosen


def _measured_examples(corpus: str, folder: Path) -> list[Example]:
    if corpus == "crossner":
        return [e for e in corpora.english(folder) if e.source.startswith("crossner-dev")]
    if corpus == "factrueval":
        return list(russian.factrueval(folder))
    first: dict[str, Example] = {}
    for example in corpora.kazakh(folder):
        first.setdefault(example.source, example)
    return list(first.values())


class Result:
    """The score of a corpus, and its errors counted; where the corpus cuts names by other rules, also the score of names cut so."""

    def __init__(self, cut: Cut | None = None) -> None:
        self.score, self.as_cut = Score(), Score()
        self._cut = cut
        self.errors: Counter[tuple[str, str]] = Counter()
        self.examples: dict[tuple[str, str], Counter[str]] = {}
        self.inner: Counter[bool] = Counter()

    def add(self, example: Example, layer: str, found: Sequence[Marked]) -> None:
        """Count what was found in one text."""
        inner = example.layers.get("inner", ()) if layer == "names" else ()
        case = (example.text, example.language, example.layers[layer], found, inner)
        self.score.add(*case)
        if self._cut and layer == "names":
            self.as_cut.add(*case[:3], self._cut(example.text, found), inner)
        self.inner.update(_is_listed(example.text[m.start : m.end], example.language) for m in inner if m.label != "?")
        for verdict in verdicts(*case):
            mark = verdict.gold or verdict.found
            if mark is not None:
                kind = (verdict.kind, mark.label)
                self.errors[kind] += 1
                self.examples.setdefault(kind, Counter())[_told(example.text, verdict)] += 1

    def lines(self) -> Iterator[str]:
        """The table, and how many of the names inside names the lists know."""
        yield from self.score.lines()
        if self._cut and self.as_cut.counts:
            yield "names cut as the corpus cuts them:"
            yield from self.as_cut.lines()
        if self.inner:
            yield f"names inside names: {self.inner.total()}, of which {self.inner[True]} stand in the lists"

    def error_lines(self) -> Iterator[str]:
        """The commonest errors, by kind: wanted name ← what was found instead."""
        for kind, number in sorted(self.errors.items(), key=lambda item: (-item[1], item[0])):
            yield f"{' '.join(kind)}: {number}"
            rows = sorted(self.examples[kind].items(), key=lambda item: (-item[1], item[0]))
            yield from (f"  {count:4} {text}" for text, count in rows[:_MOST_ERRORS])


def _is_listed(name: str, language: Language) -> bool:
    names, words = lexicon(language), [token.text for token in tokenize(name)]
    keys = [key_of(word, language) for word in words]
    return any(names.classes_of(word) for word in words) or any(True for _ in names.matches(keys))


def _told(text: str, verdict: Verdict) -> str:
    gold, found = verdict.gold, verdict.found
    wanted = text[gold.start : gold.end] if gold else ""
    instead = f"{found.label} {text[found.start : found.end]}" if found else ""
    return " ".join(f"{wanted} ← {instead}".split()) if wanted and instead else " ".join((wanted or instead).split())


def measure(
    corpus: str,
    folder: Path,
    layer: str | None = None,
    parts: int = FOLDS,
    tell: Told = lambda line: None,
    documents: Path | None = None,
) -> Result:
    """Train without what is measured, with our own ``documents`` if given, tag, and count.

    Raises DataError when a corpus is not there.
    """
    language, annotated = MEASURED[corpus]
    layers = [name for name in annotated if layer in (None, name)]
    check_corpora(folder, CORPORA_OF[language])
    result = Result(CUTS.get(corpus))
    for number, (held_out, examples) in enumerate(folds(corpus, folder, parts), 1):
        with tempfile.TemporaryDirectory() as place:
            sentences = material(language, folder, held_out, documents)
            with small_words_in_use(language, small_words_of(sentences, language)):
                for name in layers:
                    tell(f"{corpus}: part {number}, {name}: learning from {len(sentences):,} sentences")
                    path = Path(place) / f"{language}.{name}.crfsuite"
                    train_layer(sentences, name, path, PLANS[language, name])
                with tagger.models_from(Path(place)):
                    for example in examples:
                        known = [name for name in layers if name in example.layers]
                        for name, found in tagged(example, known).items():
                            result.add(example, name, found)
    return result
