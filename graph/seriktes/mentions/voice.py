"""The first voice for Russian names: the tagger of the natasha project, read from its wheel without importing it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from seriktes.errors import DataError
from seriktes.mentions.features import clean
from seriktes.model import Token

_BATCH = 32
_LONGEST_RUN = 300
#: How far the second label may be behind, in the network's scores, to count as near, farther, far.
_STEPS = (1.0, 3.0, 6.0)
LABELS = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


@cache
def _tagger() -> Any:
    """slovnet's network with navec's vectors; natasha itself would drag in a second morphology."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise DataError("the package natasha is not installed; it carries the Russian name tagger: pip install natasha")
    from navec import Navec
    from slovnet.api import NER

    data = Path(spec.origin).parent / "data"
    vectors = Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    tagger = NER.load(str(data / "model" / "slovnet_ner_news_v1.tar"), batch_size=_BATCH).navec(vectors)
    return tagger.infer


def voice_tags(sentences: Sequence[Sequence[Token]]) -> list[list[str]]:
    """IOB2 tags (``B-PER`` …) for the tokens of many sentences, each with its strongest rival (``B-PER/ORG2``).

    >>> from seriktes.text.tokens import tokenize
    >>> [tag.split("/")[0] for tag in voice_tags([tokenize("Посол А. Петров прибыл в Астану.")])[0]]
    ['O', 'B-PER', 'I-PER', 'O', 'O', 'B-LOC', 'O']
    """
    pieces: list[tuple[list[str], list[int]]] = []
    owners: list[int] = []
    for number, tokens in enumerate(sentences):
        for start in range(0, len(tokens), _LONGEST_RUN):
            pieces.append(_parts(tokens[start : start + _LONGEST_RUN]))
            owners.append(number)
    order = sorted(range(len(pieces)), key=lambda i: len(pieces[i][0]))
    answers: list[list[str]] = [[] for _ in pieces]
    for begin in range(0, len(order), _BATCH):
        chosen = order[begin : begin + _BATCH]
        for i, tags in zip(chosen, _run([pieces[i][0] for i in chosen]), strict=True):
            answers[i] = tags
    result: list[list[str]] = [[] for _ in sentences]
    for owner, (_, firsts), tags in zip(owners, pieces, answers, strict=True):
        result[owner] += [tags[first] for first in firsts]
    return result


def _run(items: list[list[str]]) -> list[list[str]]:
    infer = _tagger()
    heard: list[list[str]] = []
    for batch in infer.encoder(items):
        network, known = infer.model, ~batch.pad_mask
        scores = network(batch.word_id, batch.shape_id, batch.pad_mask)
        names = [infer.decoder.tags_vocab.decode(i) for i in range(scores.shape[-1])]
        for row, tags in zip(scores, network.head.crf.decode(scores, known), strict=True):
            heard.append([_with_doubt(names, tag, row[i]) for i, tag in enumerate(tags)])
    return heard


def _with_doubt(names: Sequence[str], tag: int, scores: Any) -> str:
    """The tag, and after a stroke the label that comes next in the network's own scores, with how far it is behind (0 to 3)."""
    own = names[tag][2:]
    best: dict[str, float] = {}
    for name, score in zip(names, scores.tolist(), strict=True):
        label = name[2:]
        best[label] = max(score, best.get(label, score))
    second = max((label for label in best if label != own), key=lambda label: best[label])
    behind = best.get(own, 0.0) - best[second]
    return f"{names[tag]}/{second or 'O'}{sum(behind > step for step in _STEPS)}"


def _parts(tokens: Sequence[Token]) -> tuple[list[str], list[int]]:
    """The words as slovnet knows them (an initial and its dot are two), and where each token begins among them."""
    words: list[str] = []
    firsts: list[int] = []
    for token in tokens:
        firsts.append(len(words))
        word = clean(token.text)
        words += [word[:-1], "."] if len(word) > 1 and word[-1] == "." and word[0].isalpha() else [word]
    return words, firsts
