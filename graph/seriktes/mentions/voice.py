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
    """IOB2 tags (``B-PER`` …) for the tokens of many sentences.

    >>> from seriktes.text.tokens import tokenize
    >>> voice_tags([tokenize("Посол А. Петров прибыл в Астану.")])
    [['O', 'B-PER', 'I-PER', 'O', 'O', 'B-LOC', 'O']]
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
    return [list(tags) for tags in infer.decoder(infer.process(infer.encoder(items)))]


def _parts(tokens: Sequence[Token]) -> tuple[list[str], list[int]]:
    """The words as slovnet knows them (an initial and its dot are two), and where each token begins among them."""
    words: list[str] = []
    firsts: list[int] = []
    for token in tokens:
        firsts.append(len(words))
        word = clean(token.text)
        words += [word[:-1], "."] if len(word) > 1 and word[-1] == "." and word[0].isalpha() else [word]
    return words, firsts
