"""Train the taggers; ``seriktes train`` calls ``train_models``."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pycrfsuite

from seriktes.mentions.lexicon import word_class
from seriktes.mentions.small_words import small_words, small_words_in_use
from seriktes.mentions.tagging.elsewhere import elsewhere
from seriktes.mentions.tagging.features import sentence_features
from seriktes.mentions.tagging.word_features import clean
from seriktes.model import Language, Token
from seriktes.text.tokens import tokenize
from seriktes.training import augment, corpora, russian
from seriktes.training.examples import Example, Marked, check_corpora, sentences_of
from seriktes.training.own_documents import SOURCE, own_documents
from seriktes.training.silver import heard, listen, with_silver
from seriktes.training.silver_bodies import rule_bodies
from seriktes.writers.files import write_whole

SEED = 20261122
#: The layers each language learns, with the options of the learner that differ from the common ones.
PLANS: dict[tuple[Language, str], dict[str, float | int]] = {
    ("kk", "names"): {"c2": 0.15, "max_iterations": 60},
    ("kk", "posts"): {},
    ("kk", "titles"): {},
    ("ru", "names"): {},
    ("ru", "posts"): {"c1": 0.15, "c2": 0.1, "max_iterations": 60},
    ("ru", "titles"): {},
    ("en", "names"): {"c1": 0.15, "c2": 0.1, "max_iterations": 60, "feature.minfreq": 3},
    ("en", "posts"): {},
    ("en", "titles"): {},
}
#: Layers that learn ends and single tokens apart (``with_ends``): where it was measured to help.
WITH_ENDS: frozenset[tuple[Language, str]] = frozenset({("kk", "names"), ("ru", "posts")})
#: Posts are learned from all texts of Wikinews, names from every so-manieth.
NAMES_OF_EVERY = 4
CORPORA_OF: dict[Language, tuple[str, ...]] = {"kk": ("kaznerd",), "ru": ("factrueval", "nerel"), "en": ("english",)}
#: How often a language learns from each sentence of our own documents (docs/decisions/0049); a language not named here does not.
OWN_TIMES: dict[Language, int] = {"en": 2}
COMMON: dict[str, float | int] = {"c1": 0.03, "c2": 0.3, "max_iterations": 110, "feature.minfreq": 2}


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


def with_ends(tags: Sequence[str]) -> list[str]:
    """Tags that also tell where a mark ends (E) and that it is one token (S).

    >>> with_ends(["B-Person", "I-Person", "O", "B-Place"])
    ['B-Person', 'E-Person', 'O', 'S-Place']
    """
    told = []
    for tag, after in zip(tags, [*tags[1:], "O"], strict=True):
        goes_on = after == f"I-{tag[2:]}"
        told.append(tag if tag == "O" or goes_on else f"{'S' if tag[0] == 'B' else 'E'}{tag[1:]}")
    return told


def known_runs(rows: list[list[str]], tags: list[str]) -> Iterator[Run]:
    """The sentence split where the truth is unknown; features still saw all of it."""
    start = 0
    for i, tag in enumerate([*tags, "?"]):
        if tag == "?":
            if i > start:
                yield Run(rows[start:i], tags[start:i])
            start = i + 1


class _Trainer(pycrfsuite.Trainer):  # type: ignore[misc]
    """The learner, which tells how far it is."""

    tell: Callable[[str], None]
    name = ""

    def message(self, message: str) -> None:
        """Called by the learner with each line of its log."""
        found = re.match(r"\*+ Iteration #(\d+)", message)
        if found and int(found.group(1)) % 10 == 0:
            self.tell(f"{self.name}: step {found.group(1)} of at most {COMMON['max_iterations']}")


def train_layer(
    examples: Iterable[Example],
    layer: str,
    path: Path,
    options: dict[str, float | int],
    tell: Callable[[str], None] = lambda line: None,
) -> None:
    """Train one model of one layer from sentences and write it."""
    trainer = _Trainer(algorithm="lbfgs", verbose=False)
    trainer.tell, trainer.name = tell, path.name
    trainer.set_params({**COMMON, **options})
    for _, document in groupby(examples, key=lambda e: e.source):
        for example, tokens, rows in _with_features([e for e in document if layer in e.layers], layer):
            for run in known_runs(rows, tags_of(tokens, example.layers[layer])):
                trainer.append(run.rows, with_ends(run.tags) if (example.language, layer) in WITH_ENDS else run.tags)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".new")
    trainer.train(str(unfinished))
    unfinished.replace(path)


def one_per_source(examples: Iterable[Example]) -> Iterator[Example]:
    """KazNERD tells most sentences twice, figures in words and in digits: keep the first of each."""
    seen: set[str] = set()
    for example in examples:
        if example.source not in seen:
            seen.add(example.source)
            yield example


def _with_features(document: Sequence[Example], layer: str) -> Iterator[tuple[Example, Sequence[Token], list[list[str]]]]:
    """The sentences of a document with their tokens and what the learner sees of each; Russian names are heard together."""
    sentences = [tokenize(e.text) for e in document]
    is_russian = bool(document) and document[0].language == "ru"
    voices = [heard(tokens) if is_russian else () for tokens in sentences]
    others = elsewhere(sentences, voices) if is_russian and layer == "names" else [[] for _ in sentences]
    for example, tokens, voice, other in zip(document, sentences, voices, others, strict=True):
        yield example, tokens, sentence_features(tokens, example.language, voice, other)


def material(
    language: Language,
    folder: Path,
    held_out: frozenset[str] = frozenset(),
    documents: Path | None = None,
    without: frozenset[str] = frozenset(),
) -> list[Example]:
    """All training sentences of a language: corpora, variants in press-release style, made-up sentences, and our own documents.

    ``held_out`` are sources of the corpora, ``without`` sets of our own ``documents``, that are not to be learned from.
    """
    chance = random.Random(SEED)
    if language == "kk":
        base = [e for e in one_per_source(corpora.kazakh(folder)) if e.source not in held_out]
    elif language == "ru":
        news = [_with_bodies(e, i) for i, e in enumerate(russian.wikinews(folder))]
        read = (e for e in (*russian.factrueval(folder), *news) if e.source not in held_out)
        plain = [s for e in read for s in sentences_of(e)]
        listen(tokenize(s.text) for s in plain)
        base = list(with_silver(plain, nameless=frozenset(e.source for i, e in enumerate(news) if i % NAMES_OF_EVERY)))
    else:
        base = [s for e in corpora.english(folder) if e.source not in held_out for s in sentences_of(e)]
    told = [_with_silence(e) for e in base]
    more = [*augment.variants(told, chance), *augment.made_up(language, chance)]
    if language == "ru":
        listen(tokenize(e.text) for e in more)
        more = [_without_posts(e) for e in more]
    own = own_documents(documents, language, without) if documents and language in OWN_TIMES else ()
    return [*told, *more, *(e for e in own for _ in range(OWN_TIMES[language]))]


def _with_bodies(example: Example, number: int) -> Example:
    """A text of Wikinews with the organisations that rules know, where names are learned from it."""
    if number % NAMES_OF_EVERY:
        return example
    return Example(example.text, example.language, example.source, {"bodies": rule_bodies(example)})


def _without_posts(example: Example) -> Example:
    """Made-up sentences cut their posts otherwise than the rule by which the others are marked, and variants repeat them."""
    layers = {layer: marks for layer, marks in example.layers.items() if layer != "posts"}
    return Example(example.text, example.language, example.source, layers)


def _with_silence(example: Example) -> Example:
    """A sentence without post words holds no post, whether its corpus annotates posts or not."""
    if "posts" in example.layers or any(word_class(t.text, example.language) == "post" for t in tokenize(example.text)):
        return example
    return Example(example.text, example.language, example.source, {**example.layers, "posts": ()})


def small_words_of(examples: Iterable[Example], language: Language) -> frozenset[str]:
    """What the corpus sentences of the material write in small letters; made-up ones and our own tell nothing. Kazakh only."""
    others = (augment.MADE_UP_SOURCE, SOURCE)
    read = (e.text for e in examples if language == "kk" and not e.source.startswith(others))
    return small_words((clean(token.text) for text in read for token in tokenize(text)), language)


def train_models(
    folder: Path,
    out: Path,
    languages: Sequence[Language],
    layer: str | None = None,
    tell: Callable[[str], None] = lambda line: None,
    documents: Path | None = None,
    without: frozenset[str] = frozenset(),
) -> list[Path]:
    """Train the models of some languages, all layers or one, from a folder of corpora; the files written.

    ``documents``: the folder of our own annotated documents, from whose sets but those ``without`` names are learned too.
    Raises DataError when a corpus or a set is not there.
    """
    for language in languages:
        check_corpora(folder, CORPORA_OF[language])
    written = []
    for language in languages:
        tell(f"{language}: reading the corpora")
        examples = material(language, folder, documents=documents, without=without)
        small = small_words_of(examples, language)
        with small_words_in_use(language, small):
            for owner, name in PLANS:
                if owner != language or layer not in (None, name):
                    continue
                path = out / f"{language}.{name}.crfsuite"
                tell(f"{path.name}: learning from {len(examples):,} sentences")
                train_layer(examples, name, path, PLANS[language, name], tell)
                tell(f"{path}: {path.stat().st_size:,} bytes")
                written.append(path)
        if small:
            write_whole(out / f"{language}.small.txt", "\n".join(sorted(small)) + "\n")
    return written
