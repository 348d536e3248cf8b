"""Posts (by the rule of ``silver_posts``) and sure names in Russian texts, to train on where no free corpus marks them.

A sure name is a person or place that natasha's network hears without doubt, an organisation that the house's rules know, and
one of a single word that both leave alone; whatever the network doubts, and all ground where another organisation may lie (its
extents are not this house's), stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import word_list
from seriktes.mentions.names.acronyms import is_acronym_of_nothing
from seriktes.mentions.tagging.voice import LABELS, voice_tags
from seriktes.model import Token
from seriktes.text.tokens import tokenize
from seriktes.training.examples import Example, Marked
from seriktes.training.silver_posts import begins_name, name_end, silver_posts

#: How far natasha's second thought must be behind (see ``voice``), and how far around an organisation nothing is sure.
_SURE, _AROUND = 2, 4
_NETWORKS = frozenset(word_list("names")["other"]["networks"].split())


def with_silver(examples: Iterable[Example], nameless: frozenset[str] = frozenset()) -> Iterator[Example]:
    """The sentences with posts by rule, and with sure names where nobody marked any, but for those of ``nameless`` sources.

    Posts marked by hand give way: factRuEval cuts them differently, and half of each teaches neither.
    """
    for example in examples:
        tokens = tokenize(example.text)
        voice = heard(tokens)
        layers = {**example.layers, "posts": tuple(silver_posts(tokens, voice))}
        if "names" not in layers and example.source not in nameless:
            layers["names"] = tuple(silver_names(tokens, voice, layers.pop("bodies", ())))
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


def silver_names(tokens: Sequence[Token], voice: Sequence[str], bodies: Sequence[Marked] = ()) -> Iterator[Marked]:
    """The sure persons and places of a sentence and its ``bodies`` by rule, and ``?`` over all that is not sure.

    A name of which one word is doubted is doubtful as a whole, and so is one that overlaps a body without lying inside it. An organisation
    that natasha hears and no rule knows is one where it is a single word with no type word near it; else, and with it all around it, it stays
    open: its extent would not be this house's.
    """
    tags = [tag for tag, _ in (told.split("/") for told in voice)]
    doubted = [int(told[-1]) < _SURE for told in voice]
    heads = [word_class(token.text, "ru") == "org" for token in tokens]
    owned = [next((b for b in bodies if b.covers(token)), None) for token in tokens]
    torn: set[Marked] = set()
    open_ground: set[int] = {i for i in range(len(tokens)) if doubted[i] or heads[i]}
    named: list[Marked] = []
    for i, tag in enumerate(tags):
        if not begins_name(tags, i):
            continue
        end = name_end(tags, i)
        near = range(max(0, i - _AROUND), min(len(tokens), end + _AROUND))
        inside = {owned[j] for j in range(i, end)}
        if len(inside) > 1:
            torn |= {b for b in inside if b is not None}
        if inside != {None} and len(inside) == 1:
            continue  # the body's name is the longer one
        label = LABELS[tag[2:]]
        if label == "Organization":
            if end - i > 1 or any(heads[j] for j in near):
                open_ground |= set(near)
                label = "?"
            elif is_acronym_of_nothing(tokens[i].text) or tokens[i].text.lower() in _NETWORKS:
                label = "?"
        elif label == "Place" and any(heads[j] and owned[j] is None for j in near if j < i):
            label = "?"
        if len(inside) > 1 or any(doubted[i:end]):
            label = "?"
        named.append(Marked(tokens[i].start, tokens[end - 1].end, label))
    yield from (Marked(tokens[i].start, tokens[i].end, "?") for i in sorted(open_ground))
    yield from named
    yield from (Marked(b.start, b.end, "?" if b in torn else b.label) for b in bodies)
