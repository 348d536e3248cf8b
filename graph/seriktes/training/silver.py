"""Posts (by the rule of ``silver_posts``) and sure names in Russian texts, to train on where no free corpus marks them.

A sure name is a person or place that natasha's network hears without doubt; whatever it doubts, and all ground where an
organisation may lie (its extents are not this house's), stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from seriktes.mentions.lexicon import word_class
from seriktes.mentions.tagging.voice import LABELS, voice_tags
from seriktes.model import Token
from seriktes.text.tokens import tokenize
from seriktes.training.examples import Example, Marked
from seriktes.training.silver_posts import name_end, silver_posts

#: How far natasha's second thought must be behind (see ``voice``), and how far around an organisation nothing is sure.
_SURE, _AROUND = 2, 4


def with_silver(examples: Iterable[Example], nameless: frozenset[str] = frozenset()) -> Iterator[Example]:
    """The sentences with posts by rule, and with sure names where nobody marked any, but for those of ``nameless`` sources.

    Posts marked by hand give way: factRuEval cuts them differently, and half of each teaches neither.
    """
    for example in examples:
        tokens = tokenize(example.text)
        voice = heard(tokens)
        layers = {**example.layers, "posts": tuple(silver_posts(tokens, voice))}
        if "names" not in layers and example.source not in nameless:
            layers["names"] = tuple(silver_names(tokens, voice))
        yield Example(example.text, example.language, example.source, layers)


_heard: dict[tuple[str, ...], tuple[str, ...]] = {}


def listen(sentences: Iterable[Sequence[Token]]) -> None:
    """Ask natasha's network about many sentences at once, which is quicker, and keep what it says: each layer asks again."""
    asked = {_words(tokens): tokens for tokens in sentences}
    new = {words: tokens for words, tokens in asked.items() if words not in _heard}
    _heard.update(zip(new, map(tuple, voice_tags(list(new.values()))), strict=True))


def heard(tokens: Sequence[Token]) -> tuple[str, ...]:
    """What natasha's network says of a sentence."""
    if _words(tokens) not in _heard:
        listen([tokens])
    return _heard[_words(tokens)]


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.text for token in tokens)


def silver_names(tokens: Sequence[Token], voice: Sequence[str]) -> Iterator[Marked]:
    """The sure persons and places of a sentence, and ``?`` over all that is not sure."""
    tags = [tag for tag, _ in (told.split("/") for told in voice)]
    doubted = [int(told[-1]) < _SURE for told in voice]
    for i, tag in enumerate(tags):
        near = tags[max(0, i - _AROUND) : i + _AROUND + 1]
        if doubted[i] or any(other.endswith("-ORG") for other in near) or word_class(tokens[i].text, "ru") == "org":
            yield Marked(tokens[i].start, tokens[i].end, "?")
        elif tag.startswith("B-"):
            end = name_end(tags, i)
            if not any(doubted[i:end]):
                yield Marked(tokens[i].start, tokens[end - 1].end, LABELS[tag[2:]])
