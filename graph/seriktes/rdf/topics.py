"""Topics: what an agreement or an event is about, where its own name says so.

The scheme in ``ontology/schemes.ttl`` is the one place for the words: the hidden labels of a topic are runs of word beginnings
that follow each other in the name («қоршаған орта» in «қоршаған ортаны қорғау туралы меморандум»). The names of bodies, people
and places inside the name do not count: a memorandum with a ministry of education need not be about education.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode

from seriktes.model import Annotation, Detail, Entity, Mention, Span
from seriktes.rdf import terms as t
from seriktes.rdf.ontology import schemes
from seriktes.text.sentences import sentence_at

RULE = "topic"
_SCHEME = f"{t.BASE}scheme/topic/"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ABOUT = frozenset({"Agreement", "Event"})
_OTHERS = frozenset({"Person", "Organization", "Place"})
_CONFIDENCE = 0.8
#: Beginnings are looked up by so many letters; none is shorter.
_KEY = 2


@cache
def _runs() -> dict[str, list[tuple[tuple[str, ...], NamedNode]]]:
    found: dict[str, list[tuple[tuple[str, ...], NamedNode]]] = {}
    for quad in schemes():
        topic, words = quad.subject, quad.object
        if quad.predicate != t.HIDDEN_LABEL or not isinstance(topic, NamedNode) or not isinstance(words, Literal):
            continue
        if topic.value.startswith(_SCHEME):
            run = tuple(_folded(words.value).split())
            found.setdefault(run[0][:_KEY], []).append((run, topic))
    return found


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def topics_of(text: str) -> dict[NamedNode, None]:
    """The topics that some words name, in the order of the words.

    >>> [topic.value.rsplit("/")[-1] for topic in topics_of("қоршаған ортаны қорғау және жастар саясаты")]
    ['environment', 'youth']
    """
    words = _WORD.findall(_folded(text))
    found: dict[NamedNode, None] = {}
    for place, word in enumerate(words):
        for run, topic in _runs().get(word[:_KEY], ()):
            here = words[place : place + len(run)]
            if len(here) == len(run) and all(w.startswith(begun) for w, begun in zip(here, run, strict=True)):
                found[topic] = None
    return found


def _own_words(mention: Mention, others: Sequence[Mention]) -> str:
    """The words of a name without the names inside it, of ``others`` in the order of the text."""
    text = mention.text
    first = bisect_left(others, mention.start, key=lambda other: other.start)
    last = bisect_left(others, mention.end, key=lambda other: other.start)
    for other in others[first:last]:
        if mention.covers(other):
            start, end = other.start - mention.start, other.end - mention.start
            text = text[:start] + "." * (end - start) + text[end:]
    return text


def stated_topics(annotation: Annotation) -> Iterator[tuple[Entity, NamedNode, Detail]]:
    """The agreements and events whose names tell a topic, each topic once, with the sentence of the first such name."""
    others = sorted(mention for e in annotation.entities if e.type in _OTHERS for mention in e.mentions)
    for entity in annotation.entities:
        if entity.type not in _ABOUT:
            continue
        told: set[NamedNode] = set()
        for mention in sorted(entity.mentions):
            for topic in topics_of(_own_words(mention, others)):
                if topic not in told:
                    told.add(topic)
                    key = topic.value.removeprefix(_SCHEME)
                    yield entity, topic, Detail("subject_matter", key, _sentence(mention, annotation), _CONFIDENCE, RULE)


def _sentence(mention: Mention, annotation: Annotation) -> Span:
    """The sentence a name stands in; the name itself where it runs over sentences."""
    sentence = sentence_at(annotation.document.sentences, mention.start)
    if sentence is not None and sentence.covers(mention):
        return Span(sentence.start, sentence.end)
    return Span(mention.start, mention.end)
