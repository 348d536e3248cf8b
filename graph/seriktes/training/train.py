"""Train the taggers: ``python -m seriktes.training.train --corpora ../shared/corpora --out graph/seriktes/models``."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from seriktes.mentions.features import sentence_features
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.voice import voice_tags
from seriktes.model import Language, Token
from seriktes.text.tokens import tokenize
from seriktes.training import augment, corpora
from seriktes.training.corpora import Example, Marked

SEED = 20261122
#: The layers each language learns, with the options of the learner that differ from the common ones.
PLANS: dict[tuple[Language, str], dict[str, float | int]] = {
    ("kk", "names"): {},
    ("kk", "posts"): {},
    ("kk", "titles"): {},
    ("ru", "names"): {},
    ("ru", "posts"): {},
    ("ru", "titles"): {},
    ("en", "names"): {},
    ("en", "posts"): {},
    ("en", "titles"): {},
}
COMMON: dict[str, float | int] = {"c1": 0.15, "c2": 0.03, "max_iterations": 90, "feature.minfreq": 2}


@dataclass(frozen=True, slots=True)
class Run:
    """Features and tags of a run of tokens whose truth is known."""

    rows: list[list[str]]
    tags: list[str]


def tags_of(tokens: Sequence[Token], marks: Iterable[Marked]) -> list[str]:
    """IOB2 tags of the tokens; ``?`` where the truth is unknown.

    >>> tags_of(tokenize("С.Абдрахманов келді"), [Marked(0, 13, "Person")])
    ['B-Person', 'I-Person', 'O']
    """
    tags = ["O"] * len(tokens)
    for mark in sorted(marks, key=lambda m: m.label != "?"):
        inside = [i for i, token in enumerate(tokens) if token.overlaps(mark)]
        for i in inside:
            tags[i] = "?" if mark.label == "?" else f"{'B' if i == inside[0] else 'I'}-{mark.label}"
    return tags


def known_runs(rows: list[list[str]], tags: list[str]) -> Iterator[Run]:
    """The sentence split where the truth is unknown; features still saw all of it."""
    start = 0
    for i, tag in enumerate([*tags, "?"]):
        if tag == "?":
            if i > start:
                yield Run(rows[start:i], tags[start:i])
            start = i + 1


def train_layer(examples: Iterable[Example], layer: str, path: Path, options: dict[str, float | int]) -> None:
    """Train one model of one layer from sentences and write it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**COMMON, **options})
    for example in examples:
        if layer not in example.layers:
            continue
        tokens = tokenize(example.text)
        voice = voice_tags([tokens])[0] if example.language == "ru" else ()
        rows = sentence_features(tokens, example.language, voice)
        for run in known_runs(rows, tags_of(tokens, example.layers[layer])):
            trainer.append(run.rows, run.tags)
    path.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(path))


def one_per_source(examples: Iterable[Example]) -> Iterator[Example]:
    """KazNERD tells most sentences twice, figures in words and in digits: keep the first of each."""
    seen: set[str] = set()
    for example in examples:
        if example.source not in seen:
            seen.add(example.source)
            yield example


def material(language: Language, folder: Path, held_out: frozenset[str] = frozenset()) -> list[Example]:
    """All training sentences of a language: corpora, variants in press-release style, and made-up sentences."""
    chance = random.Random(SEED)
    if language == "kk":
        base = [e for e in one_per_source(corpora.kazakh(folder)) if e.source not in held_out]
    else:
        reader = corpora.russian if language == "ru" else corpora.english
        base = [s for e in reader(folder) if e.source not in held_out for s in corpora.sentences_of(e)]
    told = [_with_silence(e) for e in base]
    return [*told, *augment.variants(told, chance), *augment.made_up(language, chance)]


def _with_silence(example: Example) -> Example:
    """A sentence without post words holds no post, whether its corpus annotates posts or not."""
    if "posts" in example.layers or any(word_class(t.text, example.language) == "post" for t in tokenize(example.text)):
        return example
    return Example(example.text, example.language, example.source, {**example.layers, "posts": ()})


def main() -> None:
    """Train all models, or those of one language or layer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--language", choices=("kk", "ru", "en"))
    parser.add_argument("--layer", choices=("names", "posts", "titles"))
    given = parser.parse_args()
    for language in ("kk", "ru", "en"):
        if given.language not in (None, language):
            continue
        examples = material(language, given.corpora)
        for (owner, layer), options in PLANS.items():
            if owner == language and given.layer in (None, layer):
                path = given.out / f"{language}.{layer}.crfsuite"
                train_layer(examples, layer, path, options)
                print(f"{path} {path.stat().st_size:,} bytes, {len(examples):,} sentences")


if __name__ == "__main__":
    main()
