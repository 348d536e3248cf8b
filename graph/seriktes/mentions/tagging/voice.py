"""The first voice for Russian names, and the parser: networks of the natasha project, read from its wheel without importing it.

numpy and the network are loaded with the first Russian sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seriktes.errors import DataError
from seriktes.mentions.tagging.word_features import clean
from seriktes.model import Token
from seriktes.processes.threads import with_one_thread
from seriktes.records import Kept

if TYPE_CHECKING:
    from seriktes.mentions.tagging.network import Network, Parser

_BATCH = 32
_LONGEST_RUN = 300
#: How far the second label may be behind, in the network's scores, to count as near, farther, far.
_STEPS = (1.0, 3.0, 6.0)
LABELS = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


@cache
def _data() -> Path:
    """Where natasha keeps its files."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise DataError("the package natasha is not installed; it carries the Russian name tagger: pip install natasha")
    with_one_thread()
    return Path(spec.origin).parent / "data"


def _vectors() -> Path:
    return _data() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"


@cache
def _network() -> Network:
    model = _data() / "model" / "slovnet_ner_news_v1.tar"
    from seriktes.mentions.tagging.network import Network

    return Network(model, _vectors())


@cache
def _parser() -> Parser:
    from seriktes.mentions.tagging.network import Parser

    return Parser(_data() / "model" / "slovnet_syntax_news_v1.tar", _vectors(), _network())


def dependencies(sentences: Sequence[Sequence[Token]]) -> list[list[tuple[int, str]]]:
    """For each token of Russian sentences: the token it depends on (-1: none) and the label of Universal Dependencies.

    >>> from seriktes.text.tokens import tokenize
    >>> dependencies([tokenize("Посол прибыл в Астану.")])[0]
    [(1, 'nsubj'), (-1, 'root'), (3, 'case'), (1, 'obl'), (1, 'punct')]
    """
    pieces = [_parts(tokens[:_LONGEST_RUN]) for tokens in sentences]
    order = sorted(range(len(pieces)), key=lambda i: len(pieces[i][0]))
    found: list[list[tuple[int, str]]] = [[] for _ in pieces]
    for begin in range(0, len(order), _BATCH):
        chosen = order[begin : begin + _BATCH]
        for i, arcs in zip(chosen, _parser().heads([pieces[i][0] for i in chosen]), strict=True):
            found[i] = _of_tokens(*arcs, pieces[i][1])
    return found


def _of_tokens(heads: Sequence[int], labels: Sequence[str], firsts: Sequence[int]) -> list[tuple[int, str]]:
    """The arcs of words as arcs of tokens: an initial and its dot are one token."""
    owner = [bisect_right(firsts, word) - 1 for word in range(len(heads))]
    return [(owner[heads[first]] if heads[first] >= 0 else -1, labels[first]) for first in firsts]


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
    network = _network()
    scores, sizes = network.scores(items)
    told = iter(_with_doubt(tuple(network.tags), network.best(scores, sizes), scores))
    return [list(islice(told, len(words))) for words in items]


def _with_doubt(names: tuple[str, ...], tags: Any, scores: Any) -> list[str]:
    """Each tag, and after a stroke the label that comes next in the network's own scores, with how far it is behind (0 to 3).

    ``scores`` are words × tags.
    """
    import numpy as np

    told, columns, own = _told(names)
    exact = scores.astype(np.float64)
    best = np.stack([np.maximum.reduce(exact[:, group], 1) for group in columns], axis=1)
    mine, words = own[tags], np.arange(len(tags))
    leads = best[words, mine]
    best[words, mine] = -np.inf
    second = best.argmax(1)
    behind = leads - best[words, second]
    steps = sum((behind > step).astype(int) for step in _STEPS)
    return [told[tag][rival][step] for tag, rival, step in zip(tags, second.tolist(), steps.tolist(), strict=True)]


@cache
def _told(names: tuple[str, ...]) -> tuple[list[list[list[str]]], list[list[int]], Any]:
    """What is told of a tag, by rival label and steps behind; the tags of each label; the label of each tag."""
    import numpy as np

    labels = list(dict.fromkeys(name[2:] for name in names))
    columns = [[i for i, name in enumerate(names) if name[2:] == label] for label in labels]
    told = [[[f"{name}/{label or 'O'}{step}" for step in range(len(_STEPS) + 1)] for label in labels] for name in names]
    return told, columns, np.array([labels.index(name[2:]) for name in names])


def _parts(tokens: Sequence[Token]) -> tuple[list[str], list[int]]:
    """The words as slovnet knows them (an initial and its dot are two), and where each token begins among them."""
    parts = list(map(_parts_of.__getitem__, [token.text for token in tokens]))
    firsts = [0, *accumulate(map(len, parts))]
    return list(chain.from_iterable(parts)), firsts[:-1]


def _parted(word: str) -> tuple[str, ...]:
    word = clean(word)
    return (word[:-1], ".") if len(word) > 1 and word[-1] == "." and word[0].isalpha() else (word,)


_parts_of = Kept(_parted, 20_000)
